"""A worksheet that looks for newer functions only in formulas that may hold one.

The library tries some thirty patterns on every formula to mark functions that came after Excel 2007; for a report
with thousands of formulas that is a third of the writing. Here each function's name is tried once.
"""

from __future__ import annotations

import re

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
