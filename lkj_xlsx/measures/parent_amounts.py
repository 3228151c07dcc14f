"""Amounts of a budget row that its table leaves blank: the sum of the rows below it, level by level."""

from __future__ import annotations

from decimal import Decimal

from lkj_xlsx.measures.basis import Input, exact, typed
from lkj_xlsx.measures.tree import parts
from lkj_xlsx.model.cell import Value
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.number import show
from lkj_xlsx.model.record import Record


def stated_in(record: Record, key: str, book: Book) -> tuple[Value, ...]:
    """The cells that state an amount of a row: its own, or where that is blank those of the rows it is the sum of."""
    own = record.get(key)
    below = parts(book).get(record, ()) if own.blank and record.sheet == "realisasi_anggaran" else ()
    return tuple(value for node in below for value in stated_in(node.record, key, book)) if below else (own,)


def amount(record: Record, key: str, book: Book) -> Input | None:
    """An amount of rupiah of a row, typed or derived from the rows below it; None where one of them is no number."""
    cells = stated_in(record, key, book)
    if len(cells) == 1 and cells[0].where == record.get(key).where:
        return typed(cells[0], True)
    numbers = [cell.known for cell in cells]
    known = [number for number in numbers if number is not None]
    if len(known) != len(numbers):
        return None
    total = sum(known, Decimal(0))
    return exact(total, show(total, 0), *(cell.where for cell in cells))


def derived(record: Record, key: str, book: Book) -> bool:
    """Whether a blank amount of a row follows from the rows below it."""
    return record.get(key).blank and amount(record, key, book) is not None
