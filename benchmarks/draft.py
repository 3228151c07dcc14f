"""A generated file while it is being made: what the modules that draw its parts add to."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from random import Random
from typing import Any

from benchmarks.arithmetic import indonesian
from benchmarks.offices import USUAL, Office

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
    office: Office = USUAL
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
        typed: Row = {}
        for key, entry in row.items():
            typed[key] = self.written(sheet, key, len(rows), entry) if isinstance(entry, Fraction) else entry
        rows.append(typed)

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
