"""Cells come out as the library itself writes them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from lkj_xlsx.writers.ours import BORN
from lkj_xlsx.writers.xlsx.sheet import QuickSheet

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


def written(
    kind: type[Worksheet], draw: Callable[[Worksheet, list[Format | None]], object], **options: bool
) -> dict[str, bytes]:
    """The parts of a workbook with what is drawn on its sheet; there are a missing, a bold and a number format."""
    stream = io.BytesIO()
    with Workbook(stream, {"in_memory": True, "strings_to_urls": False, **options}) as book:
        book.set_properties({"created": BORN})
        styles = [None, book.add_format({"bold": True}), book.add_format({"num_format": "0.00"})]
        draw(book.add_worksheet("Lembar", worksheet_class=kind), styles)
    with zipfile.ZipFile(stream) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def formulas(sheet: Worksheet, styles: list[Format | None]) -> None:
    """Each formula in a row."""
    for row, formula in enumerate(FORMULAS):
        sheet.write_formula(row, 0, formula, styles[row % 2], float(row))


@pytest.mark.parametrize("future", [False, True])
def test_formulas_are_those_of_the_library(future):
    assert written(QuickSheet, formulas, use_future_functions=future) == written(
        Worksheet, formulas, use_future_functions=future
    )


TEXTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)
CONTENTS = st.one_of(
    st.tuples(
        st.just("write_number"), st.floats(allow_nan=False, allow_infinity=False) | st.integers(-(10**15), 10**15)
    ),
    st.tuples(st.just("write_string"), TEXTS),
    st.tuples(st.just("write_blank"), st.none()),
    st.tuples(
        st.just("write_formula"),
        st.floats(allow_nan=False, allow_infinity=False)
        | TEXTS
        | st.booleans()
        | st.sampled_from(["a&b <c>", "#DIV/0!", "#N/A"]),
    ),
    st.tuples(st.just("write_url"), st.sampled_from(["'Tabel 3.9'!G7", "'A&B \"x\"'!A1"])),
    st.tuples(st.just("write_comment"), TEXTS.filter(bool)),
)
CELLS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 30), st.integers(0, 2), CONTENTS), max_size=25)


@given(CELLS)
def test_cells_links_and_notes_are_those_of_the_library(cells):
    def draw(sheet: Worksheet, styles: list[Format | None]) -> None:
        for row, column, style, (method, content) in cells:
            if method == "write_formula":
                sheet.write_formula(row, column, '=IF(A1<2,"a&b",B1)', styles[style], content)
            elif method == "write_url":
                sheet.write_url(row, column, f"internal:{content}", styles[style], "→ & <", "buka")
            elif method == "write_comment":
                sheet.write_comment(row, column, content)
            else:
                getattr(sheet, method)(row, column, content, styles[style])

    assert written(QuickSheet, draw) == written(Worksheet, draw)


def test_a_newer_function_is_marked():
    content = written(QuickSheet, formulas)["xl/worksheets/sheet1.xml"]
    assert b"_xlfn.XLOOKUP(A1,B:B,C:C)+SUM(A1)" in content


@pytest.mark.parametrize("text", ["<r>a & b</r>", "<r></r>", "<r>a<b</r>"])
@pytest.mark.parametrize("style", [0, 1])
def test_a_text_like_the_inside_of_a_rich_text_stays_that_text(text, style):
    def draw(sheet: Worksheet, styles: list[Format | None]) -> None:
        sheet.write_string(1, 2, text, styles[style])
        sheet.write_url(2, 2, "internal:'Lembar'!A1", styles[style], text)

    parts = written(QuickSheet, draw)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    sheet = load_workbook(stream).active
    assert (sheet["C2"].value, sheet["C3"].value, sheet["C2"].font.bold) == (text, text, bool(style))
