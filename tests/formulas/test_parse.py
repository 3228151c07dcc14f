"""Formulas taken apart: precedence, references, what is left whole, and what of the workbook is kept for them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lkj_xlsx.formulas.parse import parsed
from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.formula import Area, Binary, Call, CellRef, Empty, Fault, Number, Opaque, Term, Text, Truth, Unary
from tests.reader.small_workbooks import Formula, build, built, read

HOME = Where("Isi", 5, 9)  # I5


def written(node: Term) -> str:
    """The tree with every bracket, to see what binds tighter."""
    match node:
        case Number(value):
            return f"{value:f}"
        case Text(value):
            return f'"{value}"'
        case Truth(value):
            return str(value)
        case Fault(code):
            return code
        case Empty():
            return "_"
        case Opaque(text):
            return f"<{text}>"
        case CellRef():
            place = node.at(HOME)
            return place.cell if place.sheet == HOME.sheet else str(place)
        case Area(first, last):
            return f"{written(first)}:{written(last).rpartition('!')[2]}"
        case Call(name, arguments):
            return f"{name}({';'.join(map(written, arguments))})"
        case Unary("%", operand):
            return f"({written(operand)}%)"
        case Unary(sign, operand):
            return f"({sign}{written(operand)})"
        case Binary(operator, left, right):
            return f"({written(left)}{operator}{written(right)})"
    raise AssertionError(node)


@pytest.mark.parametrize(
    "text, tree",
    [
        ("=1+2*3", "(1+(2*3))"),
        ("=8/4/2-1", "(((8/4)/2)-1)"),
        ("=-2^2", "((-2)^2)"),  # a sign before a power, as spreadsheets have it
        ("=2^3^2", "((2^3)^2)"),
        ("=2*-G5%", "(2*(-(G5%)))"),
        ("=(1+2)*3%", "((1+2)*(3%))"),
        ('=G5>=90&"x"', '(G5>=(90&"x"))'),
        ("=H5 / G5 * 100", "((H5/G5)*100)"),
        ("=SUM(G5:G9,-$G$11,)", "SUM(G5:G9;(-G11);_)"),
        ('=IF(G5="",,TRUE)', 'IF((G5="");_;True)'),
        ("='Capaian IKU'!J5+Lain!A1:B2", "(Capaian IKU!J5+Lain!A1:B2)"),
        ("=Isi!G5", "G5"),
        ("=_xlfn.IFERROR(1/0,#N/A)", "IFERROR((1/0);#N/A)"),
        ("=1.5E+3", "1500"),
        ("=G:G+1", "(<G:G>+1)"),
        ("=NAMA*[1]Isi!A1", "(<NAMA>*<[1]Isi!A1>)"),
        ("=1+", "<=1+>"),
        ("=(A1,B1)", "<=(A1,B1)>"),
        ("=SUM(G5:INDEX(G1:G9,2))", "<=SUM(G5:INDEX(G1:G9,2))>"),
        ('="tak tertutup', '<="tak tertutup>'),
        ("=" + "(" * 90 + "1" + ")" * 90, "<=" + "(" * 90 + "1" + ")" * 90 + ">"),
    ],
)
def test_trees(text, tree):
    assert written(parsed(text, HOME, {}).root) == tree


def test_a_filled_column_shares_one_tree():
    trees = {}
    first, second = (parsed(f"=ROUND(H{row}/$G$5*100,2)", Where("Isi", row, 9), trees) for row in (5, 6))
    other = parsed("=ROUND(H5/$G$5*100,2)", Where("Isi", 6, 9), trees)
    assert first.pattern == second.pattern == "=ROUND(R[0]C[-1]/R5C7*100,2)"
    assert first.root is second.root
    assert other.pattern == "=ROUND(R[-1]C[-1]/R5C7*100,2)"
    assert other.root != first.root


def test_texts_and_names_are_no_references():
    assert parsed('="G5"&LOG10(A1)&Q1!B2', Where("Isi", 1, 1), {}).pattern == '="G5"&LOG10(R[0]C[0])&Q1!R[1]C[1]'


def test_a_sheet_that_names_itself_shares_no_tree_with_another():
    trees = {}
    own, other = parsed("=Isi!A1", HOME, trees), parsed("=Isi!A1", Where("Lain", 5, 9), trees)
    assert (own.root, other.root) == (CellRef("", -4, -8), CellRef("Isi", -4, -8))


ROW = {"tabel": "3.3", "kode": "1.1", "indikator": "Persentase Koperasi Aktif", "target": 80}


def test_the_book_keeps_formulas_and_the_cells_they_need(tmp_path):
    row = {**ROW, "realisasi": Formula("='Lain'!A1*10", 60), "capaian": Formula("=H5/G5*100", 75)}
    book = read(build(tmp_path / "uji.xlsx", rows={"capaian_iku": [row]}, strangers=("Lain", "Tak Dirujuk")))
    assert set(book.cells) == {"Capaian IKU", "Lain"}
    formulas = book.cells["Capaian IKU"].formulas
    assert {where.cell: formula.text for where, formula in formulas.items()} == {
        "H5": "='Lain'!A1*10",
        "I5": "=H5/G5*100",
    }
    assert book.cells["Lain"].rows[1][1].raw == "Isi lain"
    assert formulas[Where("Capaian IKU", 5, 9)].root == Binary(
        "*", Binary("/", CellRef("", 0, -1), CellRef("", 0, -2)), Number(Decimal(100))
    )


def test_a_book_without_formulas_keeps_no_cells(tmp_path):
    assert built(tmp_path, rows={"capaian_iku": [{**ROW, "realisasi": 60}]}).cells == {}
