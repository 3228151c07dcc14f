"""Writing single cells so that text stays text and numbers stay numbers."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

LONGEST = 32767  # characters a cell can hold
AUTHOR = "lkj-xlsx"
LINKED, LINK_TIP = "→", "Buka baris Kertas Kerja"
NOTE_WIDTH, NOTE_LINE, NOTE_CHARACTERS = 300, 17, 44  # pixels and characters of a comment box


def put(
    sheet: Worksheet, row: int, column: int, value: Decimal | str | None, style: Format, formula: str | None = None
) -> None:
    """One cell: a formula of ours with its value, a number, a text (never a formula, whatever it begins with), or only
    its format.
    """
    if formula is not None and value is not None:
        sheet.write_formula(row, column, formula, style, float(value) if isinstance(value, Decimal) else value)
    elif isinstance(value, Decimal):
        sheet.write_number(row, column, float(value), style)
    elif value:
        sheet.write_string(row, column, value[:LONGEST], style)
    else:
        sheet.write_blank(row, column, None, style)


def put_merged(
    sheet: Worksheet,
    area: tuple[int, int, int, int],
    value: Decimal | str | None,
    style: Format,
    formula: str | None = None,
) -> None:
    """One content over an area (first row, first column, last row, last column)."""
    first_row, first_column, last_row, last_column = area
    if (first_row, first_column) != (last_row, last_column):
        sheet.merge_range(*area, "", style)
    put(sheet, first_row, first_column, value, style, formula)


def put_link(sheet: Worksheet, row: int, column: int, target: str, text: str, style: Format) -> None:
    """A link to a place in the same workbook; plain text where the sheet can hold no more links."""
    if sheet.write_url(row, column, f"internal:{target}", style, text) != 0:
        put(sheet, row, column, text, style)


def link_cell(sheet: Worksheet, row: int, column: int, target: str, style: Format) -> None:
    """Let a cell lead to a place in the same workbook; its content is written afterwards."""
    sheet.write_url(row, column, f"internal:{target}", style, LINKED, LINK_TIP)


def put_note(sheet: Worksheet, row: int, column: int, text: str) -> None:
    """A comment in a box that fits its text."""
    count = sum(1 + len(part) // NOTE_CHARACTERS for part in text.split("\n"))
    sheet.write_comment(
        row,
        column,
        text[:LONGEST],
        {
            "author": AUTHOR,
            "width": NOTE_WIDTH,
            "height": 14 + NOTE_LINE * count,
            "font_size": 9,
            "font_family": 2,
        },
    )


def place(sheet: str, row: int = 0, column: int = 0) -> str:
    """The target of a link, counted from 0: `'Tabel 3.9'!G7`."""
    from xlsxwriter.utility import xl_rowcol_to_cell

    quoted = sheet.replace("'", "''")
    return f"'{quoted}'!{xl_rowcol_to_cell(row, column)}"
