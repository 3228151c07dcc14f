"""Amounts of a budget row that its table leaves blank: the sum of the rows below it, level by level."""

from __future__ import annotations

from decimal import Decimal

from lkj_xlsx.measures.basis import Input, exact, typed
from lkj_xlsx.measures.tree import parts
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.number import show
from lkj_xlsx.model.record import Record


def stating(record: Record, key: str, book: Book) -> tuple[Record, ...]:
    """The rows that state an amount of a row: itself, or where it is left blank the rows it is the sum of."""
    if record.known(key) is not None or record.sheet != "realisasi_anggaran" or not record.get(key).blank:
        return (record,)
    below = parts(book).get(record, ())
    return tuple(row for node in below for row in stating(node.record, key, book)) or (record,)


def amount(record: Record, key: str, book: Book) -> Input | None:
    """An amount of rupiah of a row, typed or derived from the rows below it; None where one of them is no number."""
    rows = stating(record, key, book)
    cells = [row.get(key) for row in rows]
    if rows == (record,):
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
