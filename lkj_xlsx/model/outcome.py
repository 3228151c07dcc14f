"""What the audit of one file among many leaves behind: small, plain, and the same on whatever machine it was made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class FindingLine:
    """One finding as a recap lists it. Figures are text as an Indonesian writes them, "" where there is none."""

    code: str
    level: str
    tabel: str = ""
    sheet: str = ""
    cell: str = ""
    subjek: str = ""
    stated: str = ""
    recomputed: str = ""
    message: str = ""
    consequence: str = ""
    accepted: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result for one file.

    path      the file's name within what was asked for, with `/`
    edition   the edition of the rules it was judged by: equal editions give equal results for equal bytes
    galat, beda, periksa, catatan   open findings of each level; `accepted` counts the others
    predikat, tercapai, efisien     conclusions that change with the right figures, one an indicator
    rupiah    sum of the absolute differences in rupiah, of the root findings only
    table     the report table with the worst findings
    error     why there is no result, or no finished workbook; "" where all went well
    lines     findings for the list; `more` says how many are not in it
    seal      the hash that a recap keeps of all this, "" until it is written
    """

    path: str
    sha256: str = ""
    tool: str = ""
    edition: str = ""
    opd: str = ""
    kabupaten: str = ""
    tahun: str = ""
    galat: int = 0
    beda: int = 0
    periksa: int = 0
    catatan: int = 0
    accepted: int = 0
    predikat: int = 0
    tercapai: int = 0
    efisien: int = 0
    rupiah: Decimal = Decimal(0)
    table: str = ""
    error: str = ""
    lines: tuple[FindingLine, ...] = ()
    more: int = 0
    audited: bool = True
    seal: str = field(default="", compare=False)

    def open(self, word: str) -> int:
        """Open findings of a level, by its word."""
        return {"galat": self.galat, "beda": self.beda, "periksa": self.periksa, "catatan": self.catatan}[word]


@dataclass(frozen=True, slots=True)
class FolderTotals:
    """Sums over many files: how many files there are, could not be audited (`unread`), and have no galat (`clean`).

    The other figures are those of an `Outcome`, summed over the files that were audited.
    """

    files: int
    unread: int
    clean: int
    levels: Mapping[str, int]
    accepted: int
    predikat: int
    tercapai: int
    efisien: int
    rupiah: Decimal

    @classmethod
    def of(cls, outcomes: Sequence[Outcome]) -> FolderTotals:
        audited = [outcome for outcome in outcomes if outcome.audited]
        return cls(
            len(outcomes),
            len(outcomes) - len(audited),
            sum(not outcome.galat for outcome in audited),
            {word: sum(outcome.open(word) for outcome in audited) for word in ("galat", "beda", "periksa", "catatan")},
            sum(outcome.accepted for outcome in audited),
            sum(outcome.predikat for outcome in audited),
            sum(outcome.tercapai for outcome in audited),
            sum(outcome.efisien for outcome in audited),
            sum((outcome.rupiah for outcome in audited), start=Decimal(0)),
        )


def rank(outcome: Outcome) -> tuple[object, ...]:
    """A sorting key, the worst first. A file that could not be used comes before all: nothing in it was checked."""
    return (
        outcome.audited,
        -outcome.galat,
        -outcome.predikat,
        -outcome.tercapai - outcome.efisien,
        -outcome.rupiah,
        -outcome.beda,
        -outcome.periksa,
        -outcome.catatan,
        outcome.path,
    )


def ranked(outcomes: Iterable[Outcome]) -> tuple[Outcome, ...]:
    """Outcomes by `rank`."""
    return tuple(sorted(outcomes, key=rank))
