"""The AKIP value over the years (usually Tabel 3.18)."""

from __future__ import annotations

from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.declare import table
from lkj_xlsx.model.fact import Book, Record
from lkj_xlsx.model.finding import Finding
from lkj_xlsx.model.report import Table
from lkj_xlsx.tables.layout import Layout, lay_out

LAYOUT = Layout("nilai_akip", omit=("kode", "tahun_awal"), years={"data_awal": "tahun_awal"})


@table(sheet="nilai_akip", order=110)
def nilai_akip(records: tuple[Record, ...], book: Book, ledger: Ledger, findings: tuple[Finding, ...]) -> Table:
    """Letter, score or both, from the first year on."""
    return lay_out(LAYOUT, records, book, ledger, findings)
