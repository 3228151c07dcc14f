"""What records state: facts by what they measure, by what they tell and by cell, made when somebody asks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property

from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.record import Fact, Record

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
        self._cells: dict[Where, tuple[Fact, ...]] = {}
        self._by_row: dict[str, dict[int, list[Record]]] = {}

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
        if where not in self._cells:
            facts = (fact for record in self._rows(where.sheet).get(where.row, ()) for fact in self._states(record))
            self._cells[where] = tuple(fact for fact in facts if fact.value.where == where)
        return self._cells[where]

    def _rows(self, title: str) -> Mapping[int, list[Record]]:
        """The records with values in each row of a sheet: its own, and those below that share or take over some."""
        if title not in self._by_row:
            rows = self._by_row[title] = {}
            for record in (record for record in self.records if record.title == title):
                for row in {record.row, *record.values.above()}:
                    rows.setdefault(row, []).append(record)
        return self._by_row[title]
