"""Which rupiah figure is the wrong one: every sum, percentage and other table is a witness for or against a cell.

Amounts are tied together by relations (a sum, a percentage, a remainder, the same amount in another table). Where some
do not hold, the cell whose single correction mends most of them is named; where none stands out, the total is named
and the doubt is said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from lkj_xlsx.measures.pasangan import linked_programs, plain_name
from lkj_xlsx.measures.salah_ketik import slip
from lkj_xlsx.measures.serapan import SPENT
from lkj_xlsx.measures.susunan import JUMLAH, PROGRAM, Node, trees, walk
from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.fact import Book, Record
from lkj_xlsx.model.message import say
from lkj_xlsx.model.number import Interval, cut

SUM, PERCENT, LEFT, SAME = "jumlah", "persen", "sisa", "sama"


@dataclass(frozen=True, slots=True, eq=False)
class Relation:
    """A tie: `total` is the sum of `parts` (SUM, SAME), parts[0] − parts[1] (LEFT), or their percent (PERCENT)."""

    kind: str
    total: Where
    parts: tuple[Where, ...]
    label: str
    says: Interval | None = None
    stated: Decimal | None = None
    places: int = 0

    def holds(self, amounts: Mapping[Where, Decimal]) -> bool:
        numbers = [amounts[part] for part in self.parts]
        if self.kind == PERCENT:
            if not numbers[0] or self.says is None:
                return True
            percent = numbers[1] / numbers[0] * 100
            return self.says.holds(percent) or cut(percent, self.places) == self.stated
        if self.kind == LEFT:
            return amounts[self.total] == numbers[0] - numbers[1]
        return amounts[self.total] == sum(numbers)

    def repairs(self, amounts: Mapping[Where, Decimal]) -> Iterator[tuple[Where, Decimal]]:
        """Each amount with the value that would make the relation hold."""
        if self.kind == PERCENT:
            return
        numbers = [amounts[part] for part in self.parts]
        right = numbers[0] - numbers[1] if self.kind == LEFT else sum(numbers, Decimal(0))
        gap = amounts[self.total] - right
        yield self.total, right
        for place, part in enumerate(self.parts):
            yield part, amounts[part] + (-gap if self.kind == LEFT and place == 1 else gap)


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


def amounts(book: Book) -> dict[Where, Decimal]:
    """Every amount of rupiah in the budget tables, by cell; a shared cell counts once."""
    fields = {
        "realisasi_anggaran": ("anggaran", "realisasi", "sisa"),
        "program_pendukung": ("pagu",),
        "efisiensi": ("anggaran", "realisasi_anggaran"),
    }
    found: dict[Where, Decimal] = {}
    for sheet, keys in fields.items():
        for record in book.records(sheet):
            for key in keys:
                value = record.get(key)
                if value.known is not None and value.where.column:
                    found[value.where] = value.known
    return found


def relations(book: Book, known: Mapping[Where, Decimal]) -> tuple[Relation, ...]:
    """All ties between known amounts."""
    return _between([*_sums(book), *_rows(book), *_across(book)], known)


def totals(book: Book, known: Mapping[Where, Decimal]) -> tuple[Relation, ...]:
    """The ties of `relations` but for those within one row: its percent and its remainder."""
    return _between([*_sums(book), *_across(book)], known)


def _between(ties: Iterable[Relation], known: Mapping[Where, Decimal]) -> tuple[Relation, ...]:
    return tuple(tie for tie in ties if all(place in known for place in _touched(tie)))


def _touched(item: Relation) -> tuple[Where, ...]:
    return item.parts if item.kind == PERCENT else (item.total, *item.parts)


def _sums(book: Book) -> Iterator[Relation]:
    for roots in trees(book):
        for node in walk(roots):
            parts = node.children or (_programs(roots) if node.level == JUMLAH else ())
            label = say("jumlah seluruh program") if node.level == JUMLAH else say("jumlah baris di bawahnya")
            for key in ("anggaran", "realisasi") if parts else ():
                cells = tuple(part.record.get(key).where for part in parts)
                yield Relation(SUM, node.record.get(key).where, cells, label)


def _programs(roots: Iterable[Node]) -> tuple[Node, ...]:
    return tuple(node for node in roots if node.level == PROGRAM)


def _rows(book: Book) -> Iterator[Relation]:
    for sheet, key in SPENT.items():
        seen: set[Where] = set()
        for record in book.records(sheet):
            pair = (record.get("anggaran").where, record.get(key).where)
            percent, left = record.get("serapan"), record.get("sisa")
            if percent.known is not None and percent.where not in seen:
                seen.add(percent.where)
                yield Relation(
                    PERCENT,
                    percent.where,
                    pair,
                    say("persentase tertulis"),
                    percent.interval,
                    percent.known,
                    percent.places,
                )
            if left.known is not None and left.where.column:
                yield Relation(LEFT, left.where, pair, say("sisa tertulis"))


def _across(book: Book) -> Iterator[Relation]:
    links = linked_programs(book)
    for row, node in links.items():
        yield Relation(
            SAME, row.get("pagu").where, (node.record.get("anggaran").where,), say("anggaran program yang sama")
        )
    for cell, indikator in anggaran_bersama(book).items():
        rows = [row for row in book.records("program_pendukung") if set(row.indikator) & indikator]
        if not rows or any(set(row.indikator) - indikator for row in rows):
            continue
        rows = _distinct(rows)
        yield Relation(SUM, cell[0], tuple(row.get("pagu").where for row in rows), say("jumlah pagu program pendukung"))
        if all(row in links for row in rows):
            parts = tuple(links[row].record.get("realisasi").where for row in rows)
            yield Relation(SUM, cell[1], parts, say("jumlah realisasi program pendukung"))


def _distinct(rows: Iterable[Record]) -> list[Record]:
    """One row a programme: listed for each of the indicators it serves, it is still one budget."""
    found: dict[object, Record] = {}
    for row in rows:
        found.setdefault(plain_name(row.text("program")) or row, row)
    return list(found.values())


def anggaran_bersama(book: Book) -> dict[tuple[Where, Where], set[str]]:
    """The budget cells of the efficiency tables, each with the indicators it pays for."""
    groups: dict[tuple[Where, Where], set[str]] = {}
    for record in book.records("efisiensi"):
        pair = (record.get("anggaran").where, record.get("realisasi_anggaran").where)
        groups.setdefault(pair, set()).update(record.indikator)
    return groups


def culprits(book: Book) -> tuple[Culprit, ...]:
    """The amounts that are most likely wrong, each with its right value and its witnesses."""
    known = amounts(book)
    ties = relations(book, known)
    if all(tie.kind == PERCENT or tie.holds(known) for tie in ties):
        return ()
    near: dict[Where, list[Relation]] = {}
    for tie in ties:
        for place in _touched(tie):
            near.setdefault(place, []).append(tie)
    found: list[Culprit] = []
    open_ties = [tie for tie in ties if tie.kind != PERCENT and not tie.holds(known)]
    doubtful: set[Relation] = set()
    while open_ties:
        culprit = _next(open_ties, near, known, {accused.where for accused in found if accused.sure})
        found.append(culprit)
        if culprit.sure:
            known[culprit.where] = culprit.right
            open_ties += [tie for tie in near[culprit.where] if tie.kind != PERCENT]  # it may break a tie that held
        else:
            doubtful.update(culprit.broken)
        told = {accused.where for accused in found if accused.sure}
        open_ties = [
            tie
            for tie in dict.fromkeys(open_ties)
            if tie not in doubtful and not tie.holds(known) and not _told(tie, told)
        ]
    return tuple(found)


def _told(tie: Relation, told: set[Where]) -> bool:
    """Whether every amount of a tie has been put right already, so that nothing more can be learnt from it."""
    return told.issuperset(_touched(tie))


def _next(
    open_ties: list[Relation], near: Mapping[Where, list[Relation]], known: dict[Where, Decimal], told: set[Where]
) -> Culprit:
    """The amount whose correction mends most ties, none put right already; the total where none stands out."""
    scores: dict[tuple[Where, Decimal], int] = {}
    for tie in open_ties:
        for where, right in tie.repairs(known):
            if (where, right) not in scores and right >= 0 and where not in told:
                scores[where, right] = _gain(where, right, near, known)
    best = max(scores.values(), default=0)
    leaders = [key for key, score in scores.items() if score == best]
    tie = next((tie for tie in open_ties if any(where in _touched(tie) for where, _ in leaders)), open_ties[0])
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
    asked = places & set(_touched(tie))
    asked |= {where for other in open_ties if asked & set(_touched(other)) for where in places & set(_touched(other))}
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
