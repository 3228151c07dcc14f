"""One pass over a sheet's XML that keeps formula, saved result and number format of each cell together.

Builds on openpyxl's worksheet parser, which is not public; a test compares it with two ordinary loads.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, Any
from xml.etree.ElementTree import Element, iterparse

from openpyxl.formula.tokenizer import TokenizerError
from openpyxl.utils.cell import coordinate_to_tuple, range_boundaries
from openpyxl.utils.datetime import from_excel, from_ISO8601
from openpyxl.worksheet._reader import (
    CELL_TAG,
    COL_TAG,
    FORMULA_TAG,
    INLINE_STRING,
    ROW_TAG,
    VALUE_TAG,
    WorkSheetParser,
)
from openpyxl.xml.constants import SHEET_MAIN_NS

from lkj_xlsx.model.cell import Cell, Origin, Where, letters
from lkj_xlsx.model.limits import MILLION, PAGE, Limits
from lkj_xlsx.model.message import say
from lkj_xlsx.reader.grid import Grid, Range
from lkj_xlsx.reader.shared import LAST_COLUMN, LAST_ROW, SharedFormula
from lkj_xlsx.reader.stream import DEEPEST
from lkj_xlsx.reader.strings import LONGEST, rich_text, unescaped
from lkj_xlsx.reader.styles import GENERAL, dates

MERGE_TAG = f"{{{SHEET_MAIN_NS}}}mergeCell"
OUT_OF_RANGE = "#VALUE!"  # what Excel shows for a date before its calendar begins, as ####
_TRUE = frozenset(("1", "true"))
_LONGEST_FORMULA = 8_192  # characters a formula can have
_MOST_MOVED = 20_000_000  # pieces of shared formulas put into their places in one sheet
_UNTOLD = "="  # a formula that the file does not spell out, or that no program could have saved


class BrokenCell(Exception):
    """A cell that cannot be read."""

    def __init__(self, coordinate: str) -> None:
        super().__init__(coordinate)
        self.coordinate = coordinate


class TooMuch(Exception):
    """More than may be held; `what` says of what, `bound` is the limit as the command line writes it."""

    def __init__(self, what: str, bound: str) -> None:
        super().__init__(what)
        self.what, self.bound = what, bound


class Allowance:
    """How much of one workbook may be held."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.cells, self.text = limits.cells, limits.text * MILLION

    def take(self, cell: Cell) -> None:
        """Use some of it up. Raises `TooMuch` where nothing is left."""
        self.cells -= 1
        if self.cells < 0:
            raise TooMuch(say("lebih dari {0} sel terisi", self.limits.cells), f"sel={self.limits.cells}")
        if isinstance(cell.raw, str) and len(cell.raw) > PAGE:
            self.text -= len(cell.raw)
            if self.text < 0:
                what = say("lebih dari {0} juta huruf dalam sel-sel yang sangat panjang", self.limits.text)
                raise TooMuch(what, f"teks={self.limits.text}")


