"""The sheet Narasi: sentences for each table, ready to be pasted into the report."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lkj_xlsx.model.report import Narrative
from lkj_xlsx.writers.xlsx import style as look
from lkj_xlsx.writers.xlsx.fit import height, lines
from lkj_xlsx.writers.xlsx.page import Page, set_page
from lkj_xlsx.writers.xlsx.pen import put, put_headings, put_merged, widen

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

    from lkj_xlsx.writers.xlsx.style import Styles

WIDTHS = (10, 34, 96)
GUIDE = (
    "Salin kalimatnya ke laporan dan lengkapi dengan uraian Anda. Angkanya hasil hitung ulang pada saat pemeriksaan; "
    "bila angka diperbaiki, periksa lagi berkasnya agar kalimatnya ikut berubah."
)


MOST_LINES = 26  # of one cell: a higher row would be cut, or torn between two pages


def paragraphs(sentences: Sequence[str]) -> list[str]:
    """The sentences as one paragraph, or as several where one would be too long for a row."""
    texts: list[str] = []
    for sentence in sentences:
        joined = f"{texts[-1]} {sentence}" if texts else sentence
        if texts and lines(joined, WIDTHS[2]) <= MOST_LINES:
            texts[-1] = joined
        else:
            texts.append(sentence)
    return texts


def draw_narrative(sheet: Worksheet, narratives: Sequence[Narrative], styles: Styles, page: Page) -> None:
    """One row for each table: its number, its title, its sentences as one paragraph; more rows for very many."""
    put_merged(sheet, (0, 0, 0, 2), "Narasi", styles.get(look.SHEET_TITLE))
    put_merged(sheet, (1, 0, 1, 2), GUIDE, styles.get(look.SMALL, text_wrap=True, valign="top"))
    sheet.set_row(1, height(lines(GUIDE, sum(WIDTHS), size=9), 9))
    head = styles.get(look.HEADED)
    widen(sheet, WIDTHS)
    put_headings(sheet, 2, ("Tabel", "Judul", "Kalimat"), head)
    cell = styles.get(look.CELL, valign="top")
    number = styles.get(look.BORDERED, text_wrap=True, valign="top", align="center")
    row = 2
    parts = [(item, text) for item in narratives for text in paragraphs(item.sentences)]
    for row, (item, text) in enumerate(parts, 3):
        put(sheet, row, 0, item.tabel or "–", number)
        put(sheet, row, 1, item.title, cell)
        put(sheet, row, 2, text, cell)
        sheet.set_row(row, height(max(lines(text, WIDTHS[2]), lines(item.title, WIDTHS[1]))))
    sheet.freeze_panes(3, 0)
    set_page(sheet, page, wide=True, repeat=(2, 2), area=(0, 0, row, 2))
