"""Clean data files made from a seed: every kind of indicator, three levels of budget, figures rounded half up once.

What a file states is right by construction: each derived figure is computed in fractions from its inputs (see
`arithmetic`) and rounded at the end. An audit of one must give no `galat` and no `beda`.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from random import Random
from typing import Any

from benchmarks.arithmetic import WORDS
from benchmarks.draft import Draft, Place, Size
from benchmarks.generate_budget import budget_rows, programs
from benchmarks.generate_indicators import Indicator, base_data, indicators
from benchmarks.generate_tables import performance, resources
from benchmarks.offices import USUAL, Office


@dataclass(frozen=True, slots=True)
class Generated:
    """A clean data file and the exact value of every derived figure in it."""

    data: dict[str, Any]
    truth: dict[Place, Fraction]


def generate(seed: int, size: Size, office: Office = USUAL) -> Generated:
    """The clean data file of a seed and an office. The same seed, size and office give the same file."""
    random = Random(f"{seed}-{size.indicators}-{size.budget_rows}")
    draft = Draft(random, *_choices(random, office), office)
    items = indicators(draft, size.indicators)
    spending = programs(random, items, size.budget_rows, office.money)
    _declare(draft, items)
    base_data(draft, items)
    performance(draft, items)
    resources(draft, items, spending)
    budget_rows(draft, spending)
    _list_tables(draft)
    data = {"template": 1, "identitas": draft.identity, "lembar": draft.sheets}
    return Generated(data, draft.truth)


def _choices(random: Random, office: Office) -> tuple[dict[str, Any], dict[str, str]]:
    tahun = random.choice((2024, 2025, 2026))
    awal = tahun - random.choice((0, 0, 1, 2))
    options = {
        "skala": random.choice(("LEMBAR", "LEMBAR", "A", "B", "C", "E")),
        "rumus_turun": random.choice(("TURUN-1", "TURUN-1", "TURUN-1-NOL", "TURUN-2", "TURUN-3")),
        "batas_capaian": random.choice(("TANPA", "TANPA", "TANPA", "MAKS-100", "MAKS-120", "MAKS-150", "LONJAK-120")),
        "target_nol": "NOL-100",
        "rumus_rentang": random.choice(("RENTANG-1", "RENTANG-2")),
        "rumus_predikat": "SKOR",
        "rumus_efisiensi": random.choice(("EFF-1", "EFF-1", "EFF-2", "EFF-4", "EFF-5", "EFF-7")),
        "syarat_efisien": "CAPAIAN-100",
        "rata_sasaran": "RATA",
        "persen_induk": random.choice(("JUMLAH", "JUMLAH", "JUMLAH", "RATA")),
    } | dict(office.options)
    identity = {
        "opd": "Dinas Contoh Acak",
        "kabupaten": "Kabupaten Maju Bersama",
        "tahun": tahun,
        "awal": awal,
        "akhir": awal + 4,
        "nama_laporan": "LKj",
        "jabatan": "Kepala Dinas",
        "tempat": "Maju Bersama",
        "tanggal": f"Januari {tahun + 1}",
        **options,
        "nama_sisa": "Sisa anggaran",
        **office.identity,
    }
    return identity, options


def _declare(draft: Draft, items: list[Indicator]) -> None:
    for item in items:
        draft.add(
            "indikator",
            {
                "kode": item.kode,
                "sasaran": item.sasaran,
                "indikator": item.nama,
                "satuan": item.satuan,
                "arah": item.arah,
                "rumus": item.rumus,
                "pembilang": item.pembilang or None,
                "penyebut": item.penyebut or None,
                "agregasi": item.agregasi,
                "sifat": item.sifat,
                "bidang": "Bidang Pelaksana",
            },
        )
        draft.add(
            "perjanjian",
            {"tabel": "2.1", "sasaran": item.sasaran, "kode": item.kode, "indikator": item.nama, "target": item.target},
        )
    if draft.options["skala"] == "LEMBAR":
        intervals = ("> 90", "> 75 – 90", "> 65 – 75", "> 50 – 65", "≤ 50")
        for interval, word in zip(intervals, WORDS["LEMBAR"], strict=True):
            draft.add("skala", {"tabel": "3.1", "interval": interval, "kriteria": word})


def _list_tables(draft: Draft) -> None:
    numbers = {row["tabel"] for rows in draft.sheets.values() for row in rows if "tabel" in row}
    order = sorted(numbers, key=lambda text: [int(part) for part in text.split(".")])
    draft.sheets["daftar_tabel"] = [{"nomor": number, "judul": f"Judul Tabel {number}"} for number in order]
