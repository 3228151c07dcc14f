"""What the audit says: levels, findings and their likely causes."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum

from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.message import Message, say


class Level(IntEnum):
    """How serious a finding is; the larger the worse."""

    CATATAN = 1  # presentation
    PERIKSA = 2  # plausible but unusual
    BEDA = 3  # two figures for one fact, or a difference of rounding basis
    GALAT = 4  # cannot be right under any rounding

    @property
    def word(self) -> str:
        return self.name.lower()

    @classmethod
    def of(cls, word: str) -> Level:
        return cls[word.upper()]


@dataclass(frozen=True, slots=True)
class Cause:
    """A mistake that reproduces the stated value, with its evidence.

    `candidates` is how many values were tried for this kind: the fewer, the less a match is chance.
    """

    kind: str
    evidence: Message
    candidates: int = 1
    sure: bool = True

    @property
    def words(self) -> Message:
        """The evidence, with "mungkin" before it where another mistake may be as likely."""
        return self.evidence if self.sure else say("mungkin {0}", self.evidence)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at, with its place. Numbers are decimals or, for words, text.

    `root` is the cell whose mistake makes this figure wrong as well; `flips` names what changes (predikat ...).
    """

    code: str
    rule: str
    level: Level
    message: Message
    where: Where | None = None
    tabel: str = ""
    subjek: str = ""
    stated: Decimal | str | None = None
    recomputed: Decimal | str | None = None
    difference: Decimal | None = None
    places: int = 2
    cause: Cause | None = None
    consequence: Message | None = None
    related: tuple[Where, ...] = ()
    basis: str = ""
    root: Where | None = None
    step: Message | None = None
    accepted: str = ""
