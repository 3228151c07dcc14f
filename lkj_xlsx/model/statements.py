"""The facts of a book: made from its records when somebody asks, and only those asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lkj_xlsx.model.cell import Where
    from lkj_xlsx.model.fact import Fact, Record

Told = tuple[str, str, int, bool]  # subject, measure, year, accumulated: what makes two facts statements of one


class Statements:
    """What `records` state, in their order.

    states    the facts of one record
    measured  by sheet, what the figures of its rows measure
    """

    def __init__(
        self,
        records: Iterable[Record] = (),
        states: Callable[[Record], Iterable[Fact]] = lambda record: (),
        measured: Mapping[str, frozenset[str]] | None = None,
    ) -> None:
        self.records, self._states, self._measured = tuple(records), states, measured or {}
        self._by_measure: dict[tuple[str, ...], tuple[Fact, ...]] = {}
        self._by_told: dict[str, dict[Told, tuple[Fact, ...]]] = {}
        self._cells: dict[str, Mapping[Where, tuple[Fact, ...]]] = {}

    def of(self, records: Iterable[Record]) -> Statements:
        """What other records state, of the same template and years."""
        return Statements(records, self._states, self._measured)

    def __iter__(self) -> Iterator[Fact]:
        return iter(self._all)

    @cached_property
    def _all(self) -> tuple[Fact, ...]:
        return tuple(fact for record in self.records for fact in self._states(record))

    def measuring(self, *ukuran: str) -> tuple[Fact, ...]:
        """Every fact of these measures; rows of sheets that know none of them are left alone."""
        if ukuran not in self._by_measure:
            sheets = {sheet for sheet, known in self._measured.items() if not known.isdisjoint(ukuran)}
            told = (fact for record in self.records if record.sheet in sheets for fact in self._states(record))
            self._by_measure[ukuran] = tuple(fact for fact in told if fact.ukuran in ukuran)
        return self._by_measure[ukuran]

    def told(self, ukuran: str) -> Mapping[Told, tuple[Fact, ...]]:
        """The facts of one measure by what they tell: those under one key are statements of one fact."""
        if ukuran not in self._by_told:
            found: dict[Told, list[Fact]] = {}
            for fact in self.measuring(ukuran):
                found.setdefault((fact.subjek, fact.ukuran, fact.tahun, fact.sampai), []).append(fact)
            self._by_told[ukuran] = {key: tuple(group) for key, group in found.items()}
        return self._by_told[ukuran]

    def at(self, where: Where) -> tuple[Fact, ...]:
        """Everything that a cell states, also in the rows below that share it."""
        return self._by_cell(where.sheet).get(where, ())

    def _by_cell(self, title: str) -> Mapping[Where, tuple[Fact, ...]]:
        if title not in self._cells:
            found: dict[Where, list[Fact]] = {}
            for fact in (fact for record in self.records if record.title == title for fact in self._states(record)):
                found.setdefault(fact.value.where, []).append(fact)
            self._cells[title] = {where: tuple(group) for where, group in found.items()}
        return self._cells[title]
