"""What was read: what was seen and remarked, indicators, settings, and the book that holds all of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import wraps
from typing import TYPE_CHECKING, Any, Concatenate, NamedTuple, ParamSpec, TypeVar

from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.record import Fact, Record
from lkj_xlsx.model.statements import Statements

if TYPE_CHECKING:
    from lkj_xlsx.model.formula import SheetCells


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
