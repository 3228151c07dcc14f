"""What every formula of a book gives now, beside the result that was saved with it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from lkj_xlsx.formulas.contents import ONE, Result, held
from lkj_xlsx.formulas.evaluate import Calculator
from lkj_xlsx.model.cell import Cell, Where
from lkj_xlsx.model.fact import Book, per_book
from lkj_xlsx.model.formula import Fault, Formula, parts, refers_to
from lkj_xlsx.model.message import say
from lkj_xlsx.model.number import Missing, Reason
from lkj_xlsx.neighbours.columns import Spot, calculator, spots_at

CIRCULAR = Missing(Reason.MASUKAN, say("rumusnya memakai selnya sendiri"))
_NOISE = Decimal("1E-9")  # what binary arithmetic may leave in a saved result


@per_book
def results(book: Book) -> Mapping[Where, tuple[Formula, Result]]:
    """Every formula with what it gives now."""
    everything = {where: formula for sheet in book.cells.values() for where, formula in sheet.formulas.items()}
    now = calculator(book).results(everything)
    roots = {id(formula.root): formula.root for formula in everything.values()}  # a filled-down column shares one
    looked_at = {key: parts(root) for key, root in roots.items()}
    return {
        where: (formula, CIRCULAR if refers_to(looked_at[id(formula.root)], where, where) else now[where])
        for where, formula in everything.items()
    }


def cell_at(book: Book, where: Where) -> Cell | None:
    """The cell as the file holds it."""
    return book.cells[where.sheet].rows.get(where.row, {}).get(where.column)


@per_book
def stale_cells(book: Book) -> Mapping[Where, Result]:
    """Formulas whose saved result is not what they give now, each with what it gives.

    One that uses stale cells is right where it fits what those give now, as it is where it fits what they show.
    """
    spots = spots_at(book)
    found: dict[Where, Result] = {}
    for where, (_, now) in results(book).items():
        cell = cell_at(book, where)
        if cell is not None and stale(cell, now, spots.get(where)):
            found[where] = now
    fresh = Calculator(book.cells, found)
    return {where: now for where, now in found.items() if not _fits(book, where, fresh, found, spots.get(where))}


def _fits(book: Book, where: Where, fresh: Calculator, stale_ones: Mapping[Where, Result], spot: Spot | None) -> bool:
    cell, root = cell_at(book, where), results(book)[where][0].root
    if cell is None or len(stale_ones) == 1 or refers_to(parts(root), where, where):
        return False
    now = fresh.result(root, where)
    return now != stale_ones[where] and not isinstance(now, Missing) and not stale(cell, now, spot)


def stale(cell: Cell, now: Result, spot: Spot | None) -> bool:
    """Whether the saved result cannot be what the formula gives now. Errors and missing results are told elsewhere."""
    saved = held(cell)
    if saved is None or isinstance(saved, Fault | Missing) or isinstance(now, Missing):
        return False
    if isinstance(saved, Decimal) and isinstance(now, Decimal):
        if abs(saved - now) <= _NOISE * max(abs(saved), abs(now), ONE):
            return False
        interval = spot.value.interval if spot is not None and cell.number_format != "General" else None
        return interval is None or spot is None or not interval.holds(spot.meaning(now))
    if isinstance(saved, str) and isinstance(now, str):
        return saved != now
    return type(saved) is not type(now) or saved != now
