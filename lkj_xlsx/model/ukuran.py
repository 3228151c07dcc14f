"""What a figure is: what it follows from, which formulas it may follow, how its quotient is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from lkj_xlsx.model.record import Record


class Inputs(Enum):
    """What a figure follows from, and so how a wrong input is looked for that would give the stated figure."""

    SUM = "jumlah"  # each input moves it by as much, up or down
    DATA = "data dasar"  # base data, by the formula of the indicator's realisasi
    TARGET = "target"  # the year's target and realisasi
    TARGET_AKHIR = "target akhir"  # the target at the Renstra's end and the realisasi up to the year
    LEVEL = "tingkat"  # a base figure, and the target as a percent of it

    @property
    def against_target(self) -> bool:
        """A realisasi is held against a target."""
        return self in (Inputs.TARGET, Inputs.TARGET_AKHIR)


class Choice(Protocol):
    """One of the formulas that a measure may follow, and the option under which an office chooses it."""

    @property
    def option(self) -> str: ...

    @property
    def code(self) -> str: ...

    @property
    def label(self) -> str: ...


def no_fraction(record: Record, field: str) -> tuple[str, str] | None:
    """Of a figure that is no quotient of two cells of its row."""
    return None


@dataclass(frozen=True, eq=False, kw_only=True)
class Ukuran:
    """What a figure is: capaian, serapan, an amount of rupiah ... A `Measure` is an ukuran with its formula.

    There is one object of each, compared by identity.
    percent   stated in percent; a report writes all its percents of one ukuran with the same decimals
    scale     what the quotient of its inputs is multiplied by: 100, or 1 where percents are divided by percents
    apart     judged by rules of its own, not by those of arithmetic
    inputs    what it follows from, where a wrong input can be looked for
    choices   the formulas it may follow
    fraction  the columns of its row that are divided by each other: numerator, denominator
    """

    code: str
    label: str
    percent: bool = False
    scale: int = 100
    apart: bool = False
    inputs: Inputs | None = None
    choices: tuple[Choice, ...] = ()
    fraction: Callable[[Record, str], tuple[str, str] | None] = no_fraction

    @property
    def against_target(self) -> bool:
        """A realisasi is held against a target."""
        return self.inputs is not None and self.inputs.against_target

    def choice(self, code: str) -> Choice | None:
        """Its formula of this code."""
        return next((item for item in self.choices if item.code == code), None)
