"""A formula of capaian as it is applied: what computes, what tells of it, and the same over the parts of ratios."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from lkj_xlsx.measures.basis import Calculation
from lkj_xlsx.model.expression import each_result
from lkj_xlsx.model.message import say
from lkj_xlsx.model.number import Missing, Reason

_NAMED = re.compile(r"\{[tru]\}")


@dataclass(frozen=True, slots=True)
class Way:
    """A capaian formula with its target put in: `formula(*target, realisasi)`, its words and the variant's code.

    uncapped  the live formula, its results in brackets, and `cap` what is put around them
    """

    formula: Calculation
    words: str
    code: str
    uncapped: str
    cap: str
    names: tuple[str, ...] = ("target", "realisasi")

    def named(self) -> str:
        """The formula in words."""
        return self.words.format(*self.names)

    @property
    def excel(self) -> str:
        """The live formula over `{t}`, `{u}` and `{r}`."""
        return each_result(self.uncapped, self.cap)


def of_parts(way: Way) -> Way:
    """The same formula over ratios `1 : N`, each taken as the number 1/N: one worker for fewer people is more."""

    def formula(*numbers: Decimal) -> Decimal | Missing:
        if not all(numbers):
            return Missing(Reason.PEMBAGI_NOL, say("rasio 1 : 0"))
        return way.formula(*(1 / number for number in numbers))

    words = re.sub(r"\{\d\}", lambda slot: f"(1 ÷ {slot[0]})", way.words)
    live = _NAMED.sub(lambda slot: f"(1/{slot[0]})", way.uncapped)
    return replace(way, formula=formula, words=words, uncapped=live)
