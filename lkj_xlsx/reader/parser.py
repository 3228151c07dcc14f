"""What the cells of a sheet hold: formula, saved result and number format of each together, in one pass.

A test compares it with two ordinary loads by the spreadsheet library, on made files and on those of its own tests.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from typing import IO, Any

from lkj_xlsx.formulas.shared import SharedFormula
from lkj_xlsx.formulas.tokens import Untold
from lkj_xlsx.model.cell import Cell, Origin, Where
from lkj_xlsx.model.held import Held, Rows
from lkj_xlsx.model.limits import MILLION, PAGE, Limits
from lkj_xlsx.model.message import say
from lkj_xlsx.model.places import DIGITS, LAST_COLUMN, LAST_ROW, column_number, row_and_column
from lkj_xlsx.reader.events import Attributes, BrokenCell, SheetEvents
from lkj_xlsx.reader.grid import Grid, Range
from lkj_xlsx.reader.strings import LONGEST, unescaped
from lkj_xlsx.reader.styles import GENERAL, clock

__all__ = ["Allowance", "BrokenCell", "SheetParser", "TooMuch", "doubled", "read_grid"]

OUT_OF_RANGE = "#VALUE!"  # what Excel shows for a date before its calendar begins, as ####
_TRUE = frozenset(("1", "true"))
_LONGEST_FORMULA = 8_192  # characters a formula can have
_MOST_MOVED = 20_000_000  # pieces of shared formulas put into their places in one sheet
_UNTOLD = "="  # a formula that the file does not spell out, or that no program could have saved
_RANGE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})(?::\$?([A-Z]{1,3})\$?([0-9]{1,7}))?")
_WHOLE = re.compile(r"\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?[0-9]+:\$?[0-9]+")  # columns or rows: they share no figure
_EMPTY = frozenset(("str", "inlineStr", "s"))  # a saved result of empty text is a blank to the eye


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

    def take(self, raw: object) -> None:
        """Use some of it up. Raises `TooMuch` where nothing is left."""
        self.cells -= 1
        if self.cells < 0:
            raise TooMuch(say("lebih dari {0} sel terisi", self.limits.cells), f"sel={self.limits.cells}")
        if isinstance(raw, str) and len(raw) > PAGE:
            self.text -= len(raw)
            if self.text < 0:
                what = say("lebih dari {0} juta huruf dalam sel-sel yang sangat panjang", self.limits.text)
                raise TooMuch(what, f"teks={self.limits.text}")


class SheetParser(SheetEvents):
    """Yields the filled cells of each row; what else the sheet holds is there when it has ended.

    empty_texts  texts of no character, which are blank to the eye
    iso_dates    dates stored as text in ISO writing
    far_dates    numbers shown as dates that lie outside the calendar
    unformatted  the first cell whose number format the file does not hold
    doubled      whether `read_grid` met a cell more than once; the last of them counts
    """

    def __init__(
        self,
        source: IO[bytes],
        title: str,
        strings: list[str],
        formats: tuple[str, ...],
        epoch: datetime,
        allowance: Allowance,
    ) -> None:
        super().__init__(source)
        self.title, self.strings, self.formats, self.epoch = title, strings, formats, epoch
        self.allowance = allowance
        self.merges: list[Range] = []
        self.hidden_rows: set[int] = set()
        self.validations = self.empty_texts = self.iso_dates = self.far_dates = 0
        self.unformatted: tuple[int, int] | None = None
        self.doubled = False
        self._filled: list[tuple[int, int, Held]] = []
        self._hidden_columns = 0  # one bit a column: ranges may overlap without end
        self._shared: dict[str | None, SharedFormula] = {}
        self._moved = 0

    @property
    def hidden_columns(self) -> set[int]:
        last = self._hidden_columns.bit_length()
        return {column for column in range(1, last) if self._hidden_columns >> column & 1}

    def held(self) -> Iterator[tuple[int, int, Held]]:
        """Row, column and content of each filled cell, in the file's order."""
        filled = self._filled
        for _ in self.blocks():
            yield from filled
            filled.clear()

    def cells(self) -> Iterator[Cell]:
        """Filled cells in the file's order. Everything that carries no figure is passed over unread."""
        return (Cell(Where(self.title, row, column), *held) for row, column, held in self.held())

    def row_begins(self, given: Attributes) -> None:
        if given.get("hidden") in _TRUE:
            self.hidden_rows.add(self.row)

    def beside(self, name: str, given: Attributes) -> None:
        if name == "col":
            self._column(given)
        elif name == "mergeCell":
            self._merged(given.get("ref", ""))
        else:
            self.validations += 1

    def cell(
        self, given: Attributes, value: str | None, formula: str | None, how: Attributes | None, inline: str | None
    ) -> None:
        coordinate = given.get("r")
        kind = given.get("t", "n")
        content = value or None
        if content is None and how is None and kind != "inlineStr":
            self.column = column_number(coordinate.rstrip(DIGITS)) if coordinate else self.column + 1
            if kind == "str" and value is not None:
                self.empty_texts += 1
            return
        row, column = row_and_column(coordinate) if coordinate else (self.row, self.column + 1)
        style = _position(given.get("s") or "0")
        number_format = self.formats[style] if style < len(self.formats) else self._unformatted(style, row, column)
        raw, galat = self._content(kind, content, inline, number_format)
        placed_formula = None if how is None else self._placed_formula(formula or "", how, row, column)
        self.column = column
        if raw is None and placed_formula is None:
            return
        if not (0 < row <= LAST_ROW and 0 < column <= LAST_COLUMN):
            raise ValueError(coordinate)
        if galat:
            origin = Origin.GALAT
        elif placed_formula is None:
            origin = Origin.KETIKAN
        elif raw is not None:
            origin = Origin.RUMUS
        else:
            origin = Origin.KOSONG if kind in _EMPTY else Origin.TANPA_HASIL
        self._filled.append((row, column, (raw, number_format, origin, placed_formula)))

    def _unformatted(self, style: int, row: int, column: int) -> str:
        """A cell whose number format the file does not hold."""
        if style and self.unformatted is None:
            self.unformatted = row, column
        return GENERAL

    def _content(self, kind: str, content: str | None, inline: str | None, number_format: str) -> tuple[object, bool]:
        """The cell's content and whether it is an error."""
        if kind == "n":
            if content is None:
                return None, False
            if "_" in content or not content.isascii():  # Python would read 1_0 as ten, and the digits of any script
                raise ValueError(content)
            number = float(content) if "." in content or "e" in content or "E" in content else int(content)
            shows = clock(number_format)
            return self._dated(number, shows == "span") if shows else (number, False)
        if kind == "s":
            return self._text_of(self.strings[_position(content)] if content is not None else ""), False
        if kind == "inlineStr":
            return self._text_of(unescaped(inline if inline is not None else content or "")[:LONGEST]), False
        if kind == "str":
            return self._text_of(unescaped(content or "")[:LONGEST]), False
        if content is None:
            return None, False
        if kind == "b":
            return content.strip() in _TRUE, False
        if kind == "d":
            from openpyxl.utils.datetime import from_ISO8601

            self.iso_dates += 1
            moment: Any = from_ISO8601  # untyped in the library's stubs
            return moment(content), False
        return content[:LONGEST], kind == "e"

    def _text_of(self, text: str) -> str | None:
        if text:
            return text
        self.empty_texts += 1
        return None

    def _dated(self, number: float, span: bool) -> tuple[object, bool]:
        from openpyxl.utils.datetime import from_excel

        try:
            return from_excel(number, self.epoch, timedelta=span), False
        except (OverflowError, ValueError):
            self.far_dates += 1
            return OUT_OF_RANGE, True

    def _placed_formula(self, text: str, how: Attributes, row: int, column: int) -> str:
        """The formula at its place. One that is shared is told where it was typed and moved everywhere else."""
        if len(text) > _LONGEST_FORMULA:
            return _UNTOLD
        if how.get("t") != "shared":
            return f"={text}"
        number = how.get("si")
        if text:
            with suppress(Untold):
                self._shared[number] = SharedFormula.typed(text, row, column)
            return f"={text}"
        shared = self._shared.get(number)
        if shared is None:
            return _UNTOLD
        self._moved += len(shared.pieces)
        return shared.at(row, column) if self._moved <= _MOST_MOVED else _UNTOLD

    def _column(self, given: Attributes) -> None:
        if given.get("hidden") in _TRUE:
            first = max(1, int(given.get("min", 1)))
            last = min(int(given.get("max", 1)), LAST_COLUMN)
            if first <= last:
                self._hidden_columns |= (1 << last + 1) - (1 << first)

    def _merged(self, text: str) -> None:
        match = _RANGE.fullmatch(text.upper())
        if match is None:
            if _WHOLE.fullmatch(text.upper()):
                return
            raise ValueError(text)
        left, top, right, bottom = match.groups()
        columns = sorted((column_number(left), column_number(right or left)))
        rows = sorted((int(top), int(bottom or top)))
        self.merges.append((columns[0], rows[0], columns[1], rows[1]))


