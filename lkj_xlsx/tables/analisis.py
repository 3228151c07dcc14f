"""Factors and solutions, indicator by indicator: text for the report, without a table number of its own."""

from __future__ import annotations

from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.declare import table
from lkj_xlsx.model.fact import Book, Record
from lkj_xlsx.model.finding import Finding
from lkj_xlsx.model.report import Table
from lkj_xlsx.tables.layout import Layout, lay_out

LAYOUT = Layout("analisis")


@table(sheet="analisis", order=140, numbered=False)
def analisis(records: tuple[Record, ...], book: Book, ledger: Ledger, findings: tuple[Finding, ...]) -> Table:
    """The number typed in a row tells which table the factor explains, so it is not this table's number."""
    return lay_out(LAYOUT, records, book, ledger, findings, number="")
