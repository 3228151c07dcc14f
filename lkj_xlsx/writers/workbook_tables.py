"""One sheet for each report table, drawn as the LKJ prints it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING, Any

from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.expression import Expression
from lkj_xlsx.model.report import Column, Item, Row, Table
from lkj_xlsx.writers.marks import MARKS, PREDIKAT_MARKS, level_words
from lkj_xlsx.writers.xlsx import style as look
from lkj_xlsx.writers.xlsx.fit import (
    NUMERIC,
    PORTRAIT,
    Run,
    column_widths,
    height,
    lines,
    row_heights,
    runs,
)
from lkj_xlsx.writers.xlsx.page import Page, set_page
from lkj_xlsx.writers.xlsx.pen import link_cell, place, put_link, put_merged, put_note, widen

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from lkj_xlsx.writers.xlsx.style import Styles

HEAD_ROW = 3  # counted from 0: number, title, an empty row, then the headings
INDENTS = {"kegiatan": 1, "subkegiatan": 2}
BOLD_STYLES = frozenset({"jumlah", "program"})
MOST_LINKS = 60_000  # a sheet holds 65,530
GAP = 6.0  # points between a table and its notes
TALL = 250.0  # points: above this the content of joined cells stands at the top, where a printed page shows it
FILLED = "Angka miring dihitung oleh alat: selnya kosong di berkas asal, atau barisnya belum ada."
RECOMPUTED = "Kolom hitungan memuat hasil hitung ulang; angka yang tertulis di berkas asal ada pada catatan selnya."


@dataclass(frozen=True, slots=True)
class Frame:
    """What a table's sheet has in common with the others.

    name     the sheet's own
    home     the sheet a link leads back to
    formula  an expression as a cell of a sheet holds it
    worked   where the working paper speaks of a cell of the examined workbook
    """

    name: str
    home: str
    formula: Callable[[Expression | None, str], str | None] = lambda expression, sheet: None
    worked: Mapping[Where, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A table on its sheet, with what drawing it needs."""

    sheet: Worksheet
    table: Table
    styles: Styles
    predikat: Mapping[str, int]
    widths: tuple[float, ...]
    heights: tuple[float, ...]
    frame: Frame
    first_row: int
    looks: dict[tuple[object, ...], Format] = field(default_factory=dict)

    def style(self, column: Column, row: Row, item: Item, run: Run) -> Format:
        """The format of a cell, found again by what it depends on."""
        tall = run.last > run.first and sum(self.heights[run.first : run.last + 1]) > TALL
        number, alone = isinstance(item.value, Decimal), run.first == run.last
        rank = _predikat(self, column, item)
        key = (column.key, row.style, number, alone, tall, item.places, item.unit, item.level, item.filled, rank)
        if key not in self.looks:
            self.looks[key] = self.styles.get(_look(column, row, item, alone, tall, rank))
        return self.looks[key]

    @property
    def last_column(self) -> int:
        return max(0, len(self.table.columns) - 1)


def draw_table(
    sheet: Worksheet, table: Table, styles: Styles, predikat: Mapping[str, int], page: Page, frame: Frame
) -> None:
    """Draw `table`; `predikat` gives each predikat its place."""
    widths = column_widths(table)
    indents = tuple(INDENTS.get(row.style, 0) for row in table.rows)
    heights = row_heights(table, widths, indents)
    drawing = Drawing(sheet, table, styles, predikat, widths, heights, frame, first_row(table))
    widen(sheet, widths)
    _titles(drawing)
    _headings(drawing)
    for index, points in enumerate(drawing.heights):
        sheet.set_row(drawing.first_row + index, points)
    for index in range(len(table.columns)):
        _column(drawing, index)
    for index, row in enumerate(table.rows):
        if row.style == "jumlah":
            _total_label(drawing, index)
    last = _notes(drawing, drawing.first_row + len(table.rows))
    put_link(sheet, last + 1, 0, place(frame.home), f"← {frame.home}", styles.get(look.LINKED))
    sheet.freeze_panes(drawing.first_row, 0)
    set_page(
        sheet,
        page,
        wide=sum(widths) > PORTRAIT,
        repeat=(HEAD_ROW, drawing.first_row - 1),
        area=(0, 0, last, drawing.last_column),
    )


