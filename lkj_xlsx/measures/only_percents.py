"""Tables of efficiency that print percents and no amounts."""

from __future__ import annotations

from lkj_xlsx.model.fact import Book, per_book
from lkj_xlsx.model.record import Record


def only_percents(record: Record, book: Book) -> bool:
    """Whether a row states its absorption in a table of efficiency that prints no amounts at all."""
    return record.get("serapan").known is not None and record.tabel not in _tables_with_amounts(book)


@per_book
def _tables_with_amounts(book: Book) -> frozenset[str]:
    keys = ("anggaran", "realisasi_anggaran")
    return frozenset(r.tabel for r in book.records("efisiensi") if any(not r.get(key).blank for key in keys))
