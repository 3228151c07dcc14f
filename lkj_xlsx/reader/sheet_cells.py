"""The cells of sheets that have formulas, and of those their formulas name."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from lkj_xlsx.errors import LkjError
from lkj_xlsx.formulas.parse import Trees, parsed
from lkj_xlsx.formulas.shared import SharedFormula
from lkj_xlsx.formulas.tokens import Untold
from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.formula import Formula, Formulas, SheetCells, sheets_named
from lkj_xlsx.reader.grid import Grid

if TYPE_CHECKING:
    from lkj_xlsx.reader.workbook import Workbook


def read_sheets(workbook: Workbook, grids: Sequence[Grid]) -> dict[str, SheetCells]:
    """The cells of the sheets that have formulas and of those their formulas name, by title.

    A named sheet that is not the template's is read for its cells; one that cannot be read is left out, and what
    refers to it is not computed.
    """
    trees: Trees = {}
    formulas = {grid.title: read_formulas(grid, trees) for grid in grids}
    known = {grid.title.casefold(): grid for grid in grids}
    wanted = {name.casefold() for tree in trees.values() for name in sheets_named(tree)}
    for tab in workbook.tabs:
        if tab.title.casefold() in wanted and tab.title.casefold() not in known:
            with suppress(LkjError):
                grid = workbook.grid(tab)
                known[tab.title.casefold()] = grid
                formulas[grid.title] = Formulas(grid.rows, {})
    return {
        grid.title: SheetCells(grid.rows, formulas[grid.title], grid.hidden_rows)
        for name, grid in known.items()
        if formulas[grid.title] or name in wanted
    }


def read_formulas(grid: Grid, trees: Trees) -> Formulas:
    """Every formula of a sheet; `trees` is shared by the sheets of one workbook."""
    columns: dict[int, _FilledDown] = {}
    alike: dict[int, dict[int, Formula]] = {}
    kept: dict[tuple[tuple[int, int], ...], dict[int, Formula]] = {}  # rows that have the same formulas
    for row, cells in grid.rows.held.items():
        formulas: dict[int, Formula] = {}
        for column, (_, _, _, text) in cells.items():
            if text is not None and len(text) > 1:
                if column not in columns:
                    columns[column] = _FilledDown(trees)
                formulas[column] = columns[column].alike(text, Where(grid.title, row, column))
        if formulas:
            alike[row] = kept.setdefault(tuple((column, id(each)) for column, each in formulas.items()), formulas)
    return Formulas(grid.rows, alike)


class _FilledDown:
    """The formulas of one column from above. One that is the one above filled down is told without taking it apart."""

    def __init__(self, trees: Trees) -> None:
        self._trees = trees
        self._first: dict[str, Formula] = {}  # by pattern
        self._above: Formula | None = None
        self._moving: SharedFormula | None = None  # the formula above, once it has been filled down

    def alike(self, text: str, where: Where) -> Formula:
        """The first formula of the column that is written alike."""
        above, moving = self._above, self._moving
        if above is not None and moving is not None and moving.at(where.row, where.column) == text:
            return above
        formula = parsed(text, where, self._trees)
        self._above, self._moving = self._first.setdefault(formula.pattern, formula), None
        if above is self._above:
            with suppress(Untold):
                self._moving = SharedFormula.typed(text[1:], where.row, where.column)
        return self._above
