"""A long sheet of the budget read row by row without making records, as long as every cell is plain.

Plain is what is listed here and nothing else: a cell of any other kind, in whatever column, leaves the sheet to be
read whole, because some rule might have something to say about it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import lru_cache

from lkj_xlsx.model.cell import Origin, letters
from lkj_xlsx.model.glance import PlainLine
from lkj_xlsx.model.number import decimal_of, half_unit
from lkj_xlsx.reader.formats import shape
from lkj_xlsx.reader.grid import Grid, Held
from lkj_xlsx.reader.header import Header

SHEET, ENOUGH = "realisasi_anggaran", 300  # rows; a shorter sheet costs nothing to read whole
_NEEDED = ("kode_rekening", "uraian", "anggaran", "realisasi")
_LABELS = ("tabel", "sasaran")
_ROUND = Decimal("1E-9")  # what binary arithmetic may leave in a saved result, in percent
_NOTHING: Held = (None, "General", Origin.KOSONG, None)
_LEAST = 2  # decimals of a percent; fewer are remarked


class _Doubt(Exception):
    """A cell that has to be looked at closely."""


def plain_lines(grid: Grid, header: Header) -> list[PlainLine] | None:
    """All rows below the header; None for a short sheet, and where any cell is not plain."""
    if len(grid.rows.held) < ENOUGH or any(key not in header.columns for key in _NEEDED):
        return None
    shared = {header.columns[key] for key in (*_LABELS, "no") if key in header.columns}
    for left, top, right, bottom in grid.merges:
        if bottom > header.last_row and not (left == right and left in shared and _empty(grid, left, top, bottom)):
            return None
    try:
        return list(_BudgetColumns(header.columns).lines(grid.rows.held, header.last_row))
    except _Doubt:
        return None


def _empty(grid: Grid, column: int, top: int, bottom: int) -> bool:
    """Whether a merged range holds nothing but its first cell: what it covers is not read."""
    covered = (grid.rows.held.get(row, {}).get(column, _NOTHING) for row in range(top + 1, bottom + 1))
    return all(raw is None for raw, *_ in covered)


class _BudgetColumns:
    """The columns of the sheet, and in which of their manners percents and remainders are given."""

    def __init__(self, columns: Mapping[str, int]) -> None:
        self.at = columns
        self.computed = {columns[key] for key in ("serapan", "sisa") if key in columns}
        given, spent = (letters(columns[key]) for key in ("anggaran", "realisasi"))
        self.percent = _Manner(lambda row: (f"={spent}{row}/{given}{row}*100", f"={spent}{row}/{given}{row}"))
        self.left = _Manner(lambda row: (f"={given}{row}-{spent}{row}",))
        self.half = Decimal(0)
        self.places: int | None = None  # of the percent read last

    def lines(self, held: Mapping[int, Mapping[int, Held]], after: int) -> Iterator[PlainLine]:
        kode, uraian, given, spent, percent, left = (self.at.get(key, 0) for key in (*_NEEDED, "serapan", "sisa"))
        labels = [self.at[key] for key in _LABELS if key in self.at]
        level, number = self.at.get("tingkat", 0), self.at.get("no", 0)
        for row, cells in held.items():
            if row <= after:
                continue
            if any(cell[2] is not Origin.KETIKAN and column not in self.computed for column, cell in cells.items()):
                raise _Doubt
            _check_number(cells.get(number))
            yield PlainLine(
                row,
                _text(cells.get(kode)),
                _text(cells.get(level)),
                _text(cells.get(uraian)),
                tuple(_text(cells.get(column)) for column in labels),
                _amount(cells.get(given, _NOTHING)),
                _amount(cells.get(spent, _NOTHING)),
                self._percent(row, cells.get(percent, _NOTHING)),
                self.half,
                self.places,
                self._left(row, cells.get(left, _NOTHING)),
            )

    def _percent(self, row: int, cell: Held) -> Decimal | None:
        number = self.percent.number(row, cell)
        self.places = None
        if number is None:
            return None
        form, computed = shape(cell[1]), self.percent.formula is not None
        if computed and form.percent is not (self.percent.formula == 1):
            raise _Doubt  # =H5/G5*100 under a percent format, or =H5/G5 without one
        if form.percent:
            number = number.scaleb(2)
        places = form.places if computed else form.stated(number)
        if places is not None and places < _LEAST:
            raise _Doubt
        half = _ROUND if computed or places is None else half_unit(places)
        if self.half and half != self.half:
            raise _Doubt  # typed with other decimals than the rows above
        self.half = half
        self.places = None if places is None else form.stated(number)
        return number

    def _left(self, row: int, cell: Held) -> Decimal | None:
        number = self.left.number(row, cell)
        if number is not None and not _whole(cell[1]):
            raise _Doubt
        return number


class _Manner:
    """How a column that may be computed is given: the same in every row, or left out, or something is odd."""

    def __init__(self, formulas: Callable[[int], tuple[str, ...]]) -> None:
        self.formulas = formulas
        self.formula: int | None = None  # which of the formulas
        self._first: tuple[Origin, str | bool] | None = None

    def number(self, row: int, cell: Held) -> Decimal | None:
        raw, number_format, origin, formula = cell
        manner = origin, shape(number_format).percent if origin is Origin.KETIKAN else number_format
        if self._first is None:
            self._first = manner
            if formula is not None and formula in self.formulas(row):
                self.formula = self.formulas(row).index(formula)
        if manner != self._first:
            raise _Doubt
        if origin is Origin.KOSONG and formula is None:
            return None
        if origin is Origin.RUMUS:
            if self.formula is None or formula != self.formulas(row)[self.formula]:
                raise _Doubt
        elif origin is not Origin.KETIKAN:
            raise _Doubt
        if type(raw) is not int and type(raw) is not float:
            raise _Doubt
        return decimal_of(raw)


def _check_number(cell: Held | None) -> None:
    """The number of a row is left out or a number."""
    if cell is not None and type(cell[0]) is not int and not (isinstance(cell[0], str) and cell[0].isdecimal()):
        raise _Doubt


def _text(cell: Held | None) -> str:
    """A text without blanks around it, "" where there is none."""
    if cell is None:
        return ""
    raw = cell[0]
    if not isinstance(raw, str) or not raw or raw.strip() != raw:
        raise _Doubt
    return raw


def _amount(cell: Held) -> int:
    raw, number_format = cell[:2]
    if type(raw) is not int or not 0 <= raw < 10**18 or not _whole(number_format):
        raise _Doubt
    return raw


@lru_cache(maxsize=64)
def _whole(number_format: str) -> bool:
    """Whether a format shows whole figures as they are."""
    form = shape(number_format)
    return not form.percent and not form.places and not form.most
