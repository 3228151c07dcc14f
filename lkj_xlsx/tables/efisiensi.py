"""Capaian against the budget spent on it (usually Tabel 3.9, 3.16, 3.20)."""

from __future__ import annotations

from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.declare import table
from lkj_xlsx.model.fact import Book, Record
from lkj_xlsx.model.finding import Finding
from lkj_xlsx.model.report import Table
from lkj_xlsx.tables.layout import Layout, lay_out

LAYOUT = Layout(
    "efisiensi",
    omit=("kode",),
    titles={
        "target": "Target",
        "realisasi": "Realisasi",
        "capaian": "Capaian (%)",
        "anggaran": "Anggaran (Rp)",
        "realisasi_anggaran": "Realisasi (Rp)",
        "serapan": "Capaian (%)",
    },
    groups={
        "target": "Kinerja",
        "realisasi": "Kinerja",
        "capaian": "Kinerja",
        "anggaran": "Anggaran",
        "realisasi_anggaran": "Anggaran",
        "serapan": "Anggaran",
    },
)


@table(sheet="efisiensi", order=90)
def efisiensi(records: tuple[Record, ...], book: Book, ledger: Ledger, findings: tuple[Finding, ...]) -> Table:
    """Kinerja beside Anggaran; one budget may serve several indicators."""
    return lay_out(LAYOUT, records, book, ledger, findings)
