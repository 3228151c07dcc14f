"""The one-pass parser against two ordinary loads, and what the ordinary loads cannot tell."""

# ruff: noqa: DTZ001 - dates in a workbook have no zone

from __future__ import annotations

import gc
import os
import re
import warnings
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from openpyxl.worksheet.formula import ArrayFormula, DataTableFormula

from lkj_xlsx.errors import LkjError
from lkj_xlsx.model.cell import Origin
from lkj_xlsx.reader.strings import LONGEST, unescaped
from lkj_xlsx.reader.workbook import open_workbook


def drawn(path: Path) -> Path:
    with xlsxwriter.Workbook(str(path)) as book:
        page = book.add_worksheet("Isi")
        percent, money = book.add_format({"num_format": "0.00%"}), book.add_format({"num_format": "#,##0"})
        day, bold = book.add_format({"num_format": "dd/mm/yyyy"}), book.add_format({"bold": True})
        page.write_string("A1", "  teks dengan spasi ")
        page.write_rich_string("A2", "BB ", bold, "(76,80)")
        page.write_number("B1", 0.8372, percent)
        page.write_number("B2", 52963916931, money)
        page.write_number("B3", 1.5)
        page.write_boolean("C1", True)
        page.write_datetime("C2", datetime(2024, 8, 1), day)
        page.write_formula("D1", "=B1*2", percent, 1.6744)
        page.write_formula("D2", '="a"&"b"', None, "ab")
        page.write_formula("D3", "=1/0", None, "#DIV/0!")
        page.write_array_formula("E1:E1", "{=SUM(B1:B2)}", None, 7)
        page.merge_range("F1:F3", "gabung")
        page.merge_range("G5:H5", 9)
        page.write_blank("A9", None, bold)
        page.write_number("XFD1048576", 4)
        page.set_row(4, None, None, {"hidden": True})
        page.set_column("C:D", None, None, {"hidden": True})
        book.add_worksheet("Kosong").hide()
    return path


def rewritten(path: Path, target: Path, change: Callable[[bytes], bytes]) -> Path:
    """A copy whose first sheet's XML went through `change`, which must have changed it."""
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                assert change(content) != content
                content = change(content)
            new.writestr(name, content)
    return target


def ordinary(path: Path, data_only: bool) -> openpyxl.Workbook:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return openpyxl.load_workbook(BytesIO(path.read_bytes()), data_only=data_only)  # it leaves files open


def text_of(formula: object) -> object:
    if isinstance(formula, ArrayFormula):
        return formula.text
    return "=" if isinstance(formula, DataTableFormula) else formula


def held(content: object) -> tuple[object, ...]:
    """What may be held of a content: the library leaves escapes of line breaks, and texts of no length."""
    return (unescaped(content)[:LONGEST] or None, content or None) if isinstance(content, str) else (content,)


def compare(path: Path) -> None:
    """Every cell that two ordinary loads hold is held here, with the same content, formula and format."""
    formulas, values = ordinary(path, False), ordinary(path, True)
    with open_workbook(path) as workbook:
        assert {tab.title for tab in workbook.tabs} <= {sheet.title for sheet in formulas.worksheets}
        for tab in workbook.tabs:
            grid = workbook.grid(tab)
            assert tab.hidden == (formulas[tab.title].sheet_state != "visible")
            for (row, column), cell in formulas[tab.title]._cells.items():
                mine, result = grid.cell(row, column), values[tab.title]._cells[row, column]
                assert mine.raw in held(result.value), cell.coordinate
                if cell.value not in (None, ""):
                    assert mine.number_format == cell.number_format
                expected = text_of(cell.value) if cell.data_type == "f" else None
                assert mine.formula == expected, cell.coordinate
                assert (mine.origin is Origin.GALAT) == (result.data_type == "e")


def test_a_made_workbook_reads_as_two_ordinary_loads(tmp_path):
    path = drawn(tmp_path / "a.xlsx")
    compare(path)
    with open_workbook(path) as workbook:
        held = {(row, column) for row, cells in workbook.grid(workbook.tabs[0]).rows.items() for column in cells}
    cells = ordinary(path, False)["Isi"]._cells.items()
    assert held == {place for place, cell in cells if cell.value not in (None, "")}


def test_formula_and_saved_result_stand_together(tmp_path):
    with open_workbook(drawn(tmp_path / "a.xlsx")) as workbook:
        grid = workbook.grid(workbook.tabs[0])
    percent = grid.cell(1, 4)
    assert (percent.raw, percent.formula, percent.number_format) == (1.6744, "=B1*2", "0.00%")
    assert percent.origin is Origin.RUMUS
    assert (grid.cell(3, 4).origin, grid.cell(3, 4).raw) == (Origin.GALAT, "#DIV/0!")
    assert grid.cell(1, 3).raw is True
    assert grid.cell(2, 3).raw == datetime(2024, 8, 1)
    assert grid.cell(2, 1).raw == "BB (76,80)"
    assert grid.cell(9, 1).blank


