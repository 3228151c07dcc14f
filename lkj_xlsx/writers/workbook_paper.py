"""The sheet Kertas Kerja: the report's own sections under one another, on one grid of columns."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from lkj_xlsx.model.report import NOTHING, Column, Item, Section
from lkj_xlsx.writers.marks import MARKS
from lkj_xlsx.writers.workbook_refs import Addresses
from lkj_xlsx.writers.xlsx import style as look
from lkj_xlsx.writers.xlsx.fit import NUMERIC, figure_width, height, lines
from lkj_xlsx.writers.xlsx.page import Page, page_breaks, set_page
from lkj_xlsx.writers.xlsx.pen import put, put_headings, put_link, put_merged, widen

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from lkj_xlsx.writers.xlsx.style import Styles

NARROW = 11  # columns whose texts stand in the middle
TOP = 3  # rows of title and guide before the first section
MOST_LINKS = 60_000  # a sheet holds 65,530
ENDLESS = '[>=1000000000000]"tanpa batas"_);#,##0.##########'
LINKED = frozenset({"sel"})
GUIDE = (
    "Semua hasil di lembar ini rumus hidup. Bagian atas memuat angka dasar tiap indikator; bagian terakhir memuat "
    "setiap angka yang tertulis di berkas asal di samping hasil hitung ulangnya. Kolom Sel berkas asal membuka selnya "
    "di tabel laporan, dan sel hitungan di tabel laporan membuka barisnya di sini."
)


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet of sections: its name, title and guide; the first section begins at the row `top`."""

    name: str
    title: str
    guide: str
    sections: tuple[Section, ...]
    top: int = TOP

    def headings(self) -> tuple[int, ...]:
        """The rows of the sections' headings, counted from 0."""
        rows, row = [], self.top
        for section in self.sections:
            rows.append(row + 1)
            row += 2 + len(section.rows) + len(section.notes) + 1
        return tuple(rows)

    def placed(self) -> tuple[tuple[str, int, Section], ...]:
        """Each section with its sheet's name and the row of its headings."""
        return tuple((self.name, row, section) for row, section in zip(self.headings(), self.sections, strict=True))

    def widths(self) -> tuple[float, ...]:
        """The widest of every section's columns, wide enough for every figure in them."""
        needed = [0.0] * max((len(section.columns) for section in self.sections), default=0)
        for section in self.sections:
            for index, column in enumerate(section.columns):
                figures = (row.items[column.key] for row in section.rows if column.key in row.items)
                widest = 0.0 if column.kind == "batas" else figure_width(figures)
                needed[index] = max(needed[index], float(column.width), round(widest, 1))
        return tuple(needed) or (10.0,)


@dataclass(slots=True)
class Desk:
    """What drawing a section needs."""

    sheet: Worksheet
    paper: Paper
    styles: Styles
    addresses: Addresses
    widths: tuple[float, ...]
    links: int = 0
    looks: dict[tuple[object, ...], Format] = field(default_factory=dict)
    heights: dict[int, float] = field(default_factory=dict)

    def style(self, column: Column, item: Item, linked: bool = False) -> Format:
        """The format of a cell, found again by what it depends on."""
        key = (column.kind, column.width, isinstance(item.value, Decimal), item.places, item.level, linked)
        if key not in self.looks:
            self.looks[key] = self.styles.get(_look(column, item), look.LINKED if linked else {})
        return self.looks[key]

    def row(self, row: int, points: float) -> None:
        """Set the height of a row."""
        self.heights[row] = points
        self.sheet.set_row(row, points)


