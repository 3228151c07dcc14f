"""How every sheet prints: A4, one page wide, repeated headings, page numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

A4 = 9
LONGEST = 120  # characters of one part of a header: the whole may hold 255


@dataclass(frozen=True, slots=True)
class Page:
    """What every printed page says: `left` and `right` under the sheet, `warning` above it while errors are open."""

    left: str
    right: str
    warning: str = ""


def set_page(
    sheet: Worksheet, page: Page, *, wide: bool, repeat: tuple[int, int], area: tuple[int, int, int, int]
) -> None:
    """Set up printing; `repeat` are the heading rows and `area` the printed cells, counted from 0."""
    sheet.hide_gridlines(2)
    sheet.set_paper(A4)
    if wide:
        sheet.set_landscape()
    else:
        sheet.set_portrait()
    sheet.set_margins(left=0.6, right=0.6, top=0.8, bottom=0.8)
    sheet.center_horizontally()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(*repeat)
    sheet.print_area(*area)
    if page.warning:
        sheet.set_header(f"&C&9{_escape(page.warning)}")
    sheet.set_footer(f"&L&8{_escape(page.left)}&C&8Halaman &P dari &N&R&8{_escape(page.right)}")


def _escape(text: str) -> str:
    """`&` begins a code in headers; a digit right after a font size would belong to it."""
    cut = text[:LONGEST].replace("&", "&&")
    return f" {cut}" if cut[:1].isdigit() else cut
