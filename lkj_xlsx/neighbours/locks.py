"""Divisors locked with `$` that should have moved along when the formula was filled down."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from lkj_xlsx.formulas.contents import Result
from lkj_xlsx.measures.tree import JUMLAH, nodes
from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.fact import Book, per_book
from lkj_xlsx.model.formula import Area, Binary, CellRef, Formula, Term, replaced, walk
from lkj_xlsx.neighbours.columns import FormulaColumn, Spot, calculator, columns, is_total


@dataclass(frozen=True, slots=True, eq=False)
class LockedRow:
    """One row that divides by another row's cell: what its formula gives and what its own divisor would."""

    spot: Spot
    own: Where
    now: Decimal | None
    right: Decimal | None

    @property
    def wrong(self) -> bool:
        """Whether the stated figure cannot be the right one rounded."""
        interval = self.spot.value.interval
        return self.right is not None and interval is not None and not interval.holds(self.right)


@dataclass(frozen=True, slots=True, eq=False)
class Locked:
    """Several rows of a column that divide by one cell; `places` are all of them, the divisor's own row as well."""

    divisor: Where
    rows: tuple[LockedRow, ...]
    places: tuple[Where, ...]


@per_book
def locked(book: Book) -> tuple[Locked, ...]:
    """Every divisor that two or more other rows share although each has its own."""
    return tuple(lock for column in columns(book) for lock in _of_column(book, column))


def _of_column(book: Book, column: FormulaColumn) -> Iterator[Locked]:
    by_divisor: dict[tuple[Where, CellRef], list[Spot]] = {}
    patterns = dict.fromkeys(spot.pattern for spot in column.spots)
    divisors = {each: tuple(_fixed_divisors(each.first)) for each in patterns if each is not None}
    for spot in column.spots if any(divisors.values()) else ():
        for ref in divisors[spot.pattern] if spot.pattern is not None else ():
            by_divisor.setdefault((ref.at(spot.where), ref), []).append(spot)
    for (divisor, ref), spots in by_divisor.items():
        if len(spots) < 2 or not _of_a_row(book, divisor):
            continue
        rows = tuple(row for spot in spots if (row := _row(book, spot, divisor, ref)) is not None)
        if len(rows) > 1:
            yield Locked(divisor, rows, tuple(spot.where for spot in spots))


def _fixed_divisors(formula: Formula) -> Iterator[CellRef]:
    """Cells fixed by `$` that something of another column is divided by: a share of a total divides its own column."""
    for part in walk(formula.root):
        if not isinstance(part, Binary) or part.operator != "/" or not isinstance(part.right, CellRef):
            continue
        ref = part.right
        if not ref.fixed_row or ref.sheet:
            continue
        column = ref.at(formula.where).column
        above = {each.at(formula.where).column for each in walk(part.left) if isinstance(each, CellRef)}
        if above and column not in above and not any(isinstance(each, Area) for each in walk(part.left)):
            yield ref


def _of_a_row(book: Book, divisor: Where) -> bool:
    """Whether the divisor stands in an ordinary row, not in a total or outside the table."""
    seen = next((seen for seen in book.sheets if seen.title == divisor.sheet), None)
    if seen is None or divisor.column not in seen.columns.values():
        return False
    record = next((row for row in book.records(seen.key) if row.row == divisor.row), None)
    if record is None or is_total(record):
        return False
    node = nodes(book).get(record)
    return node is None or node.level != JUMLAH


def _row(book: Book, spot: Spot, divisor: Where, ref: CellRef) -> LockedRow | None:
    """A row other than the divisor's with a divisor of its own."""
    own = Where(spot.where.sheet, spot.where.row, divisor.column)
    content = calculator(book).content(*own)
    if spot.where.row == divisor.row or not isinstance(content, Decimal) or not content or spot.pattern is None:
        return None
    root = spot.pattern.first.root
    moving = CellRef("", 0, ref.column, False, ref.fixed_column)

    def change(node: Term) -> Term | None:
        return moving if node == ref else None

    now = calculator(book).result(root, spot.where)
    right = calculator(book).result(replaced(root, change), spot.where)
    return LockedRow(spot, own, _meant(spot, now), _meant(spot, right))


def _meant(spot: Spot, result: Result) -> Decimal | None:
    return spot.meaning(result) if isinstance(result, Decimal) else None
