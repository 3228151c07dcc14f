"""Recomputed figures: the bases they rest on, how a stated figure compares, and the ledger of all of them."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, StrEnum
from functools import cached_property
from typing import Any

from lkj_xlsx.model.cell import Value, Where
from lkj_xlsx.model.number import Interval, Missing
from lkj_xlsx.model.record import Record
from lkj_xlsx.model.ukuran import Ukuran


class Base(StrEnum):
    """What a recomputation starts from, the strongest first."""

    EKSAK = "eksak"  # counts and rupiah, unrounded
    TERTULIS = "tertulis"  # the figures typed in the same row, targets exact
    SELANG = "selang"  # the typed figures, each ± half a unit of its last place


@dataclass(frozen=True, slots=True)
class Basis:
    """One way to reach the result: a point (low = high) or, for `Base.SELANG`, a range; and how, in words.

    Of the many bases of a book few are ever told: `wording` may be what makes the words when they are asked for.
    """

    base: Base
    result: Interval
    wording: str | Callable[[], str]
    inputs: tuple[Where, ...] = ()
    variant: str = ""

    @property
    def words(self) -> str:
        return self.wording if isinstance(self.wording, str) else self.wording()

    @property
    def value(self) -> Decimal:
        return self.result.low


class Later(Mapping[str, Decimal]):
    """Figures by name that are worked out when somebody asks for one."""

    def __init__(self, work: Callable[[], Mapping[str, Decimal]]) -> None:
        self._work = work

    @cached_property
    def _figures(self) -> Mapping[str, Decimal]:
        return self._work()

    def __getitem__(self, name: str) -> Decimal:
        return self._figures[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._figures)

    def __len__(self) -> int:
        return len(self._figures)


class Verdict(StrEnum):
    """How a stated figure stands to the recomputed one (the order is not a ranking)."""

    SESUAI = "sesuai"
    BEDA_BASIS = "beda basis"
    PEMOTONGAN = "pemotongan"
    DALAM_BATAS = "dalam batas pembulatan"
    SELISIH_PEMBULATAN = "selisih pembulatan"
    SELISIH = "selisih"
    RUMUS_BERBEDA = "rumus berbeda"
    TIDAK_DIPERIKSA = "tidak dapat diperiksa"
    DIRAGUKAN = "masukannya diragukan"  # others state the figure; what it is computed from does not give it
    DIISI = "diisi alat"  # the column was left empty; the tool fills it

    @property
    def checked(self) -> bool:
        """A stated figure was held against a recomputed one."""
        return self not in (Verdict.TIDAK_DIPERIKSA, Verdict.DIISI)

    @property
    def agrees(self) -> bool:
        """Nothing is to be said of the figure."""
        return self in (Verdict.SESUAI, Verdict.DALAM_BATAS)

    @property
    def wrong(self) -> bool:
        """The figure is not what the chosen formula gives from the strongest basis."""
        return self.mistaken or self is Verdict.RUMUS_BERBEDA

    @property
    def mistaken(self) -> bool:
        """Wrong, and a mistake is looked for that explains it: another permitted formula is none."""
        return self in (Verdict.SELISIH, Verdict.BEDA_BASIS, Verdict.SELISIH_PEMBULATAN)

    @property
    def replaced(self) -> bool:
        """The finished tables print the recomputed figure instead: wrong, or cut off."""
        return self.wrong or self is Verdict.PEMOTONGAN

    @property
    def derived(self) -> bool:
        """A right computation from figures that are printed, if not from the strongest: the formula is no mistake."""
        return self.agrees or self in (Verdict.PEMOTONGAN, Verdict.BEDA_BASIS)

    @property
    def conclusive(self) -> bool:
        """Its own finding says all there is to say: it does not speak against other statements of the same fact."""
        return self in (Verdict.SELISIH, Verdict.RUMUS_BERBEDA)


class Silent(Enum):
    """What a measure tells plainly of a cell that it does not speak of."""

    SILENT = "silent"


SILENT = Silent.SILENT
Plain = Verdict | Silent | None  # a verdict that is plain, that there is none, or that it has to be worked out


@dataclass(frozen=True, slots=True)
class Computed:
    """One recomputed figure beside the stated one.

    Most figures agree and few of those are ever looked at: what is worked out of such a one (`result`, `bases` ...) may
    wait until somebody asks for it, see `Judged.plain`.

    result   the number from the strongest basis, a word (predikat), or why there is none
    bases    strongest first; several of one base where more than one reading is permitted
    rivals   results under other permitted variants, by variant code: only to name "rumus berbeda"
    formula  the formula in words, for the reader of the report
    """

    measure: Ukuran
    label: str
    record: Record
    field: str
    value: Value
    result: Decimal | str | Missing
    bases: tuple[Basis, ...] = ()
    formula: str = ""
    variant: str = ""
    subjek: str = ""
    places: int = 2
    rivals: Mapping[str, Decimal] = dataclasses.field(default_factory=dict)
    exact_places: int | None = None  # derived rupiah: agrees within one unit of this place
    _work: Callable[[Record, str], Computed] | None = dataclasses.field(default=None, repr=False, compare=False)

    @classmethod
    def waiting(cls, measure: Ukuran, record: Record, field: str, work: Callable[[Record, str], Computed]) -> Computed:
        """A figure that is worked out when anything else is asked of it."""
        computed = object.__new__(cls)
        for name, given in (("measure", measure), ("record", record), ("field", field), ("_work", work)):
            object.__setattr__(computed, name, given)
        return computed

    def __getattr__(self, name: str) -> Any:
        """What still waits: the value by itself, the rest is worked out, all of it at once."""
        if name.startswith("_") or self._work is None:
            raise AttributeError(name)
        if name == "value":
            object.__setattr__(self, name, self.record.get(self.field))
        else:
            whole = self._work(self.record, self.field)
            for item in dataclasses.fields(self):
                object.__setattr__(self, item.name, getattr(whole, item.name))
        return getattr(self, name)

    @property
    def where(self) -> Where:
        return self.record.place(self.field) if self._work is not None else self.value.where


@dataclass(frozen=True, slots=True)
class Plainly:
    """How the figures of a measure whose verdict is plain are worked out and judged when somebody asks."""

    measure: Ukuran
    compute: Callable[[Record, str], Computed]
    judge: Callable[[Computed], Judged]


@dataclass(frozen=True, slots=True)
class Judged:
    """A computed figure with its verdict: `against` the basis it speaks of, `met` the weaker one that agrees."""

    computed: Computed
    verdict: Verdict
    against: Basis | None = None
    met: Basis | None = None
    difference: Decimal | None = None
    variant: str = ""
    _waits: Plainly | None = dataclasses.field(default=None, repr=False, compare=False)
    _record: Record = dataclasses.field(init=False, repr=False, compare=False)  # of one that waits
    _field: str = dataclasses.field(init=False, repr=False, compare=False)

    @classmethod
    def plain(cls, verdict: Verdict, plainly: Plainly, record: Record, field: str) -> Judged:
        """A figure whose verdict is plain before it is worked out, which is done when anything else is asked for."""
        judged, put = object.__new__(cls), object.__setattr__
        put(judged, "verdict", verdict)
        put(judged, "_waits", plainly)
        put(judged, "_record", record)
        put(judged, "_field", field)
        return judged

    def __getattr__(self, name: str) -> Any:
        """What still waits is made, the verdict's details by judging the figure."""
        waits = None if name.startswith("_") else self._waits
        if waits is None:
            raise AttributeError(name)
        if name == "computed":
            computed = Computed.waiting(waits.measure, self._record, self._field, waits.compute)
            object.__setattr__(self, name, computed)
        else:
            whole = waits.judge(self.computed)
            for item in ("against", "met", "difference", "variant"):
                object.__setattr__(self, item, getattr(whole, item))
            object.__setattr__(self, "_waits", None)
        return getattr(self, name)

    @property
    def measure(self) -> Ukuran:
        return self.computed.measure if self._waits is None else self._waits.measure

    @property
    def record(self) -> Record:
        return self.computed.record if self._waits is None else self._record

    @property
    def field(self) -> str:
        return self.computed.field if self._waits is None else self._field

    @property
    def value(self) -> Value:
        return self.computed.value if self._waits is None else self._record.get(self._field)

    @property
    def where(self) -> Where:
        return self.computed.where if self._waits is None else self._record.place(self._field)


