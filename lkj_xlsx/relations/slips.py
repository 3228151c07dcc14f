"""How two figures differ if one is a slip of the finger of the other: a digit, two digits swapped, a shifted mark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from lkj_xlsx.model.number import round_half_up

DIGIT, EXTRA, LOST, SWAP, SHIFT, SIGN = "angka", "kelebihan", "kurang", "bertukar", "bergeser", "tanda"
SHIFTS = (2, -2, 1, -1, 3, -3, 6, -6, 9, -9)


@dataclass(frozen=True, slots=True)
class Slip:
    """One slip: its kind, the place (digits counted from 1, or the power of ten), and the digits said and meant."""

    kind: str
    place: int
    said: str = ""
    meant: str = ""


def digits(x: Decimal, places: int) -> str:
    """The digits of a figure written with `places` decimals, without sign and mark."""
    return f"{abs(round_half_up(x, places)):f}".replace(".", "")


def slip_of(said: Decimal, meant: Decimal, places: int) -> Slip | None:
    """The single slip that turns `meant` into `said`, both written with `places` decimals; None where there is none."""
    one, other = digits(said, places), digits(meant, places)
    if one == other:
        return Slip(SIGN, 0) if said == -round_half_up(meant, places) and said else None
    if len(one) == len(other):
        slip = _same_length(one, other)
        if slip is not None:
            return slip
    elif abs(len(one) - len(other)) == 1 and min(len(one), len(other)) >= 3:
        slip = _one_more(one, other)
        if slip is not None:
            return slip
    return _shifted(said, meant, places)


def _same_length(said: str, meant: str) -> Slip | None:
    places = [i for i, (a, b) in enumerate(zip(said, meant, strict=True)) if a != b]
    if len(places) == 1:
        return Slip(DIGIT, places[0] + 1, said[places[0]], meant[places[0]])
    if len(places) == 2 and places[1] == places[0] + 1:
        i = places[0]
        if said[i] == meant[i + 1] and said[i + 1] == meant[i]:
            return Slip(SWAP, i + 1, said[i], said[i + 1])
    return None


def _one_more(said: str, meant: str) -> Slip | None:
    longer, shorter = (said, meant) if len(said) > len(meant) else (meant, said)
    for i in range(len(longer)):
        if longer[:i] + longer[i + 1 :] == shorter:
            return Slip(EXTRA if longer is said else LOST, i + 1, longer[i])
    return None


def _shifted(said: Decimal, meant: Decimal, places: int) -> Slip | None:
    for power in SHIFTS:
        if said and said == round_half_up(meant.scaleb(power), places):
            return Slip(SHIFT, power)
    return None


def slips_of(x: Decimal, places: int, shifts: Sequence[int] = SHIFTS) -> Iterator[Decimal]:
    """Every figure that `x` may be a slip of: a digit replaced, lost or typed too many, neighbours swapped, the mark
    shifted by one of these powers of ten."""
    text, scale, sign = digits(x, places), Decimal(1).scaleb(-places), -1 if x < 0 else 1
    for i, digit in enumerate(text):
        for other in "0123456789":
            if other != digit:
                yield sign * Decimal(text[:i] + other + text[i + 1 :]) * scale
    for i in range(len(text) - 1):
        if text[i] != text[i + 1]:
            yield sign * Decimal(text[:i] + text[i + 1] + text[i] + text[i + 2 :]) * scale
    if len(text) >= 3:
        for i in range(len(text) + 1):
            for other in "0123456789":
                yield sign * Decimal(text[:i] + other + text[i:]) * scale
    if len(text) > 3:
        for i in range(len(text)):
            yield sign * Decimal(text[:i] + text[i + 1 :]) * scale
    for power in shifts:
        yield x.scaleb(power)
