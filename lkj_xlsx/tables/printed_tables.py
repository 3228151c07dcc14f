"""The tables that are printed as their sheet is typed: each is one declaration of what it shows."""

from __future__ import annotations

from lkj_xlsx.measures.data_dasar import kind_of
from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.declare import TableKind
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.finding import Finding
from lkj_xlsx.model.record import Record
from lkj_xlsx.model.report import Table
from lkj_xlsx.tables.layout import Layout, lay_out

TRIWULAN_HEADINGS = {
    f"{ukuran}_tw{n}": (ukuran.capitalize(), f"Triwulan {n}") for ukuran in ("target", "realisasi") for n in range(1, 5)
}
KINERJA_BESIDE_ANGGARAN = {
    "target": ("Kinerja", "Target"),
    "realisasi": ("Kinerja", "Realisasi"),
    "capaian": ("Kinerja", "Capaian (%)"),
    "anggaran": ("Anggaran", "Anggaran (Rp)"),
    "realisasi_anggaran": ("Anggaran", "Realisasi (Rp)"),
    "serapan": ("Anggaran", "Capaian (%)"),
}


def printed(layout: Layout, order: int, numbered: bool = True) -> TableKind:
    """The table that `layout` shows of its sheet; `order` and `numbered` as in `TableKind`.

    A table that is not numbered stands without a number, whatever its rows hold in their column Tabel.
    """

    def build(records: tuple[Record, ...], book: Book, ledger: Ledger, findings: tuple[Finding, ...]) -> Table:
        return lay_out(layout, records, book, ledger, findings, None if numbered else "")

    return TableKind(layout.sheet, order, build, numbered)


def _headed(sheet: str, headings: dict[str, tuple[str, str]]) -> Layout:
    """A layout whose headings stand in groups: field key → (group, title)."""
    groups = {key: group for key, (group, _) in headings.items()}
    titles = {key: title for key, (_, title) in headings.items()}
    return Layout(sheet, omit=("kode",), groups=groups, titles=titles)


# Behind each: the number it usually has in a report.
PERJANJIAN = printed(Layout("perjanjian", omit=("kode",)), 10)  # 2.2
SKALA = printed(Layout("skala"), 30)  # 3.2
DATA_DASAR = printed(  # 3.4, 3.5, 3.11, 3.12
    Layout(
        "data_dasar",
        omit=("kode_data", "jenis", "asal", "tahun_target", "tahun_awal"),
        only_typed=("realisasi_sd",),
        years={"target_akhir": "tahun_target", "data_awal": "tahun_awal"},
        style=lambda record: "jumlah" if kind_of(record) == "jumlah" else "data",
    ),
    40,
)
CAPAIAN_IKU = printed(Layout("capaian_iku", omit=("kode",)), 50)  # 3.3
TARGET_REALISASI = printed(Layout("target_realisasi", omit=("kode",)), 60)  # 3.6, 3.13, 3.19
TAHUN_LALU = printed(Layout("tahun_lalu", omit=("kode",)), 70)  # 3.7, 3.14
RENSTRA = printed(Layout("renstra", omit=("kode",), only_typed=("kemajuan_sd",)), 80)  # 3.8, 3.15
EFISIENSI = printed(_headed("efisiensi", KINERJA_BESIDE_ANGGARAN), 90)  # 3.9, 3.16, 3.20
PROGRAM_PENDUKUNG = printed(Layout("program_pendukung", omit=("kode",)), 100)  # 3.10, 3.17, 3.21
NILAI_AKIP = printed(Layout("nilai_akip", omit=("kode", "tahun_awal"), years={"data_awal": "tahun_awal"}), 110)  # 3.18
TRIWULAN = printed(_headed("triwulan", TRIWULAN_HEADINGS), 130)
ANALISIS = printed(Layout("analisis"), 140, numbered=False)  # the number of a row is that of the table it explains
