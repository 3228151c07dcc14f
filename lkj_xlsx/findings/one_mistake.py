"""One mistake behind many findings: what would be told if it were put right, and what hangs under it.

Nothing is claimed that was not tried: the book with the correction is examined anew. It counts where the findings it is
to explain are gone and no new one has come.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.model.message import say
from lkj_xlsx.relations.base_of_last_year import base_of_last_year, misplaced_base
from lkj_xlsx.relations.mistakes import Mistake, Wrong, exchanged_or_moved
from lkj_xlsx.relations.wrong_settings import wrong_settings
from lkj_xlsx.rules.one_mistake import SATU

Examined = Callable[[Book], Iterable[Finding]]
Told = tuple[str, Where | None]  # a finding's code and cell

EXCESS = "LKJ322"  # more spent than given
APART = ("LKJ1", "LKJ2", "LKJ7", "LKJ8", "LKJ9")  # what was read and typed formulas: not made by a wrong figure
MOST_TRIED = 24  # corrections examined in one book
LARGE, FEW_TRIED = 3_000, 3  # rows from which only so many are
MOST_ROOTS = 3


def under_one(findings: Sequence[Finding], book: Book, ledger: Ledger, examined: Examined) -> list[Finding]:
    """The findings, those that one mistake explains under it."""
    told = list(findings)
    left = MOST_TRIED if len(book.all_records) < LARGE else FEW_TRIED
    for _ in range(MOST_ROOTS):
        tried = list(_mistakes(told, book, ledger))[:left]
        left -= len(tried)
        explained = [(gone, mistake) for mistake in tried if (gone := _gone(mistake, told, examined))]
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
    return finding.level >= Level.BEDA and not finding.code.startswith(APART) and finding.code != SATU[0]


def _told(finding: Finding) -> Told:
    return finding.code, finding.where


def _mistakes(told: Sequence[Finding], book: Book, ledger: Ledger) -> Iterator[Mistake]:
    """What may be behind the findings."""
    open_ = _open(told)
    places = {finding.where for finding in open_ if finding.where is not None}
    if not places:
        return
    yield from base_of_last_year(book, ledger)
    yield from misplaced_base(book, ledger)
    yield from wrong_settings(places, book, ledger)
    right = {f.where: f.recomputed for f in open_ if f.where is not None and isinstance(f.recomputed, Decimal)}
    yield from exchanged_or_moved(Wrong(book, right, {f.where for f in told if f.code == EXCESS}))


def _gone(mistake: Mistake, told: Sequence[Finding], examined: Examined) -> set[Told]:
    """The findings that a mistake explains; none where it explains too few, or new ones would come."""
    before, open_ = {_told(f) for f in told if _counts(f)}, {_told(f) for f in _open(told)}
    if mistake.book is None:
        follows = {f.where for f in told if f.root in mistake.explains} | mistake.explains
        after = {place for place in before if place[1] not in follows}
    else:
        after = {_told(f) for f in examined(mistake.book()) if _counts(f)}
    enough = len(open_ - after) >= mistake.least and not after - before
    return before - after if enough else set()


def _folded(told: Iterable[Finding], mistake: Mistake, gone: set[Told]) -> list[Finding]:
    step = say("Periksa lagi setelah {sel} dibetulkan.", sel=mistake.where)
    excess = {(EXCESS, cell) for cell in mistake.cells}
    return [
        *(replace(f, root=mistake.where, step=step) if _told(f) in gone | excess else f for f in told),
        Finding(
            *SATU,
            Level.GALAT,
            mistake.message,
            mistake.where,
            mistake.tabel,
            mistake.subject,
            related=tuple(cell for cell in mistake.cells if cell != mistake.where),
            step=mistake.step,
            cause=mistake.cause,
        ),
    ]
