"""Sums by formula over too many rows or another column, and mistakes below right sums and beside typed ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from random import Random
from typing import Any

from benchmarks.families_amounts import leaves
from benchmarks.families_input import SLIP
from benchmarks.families_typing import slipped
from benchmarks.family import ANY, Hit, family, shuffled
from benchmarks.planting import Base, Site, value_of
from benchmarks.sheets import CellFormula, Sheets, places_of, total
from lkj_xlsx.measures.tree import JUMLAH, nodes
from lkj_xlsx.model.cell import Where

SAME = "rumus-di-sel"
MONEY = ("anggaran", "realisasi")


def _sheets(base: Base) -> Sheets:
    assert isinstance(base.sheets, Sheets)
    return base.sheets


def _sums(random: Random, sheets: Sheets) -> Iterator[tuple[Site, CellFormula]]:
    rows = [pair for key in MONEY for pair in sheets.rows(key) if pair[1].text.startswith("=SUM")]
    yield from shuffled(random, rows)


def _wrong(sheets: Sheets, site: Site, formula: CellFormula) -> tuple[Hit, ...]:
    changes = sheets.entries({site.where: formula})
    own = changes.pop(site.where)
    return (Hit(site, own, also=frozenset({SAME}), along=tuple(places_of(sheets.base, changes).items())),)


@family("rumus: rentang terlalu panjang", "LKJ704", "LKJ705", sheet=True)
def long(random: Random, base: Base) -> tuple[Hit, ...]:
    """A range that runs into the next kegiatan."""
    sheets = _sheets(base)
    for site, formula in _sums(random, sheets):
        last = formula.uses[-1]
        beyond = Where(last.sheet, last.row + 1, last.column)
        if beyond in base.at and beyond not in _above(base, site):
            uses = (*formula.uses, beyond)
            text = f"=SUM({uses[0].cell}:{beyond.cell})"
            return _wrong(sheets, site, CellFormula(text, uses, lambda n: sum(n, Fraction(0))))
    return ()


def _above(base: Base, site: Site) -> set[Where]:
    """Cells whose sums hold the site: a range over them would be a circle."""
    owners: set[Where] = set()
    sought = [site.record]
    tree = nodes(base.book)
    while sought:
        record = sought.pop()
        for node in tree.values():
            if any(child.record is record for child in node.children) or node.level == JUMLAH:
                where = node.record.get(site.key).where
                if where not in owners and node.record is not record:
                    owners.add(where)
                    sought.append(node.record)
    return owners


@family("rumus: kolom lain dijumlah", "LKJ701", "LKJ704", "LKJ705", "LKJ706", ANY, sheet=True)
def column(random: Random, base: Base) -> tuple[Hit, ...]:
    """The sum of anggaran in the column of realisasi."""
    sheets = _sheets(base)
    for site, formula in _sums(random, sheets):
        other = "realisasi" if site.key == "anggaran" else "anggaran"
        shift = site.record.get(other).where.column - site.where.column
        uses = tuple(Where(cell.sheet, cell.row, cell.column + shift) for cell in formula.uses)
        text = f"=SUM({uses[0].cell}:{uses[-1].cell})"
        return _wrong(sheets, site, CellFormula(text, uses, total(uses).gives))
    return ()


@family("rumus: rupiah salah di bawah jumlah", ANY, *SLIP, shape="rumus", written=True, whole=True)
def below(random: Random, base: Base) -> tuple[Hit, ...]:
    """A digit of a lowest amount, and all sums over it follow by formula: only other tables contradict it."""
    sheets = _sheets(base)
    for site in shuffled(random, leaves(base)):
        mistake = slipped(random, site)
        after = value_of(site, mistake.entry, base.book).known if mistake is not None else None
        if mistake is None or after is None:
            continue
        changes = sheets.entries({site.where: CellFormula("", (), lambda _, x=after: Fraction(x))})
        changes.pop(site.where)
        if changes:
            return (replace(mistake, along=tuple(places_of(base, changes).items()), sure=True),)
    return ()


@family("rumus: satu jumlah salah di antara ketikan", "LKJ704", "LKJ705", written=True)
def alone(random: Random, base: Base) -> tuple[Hit, ...]:
    """One sum is a formula and misses a row; every other figure is typed and right."""
    tree = nodes(base.book)
    sums = [node for node in tree.values() if len(node.children) >= 3 and node.level != JUMLAH]
    for node in shuffled(random, sums):
        key = random.choice(MONEY)
        site, cells = base.site(node.record, key), [base.site(child.record, key) for child in node.children]
        ready = [cell for cell in cells if cell is not None]
        if site is None or len(ready) != len(cells):
            continue
        kept = ready[:-1] if random.random() < 0.5 else ready[1:]
        text = "=" + "+".join(cell.where.cell for cell in kept)
        saved: dict[str, Any] = {"rumus": text, "nilai": int(sum(cell.number for cell in kept))}
        return (Hit(site, saved, also=frozenset({SAME, "rincian-tertinggal"}), sure=True),)
    return ()
