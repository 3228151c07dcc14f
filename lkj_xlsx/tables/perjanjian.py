"""The performance agreement (usually Tabel 2.2)."""

from __future__ import annotations

from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.declare import table
from lkj_xlsx.model.fact import Book, Record
from lkj_xlsx.model.finding import Finding
from lkj_xlsx.model.report import Table
from lkj_xlsx.tables.layout import Layout, lay_out

LAYOUT = Layout("perjanjian", omit=("kode",))


@table(sheet="perjanjian", order=10)
def perjanjian(records: tuple[Record, ...], book: Book, ledger: Ledger, findings: tuple[Finding, ...]) -> Table:
    """Sasaran, indikator and target of the year."""
    return lay_out(LAYOUT, records, book, ledger, findings)
