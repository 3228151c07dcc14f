"""Rounded inputs: no mistake of calculation, but another basis."""

from __future__ import annotations

from lkj_xlsx.model.computed import Judged, Ledger, Verdict
from lkj_xlsx.model.declare import cause
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.finding import Cause
from lkj_xlsx.model.message import say


@cause("masukan-dibulatkan", "Dihitung dari angka yang sudah dibulatkan", 5)
def dibulatkan(entry: Judged, book: Book, ledger: Ledger) -> Cause | None:
    """Cocok dengan hitungan dari angka bulat di barisnya: 83,89 dari 1,51 ÷ 1,8."""
    if entry.verdict is not Verdict.BEDA_BASIS or entry.met is None:
        return None
    return Cause("masukan-dibulatkan", say("dihitung dari {cara}", cara=entry.met.words))
