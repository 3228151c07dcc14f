"""Which rupiah figure is the wrong one: every sum, percentage and other table is a witness for or against a cell.

Amounts are tied together by relations (a sum, a percentage, a remainder, the same amount in another table). Where some
do not hold, the cell whose single correction mends most of them is named; where none stands out, the total is named
and the doubt is said.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import count

from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.fact import Book
from lkj_xlsx.relations.followers import Followers
from lkj_xlsx.relations.relation import LEFT, PERCENT, Relation
from lkj_xlsx.relations.slips import slip_of
from lkj_xlsx.relations.ties import Near, RowTies, across, amounts, derived, sums, touched

MOST_BEHIND = 200  # typed amounts behind one formula that are each tried
Repair = tuple[Where, Decimal]  # a cell and what it would have to be


@dataclass(frozen=True, slots=True)
class Culprit:
    """An amount that the others speak against. `sure` is False where no single cell stands out.

    broken     the relations that do not hold because of it
    witnesses  cells that agree with `right`
    computed   the cell holds a formula that does not give what it is to
    moved      what follows from it by formula, each with what it would be
    rivals     without certainty: other cells that one slip of the finger would explain as well, with their right value
    """

    where: Where
    right: Decimal
    broken: tuple[Relation, ...]
    witnesses: tuple[Where, ...]
    sure: bool = True
    computed: bool = False
    moved: Mapping[Where, Decimal] = field(default_factory=dict)
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
    repairs = _Repairs(Near(book, rows), Followers(derived(book)), dict(known), broken)
    accused = list(_wrong_formulas(repairs))
    while repairs.open:
        accused.append(_next(repairs))
        repairs.take(accused[-1])
    return tuple(accused)


def _wrong_formulas(repairs: _Repairs) -> Iterator[Culprit]:
    """Formulas that do not give what they are to: nothing typed is wrong because of them."""
    for cell in repairs.followers.upwards():
        tie = repairs.followers.ties[cell]
        if not tie.holds(repairs.known):
            right = next(tie.repairs(repairs.known))[1]
            culprit = replace(repairs.named(cell, right), witnesses=tie.parts, computed=True)
            repairs.take(culprit)
            yield culprit


class _Repairs:
    """The amounts as they are put right one by one, and what mending each tie would gain, worked out once.

    open  the ties that do not hold and of which nobody is accused yet, in their order, each with its best gain;
          None where nothing can be mended
    """

    def __init__(
        self,
        near: Near,
        followers: Followers,
        known: dict[Where, Decimal],
        broken: Iterable[Relation],
    ) -> None:
        self.near, self.rows, self.followers, self.known = near, near.rows, followers, known
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
                (where, right): self._gain(where, right)
                for where, right in self._typed(tie)
                if right >= 0 and where not in self._mended
            }
        return self._of[tie]

    def _typed(self, tie: Relation) -> Iterator[Repair]:
        """Each typed amount of a tie, or behind one of its formulas, with the value that would make it hold."""
        for where, right in tie.repairs(self.known):
            leaves = self.followers.typed(where)
            if len(leaves) <= MOST_BEHIND:
                for leaf in leaves:
                    yield leaf, self.known[leaf] + right - self.known[where]

    @property
    def best(self) -> int:
        """The best gain, 0 where nothing can be mended."""
        return max((gain for gain, ties in self._gains.items() if ties), default=0)

    def leaders(self, places: Iterable[Where]) -> list[Repair]:
        """Of these places, the repairs that give the best gain, in the order of the ties that ask for them."""
        asked, best = {typed for place in places for typed in self.followers.typed(place)}, self.best
        ties = {tie for place in asked for tie in self.concerning(place) if self.open.get(tie) == best}
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
        moved = self._put(culprit.where, culprit.right)
        self._mended.add(culprit.where)
        stale: dict[Relation, None] = {}
        near = self._around(moved)
        for tie in near:  # it may break a tie that held
            for place in touched(tie):
                for typed in self.followers.typed(place):
                    stale.update(dict.fromkeys(self.near[typed]))
                stale.update(dict.fromkeys(self.near[place]))
        for tie in stale:
            self._of.pop(tie, None)
        for tie in near:
            if tie.holds(self.known) or self._mended.issuperset(touched(tie)):
                self._end(tie)
            elif tie.kind != PERCENT and tie not in self._doubtful and tie not in self.open:
                self._begin(tie)
        for tie in stale:
            if tie in self.open:
                self._weigh(tie)

    def _put(self, where: Where, right: Decimal) -> list[Where]:
        """An amount with another value, and what follows from it moved along; which cells these are."""
        gap = right - self.known[where]
        moved = [where, *self.followers.of(where)]
        for place in moved:
            self.known[place] += gap
        return list(dict.fromkeys(moved))

    def concerning(self, where: Where) -> list[Relation]:
        """The ties of an amount and of all that follows from it, each once."""
        above = list(self.followers.of(where))
        return self._around([where, *above]) if above else self.near[where]

    def _around(self, places: Iterable[Where]) -> list[Relation]:
        return list(dict.fromkeys(tie for place in places for tie in self.near[place]))

    def named(self, where: Where, right: Decimal) -> Culprit:
        """An amount as the one that is wrong, with what speaks against it and for its right value."""
        broken = tuple(tie for tie in self.concerning(where) if not tie.holds(self.known))
        kept = self.known[where]
        moved = [place for place in self._put(where, right) if place != where]
        witnesses = tuple(place for place in _witnesses(where, self.near, self.known) if place not in moved)
        after = {place: self.known[place] for place in moved}
        self._put(where, kept)
        return Culprit(where, right, broken, witnesses, moved=after)

    def _gain(self, where: Where, right: Decimal) -> int:
        """How many more ties hold with `right`.

        A percent and a remainder are witnesses for a cell, but none against what two sums ask for alike: whoever
        computed them from the wrong amount got what agrees with it.
        """
        ties = self.concerning(where)
        before = [tie.holds(self.known) for tie in ties]
        kept = self.known[where]
        self._put(where, right)
        after = [tie.holds(self.known) for tie in ties]
        self._put(where, kept)
        gains = [(tie.kind in (PERCENT, LEFT), now - then) for tie, then, now in zip(ties, before, after, strict=True)]
        own, others = (sum(gain for computed, gain in gains if computed is kind) for kind in (True, False))
        return others + (max(own, 0) if others > 1 else own)

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
    known, best = repairs.known, repairs.best
    first = next(iter(repairs.open))
    tie = next((tie for tie in repairs.open if repairs.leaders(touched(tie))), first)
    leaders = _beside(tie, repairs)
    likely = [key for key in leaders if slip_of(known[key[0]], key[1], 0) is not None]
    spent = [key for key in likely or leaders if repairs.rows.overspent(*key, known)]
    for few in (likely, spent):  # a slip of the finger is likelier than any other change, more spent than given a sign
        leaders = few if len(few) == 1 else leaders
    if best > 0 and len(leaders) == 1:
        return repairs.named(*leaders[0])
    where, right = _in_doubt(tie, repairs, {place for place, _ in leaders} if best > 0 else set())
    rivals = tuple(key for key in likely if key[0] != where) if best > 0 else ()
    others = tuple(place for place in touched(tie) if place != where)
    return Culprit(where, right, (tie,), others, sure=False, rivals=rivals)


def _in_doubt(tie: Relation, repairs: _Repairs, likely: set[Where]) -> Repair:
    """What is named of a broken tie where none stands out: its total, unless others vouch for that and it is held
    against a formula above the likely ones."""
    ways, typed = list(tie.repairs(repairs.known)), repairs.followers.typed
    formulas = [way for way in ways if way[0] in repairs.followers.ties and not likely.isdisjoint(typed(way[0]))]
    return formulas[0] if formulas and likely.isdisjoint(typed(tie.total)) else ways[0]


def _beside(tie: Relation, repairs: _Repairs) -> list[Repair]:
    """The leaders that are in question together: those of one broken tie, and of broken ties that share one of them."""
    asked = {where for where, _ in repairs.leaders(touched(tie))}
    others = {other for where in asked for other in repairs.concerning(where) if other in repairs.open}
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
