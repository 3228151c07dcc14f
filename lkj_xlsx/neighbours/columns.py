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
from lkj_xlsx.model.fact import Book, Record, per_book
from lkj_xlsx.model.formula import Formula
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
class Spot:
    """One filled cell of a column, in its own row. `style` tells rows apart that need not have the same formula."""

    record: Record
    field: Field
    key: str
    value: Value
    formula: Formula | None
    style: str
    pattern: Pattern | None = None

    @property
    def where(self) -> Where:
        return self.value.where

    @property
    def percent(self) -> bool:
        return percent_format(self.value.cell.number_format)

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
        holding = {where.column for where in cells.formulas}
        rows = book.records(seen.key)
        styles = _RowStyles(book)
        for key, column in seen.columns.items():
            if column in holding:
                field = sheet.field(key)
                spots = tuple(_spots(rows, field, key, column, cells.formulas, styles))
                formula_columns.append(FormulaColumn(seen.key, field, key, spots))
    return tuple(formula_columns)


@per_book
def calculator(book: Book) -> Calculator:
    return Calculator(book.cells)


@per_book
def spots_at(book: Book) -> Mapping[Where, Spot]:
    """Every filled cell of a column with formulas, by place."""
    return {spot.where: spot for column in columns(book) for spot in column.spots}


def _spots(
    rows: Sequence[Record], field: Field, key: str, column: int, formulas: Mapping[Where, Formula], styles: _RowStyles
) -> Iterator[Spot]:
    patterns: dict[tuple[str, str, str], Pattern] = {}
    for record in rows:
        if key not in record.values:
            continue
        value = record.values[key]
        where = value.where
        if where.row != record.row or where.column != column:
            continue
        formula = formulas.get(where)
        if formula is None and value.blank:
            continue
        style, pattern = styles.of(record, field.key), None
        if formula is not None:
            written = formula.pattern, value.cell.number_format, style
            pattern = patterns.get(written)
            if pattern is None:
                pattern = patterns[written] = Pattern(formula, percent_format(value.cell.number_format), style)
        yield Spot(record, field, key, value, formula, style, pattern)


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