def first_row(table: Table) -> int:
    """The row under the headings, counted from 0."""
    return HEAD_ROW + (2 if any(column.group for column in table.columns) else 1)


def cells_of(table: Table) -> Iterator[tuple[Where, tuple[int, int]]]:
    """Where each cell of the examined workbook appears on the table's sheet (row and column counted from 0)."""
    first = first_row(table)
    for index, column in enumerate(table.columns):
        for source in column.sources:
            yield source, (first - 1 if column.group else HEAD_ROW, index)
        for run in runs(table, column):
            for row in range(run.first, run.last + 1):
                item = table.rows[row].items.get(column.key)
                if item is not None and item.source is not None:
                    yield item.source, (first + run.first, index)


def _titles(drawing: Drawing) -> None:
    sheet, table, last = drawing.sheet, drawing.table, drawing.last_column
    width = sum(drawing.widths)
    texts = ([f"Tabel {table.number}"] if table.number else []) + [table.title]
    style = drawing.styles.get(bold=True, align="center", text_wrap=True, font_size=12)
    for row, text in enumerate(texts):
        put_merged(sheet, (row, 0, row, last), text, style)
        sheet.set_row(row, height(lines(text, width / 1.25, bold=True)) + 4)


def _headings(drawing: Drawing) -> None:
    sheet, columns = drawing.sheet, drawing.table.columns
    style = drawing.styles.get(look.HEADED, text_wrap=True)
    bottom = drawing.first_row - 1
    needed = max(lines(heading(column), width, True) for column, width in zip(columns, drawing.widths, strict=True))
    sheet.set_row(bottom, height(needed) + 4)
    start = 0
    for group, members in groupby(columns, key=lambda column: column.group):
        size = len(list(members))
        if group:
            put_merged(sheet, (HEAD_ROW, start, HEAD_ROW, start + size - 1), group, style)
        for index in range(start, start + size):
            column, top = columns[index], bottom if group else HEAD_ROW
            look_of = (
                drawing.styles.get(look.HEADED, look.flag(column.level), text_wrap=True) if column.level else style
            )
            put_merged(sheet, (top, index, bottom, index), column.title, look_of)
            if column.note:
                put_note(sheet, top, index, column.note)
        start += size


def heading(column: Column) -> str:
    """A column's heading about as wide as it is drawn."""
    return f"{column.title} {MARKS[column.level]}" if column.level else column.title


def _column(drawing: Drawing, index: int) -> None:
    column = drawing.table.columns[index]
    for run in runs(drawing.table, column):
        row = drawing.table.rows[run.first]
        if row.style == "jumlah" and index < _label_width(drawing, run.first):
            continue  # drawn with the total's label
        item = row.item(column.key)
        style = drawing.style(column, row, item, run)
        top, bottom = drawing.first_row + run.first, drawing.first_row + run.last
        target = drawing.frame.worked.get(item.source) if item.source and (column.computed or item.level) else None
        if target is not None and top * len(drawing.table.columns) < MOST_LINKS:
            link_cell(drawing.sheet, top, index, target, style)
        formula = drawing.frame.formula(item.formula, drawing.frame.name)
        put_merged(drawing.sheet, (top, index, bottom, index), item.value, style, formula)
        if item.note:
            put_note(drawing.sheet, top, index, item.note)


