"""What every formula of a book gives now, beside the result that was saved with it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache

from lkj_xlsx.measures.rumus_isi import ONE, Result, held
from lkj_xlsx.measures.rumus_tetangga import Spot, calculator
from lkj_xlsx.model.cell import Cell, Where
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.formula import Fault, Formula, refers_to
from lkj_xlsx.model.message import say
from lkj_xlsx.model.number import Missing, Reason

CIRCULAR = Missing(Reason.MASUKAN, say("rumusnya memakai selnya sendiri"))
_NOISE = Decimal("1E-9")  # what binary arithmetic may leave in a saved result


@lru_cache(maxsize=1)
def results(book: Book) -> Mapping[Where, tuple[Formula, Result]]:
    """Every formula with what it gives now."""
    calculate = calculator(book).result
    return {
        where: (formula, CIRCULAR if refers_to(formula.root, where, where) else calculate(formula.root, where))
        for sheet in book.cells.values()
        for where, formula in sheet.formulas.items()
    }


def cell_at(book: Book, where: Where) -> Cell | None:
    """The cell as the file holds it."""
    return book.cells[where.sheet].rows.get(where.row, {}).get(where.column)


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
