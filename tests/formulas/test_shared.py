"""Shared formulas against the workbook library's own translation, and where that gives up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.formula.translate import Translator

from lkj_xlsx.formulas.shared import SharedFormula
from lkj_xlsx.model.cell import letters

FORMULAS = (
    "B5*$C$5", "SUM(E5:E9)", "SUM($E5:E$9)", "SUM(E:E)", "SUM($E:F)", "SUM(5:9)", "SUM($5:9)",
    "'Data Dasar'!B5+Lain!$B5",
    'IF(A10>5,"A10 lebih",LOG10(A10))', "nilai_A10+Tabel1[Nilai]", "A10%+-A10", "{1,2;3,4}", "[1]Lain!A10",
    "'it''s A10'!A10",
    "INDEX(A10:B20,2,1)/IFERROR(C10,0)", "TRUE+#REF!", " A10 * 2 ", "_xlfn.XLOOKUP(A10,B:B,C:C)",
    "SUM(A10,B11:B12 B10:C11)",
)  # fmt: skip


@pytest.mark.parametrize("formula", FORMULAS)
@given(row=st.integers(10, 2000), column=st.integers(6, 700))
def test_a_formula_moves_as_the_library_moves_it(formula, row, column):
    mine = SharedFormula.typed(formula, 10, 6).at(row, column)
    assert mine == Translator(f"={formula}", "F10").translate_formula(f"{letters(column)}{row}")


@pytest.mark.parametrize("formula, row, column, expected", [
    ("A1+$A$1", 1, 5, "=#REF!+$A$1"), ("B2", 1, 6, "=B1"), ("B1", 1, 6, "=#REF!"),
    ("SUM(B2:B1)", 1, 6, "=SUM(B1:#REF!)"),
    ("XFD5", 2, 7, "=#REF!"), ("A1048576", 3, 6, "=#REF!"), ("SUM(1:2)", 1, 6, "=SUM(#REF!:1)"),
])  # fmt: skip
def test_a_reference_that_would_leave_the_sheet_is_gone(formula, row, column, expected):
    assert SharedFormula.typed(formula, 2, 6).at(row, column) == expected


@pytest.mark.parametrize("formula, row, column, expected", [
    ("A1048575", 3, 6, "=A1048576"), ("XFC5", 2, 7, "=XFD5"), ("SUM(1048574:1048575)", 3, 6, "=SUM(1048575:1048576)"),
    ("SUM(XFB:XFC)", 2, 7, "=SUM(XFC:XFD)"), ("B2", 1, 5, "=A1"),
])  # fmt: skip
def test_the_first_and_the_last_row_and_column_are_on_the_sheet(formula, row, column, expected):
    assert SharedFormula.typed(formula, 2, 6).at(row, column) == expected
