"""Formulas beside each other: the columns that hold some, whose rows are alike, and which formulas mean the same.

Two formulas mean the same when they give the same for made-up inputs: `=H5/G5` under a percent format and
`=ROUND(H5/G5*100;2)` do, `=H5*G5` does not, and neither does one that looks at another row's cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Context, Decimal
from functools import lru_cache
from zlib import crc32

from lkj_xlsx.measures.data_dasar import kind_of
from lkj_xlsx.measures.rumus_deret import column_sum
from lkj_xlsx.measures.rumus_isi import Result
from lkj_xlsx.measures.rumus_sel import HUNDRED, Calculator
from lkj_xlsx.measures.susunan import JUMLAH, nodes
from lkj_xlsx.model.cell import Value, Where
from lkj_xlsx.model.fact import Book, Record
from lkj_xlsx.model.formula import Area, Fault, Formula, Node, Ref, walk
from lkj_xlsx.model.number import Missing, Reason
from lkj_xlsx.spec.field import Field
from lkj_xlsx.spec.template import TEMPLATE

TOTAL = re.compile(r"^(jumlah|total)\b", re.IGNORECASE)
_LABELS = ("uraian", "program", "indikator", "sasaran", "no")
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_FAR = 600_000  # a row where no fixed reference points: relative and fixed references are told apart
_PROBES = 3
_WIDEST = 400  # cells of a range that are still tried out
_ALIKE = Context(prec=10)
ENOUGH = 3  # formulas that mean the same before another one is called odd


@dataclass(frozen=True, slots=True, eq=False)
class Spot:
    """One filled cell of a column, in its own row. `style` tells rows apart that need not have the same formula."""

    record: Record
    field: Field
    key: str
    value: Value
    formula: Formula | None
    style: str

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
class Column:
    """The filled cells of one declared column that holds formulas, in the order of the rows."""

    sheet: str
    field: Field
    key: str
    spots: tuple[Spot, ...]


def percent_format(number_format: str) -> bool:
    return "%" in _LITERAL.sub("", number_format)


@lru_cache(maxsize=1)  # several rules ask for the same book
def columns(book: Book) -> tuple[Column, ...]:
    """Every declared column with at least one formula."""
    found: list[Column] = []
    for seen in book.sheets:
        cells = book.cells.get(seen.title)
        sheet = TEMPLATE.sheet(seen.key)
        if cells is None or not cells.formulas or sheet.form:
            continue
        holding = {where.column for where in cells.formulas}
        rows = book.records(seen.key)
        styles = _Styles(book)
        for key, column in seen.columns.items():
            if column in holding:
                field = sheet.field(key)
                spots = tuple(_spots(rows, field, key, column, cells.formulas, styles))
                found.append(Column(seen.key, field, key, spots))
    return tuple(found)


@lru_cache(maxsize=1)
def calculator(book: Book) -> Calculator:
    return Calculator(book.cells)


@lru_cache(maxsize=1)
def spots_at(book: Book) -> Mapping[Where, Spot]:
    """Every filled cell of a column with formulas, by place."""
    return {spot.where: spot for column in columns(book) for spot in column.spots}


def _spots(
    rows: Sequence[Record], field: Field, key: str, column: int, formulas: Mapping[Where, Formula], styles: _Styles
) -> Iterator[Spot]:
    for record in rows:
        value = record.values.get(key)
        if value is None or value.where.row != record.row or value.where.column != column:
            continue
        formula = formulas.get(value.where)
        if formula is not None or not value.blank:
            yield Spot(record, field, key, value, formula, styles.of(record, field.key))


class _Styles:
    """Which rows may be expected to have the same formula in a column."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.nodes = nodes(book)

    def of(self, record: Record, key: str) -> str:
        if record.sheet == "realisasi_anggaran":
            node = self.nodes.get(record)
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


def groups(column: Column) -> Iterator[tuple[tuple[Spot, ...], tuple[Spot, ...]]]:
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


class _Made(Calculator):
    """Gives every cell a made-up figure of its own and rounds nothing."""

    def __init__(self, seed: int) -> None:
        super().__init__({})
        self.seed = seed

    def content(self, where: Where) -> Result:
        text = f"{self.seed}|{where.sheet.casefold()}|{where.row}|{where.column}"
        return Decimal(crc32(text.encode()) % 90_000 + 10_000) / HUNDRED

    def area(self, node: Area, home: Where) -> Iterator[tuple[Where, Result]]:
        title, rows, across = node.box(home)
        if len(rows) * len(across) > _WIDEST:
            yield home, Missing(Reason.TAK_TERBACA, "rentang terlalu besar")
            return
        for row in rows:
            for column in across:
                where = Where(title, row, column)
                yield where, self.content(where)

    def rounded(self, number: Decimal, places: int, how: str) -> Decimal:
        return number


class Senses:
    """What formulas mean, each pattern tried out once."""

    def __init__(self) -> None:
        self.known: dict[tuple[str, str, int, bool], str] = {}

    def of(self, spot: Spot) -> str:
        """A text that is the same for formulas that mean the same; the pattern where nothing can be computed."""
        if spot.formula is None:
            return ""
        key = (spot.formula.pattern, spot.where.sheet, spot.where.column, spot.percent)
        if key not in self.known:
            self.known[key] = tried(spot.formula.root, spot.where, spot.percent) or spot.formula.pattern
        return self.known[key]


def tried(root: Node, where: Where, percent: bool) -> str:
    """What a formula gives for made-up inputs, "" where it cannot be computed."""
    home = Where(where.sheet, _FAR, where.column)
    told: list[str] = []
    for seed in range(_PROBES):
        result = _Made(seed).result(root, home)
        if isinstance(result, Fault | Missing):
            return ""
        if isinstance(result, Decimal):
            result = _ALIKE.plus(result * HUNDRED if percent else result).normalize()
        told.append(str(result))
    return " ".join(told)


def across(spot: Spot) -> bool:
    """Whether a formula computes from its row, so that its neighbours' formulas should look alike; sums down the
    column and figures fetched from another sheet need not."""
    if spot.formula is None or (isinstance(spot.formula.root, Ref) and spot.formula.root.sheet):
        return False
    down = column_sum(spot.formula)
    if down is not None and (len(down) > 1 or down[0].many or spot.style in {"induk", "jumlah"}):
        return False
    parts = tuple(walk(spot.formula.root))
    if any(isinstance(part, Area) and len(part.box(spot.where)[1]) > 1 for part in parts):
        return False
    return any(isinstance(part, Ref | Area) for part in parts)


def prevailing(neighbours: Sequence[Spot], senses: Senses, others: int = 0) -> tuple[Spot, ...]:
    """The cells of the formula that clearly prevails: three or more, and two thirds of all.

    `others` counts cells beside them that are no formulas.
    """
    classes: dict[str, list[Spot]] = {}
    for spot in neighbours:
        classes.setdefault(senses.of(spot), []).append(spot)
    best = max(classes.values(), key=len, default=[])
    clear = len(best) >= ENOUGH and len(best) * 3 >= (len(neighbours) + others) * 2
    return tuple(best) if clear else ()
