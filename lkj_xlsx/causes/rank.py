"""The likeliest of the mistakes that reproduce a stated value: the less a match can be chance, the earlier."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from lkj_xlsx.causes.likelihood import chance
from lkj_xlsx.model.computed import Judged, Ledger
from lkj_xlsx.model.declare import CauseKind
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.finding import Cause
from lkj_xlsx.model.message import joined, say
from lkj_xlsx.relations.amounts import rupiah, suspects

SURE = Decimal("0.02")  # a chance hit less likely than this is said plainly, else with "mungkin"
CLAIMED = Decimal("0.2")  # likelier chance hits are not claimed at all


def likeliest(kinds: Iterable[CauseKind], entry: Judged, book: Book, ledger: Ledger) -> Cause | None:
    """The best-ranked cause, or None where nothing reproduces the stated value.

    Of two wrong ways to compute that explain the figure equally well, both are said, the best-ranked one first. So are
    a slip of the finger and a missed row that make the same gap of a total: neither of them is sure then.
    """
    kinds = tuple(kinds)
    computing = {kind.name for kind in kinds if kind.computing}
    claims = ranked(kinds, entry, book, ledger)
    best = next(iter(claims), None)
    if best is None or best.kind not in computing:
        return _beside(best, claims, kinds) if best is not None else None
    odds = _magnitude(chance(entry, best.candidates))
    equal = [
        each for each in claims[1:] if each.kind in computing and _magnitude(chance(entry, each.candidates)) == odds
    ]
    return replace(best, evidence=joined((best.evidence, *(each.evidence for each in equal)), say("; atau: ")))


def _beside(best: Cause, claims: Iterable[Cause], kinds: Iterable[CauseKind]) -> Cause:
    """The best cause of a total's gap with the other explanation of the same gap."""
    typed, adding = ({kind.name for kind in kinds if getattr(kind, group)} for group in ("typed", "adding"))
    others = adding if best.kind in typed else typed if best.kind in adding else set()
    other = next((each for each in claims if each.kind in others), None)
    if other is None:
        return best
    return replace(best, evidence=say("{satu}; atau {dua}", satu=best.evidence, dua=other.evidence), sure=False)


def ranked(kinds: Iterable[CauseKind], entry: Judged, book: Book, ledger: Ledger) -> tuple[Cause, ...]:
    """Every claimed cause: by the order of magnitude of chance, then by the kind's own rank."""
    claims: list[tuple[int, int, Cause]] = []
    culprit = suspects(book).get(entry.where) if entry.measure is rupiah else None
    doubtful = culprit is not None and not culprit.sure  # which amount is wrong is itself not known
    for kind in kinds:
        cause = _asked(kind, entry, book, ledger)
        if cause is None:
            continue
        odds = chance(entry, cause.candidates) if cause.candidates else CLAIMED  # one that failed comes last
        if odds <= CLAIMED:
            sure = cause.sure and odds <= SURE and not doubtful
            claims.append((_magnitude(odds), kind.rank, replace(cause, sure=sure)))
    return tuple(cause for _, _, cause in sorted(claims, key=lambda item: item[:2]))


def _asked(kind: CauseKind, entry: Judged, book: Book, ledger: Ledger) -> Cause | None:
    """A kind that fails explains nothing, and says so instead of hiding the finding."""
    try:
        return kind.find(entry, book, ledger)
    except (ArithmeticError, LookupError, TypeError, ValueError) as fault:
        evidence = say("dugaan {nama} gagal dijalankan ({galat})", nama=kind.name, galat=type(fault).__name__)
        return Cause(kind.name, evidence, candidates=0, sure=False)


def _magnitude(odds: Decimal) -> int:
    """The power of ten of the odds, no finer than a thousandth: beyond that every match is as good as certain."""
    return max(odds.adjusted(), -3)
