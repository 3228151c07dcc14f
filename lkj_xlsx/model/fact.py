"""What was read: records (filled rows), facts (single statements) and the book that holds them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property, wraps
from typing import TYPE_CHECKING, Any, Concatenate, NamedTuple, ParamSpec, TypeVar

from lkj_xlsx.model.cell import Cell, Value, Where
from lkj_xlsx.model.number import Missing, Reason
from lkj_xlsx.model.values_by_key import ValuesByKey

if TYPE_CHECKING:
    from lkj_xlsx.model.formula import SheetCells


def year_key(key: str, tahun: int) -> str:
    """The key of one year's column of a field that repeats over years."""
    return f"{key}@{tahun}"


class Closing(NamedTuple):
    """What closes a table instead of speaking of an indicator or a programme: its total, a mean, or both in one row."""

    words: str
    total: bool
    mean: bool


@dataclass(frozen=True, slots=True, eq=False)
class Record:
    """One filled row of a sheet: its values by field key, the LKJ table it belongs to, the indicators it speaks of.

    `closing` tells a row that states the total or the mean of the rows above it: nobody's data.
    """

    sheet: str
    title: str
    row: int
    tabel: str
    values: ValuesByKey
    indikator: tuple[str, ...] = ()
    closing: Closing | None = None

    def get(self, key: str, tahun: int | None = None) -> Value:
        """The value of a field; a blank one that tells "no such column" where the sheet lacks it."""
        if tahun is not None:
            key = year_key(key, tahun)
        try:
            return self.values[key]
        except KeyError:
            pass
        return Value(Cell(Where(self.title, self.row)), Missing(Reason.TANPA_KOLOM, key))

    def known(self, key: str) -> Decimal | None:
        """The figure of a field, None where it has none."""
        try:
            return self.values.known(key)
        except KeyError:
            return None

    def text(self, key: str) -> str:
        """The text of a field without blanks around it, "" where it has none."""
        try:
            return self.values.text(key)
        except KeyError:
            return ""

    def raw(self, key: str) -> object:
        """What the cell of a field holds."""
        try:
            return self.values.raw(key)
        except KeyError:
            return None

    def place(self, key: str) -> Where:
        """Where the value of a field stands; column 0 where the sheet lacks it."""
        try:
            return self.values.place(key)
        except KeyError:
            return Where(self.title, self.row)

    def reaches(self, places: Set[tuple[str, int]]) -> bool:
        """Whether any of its cells stands in one of these rows, each told by its sheet's title and number.

        A cell may stand above the row itself where it is shared or taken over.
        """
        if (self.title, self.row) in places:
            return True
        return any((self.title, row) in places for row in self.values.above())


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement: of `subjek` (indicator code, data code or program name) the `ukuran` in `tahun` is `value`.

    `sampai` marks a figure "s.d. tahun" (accumulated up to that year).
    """

    subjek: str
    ukuran: str
    tahun: int
    value: Value
    tabel: str
    record: Record
    field: str
    sampai: bool = False


class Remark(NamedTuple):
    """Something the reader noticed and a rule will put into words. `kind` is one of `spec.remarks`."""

    kind: str
    where: Where
    detail: str = ""
    tabel: str = ""


@dataclass(frozen=True, slots=True)
class SheetSeen:
    """A declared sheet found in the file: its spec key, its title there, header row and columns by field key."""

    key: str
    title: str
    header_row: int
    columns: Mapping[str, int]
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Indikator:
    """One performance indicator as declared on the sheet Indikator; options are codes, "" where none was chosen."""

    kode: str
    nama: str
    sasaran: str
    satuan: str
    arah: str
    rumus: str
    pembilang: str
    penyebut: str
    agregasi: str
    sifat: str
    bidang: str
    record: Record


@dataclass(frozen=True, slots=True)
class Settings:
    """Identity and chosen variants. `options` maps an option's key to the code chosen ("" where none was)."""

    opd: str = ""
    kabupaten: str = ""
    tahun: int = 0
    awal: int = 0
    akhir: int = 0
    options: Mapping[str, str] = field(default_factory=dict)
    record: Record | None = None

    def option(self, key: str) -> str:
        return self.options.get(key, "")

    def year_of(self, field: str) -> int:
        """The year that a figure of the year's tables belongs to: `capaian_lalu` is of the year before."""
        return self.tahun - (1 if field.endswith("_lalu") else 0)


FactKey = tuple[str, str, int, bool]  # subject, measure, year, accumulated: what makes two facts statements of one


