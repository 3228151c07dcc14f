"""The sheet Indeks: a link to every sheet, with what it holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from lkj_xlsx.model.report import Table
from lkj_xlsx.writers import workbook_style as look
from lkj_xlsx.writers.workbook_fit import height, lines
from lkj_xlsx.writers.workbook_page import Page, set_page
from lkj_xlsx.writers.workbook_write import place, put, put_link, put_merged

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

    from lkj_xlsx.writers.workbook_style import Styles

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
    put_merged(sheet, (0, 0, 0, last), "Indeks", styles.get(bold=True, font_size=14))
    head = styles.get(bold=True, align="center", border=1, border_color=look.LINE, bg_color=look.HEAD)
    for index, (title, width) in enumerate(zip(TITLES, WIDTHS, strict=True)):
        sheet.set_column(index, index, width)
        put(sheet, HEAD_ROW, index, title, head)
    for number, name in enumerate(names):
        row, table = HEAD_ROW + 1 + number, tables.get(name)
        about = table.title if table is not None else ABOUT.get(name, "")
        put(sheet, row, 0, str(number + 1), styles.get(**_cell(align="center", indent=0)))
        put_link(sheet, row, 1, place(name), name, styles.get(**_cell(font_color=look.LINK, underline=1)))
        put(sheet, row, 2, about, styles.get(**_cell()))
        worst = table.worst() if table is not None else None
        filled = {"bg_color": look.LEVEL_FILL[worst], "font_color": look.LEVEL_INK[worst]} if worst else {}
        mark = f"{look.MARKS[worst]} {worst.word}" if worst else None
        put(sheet, row, 3, mark, styles.get(**_cell(align="center", indent=0, **filled)))
        sheet.set_row(row, height(lines(about, WIDTHS[2])))
    sheet.freeze_panes(HEAD_ROW + 1, 0)
    area = (0, 0, HEAD_ROW + len(names), last)
    set_page(sheet, page, wide=False, repeat=(HEAD_ROW, HEAD_ROW), area=area)


def _cell(**more: Any) -> dict[str, Any]:
    return {"border": 1, "border_color": look.LINE, "text_wrap": True, "align": "left", "indent": 1, **more}
