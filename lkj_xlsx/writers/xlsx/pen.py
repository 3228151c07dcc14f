"""The pen of all workbooks: single cells, so that text stays text and numbers stay numbers, and whole rows downwards.

No other module writes a cell. Rows and columns count from 0.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from lkj_xlsx.writers.shown import shown
from lkj_xlsx.writers.xlsx.fit import SIZE, height, lines
from lkj_xlsx.writers.xlsx.style import BORDERED, CELL, CENTRED, HEAD_FILL, Look, Styles

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

Content = Decimal | float | str | None
Rectangle = tuple[int, int, int, int]  # first row, first column, last row, last column

LONGEST = 32767  # characters a cell can hold
LAST_ROW = 1_048_575  # of a sheet
AUTHOR = "lkj-xlsx"
LINK_SIGN, LINK_TIP = "→", "Buka baris Kertas Kerja"
NOTE_WIDTH, NOTE_LINE, NOTE_CHARACTERS = 300, 17, 44  # pixels and characters of a comment box
SECTION_HEIGHT = 18.0  # points, at least


def put(sheet: Worksheet, row: int, column: int, value: Content, style: Format, formula: str | None = None) -> None:
    """One cell: a formula of ours with its value, a number, a text (never a formula, whatever it begins with), or only
    its format.
    """
    if formula is not None and value is not None:
        put_formula(sheet, row, column, formula, value, style)
    elif value is not None and not isinstance(value, str):
        sheet.write_number(row, column, float(value), style)
    elif value:
        put_text(sheet, row, column, value, style)
    else:
        sheet.write_blank(row, column, None, style)


def put_text(sheet: Worksheet, row: int, column: int, text: str, style: Format | None = None) -> None:
    """A text, also where it is empty."""
    sheet.write_string(row, column, shown(text)[:LONGEST], style)


def put_formula(sheet: Worksheet, row: int, column: int, formula: str, saved: Content, style: Format) -> None:
    """A formula with its saved result; None leaves it without one: the library's own would be a 0 nobody computed."""
    result = float(saved) if isinstance(saved, Decimal) else "" if saved is None else saved
    if isinstance(result, str):
        result = shown(result)
    sheet.write_formula(row, column, formula, style, result)


def join(sheet: Worksheet, area: Rectangle, style: Format) -> None:
    """Make one cell of an area; of a single cell nothing needs to be made."""
    if area[:2] != area[2:]:
        sheet.merge_range(*area, "", style)


def put_merged(sheet: Worksheet, area: Rectangle, value: Content, style: Format, formula: str | None = None) -> None:
    """One content over an area."""
    join(sheet, area, style)
    put(sheet, area[0], area[1], value, style, formula)


def put_link(sheet: Worksheet, row: int, column: int, target: str, text: str, style: Format) -> None:
    """A link to a place in the same workbook; plain text where the sheet can hold no more links."""
    if sheet.write_url(row, column, f"internal:{target}", style, shown(text)) != 0:
        put(sheet, row, column, text, style)


def link_cell(sheet: Worksheet, row: int, column: int, target: str, style: Format) -> None:
    """Let a cell lead to a place in the same workbook; its content is written afterwards."""
    sheet.write_url(row, column, f"internal:{target}", style, LINK_SIGN, LINK_TIP)


def put_note(sheet: Worksheet, row: int, column: int, text: str) -> None:
    """A comment in a box that fits its text."""
    count = sum(1 + len(part) // NOTE_CHARACTERS for part in text.split("\n"))
    box = {"width": NOTE_WIDTH, "height": 14 + NOTE_LINE * count, "font_size": 9, "font_family": 2}
    sheet.write_comment(row, column, shown(text)[:LONGEST], {"author": AUTHOR, **box})


def place(sheet: str, row: int = 0, column: int = 0) -> str:
    """The target of a link: `'Tabel 3.9'!G7`."""
    from xlsxwriter.utility import xl_rowcol_to_cell

    quoted = sheet.replace("'", "''")
    return f"'{quoted}'!{xl_rowcol_to_cell(row, column)}"


def widen(sheet: Worksheet, widths: Sequence[float]) -> None:
    """Give the columns from the first on their widths, in column units."""
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)


def put_headings(sheet: Worksheet, row: int, titles: Sequence[str], style: Format) -> None:
    """A heading over each column from the first on."""
    for column, title in enumerate(titles):
        put(sheet, row, column, title, style)


class Pen:
    """Writes a sheet downwards and knows the next free row, the heights of all rows, and where blocks begin.

    cell     how every cell of a line looks unless it is said otherwise; the columns `centred` stand in the middle
    labels   columns that the label of a pair takes
    spare    points that a text over the full width gets beside what its lines need
    sized    rows are as high as the size of their letters asks; else as for letters of the usual size
    """

    def __init__(
        self,
        sheet: Worksheet,
        styles: Styles,
        widths: Sequence[float],
        cell: Look = CELL,
        centred: Collection[int] = (),
        labels: int = 1,
        spare: float = 0.0,
        sized: bool = True,
    ) -> None:
        self.sheet, self.styles, self.widths = sheet, styles, widths
        self.cell, self.centred, self.labels, self.spare, self.sized = cell, centred, labels, spare, sized
        self.row = 0
        self.starts: list[int] = []
        self.heights: dict[int, float] = {}
        widen(sheet, widths)

    @property
    def last_column(self) -> int:
        return len(self.widths) - 1

    def end(self, points: float) -> None:
        """Give the row its height and go to the next."""
        self.heights[self.row] = points
        self.sheet.set_row(self.row, points)
        self.row += 1

    def line(self, values: Sequence[Content], *looks: Look, **properties: Any) -> None:
        """One cell for each value, each with its own look if there is one; as high as the longest text needs."""
        needed = height(1)
        for index, value in enumerate(values):
            own = {**(looks[index] if index < len(looks) else {}), **properties}
            middle = CENTRED if index in self.centred else {}
            put(self.sheet, self.row, index, value, self.styles.get(self.cell, middle, own))
            if isinstance(value, str):
                needed = max(needed, self._room(value, self.widths[index], own))
        self.end(needed)

    def wide(self, text: str, points: float = 0.0, **properties: Any) -> None:
        """One text over the full width, in a row of so many points at least."""
        self._over(0, self.last_column, text, self.styles.get({"text_wrap": True}, properties))
        needed = self._room(text, sum(self.widths), properties, bool(properties.get("bold")))
        self.end(max(points, needed + self.spare))

    def section(self, title: str) -> None:
        """A heading under an empty row."""
        self.row += 1
        self.starts.append(self.row)
        self.wide(title, SECTION_HEIGHT, bold=True, bg_color=HEAD_FILL, **BORDERED)

    def pair(self, label: str, value: str) -> None:
        """A label and what it says."""
        style = self.styles.get(self.cell)
        self._over(0, self.labels - 1, label, style)
        self._over(self.labels, self.last_column, value or "-", style)
        self.end(self._room(value, sum(self.widths[self.labels :]), {}))

    def _over(self, first: int, last: int, text: str, style: Format) -> None:
        put_merged(self.sheet, (self.row, first, self.row, last), text, style)

    def _room(self, text: str, width: float, look: Look, bold: bool = False) -> float:
        """Points that a text needs in so many column units."""
        size = float(look.get("font_size", SIZE)) if self.sized else SIZE
        return height(lines(text, width, bold, size), size)
