"""Amounts of rupiah tied together: by a sum, a percentage, a remainder, or because another table states the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cached_property

from lkj_xlsx.measures.matching import linked_programs
from lkj_xlsx.measures.parent_amounts import stating
from lkj_xlsx.measures.serapan import SPENT
from lkj_xlsx.measures.tree import JUMLAH, Node, nodes, parts
from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.fact import Book, per_book
from lkj_xlsx.model.formula import parts as looks_at
from lkj_xlsx.model.formula import refers_to
from lkj_xlsx.model.message import say
from lkj_xlsx.model.record import Record
from lkj_xlsx.relations.closing_totals import added, totals
from lkj_xlsx.relations.relation import LEFT, PERCENT, SAME, SUM, Relation
from lkj_xlsx.relations.shared_anggaran import paid, repeated

AMOUNTS = {  # columns of rupiah, by sheet
    "realisasi_anggaran": ("anggaran", "realisasi", "sisa"),
    "program_pendukung": ("pagu",),
    "efisiensi": ("anggaran", "realisasi_anggaran"),
}


@per_book
def amounts(book: Book) -> Mapping[Where, Decimal]:
    """Every amount of rupiah in the budget tables, by cell; a shared cell counts once."""
    by_cell: dict[Where, Decimal] = {}
    for sheet, keys in AMOUNTS.items():
        for record in (*book.records(sheet), *totals(book, sheet)):
            for key in keys:
                known = record.known(key)
                if known is not None and (where := record.place(key)).column:
                    by_cell[where] = known
    return by_cell


@per_book
def sums(book: Book) -> tuple[Relation, ...]:
    """The ties between known amounts of a table's rows."""
    return _known(_sums(book), book)


@per_book
def across(book: Book) -> tuple[Relation, ...]:
    """The ties between known amounts of several tables."""
    return _known(_across(book), book)


def _known(ties: Iterable[Relation], book: Book) -> tuple[Relation, ...]:
    known = amounts(book)
    return tuple(tie for tie in ties if all(place in known for place in touched(tie)))


def every_tie(book: Book) -> tuple[Relation, ...]:
    """All ties between known amounts: those of a table's rows, of each row, and of several tables."""
    return (*sums(book), *RowTies(book).all(), *across(book))


def every_relation(book: Book) -> Iterator[Relation]:
    """All ties, those of amounts that are not known among them."""
    yield from _sums(book)
    rows = RowTies(book)
    for record in (record for sheet in SPENT for record in book.records(sheet)):
        yield from rows.untold(record)
    yield from _across(book)


@per_book
def unchecked(book: Book) -> Mapping[Where, str]:
    """Known amounts that cannot be held against what they are made of, each with the reason.

    Where the parts that are numbers already make up a total, nothing is missing: a dash stands for nothing there.
    """
    known = amounts(book)
    totals: dict[Where, str] = {}
    for tie in (*_sums(book), *_across(book)):
        lacking = [part for part in tie.parts if part not in known]
        if tie.total in known and lacking and known[tie.total] != sum(known.get(part, 0) for part in tie.parts):
            totals.setdefault(tie.total, say("{sel} belum berisi angka", sel=lacking[0]))
    for one_paid in paid(book):
        if one_paid.rows and not one_paid.whole:
            divided = say("program pendukungnya juga membiayai indikator lain; pembagiannya tidak tertulis")
            totals.setdefault(one_paid.anggaran, divided)
            totals.setdefault(one_paid.realisasi, divided)
    return totals


@per_book
def derived(book: Book) -> Mapping[Where, Relation]:
    """Amounts that a formula computes from other amounts, each with the tie that it is to keep.

    Such a cell follows what it is computed from: its formula may be wrong, but it speaks neither for nor against them.
    """
    by_cell: dict[Where, Relation] = {}
    for tie in (*sums(book), *across(book)):
        ways = [(tie.total, tie.parts)]
        if tie.kind == SAME:
            ways.append((tie.parts[0], (tie.total,)))
        for cell, others in ways:
            if cell not in by_cell and _computed(cell, others, book):
                by_cell[cell] = tie if cell == tie.total else replace(tie, total=cell, parts=others)
    return by_cell


def _computed(cell: Where, others: tuple[Where, ...], book: Book) -> bool:
    """Whether the formula in a cell, if it has one, looks at some of the others."""
    sheet = book.cells.get(cell.sheet)
    formula = sheet.formulas.get(cell) if sheet is not None else None
    looked_at = looks_at(formula.root) if formula is not None else ()
    return any(refers_to(looked_at, cell, other) for other in others)


def touched(item: Relation) -> tuple[Where, ...]:
    """The amounts that a tie speaks of."""
    return item.parts if item.kind == PERCENT else (item.total, *item.parts)


def _sums(book: Book) -> Iterator[Relation]:
    for record, below in parts(book).items():
        total = nodes(book)[record].level == JUMLAH
        label = say("jumlah seluruh program") if total else say("jumlah baris di bawahnya")
        for key in ("anggaran", "realisasi") if below else ():
            cells = tuple(cell for part in below for cell in _stated(part, key, book))
            yield Relation(SUM, record.place(key), cells, label)


def _stated(node: Node, key: str, book: Book) -> tuple[Where, ...]:
    """The cells that state an amount of a budget row: its own, or those below it where it is left blank."""
    return tuple(row.place(key) for row in stating(node.record, key, book))


