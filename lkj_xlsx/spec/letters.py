"""Words that stand for a score: the letters of AKIP with their bounds, and the opinions of the auditors (BPK)."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple


class Letter(NamedTuple):
    """An AKIP category and the score it begins above (an open bound: 90 is A, 90,01 is AA)."""

    letter: str
    above: Decimal


AKIP = (  # AKIP-1, the best first; the lowest holds 0 as well
    Letter("AA", Decimal(90)),
    Letter("A", Decimal(80)),
    Letter("BB", Decimal(70)),
    Letter("B", Decimal(60)),
    Letter("CC", Decimal(50)),
    Letter("C", Decimal(30)),
    Letter("D", Decimal(0)),
)
LETTERS = tuple(letter for letter, _ in AKIP)
OPINIONS = ("WTP", "WDP", "TW", "TMP")  # the best first
RANKS = {  # AKIP-5: the place from the worst up, which is 1
    word: rank for words in (LETTERS, OPINIONS) for rank, word in enumerate(reversed(words), start=1)
}


def letter_of(score: Decimal) -> str:
    """The AKIP letter of a score: lower bounds open, upper bounds closed (90 is A, 90,01 is AA)."""
    return next((letter for letter, above in AKIP if score > above), LETTERS[-1])
