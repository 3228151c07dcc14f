"""Rows of a long budget sheet as one glance takes them in, and those that the glance found to be right.

A sheet of ten thousand rows is nearly always right in nearly all of them. Rows that a glance settles are not made into
records, or only to be drawn; whatever is not settled goes the whole way.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple


class PlainLine(NamedTuple):
    """A budget row spelled plainly: whole rupiah typed, nothing odd in any cell. "" and None are what is left out.

    kode     "" for the row that closes the table, or in all rows
    labels   what stands in the columns whose content is taken from above where it is left out (table, sasaran)
    serapan  in percent; `half` is half a unit of its last stated place
    places   the decimals of the percent that somebody chose, None where there is none
    """

    row: int
    kode: str
    tingkat: str
    uraian: str
    labels: tuple[str, ...]
    anggaran: int
    realisasi: int
    serapan: Decimal | None
    half: Decimal
    places: int | None
    sisa: Decimal | None


@dataclass(frozen=True, slots=True)
class Settled:
    """Rows of a sheet that are right: all below a programme.

    figures  how many figures were checked for it
    percents how many percents there are with so many decimals that somebody chose
    sheet    the title of the sheet, "" before it is known
    """

    rows: frozenset[int]
    figures: int
    percents: Mapping[int, int]
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class Glance:
    """How to look.

    judge  plain lines and the name of the regency → the settled rows, None if in doubt
    keep   make records of settled rows as well: they are to be drawn
    """

    judge: Callable[[Sequence[PlainLine], str], Settled | None]
    keep: bool = False
