"""Base data: rupiah, units and people over the years (usually Tabel 3.4, 3.5, 3.11, 3.12)."""

from __future__ import annotations

from lkj_xlsx.measures.data_dasar import kind_of
from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.declare import table
from lkj_xlsx.model.fact import Book, Record
from lkj_xlsx.model.finding import Finding
from lkj_xlsx.model.report import Table
from lkj_xlsx.tables.layout import Layout, lay_out

LAYOUT = Layout(
    "data_dasar",
    omit=("kode_data", "jenis", "asal", "tahun_target", "tahun_awal"),
    only_typed=("realisasi_sd",),
    years={"target_akhir": "tahun_target", "data_awal": "tahun_awal"},
    style=lambda record: "jumlah" if kind_of(record) == "jumlah" else "data",
)


@table(sheet="data_dasar", order=40)
def data_dasar(records: tuple[Record, ...], book: Book, ledger: Ledger, findings: tuple[Finding, ...]) -> Table:
    """Only the columns this table uses; rows of the kind Jumlah are its totals."""
    return lay_out(LAYOUT, records, book, ledger, findings)