def draw_paper(
    sheet: Worksheet, paper: Paper, styles: Styles, addresses: Addresses, page: Page, right: int = 0
) -> list[int]:
    """Draw all sections; the long last one can be filtered. Gives the rows before which a new page begins.

    right   the last column, counted from 0, that has to be printed, where that lies beyond the sections
    """
    desk = Desk(sheet, paper, styles, addresses, paper.widths())
    last = len(desk.widths) - 1
    widen(sheet, desk.widths)
    put_merged(sheet, (0, 0, 0, last), paper.title, styles.get(look.SHEET_TITLE))
    put_merged(sheet, (1, 0, 1, last), paper.guide, styles.get(look.SMALL, text_wrap=True, valign="top"))
    desk.row(1, height(lines(paper.guide, sum(desk.widths), size=9), 9))
    bottom = 1
    for heading, section in zip(paper.headings(), paper.sections, strict=True):
        bottom = _section(desk, heading, section, last)
    first = 0  # the row that every printed page repeats
    if paper.sections and any(column.key == "sel" for column in paper.sections[-1].columns):
        first = paper.headings()[-1]
        sheet.autofilter(first, 0, first + len(paper.sections[-1].rows), len(paper.sections[-1].columns) - 1)
    sheet.freeze_panes(2, 0)
    set_page(sheet, page, wide=True, repeat=(first, first), area=(0, 0, bottom, max(last, right)))
    starts = [heading - 1 for heading in paper.headings()]
    own = paper.top == TOP
    top = 0 if own else paper.top
    fresh = starts[-1:] if first else ()
    breaks = page_breaks(starts, desk.heights, bottom, desk.widths, wide=own, top=top, fresh=fresh)
    sheet.set_h_pagebreaks(breaks)
    return breaks


def _section(desk: Desk, heading: int, section: Section, last: int) -> int:
    sheet, styles = desk.sheet, desk.styles
    put_merged(sheet, (heading - 1, 0, heading - 1, last), section.title, styles.get(bold=True, font_size=12))
    desk.row(heading - 1, 20)
    head = styles.get(look.HEADED, text_wrap=True)
    put_headings(sheet, heading, [column.title for column in section.columns], head)
    needed = max(lines(c.title, desk.widths[i], bold=True) for i, c in enumerate(section.columns))
    desk.row(heading, height(needed) + 4)
    for place, row in enumerate(section.rows, start=heading + 1):
        needed = 1
        for index, column in enumerate(section.columns):
            item = row.items.get(column.key, NOTHING)
            if isinstance(item.value, str):
                needed = max(needed, lines(item.value, desk.widths[index]))
            _cell(desk, place, index, column, item)
        desk.row(place, height(needed))
    small = styles.get(look.SMALL, italic=True, text_wrap=True)
    bottom = heading + len(section.rows)
    for text in section.notes:
        bottom += 1
        put_merged(sheet, (bottom, 0, bottom, last), text, small)
        desk.row(bottom, height(lines(text, sum(desk.widths), size=9), 9) + 4)
    return bottom


def _cell(desk: Desk, row: int, index: int, column: Column, item: Item) -> None:
    if column.key in LINKED and desk.links < MOST_LINKS:
        target = desk.addresses.of(item.source)
        if target is not None:
            desk.links += 1
            put_link(desk.sheet, row, index, target.link(), str(item.value), desk.style(column, item, linked=True))
            return
    formula = desk.addresses.formula(item.formula, desk.paper.name)
    put(desk.sheet, row, index, item.value, desk.style(column, item), formula)


def _look(column: Column, item: Item) -> dict[str, Any]:
    number = isinstance(item.value, Decimal)
    props: dict[str, Any] = {**look.BORDERED, "text_wrap": not number}
    if number:
        code = ENDLESS if column.kind == "batas" else look.number_code("angka", item.places)
        mark = f" {look.literal(MARKS[item.level])}" if item.level else ""
        props |= {"num_format": look.spaced(code + mark), "align": "right"}
    else:
        centred = column.kind in (*NUMERIC, "predikat", "batas") or column.width <= NARROW
        props |= {"align": "center"} if centred else look.LEFT
    if item.level:
        props |= look.level_look(item.level)
    return props
