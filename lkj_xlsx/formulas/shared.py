"""Shared formulas: typed once, filled over many cells, told at each of its places.

Taken apart once; putting it in another place is then a matter of joining pieces, however many cells share it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lkj_xlsx.formulas.tokens import Token, tokens
from lkj_xlsx.model.cell import letters
from lkj_xlsx.model.places import LAST_COLUMN, LAST_ROW, column_number

_CELL = re.compile(r"(\$?)([A-Za-z]{1,3})(\$?)([0-9]{1,7})")
_COLUMN = re.compile(r"(\$?)([A-Za-z]{1,3})")
_ROW = re.compile(r"(\$?)([0-9]{1,7})")
_GONE = "#REF!"  # what a reference becomes that would leave the sheet


@dataclass(frozen=True, slots=True)
class _Reference:
    """A cell, a whole column or a whole row; a part that does not move is already in its final writing."""

    column: int | str
    row: int | str

    def at(self, down: int, across: int) -> str:
        column, row = self.column, self.row
        if isinstance(column, int):
            if not 0 < column + across <= LAST_COLUMN:
                return _GONE
            column = letters(column + across)
        if isinstance(row, int):
            if not 0 < row + down <= LAST_ROW:
                return _GONE
            row = str(row + down)
        return column + row


@dataclass(frozen=True, slots=True)
class SharedFormula:
    """A formula as typed in the cell at `row` and `column`, in pieces."""

    row: int
    column: int
    pieces: tuple[str | _Reference, ...]

    @classmethod
    def typed(cls, formula: str, row: int, column: int) -> SharedFormula:
        """Take a formula apart. Raises `Untold` where that cannot be done."""
        return cls(row, column, tuple(_pieces(tokens(f"={formula}"))))

    def at(self, row: int, column: int) -> str:
        """The formula at another place, with its equals sign."""
        down, across = row - self.row, column - self.column
        return "=" + "".join(piece if isinstance(piece, str) else piece.at(down, across) for piece in self.pieces)


def _pieces(tokens: list[Token]) -> Iterator[str | _Reference]:
    for token in tokens:
        if token.type == "OPERAND" and token.subtype == "RANGE":
            yield from _range(token.value)
        else:
            yield token.value


def _range(text: str) -> Iterator[str | _Reference]:
    """`'Sheet'!A1:$B$2` as its sheet, which stays, and its ends, which move."""
    sheet, mark, cells = text.rpartition("!")
    yield sheet + mark
    ends = cells.split(":")
    for place, end in enumerate(ends):
        if place:
            yield ":"
        yield _reference(end, len(ends) == 2) or end


def _reference(text: str, in_range: bool) -> _Reference | None:
    """A reference, None for a name; a lone column or row is one only as an end of a range."""
    if match := _CELL.fullmatch(text):
        return _Reference(_across(match[1], match[2]), _down(match[3], match[4]))
    if in_range and (match := _COLUMN.fullmatch(text)):
        return _Reference(_across(match[1], match[2]), "")
    if in_range and (match := _ROW.fullmatch(text)):
        return _Reference("", _down(match[1], match[2]))
    return None


def _across(fixed: str, column: str) -> int | str:
    return fixed + column if fixed else column_number(column.upper())


def _down(fixed: str, row: str) -> int | str:
    return fixed + row if fixed else int(row)
