"""Formulas beside each other: the columns that hold some, and whose rows may be expected to be alike."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from lkj_xlsx.formulas.evaluate import HUNDRED, Calculator
from lkj_xlsx.measures.data_dasar import kind_of
from lkj_xlsx.measures.serapan import rata_rata
from lkj_xlsx.measures.tree import JUMLAH, TOTAL, nodes
from lkj_xlsx.model.cell import Value, Where
from lkj_xlsx.model.fact import Book, per_book
from lkj_xlsx.model.formula import Formula, SheetCells
from lkj_xlsx.model.record import Record
from lkj_xlsx.spec.field import Field
from lkj_xlsx.spec.template import TEMPLATE

_LABELS = ("uraian", "program", "indikator", "sasaran", "no")
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
ENOUGH = 3  # formulas that mean the same before another one is called odd


@dataclass(frozen=True, slots=True, eq=False)
class Pattern:
    """Formulas of one column that are written alike, as filling down makes them: `first` is one of them.

    percent  whether they stand under a percent format
    style    which rows may be expected to have the same formula
    """

    first: Formula
    percent: bool
    style: str


@dataclass(frozen=True, slots=True, eq=False)
class ColumnPlace:
    """Where a field stands on its sheet."""

    field: Field
    key: str
    column: int
    cells: SheetCells


@dataclass(frozen=True, slots=True, eq=False)
class Spot:
    """One filled cell of a column, in its own row. `style` tells rows apart that need not have the same formula.

    pattern  how its formula is written, None where it holds none
    """

    record: Record
    place: ColumnPlace
    style: str
    pattern: Pattern | None = None

    @property
    def field(self) -> Field:
        return self.place.field

    @property
    def key(self) -> str:
        return self.place.key

    @property
    def value(self) -> Value:
        return self.record.get(self.place.key)

    @property
    def formula(self) -> Formula | None:
        return None if self.pattern is None else self.place.cells.formulas[self.where]

    @property
    def where(self) -> Where:
        return Where(self.record.title, self.record.row, self.place.column)

    @property
    def percent(self) -> bool:
        return percent_format(self.value.cell.number_format) if self.pattern is None else self.pattern.percent

    def meaning(self, result: Decimal, percent: bool | None = None) -> Decimal:
        """A formula's result as the figure it states: a fraction under a percent format in percent."""
        return result * HUNDRED if (self.percent if percent is None else percent) else result


@dataclass(frozen=True, slots=True, eq=False)
class FormulaColumn:
    """The filled cells of one declared column that holds formulas, in the order of the rows."""

    sheet: str
    field: Field
    key: str
    spots: tuple[Spot, ...]


def percent_format(number_format: str) -> bool:
    return "%" in _LITERAL.sub("", number_format)


@per_book  # several rules ask for the same book
def columns(book: Book) -> tuple[FormulaColumn, ...]:
    """Every declared column with at least one formula."""
    formula_columns: list[FormulaColumn] = []
    for seen in book.sheets:
        cells = book.cells.get(seen.title)
        sheet = TEMPLATE.sheet(seen.key)
        if cells is None or not cells.formulas or sheet.form:
            continue
        holding = cells.formulas.columns()
        rows = book.records(seen.key)
        styles = _RowStyles(book)
        for key, column in seen.columns.items():
            if column in holding:
                field = sheet.field(key)
                spots = tuple(_spots(rows, ColumnPlace(field, key, column, cells), styles))
                formula_columns.append(FormulaColumn(seen.key, field, key, spots))
    return tuple(formula_columns)


@per_book
def calculator(book: Book) -> Calculator:
    return Calculator(book.cells)


@per_book
def spots_at(book: Book) -> Mapping[Where, Spot]:
    """Every filled cell of a column with formulas, by place."""
    return {spot.where: spot for column in columns(book) for spot in column.spots}


def _spots(rows: Sequence[Record], place: ColumnPlace, styles: _RowStyles) -> Iterator[Spot]:
    patterns: dict[tuple[str, str, str], Pattern] = {}
    key, column, alike, held = place.key, place.column, place.cells.formulas.alike, place.cells.rows.held
    for record in rows:
        where = record.place(key)
        if where.row != record.row or where.column != column:
            continue
        formula = alike.get(record.row, {}).get(column)
        if formula is None and record.get(key).blank:
            continue
        style, pattern = styles.of(record, place.field.key), None
        if formula is not None:
            number_format = held[record.row][column][1]
            written = formula.pattern, number_format, style
            pattern = patterns.get(written)
            if pattern is None:
                first = place.cells.formulas[where]
                pattern = patterns[written] = Pattern(first, percent_format(number_format), style)
        yield Spot(record, place, style, pattern)


class _RowStyles:
    """Which rows may be expected to have the same formula in a column."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.nodes = nodes(book)

    def of(self, record: Record, key: str) -> str:
        node = self.nodes.get(record)
        if record.sheet == "realisasi_anggaran" and key == "serapan":
            mean = self.book.settings.option("persen_induk") == rata_rata.code and node is not None and node.children
            # parents and children alike, unless a parent's percent is the mean of its own rows and of no others'
            return f"persen {record.row}" if mean else "persen"
        if record.sheet == "realisasi_anggaran":
            if node is None:
                return "lain"
            return "jumlah" if node.level == JUMLAH else "induk" if node.children else "rincian"
        if record.sheet == "data_dasar":
            return kind_of(record)
        if is_total(record):
            return "jumlah"
        indikator = self.book.indikator_of(record)
        if indikator is None:
            return ""
        if key.startswith("capaian"):
            return indikator.arah
        if key.startswith("realisasi") and key != "realisasi_anggaran":
            return f"{indikator.rumus} {indikator.sifat} {indikator.agregasi}"
        if key.startswith("kemajuan"):
            return f"{indikator.arah} {indikator.sifat} {indikator.rumus}"
        return indikator.agregasi if record.sheet == "triwulan" else ""


def is_total(record: Record) -> bool:
    """Whether a row closes a table (`Jumlah`, `Total ...`)."""
    return any(TOTAL.match(record.text(key)) for key in _LABELS)


def groups(column: FormulaColumn) -> Iterator[tuple[tuple[Spot, ...], tuple[Spot, ...]]]:
    """Cells to judge and the cells to hold them against: those of the same table where they are enough, else those
    of the whole sheet."""
    styles: dict[str, list[Spot]] = {}
    for spot in column.spots:
        styles.setdefault(spot.style, []).append(spot)
    for spots in styles.values():
        tables: dict[str, list[Spot]] = {}
        for spot in spots:
            tables.setdefault(spot.record.tabel, []).append(spot)
        small: list[Spot] = []
        for table in tables.values():
            if len(table) > ENOUGH:
                yield tuple(table), tuple(table)
            else:
                small += table
        if small:
            yield tuple(small), tuple(spots)
