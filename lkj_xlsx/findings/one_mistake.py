"""One mistake behind many findings: what would be told if it were put right, and what hangs under it.

Nothing is claimed that was not tried: the book with the correction is examined anew. It counts where the findings it is
to explain are gone and no new one has come.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import replace
from decimal import Decimal
from itertools import islice

from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.model.message import say
from lkj_xlsx.relations.base_data_mistakes import base_of_last_year, misplaced_base
from lkj_xlsx.relations.mistakes import Mistake, Wrong, exchanged_or_moved
from lkj_xlsx.relations.wrong_settings import wrong_codes, wrong_settings
from lkj_xlsx.rules.one_mistake import SATU

Judge = Callable[[Book], Ledger]
Ask = Callable[[Book, Ledger], Iterable[Finding]]
Told = tuple[str, Where | None]  # a finding's code and cell

EXCESS = "LKJ322"  # more spent than given
APART = ("LKJ1", "LKJ2", "LKJ7", "LKJ8", "LKJ9")  # what was read and typed formulas: not made by a wrong figure
UNIT = "LKJ218"  # but a unit is another indicator's where the row stands under the wrong code
MOST_TRIED = 100  # corrections tried in one book
LARGE, FEW_TRIED = 3_000, 6  # rows from which only so many are, and none that is guessed
MOST_ROOTS = 3


def under_one(findings: Sequence[Finding], book: Book, ledger: Ledger, judge: Judge, ask: Ask) -> list[Finding]:
    """The findings, those that one mistake explains under it.

    judge, ask  what makes the ledger of a corrected book, and what is told of it
    """
    told = list(findings)
    large = len(book.all_records) >= LARGE
    left, wrong = FEW_TRIED if large else MOST_TRIED, None
    for _ in range(MOST_ROOTS):
        mistakes = (mistake for mistake in _mistakes(told, book, ledger) if not (large and mistake.guessed))
        tried = list(islice(mistakes, left))
        left -= len(tried)
        if tried and wrong is None:
            wrong = _wrong(judge(book))
        attempt = _Attempt(told, wrong or set(), judge, ask)
        explained = [(gone, mistake) for mistake in tried if (gone := attempt.gone(mistake))]
        if not explained:
            break
        gone, mistake = max(explained, key=lambda each: len(each[0]))
        told = _folded(told, mistake, gone)
    return told


def _open(told: Iterable[Finding]) -> list[Finding]:
    """The findings that no mistake explains yet."""
    roots = {finding.where for finding in told if finding.code == SATU[0]}
    return [finding for finding in told if _counts(finding) and finding.root not in roots]


def _counts(finding: Finding) -> bool:
    apart = finding.code.startswith(APART) and finding.code != UNIT
    return finding.level >= Level.BEDA and not apart and finding.code != SATU[0]


def _told(finding: Finding) -> Told:
    return finding.code, finding.where


def _mistakes(told: Sequence[Finding], book: Book, ledger: Ledger) -> Iterator[Mistake]:
    """What may be behind the findings: what something points to, then what is only guessed."""
    open_ = _open(told)
    places = {finding.where for finding in open_ if finding.where is not None}
    if not places:
        return
    yield from wrong_codes(book)
    right = {f.where: f.recomputed for f in open_ if f.where is not None and isinstance(f.recomputed, Decimal)}
    excess = {f.where for f in told if f.code == EXCESS}
    told_at = {f.where for f in told if f.where is not None}
    yield from exchanged_or_moved(Wrong(book, right, excess, told_at))
    yield from wrong_settings(places, book, ledger)
    yield from base_of_last_year(book, ledger)
    yield from misplaced_base(book, ledger)


class _Attempt:
    """Tries whether a mistake explains findings: figures first, which is quickly done, then everything that is told."""

    def __init__(self, told: Sequence[Finding], wrong: Set[Where], judge: Judge, ask: Ask) -> None:
        self.told, self.wrong, self.judge, self.ask = told, wrong, judge, ask
        self.before, self.open = {_told(f) for f in told if _counts(f)}, {_told(f) for f in _open(told)}

    def gone(self, mistake: Mistake) -> set[Told]:
        """The findings that a mistake explains; none where it explains too few, or new ones would come."""
        after = self._explained(mistake) if mistake.book is None else self._told_after(mistake, mistake.book())
        enough = after is not None and len(self.open - after) >= mistake.least and not after - self.before
        return self.before - after if enough and after is not None else set()

    def _explained(self, mistake: Mistake) -> set[Told]:
        """What would still be told, where only the cells are known that are wrong because of it."""
        follows = {f.where for f in self.told if f.root in mistake.explains} | mistake.explains
        return {place for place in self.before if place[1] not in follows}

    def _told_after(self, mistake: Mistake, book: Book) -> set[Told] | None:
        """What would still be told; None where the figures alone show that it is not this mistake."""
        ledger = self.judge(book)
        wrong = _wrong(ledger)
        if wrong - self.wrong or (mistake.guessed and len(self.wrong) - len(wrong) < mistake.least):
            return None
        return {_told(f) for f in self.ask(book, ledger) if _counts(f)}


def _wrong(ledger: Ledger) -> set[Where]:
    """Cells with a figure that cannot be right; one from rounded figures is a right computation."""
    return {entry.where for entry in ledger.entries if entry.verdict.conclusive}


def _folded(told: Sequence[Finding], mistake: Mistake, gone: set[Told]) -> list[Finding]:
    step = say("Periksa lagi setelah {sel} dibetulkan.", sel=mistake.where)
    excess = {(EXCESS, cell) for cell in mistake.cells}
    return [
        *(replace(f, root=mistake.where, step=step) if _told(f) in gone | excess else f for f in told),
        Finding(
            *SATU,
            max(finding.level for finding in told if _told(finding) in gone),
            mistake.message,
            mistake.where,
            mistake.tabel,
            mistake.subject,
            related=tuple(cell for cell in mistake.cells if cell != mistake.where),
            step=mistake.step,
            cause=mistake.cause,
        ),
    ]
