"""Whether a supposed mistake reproduces a stated value, and how unlikely it is that it does so by chance."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from lkj_xlsx.model.computed import Base, Judged
from lkj_xlsx.model.number import Missing, places_of, show
from lkj_xlsx.relations.slips import digits

SHOWN = 6  # decimals of an unrounded figure in a sentence


def short(x: Decimal) -> str:
    """A figure for a sentence: as it is, an unrounded one with `SHOWN` decimals."""
    return show(x, min(SHOWN, places_of(x)))


def reproduces(entry: Judged, x: Decimal | Missing | None) -> bool:
    """Whether the stated figure, at its stated places, is what `x` would be written as."""
    says = entry.computed.value.interval
    return isinstance(x, Decimal) and says is not None and says.holds(x)


def stated_text(entry: Judged) -> str:
    """Digits of the stated figure at its stated places, sign and mark left out."""
    value = entry.computed.value
    return digits(value.known, value.places) if value.known is not None else ""


def right_values(entry: Judged) -> tuple[Decimal, ...]:
    """The right figure of every basis that is a point, unrounded: the one the verdict speaks of, then the strongest."""
    named = [entry.against.value] if entry.against is not None else []
    return tuple(dict.fromkeys((*named, *(b.value for b in entry.computed.bases if b.base is not Base.SELANG))))


def weight(entry: Judged) -> int:
    """Significant digits of the stated figure: each makes a chance match ten times less likely."""
    return max(1, len(stated_text(entry).lstrip("0")))


def chance(entry: Judged, candidates: int) -> Decimal:
    """Roughly how likely one of `candidates` random values would be written like the stated one."""
    return Decimal(candidates).scaleb(-weight(entry))


def first(pairs: Iterable[tuple[Decimal | Missing | None, str]], entry: Judged) -> str | None:
    """The text beside the first candidate that reproduces the stated value."""
    return next((text for x, text in pairs if reproduces(entry, x)), None)