def _look(column: Column, row: Row, item: Item, alone: bool, tall: bool, rank: int | None) -> dict[str, Any]:
    """The xlsxwriter properties of a cell that is joined to no other (`alone`), `tall`, or a predikat of this rank."""
    number = isinstance(item.value, Decimal)
    props: dict[str, Any] = {
        **look.BORDERED,
        "text_wrap": not number,
        **_align(column, row, item),
    }
    if tall:
        props["valign"] = "top"
    if row.style in BOLD_STYLES and alone:
        props |= {"bold": True, "bg_color": look.BAND_FILL}
    if row.style == "kegiatan" and alone:
        props["bold"] = True
    mark = MARKS[item.level] if item.level else ""
    before = ""
    if rank is not None:
        before = PREDIKAT_MARKS[rank]
        props["bg_color"] = look.PREDIKAT_FILL[rank]
    if item.level:
        props |= look.level_look(item.level)
    if item.filled:
        props["italic"] = True
    if isinstance(item.value, Decimal):
        props["num_format"] = look.number_code(column.kind, item.places, item.unit, mark)
    elif mark or before:
        props["num_format"] = look.text_code(mark, before)
    return props


def _align(column: Column, row: Row, item: Item) -> look.Look:
    if column.kind == "rupiah":
        return {"align": "right", "indent": 1} if isinstance(item.value, Decimal) else {"align": "center"}
    if column.kind in NUMERIC or column.kind == "predikat" or column.width <= 10:
        return {"align": "center"}
    if column.key == "uraian" and row.style in INDENTS:
        return {"align": "left", "indent": 1 + INDENTS[row.style]}
    return look.LEFT


def _predikat(drawing: Drawing, column: Column, item: Item) -> int | None:
    if column.kind != "predikat" and column.key != "kriteria":
        return None
    return drawing.predikat.get(str(item.value or "").strip().casefold())


def _total_label(drawing: Drawing, index: int) -> None:
    """The label of a total over all the empty cells before its first figure."""
    width = _label_width(drawing, index)
    if width:
        row, item = drawing.first_row + index, _labels(drawing, index)[0]
        style = _look(Column("", ""), drawing.table.rows[index], item, True, False, None)
        put_merged(drawing.sheet, (row, 0, row, width - 1), item.value, drawing.styles.get(style, look.CENTRED))
        if item.note:
            put_note(drawing.sheet, row, 0, item.note)


def _labels(drawing: Drawing, index: int) -> list[Item]:
    """What a total's row says before its first figure."""
    columns, items = drawing.table.columns, drawing.table.rows[index].items
    width = next((n for n, column in enumerate(columns) if column.kind in NUMERIC), len(columns))
    items_before = [items.get(column.key, Item()) for column in columns[:width]]
    return [item for item in items_before if item.value is not None]


def _label_width(drawing: Drawing, index: int) -> int:
    """The columns that a total's label covers; 0 where it stands in its own cell."""
    columns = drawing.table.columns
    width = next((n for n, column in enumerate(columns) if column.kind in NUMERIC), len(columns))
    return width if width > 1 and len(_labels(drawing, index)) == 1 else 0


def _notes(drawing: Drawing, row: int) -> int:
    """The lines under the table; returns the last row used."""
    items = [item for line in drawing.table.rows for item in line.items.values()]
    levels = {item.level for item in items if item.level}
    levels |= {column.level for column in drawing.table.columns if column.level}
    computed = [
        line.item(column.key) for line in drawing.table.rows for column in drawing.table.columns if column.computed
    ]
    texts = [
        *([f"Tanda pada sel: {level_words(levels)}. Rinciannya di lembar Temuan."] if levels else []),
        *([RECOMPUTED] if any(item.note and not item.filled for item in computed) else []),
        *([FILLED] if any(item.filled for item in items) else []),
        *drawing.table.notes,
    ]
    style = drawing.styles.get(look.SMALL, text_wrap=True, valign="top")
    if texts:
        drawing.sheet.set_row(row, GAP)
        row += 1
    for text in texts:
        put_merged(drawing.sheet, (row, 0, row, drawing.last_column), text, style)
        drawing.sheet.set_row(row, height(lines(text, sum(drawing.widths))) - 2)
        row += 1
    return row - 1
