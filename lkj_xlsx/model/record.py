"""Records (filled rows) and facts (single statements), as they were read."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from lkj_xlsx.model.cell import Cell, Value, Where
from lkj_xlsx.model.number import Missing, Reason
from lkj_xlsx.model.values_by_key import ValuesByKey


def year_key(key: str, tahun: int) -> str:
    """The key of one year's column of a field that repeats over years."""
    return f"{key}@{tahun}"


class Closing(NamedTuple):
    """What closes a table instead of speaking of an indicator or a programme: its total, a mean, or both in one row."""

    words: str
    total: bool
    mean: bool


@dataclass(frozen=True, slots=True, eq=False)
class Record:
    """One filled row of a sheet: its values by field key, the LKJ table it belongs to, the indicators it speaks of.

    `closing` tells a row that states the total or the mean of the rows above it: nobody's data.
    """

    sheet: str
    title: str
    row: int
    tabel: str
    values: ValuesByKey
    indikator: tuple[str, ...] = ()
    closing: Closing | None = None

    def get(self, key: str, tahun: int | None = None) -> Value:
        """The value of a field; a blank one that tells "no such column" where the sheet lacks it."""
        if tahun is not None:
            key = year_key(key, tahun)
        try:
            return self.values[key]
        except KeyError:
            pass
        return Value(Cell(Where(self.title, self.row)), Missing(Reason.TANPA_KOLOM, key))

    def known(self, key: str) -> Decimal | None:
        """The figure of a field, None where it has none."""
        try:
            return self.values.known(key)
        except KeyError:
            return None

    def text(self, key: str) -> str:
        """The text of a field without blanks around it, "" where it has none."""
        try:
            return self.values.text(key)
        except KeyError:
            return ""

    def raw(self, key: str) -> object:
        """What the cell of a field holds."""
        try:
            return self.values.raw(key)
        except KeyError:
            return None

    def place(self, key: str) -> Where:
        """Where the value of a field stands; column 0 where the sheet lacks it."""
        try:
            return self.values.place(key)
        except KeyError:
            return Where(self.title, self.row)

    def reaches(self, places: Set[tuple[str, int]]) -> bool:
        """Whether any of its cells stands in one of these rows, each told by its sheet's title and number.

        A cell may stand above the row itself where it is shared or taken over.
        """
        if (self.title, self.row) in places:
            return True
        return any((self.title, row) in places for row in self.values.above())


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement: of `subjek` (indicator code, data code or program name) the `ukuran` in `tahun` is `value`.

    `sampai` marks a figure "s.d. tahun" (accumulated up to that year).
    """

    subjek: str
    ukuran: str
    tahun: int
    value: Value
    tabel: str
    record: Record
    field: str
    sampai: bool = False
