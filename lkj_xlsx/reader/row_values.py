"""The values of one row, each made from its cell when it is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from lkj_xlsx.model.cell import Cell, Origin, Value, Where
from lkj_xlsx.model.held import Held
from lkj_xlsx.model.values_by_key import ValuesByKey
from lkj_xlsx.reader.values import figure_in, read, word_in
from lkj_xlsx.spec.field import Field

HeldRow = Mapping[int, Held]  # what a row holds, by column


@dataclass(frozen=True, slots=True, eq=False)
class FieldPlaces:
    """Where the fields of a sheet stand: by key in the order of the spec, the field and its column."""

    title: str
    fields: Mapping[str, tuple[Field, int]]


class RowValues(ValuesByKey):
    """A row's values by field key: of its own cells, and of cells above that it shares or takes over (`given`).

    given  by key the value of a merged cell, or the row above whose value is taken
    unit   the unit of the row, which decides how its figures are spelled
    """

    __slots__ = ("_figures", "_layout", "_unit", "cells", "given", "row")

    def __init__(self, layout: FieldPlaces, row: int, cells: HeldRow, unit: str = "") -> None:
        self._layout, self.row, self.cells, self._unit = layout, row, cells, unit
        self.given: dict[str, Value | RowValues] = {}
        self._figures: dict[str, Decimal | None] = {}  # asked for again and again

    def __getitem__(self, key: str) -> Value:
        field, column = self._layout.fields[key]
        given = self.given.get(key) if self.given else None
        if given is not None:
            return chosen(given, field) if isinstance(given, Value) else given[key]
        held = self.cells.get(column)
        where = Where(self._layout.title, self.row, column)
        if held is None:
            return Value(Cell(where))
        value = read(Cell(where, *held), field.kind, self._unit)
        return chosen(value, field) if field.choices else value

    def known(self, key: str) -> Decimal | None:
        try:
            return self._figures[key]
        except KeyError:
            figure = self._figures[key] = self._known(key)
            return figure

    def _known(self, key: str) -> Decimal | None:
        field, held = self._own(key)
        figure = figure_in(held, field.kind) if held is not None else None
        return self[key].known if figure is None else figure

    def text(self, key: str) -> str:
        field, held = self._own(key)
        word = word_in(held, field.kind) if held is not None and not field.choices else ""
        return word or self[key].text.strip()

    def raw(self, key: str) -> object:
        _, held = self._own(key)
        return held[0] if held is not None else self[key].cell.raw

    def _own(self, key: str) -> tuple[Field, Held | None]:
        """The field of a key and what its own cell holds, None where its value is that of another."""
        field, column = self._layout.fields[key]
        return field, None if self.given and key in self.given else self.cells.get(column)

    def place(self, key: str) -> Where:
        given = self.given.get(key) if self.given else None
        if given is not None:
            return given.where if isinstance(given, Value) else given.place(key)
        return Where(self._layout.title, self.row, self._layout.fields[key][1])

    def __iter__(self) -> Iterator[str]:
        return iter(self._layout.fields)

    def __len__(self) -> int:
        return len(self._layout.fields)

    def __contains__(self, key: object) -> bool:
        return key in self._layout.fields

    def above(self) -> Iterator[int]:
        return (self.place(key).row for key in self.given)

    def settle(self, key: str, value: Value) -> None:
        """What a cell means, where it was read in doubt."""
        self.given[key] = value
        self._figures.pop(key, None)

    def blank(self, key: str) -> bool:
        """Whether the row has nothing of its own or shared under a key."""
        return key not in self.given and not filled(self.cells.get(self._layout.fields[key][1]))


def filled(held: Held | None) -> bool:
    """Whether a cell holds anything: blanks typed are nothing, a formula without a saved result is something."""
    if held is None:
        return False
    raw, origin = held[0], held[2]
    if origin is Origin.KOSONG:
        return False
    return type(raw) is not str or origin is Origin.TANPA_HASIL or bool(raw.strip())


def chosen(value: Value, field: Field) -> Value:
    """The value with a word of the field's list in its declared writing (`sub kegiatan` → `Sub Kegiatan`)."""
    if not field.choices or value.blank or value.text in field.choices:
        return value
    plain = _plain(value.text)
    listed = next((choice for choice in field.choices if _plain(choice) == plain), None)
    return value._replace(text=listed) if listed else value


def _plain(text: str) -> str:
    return "".join(text.casefold().split())
