"""The template: all sheets in tab order, and its version."""

from __future__ import annotations

from lkj_xlsx.model.fact import Settings
from lkj_xlsx.spec import anggaran, companions, data_dasar, kinerja, perencanaan
from lkj_xlsx.spec.field import Template, Years

TEMPLATE = Template(
    version=1,
    sheets=(
        perencanaan.IDENTITAS,
        perencanaan.DAFTAR_TABEL,
        perencanaan.LEMBAR_INDIKATOR,
        perencanaan.PERJANJIAN,
        perencanaan.SKALA,
        data_dasar.DATA_DASAR,
        kinerja.CAPAIAN_IKU,
        kinerja.TARGET_REALISASI,
        kinerja.TAHUN_LALU,
        kinerja.RENSTRA,
        anggaran.EFISIENSI,
        anggaran.PROGRAM_PENDUKUNG,
        kinerja.NILAI_AKIP,
        anggaran.REALISASI_ANGGARAN,
        kinerja.TRIWULAN,
        companions.ANALISIS,
        companions.PENGECUALIAN,
    ),
)

GUIDE_TITLE = "Petunjuk"  # the sheet of instructions, made from the declarations above
LISTS_TITLE = "Daftar Pilihan"  # the hidden sheet that holds the words of the drop-down lists
SUMMARY_TITLE = "Ringkasan"  # the first sheet of a finished workbook, which tells the file it was made of
SOURCE_NAME, SOURCE_HASH = "Nama berkas", "SHA-256 berkas"


def years_of(settings: Settings) -> Years:
    """The years of a report as its form states them."""
    return Years(settings.tahun, settings.awal, settings.akhir)


def heading(sheet: str, key: str, settings: Settings) -> str:
    """The heading of a column as printed; the key of one that repeats carries its year (`realisasi@2024`)."""
    name, _, year = key.partition("@")
    return TEMPLATE.sheet(sheet).field(name).heading(years_of(settings), int(year) if year.isdecimal() else None)
