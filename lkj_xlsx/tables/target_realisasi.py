"""Target and realisasi of the year (usually Tabel 3.6, 3.13, 3.19)."""

from __future__ import annotations

from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.declare import table
from lkj_xlsx.model.fact import Book, Record
from lkj_xlsx.model.finding import Finding
from lkj_xlsx.model.report import Table
from lkj_xlsx.tables.layout import Layout, lay_out

LAYOUT = Layout("target_realisasi", omit=("kode",))


@table(sheet="target_realisasi", order=60)
def target_realisasi(records: tuple[Record, ...], book: Book, ledger: Ledger, findings: tuple[Finding, ...]) -> Table:
    """Target, realisasi, capaian and predikat of a group of indicators."""
    return lay_out(LAYOUT, records, book, ledger, findings)
