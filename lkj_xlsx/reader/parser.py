"""One pass over a sheet's XML that keeps formula, saved result and number format of each cell together.

Builds on openpyxl's worksheet parser, which is not public; a test compares it with two ordinary loads.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, Any
from xml.etree.ElementTree import Element

from openpyxl.cell.text import Text
from openpyxl.utils.cell import coordinate_to_tuple, range_boundaries
from openpyxl.utils.datetime import from_excel, from_ISO8601
from openpyxl.worksheet._reader import (
    CELL_TAG,
    COL_TAG,
    FORMULA_TAG,
    INLINE_STRING,
    MERGE_TAG,
    ROW_TAG,
    VALUE_TAG,
    WorkSheetParser,
)
from openpyxl.xml.functions import iterparse

from lkj_xlsx.model.cell import Cell, Origin, Where
from lkj_xlsx.reader.grid import Grid, Range
from lkj_xlsx.reader.styles import GENERAL, dates

_OUT_OF_RANGE = "#VALUE!"  # what Excel shows for a date before its calendar begins, as ####
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384


class SheetParser(WorkSheetParser):
    """Yields the filled cells of each row; merged ranges and hidden rows and columns are there when it has ended."""

    def __init__(self, source: IO[bytes], title: str, strings: list[str], formats: tuple[str, ...], epoch: Any) -> None:
        on_date, on_span = dates(formats)
        super().__init__(source, strings, epoch=epoch, date_formats=on_date, timedelta_formats=on_span)
        self.title = title
        self.formats = formats
        self.merges: list[Range] = []
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()

    def cells(self) -> Iterator[Cell]:
        """Filled cells in the file's order. Everything that carries no figure is passed over unread."""
        for _, element in iterparse(self.source):
            tag = element.tag
            if tag == ROW_TAG:
                yield from self._row(element)
                element.clear()
            elif tag == COL_TAG:
                self._column(element)
            elif tag == MERGE_TAG:
                self._merged(element)
                element.clear()

    def _row(self, row: Element) -> Iterator[Cell]:
        number = row.get("r")
        self.row_counter = int(float(number)) if number else self.row_counter + 1
        self.col_counter = 0
        if row.get("hidden") in {"1", "true"}:
            self.hidden_rows.add(self.row_counter)
        for element in row:
            if element.tag == CELL_TAG:
                cell = self._cell(element)
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
        content = element.findtext(VALUE_TAG) or None if kind != "inlineStr" else None
        if content is None and formula_node is None and kind != "inlineStr":
            return None
        style = int(element.get("s") or 0)
        raw, galat = self._content(element, kind, content, style)
        formula = self._formula(element, formula_node, coordinate) if formula_node is not None else None
        if raw is None and formula is None:
            return None
        if galat:
            origin = Origin.GALAT
        elif formula is None:
            origin = Origin.KETIKAN
        elif raw is not None:
            origin = Origin.RUMUS
        else:  # a saved result of empty text is a blank to the eye; no result at all is something else
            origin = Origin.KOSONG if kind in {"str", "inlineStr"} else Origin.TANPA_HASIL
        number_format = self.formats[style] if style < len(self.formats) else GENERAL
        return Cell(Where(self.title, row, column), raw, number_format, origin, formula)

    def _content(self, element: Element, kind: str, content: str | None, style: int) -> tuple[object, bool]:
        """The cell's content and whether it is an error."""
        if kind == "inlineStr":
            node: Any = element.find(INLINE_STRING)
            text: Any = Text.from_tree(node) if node is not None else None
            return (text.content or None) if text is not None else None, False
        if content is None:
            return None, False
        if kind == "n":
            number = float(content) if any(mark in content for mark in ".eE") else int(content)
            return self._dated(number, style) if style in self.date_formats else (number, False)
        if kind == "s":
            return self.shared_strings[int(content)] or None, False
        if kind == "b":
            return bool(int(content)), False
        if kind == "d":
            moment: Any = from_ISO8601  # untyped in the library's stubs
            return moment(content), False
        return content, kind == "e"

    def _dated(self, number: float, style: int) -> tuple[object, bool]:
        try:
            return from_excel(number, self.epoch, timedelta=style in self.timedelta_formats), False
        except (OverflowError, ValueError):
            return _OUT_OF_RANGE, True

    def _formula(self, element: Element, node: Element, coordinate: str | None) -> str:
        if node.get("t") == "shared" and coordinate:
            translated: Any = self.parse_formula
            return str(translated(element))
        return f"={node.text or ''}"

    def _column(self, element: Element) -> None:
        if element.get("hidden") in {"1", "true"}:
            first, last = int(element.get("min", 1)), int(element.get("max", 1))
            self.hidden_columns.update(range(first, min(last, LAST_COLUMN) + 1))

    def _merged(self, element: Element) -> None:
        for node in element:
            ends = range_boundaries(node.get("ref", ""))
            if all(isinstance(end, int) for end in ends):
                left, top, right, bottom = (int(end or 0) for end in ends)
                self.merges.append((min(left, right), min(top, bottom), max(left, right), max(top, bottom)))


def read_grid(parser: SheetParser) -> Grid:
    """All cells of the sheet; the file's own claim about its size is not asked."""
    rows: dict[int, dict[int, Cell]] = {}
    for cell in parser.cells():
        if cell.where.row <= LAST_ROW and cell.where.column <= LAST_COLUMN:
            rows.setdefault(cell.where.row, {})[cell.where.column] = cell
    ordered = {number: rows[number] for number in sorted(rows)}
    return Grid.of(parser.title, ordered, parser.merges, parser.hidden_rows, parser.hidden_columns)
