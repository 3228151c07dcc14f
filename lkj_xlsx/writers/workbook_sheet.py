"""A worksheet that looks for newer functions only in formulas that may hold one.

The library tries some thirty patterns on every formula to mark functions that came after Excel 2007; for a report
with thousands of formulas that is a third of the writing. Here each function's name is tried once.
"""

from __future__ import annotations

import re
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

_CALL = re.compile(r"[\w.]+\(")


class Sheet(Worksheet):  # type: ignore[misc]  # the library does not declare its annotations
    """A worksheet whose bytes are the same, only sooner written."""

    def __init__(self) -> None:
        super().__init__()
        self.plain: dict[str, bool] = {}  # by a function's name with its bracket: the library leaves it as it is

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:
        """The formula as the file keeps it. A method the library does not promise; a test compares the bytes."""
        if not formula.startswith("=") or formula.endswith("}") or expand_future_functions:
            return str(super()._prepare_formula(formula, expand_future_functions))
        for name in _CALL.findall(formula):
            if name not in self.plain:
                self.plain[name] = super()._prepare_formula(name) == name
            if not self.plain[name]:
                return str(super()._prepare_formula(formula))
        return formula[1:]

    # Rows and columns are always given as numbers here, so that nothing has to be looked at for an address like "A1".

    def write_number(self, row: int, column: int, number: float, style: Format | None = None) -> int:
        return int(self._write_number(row, column, number, style))

    def write_string(self, row: int, column: int, text: str, style: Format | None = None) -> int:
        return int(self._write_string(row, column, text, style))

    def write_blank(self, row: int, column: int, blank: None, style: Format | None = None) -> int:
        return int(self._write_blank(row, column, blank, style))

    def write_formula(self, row: int, column: int, formula: str, style: Format | None = None, value: Any = 0) -> int:
        return int(self._write_formula(row, column, formula, style, value))
