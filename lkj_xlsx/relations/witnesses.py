"""Which rupiah figure is the wrong one: every sum, percentage and other table is a witness for or against a cell.

Amounts are tied together by relations (a sum, a percentage, a remainder, the same amount in another table). Where some
do not hold, the cell whose single correction mends most of them is named; where none stands out, the total is named
and the doubt is said.
"""

from __future__ import annotations

from collections import ChainMap, Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import count

from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.fact import Book
from lkj_xlsx.relations.slips import slip_of
from lkj_xlsx.relations.ties import LEFT, PERCENT, Near, Relation, RowTies, across, amounts, sums, touched

Repair = tuple[Where, Decimal]  # a cell and what it would have to be


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
    known, rows = amounts(book), RowTies(book)
    broken = [
        *(tie for tie in sums(book) if not tie.holds(known)),
        *rows.wrong_remainders(),
        *(tie for tie in across(book) if not tie.holds(known)),
    ]
    if not broken:
        return ()
    repairs = _Repairs(Near(book, rows), dict(known), broken)
    accused: list[Culprit] = []
    while repairs.open:
        accused.append(_next(repairs))
        repairs.take(accused[-1])
    return tuple(accused)


class _Repairs:
    """The amounts as they are put right one by one, and what mending each tie would gain, worked out once.

    open  the ties that do not hold and of which nobody is accused yet, in their order, each with its best gain;
          None where nothing can be mended
    """

    def __init__(
        self, near: Mapping[Where, list[Relation]], known: dict[Where, Decimal], broken: Iterable[Relation]
    ) -> None:
        self.near, self.known = near, known
        self._mended: set[Where] = set()  # put right already
        self._doubtful: set[Relation] = set()
        self._of: dict[Relation, dict[Repair, int]] = {}
        self._gains: Counter[int] = Counter()  # how many open ties have this best gain
        self._ranks = count()
        self.open: dict[Relation, int | None] = {}
        self.rank: dict[Relation, int] = {}
        for tie in broken:
            self._begin(tie)

    def of(self, tie: Relation) -> Mapping[Repair, int]:
        """Each amount of a tie with the value that would make it hold, and how many more ties would hold then."""
        if tie not in self._of:
            self._of[tie] = {
                (where, right): _gain(where, right, self.near, self.known)
                for where, right in tie.repairs(self.known)
                if right >= 0 and where not in self._mended
            }
        return self._of[tie]

    @property
    def best(self) -> int:
        """The best gain, 0 where nothing can be mended."""
        return max((gain for gain, ties in self._gains.items() if ties), default=0)

    def leaders(self, places: Iterable[Where]) -> list[Repair]:
        """Of these places, the repairs that give the best gain, in the order of the ties that ask for them."""
        asked, best = set(places), self.best
        ties = {tie for place in asked for tie in self.near[place] if self.open.get(tie) == best}
        repairs = (
            key
            for tie in sorted(ties, key=self.rank.__getitem__)
            for key, gain in self.of(tie).items()
            if gain == best and key[0] in asked
        )
        return list(dict.fromkeys(repairs))

    def take(self, culprit: Culprit) -> None:
        """Put an amount right, and work out again what hangs on it; or leave its ties as doubtful."""
        if not culprit.sure:
            self._doubtful.update(culprit.broken)
            for tie in culprit.broken:
                self._end(tie)
            return
        self.known[culprit.where] = culprit.right
        self._mended.add(culprit.where)
        stale: dict[Relation, None] = {}
        for tie in self.near[culprit.where]:  # it may break a tie that held
            for place in touched(tie):
                stale.update(dict.fromkeys(self.near[place]))
        for tie in stale:
            self._of.pop(tie, None)
        for tie in self.near[culprit.where]:
            if tie.holds(self.known) or self._mended.issuperset(touched(tie)):
                self._end(tie)
            elif tie.kind != PERCENT and tie not in self._doubtful and tie not in self.open:
                self._begin(tie)
        for tie in stale:
            if tie in self.open:
                self._weigh(tie)

    def _begin(self, tie: Relation) -> None:
        self.rank[tie] = next(self._ranks)
        self.open[tie] = None
        self._weigh(tie)

    def _weigh(self, tie: Relation) -> None:
        self._forget(tie)
        gain = max(self.of(tie).values(), default=None)
        self.open[tie] = gain
        if gain is not None:
            self._gains[gain] += 1

    def _end(self, tie: Relation) -> None:
        if tie in self.open:
            self._forget(tie)
            del self.open[tie]

    def _forget(self, tie: Relation) -> None:
        gain = self.open[tie]
        if gain is not None:
            self._gains[gain] -= 1


def _next(repairs: _Repairs) -> Culprit:
    """The amount whose correction mends most ties, none put right already; the total where none stands out."""
    near, known, best = repairs.near, repairs.known, repairs.best
    first = next(iter(repairs.open))
    tie = next((tie for tie in repairs.open if repairs.leaders(touched(tie))), first)
    leaders = _beside(tie, repairs)
    likely = [key for key in leaders if slip_of(known[key[0]], key[1], 0) is not None]
    leaders = likely if len(likely) == 1 else leaders  # a slip of the finger is likelier than any other change
    if best > 0 and len(leaders) == 1:
        where, right = leaders[0]
        broken = tuple(tie for tie in near[where] if not tie.holds(known))
        return Culprit(where, right, broken, _witnesses(where, near, ChainMap({where: right}, known)))
    right = next(tie.repairs(known))[1]
    rivals = tuple(key for key in likely if key[0] != tie.total) if best > 0 else ()
    return Culprit(tie.total, right, (tie,), tie.parts, sure=False, rivals=rivals)


def _beside(tie: Relation, repairs: _Repairs) -> list[Repair]:
    """The leaders that are in question together: those of one broken tie, and of broken ties that share one of them."""
    asked = {where for where, _ in repairs.leaders(touched(tie))}
    others = {other for where in asked for other in repairs.near[where] if other in repairs.open}
    return repairs.leaders(asked.union(*(touched(other) for other in others)))


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