class SheetParser(WorkSheetParser):
    """Yields the filled cells of each row; what else the sheet holds is there when it has ended.

    empty_texts  texts of no character, which are blank to the eye
    iso_dates    dates stored as text in ISO writing
    far_dates    numbers shown as dates that lie outside the calendar
    """

    def __init__(
        self,
        source: IO[bytes],
        title: str,
        strings: list[str],
        formats: tuple[str, ...],
        epoch: Any,
        allowance: Allowance,
    ) -> None:
        on_date, on_span = dates(formats)
        super().__init__(source, strings, epoch=epoch, date_formats=on_date, timedelta_formats=on_span)
        self.title = title
        self.formats = formats
        self.allowance = allowance
        self.merges: list[Range] = []
        self.hidden_rows: set[int] = set()
        self.validations = self.empty_texts = self.iso_dates = self.far_dates = 0
        self._hidden_columns = 0  # one bit a column: ranges may overlap without end
        self._shared: dict[str | None, SharedFormula | None] = {}
        self._moved = 0

    @property
    def hidden_columns(self) -> set[int]:
        return {column for column in range(1, LAST_COLUMN + 1) if self._hidden_columns >> column & 1}

    def cells(self) -> Iterator[Cell]:
        """Filled cells in the file's order. Everything that carries no figure is passed over unread."""
        above: list[Element] = []
        in_row, count = False, 0
        for event, element in iterparse(self.source, events=("start", "end")):
            if event == "start":
                above.append(element)
                if element.tag == ROW_TAG:
                    in_row, count = True, 0
                elif element.tag == CELL_TAG:
                    count += 1
                if count > LAST_COLUMN or len(above) > DEEPEST:  # at once: a row made to harm may have no end
                    raise BrokenCell(f"A{self.row_counter + 1}")
                continue
            above.pop()
            if in_row and element.tag != ROW_TAG:
                continue  # seen with its row
            if in_row:
                yield from self._row(element)
                in_row = False
            else:
                self._beside(element)
            element.clear()
            if above:
                above[-1].remove(element)

    def _beside(self, element: Element) -> None:
        """What stands before and after the rows."""
        if element.tag == COL_TAG:
            self._column(element)
        elif element.tag == MERGE_TAG:
            self._merged(element)
        elif element.tag.endswith("}dataValidation"):  # also those that Excel keeps among its extensions
            self.validations += 1

    def _row(self, row: Element) -> Iterator[Cell]:
        number = row.get("r")
        self.row_counter = int(float(number)) if number else self.row_counter + 1
        self.col_counter = 0
        if row.get("hidden") in _TRUE:
            self.hidden_rows.add(self.row_counter)
        for element in row:
            if element.tag == CELL_TAG:
                try:
                    cell = self._cell(element)
                except Exception as fault:
                    place = element.get("r") or f"{letters(self.col_counter + 1)}{self.row_counter}"
                    raise BrokenCell(place[:20]) from fault
                if cell is not None:
                    yield cell

    def _cell(self, element: Element) -> Cell | None:
        coordinate = element.get("r")
        if coordinate:
            row, column = coordinate_to_tuple(coordinate)
        else:
            row, column = self.row_counter, self.col_counter + 1
        self.col_counter = column
        kind = element.get("t", "n")
        formula_node = element.find(FORMULA_TAG)
        content = element.findtext(VALUE_TAG) or None
        if content is None and formula_node is None:
            if kind == "str" and element.find(VALUE_TAG) is not None:
                self.empty_texts += 1
            if kind != "inlineStr":
                return None
        style = int(element.get("s") or 0)
        raw, galat = self._content(element, kind, content, style)
        formula = self._formula(formula_node, row, column) if formula_node is not None else None
        if raw is None and formula is None:
            return None
        if not (0 < row <= LAST_ROW and 0 < column <= LAST_COLUMN):
            raise ValueError(coordinate)
        if galat:
            origin = Origin.GALAT
        elif formula is None:
            origin = Origin.KETIKAN
        elif raw is not None:
            origin = Origin.RUMUS
        else:  # a saved result of empty text is a blank to the eye; no result at all is something else
            origin = Origin.KOSONG if kind in {"str", "inlineStr", "s"} else Origin.TANPA_HASIL
        number_format = self.formats[style] if style < len(self.formats) else GENERAL
        return Cell(Where(self.title, row, column), raw, number_format, origin, formula)

    def _content(self, element: Element, kind: str, content: str | None, style: int) -> tuple[object, bool]:
        """The cell's content and whether it is an error."""
        if kind == "n":
            if content is None:
                return None, False
            number = float(content) if any(mark in content for mark in ".eE") else int(content)
            return self._dated(number, style) if style in self.date_formats else (number, False)
        if kind == "s":
            return self._text(self.shared_strings[int(content)] if content is not None else ""), False
        if kind == "inlineStr":
            node = element.find(INLINE_STRING)
            text = rich_text(node) if node is not None else unescaped(content or "")[:LONGEST]
            return self._text(text), False
        if kind == "str":
            return self._text(unescaped(content or "")[:LONGEST]), False
        if content is None:
            return None, False
        if kind == "b":
            return content.strip() in _TRUE, False
        if kind == "d":
            self.iso_dates += 1
            moment: Any = from_ISO8601  # untyped in the library's stubs
            return moment(content), False
        return content[:LONGEST], kind == "e"

    def _text(self, text: str) -> str | None:
        if text:
            return text
        self.empty_texts += 1
        return None

    def _dated(self, number: float, style: int) -> tuple[object, bool]:
        try:
            return from_excel(number, self.epoch, timedelta=style in self.timedelta_formats), False
        except (OverflowError, ValueError):
            self.far_dates += 1
            return OUT_OF_RANGE, True

    def _formula(self, node: Element, row: int, column: int) -> str:
        """The formula at its place. One that is shared is told where it was typed and moved everywhere else."""
        text = node.text or ""
        if len(text) > _LONGEST_FORMULA:
            return _UNTOLD
        if node.get("t") != "shared":
            return f"={text}"
        number = node.get("si")
        if text:
            self._shared[number] = _apart(text, row, column)
            return f"={text}"
        shared = self._shared.get(number)
        if shared is None:
            return _UNTOLD
        self._moved += len(shared.pieces)
        return shared.at(row, column) if self._moved <= _MOST_MOVED else _UNTOLD

    def _column(self, element: Element) -> None:
        if element.get("hidden") in _TRUE:
            first = max(1, int(element.get("min", 1)))
            last = min(int(element.get("max", 1)), LAST_COLUMN)
            if first <= last:
                self._hidden_columns |= (1 << last + 1) - (1 << first)

    def _merged(self, element: Element) -> None:
        ends = range_boundaries(element.get("ref", ""))
        if all(isinstance(end, int) for end in ends):
            left, top, right, bottom = (int(end or 0) for end in ends)
            self.merges.append((min(left, right), min(top, bottom), max(left, right), max(top, bottom)))


def _apart(formula: str, row: int, column: int) -> SharedFormula | None:
    """A shared formula, None for one that cannot be taken apart."""
    try:
        return SharedFormula.typed(formula, row, column)
    except (TokenizerError, IndexError):
        return None


def read_grid(parser: SheetParser) -> Grid:
    """All cells of the sheet; the file's own claim about its size is not asked."""
    rows: dict[int, dict[int, Cell]] = {}
    for cell in parser.cells():
        parser.allowance.take(cell)
        rows.setdefault(cell.where.row, {})[cell.where.column] = cell
    ordered = {number: rows[number] for number in sorted(rows)}
    return Grid.of(parser.title, ordered, parser.merges, parser.hidden_rows, parser.hidden_columns)
