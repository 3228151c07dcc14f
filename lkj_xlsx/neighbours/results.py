"""What every formula of a book gives now, beside the result that was saved with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from lkj_xlsx.formulas.contents import Result
from lkj_xlsx.formulas.evaluate import Calculator
from lkj_xlsx.model.cell import Cell, Origin, Where
from lkj_xlsx.model.fact import Book, per_book
from lkj_xlsx.model.formula import Area, CellRef, Fault, may_be_own, parts, refers_to
from lkj_xlsx.model.message import say
from lkj_xlsx.model.number import Missing, Reason
from lkj_xlsx.neighbours.columns import calculator, spots_at

CIRCULAR = Missing(Reason.MASUKAN, say("rumusnya memakai selnya sendiri"))
_NOISE = Decimal("1E-9")  # what binary arithmetic may leave in a saved result


def results(book: Book) -> Iterator[tuple[Where, Result]]:
    """What every formula gives now, by cell."""
    looked_at: dict[int, tuple[CellRef | Area, ...]] = {}  # by tree: a filled-down column shares one
    for sheet in book.cells.values():
        results = calculator(book).results(sheet.formulas.roots())
        for (where, root), now in zip(sheet.formulas.roots(), results, strict=True):
            own = looked_at.get(id(root))
            if own is None:
                own = looked_at[id(root)] = tuple(part for part in parts(root) if may_be_own(part))
            yield where, CIRCULAR if own and refers_to(own, where, where) else now


def cell_at(book: Book, where: Where) -> Cell:
    """The cell of a formula as the file holds it."""
    return book.cells[where.sheet].rows[where.row][where.column]


@dataclass(frozen=True, slots=True)
class Unlike:
    """What formulas give now where it is not what was saved.

    stale    those whose saved result is another, each with what it gives
    unknown  those that are not computed here, each with the reason
    """

    stale: Mapping[Where, Result]
    unknown: Mapping[Where, Missing]


@per_book
def unlike(book: Book) -> Unlike:
    """The formulas of a book that are to be told of.

    One that uses stale cells is right where it fits what those give now, as it is where it fits what they show.
    """
    current: dict[Where, Result] = {}
    unknown: dict[Where, Missing] = {}
    for where, now in results(book):
        if isinstance(now, Missing):
            if cell_at(book, where).origin is Origin.RUMUS and now.reason is not Reason.TANPA_HASIL:
                unknown[where] = now
        elif stale(book, where, now):
            current[where] = now
    fresh = Calculator(book.cells, current)
    kept = {where: now for where, now in current.items() if not _fits(book, where, fresh, current)}
    return Unlike(kept, unknown)


def _fits(book: Book, where: Where, fresh: Calculator, stale_ones: Mapping[Where, Result]) -> bool:
    root = book.cells[where.sheet].formulas[where].root
    if len(stale_ones) == 1 or refers_to(parts(root), where, where):
        return False
    now = fresh.result(root, where)
    return now != stale_ones[where] and not isinstance(now, Missing) and not stale(book, where, now)


def stale(book: Book, where: Where, now: Result) -> bool:
    """Whether the saved result cannot be what the formula gives now. Errors and missing results are told elsewhere."""
    saved = calculator(book).content(*where)
    if saved is None or isinstance(saved, Fault | Missing) or isinstance(now, Missing):
        return False
    if isinstance(saved, Decimal) and isinstance(now, Decimal):
        gap = abs(saved - now)
        if gap <= _NOISE or gap <= _NOISE * max(abs(saved), abs(now)):
            return False
        spot = spots_at(book).get(where)
        interval = spot.value.interval if spot is not None and cell_at(book, where).number_format != "General" else None
        return interval is None or spot is None or not interval.holds(spot.meaning(now))
    if isinstance(saved, str) and isinstance(now, str):
        return saved != now
    return type(saved) is not type(now) or saved != now
