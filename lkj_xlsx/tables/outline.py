"""Tables in outline: number, title, and the amounts of rupiah that findings stand at.

Enough for outputs that only tell findings; building whole tables takes longer than the audit itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.finding import Finding
from lkj_xlsx.model.record import Record
from lkj_xlsx.model.report import Column, Item, Row, Table, natural
from lkj_xlsx.spec.field import Kind, Sheet
from lkj_xlsx.spec.template import TEMPLATE


def outline(book: Book, findings: Iterable[Finding]) -> tuple[Table, ...]:
    """One table for each number on each sheet, in the order of the numbers."""
    places = {finding.where for finding in findings if finding.where is not None}
    listed = {natural(number): title for number, title in reversed(tuple(book.tables().items())) if title}
    tables = [
        Table(number, listed.get(natural(number)) or sheet.title, columns, tuple(_rows(records, columns, places)))
        for sheet in TEMPLATE.sheets
        for number, records in _by_number(book.records(sheet.key)).items()
        for columns in (tuple(_columns(sheet)),)
    ]
    return tuple(sorted(tables, key=lambda table: natural(table.number)))


def _by_number(records: Iterable[Record]) -> dict[str, list[Record]]:
    """The records of each numbered table."""
    numbers: dict[str, list[Record]] = {}
    for record in records:
        if record.tabel:
            numbers.setdefault(record.tabel, []).append(record)
    return numbers


def _columns(sheet: Sheet) -> Iterator[Column]:
    return (Column(field.key, field.header, "rupiah") for field in sheet.fields if field.kind is Kind.RUPIAH)


def _rows(records: Iterable[Record], columns: tuple[Column, ...], places: set[Where]) -> Iterator[Row]:
    """The rows in which a finding stands."""
    filled = {(where.sheet, where.row) for where in places}
    for record in records:
        if (record.title, record.row) in filled:
            values = {column.key: record.get(column.key) for column in columns}
            cells = {key: value for key, value in values.items() if value.where in places}
            yield Row({key: Item(value.known, source=value.where) for key, value in cells.items()})
