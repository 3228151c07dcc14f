"""A long sheet of the budget read row by row without making records, as long as every cell is plain."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import lru_cache

from lkj_xlsx.model.cell import Origin, letters
from lkj_xlsx.model.glance import PlainLine
from lkj_xlsx.model.number import decimal_of, half_unit
from lkj_xlsx.reader.formats import Shape, shape
from lkj_xlsx.reader.grid import Grid, Held
from lkj_xlsx.reader.header import Header

SHEET, ENOUGH = "realisasi_anggaran", 300  # rows; a shorter sheet costs nothing to read whole
_NEEDED = ("kode_rekening", "uraian", "anggaran", "realisasi")
_TOTAL = re.compile(r"(?:jumlah|total)\b", re.IGNORECASE)
_ROUND = Decimal("1E-9")  # what binary arithmetic may leave in a saved result, in percent
_NOTHING: Held = (None, "General", Origin.KOSONG, None)
_PROGRAM = 3  # groups of its code
_LEVELS = {"jumlah": 0, "program": 3, "kegiatan": 5, "sub kegiatan": 6}
_LEAST = 2  # decimals of a percent; fewer are remarked


class _Doubt(Exception):
    """A cell that has to be looked at closely."""


def plain_lines(grid: Grid, header: Header) -> list[PlainLine] | None:
    """All rows below the header; None for a short sheet, and where any cell is not plain."""
    if len(grid.rows.held) < ENOUGH or any(key not in header.columns for key in _NEEDED):
        return None
    shared = {header.columns[key] for key in ("tabel", "no", "sasaran") if key in header.columns}
    if any(
        bottom > header.last_row and not (left == right and left in shared) for left, _, right, bottom in grid.merges
    ):
        return None
    try:
        return list(_Columns(header.columns).lines(grid.rows.held, header.last_row))
    except _Doubt:
        return None


class _Columns:
    """The columns of the sheet, and in which of their manners percents and remainders are given."""

    def __init__(self, columns: Mapping[str, int]) -> None:
        self.at = columns
        given, spent = (letters(columns[key]) for key in ("anggaran", "realisasi"))
        self.percent = _Manner(lambda row: (f"={spent}{row}/{given}{row}*100", f"={spent}{row}/{given}{row}"))
        self.left = _Manner(lambda row: (f"={given}{row}-{spent}{row}",))
        self.half = Decimal(0)
        self.above: dict[int, object] = {}  # what rows below a programme must repeat or leave out

    def lines(self, held: Mapping[int, Mapping[int, Held]], after: int) -> Iterator[PlainLine]:
        kode, uraian, given, spent, percent, left = (self.at.get(key, 0) for key in (*_NEEDED, "serapan", "sisa"))
        once = [self.at[key] for key in ("tabel", "sasaran") if key in self.at]
        level, number = self.at.get("tingkat", 0), self.at.get("no", 0)
        for row, cells in held.items():
            if row <= after or not cells:
                continue
            first = cells.get(kode, _NOTHING)
            text = _typed(cells.get(uraian, _NOTHING))
            code = _typed(first) if first[0] is not None else ""
            groups = code.count(".") + 1 if code else 0
            if (
                bool(_TOTAL.match(text)) is bool(code)
                or not _fits(cells.get(level), groups)
                or not _counts(cells.get(number))
            ):
                raise _Doubt
            for column in once:
                if column in cells:
                    self._repeats(column, cells[column][0], groups)
            yield PlainLine(
                row,
                code,
                _amount(cells.get(given, _NOTHING)),
                _amount(cells.get(spent, _NOTHING)),
                self._percent(row, cells.get(percent, _NOTHING)),
                self.half,
                self._left(row, cells.get(left, _NOTHING)),
            )

    def _repeats(self, column: int, raw: object, groups: int) -> None:
        if groups in (0, _PROGRAM):
            self.above[column] = raw
        elif column not in self.above or self.above[column] != raw:
            raise _Doubt

    def _percent(self, row: int, cell: Held) -> Decimal | None:
        number = self.percent.number(row, cell)
        if number is None:
            return None
        form = shape(cell[1])
        if self.percent.formula is not None and form.percent is not (self.percent.formula == 1):
            raise _Doubt  # =H5/G5*100 under a percent format, or =H5/G5 without one
        if form.percent:
            number = number.scaleb(2)
        computed = self.percent.formula is not None
        places = form.places if computed else form.stated(number)
        if places is not None and places < _LEAST:
            raise _Doubt
        half = _ROUND if computed or places is None else half_unit(places)
        if self.half and half != self.half:
            raise _Doubt  # typed with other decimals than the rows above
        self.half = half
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
        self._first: tuple[Origin, str] | None = None

    def number(self, row: int, cell: Held) -> Decimal | None:
        raw, number_format, origin, formula = cell
        if self._first is None:
            self._first = (origin, number_format)
            if formula is not None and formula in self.formulas(row):
                self.formula = self.formulas(row).index(formula)
        if (origin, number_format) != self._first:
            raise _Doubt
        if origin is Origin.KOSONG:
            return None
        if origin is Origin.RUMUS:
            if self.formula is None or formula != self.formulas(row)[self.formula]:
                raise _Doubt
        elif origin is not Origin.KETIKAN:
            raise _Doubt
        if type(raw) is not int and type(raw) is not float:
            raise _Doubt
        return decimal_of(raw)


def _fits(cell: Held | None, groups: int) -> bool:
    """Whether the level is left out or says what the code says."""
    return cell is None or (isinstance(cell[0], str) and _LEVELS.get(cell[0].casefold(), -1) == groups)


def _counts(cell: Held | None) -> bool:
    """Whether the row's number is left out or a number."""
    return cell is None or type(cell[0]) is int or (isinstance(cell[0], str) and cell[0].isdecimal())


def _typed(cell: Held) -> str:
    raw, _, origin, _ = cell
    if not isinstance(raw, str) or origin is not Origin.KETIKAN or raw.strip() != raw or not raw:
        raise _Doubt
    return raw


def _amount(cell: Held) -> int:
    raw, number_format, origin, _ = cell
    if type(raw) is not int or origin is not Origin.KETIKAN or not 0 <= raw < 10**18 or not _whole(number_format):
        raise _Doubt
    return raw


@lru_cache(maxsize=64)
def _whole(number_format: str) -> bool:
    """Whether a format shows whole figures as they are."""
    form: Shape = shape(number_format)
    return not form.percent and not form.places and not form.most
