"""Every declared measure put to every field it fills: the ledger of judged figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from functools import partial

from lkj_xlsx.measures.verdict import judge
from lkj_xlsx.model.computed import SILENT, Computed, Judged, Ledger, Plainly
from lkj_xlsx.model.declare import Measure
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.record import Record

SheetRow = tuple[str, int]  # a sheet's title and a row


def recompute(book: Book, measures: Iterable[Measure], rows: Set[SheetRow] | None = None) -> Ledger:
    """The ledger of a book, in the order of its records; of these `rows` only, where they are given."""
    fillers: dict[str, list[tuple[str, Measure]]] = {}
    for item in measures:
        for sheet, field in item.fills:
            fillers.setdefault(sheet, []).append((field, item))
    return Ledger.of(_judged(book, fillers, rows))


def row_of(record: Record) -> SheetRow:
    """Where a record stands, which is the same in a corrected book."""
    return record.title, record.row


def _judged(
    book: Book, fillers: Mapping[str, list[tuple[str, Measure]]], rows: Set[SheetRow] | None
) -> Iterator[Judged]:
    asked: dict[tuple[str, ...], list[tuple[str, Measure]]] = {}  # rows of one sheet have the same columns
    work: dict[str, Plainly] = {}
    for record in book.all_records:
        if rows is not None and row_of(record) not in rows:
            continue
        columns = (record.sheet, *record.values)
        if columns not in asked:
            asked[columns] = list(_asked(record, fillers.get(record.sheet, ())))
        for key, item in asked[columns]:
            judged = judgement(item, record, key, book, work)
            if judged is not None:
                yield judged


def judgement(item: Measure, record: Record, key: str, book: Book, work: dict[str, Plainly]) -> Judged | None:
    """One figure judged; None where the measure does not speak of it. `work` keeps what figures wait with."""
    verdict = item.plainly(record, key, book) if item.plainly is not None else None
    if verdict is SILENT:
        return None
    if verdict is not None:
        if item.code not in work:
            work[item.code] = Plainly(item, partial(_worked_out, item, book), judge)
        return Judged.plain(verdict, work[item.code], record, key)
    computed = item.compute(record, key, book)
    return None if computed is None else judge(computed)


def _worked_out(item: Measure, book: Book, record: Record, key: str) -> Computed:
    computed = item.compute(record, key, book)
    assert computed is not None, f"{item.code} has a verdict on {key} in row {record.row} but no figure"
    return computed


def _asked(record: Record, fillers: Iterable[tuple[str, Measure]]) -> Iterator[tuple[str, Measure]]:
    """Each column that a measure fills: a field's own, or one for each year."""
    for field, item in fillers:
        years = [key for key in record.values if key.startswith(f"{field}@")]
        yield from ((key, item) for key in years or [field])
