"""What the audit says: levels, findings and their likely causes."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum

from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.flip import Flip, words
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

    subject  what the figure speaks of: an indicator, a programme, a row; "" for none
    label    which figure of it, as printed: `capaian`, the heading of its column; "" for none
    measure  the code of that figure (`CAPAIAN`, `TARGET`), "" where it has none
    year     the year the figure belongs to, None where it belongs to none
    flips    the conclusions that are others with the right figure
    root     the cell whose mistake makes this figure wrong as well
    """

    code: str
    rule: str
    level: Level
    message: Message
    where: Where | None = None
    tabel: str = ""
    subject: str = ""
    stated: Decimal | str | None = None
    recomputed: Decimal | str | None = None
    difference: Decimal | None = None
    places: int = 2
    cause: Cause | None = None
    flips: tuple[Flip, ...] = ()
    related: tuple[Where, ...] = ()
    basis: str = ""
    root: Where | None = None
    step: Message | None = None
    accepted: str = ""
    label: str = ""
    measure: str = ""
    year: int | None = None

    @property
    def title(self) -> str:
        """The subject and which figure of it: `Nilai SAKIP: capaian`."""
        return say("{0}: {1}", self.subject, self.label) if self.subject and self.label else self.subject or self.label

    @property
    def heading(self) -> str:
        """The title as it stands before the message, "" where the message says it already."""
        return "" if self.title in self.message else self.title

    @property
    def consequence(self) -> Message | None:
        """What changes with the right figure, in words; None where nothing does."""
        return words(self.flips)
