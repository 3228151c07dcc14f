"""A filled template as an office opens it: the sheets with tables, their columns by field, cells to move about."""

from __future__ import annotations

import re
from typing import Any

from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from lkj_xlsx.spec.field import Field
from lkj_xlsx.spec.template import TEMPLATE

HEAD = 4  # the row of headings
Entries = list[tuple[Any, str]]  # a row: contents and number formats
_YEAR = re.compile(r"\\\{\w+\\\}")
TITLES = {sheet.title: sheet for sheet in TEMPLATE.sheets if not sheet.form}


def last(sheet: Worksheet) -> int:
    """The last row that holds anything, the row of headings in an empty table."""
    rows = (row for row in range(sheet.max_row, HEAD, -1) if any(cell.value is not None for cell in sheet[row]))
    return next(rows, HEAD)


def table_sheets(book: Workbook) -> list[Worksheet]:
    """The sheets of the template that hold rows."""
    return [sheet for sheet in book.worksheets if sheet.title in TITLES and last(sheet) > HEAD]


def columns(sheet: Worksheet) -> dict[int, tuple[str, Field]]:
    """The columns by place, each with its field as its heading names it."""
    found: dict[int, tuple[str, Field]] = {}
    for cell in sheet[HEAD]:
        text = " ".join(str(cell.value or "").split())
        for field in TITLES[sheet.title].fields:
            if re.fullmatch(_YEAR.sub(r"\\d{4}", re.escape(field.header)), text):
                found.setdefault(cell.column, (field.key, field))
    return found


def width(sheet: Worksheet) -> int:
    return max((cell.column for cell in sheet[HEAD] if cell.value is not None), default=1)


def grid(sheet: Worksheet) -> list[Entries]:
    """The headings and the rows below them."""
    places = range(1, width(sheet) + 1)
    rows = range(HEAD, last(sheet) + 1)
    return [[(sheet.cell(row, at).value, sheet.cell(row, at).number_format) for at in places] for row in rows]


def wiped(sheet: Worksheet) -> None:
    """Empty the table and its headings."""
    for row in sheet.iter_rows(min_row=HEAD, max_row=last(sheet)):
        for cell in row:
            cell.value = None


def put(sheet: Worksheet, rows: list[Entries], first: int = HEAD) -> None:
    """Write rows from the row `first` on."""
    for below, row in enumerate(rows):
        for at, (value, number_format) in enumerate(row, 1):
            cell = sheet.cell(first + below, at)
            cell.value, cell.number_format = value, number_format


def unmerged(sheet: Worksheet) -> str:
    """Take the merged cells of a table apart."""
    for merged in [each for each in sheet.merged_cells.ranges if each.min_row > HEAD]:
        sheet.unmerge_cells(str(merged))
    return sheet.title
