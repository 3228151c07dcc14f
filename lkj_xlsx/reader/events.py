"""A sheet's XML as it passes: one event for each cell, whatever else stands in it, and nothing kept.

Written to the bare XML parser because this is where most of the time of a large workbook goes; a tree of elements
for each cell costs three times as much. What a cell means is told in `parser`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO
from xml.parsers import expat

from lkj_xlsx.model.cell import letters
from lkj_xlsx.model.places import LAST_COLUMN, row_number
from lkj_xlsx.reader.stream import DEEPEST

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_BLOCK = 65_536
_ROW, _CELL, _VALUE, _FORMULA, _INLINE = (f"{MAIN}|{name}" for name in ("row", "c", "v", "f", "is"))
_ONCE = frozenset((_VALUE, _FORMULA, _INLINE))
_DATA = f"{MAIN}|sheetData"
_BESIDE = frozenset((f"{MAIN}|col", f"{MAIN}|mergeCell"))
Attributes = dict[str, str]


class BrokenCell(Exception):
    """A cell that cannot be read."""

    def __init__(self, coordinate: str) -> None:
        super().__init__(coordinate)
        self.coordinate = coordinate


class SheetEvents:
    """Goes through a sheet's part once and calls the methods at the end, which a reader of cells fills in.

    row     number of the row that is open or was the last
    column  number of the cell before in this row, kept by the reader of cells
    """

    def __init__(self, source: IO[bytes]) -> None:
        self.source = source
        self.row = self.column = 0
        self._depth = self._row_depth = self._count = 0
        self._data = False  # inside the sheet's own data: rows anywhere else are no program's cells
        self._cell: Attributes | None = None
        self._given: Attributes | None = None  # of its formula
        self._value: str | None = None
        self._formula: str | None = None
        self._inline: str | None = None
        self._runs: list[str] | None = None  # what is open inside an inline text
        self._text: list[str] | None = None  # where characters go, None while they are nobody's

    def blocks(self) -> Iterator[None]:
        """Goes on by one block of the file at a time. Raises `ExpatError` for XML that is not well-formed."""
        parser = expat.ParserCreate(namespace_separator="|")
        parser.buffer_text = True
        parser.buffer_size = _BLOCK
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        ended = False
        while not ended:
            block = self.source.read(_BLOCK)
            ended = not block
            try:
                parser.Parse(block, ended)
            except (BrokenCell, expat.ExpatError):
                raise
            except Exception as fault:
                if self._cell is None:
                    raise
                place = self._cell.get("r") or f"{letters(self.column + 1)}{self.row}"
                raise BrokenCell(place[:20]) from fault
            yield

    def _start(self, name: str, given: Attributes) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise BrokenCell(f"A{self.row if self._row_depth else self.row + 1}")
        if self._cell is not None:
            if name == _VALUE and self._value is None and self._depth == self._row_depth + 2:
                self._text, self._value = [], ""
            else:
                self._within(name, given)
        elif name == _CELL and self._row_depth:
            self._count += 1
            if self._count > LAST_COLUMN:  # at once: a row made to harm may have no end
                raise BrokenCell(f"A{self.row}")
            if self._depth == self._row_depth + 1:
                self._cell = given
                self._given = self._value = self._formula = self._inline = None
        elif name == _ROW:
            if not self._row_depth and self._data and self._depth == 3:
                self._row_depth, self._count = self._depth, 0
                self._row_begins(given)
        elif not self._row_depth:
            if self._depth == 2:
                self._data = name == _DATA
            elif name in _BESIDE and self._depth == 3:
                self.beside(name.rpartition("|")[2], given)
            elif name.endswith("|dataValidation"):  # also those that Excel keeps among its extensions
                self.beside("dataValidation", given)

    def _row_begins(self, given: Attributes) -> None:
        number = given.get("r")
        try:
            self.row, self.column = row_number(number) if number else self.row + 1, 0
        except ValueError as fault:
            raise BrokenCell(f"A{self.row + 1}") from fault
        self.row_begins(given)

    def _within(self, name: str, given: Attributes) -> None:
        """An element inside a cell: its value, its formula, or a piece of its text.

        Raises `ValueError` for a second one of them and for markup inside: programs show the one or the other of it.
        """
        if self._runs is not None:
            self._runs.append(name.rpartition("|")[2])
            if self._runs in (["t"], ["r", "t"]):  # not the phonetic guide
                self._text = []
        elif self._text is not None:
            raise ValueError(name)
        elif self._depth == self._row_depth + 2:
            if name == _FORMULA and self._given is None:
                self._text, self._given = [], given
            elif name == _INLINE and self._inline is None:
                self._runs, self._inline = [], ""
            elif name in _ONCE:
                raise ValueError(name)

    def _characters(self, text: str) -> None:
        if self._text is not None:
            self._text.append(text)

    def _end(self, name: str) -> None:
        self._depth -= 1
        cell = self._cell
        if cell is None:
            if self._depth < self._row_depth:
                self._row_depth = 0
            return
        if self._depth == self._row_depth:
            self.cell(cell, self._value, self._formula, self._given, self._inline)
            self._cell = None
        elif self._runs is not None:
            self._run_ends()
        elif self._text is not None and self._depth == self._row_depth + 1:
            if name == _VALUE:
                self._value = "".join(self._text)
            else:
                self._formula = "".join(self._text)
            self._text = None

    def _run_ends(self) -> None:
        if not self._runs:
            self._runs = None
            return
        self._runs.pop()
        if self._text is not None:
            self._inline = f"{self._inline}{''.join(self._text)}"
            self._text = None

    def row_begins(self, given: Attributes) -> None:
        """A row opens."""
        raise NotImplementedError

    def cell(
        self, given: Attributes, value: str | None, formula: str | None, how: Attributes | None, inline: str | None
    ) -> None:
        """A cell: its attributes, saved value, formula with attributes, inline text; None for what it has not."""
        raise NotImplementedError

    def beside(self, name: str, given: Attributes) -> None:
        """A column's description, a merged range or a validation."""
        raise NotImplementedError
