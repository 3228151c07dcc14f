"""The cells of one sheet, held sparsely, with its merged ranges."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from lkj_xlsx.model.cell import Cell, Where
from lkj_xlsx.model.held import Rows

Range = tuple[int, int, int, int]  # first column, first row, last column, last row


@dataclass(frozen=True, slots=True)
class Grid:
    """Filled cells by row and column, rows in ascending order.

    merges         ranges as (first column, first row, last column, last row)
    columns_merged per first column of a merged range: its (first row, last row), ascending
    doubled        cells (row, column) that the file holds more than once, with unlike contents; the last one counts
    unformatted    the first cell (row, column) whose number format the file does not hold
    """

    title: str
    rows: Rows
    merges: tuple[Range, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    columns_merged: Mapping[int, tuple[tuple[int, int], ...]] = field(default_factory=dict)
    doubled: tuple[tuple[int, int], ...] = ()
    unformatted: tuple[int, int] | None = None

    @classmethod
    def of(
        cls,
        title: str,
        rows: Rows,
        merges: Iterable[Range],
        hidden_rows: Iterable[int] = (),
        hidden_columns: Iterable[int] = (),
    ) -> Grid:
        merges = tuple(merges)
        spans: dict[int, list[tuple[int, int]]] = {}
        for column, top, _, bottom in merges:
            spans.setdefault(column, []).append((top, bottom))
        return cls(
            title,
            rows,
            merges,
            frozenset(hidden_rows),
            frozenset(hidden_columns),
            {column: tuple(sorted(ranges)) for column, ranges in spans.items()},
        )

    def cell(self, row: int, column: int) -> Cell:
        """The cell itself, blank where the file holds nothing there."""
        held = self.rows[row].get(column) if row in self.rows else None
        return held if held is not None else Cell(Where(self.title, row, column))

    def shared(self, row: int, column: int) -> Cell | None:
        """The first cell of a merged range that covers this place further down, if it is filled.

        Only the range's first column shares its content: a heading merged to the right fills no second field.
        """
        spans = self.columns_merged.get(column)
        if not spans:
            return None
        at = bisect_right(spans, (row, 0)) - 1
        if at < 0 or not spans[at][0] < row <= spans[at][1]:
            return None
        first = self.rows.get(spans[at][0])
        return first.get(column) if first is not None else None

    def bottom(self, row: int) -> int:
        """The last row of the merged ranges that begin in `row` (the row itself where there are none)."""
        return max((bottom for _, top, _, bottom in self.merges if top == row), default=row)
