"""Units inside a formula: percents added to rupiah, and percents added up as if they were amounts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from lkj_xlsx.formulas.contents import Result
from lkj_xlsx.formulas.evaluate import Calculator
from lkj_xlsx.formulas.runs import column_sum
from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.fact import Book, per_book
from lkj_xlsx.model.formula import Area, Binary, Call, CellRef, Term, Unary
from lkj_xlsx.neighbours.columns import Pattern, Spot, calculator, columns
from lkj_xlsx.spec.field import Kind
from lkj_xlsx.spec.template import TEMPLATE

_ADDING = frozenset(("SUM", "SUBTOTAL", "AVERAGE"))
_FIRST_ONLY = frozenset(("ROUND", "ROUNDUP", "ROUNDDOWN", "IFERROR", "ABS"))
_BOTH = {Kind.RUPIAH, Kind.PERSEN}
Kinds = Mapping[tuple[str, int], Kind]


@dataclass(frozen=True, slots=True, eq=False)
class UnitFault:
    """A formula that adds what cannot be added.

    percents  the percent cells in it     mixed  rupiah stand beside them
    now       what it gives; right what it gives without the percents (only where rupiah stand beside them)
    """

    spot: Spot
    percents: tuple[Where, ...]
    mixed: bool
    now: Decimal | None
    right: Decimal | None = None


@per_book
def unit_faults(book: Book) -> tuple[UnitFault, ...]:
    """Every formula that adds percents to rupiah, or percents of several rows into one."""
    kinds = {
        (seen.title.casefold(), column): TEMPLATE.sheet(seen.key).field(key).kind
        for seen in book.sheets
        if not TEMPLATE.sheet(seen.key).form
        for key, column in seen.columns.items()
    }
    clean: set[Pattern] = set()
    faults = (
        _fault(book, spot, spot.pattern, kinds, clean)
        for column in columns(book)
        for spot in column.spots
        if spot.pattern is not None and spot.pattern not in clean
    )
    return tuple(fault for fault in faults if fault is not None)


def _fault(book: Book, spot: Spot, pattern: Pattern, kinds: Kinds, clean: set[Pattern]) -> UnitFault | None:
    formula = spot.place.cells.formulas[spot.where]
    walk = _UnitWalk(spot.where, kinds)
    walk.units(formula.root)
    spans = column_sum(formula) if spot.field.kind is Kind.PERSEN else None
    if walk.percents:
        result = calculator(book).result(formula.root, spot.where)
        right = _Without(calculator(book), walk.percents).result(formula.root, spot.where)
        return UnitFault(spot, tuple(walk.percents), True, _number(result), _number(right))
    if spans is not None and (len(spans) > 1 or spans[0].many) and all(span.sign > 0 for span in spans):
        ends = dict.fromkeys(row for span in spans for row in (span.first, span.last))
        cells = tuple(Where(spot.where.sheet, row, spot.where.column) for row in ends)
        return UnitFault(spot, cells, False, _number(calculator(book).result(formula.root, spot.where)))
    clean.add(pattern)
    return None


def _number(result: Result) -> Decimal | None:
    return result if isinstance(result, Decimal) else None


class _UnitWalk:
    """One walk through a formula; `percents` gathers percent cells that are added to rupiah."""

    def __init__(self, home: Where, kinds: Kinds) -> None:
        self.home = home
        self.kinds = kinds
        self.percents: list[Where] = []

    def units(self, node: Term) -> set[Kind]:
        """What the value of a node is counted in: rupiah, percent, both (a fault), or nothing that matters."""
        match node:
            case CellRef() | Area():
                return {kind for _, kind in self.cells(node)} & _BOTH
            case Unary("+" | "-", operand):
                return self.units(operand)
            case Binary("+" | "-", left, right):
                return self.added([left, right])
            case Binary("*", left, right):
                kinds = self.units(left) | self.units(right)
                return {Kind.RUPIAH} if Kind.RUPIAH in kinds else kinds
            case Binary("/", left, right):
                above, below = self.units(left), self.units(right)
                return set() if above & below else above
            case Call(name, arguments) if name in _ADDING:
                return self.added(arguments)
            case Call(name, (first, *_)) if name in _FIRST_ONLY:
                return self.units(first)
        return set()

    def added(self, nodes: list[Term] | tuple[Term, ...]) -> set[Kind]:
        kinds = [self.units(node) for node in nodes]
        together: set[Kind] = set().union(*kinds)
        if together == _BOTH:
            for node in nodes:
                self.percents += [where for where, kind in self.cells(node) if kind is Kind.PERSEN]
            return {Kind.RUPIAH}
        return together

    def cells(self, node: Term) -> Iterator[tuple[Where, Kind]]:
        """The cells a term names itself, one for each column of a range, with the kind of their column."""
        if isinstance(node, Unary):
            yield from self.cells(node.operand)
        elif isinstance(node, CellRef):
            yield from self.kind(node.at(self.home))
        elif isinstance(node, Area):
            sheet, rows, across = node.box(self.home)
            for column in across[:100]:
                yield from self.kind(Where(sheet, rows[0], column))

    def kind(self, where: Where) -> Iterator[tuple[Where, Kind]]:
        kind = self.kinds.get((where.sheet.casefold(), where.column))
        if kind is not None:
            yield where, kind


class _Without(Calculator):
    """Takes every cell of some columns for blank."""

    def __init__(self, calculator: Calculator, percents: list[Where]) -> None:
        super().__init__({})
        self.sheets = calculator.sheets
        self.columns = {(where.sheet.casefold(), where.column) for where in percents}

    def content(self, title: str, row: int, column: int) -> Result:
        return None if (title.casefold(), column) in self.columns else super().content(title, row, column)

    def area(self, node: Area, home: Where) -> Iterator[tuple[Where, Result]]:
        for where, result in super().area(node, home):
            yield where, None if (where.sheet.casefold(), where.column) in self.columns else result
