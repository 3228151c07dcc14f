"""Where a figure stands, what the file holds there, and what it means."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from lkj_xlsx.model.number import Interval, Missing, Reason, places_of, round_half_up, show, stated


@lru_cache(maxsize=1024)
def letters(column: int) -> str:
    """Column number to letters: 1 → A, 28 → AB."""
    text = ""
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


class Where(NamedTuple):
    """A place in the user's workbook. Row and column count from 1; row 0 means the whole sheet."""

    sheet: str
    row: int = 0
    column: int = 0

    @property
    def cell(self) -> str:
        return (
            f"{letters(self.column)}{self.row or ''}" if self.column else (f"{self.row}:{self.row}" if self.row else "")
        )

    def __str__(self) -> str:
        return f"{self.sheet}!{self.cell}" if self.cell else self.sheet


class Origin(StrEnum):
    """How the content came into the cell."""

    KOSONG = "kosong"
    KETIKAN = "ketikan"
    RUMUS = "rumus"
    TANPA_HASIL = "rumus tanpa hasil"
    GALAT = "galat"


class Cell(NamedTuple):
    """What the file holds: raw content, number format, and the formula's text if there is one.

    `raw` is None for a blank, else str, bool, int, float or datetime; for an error cell its code (`#DIV/0!`).
    A cell inside a merged range has the content of the range's first cell and `where` of that cell.
    """

    where: Where
    raw: object = None
    number_format: str = "General"
    origin: Origin = Origin.KOSONG
    formula: str | None = None

    @property
    def blank(self) -> bool:
        return self.origin is Origin.KOSONG


class Value(NamedTuple):
    """What a cell means under its field's kind.

    number   the figure, percents in percent (0.8372 under `0.00%` is 83.72), or why there is none
    places   decimals as stated (by the number format, the typed digits, or the stored ones)
    text     the content as a person sees it
    letter   a predikat beside a score: `BB (76,8)` → BB
    upper    the upper bound of a range (`number` is then the lower one)
    second   a second quantity in the same cell: `1,51 % (233 Unit)` → 233
    remarks  names of what was odd about the spelling (see `spec.remarks`)
    unit     what the figure is in, as the cell itself says it: `%`, `Rp`, `Ton`, "" where it says nothing
    other    what the second quantity is in: `1,51 % (233 Unit)` → Unit
    ratio    `1 : 3.100`; `number` is then 3100, which stands for 1/3100 or for itself
    """

    cell: Cell
    number: Decimal | Missing = Missing(Reason.KOSONG)
    places: int = 0
    text: str = ""
    letter: str | None = None
    upper: Decimal | None = None
    second: Decimal | None = None
    remarks: tuple[str, ...] = ()
    unit: str = ""
    other: str = ""
    ratio: bool = False

    @property
    def where(self) -> Where:
        return self.cell.where

    @property
    def blank(self) -> bool:
        return self.cell.blank

    @property
    def known(self) -> Decimal | None:
        """The figure, or None where there is none."""
        return None if isinstance(self.number, Missing) else self.number

    @property
    def interval(self) -> Interval | None:
        """What the stated figure stands for, or None."""
        return None if isinstance(self.number, Missing) else stated(self.number, self.places)

    @property
    def said(self) -> Decimal | str:
        """The figure with the decimals it states (a typed `10,0` is 10.0), else the text."""
        if isinstance(self.number, Missing) or self.ratio:
            return self.text
        return round_half_up(self.number, self.places) if places_of(self.number) <= self.places else self.number

    @property
    def shown(self) -> str:
        """The figure in Indonesian writing at its stated places, else the text."""
        worded = isinstance(self.number, Missing) or self.letter or self.ratio
        return self.text if worded or isinstance(self.number, Missing) else show(self.number, self.places)
