"""How every sheet prints: A4, one page wide, repeated headings, page numbers; no gridlines on the screen."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from lkj_xlsx.writers.shown import shown

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

A4 = 9
ACROSS, DOWN = 595.0, 842.0  # points of A4 held upright
SIDES, ENDS = 0.6, 0.8  # inches of margin: left and right, top and bottom
INCH, ROW = 72.0, 15.0  # points; a row whose height nobody set
UNIT, BETWEEN = 5.4, 0.75  # points of a column unit, between what two programs make of it; units beside a column
WHOLE = 0.6  # of a page: a larger block may be torn
LONGEST = 120  # characters of one part of a header: the whole may hold 255


PROTECTION = {  # without a password: it guards labels from slips of the hand, not from their owner
    "format_cells": True,
    "format_columns": True,
    "format_rows": True,
    "insert_columns": True,
    "insert_rows": True,
    "insert_hyperlinks": True,
    "delete_rows": True,
    "sort": True,
    "autofilter": True,
}


@dataclass(frozen=True, slots=True)
class Page:
    """What every printed page says: `left` and `right` under the sheet, `warning` above it; "" for nothing."""

    left: str
    right: str
    warning: str = ""


def set_a4(sheet: Worksheet, wide: bool) -> None:
    """One page wide, held upright unless it is `wide`."""
    sheet.hide_gridlines(2)
    sheet.set_paper(A4)
    if wide:
        sheet.set_landscape()
    else:
        sheet.set_portrait()
    sheet.fit_to_pages(1, 0)


def set_form(sheet: Worksheet, wide: bool, name: str) -> None:
    """Set up printing of a sheet of the template, with the workbook's name at its foot, and guard its labels."""
    set_a4(sheet, wide)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    sheet.set_footer(f"&L&9{name}&C&9&A&R&9Halaman &P dari &N")
    sheet.protect("", PROTECTION)


def set_page(
    sheet: Worksheet, page: Page, *, wide: bool, repeat: tuple[int, int], area: tuple[int, int, int, int]
) -> None:
    """Set up printing; `repeat` are the heading rows and `area` the printed cells, counted from 0."""
    set_a4(sheet, wide)
    sheet.set_margins(left=SIDES, right=SIDES, top=ENDS, bottom=ENDS)
    sheet.center_horizontally()
    sheet.repeat_rows(*repeat)
    sheet.print_area(*area)
    if page.warning:
        sheet.set_header(f"&C&9{_escape(page.warning)}")
    right = f"&R&8{_escape(page.right)}" if page.right else ""
    sheet.set_footer(f"&L&8{_escape(page.left)}&C&8Halaman &P dari &N{right}")


def page_breaks(
    starts: Sequence[int],
    heights: Mapping[int, float],
    last: int,
    widths: Sequence[float],
    *,
    wide: bool,
    top: int = 0,
    fresh: Collection[int] = (),
) -> list[int]:
    """Before which rows a new page should begin so that no short block is torn and no heading ends a page.

    `starts` are the first rows of the blocks, `heights` the points of rows that were set, `last` the last row. A page
    begins at the row `top` and before every block in `fresh`.
    """
    across, down = (DOWN, ACROSS) if wide else (ACROSS, DOWN)
    scale = min(1.0, (across - 2 * SIDES * INCH) / sum(UNIT * (width + BETWEEN) for width in widths))
    room = (down - 2 * ENDS * INCH) / scale - 2 * ROW  # less the repeated rows
    used, breaks = 0.0, []
    for first, after in pairwise(sorted({top, *starts, last + 1})):
        size = sum(heights.get(row, ROW) for row in range(first, after))
        together = size if size <= room * WHOLE else room / 4
        if used and (first in fresh or used + together > room):
            breaks.append(first)
            used = 0.0
        used = (used + size) % room
    return breaks


def _escape(text: str) -> str:
    """`&` begins a code in headers; a digit right after a font size would belong to it."""
    cut = shown(text)[:LONGEST].replace("&", "&&")
    return f" {cut}" if cut[:1].isdigit() else cut
