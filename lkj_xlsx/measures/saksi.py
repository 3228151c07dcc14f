"""Which rupiah figure is the wrong one: every sum, percentage and other table is a witness for or against a cell.

Amounts are tied together by relations (a sum, a percentage, a remainder, the same amount in another table). Where some
do not hold, the cell whose single correction mends most of them is named; where none stands out, the total is named
and the doubt is said.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from lkj_xlsx.measures.hubungan import LEFT, PERCENT, Relation, amounts, relations, touched
from lkj_xlsx.measures.salah_ketik import slip
from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.fact import Book


@dataclass(frozen=True, slots=True)
class Culprit:
    """An amount that the others speak against. `sure` is False where no single cell stands out.

    broken     the relations that do not hold because of it
    witnesses  cells that agree with `right`
    rivals     without certainty: other cells that one slip of the finger would explain as well, with their right value
    """

    where: Where
    right: Decimal
    broken: tuple[Relation, ...]
    witnesses: tuple[Where, ...]
    sure: bool = True
    rivals: tuple[tuple[Where, Decimal], ...] = ()


def culprits(book: Book) -> tuple[Culprit, ...]:
    """The amounts that are most likely wrong, each with its right value and its witnesses."""
    known = amounts(book)
    ties = relations(book, known)
    if all(tie.kind == PERCENT or tie.holds(known) for tie in ties):
        return ()
    near: dict[Where, list[Relation]] = {}
    for tie in ties:
        for place in touched(tie):
            near.setdefault(place, []).append(tie)
    found: list[Culprit] = []
    open_ties = [tie for tie in ties if tie.kind != PERCENT and not tie.holds(known)]
    doubtful: set[Relation] = set()
    repairs = _Repairs(near, known)
    while open_ties:
        culprit = _next(open_ties, repairs)
        found.append(culprit)
        if culprit.sure:
            repairs.correct(culprit)
            open_ties += [tie for tie in near[culprit.where] if tie.kind != PERCENT]  # it may break a tie that held
        else:
            doubtful.update(culprit.broken)
        open_ties = [
            tie
            for tie in dict.fromkeys(open_ties)
            if tie not in doubtful and not tie.holds(known) and not _told(tie, repairs.told)
        ]
    return tuple(found)


class _Repairs:
    """The amounts as they are put right one by one, and what mending each tie would gain, worked out once."""

    def __init__(self, near: Mapping[Where, list[Relation]], known: dict[Where, Decimal]) -> None:
        self.near, self.known = near, known
        self.told: set[Where] = set()  # put right already
        self._of: dict[Relation, dict[tuple[Where, Decimal], int]] = {}

    def of(self, tie: Relation) -> Mapping[tuple[Where, Decimal], int]:
        """Each amount of a tie with the value that would make it hold, and how many more ties would hold then."""
        if tie not in self._of:
            self._of[tie] = {
                (where, right): _gain(where, right, self.near, self.known)
                for where, right in tie.repairs(self.known)
                if right >= 0 and where not in self.told
            }
        return self._of[tie]

    def correct(self, culprit: Culprit) -> None:
        """Put an amount right; what hangs on it is worked out again."""
        self.known[culprit.where] = culprit.right
        self.told.add(culprit.where)
        for place in {place for tie in self.near[culprit.where] for place in touched(tie)}:
            for tie in self.near[place]:
                self._of.pop(tie, None)


def _told(tie: Relation, told: set[Where]) -> bool:
    """Whether every amount of a tie has been put right already, so that nothing more can be learnt from it."""
    return told.issuperset(touched(tie))


def _next(open_ties: list[Relation], repairs: _Repairs) -> Culprit:
    """The amount whose correction mends most ties, none put right already; the total where none stands out."""
    near, known = repairs.near, repairs.known
    scores: dict[tuple[Where, Decimal], int] = {}
    for tie in open_ties:
        scores.update(repairs.of(tie))
    best = max(scores.values(), default=0)
    leaders = [key for key, score in scores.items() if score == best]
    tie = next((tie for tie in open_ties if any(where in touched(tie) for where, _ in leaders)), open_ties[0])
    leaders = _beside(tie, open_ties, leaders)
    likely = [key for key in leaders if slip(known[key[0]], key[1], 0) is not None]
    leaders = likely if len(likely) == 1 else leaders  # a slip of the finger is likelier than any other change
    if best > 0 and len(leaders) == 1:
        where, right = leaders[0]
        broken = tuple(tie for tie in near[where] if not tie.holds(known))
        return Culprit(where, right, broken, _witnesses(where, near, {**known, where: right}))
    right = next(tie.repairs(known))[1]
    rivals = tuple(key for key in likely if key[0] != tie.total) if best > 0 else ()
    return Culprit(tie.total, right, (tie,), tie.parts, sure=False, rivals=rivals)


def _beside(
    tie: Relation, open_ties: list[Relation], leaders: list[tuple[Where, Decimal]]
) -> list[tuple[Where, Decimal]]:
    """The leaders that are in question together: those of one broken tie, and of broken ties that share one of them."""
    places = {where for where, _ in leaders}
    asked = places & set(touched(tie))
    asked |= {where for other in open_ties if asked & set(touched(other)) for where in places & set(touched(other))}
    return [key for key in leaders if key[0] in asked]


def _witnesses(where: Where, near: Mapping[Where, list[Relation]], after: Mapping[Where, Decimal]) -> tuple[Where, ...]:
    """Cells that agree with the right value, and those that state the same amount further along the chain."""
    seen: dict[Where, None] = {where: None}
    queue = [where]
    while queue:
        place = queue.pop(0)
        for tie in near.get(place, ()):
            if tie.kind == LEFT or not tie.holds(after):
                continue
            percent = tie.kind == PERCENT and place == where
            for other in (tie.total,) if tie.kind == PERCENT else (tie.total, *tie.parts):
                chained = tie.kind != PERCENT and after.get(other) == after[where]
                if other not in seen and (percent or chained or (tie.kind != PERCENT and other == tie.total)):
                    seen[other] = None
                    if chained:
                        queue.append(other)
    return tuple(place for place in seen if place != where)


def _gain(where: Where, right: Decimal, near: Mapping[Where, list[Relation]], known: dict[Where, Decimal]) -> int:
    """How many more ties hold with `right`.

    A percent and a remainder are witnesses for a cell, but none against what two sums ask for alike: whoever computed
    them from the wrong amount got what agrees with it.
    """
    ties = near[where]
    before = [tie.holds(known) for tie in ties]
    kept = known[where]
    known[where] = right
    after = [tie.holds(known) for tie in ties]
    known[where] = kept
    gains = [(tie.kind in (PERCENT, LEFT), now - then) for tie, then, now in zip(ties, before, after, strict=True)]
    own, others = (sum(gain for computed, gain in gains if computed is kind) for kind in (True, False))
    return others + (max(own, 0) if others > 1 else own)
