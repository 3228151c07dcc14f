"""The values of one row, each made from its cell when it is first asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lkj_xlsx.model.cell import Cell, Origin, Value, Where
from lkj_xlsx.reader.grid import Held
from lkj_xlsx.reader.values import read
from lkj_xlsx.spec.field import Field

HeldRow = Mapping[int, Held]  # what a row holds, by column


@dataclass(frozen=True, slots=True, eq=False)
class FieldPlaces:
    """Where the fields of a sheet stand: by key in the order of the spec, the field and its column."""

    title: str
    fields: Mapping[str, tuple[Field, int]]


class RowValues(Mapping[str, Value]):
    """A row's values by field key: of its own cells, and of cells above that it shares or takes over (`given`).

    given  by key the value of a merged cell, or the row above whose value is taken
    unit   the unit of the row, which decides how its figures are spelled
    """

    __slots__ = ("_layout", "_unit", "_values", "cells", "given", "row")

    def __init__(self, layout: FieldPlaces, row: int, cells: HeldRow, unit: str = "") -> None:
        self._layout, self.row, self.cells, self._unit = layout, row, cells, unit
        self.given: dict[str, Value | RowValues] = {}
        self._values: dict[str, Value] = {}

    def __getitem__(self, key: str) -> Value:
        value = self._values.get(key)
        if value is None:
            value = self._make(key)
            if value.known is not None:  # figures are asked for again and again, words seldom
                self._values[key] = value
        return value

    def _make(self, key: str) -> Value:
        field, column = self._layout.fields[key]
        given = self.given.get(key) if self.given else None
        if given is not None:
            return given[key] if isinstance(given, RowValues) else chosen(given, field)
        held = self.cells.get(column)
        where = Where(self._layout.title, self.row, column)
        if held is None:
            return Value(Cell(where))
        value = read(Cell(where, *held), field.kind, self._unit)
        return chosen(value, field) if field.choices else value

    def __iter__(self) -> Iterator[str]:
        return iter(self._layout.fields)

    def __len__(self) -> int:
        return len(self._layout.fields)

    def __contains__(self, key: object) -> bool:
        return key in self._layout.fields

    def above(self) -> Iterator[int]:
        """The rows of cells that are shared or taken over."""
        for key, given in self.given.items():
            yield given[key].where.row if isinstance(given, RowValues) else given.where.row

    def settle(self, key: str, value: Value) -> None:
        """What a cell means, where it was read in doubt."""
        self.given[key] = value
        self._values.pop(key, None)

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
