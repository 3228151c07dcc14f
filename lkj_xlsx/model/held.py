"""What a file holds in the cells of one sheet, row by row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lkj_xlsx.model.cell import Cell, Origin, Where

Held = tuple[object, str, Origin, str | None]  # content, number format, origin, formula: a `Cell` without its place


class CellRow(Mapping[int, Cell]):
    """The cells of one row by column, each made when it is looked at."""

    __slots__ = ("_held", "_row", "_title")

    def __init__(self, title: str, row: int, held: Mapping[int, Held]) -> None:
        self._title, self._row, self._held = title, row, held

    def __getitem__(self, column: int) -> Cell:
        return Cell(Where(self._title, self._row, column), *self._held[column])

    def __iter__(self) -> Iterator[int]:
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)

    def __contains__(self, column: object) -> bool:
        return column in self._held


class Rows(Mapping[int, CellRow]):
    """Rows of cells; `held` is what the file holds, by row and column."""

    def __init__(self, title: str, held: Mapping[int, Mapping[int, Held]]) -> None:
        self.title, self.held = title, held

    def __getitem__(self, row: int) -> CellRow:
        return CellRow(self.title, row, self.held[row])

    def __iter__(self) -> Iterator[int]:
        return iter(self.held)

    def __len__(self) -> int:
        return len(self.held)

    def __contains__(self, row: object) -> bool:
        return row in self.held
