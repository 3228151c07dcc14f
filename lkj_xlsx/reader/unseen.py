"""What a sheet holds and no program shows: hidden parts of a table, contents under merged ranges, cells told twice."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice

from lkj_xlsx.model.cell import Cell, Where, letters
from lkj_xlsx.model.fact import Remark
from lkj_xlsx.model.held import Held
from lkj_xlsx.model.record import Record
from lkj_xlsx.reader.grid import Grid, Range
from lkj_xlsx.reader.header import Header
from lkj_xlsx.reader.row_values import filled
from lkj_xlsx.spec import remarks

_MOST_COVERED = 200  # contents under merged ranges told of one sheet
_MOST_VISITED = 1_000_000  # rows looked at under the merged ranges of one sheet, which may overlap without end


def unseen(grid: Grid, header: Header, records: Sequence[Record]) -> tuple[Remark, ...]:
    """Remarks about what is not shown of a sheet's table; what stands beside the table is nobody's figure."""
    return tuple(_unseen(grid, header, records))


def _unseen(grid: Grid, header: Header, records: Sequence[Record]) -> Iterator[Remark]:
    title = grid.title
    for row, column in grid.doubled:
        yield Remark(remarks.ISI_GANDA, Where(title, row, column), _shown(grid.cell(row, column)))
    if grid.unformatted is not None:
        yield Remark(remarks.TANPA_FORMAT, Where(title, *grid.unformatted))
    columns = frozenset(header.columns.values())
    for row, column, top in islice(_covered(grid, header.last_row, columns) if grid.merges else (), _MOST_COVERED):
        yield Remark(remarks.TERTUTUP, Where(title, row, column), _shown(top))
    rows = sorted(_rows(records) & grid.hidden_rows) if grid.hidden_rows else []
    if rows:
        yield Remark(remarks.BARIS_TERSEMBUNYI, Where(title, rows[0]), runs(rows))
    if hidden := [letters(column) for column in sorted(_hidden_columns(grid, header, records))]:
        yield Remark(remarks.KOLOM_TERSEMBUNYI, Where(title, header.row), ", ".join(hidden))


def _rows(records: Iterable[Record]) -> set[int]:
    """The rows that records stand in; the one record of a form stands in many."""
    return {row for record in records for row in (record.row, *record.values.above())}


def _hidden_columns(grid: Grid, header: Header, records: Iterable[Record]) -> set[int]:
    """Hidden columns of fields in which any record has something of its own."""
    wanted = {column for column in header.columns.values() if column in grid.hidden_columns}
    held = grid.rows.held
    rows = _rows(records) if wanted else set[int]()
    return {column for column in wanted if any(filled(held.get(row, {}).get(column)) for row in rows)}


def _covered(grid: Grid, last_row: int, columns: Collection[int]) -> Iterator[tuple[int, int, Cell]]:
    """Row and column of each content of a table that another cell's lies over, with that other cell."""
    held = grid.rows.held
    rows = list(held)
    left = _MOST_VISITED
    for area in grid.merges:
        low, high = bisect_left(rows, max(area[1], last_row + 1)), bisect_right(rows, area[3])
        left -= max(1, high - low)
        if left < 0:
            return
        top = held.get(area[1], {}).get(area[0])
        for row in rows[low:high]:
            for column in _under(held[row], area, columns):
                if (row, column) != (area[1], area[0]) and (top is None or held[row][column][0] != top[0]):
                    yield row, column, grid.cell(area[1], area[0])


def _under(cells: Mapping[int, Held], area: Range, columns: Collection[int]) -> list[int]:
    return [column for column in cells if area[0] <= column <= area[2] and column in columns and filled(cells[column])]


def _shown(cell: Cell) -> str:
    return "" if cell.raw is None else str(cell.raw)


def runs(numbers: Sequence[int]) -> str:
    """Ascending numbers with their runs drawn together: `7–9, 12`."""
    parts: list[list[int]] = []
    for number in numbers:
        if parts and number == parts[-1][1] + 1:
            parts[-1][1] = number
        else:
            parts.append([number, number])
    return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in parts)
