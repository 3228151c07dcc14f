"""Amounts of rupiah tied together: by a sum, a percentage, a remainder, or because another table states the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from lkj_xlsx.measures.matching import linked_programs, plain_name
from lkj_xlsx.measures.serapan import SPENT
from lkj_xlsx.measures.tree import JUMLAH, PROGRAM, Node, trees, walk
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


def incomplete(book: Book, known: Mapping[Where, Decimal]) -> dict[Where, Where]:
    """Known totals that cannot be held against their parts, each with a part that is no number.

    Where the parts that are numbers already make up the total, nothing is missing: a dash stands for nothing there.
    """
    found: dict[Where, Where] = {}
    for tie in (*_sums(book), *_across(book)):
        lacking = [part for part in tie.parts if part not in known]
        if tie.total in known and lacking and known[tie.total] != sum(known.get(part, 0) for part in tie.parts):
            found.setdefault(tie.total, lacking[0])
    return found


def _between(ties: Iterable[Relation], known: Mapping[Where, Decimal]) -> tuple[Relation, ...]:
    return tuple(tie for tie in ties if all(place in known for place in touched(tie)))


def touched(item: Relation) -> tuple[Where, ...]:
    """The amounts that a tie speaks of."""
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
    """The percent and the remainder of a row. A formula in the sheet only repeats what the row says: no witness."""
    percents, remainders = say("persentase tertulis"), say("sisa tertulis")
    for sheet, key in SPENT.items():
        seen: set[Where] = set()
        for record in book.records(sheet):
            pair = (record.get("anggaran").where, record.get(key).where)
            percent, left = record.get("serapan"), record.get("sisa")
            if percent.known is not None and percent.where not in seen and percent.cell.formula is None:
                seen.add(percent.where)
                says, places = percent.interval, percent.places
                yield Relation(PERCENT, percent.where, pair, percents, says, percent.known, places)
            if left.known is not None and left.where.column and left.cell.formula is None:
                yield Relation(LEFT, left.where, pair, remainders)


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
