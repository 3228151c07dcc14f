"""Formulas put into the report's tables, and only those that a spreadsheet program can follow.

A typed figure stays what it is: it becomes a formula only where the formula gives that very figure.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from lkj_xlsx.model.cell import Value, Where
from lkj_xlsx.model.computed import Judged, Ledger
from lkj_xlsx.model.expression import HEADING, Expression, Place, Ref, Span
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.message import say
from lkj_xlsx.model.number import Missing, round_half_up, show
from lkj_xlsx.model.record import Record
from lkj_xlsx.model.report import Column, Item, Row, Section, Table
from lkj_xlsx.spec.field import Role
from lkj_xlsx.spec.template import TEMPLATE
from lkj_xlsx.tables.items import derived, deviates, kept
from lkj_xlsx.tables.references import Candidate, Sources

Owner = tuple[Record, str, Value]


def shown_of(entry: Judged) -> Decimal | str | None:
    """The recomputed figure that stands against the typed one: of several readings the one that was judged."""
    result = entry.computed.result
    if isinstance(result, Missing):
        return None
    return entry.against.value if entry.against is not None and isinstance(result, Decimal) else result


def reaching(candidates: Iterable[Candidate], wanted: Decimal | str, places: int) -> Candidate | None:
    """The formula that gives the wanted figure, else one that reads the same at so many decimals."""
    unequal: list[Candidate] = []
    for candidate in candidates:
        if candidate[1] == wanted:
            return candidate
        unequal.append(candidate)
    for formula, result in unequal:
        if isinstance(result, Decimal) and isinstance(wanted, Decimal) and show(result, places) == show(wanted, places):
            return formula, result
    return None


@dataclass(frozen=True, slots=True)
class Index:
    """Whose cell it is, and what was judged there."""

    owners: Mapping[Where, Owner]
    ledger: Ledger

    @classmethod
    def of(cls, book: Book, ledger: Ledger) -> Index:
        owners: dict[Where, Owner] = {}
        for record in book.all_records:
            for key, value in record.values.items():
                if value.where.column and value.where.row == record.row:
                    owners.setdefault(value.where, (record, key, value))
        return cls(owners, ledger)

    def judged(self, owner: Owner) -> Judged | None:
        """What was judged at a cell, about its own field."""
        _, key, value = owner
        for entry in self.ledger.at(value.where):
            if entry.field == key:
                return entry
        return None


def enlivened(tables: Iterable[Table], sources: Sources, ledger: Ledger) -> tuple[Table, ...]:
    """The tables with a formula in every cell whose figure follows from others."""
    tables, index = tuple(tables), Index.of(sources.book, ledger)
    sources = replace(sources, standing=frozenset(_standing(tables, index)))
    return tuple(_table(table, sources, index) for table in tables)


def _standing(tables: Iterable[Table], index: Index) -> Iterator[Where]:
    """The computed cells that keep what was typed."""
    if not any(deviates(entry) for entry in index.ledger.entries):
        return
    for table in tables:
        for row in table.rows:
            for item in row.items.values():
                owner = index.owners.get(item.source) if item.source is not None else None
                entry = index.judged(owner) if owner is not None else None
                if item.source is not None and entry is not None and kept(item, entry):
                    yield item.source


def _table(table: Table, sources: Sources, index: Index) -> Table:
    rows = tuple(
        row._replace(
            items={column.key: _item(row.item(column.key), column, sources, index) for column in table.columns},
        )
        for row in table.rows
    )
    return replace(table, rows=rows)


def _item(item: Item, column: Column, sources: Sources, index: Index) -> Item:
    owner = index.owners.get(item.source) if item.source is not None else None
    if owner is None or item.shared or item.formula is not None or item.source is None:
        return item
    record, key, value = owner
    entry = index.judged(owner)
    if TEMPLATE.sheet(record.sheet).field(key).role is Role.HITUNGAN or derived(record, value):
        return item if entry is None else _computed(item, value, entry, sources)
    candidates = [*(sources.of(entry.computed) if entry is not None else ()), *sources.copy(record, key, value)]
    return _typed(item, candidates)


def _computed(item: Item, value: Value, entry: Judged, sources: Sources) -> Item:
    """A computed column shows what its formula gives; the note says where that reads otherwise than what was typed."""
    wanted = shown_of(entry)
    if wanted is None or kept(item, entry) or value.letter is not None:
        return item  # an accepted deviation, or a letter beside its score, stays as it was typed
    candidate = reaching(sources.of(entry.computed), wanted, item.places)
    if candidate is None:
        return item
    formula, wanted = candidate
    return item._replace(value=wanted, formula=formula, note=item.note or _within_rounding(value, wanted, item.places))


def _within_rounding(value: Value, wanted: Decimal | str, places: int) -> str:
    """A note where the figure that is shown reads otherwise than the typed one; "" where it does not."""
    if value.known is None:
        return ""
    if not isinstance(wanted, str) and round_half_up(value.known, places) == round_half_up(wanted, places):
        return ""
    said, now = value.shown.strip(), wanted if isinstance(wanted, str) else show(wanted, places)
    return str(say("Tertulis {said}; dihitung {now}. Bedanya masih dalam batas pembulatan.", said=said, now=now))


def _typed(item: Item, candidates: Iterable[Candidate]) -> Item:
    if not isinstance(item.value, Decimal):
        return item
    for formula, result in candidates:
        if result == item.value:
            return item._replace(formula=formula)
        if isinstance(result, Decimal) and round_half_up(result, item.places) == item.value:
            return item._replace(formula=formula.rounded(item.places))
    return item


DrawnItem = tuple[str, int, str, Item]  # table or section, row, column, and what stands there


@dataclass(frozen=True, slots=True)
class Canvas:
    """Where each cell that a formula may name is drawn, and its content."""

    cells: Mapping[Where, DrawnItem]
    sections: Mapping[str, Section]

    @classmethod
    def of(cls, tables: Iterable[Table], sections: Iterable[Section]) -> Canvas:
        cells: dict[Where, DrawnItem] = {}
        for number, table in enumerate(tables):
            name = str(number)
            for row, line in enumerate(table.rows):
                for key, item in line.items.items():
                    if item.source is not None and item.source not in cells:
                        cells[item.source] = (name, row, key, item)
        return cls(cells, {section.key: section for section in sections})

    def at(self, ref: Ref) -> DrawnItem | None:
        """What stands at a place; None where nothing is drawn."""
        if not isinstance(ref, Place):
            return self.cells.get(ref)
        section = self.sections.get(ref.section)
        if section is None or not HEADING <= ref.row < len(section.rows):
            return None
        if ref.row == HEADING:
            item = next((Item(column.title) for column in section.columns if column.key == ref.column), None)
        else:
            item = section.rows[ref.row].items.get(ref.column)
        return None if item is None else (ref.section, ref.row, ref.column, item)

    def formulas(self) -> dict[Ref, Expression]:
        """Every place with a formula."""
        formulas: dict[Ref, Expression] = {
            where: spot[3].formula for where, spot in self.cells.items() if spot[3].formula is not None
        }
        for section in self.sections.values():
            for row, line in enumerate(section.rows):
                for key, item in line.items.items():
                    if item.formula is not None:
                        formulas[Place(section.key, row, key)] = item.formula
        return formulas

    def reaches(self, formula: Expression | None) -> bool:
        """Whether there is no formula, or one that can be followed."""
        return formula is None or self.follows(formula)

    def follows(self, formula: Expression) -> bool:
        """Whether every cell named is drawn and holds something, and every range is one piece."""
        for ref in formula.refs:
            if isinstance(ref, Span):
                first, last = self.at(ref.first), self.at(ref.last)
                if first is None or last is None or not _piece(ref, first, last):
                    return False
                # some cells of a range of the report's own sections may well be empty
                if isinstance(ref.first, Where) and not (_usable(first, formula) and _usable(last, formula)):
                    return False
            else:
                spot = self.at(ref)
                if spot is None or not (
                    spot[3].value is not None if isinstance(ref, Place) else _usable(spot, formula)
                ):
                    return False
        return True


def _usable(spot: DrawnItem, formula: Expression) -> bool:
    """Whether a cell of the examined workbook holds what the formula takes."""
    return isinstance(spot[3].value, Decimal) or (formula.words and spot[3].value is not None)


def _piece(span: Span, first: DrawnItem, last: DrawnItem) -> bool:
    if first[0] != last[0] or (first[1] != last[1] and first[2] != last[2]):
        return False
    if isinstance(span.first, Where) and isinstance(span.last, Where):
        return last[1] - first[1] == span.last.row - span.first.row
    return True


def pruned(
    tables: tuple[Table, ...], sections: tuple[Section, ...]
) -> tuple[tuple[Table, ...], tuple[Section, ...], Canvas]:
    """Without the formulas that name a cell the workbook does not show, or that lead back to themselves."""
    drawn = Canvas.of(tables, sections)
    circular = set(_circular(drawn))

    def kept(line: Row) -> Row:
        items = {key: _kept(item, drawn, circular) for key, item in line.items.items() if item.formula is not None}
        same = all(item is line.items[key] for key, item in items.items())
        return line if same else line._replace(items={**line.items, **items})

    return (
        tuple(replace(table, rows=tuple(kept(line) for line in table.rows)) for table in tables),
        tuple(replace(section, rows=tuple(kept(line) for line in section.rows)) for section in sections),
        drawn,
    )


def _kept(item: Item, drawn: Canvas, circular: set[int]) -> Item:
    if item.formula is None or (id(item.formula) not in circular and drawn.follows(item.formula)):
        return item
    return item._replace(formula=None)


def _circular(drawn: Canvas) -> Iterator[int]:
    """The formulas (by identity) that are reached again from themselves; walked without recursion."""
    formulas = drawn.formulas()
    ended: set[Ref] = set()
    for start, formula in formulas.items():
        if start in ended or all(named in ended or named not in formulas for named in _named(formula)):
            ended.add(start)
            continue
        begun = {start}
        stack = [(start, formula, _named(formula))]
        while stack:
            ref, current, inputs = stack[-1]
            for named in inputs:
                if named in begun:
                    yield id(current)
                elif named in formulas and named not in ended:
                    begun.add(named)
                    stack.append((named, formulas[named], _named(formulas[named])))
                    break
            else:
                begun.discard(ref)
                ended.add(ref)
                stack.pop()


def _named(formula: Expression) -> Iterator[Ref]:
    """Every cell a formula reads, the inside of ranges included."""
    for named in formula.refs:
        if not isinstance(named, Span):
            yield named
        elif isinstance(named.first, Where) and isinstance(named.last, Where):
            for row in range(named.first.row, named.last.row + 1):
                yield Where(named.first.sheet, row, named.first.column)
        else:
            yield from (named.first, named.last)
