"""Which rupiah figure is the wrong one: every sum, percentage and other table is a witness for or against a cell.

Amounts are tied together by relations (a sum, a percentage, a remainder, the same amount in another table). Where some
do not hold, the cell whose single correction mends most of them is named; where none stands out, the total is named
and the doubt is said.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.fact import Book
from lkj_xlsx.relations.slips import slip
from lkj_xlsx.relations.ties import LEFT, PERCENT, Relation, amounts, relations, touched

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
    known = amounts(book)
    ties = relations(book, known)
    if all(tie.kind == PERCENT or tie.holds(known) for tie in ties):
        return ()
    near: dict[Where, list[Relation]] = {}
    for tie in ties:
        for place in touched(tie):
            near.setdefault(place, []).append(tie)
    repairs = _Repairs(near, known, [tie for tie in ties if tie.kind != PERCENT and not tie.holds(known)])
    found: list[Culprit] = []
    while repairs.open:
        found.append(_next(repairs))
        repairs.take(found[-1])
    return tuple(found)


class _Repairs:
    """The amounts as they are put right one by one, and what mending each tie would gain, worked out once.

    open  the ties that do not hold and of which nobody is accused yet, in their order
    """

    def __init__(
        self, near: Mapping[Where, list[Relation]], known: dict[Where, Decimal], broken: Iterable[Relation]
    ) -> None:
        self.near, self.known, self.open = near, known, dict.fromkeys(broken)
        self._told: set[Where] = set()  # put right already
        self._doubtful: set[Relation] = set()
        self._of: dict[Relation, dict[Repair, int]] = {}

    def of(self, tie: Relation) -> Mapping[Repair, int]:
        """Each amount of a tie with the value that would make it hold, and how many more ties would hold then."""
        if tie not in self._of:
            self._of[tie] = {
                (where, right): _gain(where, right, self.near, self.known)
                for where, right in tie.repairs(self.known)
                if right >= 0 and where not in self._told
            }
        return self._of[tie]

    def leaders(self) -> tuple[int, list[Repair]]:
        """The best gain and the repairs that give it."""
        gains = {tie: max(self.of(tie).values()) for tie in self.open if self.of(tie)}
        best = max(gains.values(), default=0)
        found = (key for tie, gain in gains.items() if gain == best for key, own in self.of(tie).items() if own == best)
        return best, list(dict.fromkeys(found))

    def take(self, culprit: Culprit) -> None:
        """Put an amount right, and work out again what hangs on it; or leave its ties as doubtful."""
        if not culprit.sure:
            self._doubtful.update(culprit.broken)
            self.open = {tie: None for tie in self.open if tie not in self._doubtful}
            return
        self.known[culprit.where] = culprit.right
        self._told.add(culprit.where)
        for tie in self.near[culprit.where]:  # it may break a tie that held
            for place in touched(tie):
                for other in self.near[place]:
                    self._of.pop(other, None)
            if tie.holds(self.known) or self._told.issuperset(touched(tie)):
                self.open.pop(tie, None)
            elif tie.kind != PERCENT and tie not in self._doubtful:
                self.open.setdefault(tie)


def _next(repairs: _Repairs) -> Culprit:
    """The amount whose correction mends most ties, none put right already; the total where none stands out."""
    near, known = repairs.near, repairs.known
    best, leaders = repairs.leaders()
    places = {where for where, _ in leaders}
    tie = next((tie for tie in repairs.open if not places.isdisjoint(touched(tie))), next(iter(repairs.open)))
    leaders = _beside(tie, repairs, leaders)
    likely = [key for key in leaders if slip(known[key[0]], key[1], 0) is not None]
    leaders = likely if len(likely) == 1 else leaders  # a slip of the finger is likelier than any other change
    if best > 0 and len(leaders) == 1:
        where, right = leaders[0]
        broken = tuple(tie for tie in near[where] if not tie.holds(known))
        return Culprit(where, right, broken, _witnesses(where, near, ChainMap({where: right}, known)))
    right = next(tie.repairs(known))[1]
    rivals = tuple(key for key in likely if key[0] != tie.total) if best > 0 else ()
    return Culprit(tie.total, right, (tie,), tie.parts, sure=False, rivals=rivals)


def _beside(tie: Relation, repairs: _Repairs, leaders: list[Repair]) -> list[Repair]:
    """The leaders that are in question together: those of one broken tie, and of broken ties that share one of them."""
    places = {where for where, _ in leaders}
    asked = places.intersection(touched(tie))
    others = [other for where in asked for other in repairs.near[where] if other in repairs.open]
    asked.update(where for other in others for where in places.intersection(touched(other)))
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
