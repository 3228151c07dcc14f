"""Formulas that add cells of their own column: which rows they add, and how often."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from lkj_xlsx.formulas.evaluate import is_subtotal
from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.formula import Area, Binary, Call, CellRef, Empty, Formula, Number, Term, Unary

_WRAPPED = frozenset(("ROUND", "ROUNDUP", "ROUNDDOWN", "IFERROR"))
_SUBTOTALS = (Number(Decimal(9)), Number(Decimal(109)))


@dataclass(frozen=True, slots=True)
class SummedSpan:
    """Rows `first` to `last` of the formula's own column, added (or with `sign` −1 taken off).

    subtotal  cells that are themselves a SUBTOTAL are passed over
    """

    first: int
    last: int
    sign: int = 1
    subtotal: bool = False

    @property
    def many(self) -> bool:
        return self.last > self.first

    def holds(self, row: int) -> bool:
        return self.first <= row <= self.last


class _Elsewhere(Exception):
    """Something that is not a sum down the column."""


def column_sum(formula: Formula) -> tuple[SummedSpan, ...] | None:
    """The rows a formula adds, if that (beside typed constants) is all it does; None for any other formula."""
    try:
        spans = tuple(_spans(formula.root, formula.where, 1, False))
    except _Elsewhere:
        return None
    return spans or None


def _spans(node: Term, home: Where, sign: int, subtotal: bool) -> list[SummedSpan]:
    match node:
        case CellRef():
            place = node.at(home)
            if place.sheet.casefold() != home.sheet.casefold() or place.column != home.column:
                raise _Elsewhere
            return [SummedSpan(place.row, place.row, sign, subtotal)]
        case Area():
            title, rows, across = node.box(home)
            if title.casefold() != home.sheet.casefold() or across != range(home.column, home.column + 1):
                raise _Elsewhere
            return [SummedSpan(rows[0], rows[-1], sign, subtotal)]
        case Binary("+" | "-", left, right):
            other = -sign if node.operator == "-" else sign
            return [*_spans(left, home, sign, subtotal), *_spans(right, home, other, subtotal)]
        case Unary("+" | "-", operand):
            return _spans(operand, home, -sign if node.operator == "-" else sign, subtotal)
        case Call("SUM", arguments):
            return [span for each in arguments for span in _spans(each, home, sign, subtotal)]
        case Call("SUBTOTAL", (kind, *arguments)) if kind in _SUBTOTALS:
            return [span for each in arguments for span in _spans(each, home, sign, True)]
        case Call(name, (first, *_)) if name in _WRAPPED:
            return _spans(first, home, sign, subtotal)
        case Number() | Empty():
            return []
    raise _Elsewhere


def times(spans: Sequence[SummedSpan], where: Where, formulas: Mapping[Where, Formula]) -> int:
    """How often a cell is added."""
    count = 0
    for span in spans:
        if span.holds(where.row) and not (span.subtotal and is_subtotal(formulas.get(where))):
            count += span.sign
    return count
