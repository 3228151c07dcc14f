"""This year beside last year (usually Tabel 3.7, 3.14)."""

from __future__ import annotations

from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.declare import table
from lkj_xlsx.model.fact import Book, Record
from lkj_xlsx.model.finding import Finding
from lkj_xlsx.model.report import Table
from lkj_xlsx.tables.layout import Layout, lay_out

LAYOUT = Layout("tahun_lalu", omit=("kode",))


@table(sheet="tahun_lalu", order=70)
def tahun_lalu(records: tuple[Record, ...], book: Book, ledger: Ledger, findings: tuple[Finding, ...]) -> Table:
    """Realisasi and capaian of both years."""
    return lay_out(LAYOUT, records, book, ledger, findings)
