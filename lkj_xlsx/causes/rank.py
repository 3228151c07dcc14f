"""The likeliest of the mistakes that reproduce a stated value: the less a match can be chance, the earlier."""

from __future__ import annotations

from collections.abc import Iterable

from lkj_xlsx.model.computed import Judged, Ledger
from lkj_xlsx.model.declare import CauseKind
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.finding import Cause


def likeliest(kinds: Iterable[CauseKind], entry: Judged, book: Book, ledger: Ledger) -> Cause | None:
    """The best-ranked cause, or None where nothing reproduces the stated value."""
    for kind in kinds:
        cause = kind.find(entry, book, ledger)
        if cause is not None:
            return cause
    return None
