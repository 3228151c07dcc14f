"""The values of one row by field key, as a record asks for them."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Mapping
from decimal import Decimal

from lkj_xlsx.model.cell import Value, Where


class ValuesByKey(Mapping[str, Value]):
    """Values by field key, which tell parts of themselves without being made. Asking for a key it lacks raises."""

    __slots__ = ()

    @abstractmethod
    def known(self, key: str) -> Decimal | None:
        """The figure of a value, None where it has none."""

    @abstractmethod
    def text(self, key: str) -> str:
        """The text of a value without blanks around it."""

    @abstractmethod
    def raw(self, key: str) -> object:
        """What the cell of a value holds."""

    @abstractmethod
    def place(self, key: str) -> Where:
        """Where a value stands."""

    @abstractmethod
    def above(self) -> Iterator[int]:
        """The rows in which values stand that need not stand in the row itself."""


class MadeValues(ValuesByKey):
    """Values that are made already."""

    __slots__ = ("_values",)

    def __init__(self, values: Mapping[str, Value]) -> None:
        self._values = values

    def __getitem__(self, key: str) -> Value:
        return self._values[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def known(self, key: str) -> Decimal | None:
        return self._values[key].known

    def text(self, key: str) -> str:
        return self._values[key].text.strip()

    def raw(self, key: str) -> object:
        return self._values[key].cell.raw

    def place(self, key: str) -> Where:
        return self._values[key].where

    def above(self) -> Iterator[int]:
        return (value.where.row for value in self._values.values())