class RowTies:
    """The percent and the remainder of each row, made where somebody looks.

    A formula in the sheet only repeats what the row says: no witness.
    """

    def __init__(self, book: Book) -> None:
        self.book, self.known = book, amounts(book)
        self._ties: dict[tuple[str, int], list[Relation]] = {}

    def wrong_remainders(self) -> Iterator[Relation]:
        """Remainders that are not what is left."""
        for sheet, key in SPENT.items():
            for record in self.book.records(sheet):
                left, given, spent = record.known("sisa"), record.known("anggaran"), record.known(key)
                if left is None or (given is not None and spent is not None and left == given - spent):
                    continue
                if record.get("sisa").cell.formula is None:
                    yield from (tie for tie in self._of(record) if tie.kind == LEFT and not tie.holds(self.known))

    def all(self) -> Iterator[Relation]:
        """The ties of every row."""
        return (tie for sheet in SPENT for record in self.book.records(sheet) for tie in self._of(record))

    def at(self, where: Where) -> Iterator[Relation]:
        """The ties of the rows that an amount belongs to."""
        for record in self._rows.get((where.sheet, where.row), ()):
            yield from (tie for tie in self._of(record) if where in touched(tie))

    def overspent(self, where: Where, right: Decimal, known: Mapping[Where, Decimal]) -> bool:
        """Whether a row says that more was spent than was given, and would not with this amount put right."""
        for record in self._rows.get((where.sheet, where.row), ()):
            given, spent = record.place("anggaran"), record.place(SPENT[record.sheet])
            if where in (given, spent) and given in known and spent in known and known[spent] > known[given]:
                return right <= known[given] if where == spent else right >= known[spent]
        return False

    @cached_property
    def _rows(self) -> Mapping[tuple[str, int], list[Record]]:
        """Rows by the rows in which their amounts stand, which is above where a cell is shared."""
        rows: dict[tuple[str, int], list[Record]] = {}
        for sheet, key in SPENT.items():
            for record in self.book.records(sheet):
                for row in {record.place(name).row for name in ("anggaran", key, "sisa")}:
                    rows.setdefault((record.title, row), []).append(record)
        return rows

    @cached_property
    def _shared(self) -> Mapping[Where, Record]:
        """Percents that stand in another row than their own, each with the first row it speaks for."""
        shared: dict[Where, Record] = {}
        own: set[Where] = set()
        for record in (record for sheet in SPENT for record in self.book.records(sheet)):
            where = record.place("serapan")
            if where.row == record.row:
                own.add(where)
            elif where not in own:
                shared.setdefault(where, record)
        return shared

    def _of(self, record: Record) -> list[Relation]:
        place = record.title, record.row
        if place not in self._ties:
            self._ties[place] = [tie for tie in self._row(record) if all(p in self.known for p in touched(tie))]
        return self._ties[place]

    def untold(self, record: Record) -> Iterator[Relation]:
        """The remainder of a row that lacks an amount."""
        if record.known("anggaran") is None or record.known(SPENT[record.sheet]) is None:
            yield from (tie for tie in self._row(record) if tie.kind == LEFT)

    def _row(self, record: Record) -> Iterator[Relation]:
        pair = (record.place("anggaran"), record.place(SPENT[record.sheet]))
        percent, left = record.get("serapan"), record.get("sisa")
        own = percent.where.row == record.row or self._shared.get(percent.where) is record
        if own and percent.known is not None and percent.cell.formula is None:
            says, places, words = percent.interval, percent.places, say("persentase tertulis")
            yield Relation(PERCENT, percent.where, pair, words, says, percent.known, places)
        if left.known is not None and left.where.column and left.cell.formula is None:
            yield Relation(LEFT, left.where, pair, say("sisa tertulis"))


class Near(Mapping[Where, list[Relation]]):
    """All ties of each amount: sums first, then those of its row, then those with other tables."""

    def __init__(self, book: Book, rows: RowTies) -> None:
        self.rows = rows
        self._ties: dict[Where, list[Relation]] = {}
        self._sums, self._across = _by_amount(sums(book)), _by_amount(across(book))

    def __getitem__(self, where: Where) -> list[Relation]:
        if where not in self._ties:
            ties = (*self._sums.get(where, ()), *self.rows.at(where), *self._across.get(where, ()))
            self._ties[where] = list(ties)
        return self._ties[where]

    def __iter__(self) -> Iterator[Where]:
        return iter(self.rows.known)

    def __len__(self) -> int:
        return len(self.rows.known)


def _by_amount(ties: Iterable[Relation]) -> Mapping[Where, list[Relation]]:
    by_amount: dict[Where, list[Relation]] = {}
    for tie in ties:
        for place in touched(tie):
            by_amount.setdefault(place, []).append(tie)
    return by_amount


def _across(book: Book) -> Iterator[Relation]:
    for total, cells in added(book, AMOUNTS):
        yield Relation(SUM, total, cells, say("jumlah baris di atasnya"))
    links = linked_programs(book)
    for row, node in links.items():
        cells = _stated(node, "anggaran", book)
        kind = SAME if len(cells) == 1 else SUM
        yield Relation(kind, row.place("pagu"), cells, say("anggaran program yang sama"))
    for one_paid in paid(book):
        if not one_paid.rows or not one_paid.whole:
            continue
        pagu = tuple(row.place("pagu") for row in one_paid.rows)
        yield Relation(SUM, one_paid.anggaran, pagu, say("jumlah pagu program pendukung"))
        if all(row in links for row in one_paid.rows):
            spent = tuple(place for row in one_paid.rows for place in _stated(links[row], "realisasi", book))
            yield Relation(SUM, one_paid.realisasi, spent, say("jumlah realisasi program pendukung"))
    for one, other in repeated(book):
        yield Relation(SAME, one, (other,), say("anggaran bersama di baris lain"))