class Statements:
    """What `records` state, in their order: facts are made when somebody asks, and only those asked for.

    states     the facts of one record
    measured   by sheet, what the figures of its rows measure
    withholds  what one record states by a sign (`-`, `n/a`) in place of a figure
    """

    def __init__(
        self,
        records: Iterable[Record] = (),
        states: Callable[[Record], Iterable[Fact]] = lambda record: (),
        measured: Mapping[str, frozenset[str]] | None = None,
        withholds: Callable[[Record], Iterable[Fact]] = lambda record: (),
    ) -> None:
        self.records, self._states, self._measured = tuple(records), states, measured or {}
        self._withholds = withholds
        self._by_measure: dict[tuple[str, ...], tuple[Fact, ...]] = {}
        self._by_key: dict[str, dict[FactKey, tuple[Fact, ...]]] = {}
        self._cells: dict[str, Mapping[Where, tuple[Fact, ...]]] = {}

    def of(self, records: Iterable[Record]) -> Statements:
        """What other records state, of the same template and years."""
        return Statements(records, self._states, self._measured, self._withholds)

    def __iter__(self) -> Iterator[Fact]:
        return iter(self._all)

    @cached_property
    def _all(self) -> tuple[Fact, ...]:
        return tuple(fact for record in self.records for fact in self._states(record))

    def measuring(self, *ukuran: str) -> tuple[Fact, ...]:
        """Every fact of these measures; rows of sheets that know none of them are left alone."""
        if ukuran not in self._by_measure:
            self._by_measure[ukuran] = tuple(self._of(ukuran, self._states))
        return self._by_measure[ukuran]

    def withheld(self, *ukuran: str) -> Iterator[Fact]:
        """Every fact of these measures for which a sign stands in place of the figure."""
        return self._of(ukuran, self._withholds)

    def _of(self, ukuran: tuple[str, ...], states: Callable[[Record], Iterable[Fact]]) -> Iterator[Fact]:
        sheets = {sheet for sheet, known in self._measured.items() if not known.isdisjoint(ukuran)}
        facts = (fact for record in self.records if record.sheet in sheets for fact in states(record))
        return (fact for fact in facts if fact.ukuran in ukuran)

    def by_key(self, ukuran: str) -> Mapping[FactKey, tuple[Fact, ...]]:
        """The facts of one measure by what they tell: those under one key are statements of one fact."""
        if ukuran not in self._by_key:
            groups: dict[FactKey, list[Fact]] = {}
            for fact in self.measuring(ukuran):
                groups.setdefault((fact.subjek, fact.ukuran, fact.tahun, fact.sampai), []).append(fact)
            self._by_key[ukuran] = {key: tuple(group) for key, group in groups.items()}
        return self._by_key[ukuran]

    def at(self, where: Where) -> tuple[Fact, ...]:
        """Everything that a cell states, also in the rows below that share it."""
        return self._by_cell(where.sheet).get(where, ())

    def _by_cell(self, title: str) -> Mapping[Where, tuple[Fact, ...]]:
        if title not in self._cells:
            groups: dict[Where, list[Fact]] = {}
            for fact in (fact for record in self.records if record.title == title for fact in self._states(record)):
                groups.setdefault(fact.value.where, []).append(fact)
            self._cells[title] = {where: tuple(group) for where, group in groups.items()}
        return self._cells[title]


@dataclass(frozen=True, slots=True, eq=False)
class Book:
    """Everything read from one workbook. Compared by identity, so that an index of it can be kept beside it.

    `cells` holds, by title, the sheets that have formulas and those that formulas refer to; empty without formulas.
    `lalu` is what last year's report says, where it was given to compare with. `known` keeps what was worked
    out from it (see `per_book`).
    """

    settings: Settings
    sheets: tuple[SheetSeen, ...] = ()
    all_records: tuple[Record, ...] = ()
    indikator: Mapping[str, Indikator] = field(default_factory=dict)
    data: Mapping[str, Record] = field(default_factory=dict)
    facts: Statements = field(default_factory=Statements)
    remarks: tuple[Remark, ...] = ()
    cells: Mapping[str, SheetCells] = field(default_factory=dict)
    lalu: Book | None = None
    known: dict[object, Any] = field(init=False, repr=False, compare=False, default_factory=dict)
    _by_sheet: Mapping[str, tuple[Record, ...]] = field(init=False, repr=False, compare=False)
    _closings: Mapping[str, tuple[Record, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        records: dict[str, list[Record]] = {}
        closings: dict[str, list[Record]] = {}
        for record in self.all_records:
            if record.closing is None or (record.closing.total and record.sheet == "realisasi_anggaran"):
                records.setdefault(record.sheet, []).append(record)
            else:
                closings.setdefault(record.sheet, []).append(record)
        object.__setattr__(self, "_closings", {key: tuple(group) for key, group in closings.items()})
        object.__setattr__(self, "_by_sheet", {key: tuple(group) for key, group in records.items()})

    def records(self, sheet: str) -> tuple[Record, ...]:
        """The rows of a sheet that speak of something; totals of the budget table belong to its tree."""
        return self._by_sheet.get(sheet, ())

    def rows(self, sheet: str) -> tuple[Record, ...]:
        """Every row of a sheet as it is printed, those that close a table among them."""
        if sheet not in self._closings:
            return self.records(sheet)
        return tuple(record for record in self.all_records if record.sheet == sheet)

    def closings(self, sheet: str) -> tuple[Record, ...]:
        """The rows of a sheet that state totals or means of those above them."""
        return self._closings.get(sheet, ())

    def stated(self, subjek: str, ukuran: str, tahun: int, sampai: bool = False) -> tuple[Fact, ...]:
        """Every statement of one fact, in the order of the sheets."""
        return self.facts.by_key(ukuran).get((subjek, ukuran, tahun, sampai), ())

    def series(self, kode: str) -> Record | None:
        """The row of Data Dasar with this code."""
        return self.data.get(kode.strip().upper())

    def indikator_of(self, record: Record) -> Indikator | None:
        """The indicator a row speaks of; None where it speaks of none or of several."""
        return self.indikator.get(record.indikator[0]) if len(record.indikator) == 1 else None

    def sheet(self, key: str) -> SheetSeen | None:
        return next((seen for seen in self.sheets if seen.key == key), None)

    def tables(self) -> Mapping[str, str]:
        """Titles of the report's own tables by number, from the list of tables."""
        return {r.text("nomor"): r.text("judul") for r in self.records("daftar_tabel")}


P = ParamSpec("P")
T = TypeVar("T")


def per_book(work: Callable[Concatenate[Book, P], T]) -> Callable[Concatenate[Book, P], T]:
    """Work done once for a book (and what else is asked), and let go with it."""

    @wraps(work)
    def once(book: Book, /, *rest: P.args, **named: P.kwargs) -> T:
        key = (work, *rest, *sorted(named.items())) if rest or named else work
        try:
            result: T = book.known[key]
        except KeyError:
            result = book.known[key] = work(book, *rest, **named)
        return result

    return once
