"""A sample's data file with a few cells typed otherwise, filled into a workbook, read and examined.

A case names only what was typed and what the audit must say; everything else is right.
"""

from __future__ import annotations

import copy
import json
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from lkj_xlsx import pipeline
from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.finding import Finding
from lkj_xlsx.model.number import show
from lkj_xlsx.spec.template import TEMPLATE
from lkj_xlsx.writers.fill import fill

SAMPLES = Path(__file__).parents[1] / "samples"
PRINTED, TWIN, FULL = "lkj-batubara-2024", "lkj-batubara-2024-benar", "lkj-contoh-lengkap-2025"
MERGED = {"gabung": "atas"}
NAMES = ("kode", "kode_data", "uraian", "program", "nomor", "no")  # what a row may be called, tried in this order

# code, level, cell, stated, recomputed; figures as an Indonesian writes them, at the finding's places
Told = tuple[str, str, str, str, str]


@dataclass(frozen=True, slots=True)
class Typed:
    """One cell typed otherwise. `row` is a row's name, `row#2` its second such row; `key@2024` a year's column."""

    sheet: str
    row: str
    key: str
    cell: str | int | float | None
    text: bool = False  # typed as text whatever the kind


@dataclass(frozen=True, slots=True, eq=False)
class Audit:
    """What came of a case."""

    book: Book
    ledger: Ledger
    findings: tuple[Finding, ...]

    @property
    def told(self) -> set[Told]:
        """Every finding that is a root, once."""
        return set(map(line, self.roots()))

    @property
    def follow_ons(self) -> set[tuple[str, str, str]]:
        """Findings folded under another cell: (code, cell, cell of the root)."""
        return {(f.code, str(f.where), str(f.root)) for f in self.findings if f.root is not None}

    def roots(self) -> Iterable[Finding]:
        return [f for f in self.findings if f.root is None]

    def of(self, code: str) -> set[Told]:
        """The findings of one rule."""
        return {line(f) for f in self.findings if f.code == code}

    def at(self, cell: str) -> Finding:
        """The only finding at a cell."""
        (finding,) = [f for f in self.findings if str(f.where) == cell]
        return finding

    def cause(self, cell: str) -> tuple[str, str] | None:
        """Kind and evidence of the cause named at a cell."""
        cause = self.at(cell).cause
        return None if cause is None else (cause.kind, str(cause.evidence))


def line(finding: Finding) -> Told:
    """A finding as the cases write it."""
    stated, recomputed = (_written(value, finding) for value in (finding.stated, finding.recomputed))
    return finding.code, finding.level.word, str(finding.where or ""), stated, recomputed


def _written(value: Decimal | str | None, finding: Finding) -> str:
    if isinstance(value, Decimal):
        year = finding.label.startswith("tahun ")  # a year is no amount
        return str(value) if year else show(value, finding.places)
    return value or ""


def load(name: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((SAMPLES / f"{name}.json").read_text(encoding="utf-8"))
    return data


@cache
def audited(*typed: Typed, base: str = TWIN) -> Audit:
    """The audit of a sample with these cells typed otherwise."""
    return examined(changed(load(base), typed))


def examined(data: dict[str, Any]) -> Audit:
    """The audit of a data file's content."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "kasus.xlsx"
        write(data, path)
        return read(path)


def write(data: dict[str, Any], path: Path) -> None:
    """The filled template; the same content is filled once."""
    path.write_bytes(_filled(json.dumps(data)))


@lru_cache(maxsize=64)
def _filled(content: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "isi.xlsx"
        fill(json.loads(content), path, TEMPLATE, pipeline.variants())
        return path.read_bytes()


def read(path: Path) -> Audit:
    book = pipeline.read(path)
    return Audit(book, *pipeline.examine(book))


def changed(data: dict[str, Any], typed: Iterable[Typed]) -> dict[str, Any]:
    """The data with these cells typed otherwise; a cell that hangs on the one above is parted from it."""
    data = copy.deepcopy(data)
    for item in typed:
        key, _, year = item.key.partition("@")
        cell = {"teks": item.cell} if item.text else item.cell
        target = data["identitas"] if item.sheet == "identitas" else row_of(data, item.sheet, item.row)
        if year:
            target[key][year] = cell
        else:
            target[key] = cell
    return data


def row_of(data: dict[str, Any], sheet: str, row: str) -> dict[str, Any]:
    """The row with this name, `name#2` for the second one."""
    name, _, place = row.partition("#")
    for key in NAMES:
        rows = [r for r in data["lembar"][sheet] if r.get(key) == name]
        if rows:
            entries: dict[str, Any] = rows[int(place or 1) - 1]
            return entries
    raise LookupError(f"no row {row} on {sheet}")
