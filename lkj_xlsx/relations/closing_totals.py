"""Totals that close a table, each with the amounts it adds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from lkj_xlsx.measures.baris_penutup import spans
from lkj_xlsx.measures.matching import plain_name
from lkj_xlsx.measures.serapan import SPENT
from lkj_xlsx.model.cell import Value, Where
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.record import Record


def totals(book: Book, sheet: str) -> tuple[Record, ...]:
    """The rows of a sheet that close a table with its total; those of the budget stand in its tree."""
    return tuple(row for row in book.closings(sheet) if row.closing is not None and row.closing.total)


def added(book: Book, amounts: Mapping[str, Sequence[str]]) -> Iterator[tuple[Where, tuple[Where, ...]]]:
    """The amounts of each total: of the rows since the last total, of its table or of its sheet, each cell once or each
    programme and budget once. Of these readings the one that gives the total, else that of the whole table."""
    for sheet, keys in amounts.items():
        for record in totals(book, sheet):
            for key in keys:
                total = record.get(key)
                readings = [cells for rows in spans(book).get(record, ()) for cells in _readings(rows, key)]
                if total.known is None or not readings:
                    continue
                fits = (cells for cells in readings if sum((v.known or 0 for v in cells), Decimal(0)) == total.known)
                yield total.where, tuple(value.where for value in next(fits, readings[-1]))


def _readings(rows: Iterable[Record], key: str) -> Iterator[tuple[Value, ...]]:
    filled = [row for row in rows if not row.get(key).blank]
    named = {_anggaran(row, key): row.get(key) for row in reversed(filled)}
    cells = {row.get(key).where: row.get(key) for row in filled}
    yield from (tuple(values.values()) for values in (named, cells) if values)


def _anggaran(row: Record, key: str) -> object:
    """What tells one budget from another: the name of its programme, its two amounts where none is named."""
    return plain_name(row.text("program")) or (row.get(key).known, row.get(SPENT.get(row.sheet, key)).known)
