"""What every formula of a book gives now, beside the result that was saved with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from lkj_xlsx.formulas.contents import ONE, Result, held
from lkj_xlsx.formulas.evaluate import Calculator
from lkj_xlsx.model.cell import Cell, Origin, Where
from lkj_xlsx.model.fact import Book, per_book
from lkj_xlsx.model.formula import Area, CellRef, Fault, Formula, parts, refers_to
from lkj_xlsx.model.message import say
from lkj_xlsx.model.number import Missing, Reason
from lkj_xlsx.neighbours.columns import Spot, calculator, spots_at

CIRCULAR = Missing(Reason.MASUKAN, say("rumusnya memakai selnya sendiri"))
_NOISE = Decimal("1E-9")  # what binary arithmetic may leave in a saved result


def results(book: Book) -> Iterator[tuple[Formula, Result]]:
    """Every formula with what it gives now."""
    looked_at: dict[int, tuple[CellRef | Area, ...]] = {}  # by tree: a filled-down column shares one
    for sheet in book.cells.values():
        formulas = sheet.formulas.values()
        for formula, now in zip(formulas, calculator(book).results(formulas), strict=True):
            tree = id(formula.root)
            if tree not in looked_at:
                looked_at[tree] = parts(formula.root)
            circular = refers_to(looked_at[tree], formula.where, formula.where)
            yield formula, CIRCULAR if circular else now


def cell_at(book: Book, where: Where) -> Cell | None:
    """The cell as the file holds it."""
    return book.cells[where.sheet].rows.get(where.row, {}).get(where.column)


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
    spots = spots_at(book)
    current: dict[Where, Result] = {}
    unknown: dict[Where, Missing] = {}
    for formula, now in results(book):
        cell = cell_at(book, formula.where)
        if cell is None:
            continue
        if isinstance(now, Missing):
            if cell.origin is Origin.RUMUS and now.reason is not Reason.TANPA_HASIL:
                unknown[formula.where] = now
        elif stale(cell, now, spots.get(formula.where)):
            current[formula.where] = now
    fresh = Calculator(book.cells, current)
    kept = {where: now for where, now in current.items() if not _fits(book, where, fresh, current, spots.get(where))}
    return Unlike(kept, unknown)


def _fits(book: Book, where: Where, fresh: Calculator, stale_ones: Mapping[Where, Result], spot: Spot | None) -> bool:
    cell, root = cell_at(book, where), book.cells[where.sheet].formulas[where].root
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
