"""One sheet of columns: title, guide line, header, prepared rows, and the rows of a data file if there are any."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lkj_xlsx.spec.field import Field, Kind, Sheet, Years
from lkj_xlsx.writers.ours import TEMPLATE
from lkj_xlsx.writers.template_checks import add_check
from lkj_xlsx.writers.template_columns import ARROW, DataRow, PlannedColumn, columns, guide_line, row_lines
from lkj_xlsx.writers.template_entries import Entry, put_entry, span
from lkj_xlsx.writers.template_lists import FIRST_ROW
from lkj_xlsx.writers.xlsx.fit import rough_lines
from lkj_xlsx.writers.xlsx.page import set_form
from lkj_xlsx.writers.xlsx.pen import LAST_ROW, join, put, put_text
from lkj_xlsx.writers.xlsx.style import GUIDE, OPEN, TITLE, Styles, kind_look, role_body, role_head

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

HEADER = FIRST_ROW - 2  # counted from 0
PREPARED = 40  # rows with borders; below them the columns stay open down to the last row
SPARE = 10  # prepared rows left free under the rows of a data file
WIDE = 95  # characters that still fit an upright A4 sheet at a readable size
TAB_LIST, TAB_FIGURES, TAB_ANGGARAN = "#17365D", "#2E75B6", "#548235"
_LINE = 15.0  # points that one line of text takes


def tab_colour(spec: Sheet) -> str:
    """Budget sheets, sheets of figures, and lists each have a colour of their own."""
    kinds = {field.kind for field in spec.fields}
    if Kind.RUPIAH in kinds:
        return TAB_ANGGARAN
    return TAB_FIGURES if kinds & {Kind.NILAI, Kind.JUMLAH, Kind.PERSEN} else TAB_LIST


def write_table(
    sheet: Worksheet, spec: Sheet, years: Years, lists: frozenset[str], rows: Sequence[DataRow], styles: Styles
) -> None:
    """Draw the sheet of columns `spec`; `rows` are the checked rows of a data file, empty for the blank template."""
    plan = columns(spec, years)
    prepared = max(PREPARED, len(rows) + SPARE)
    _head(sheet, spec, plan, styles)
    for place, column in enumerate(plan):
        field = column.field
        sheet.set_column(
            place, place, column.width, styles.get(OPEN, kind_look(field.kind), text_wrap=True, valign="vcenter")
        )
        entries = [column.entry(row) for row in rows] + [None] * (prepared - len(rows))
        _fill(sheet, place, entries, field, styles)
        add_check(sheet, spec, field, column.heading, lists, HEADER + 1, LAST_ROW, place)
    for row, count in enumerate(row_lines(plan, rows), start=HEADER + 1):
        if count > 1 or row == HEADER + 1:  # the thick line under the headings takes room of the first row
            sheet.set_row(row, _LINE * count + 3)
    _finish(sheet, spec, plan, prepared)


def _head(sheet: Worksheet, spec: Sheet, plan: Sequence[PlannedColumn], styles: Styles) -> None:
    sheet.set_row(0, 27)
    sheet.set_row(1, 18)
    for row, text, look in ((0, spec.title, TITLE), (1, guide_line(spec), GUIDE)):
        put_text(sheet, row, 0, text, styles.get(look))
        for place in range(1, len(plan)):
            put(sheet, row, place, None, styles.get(look))
    for place in range(len(plan)):
        put(sheet, 2, place, None, styles.get(GUIDE))
    sheet.set_row(HEADER, _LINE * max(rough_lines(item.heading, item.width - ARROW) for item in plan) + 8)
    for place, column in enumerate(plan):
        put_text(sheet, HEADER, place, column.heading, styles.get(role_head(column.field.role, column.field.required)))


def _fill(sheet: Worksheet, place: int, entries: list[Entry], field: Field, styles: Styles) -> None:
    start = 0
    while start < len(entries):
        end, top = span(entries, start), HEADER + 1 + start
        if end > start:
            join(sheet, (top, place, HEADER + 1 + end, place), styles.get(role_body(field.role, field.kind)))
        put_entry(sheet, top, place, entries[start], field.role, field.kind, styles)
        start = end + 1


def _finish(sheet: Worksheet, spec: Sheet, plan: Sequence[PlannedColumn], prepared: int) -> None:
    last = len(plan) - 1
    sheet.freeze_panes(HEADER + 1, 0)
    sheet.autofilter(HEADER, 0, HEADER + prepared, last)
    sheet.repeat_rows(HEADER)
    sheet.ignore_errors({"number_stored_as_text": f"A{FIRST_ROW}:XFD{LAST_ROW + 1}"})  # `3.10` is meant as text
    sheet.set_tab_color(tab_colour(spec))
    set_form(sheet, sum(item.width for item in plan) > WIDE, TEMPLATE)