def test_a_formula_never_calculated_is_no_blank(tmp_path):
    book = openpyxl.Workbook()
    book.active["B2"] = "=SUM(C1:C9)"
    book.save(tmp_path / "a.xlsx")
    with open_workbook(tmp_path / "a.xlsx") as workbook:
        cell = workbook.grid(workbook.tabs[0]).cell(2, 2)
    assert (cell.origin, cell.raw, cell.formula) == (Origin.TANPA_HASIL, None, "=SUM(C1:C9)")


def test_a_saved_result_of_empty_text_is_a_blank_to_the_eye(tmp_path):
    path = tmp_path / "a.xlsx"
    book = openpyxl.Workbook()
    book.active["B2"] = '=IF(A1>5,1,"")'
    book.save(path)
    saved = rewritten(path, tmp_path / "b.xlsx", lambda xml: xml.replace(b'<c r="B2">', b'<c r="B2" t="str">'))
    with open_workbook(saved) as workbook:
        cell = workbook.grid(workbook.tabs[0]).cell(2, 2)
    assert (cell.blank, cell.raw, cell.formula) == (True, None, '=IF(A1>5,1,"")')


def test_merges_hidden_parts_and_far_cells(tmp_path):
    with open_workbook(drawn(tmp_path / "a.xlsx")) as workbook:
        assert [(tab.title, tab.hidden) for tab in workbook.tabs] == [("Isi", False), ("Kosong", True)]
        grid = workbook.grid(workbook.tabs[0])
    assert grid.shared(3, 6).where.cell == "F1"
    assert grid.shared(4, 6) is None
    assert grid.shared(5, 8) is None, "a range merged to the right shares nothing"
    assert grid.bottom(1) == 3
    assert grid.hidden_rows == {5}
    assert grid.hidden_columns == {3, 4}
    assert grid.cell(1_048_576, 16_384).raw == 4


def test_shared_formulas_are_translated_to_their_place(tmp_path):
    path = tmp_path / "a.xlsx"
    book = openpyxl.Workbook()
    for row in range(1, 4):
        book.active[f"A{row}"] = row
        book.active[f"B{row}"] = f"=A{row}*$A$1"
    book.save(path)
    shared = rewritten(path, tmp_path / "b.xlsx", _share)
    with open_workbook(shared) as workbook:
        grid = workbook.grid(workbook.tabs[0])
    assert [grid.cell(row, 2).formula for row in (1, 2, 3)] == ["=A1*$A$1", "=A2*$A$1", "=A3*$A$1"]


def _share(xml: bytes) -> bytes:
    """The formulas as Excel saves them after filling down."""
    xml = xml.replace(b"<f>A1*$A$1</f>", b'<f t="shared" ref="B1:B3" si="0">A1*$A$1</f>')
    return re.sub(rb"<f>A[23]\*\$A\$1</f>", b'<f t="shared" si="0"/>', xml)


def test_a_wrong_dimension_hides_nothing(tmp_path):
    path = drawn(tmp_path / "a.xlsx")
    small = rewritten(
        path,
        tmp_path / "b.xlsx",
        lambda xml: xml.replace(b'<dimension ref="A1:XFD1048576"/>', b'<dimension ref="A1"/>'),
    )
    with open_workbook(small) as workbook, open_workbook(path) as same:
        assert workbook.grid(workbook.tabs[0]) == same.grid(same.tabs[0])


def test_dates_of_the_1904_calendar(tmp_path):
    with xlsxwriter.Workbook(str(tmp_path / "a.xlsx"), {"date_1904": True}) as book:
        book.add_worksheet().write_datetime(0, 0, date(2024, 3, 1), book.add_format({"num_format": "d mmm yyyy"}))
    with open_workbook(tmp_path / "a.xlsx") as workbook:
        assert workbook.grid(workbook.tabs[0]).cell(1, 1).raw == datetime(2024, 3, 1)


def test_the_garbage_collector_is_left_as_it_was(tmp_path):
    before = gc.get_threshold()
    with open_workbook(drawn(tmp_path / "a.xlsx")):
        assert gc.get_threshold() != before
    assert gc.get_threshold() == before


CORPUS = os.environ.get("LKJ_CORPUS", "")


@pytest.mark.skipif(not CORPUS, reason="LKJ_CORPUS names no folder of odd workbooks")
def test_a_folder_of_odd_workbooks_reads_as_ordinary_loads_or_is_refused_in_words():
    read = [path for path in sorted(Path(CORPUS).glob("*.xls[xm]")) if readable(path)]
    assert read
    for path in read:
        compare(path)


def readable(path: Path) -> bool:
    """Whether both we and the library can load it; what we refuse is refused in words that name the file."""
    try:
        with open_workbook(path) as workbook:
            for tab in workbook.tabs:
                workbook.grid(tab)
            if workbook.archive.strict:
                return False  # of which the library says that they have no sheets
    except LkjError as fault:
        return str(path) not in str(fault)
    try:
        ordinary(path, False)
    except Exception:  # what the library cannot load we may read all the same
        return False
    return True
