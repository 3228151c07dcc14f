"""The rating scale that the report prints (usually Tabel 3.2)."""

from __future__ import annotations

from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.declare import table
from lkj_xlsx.model.fact import Book, Record
from lkj_xlsx.model.finding import Finding
from lkj_xlsx.model.report import Table
from lkj_xlsx.tables.layout import Layout, lay_out

LAYOUT = Layout("skala")


@table(sheet="skala", order=30)
def skala(records: tuple[Record, ...], book: Book, ledger: Ledger, findings: tuple[Finding, ...]) -> Table:
    """The intervals and their words, from the highest."""
    return lay_out(LAYOUT, records, book, ledger, findings)
