"""Whole workbooks: the order of rows does not matter to what is found, the size of the rupiah not to any percentage."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.bases import base
from benchmarks.mutations import families
from benchmarks.planting import changed, reread
from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.computed import Judged
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.pipeline import examine
from lkj_xlsx.spec.field import Kind
from lkj_xlsx.spec.template import TEMPLATE

MOVED = ("perjanjian", "capaian_iku", "target_realisasi", "tahun_lalu", "renstra", "data_dasar", "program_pendukung")
NAMES = ("acak-0-7000", "acak-1-7001")
WRONG = ("satu angka salah", "dibagi terbalik", "masukan: data dasar", "masukan: target", "masukan: realisasi")
SLOW = settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
Data = Mapping[str, Any]


def spoilt(name: str) -> Data:
    """A clean file with one mistake of each of some families, and its merged cells filled one by one."""
    clean, changes = base(name), {}
    for family in WRONG:
        for hit in families()[family].plant(Random(f"{name} {family}"), clean):
            changes[hit.site.place] = hit.entry
    return parted(changed(clean.data, changes))


@cache
def unmoved(name: str) -> tuple[Data, tuple[Finding, ...], Mapping[str, tuple[str, int]]]:
    """The file with its findings and, of each sheet, its title and first row."""
    data = spoilt(name)
    book = reread(data)
    return data, examine(book)[1], {seen.key: (seen.title, seen.header_row + 1) for seen in book.sheets}


def parted(data: Data) -> Data:
    """The same with cells that were merged with the one above filled, save amounts: one budget must stay one cell."""
    sheets: dict[str, list[dict[str, Any]]] = {}
    for sheet, rows in data["lembar"].items():
        above: dict[str, Any] = {}
        for row in rows:
            amounts = {f.key for f in TEMPLATE.sheet(sheet).fields if f.kind is Kind.RUPIAH}
            above = {k: above[k] if v == {"gabung": "atas"} and k not in amounts else v for k, v in row.items()}
            sheets.setdefault(sheet, []).append(above)
    return {**data, "lembar": sheets}


def lines_of(findings: tuple[Finding, ...], moved: Mapping[tuple[str, int], int]) -> set[tuple[object, ...]]:
    """Findings without their sentences, each at the row where it stood before the rows were moved."""

    def back(where: Where | None) -> object:
        return where and (where.sheet, moved.get((where.sheet, where.row), where.row), where.column)

    return {(f.code, f.level, back(f.where), back(f.root), f.stated, f.recomputed) for f in findings}


@pytest.mark.parametrize("name", NAMES)
@SLOW
@given(seed=st.integers(0, 10**6))
def test_permuting_rows_permutes_findings(name: str, seed: int) -> None:
    data, findings, heads = unmoved(name)
    sheets, moved = dict(data["lembar"]), {}
    for sheet in MOVED:
        rows = sheets.get(sheet, [])
        order = list(range(len(rows)))
        Random(f"{sheet} {seed}").shuffle(order)
        sheets[sheet] = [rows[place] for place in order]
        title, first = heads[sheet]
        moved |= {(title, first + now): first + old for now, old in enumerate(order)}
    again = examine(reread({**data, "lembar": sheets}))[1]
    assert len({f.where for f in findings if f.level >= Level.BEDA}) >= 3
    assert lines_of(findings, {}) == lines_of(again, moved)


def scaled(data: Data) -> Data:
    """Every amount of rupiah ten times as large, written with a 0 more."""
    sheets: dict[str, list[dict[str, Any]]] = {}
    for sheet, rows in data["lembar"].items():
        keys = {field.key for field in TEMPLATE.sheet(sheet).fields if field.kind is Kind.RUPIAH}
        sheets[sheet] = [{key: _tenfold(cell) if key in keys else cell for key, cell in row.items()} for row in rows]
    for row in sheets.get("data_dasar", ()):
        if row["satuan"] == "Rp":
            for key in ("realisasi", "target_akhir", "data_awal", "realisasi_sd"):
                if key in row:
                    cell = row[key]
                    row[key] = {y: _tenfold(c) for y, c in cell.items()} if key == "realisasi" else _tenfold(cell)
    return {**data, "lembar": sheets}


def _tenfold(cell: Any) -> Any:
    if not isinstance(cell, str) or not cell.strip("-"):
        return cell
    return f"{int(cell.replace('.', '')) * 10:,}".replace(",", ".")


def percentages(entries: tuple[Judged, ...]) -> Iterator[tuple[object, ...]]:
    for entry in entries:
        if entry.computed.places != 0:
            results = tuple(basis.value for basis in entry.computed.bases)
            yield entry.where, entry.computed.measure.code, entry.verdict, str(entry.computed.result), results


@pytest.mark.parametrize(
    "name", ["acak-0-7000", "acak-0-7001", "acak-1-7001", "acak-2-7002", "lkj-batubara-2024-benar"]
)
def test_scaling_all_rupiah_by_ten_changes_no_percentage(name: str) -> None:
    clean = base(name)
    ledger, _ = examine(reread(scaled(clean.data)))
    before, after = list(percentages(clean.ledger.entries)), list(percentages(ledger.entries))
    assert len(before) > 30
    assert after == before