def _position(text: str) -> int:
    """A place in a list; a negative one would be counted from its end. Raises `ValueError`."""
    number = int(text)
    if number < 0 or not text.isascii():
        raise ValueError(text)
    return number


def read_grid(parser: SheetParser) -> Grid:
    """All cells of the sheet; the file's own claim about its size is not asked."""
    rows: dict[int, dict[int, Held]] = {}
    left = parser.allowance.cells
    take = parser.allowance.take
    for row, column, held in parser.held():
        take(held[0])
        cells = rows.get(row)
        if cells is None:
            cells = rows[row] = {}
        cells[column] = held
    parser.doubled = left - parser.allowance.cells > sum(map(len, rows.values()))
    ordered = {number: rows[number] for number in sorted(rows)}
    grid = Grid.of(parser.title, Rows(parser.title, ordered), parser.merges, parser.hidden_rows, parser.hidden_columns)
    return replace(grid, unformatted=parser.unformatted) if parser.unformatted else grid


def doubled(parser: SheetParser) -> tuple[tuple[int, int], ...]:
    """Row and column of the cells that the sheet holds more than once, with unlike contents."""
    seen: dict[tuple[int, int], object] = {}
    twice: dict[tuple[int, int], None] = {}
    for row, column, (raw, _, _, _) in parser.held():
        if seen.setdefault((row, column), raw) != raw:
            twice[row, column] = None
    return tuple(twice)
