"""A book with some of its cells put right, to see what would agree then."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from decimal import Decimal

from lkj_xlsx.model.cell import Value, Where
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.record import Record
from lkj_xlsx.model.values_by_key import MadeValues


def corrected(book: Book, right: Mapping[Where, Decimal]) -> Book:
    """The book as it would be with these cells put right."""
    return _changed(book, right, lambda value: value._replace(number=right[value.where]))


def rewritten(book: Book, right: Mapping[Where, Value]) -> Book:
    """The book as it would be if these cells stated what others do."""
    return _changed(book, right, lambda value: right[value.where]._replace(cell=value.cell))


def _changed(book: Book, right: Collection[Where], change: Callable[[Value], Value]) -> Book:
    if not right:
        return book
    touched = {(where.sheet, where.row) for where in right}

    def mended(record: Record) -> Record:
        if not record.reaches(touched):
            return record
        values = {key: change(value) if value.where in right else value for key, value in record.values.items()}
        return replace(record, values=MadeValues(values))

    rows = {record: mended(record) for record in (*book.all_records, *book.facts.records)}
    data = {kode: rows.get(record, record) for kode, record in book.data.items()}
    indikator = {
        kode: replace(item, record=rows[item.record]) if item.record in rows else item
        for kode, item in book.indikator.items()
    }
    records = tuple(rows[record] for record in book.all_records)
    facts = book.facts.of(rows[record] for record in book.facts.records)
    return Book(book.settings, book.sheets, records, indikator, data, facts, book.remarks)
