"""The year of the report against the years that the headings print."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.declare import rule
from lkj_xlsx.model.fact import Book, per_book
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.model.message import say
from lkj_xlsx.rules.plausibility import JUDUL
from lkj_xlsx.rules.wording import listed
from lkj_xlsx.spec import remarks
from lkj_xlsx.spec.field import year_in
from lkj_xlsx.spec.template import TEMPLATE

TAHUN = "LKJ217", "tahun-laporan-lain"
FEWEST = 3  # headings that must agree on another year
_MARK = re.compile(r"\{\w+\}")  # what stands for a year in a heading of the template


@per_book
def printed_year(book: Book) -> tuple[int, tuple[Where, ...]] | None:
    """The year that all headings of the year's own tables print, where it is not the report's, and those headings."""
    record = book.settings.record
    now = {seen.title for seen in book.sheets if _of_the_year(seen.key)}
    odd = [remark for remark in book.remarks if remark.kind == remarks.KOLOM_TAHUN_LAIN and remark.where.sheet in now]
    years = {year for remark in odd if (year := year_in(remark.detail)) is not None}
    if record is None or len(odd) < FEWEST or len(years) != 1:
        return None
    return years.pop(), tuple(remark.where for remark in odd)


def wrong_year(book: Book) -> Where | None:
    """The cell of the report's year where the headings print another one."""
    record = book.settings.record
    return None if record is None or printed_year(book) is None else record.place("tahun")


def _of_the_year(key: str) -> bool:
    """Whether the report's is the only year in the headings of a sheet."""
    marks = {mark for field in TEMPLATE.sheet(key).fields for mark in _MARK.findall(field.header)}
    return marks == {"{tahun}"}


@rule(*TAHUN, Level.GALAT, "Tahun Laporan berbeda dari judul kolom", JUDUL)
def tahun_laporan(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: Tahun Laporan pada Identitas dan Pengaturan sama dengan tahun pada judul kolom.

    Mengapa penting: tahun itu menentukan kolom mana yang dibaca. Bila keliru, kolom-kolom tidak ditemukan dan hitungan
    memakai tahun yang salah; temuan seperti itu terlipat di bawah temuan ini.

    Contoh yang ditemukan: Tahun Laporan 2025, sedangkan judulnya "Target 2024", "Realisasi 2024", dan "Capaian 2024".
    Contoh yang lolos: satu judul saja yang tahunnya lain; itu salah tulis judul.

    Cara memperbaiki: betulkan Tahun Laporan, atau buat template baru untuk tahun itu.
    """
    printed, record = printed_year(book), book.settings.record
    if printed is None or record is None:
        return
    tahun, places = printed
    cell = record.place("tahun")
    yield Finding(
        *TAHUN,
        Level.GALAT,
        say(
            "Tahun Laporan tertulis {lama}, sedangkan judul kolom pada {lembar} menyebut {baru}.",
            lama=book.settings.tahun,
            lembar=listed(list(dict.fromkeys(place.sheet for place in places))),
            baru=tahun,
        ),
        cell,
        label=say("Tahun Laporan"),
        year=book.settings.tahun,
        stated=str(book.settings.tahun),
        recomputed=str(tahun),
        related=places,
        step=say(
            "Ganti {lama} di {sel} dengan {baru}, lalu periksa lagi.", lama=book.settings.tahun, sel=cell, baru=tahun
        ),
    )
