"""A template that nobody has begun to fill in."""

from __future__ import annotations

from collections.abc import Iterator

from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.declare import rule
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.model.message import say
from lkj_xlsx.spec import remarks, sources
from lkj_xlsx.spec.template import TEMPLATE

TEMPLATE_KOSONG = "LKJ115", "template-kosong"


@rule(*TEMPLATE_KOSONG, Level.GALAT, "Template masih kosong", sources.ISI_LAPORAN)
def template_kosong(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: apakah sudah ada satu baris pun pada lembar-lembar wajib.

    Mengapa penting: template kosong bukan laporan yang salah; cukup satu petunjuk tempat mulai, dan temuan lain
    terlipat di bawahnya.

    Contoh yang ditemukan: template yang baru dibuat, belum diisi.
    Contoh yang lolos: lembar Indikator sudah berisi, lembar lain belum.

    Cara memperbaiki: isi mulai dari lembar yang disebut, menurut urutan pada lembar Petunjuk.
    """
    start = empty_from(book)
    if start is not None:
        yield Finding(
            *TEMPLATE_KOSONG,
            Level.GALAT,
            say("Template masih kosong: mulai dari lembar {lembar}.", lembar=start.sheet),
            start,
            step=say("Isi lembar {lembar}, lalu lembar lain menurut urutannya, dan periksa lagi.", lembar=start.sheet),
        )


def empty_from(book: Book) -> Where | None:
    """The sheet to begin with where no required sheet holds a row; None where the template is filled in."""
    wanted = [sheet for sheet in TEMPLATE.sheets if sheet.required]
    filled = {record.sheet for record in book.all_records}
    titles = {seen.key: seen.title for seen in book.sheets}
    tables = [sheet.key for sheet in wanted if not sheet.form]
    if any(key in filled or key not in titles for key in tables):
        return None
    blank = {remark.where.sheet for remark in book.remarks if remark.kind == remarks.WAJIB}
    form = next((titles[sheet.key] for sheet in wanted if sheet.form and titles.get(sheet.key) in blank), None)
    return Where(form or titles[tables[0]])
