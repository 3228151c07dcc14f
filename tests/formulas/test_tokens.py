"""Plain formulas are told apart as the spreadsheet library tells them; all others by the library itself."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.formula.tokenizer import Tokenizer

from lkj_xlsx.formulas import tokens as module
from lkj_xlsx.formulas.tokens import Untold, tokens

PIECES = [
    "G5",
    "$H$12",
    "AB7:AC9",
    "100",
    "0.5",
    "+",
    "-",
    "*",
    "/",
    "^",
    "&",
    "=",
    "<=",
    "<>",
    ">",
    "(",
    ")",
    "%",
    ",",
    "SUM(",
    "IF(",
    "ROUND(",
]


def of_library(formula):
    return [(item.value, item.type, item.subtype) for item in Tokenizer(formula).items]


@pytest.mark.parametrize(
    "formula",
    [
        "=H5/G5*100",
        "=G5-H5",
        "=SUM(G6:G14)",
        "=-G5+-2^2",
        "=IF(G5>0,H5/G5*100,0)",
        "=ROUND(H5/$G$5,4)*100%",
        "=SUM(G5,G9,-G12)/(2-1)",
        "=5%+G5%-1",
        "=SUM()",
        "=1<>2",
    ],
)
def test_plain_formulas_are_told_without_the_library(formula, monkeypatch):
    expected = of_library(formula)
    monkeypatch.setattr(module, "_of_library", lambda _: pytest.fail("asked the library"))
    assert [tuple(token) for token in tokens(formula)] == expected


@pytest.mark.parametrize(
    "formula",
    [
        "=SUM('Lembar Lain'!A1:B2)",
        '="a, b"&G5',
        "=Lembar!A1",
        "=SUM(A:A)",
        "=SUM(5:7)",
        "=nama_sel*2",
        "=G5 H5",
        "=1E+5",
        "={1,2;3,4}",
        "=#REF!+1",
        "=(A1,B2)",
        "=SUM(A1:B2:C3)",
        "=sum(G5)",
        "=G0",
        "=TRUE",
    ],
)
def test_other_formulas_are_told_by_the_library(formula):
    assert [tuple(token) for token in tokens(formula)] == of_library(formula)


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=12))
def test_any_row_of_plain_pieces_is_told_as_the_library_tells_it(pieces):
    formula = "=" + "".join(pieces)
    try:
        expected = of_library(formula)
    except Exception:
        with pytest.raises(Untold):
            tokens(formula)
        return
    assert [tuple(token) for token in tokens(formula)] == expected


@pytest.mark.parametrize("formula", ['="tanpa tutup', "=SUM(A1))"])
def test_what_cannot_be_told_raises(formula):
    with pytest.raises(Untold):
        tokens(formula)


def test_the_library_stays_unloaded_for_a_plain_formula():
    lines = [
        "import sys",
        "from lkj_xlsx.formulas.tokens import tokens",
        "tokens('=H5/G5')",
        "print('openpyxl' in sys.modules)",
    ]
    script = "\n".join(lines)
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert told.stdout == "False\n"
