"""Every table of the report, found by its number in the records; adding one needs no line here."""

from __future__ import annotations

from lkj_xlsx.model.collect import collect
from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.declare import TableKind
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.finding import Finding
from lkj_xlsx.model.record import Record
from lkj_xlsx.model.report import Table, natural


def build_tables(book: Book, ledger: Ledger, findings: tuple[Finding, ...]) -> tuple[Table, ...]:
    """One table for each number on each sheet, in the order of the numbers (3.9 before 3.10), unnumbered ones last."""
    built: list[tuple[int, Table]] = []
    for kind in collect("lkj_xlsx.tables", TableKind):
        for group in _groups(book.rows(kind.sheet), kind.numbered):
            table = kind.build(group, book, ledger, findings)
            if table.rows:
                built.append((kind.order, table))
    built.sort(key=lambda pair: (not pair[1].number, natural(pair[1].number), pair[0]))
    return tuple(table for _, table in built)


def _groups(records: tuple[Record, ...], numbered: bool) -> tuple[tuple[Record, ...], ...]:
    numbers: dict[str, list[Record]] = {}
    for record in records:
        numbers.setdefault(record.tabel if numbered else "", []).append(record)
    return tuple(tuple(group) for group in numbers.values())
