"""What a number format says about a figure: percent, grouped thousands, decimals fixed or at most."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from lkj_xlsx.model.number import places_of

_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')  # quoted, escaped, padding, fill, colour, locale
_SECTION = re.compile(r'((?:"[^"]*"|\\.|[^;"\\])*)(?:;|$)')
_DIGITS = re.compile(r"[0#?][0#?,. ]*")
_NOISE_FROM = 15  # a double holds 15 digits: a figure that fills them all was calculated, its last ones are noise
_NOISE = 3


@dataclass(frozen=True, slots=True)
class Shape:
    """How a format shows a figure.

    places  decimals always shown, None where the format shows what is stored (General, fractions, 0.00E+00)
    most    decimals shown at most (`0.##` → 0 and 2)
    """

    percent: bool = False
    grouped: bool = False
    places: int | None = None
    most: int = 0

    def stated(self, number: Decimal) -> int:
        """The decimals with which this format states `number` (already in percent where it is one)."""
        if self.places is not None and self.most <= self.places:
            return self.places
        stored = places_of(number)
        if self.places is not None:
            return max(self.places, min(self.most, stored))
        if len(number.as_tuple().digits) >= _NOISE_FROM and stored:
            return max(0, stored - _NOISE)
        return stored


@lru_cache(maxsize=1024)
def shape(number_format: str, negative: bool = False) -> Shape:
    """Read a number format as it is kept in the file (US marks): its section for positive or negative figures."""
    sections = [match[1] for match in _SECTION.finditer(number_format)]
    section = sections[1] if negative and len(sections) > 2 and sections[1] else sections[0]
    bare = _LITERAL.sub("", section)
    percent = "%" in bare
    digits = _DIGITS.search(bare)
    if digits is None or "E" in bare.upper().replace("GENERAL", "") or "/" in bare:
        return Shape(percent)
    whole, _, decimals = digits[0].rstrip().partition(".")
    if digits[0].rstrip().endswith(",") or bare[digits.end() :].startswith(","):
        return Shape(percent, True)  # scaled to thousands: the file still holds the whole figure
    return Shape(percent, "," in whole, decimals.count("0"), sum(mark in "0#?" for mark in decimals))
