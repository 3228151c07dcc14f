"""Programmes that support an indicator (usually Tabel 3.10, 3.17, 3.21)."""

from __future__ import annotations

from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.declare import table
from lkj_xlsx.model.fact import Book, Record
from lkj_xlsx.model.finding import Finding
from lkj_xlsx.model.report import Table
from lkj_xlsx.tables.layout import Layout, lay_out

LAYOUT = Layout("program_pendukung", omit=("kode",))


@table(sheet="program_pendukung", order=100)
def program_pendukung(records: tuple[Record, ...], book: Book, ledger: Ledger, findings: tuple[Finding, ...]) -> Table:
    """Programmes, their pagu and who carries them out."""
    return lay_out(LAYOUT, records, book, ledger, findings)
