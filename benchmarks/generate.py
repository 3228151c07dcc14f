"""Clean data files made from a seed: every kind of indicator, three levels of budget, figures rounded half up once.

What a file states is right by construction: each derived figure is computed in fractions from its inputs (see
`arithmetic`) and rounded at the end. An audit of one must give no `galat` and no `beda`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from random import Random
from typing import Any

from benchmarks.arithmetic import indonesian
from benchmarks.generate_budget import Program, budget_rows, programs
from benchmarks.generate_indicators import Indicator, base_data, indicators
from benchmarks.generate_tables import performance, resources

Row = dict[str, Any]
Place = tuple[str, int, str]  # sheet, row from 0, field (a year's column as `realisasi@2024`)


@dataclass(frozen=True, slots=True)
class Size:
    """How large a file is: indicators and, at most, budget rows."""

    indicators: int
    budget_rows: int


@dataclass(slots=True)
class Draft:
    """A file being made: its choices, rows, and the exact value behind each derived figure."""

    random: Random
    identity: dict[str, Any]
    options: dict[str, str]
    sheets: dict[str, list[Row]] = field(default_factory=dict)
    truth: dict[Place, Fraction] = field(default_factory=dict)
    styles: dict[tuple[str, str], tuple[int, str]] = field(default_factory=dict)

    @property
    def tahun(self) -> int:
        return int(self.identity["tahun"])

    @property
    def awal(self) -> int:
        return int(self.identity["awal"])

    def add(self, sheet: str, row: Row) -> None:
        """Append a row; a derived figure comes as a Fraction and is written in the style of its column."""
        rows = self.sheets.setdefault(sheet, [])
        made: Row = {}
        for key, entry in row.items():
            made[key] = self.written(sheet, key, len(rows), entry) if isinstance(entry, Fraction) else entry
        rows.append(made)

    def written(self, sheet: str, key: str, index: int, x: Fraction) -> Any:
        """A derived figure as typed: in the column's places and spelling (number, percent format or text)."""
        self.truth[sheet, index, key] = x
        places, spelling = self.style(sheet, key)
        if self.random.random() < 0.1:
            places = self.random.choice((1, 2))
        if key == "efisiensi" and spelling == "persen" and self.options["rumus_efisiensi"] in ("EFF-1", "EFF-7"):
            return indonesian(x * 100, places) + " %"
        if key == "efisiensi":
            places = max(places, 1)
        text = indonesian(x, places)
        return {"angka": text, "persen": f"{text} %", "teks": {"teks": text}}[spelling]

    def style(self, sheet: str, key: str) -> tuple[int, str]:
        if (sheet, key) not in self.styles:
            places = self.random.choices((0, 1, 2), (1, 2, 6))[0]
            self.styles[sheet, key] = places, self.random.choices(("angka", "persen", "teks"), (6, 2, 2))[0]
        return self.styles[sheet, key]


@dataclass(frozen=True, slots=True)
class Generated:
    """A clean data file and the exact value of every derived figure in it."""

    data: dict[str, Any]
    truth: dict[Place, Fraction]


def generate(seed: int, size: Size) -> Generated:
    """The clean data file of a seed. The same seed and size give the same file."""
    random = Random(f"{seed}-{size.indicators}-{size.budget_rows}")
    draft = Draft(random, *_choices(random))
    items = indicators(draft, size.indicators)
    spending = programs(random, items, size.budget_rows)
    _declare(draft, items)
    base_data(draft, items)
    performance(draft, items)
    resources(draft, items, spending)
    budget_rows(draft, spending)
    _list_tables(draft)
    data = {"template": 1, "identitas": draft.identity, "lembar": draft.sheets}
    return Generated(data, draft.truth)


def _choices(random: Random) -> tuple[dict[str, Any], dict[str, str]]:
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
    }
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
        from benchmarks.arithmetic import WORDS

        intervals = ("> 90", "> 75 – 90", "> 65 – 75", "> 50 – 65", "≤ 50")
        for interval, word in zip(intervals, WORDS["LEMBAR"], strict=True):
            draft.add("skala", {"tabel": "3.1", "interval": interval, "kriteria": word})


def _list_tables(draft: Draft) -> None:
    numbers = {row["tabel"] for rows in draft.sheets.values() for row in rows if "tabel" in row}
    order = sorted(numbers, key=lambda text: [int(part) for part in text.split(".")])
    draft.sheets["daftar_tabel"] = [{"nomor": number, "judul": f"Judul Tabel {number}"} for number in order]


__all__ = ["Draft", "Generated", "Place", "Program", "Size", "generate"]
