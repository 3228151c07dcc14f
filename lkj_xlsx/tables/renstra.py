"""Realisasi against the target at the end of the Renstra (usually Tabel 3.8, 3.15)."""

from __future__ import annotations

from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.declare import table
from lkj_xlsx.model.fact import Book, Record
from lkj_xlsx.model.finding import Finding
from lkj_xlsx.model.report import Table
from lkj_xlsx.tables.layout import Layout, lay_out

LAYOUT = Layout("renstra", omit=("kode",), only_typed=("kemajuan_sd",))


@table(sheet="renstra", order=80)
def renstra(records: tuple[Record, ...], book: Book, ledger: Ledger, findings: tuple[Finding, ...]) -> Table:
    """Progress towards the last target; the accumulated column only where the report prints it."""
    return lay_out(LAYOUT, records, book, ledger, findings)