@dataclass(frozen=True, slots=True)
class Suspect:
    """A cell that may be the wrong one instead of `root`, where nothing in the book tells which of them is.

    right    what it would have to be
    slipped  whether a single slip of the finger makes the difference
    """

    where: Where
    right: Decimal
    root: Where
    slipped: bool = True


@dataclass(frozen=True, eq=False)  # without slots: one index of it is made when it is first asked for
class Ledger:
    """All judged figures of a book, found by place, and the suspects. Compared by identity, as the book is."""

    entries: tuple[Judged, ...] = ()
    suspects: tuple[Suspect, ...] = ()

    @classmethod
    def of(cls, entries: Iterable[Judged], suspects: Iterable[Suspect] = ()) -> Ledger:
        return cls(tuple(entries), tuple(suspects))

    def at(self, where: Where) -> tuple[Judged, ...]:
        """What was judged of a cell."""
        if where.sheet not in self._by_cell:
            cells = self._by_cell[where.sheet] = {}
            for entry in (entry for entry in self.entries if entry.record.title == where.sheet):
                cells[entry.where] = (*cells.get(entry.where, ()), entry)
        return self._by_cell[where.sheet].get(where, ())

    @cached_property
    def _by_cell(self) -> dict[str, dict[Where, tuple[Judged, ...]]]:
        """By the title of a sheet its figures by cell, once something was asked of the sheet."""
        return {}

    def of_record(self, record: Record, field: str) -> Judged | None:
        """What was judged first about a field of a row."""
        return self._by_record.get((id(record), field))

    @cached_property
    def _by_record(self) -> Mapping[tuple[int, str], Judged]:
        entries: dict[tuple[int, str], Judged] = {}
        for entry in self.entries:
            entries.setdefault((id(entry.record), entry.field), entry)
        return entries
