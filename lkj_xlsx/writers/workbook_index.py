"""The sheet Indeks: a link to every sheet, with what it holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from lkj_xlsx.model.report import Table
from lkj_xlsx.writers.marks import MARKS
from lkj_xlsx.writers.xlsx import style as look
from lkj_xlsx.writers.xlsx.fit import height, lines
from lkj_xlsx.writers.xlsx.page import Page, set_page
from lkj_xlsx.writers.xlsx.pen import place, put, put_headings, put_link, put_merged, widen

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

    from lkj_xlsx.writers.xlsx.style import Styles

WIDTHS = (6, 24, 62, 18)
TITLES = ("No", "Lembar", "Isi", "Tanda pada tabel")
HEAD_ROW = 2
ABOUT = {
    "Ringkasan": "Siap atau belum dilampirkan, angka pokok, dan yang tidak diperiksa.",
    "Indeks": "Daftar lembar ini.",
    "Temuan": "Semua temuan, dapat disaring, dengan kolom tanggapan, penanggung jawab, dan status.",
    "Grafik": "Target dan realisasi, capaian, anggaran, dan realisasi tahun-tahun Renstra.",
    "Narasi": "Kalimat siap salin untuk tiap tabel.",
    "Kertas Kerja": "Angka dasar tiap indikator dan setiap angka tertulis di samping hasil hitung ulangnya.",
    "Kertas Kerja Reviu": "Untuk reviu Inspektorat: cara periksa, yang tidak diperiksa, daftar periksa, tanda tangan.",
}


def draw_index(sheet: Worksheet, names: Sequence[str], tables: Mapping[str, Table], styles: Styles, page: Page) -> None:
    """`names` are all sheets in their order, `tables` those that show a table of the report."""
    last = len(WIDTHS) - 1
    put_merged(sheet, (0, 0, 0, last), "Indeks", styles.get(look.SHEET_TITLE))
    head = styles.get(look.HEADED)
    widen(sheet, WIDTHS)
    put_headings(sheet, HEAD_ROW, TITLES, head)
    for number, name in enumerate(names):
        row, table = HEAD_ROW + 1 + number, tables.get(name)
        about = table.title if table is not None else ABOUT.get(name, "")
        put(sheet, row, 0, str(number + 1), styles.get(look.CELL, look.CENTRED))
        put_link(sheet, row, 1, place(name), name, styles.get(look.CELL, look.LINKED))
        put(sheet, row, 2, about, styles.get(look.CELL))
        worst = table.worst() if table is not None else None
        filled = look.level_look(worst) if worst else look.CENTRED
        mark = f"{MARKS[worst]} {worst.word}" if worst else None
        put(sheet, row, 3, mark, styles.get(look.CELL, look.CENTRED, filled))
        sheet.set_row(row, height(lines(about, WIDTHS[2])))
    sheet.freeze_panes(HEAD_ROW + 1, 0)
    area = (0, 0, HEAD_ROW + len(names), last)
    set_page(sheet, page, wide=False, repeat=(HEAD_ROW, HEAD_ROW), area=area)
