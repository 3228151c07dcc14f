"""Invented offices that choose and print otherwise: other formulas, caps and scales, other money, fewer tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

GIVEN = ("langsung", "rentang", "predikat", "opini")  # results that come from outside


@dataclass(frozen=True, slots=True)
class Office:
    """What an office chooses and prints. What is None is drawn anew for each file.

    options   chosen variants by the key of their setting; `identity` other entries of the form
    kinds     the kinds of its indicators, without the others
    coded     budget rows have codes; `left` a column of what is left; `total` a last row JUMLAH
    quarters  how often an indicator with a result in figures has its quarters; `peaks` some of them take the highest
    sasaran   fewest and most indicators of a sasaran
    money     what every amount is multiplied with
    """

    options: Mapping[str, str] = field(default_factory=dict)
    identity: Mapping[str, object] = field(default_factory=dict)
    kinds: tuple[str, ...] = ()
    coded: bool | None = None
    left: bool | None = None
    total: bool | None = None
    quarters: float = 0.5
    peaks: bool = False
    sasaran: tuple[int, int] = (1, 5)
    money: int = 1


USUAL = Office()
OFFICES: Mapping[str, Office] = {
    # A sub-district: no base data, no codes, nothing left over, no total; efficiency is what was not spent.
    "kecamatan": Office(
        {"rumus_efisiensi": "EFF-4", "syarat_efisien": "TANPA", "skala": "A", "rumus_turun": "TURUN-1"},
        {"opd": "Kecamatan Sei Contoh", "nama_laporan": "LKjIP"},
        GIVEN,
        coded=False,
        left=False,
        total=False,
        quarters=0.0,
    ),
    # A province: trillions, means of means, a cap at 120.
    "provinsi": Office(
        {
            "rumus_efisiensi": "EFF-2",
            "rumus_turun": "TURUN-2",
            "batas_capaian": "MAKS-120",
            "persen_induk": "RATA",
            "skala": "C",
        },
        {"opd": "Badan Contoh", "kabupaten": "Provinsi Maju Bersama", "nama_laporan": "LAKIP", "nama_sisa": "SiLPA"},
        coded=True,
        left=True,
        total=False,
        sasaran=(1, 2),
        money=4_000,
    ),
    # Health: shares and rates, falling by the rate of reduction, quarters of which some take the highest.
    "kesehatan": Office(
        {
            "rumus_efisiensi": "EFF-5",
            "rumus_turun": "TURUN-3",
            "rumus_rentang": "RENTANG-2",
            "batas_capaian": "LONJAK-120",
            "skala": "LEMBAR",
        },
        {"opd": "Dinas Kesehatan Contoh", "nama_laporan": "LKjIP"},
        coded=True,
        left=True,
        total=True,
        quarters=1.0,
        peaks=True,
        sasaran=(2, 4),
    ),
    # A secretariat: five indicators of one sasaran, absorption over capaian, three words of rating, a cap at 100.
    "sekretariat": Office(
        {
            "rumus_efisiensi": "EFF-7",
            "target_nol": "NOL-0",
            "rata_sasaran": "RATA-100",
            "batas_capaian": "MAKS-100",
            "skala": "E",
        },
        {"opd": "Sekretariat Daerah Contoh", "nama_laporan": "LKIP"},
        coded=True,
        left=False,
        total=True,
        quarters=0.3,
        sasaran=(5, 5),
    ),
    # Agriculture: every indicator by quarters, a capaian never below nothing, six words, mean parents without codes.
    "pertanian": Office(
        {
            "rumus_efisiensi": "EFF-1",
            "rumus_turun": "TURUN-1-NOL",
            "rumus_predikat": "ORDINAL",
            "batas_capaian": "MAKS-150",
            "persen_induk": "RATA",
            "skala": "D",
        },
        {"opd": "Dinas Pertanian Contoh", "nama_laporan": "LAPKIN"},
        coded=False,
        left=True,
        total=False,
        quarters=1.0,
        peaks=True,
        sasaran=(1, 3),
        money=10,
    ),
    # An inspectorate: every indicator a sasaran of its own, opinions by their rank, no base data.
    "inspektorat": Office(
        {
            "rumus_efisiensi": "EFF-1",
            "rumus_predikat": "ORDINAL",
            "rumus_turun": "TURUN-2",
            "target_nol": "NOL-KOSONG",
            "syarat_efisien": "TANPA",
            "skala": "B",
        },
        {"opd": "Inspektorat Daerah Contoh"},
        GIVEN,
        coded=True,
        left=True,
        total=True,
        quarters=0.7,
        sasaran=(1, 1),
    ),
}
