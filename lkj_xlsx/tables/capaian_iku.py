"""Capaian of all main indicators (usually Tabel 3.3)."""

from __future__ import annotations

from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.declare import table
from lkj_xlsx.model.fact import Book, Record
from lkj_xlsx.model.finding import Finding
from lkj_xlsx.model.report import Table
from lkj_xlsx.tables.layout import Layout, lay_out

LAYOUT = Layout("capaian_iku", omit=("kode",))


@table(sheet="capaian_iku", order=50)
def capaian_iku(records: tuple[Record, ...], book: Book, ledger: Ledger, findings: tuple[Finding, ...]) -> Table:
    """Every indicator with target, realisasi, capaian and predikat."""
    return lay_out(LAYOUT, records, book, ledger, findings)
