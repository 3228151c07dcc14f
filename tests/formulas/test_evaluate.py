"""What formulas give, as a spreadsheet computes them; the results were taken from LibreOffice Calc."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

import pytest

from lkj_xlsx.formulas.evaluate import Calculator
from lkj_xlsx.formulas.parse import parsed
from lkj_xlsx.model.cell import Cell, Origin, Where
from lkj_xlsx.model.formula import Fault, Formula, Formulas, SheetCells
from lkj_xlsx.model.held import Held, Rows
from lkj_xlsx.model.number import Missing, Reason

HOME = Where("Isi", 20, 5)


def cell(row: int, column: int, raw: object, origin: Origin = Origin.KETIKAN, formula: str | None = None) -> Cell:
    return Cell(Where("Isi", row, column), raw, "General", origin, formula)


def calculator(hidden: frozenset[int] = frozenset()) -> Calculator:
    """A1:A6 = 4, 10, text, blank, TRUE, 2.5; B1 an error, B2 a formula without result, B3 a date, B4 a saved "";
    C1 a SUBTOTAL of A1:A2."""
    formulas = [
        cell(2, 2, None, Origin.TANPA_HASIL, "=A1*2"),
        cell(4, 2, None, Origin.KOSONG, '=""'),
        cell(1, 3, 14, Origin.RUMUS, "=SUBTOTAL(9,A1:A2)"),
    ]
    typed = [
        cell(1, 1, 4),
        cell(2, 1, 10),
        cell(3, 1, "teks"),
        cell(5, 1, True),
        cell(6, 1, 2.5),
        cell(1, 2, "#DIV/0!", Origin.GALAT),
        cell(3, 2, datetime(2024, 5, 1)),  # noqa: DTZ001 - a workbook has no zone
    ]
    held: dict[int, dict[int, Held]] = {}
    trees: dict[int, dict[int, Formula]] = {}
    for where, *content in (*typed, *formulas):
        held.setdefault(where.row, {})[where.column] = tuple(content)
    for each in formulas:
        trees.setdefault(each.where.row, {})[each.where.column] = parsed(each.formula, each.where, {})
    rows = Rows("Isi", dict(sorted(held.items())))
    return Calculator({"Isi": SheetCells(rows, Formulas(rows, trees), hidden)})


def given(text: str, hidden: frozenset[int] = frozenset()) -> object:
    result = calculator(hidden).result(parsed(text, HOME, {}).root, HOME)
    return float(result) if isinstance(result, Decimal) else result


@pytest.mark.parametrize(
    "text, result",
    [
        ("=A1+A2*A6", 29),
        ("=A2/A1", 2.5),
        ("=A2-A4", 10),
        ("=A4", 0),
        ("=-A1^2", 16),
        ("=2^3^2", 64),
        ("=A1^0.5", 2),
        ("=50%*A2", 5),
        ("=A5+1", 2),
        ("=SUM(A1:A6)", 16.5),
        ("=SUM(A1,A5,TRUE,2)", 7),
        ("=AVERAGE(A1:A6)", 5.5),
        ("=MIN(A1:A6)", 2.5),
        ("=MAX(A1:A6)", 10),
        ("=COUNT(A1:A6)", 3),
        ("=PRODUCT(A1:A2,A6)", 100),
        ("=MAX(A3:A4)", 0),
        ("=PRODUCT(A4)", 0),
        ("=ROUND(2.345,2)", 2.35),
        ("=ROUND(-2.345,2)", -2.35),
        ("=ROUND(1250,-2)", 1300),
        ("=ROUNDUP(2.341,2)", 2.35),
        ("=ROUNDDOWN(-2.349,2)", -2.34),
        ("=ABS(-A1)", 4),
        ("=IF(A1>3,1,2)", 1),
        ("=IF(A4=0,5)", 5),
        ("=IF(A1>9,5)", False),
        ("=IF(A1>3,,2)", 0),
        ("=IF(A1>3,7,1/0)", 7),
        ("=IFERROR(A1/A4,9)", 9),
        ("=IFERROR(B1,3)", 3),
        ("=IFERROR(A1,3)", 4),
        ('=IF(A3="TEKS","ya","tidak")', "ya"),
        ('=A4=""', True),
        ("=A4=0", True),
        ('=B4=""', True),
        ("=A3>A2", True),
        ("=0.1+0.2=0.3", True),
        ("=AND(A1>3,A2<3)", False),
        ("=OR(A1>3,A2<3)", True),
        ("=NOT(A1=4)", False),
        ("=ISNUMBER(A3)", False),
        ("=ISBLANK(A4)", True),
        ("=ISERROR(B1)", True),
        ('=A1&" unit"', "4 unit"),
        ('=A4&"x"', "x"),
        ("=SUBTOTAL(9,A1:C1)", Fault("#DIV/0!")),
        ("=SUBTOTAL(9,A1:A6,C1)", 16.5),
        ("=SUM(A1:A2,C1)", 28),
        ("=A1/A4", Fault("#DIV/0!")),
        ("=AVERAGE(A3:A4)", Fault("#DIV/0!")),
        ("=B1+1", Fault("#DIV/0!")),
        ("=SUM(A1:B1)", Fault("#DIV/0!")),
        ("=0^0", Fault("#NUM!")),
        ("=(-8)^0.5", Fault("#NUM!")),
        ("=#REF!+1", Fault("#REF!")),
        ("=B4+1", Fault("#VALUE!")),
    ],
)
def test_results(text, result):
    found = given(text)
    assert found == result
    assert isinstance(found, bool) == isinstance(result, bool)


@pytest.mark.parametrize(
    "text, reason",
    [
        ("=VLOOKUP(A1,A1:B2,2)", Reason.TAK_TERBACA),
        ("=A3+1", Reason.TAK_TERBACA),
        ("=A1:A2*2", Reason.TAK_TERBACA),
        ("=NAMA", Reason.TAK_TERBACA),
        ("=SUM(A:A)", Reason.TAK_TERBACA),
        ('=A6&"%"', Reason.TAK_TERBACA),
        ("=Lain!A1", Reason.MASUKAN),
        ("=SUM(Lain!A1:A2)", Reason.MASUKAN),
        ("=B2", Reason.TANPA_HASIL),
        ("=SUM(B2:B2)", Reason.TANPA_HASIL),
        ("=B3", Reason.TANGGAL),
        ("=IF(B2>0,1,2)", Reason.TANPA_HASIL),
        ("=IFERROR(VLOOKUP(1,A1:B2,2),0)", Reason.TAK_TERBACA),
        ("=SUBTOTAL(1,A1:A2)", Reason.TAK_TERBACA),
        ("=SUM(XEZ1:XFD1048576,A1:A1048576,A1:A1048576,A1:A1048576)", Reason.MASUKAN),
    ],
)
def test_what_is_not_certain_is_never_guessed(text, reason):
    found = given(text)
    assert isinstance(found, Missing)
    assert found.reason is reason


def test_a_filter_may_hide_what_a_subtotal_leaves_out():
    assert given("=SUBTOTAL(9,A1:A2)") == 14
    assert isinstance(given("=SUBTOTAL(9,A1:A2)", frozenset({2})), Missing)


def test_figures_stay_decimal():
    result = calculator().result(parsed("=A1/3*100", HOME, {}).root, HOME)
    assert isinstance(result, Decimal)
    assert str(result).startswith("133.3333333333333333333333333333333333")
