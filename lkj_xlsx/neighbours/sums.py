"""Sums that staff typed as formulas, held against what they should add: children of a budget row, details of a total.

Where a table's structure is not told, only what the formulas themselves show is used: a cell added twice, or a sum
added together with its own parts.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from lkj_xlsx.formulas.contents import ZERO, content_of
from lkj_xlsx.formulas.runs import SummedSpan, column_sum, times
from lkj_xlsx.measures.data_dasar import kind_of, origins
from lkj_xlsx.measures.tree import JUMLAH, PROGRAM, Node, nodes, stated_levels, trees, walk
from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.fact import Book, per_book
from lkj_xlsx.model.record import Record
from lkj_xlsx.neighbours.columns import ENOUGH, FormulaColumn, Spot, calculator, columns, is_total
from lkj_xlsx.spec.field import Kind

_AMOUNTS = frozenset((Kind.RUPIAH, Kind.JUMLAH))
_MOST_ROWS = 2_000_000  # looked at in all sums of a book


@dataclass(frozen=True, slots=True)
class SummedRow:
    """A row that a sum should add, and the rows that may stand for it."""

    where: Where
    parts: tuple[SummedRow, ...] = ()

    def all(self) -> Iterator[SummedRow]:
        yield self
        for part in self.parts:
            yield from part.all()


@dataclass(frozen=True, slots=True, eq=False)
class SumFault:
    """A sum that does not add what it should.

    missing  rows left out          double  rows added twice, by themselves or with their parent
    strange  rows that do not belong to it (its own row among them)
    parts    the rows it should add, as far as they are told; `nested` where some are added with their parent
    now      what the formula gives; right what its parts give; None where that cannot be told
    """

    spot: Spot
    missing: tuple[Where, ...]
    double: tuple[Where, ...]
    strange: tuple[Where, ...]
    now: Decimal | None
    right: Decimal | None
    parts: tuple[Where, ...] = ()
    nested: bool = False

    @property
    def wrong(self) -> bool:
        return self.now is not None and self.right is not None and self.now != self.right


@dataclass(frozen=True, slots=True, eq=False)
class TypedSum:
    """A figure typed where the other sums of its column are formulas; `right` is the sum of its parts."""

    spot: Spot
    parts: tuple[Where, ...]
    right: Decimal | None


@per_book
def sum_faults(book: Book) -> tuple[SumFault, ...]:
    """Every sum with rows missing, doubled or strange."""
    survey = _survey(book)
    return tuple(fault for column in columns(book) if column.field.kind in _AMOUNTS for fault in survey.column(column))


def right_sum(book: Book, spot: Spot) -> Decimal | None:
    """What the rows that a sum in this cell should add give; None where nothing tells which they are."""
    parts = _survey(book).parts(spot) if spot.field.kind in _AMOUNTS else ()
    return _survey(book).total(parts) if parts else None


def typed_sums(book: Book) -> Iterator[TypedSum]:
    """Typed figures among sums that are formulas: three of those or more, and two thirds of all."""
    survey = _survey(book)
    for column in columns(book):
        if column.field.kind not in _AMOUNTS:
            continue
        if all(spot.pattern is not None for spot in column.spots):
            continue
        sums = [(spot, parts) for spot in column.spots if (parts := survey.parts(spot))]
        typed = [(spot, parts) for spot, parts in sums if spot.pattern is None and spot.value.known is not None]
        formulas = len(sums) - len(typed)
        if formulas >= ENOUGH and formulas * 3 >= len(sums) * 2:
            for spot, parts in typed:
                yield TypedSum(spot, tuple(part.where for part in parts), survey.total(parts))


@per_book
def _survey(book: Book) -> _SumSurvey:
    return _SumSurvey(book)


class _SumSurvey:
    """Looks at the sums of one book."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.calculator = calculator(book)
        self.left = _MOST_ROWS
        self.nodes = nodes(book)
        self.tops = {node.record: roots for roots in trees(book) for node in roots}
        self.levelled: set[Record] = set()
        stated = stated_levels(book)
        for roots in trees(book):
            records = [node.record for node in walk(roots)]
            if all(stated[record] is not None for record in records):
                self.levelled.update(records)

    def column(self, column: FormulaColumn) -> Iterator[SumFault]:
        sums: dict[int, tuple[SummedSpan, ...]] = {}
        patterns = dict.fromkeys(spot.pattern for spot in column.spots)
        adding = {pattern for pattern in patterns if pattern is not None and column_sum(pattern.first) is not None}
        for spot in column.spots:
            spans = column_sum(spot.formula) if spot.pattern in adding and spot.formula is not None else None
            if spans is not None and all(span.sign > 0 for span in spans):
                sums[spot.record.row] = spans
        for spot in column.spots if sums else ():
            spans = sums.get(spot.record.row)
            if spans is not None and self.left > 0:
                fault = self.fault(spot, spans, sums)
                if fault is not None:
                    yield fault

    def fault(
        self, spot: Spot, spans: tuple[SummedSpan, ...], sums: Mapping[int, tuple[SummedSpan, ...]]
    ) -> SumFault | None:
        parts = self.parts(spot)
        if parts:
            missing, double = self.held_against(spans, parts, spot)
            strange = self.strange(spans, parts, spot)
            right = self.total(parts)
        else:
            missing, double, strange = (), tuple(dict.fromkeys(self.repeated(spot, spans, sums))), ()
            right = None
        if not (missing or double or strange):
            return None
        formula = spot.formula
        result = self.calculator.result(formula.root, spot.where) if formula is not None else None
        circular = spot.where in strange
        now = result if isinstance(result, Decimal) and not circular else spot.value.known
        if right is None and now is not None and double and not parts:
            extra = [self.amount(where) for where in double]
            right = now - sum(extra, ZERO)
        cells = tuple(part.where for part in parts)
        nested = not parts or any(where not in cells for where in double)
        return SumFault(spot, missing, double, strange, now, right, cells, nested)

    def held_against(
        self, spans: Sequence[SummedSpan], parts: Sequence[SummedRow], spot: Spot
    ) -> tuple[tuple[Where, ...], tuple[Where, ...]]:
        """Rows that are not added and rows that are added more than once, the highest of each branch."""
        formulas = self.book.cells[spot.where.sheet].formulas
        missing: list[Where] = []
        double: list[Where] = []

        def visit(part: SummedRow, above: int) -> int:
            """How often the least counted row of a branch is added."""
            self.left -= len(spans)
            own = times(spans, part.where, formulas)
            here = above + own
            if own > 1 or (own and above):
                double.append(part.where)
            if not part.parts:
                return here
            before = len(missing)
            least = [(inner, visit(inner, here)) for inner in part.parts]
            if here == 0 and all(count == 0 for _, count in least):
                del missing[before:]
                return 0
            missing.extend(inner.where for inner, count in least if count == 0)
            return 1

        for part in parts:
            if visit(part, 0) == 0:
                missing.append(part.where)
        return tuple(sorted(set(missing))), tuple(sorted(set(double)))

    def strange(self, spans: Sequence[SummedSpan], parts: Sequence[SummedRow], spot: Spot) -> tuple[Where, ...]:
        """Filled cells that are added and belong to no part."""
        own = {inner.where.row for part in parts for inner in part.all()}
        rows, column = self.book.cells[spot.where.sheet].rows, spot.where.column
        places: list[Where] = []
        for span in spans:
            self.left -= span.last - span.first + 1
            if self.left < 0:
                break
            for row in range(span.first, span.last + 1):
                where = Where(spot.where.sheet, row, column)
                filled = row not in own and column in rows.held.get(row, ())
                if row == spot.where.row or (
                    filled and isinstance(content_of(rows.held[row][column], *where), Decimal)
                ):
                    places.append(where)
        return tuple(dict.fromkeys(places))

    def repeated(
        self, spot: Spot, spans: Sequence[SummedSpan], sums: Mapping[int, tuple[SummedSpan, ...]]
    ) -> Iterator[Where]:
        """Cells that the formula itself shows to be added twice: named twice, or sums named with their own parts."""
        formulas = self.book.cells[spot.where.sheet].formulas
        rows = list(sums)

        def added(row: int) -> int:
            self.left -= len(spans)
            return times(spans, Where(spot.where.sheet, row, spot.where.column), formulas)

        for place, span in enumerate(spans):
            for other in spans[:place]:
                both = range(max(span.first, other.first), min(span.last, other.last) + 1)
                self.left -= len(both)
                yield from (Where(spot.where.sheet, row, spot.where.column) for row in both if self.left > 0)
            for row in rows[bisect_left(rows, span.first) : bisect_right(rows, span.last)]:
                inside = [each for part in sums[row] for each in (part.first, part.last)]
                if added(row) == 1 and any(each != row and added(each) for each in inside):
                    yield Where(spot.where.sheet, row, spot.where.column)

    def parts(self, spot: Spot) -> tuple[SummedRow, ...]:
        """The rows a sum in this cell should add; none where nothing tells."""
        record, key = spot.record, spot.key
        if record.sheet == "realisasi_anggaran":
            return self._anggaran(record, key)
        if record.sheet == "data_dasar":
            rows: Sequence[Record] = origins(record, self.book) if kind_of(record) == "jumlah" else ()
        else:
            rows = self._above(record) if is_total(record) else ()
        return self._flat(rows, key, spot)

    def _anggaran(self, record: Record, key: str) -> tuple[SummedRow, ...]:
        node = self.nodes.get(record)
        if node is None or record not in self.levelled:
            return ()
        below = node.children
        if node.level == JUMLAH:
            roots = self.tops.get(record, ())
            if sum(root.level == JUMLAH for root in roots) > 1:
                return ()  # several totals: which rows are whose is not told
            below = tuple(root for root in roots if root.level == PROGRAM)
        return tuple(_part(child, key) for child in below)

    def _flat(self, rows: Sequence[Record], key: str, spot: Spot) -> tuple[SummedRow, ...]:
        cells = [row.values[key] for row in rows if key in row.values]
        own = [value.where for row, value in zip(rows, cells, strict=False) if value.where.row == row.row]
        return tuple(SummedRow(where) for where in own if where != spot.where)

    def _above(self, record: Record) -> Sequence[Record]:
        """The rows of the same table above a total, where it is the table's only one."""
        rows = [row for row in self.book.records(record.sheet) if row.tabel == record.tabel]
        totals = [row for row in rows if is_total(row)]
        return [row for row in rows if row.row < record.row] if len(totals) == 1 else ()

    def total(self, parts: Sequence[SummedRow]) -> Decimal | None:
        """The sum of the parts as saved; None where one of them is no number."""
        known = [self.amount(part.where) for part in parts if self.amount_known(part.where)]
        return sum(known, ZERO) if len(known) == len(parts) else None

    def amount_known(self, where: Where) -> bool:
        result = self.calculator.content(*where)
        return result is None or isinstance(result, Decimal)

    def amount(self, where: Where) -> Decimal:
        result = self.calculator.content(*where)
        return result if isinstance(result, Decimal) else ZERO


def _part(node: Node, key: str) -> SummedRow:
    """A row of the budget with what is below it."""
    return SummedRow(node.record.place(key), tuple(_part(child, key) for child in node.children))
