"""A worksheet that writes the cells of a report sooner than the library does, and in the same bytes.

The library tries some thirty patterns on every formula to mark functions that came after Excel 2007, and looks for
characters to escape in every attribute of every cell; for a report with hundreds of thousands of cells that is half of
the writing. Here each function's name is tried once, and the attributes that need no look are put together at once.
The methods with a leading underscore are not promised by the library; the tests hold their bytes against its own.
"""

from __future__ import annotations

import re
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.worksheet import (
    CellBlankTuple,
    CellFormulaTuple,
    CellNumberTuple,
    CellStringTuple,
    Worksheet,
)

from lkj_xlsx.model.cell import letters

_CALL = re.compile(r"[\w.]+\(")
RICH = "<r>", "</r>"
BLOCK = 16  # rows with one span
_ERROR = re.compile("#[A-Z]")  # the library writes error codes as such


class QuickSheet(Worksheet):  # type: ignore[misc]  # the library does not declare its annotations
    """A worksheet whose bytes are the same, only sooner written."""

    def __init__(self) -> None:
        super().__init__()
        self.plain: dict[str, bool] = {}  # by a function's name with its bracket: the library leaves it as it is

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:
        """The formula as the file keeps it."""
        if not formula.startswith("=") or formula.endswith("}") or expand_future_functions:
            return str(super()._prepare_formula(formula, expand_future_functions))
        for name in _CALL.findall(formula):
            if name not in self.plain:
                self.plain[name] = super()._prepare_formula(name) == name
            if not self.plain[name]:
                return str(super()._prepare_formula(formula))
        return formula[1:]

    def _write_cell(self, row: int, col: int, cell: Any) -> None:
        """A cell of the kinds that reports are made of; the library writes the others."""
        style, kind = cell.format, type(cell)
        if not style:
            super()._write_cell(row, col, cell)
            return
        head = f'<c r="{letters(col + 1)}{row + 1}" s="{style._get_xf_index()}"'
        if kind is CellStringTuple:
            self.fh.write(f'{head} t="s"><v>{cell.string}</v></c>')
        elif kind is CellNumberTuple:
            self.fh.write(f"{head}><v>{cell.number:.16G}</v></c>")
        elif kind is CellBlankTuple:
            self.fh.write(f"{head}/>")
        elif kind is CellFormulaTuple and type(cell.value) is float:
            self.fh.write(f"{head}><f>{_escaped(cell.formula)}</f><v>{cell.value}</v></c>")
        elif kind is CellFormulaTuple and type(cell.value) is str and cell.value and not _ERROR.match(cell.value):
            self.fh.write(f'{head} t="str"><f>{_escaped(cell.formula)}</f><v>{_escaped(cell.value)}</v></c>')
        else:
            super()._write_cell(row, col, cell)

    def _calculate_spans(self) -> None:
        """The first and last column of every 16 rows, counted from 1."""
        self.row_spans = {}
        for block in range(self.dim_rowmin // BLOCK, self.dim_rowmax // BLOCK + 1):
            rows = range(block * BLOCK, (block + 1) * BLOCK)
            taken = [cells for row in rows for kept in (self.table, self.comments) if (cells := kept.get(row))]
            if taken:
                self.row_spans[block] = f"{min(map(min, taken)) + 1}:{max(map(max, taken)) + 1}"

    def _write_hyperlink_internal(self, row: int, col: int, url: Any) -> None:
        """A link within the workbook."""
        tip = f' tooltip="{self._escape_attributes(url._tip)}"' if url._tip else ""
        where, shown = self._escape_attributes(url._link), self._escape_attributes(url._text)
        self.fh.write(f'<hyperlink ref="{letters(col + 1)}{row + 1}" location="{where}"{tip} display="{shown}"/>')

    def _write_string(self, row: int, col: int, string: str, cell_format: Format | None = None) -> int:
        """A text. One that looks like the inside of a rich text the library would put into the file as it is."""
        if string.startswith(RICH[0]) and string.endswith(RICH[1]):
            own = () if cell_format is None else (cell_format,)
            return int(self._write_rich_string(row, col, string[0], string[1], string[2:], *own))
        return int(super()._write_string(row, col, string, cell_format))

    # Rows and columns are always given as numbers here, so that nothing has to be looked at for an address like "A1".

    def write_number(self, row: int, column: int, number: float, style: Format | None = None) -> int:
        return int(self._write_number(row, column, number, style))

    def write_string(self, row: int, column: int, text: str, style: Format | None = None) -> int:
        known = self.str_table.string_table.get(text)
        if known is None or text.startswith(RICH[0]) or self._beyond(row, column):
            return int(self._write_string(row, column, text, style))
        self.str_table.count += 1  # a text that the table holds already, among cells that are written already
        self.table[row][column] = CellStringTuple(known, style)
        return 0

    def _beyond(self, row: int, column: int) -> bool:
        """Whether a cell stands outside those written so far."""
        if self.dim_rowmax is None or self.dim_colmax is None:
            return True
        return not (self.dim_rowmin <= row <= self.dim_rowmax and self.dim_colmin <= column <= self.dim_colmax)

    def write_url(
        self,
        row: int,
        column: int,
        url: str,
        style: Format | None = None,
        text: str | None = None,
        tip: str | None = None,
    ) -> int:
        return int(self._write_url(row, column, url, style, text, tip))

    def write_blank(self, row: int, column: int, blank: None, style: Format | None = None) -> int:
        return int(self._write_blank(row, column, blank, style))

    def write_formula(self, row: int, column: int, formula: str, style: Format | None = None, value: Any = 0) -> int:
        return int(self._write_formula(row, column, formula, style, value))


def _escaped(text: str) -> str:
    """Text as the content of an element."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
