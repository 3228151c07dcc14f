"""Every declared measure put to every field it fills: the ledger of judged figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lkj_xlsx.measures.verdict import judge
from lkj_xlsx.model.computed import Computed, Ledger
from lkj_xlsx.model.declare import Measure
from lkj_xlsx.model.fact import Book, Record


def recompute(book: Book, measures: Iterable[Measure]) -> Ledger:
    """The ledger of a book, in the order of its records."""
    fillers: dict[str, list[tuple[str, Measure]]] = {}
    for item in measures:
        for sheet, field in item.fills:
            fillers.setdefault(sheet, []).append((field, item))
    return Ledger.of(
        judge(computed)
        for record in book.all_records
        for computed in _filled(record, fillers.get(record.sheet, ()), book)
    )


def _filled(record: Record, fillers: Iterable[tuple[str, Measure]], book: Book) -> Iterator[Computed]:
    for field, item in fillers:
        years = [key for key in record.values if key.startswith(f"{field}@")]
        for key in years or [field]:
            computed = item.compute(record, key, book)
            if computed is not None:
                yield computed
