"""Clean files whose derived figures are spreadsheet formulas, with their results saved beside them.

What a formula gives is worked out here in fractions, apart from the tool: of the right formulas, and again of all that
use a cell after one of them was made wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from benchmarks.arithmetic import rounded
from benchmarks.planting import Base, Place, Site, base_of, changed
from lkj_xlsx.measures.data_dasar import kind_of, origins
from lkj_xlsx.measures.tree import JUMLAH, PROGRAM, Node, nodes
from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.record import Record

Cells = tuple[Where, ...]


@dataclass(frozen=True, slots=True)
class CellFormula:
    """A formula: its text, the cells it uses in order, and what it gives for their values."""

    text: str
    uses: Cells
    gives: Callable[[Sequence[Fraction]], Fraction]


def total(cells: Sequence[Where]) -> CellFormula:
    """A sum of cells, a run of them as a range."""
    return CellFormula(
        "=" + "+".join(cell.cell for cell in cells), tuple(cells), lambda numbers: sum(numbers, Fraction(0))
    )


def ranged(cells: Sequence[Where]) -> CellFormula:
    """The sum of a run of cells as `SUM(G6:G9)`, of others one by one."""
    run = len(cells) > 1 and cells[-1].row - cells[0].row == len(cells) - 1
    plain = total(cells)
    return CellFormula(f"=SUM({cells[0].cell}:{cells[-1].cell})", plain.uses, plain.gives) if run else plain


def percent(top: Where, bottom: Where) -> CellFormula:
    text = f"=ROUND({top.cell}/{bottom.cell}*100,2)"
    return CellFormula(text, (top, bottom), lambda n: rounded(n[0] / n[1] * 100, 2) if n[1] else Fraction(0))


def less(one: Where, other: Where) -> CellFormula:
    return CellFormula(f"={one.cell}-{other.cell}", (one, other), lambda n: n[0] - n[1])


@dataclass(eq=False)
class Sheets:
    """A clean base with formulas, and the formulas by cell."""

    base: Base
    formulas: Mapping[Where, CellFormula]

    def rows(self, key: str) -> Iterator[tuple[Site, CellFormula]]:
        """Formulas of one column of the budget table, from above."""
        for site in self.base.sites:
            if site.sheet == "realisasi_anggaran" and site.key == key and site.where in self.formulas:
                yield site, self.formulas[site.where]

    def entries(self, wrong: Mapping[Where, CellFormula]) -> dict[Where, dict[str, Any]]:
        """Every formula cell whose entry differs once these formulas stand there, each with its new saved result."""
        after = {**self.formulas, **wrong}
        known: dict[Where, Fraction] = {}
        changes: dict[Where, dict[str, Any]] = {}
        for where, formula in after.items():
            now = _result(where, after, self.base.at, known)
            if where in wrong or now != _result(where, self.formulas, self.base.at, {}):
                changes[where] = entry(formula, now)
        return changes


def entry(formula: CellFormula, result: Fraction) -> dict[str, Any]:
    """A formula as the data file holds it, with its saved result."""
    number = int(result) if result.denominator == 1 else float(result)
    return {"rumus": formula.text, "nilai": number}


def _result(
    where: Where, formulas: Mapping[Where, CellFormula], sites: Mapping[Where, Site], known: dict[Where, Fraction]
) -> Fraction:
    if where not in known:
        own = formulas.get(where)
        if own is None:
            known[where] = _typed(sites.get(where))
        else:
            known[where] = own.gives([_result(cell, formulas, sites, known) for cell in own.uses])
    return known[where]


def _typed(site: Site | None) -> Fraction:
    return Fraction(site.number) if site is not None else Fraction(0)


def with_formulas(plain: Base) -> Base:
    """The base with formulas in place of its sums, percentages, remainders and increases."""
    formulas = {where: each for where, each in _all(plain) if where in plain.at}
    formulas = {where: each for where, each in formulas.items() if all(cell in plain.at for cell in each.uses)}
    known: dict[Where, Fraction] = {}
    changes = {
        plain.at[where].place: entry(each, _result(where, formulas, plain.at, known))
        for where, each in formulas.items()
    }
    base = base_of(f"rumus-{plain.name}", changed(plain.data, changes))
    base.sheets = Sheets(base, formulas)
    return base


def _all(plain: Base) -> Iterator[tuple[Where, CellFormula]]:
    tree = nodes(plain.book)
    tops = [node for node in tree.values() if node.level == PROGRAM]
    mean = plain.book.settings.option("persen_induk") == "RATA"
    for record in plain.book.records("realisasi_anggaran"):
        node = tree.get(record)
        yield from _budget(record, node, tops, mean)
    for record in plain.book.records("efisiensi"):
        spent, given = record.get("realisasi_anggaran").where, record.get("anggaran").where
        if spent.row == record.row and given.row == record.row:
            yield record.get("serapan").where, percent(spent, given)
    for record in plain.book.records("data_dasar"):
        yield from _base_data(plain, record)


def _budget(record: Record, node: Node | None, tops: Sequence[Node], mean: bool) -> Iterator[tuple[Where, CellFormula]]:
    given, spent = record.get("anggaran").where, record.get("realisasi").where
    parts = [] if node is None else list(tops) if node.level == JUMLAH else list(node.children)
    for key in ("anggaran", "realisasi") if parts else ():
        cells = [part.record.get(key).where for part in parts]
        yield record.get(key).where, total(cells) if node is not None and node.level == JUMLAH else ranged(cells)
    if record.get("serapan").known is not None:
        as_mean = mean and parts and node is not None and node.level != JUMLAH
        yield record.get("serapan").where, _mean_of(parts) if as_mean else percent(spent, given)
    if record.get("sisa").known is not None:
        yield record.get("sisa").where, less(given, spent)


def _mean_of(parts: Sequence[Node]) -> CellFormula:
    """A parent's percent as the mean of the percents below it."""
    cells = [part.record.get("serapan").where for part in parts]
    text = "+".join(cell.cell for cell in cells)

    def gives(numbers: Sequence[Fraction]) -> Fraction:
        return rounded(sum(numbers, Fraction(0)) / len(cells), 2)

    return CellFormula(f"=ROUND(({text})/{len(cells)},2)", tuple(cells), gives)


def _base_data(plain: Base, record: Record) -> Iterator[tuple[Where, CellFormula]]:
    for key, value in record.values.items():
        name, _, year = key.partition("@")
        if name != "realisasi" or value.known is None:
            continue
        sources = origins(record, plain.book)
        if kind_of(record) == "jumlah" and sources:
            yield value.where, ranged([source.get(key).where for source in sources])
        if kind_of(record) == "kenaikan" and sources:
            yield value.where, less(value_at(sources[0], int(year)), value_at(sources[0], int(year) - 1))


def value_at(record: Record, year: int) -> Where:
    return record.get("realisasi", year).where


def places_of(base: Base, cells: Mapping[Where, Any]) -> dict[Place, Any]:
    """Entries by their place in the data file."""
    return {base.at[where].place: value for where, value in cells.items()}
