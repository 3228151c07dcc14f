"""A formula's references, its writing for Indonesian eyes, and what filling it elsewhere makes of it."""

from __future__ import annotations

import pytest

from lkj_xlsx.formulas.parse import parsed
from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.formula import Area, Call, CellRef, Formula, Number, parts, refers_to, replaced, sheets_named, walk

HOME = Where("Isi", 5, 9)


@pytest.mark.parametrize(
    "text, shown",
    [
        ("=ROUND(H5/G5*100,2)", "=ROUND(H5/G5*100;2)"),
        ("=98.1", "=98,1"),
        ('=IF(G5="a, b. 1.5",1,2.5)', '=IF(G5="a, b. 1.5";1;2,5)'),
        ("='Tabel 3.9, baru'!G5+1", "='Tabel 3.9, baru'!G5+1"),
    ],
)
def test_shown_as_an_indonesian_excel_shows_it(text, shown):
    assert Formula(HOME, text, "", Number(0)).shown == shown


@pytest.mark.parametrize(
    "text, filled",
    [
        ("=H5/G5*100", "=I7/H7*100"),
        ("=H5/$G$5", "=I7/$G$5"),
        ("=$H6+G$4", "=$H8+H$4"),
        ("='Data Dasar'!A1&\"G5\"", "='Data Dasar'!B3&\"G5\""),
    ],
)
def test_filling_moves_what_is_not_fixed(text, filled):
    assert parsed(text, HOME, {}).filled(Where("Isi", 7, 10)).text == filled


def test_filling_off_the_sheet_is_an_error_as_in_a_spreadsheet():
    assert parsed("=H4+$A5+G$1", HOME, {}).filled(Where("Isi", 1, 1)).text == "=#REF!+$A1+#REF!"


def test_a_reference_finds_its_cell():
    assert CellRef("", -1, 2).at(HOME) == Where("Isi", 4, 11)
    assert CellRef("Lain", 3, -1, fixed_row=True).at(HOME) == Where("Lain", 3, 8)
    assert Area(CellRef("", 2, 0), CellRef("", -1, 0)).box(HOME) == ("Isi", range(4, 8), range(9, 10))


def test_a_formula_that_looks_at_its_own_cell():
    root = parsed("=SUM(I4:I6)+A1", HOME, {}).root
    assert refers_to(parts(root), HOME, HOME)
    assert refers_to(parts(root), HOME, Where("Isi", 1, 1))
    assert not refers_to(parts(root), HOME, Where("Isi", 7, 9))


def test_walking_and_replacing():
    root = parsed("=SUM(A1:A2,-B3)*2", HOME, {}).root
    assert [type(part).__name__ for part in walk(root)] == ["Binary", "Call", "Area", "Unary", "CellRef", "Number"]
    other = replaced(root, lambda node: Number(7) if isinstance(node, Call) else None)
    assert other == replaced(other, lambda node: None)
    assert [part for part in walk(other) if isinstance(part, Number)] == [Number(7), Number(2)]


def test_sheets_a_formula_names():
    assert list(sheets_named(parsed("=Lain!A1+SUM('Data Dasar'!A1:A2)+B1", HOME, {}).root)) == [
        "Lain",
        "Data Dasar",
        "Data Dasar",
    ]
