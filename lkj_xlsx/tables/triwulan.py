"""Targets and realisasi by quarter."""

from __future__ import annotations

from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.declare import table
from lkj_xlsx.model.fact import Book, Record
from lkj_xlsx.model.finding import Finding
from lkj_xlsx.model.report import Table
from lkj_xlsx.tables.layout import Layout, lay_out

TRIWULAN = range(1, 5)
GROUPS = {f"{ukuran}_tw{n}": ukuran.capitalize() for ukuran in ("target", "realisasi") for n in TRIWULAN}
TITLES = {f"{ukuran}_tw{n}": f"Triwulan {n}" for ukuran in ("target", "realisasi") for n in TRIWULAN}
LAYOUT = Layout("triwulan", omit=("kode",), groups=GROUPS, titles=TITLES)


@table(sheet="triwulan", order=130)
def triwulan(records: tuple[Record, ...], book: Book, ledger: Ledger, findings: tuple[Finding, ...]) -> Table:
    """Four quarters and the year."""
    return lay_out(LAYOUT, records, book, ledger, findings)
