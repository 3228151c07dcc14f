"""Formulas come out as the library itself writes them."""

from __future__ import annotations

import io
import zipfile

import pytest
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from lkj_xlsx.writers.workbook import CREATED
from lkj_xlsx.writers.workbook_sheet import Sheet

FORMULAS = (
    "=H5/G5*100",
    "=IF(G5=0,0,ROUND(H5/G5*100,2))",
    "=SUM('Tabel 3.9'!G5:G9)+SUBTOTAL(9,A1:A3)",
    "=XLOOKUP(A1,B:B,C:C)+SUM(A1)",
    "=SUM(FILTER(A1:A9,B1:B9>0))",
    '=IF(A1="SORT(","ya","tidak")',
    "=_xlfn.CONCAT(A1,B1)",
    "=SINGLE(A1)+MYSINGLE(A1)",
    "={SUM(A1:A3*B1:B3)}",
    "SUM(A1:A2)",
    "=IFERROR(Tabel1[[#This Row],[a]]/2,0)",
)


def written(kind: type[Worksheet], **options: bool) -> dict[str, bytes]:
    """The parts of a workbook with each formula in a row."""
    stream = io.BytesIO()
    with Workbook(stream, {"in_memory": True, **options}) as book:
        book.set_properties({"created": CREATED})
        sheet = book.add_worksheet("Lembar", worksheet_class=kind)
        for row, formula in enumerate(FORMULAS):
            sheet.write_formula(row, 0, formula, None, row)
    with zipfile.ZipFile(stream) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("future", [False, True])
def test_the_bytes_are_those_of_the_library(future):
    assert written(Sheet, use_future_functions=future) == written(Worksheet, use_future_functions=future)


def test_a_newer_function_is_marked():
    content = written(Sheet)["xl/worksheets/sheet1.xml"]
    assert b"_xlfn.XLOOKUP(A1,B:B,C:C)+SUM(A1)" in content
