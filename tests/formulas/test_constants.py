"""Figures typed inside formulas, and figures that belong there."""

from __future__ import annotations

import pytest

from lkj_xlsx.formulas.constants import constants
from lkj_xlsx.formulas.parse import parsed
from lkj_xlsx.model.cell import Where

HOME = Where("Isi", 7, 9)


@pytest.mark.parametrize(
    "text, figures, without",
    [
        ("=G7+5000000", ("5.000.000",), "=G7+0"),
        ("=SUM(G7:G9,2500)-15", ("2.500", "15"), "=SUM(G7:G9,0)-0"),
        ("=H7*11%", ("11%",), "=H7*1"),
        ("=H7/75*100", ("75",), "=H7/1*100"),
        ("=98.1", ("98,1",), None),
        ("=IF(G7>0,98.1,0)", ("98,1",), None),
        ("=(G7+H7)/3", ("3",), "=(G7+H7)/1"),
        ("=ROUND(G7*7,2)", ("7",), "=ROUND(G7*1,2)"),
    ],
)
def test_typed_figures(text, figures, without):
    found = constants(parsed(text, HOME, {}))
    assert found is not None
    assert found.figures == figures
    assert found.without == (parsed(without, HOME, {}).root if without else None)


@pytest.mark.parametrize(
    "text",
    [
        "=H7/G7*100",
        "=ROUND(H7/G7*100,2)",
        "=(2*G7-H7)/G7*100",
        "=1-H7/G7",
        "=G7*1000",
        "=G7/1000000",
        "=G7*0.01",
        "=(F7+G7)/2",
        "=(F7+G7+H7)/3",
        "=SUM(E7:H7)/4",
        "=SUM(G7:G9)/3",
        "=G7/12",
        "=(H7/G7)^0.2",
        '=IF(I7>=90.1,"Sangat Tinggi","Tinggi")',
        "=IF(H7>120,120,H7)",
        "=MIN(H7,120)",
        "=SUBTOTAL(9,G7:G9)",
        "=VLOOKUP(G7,A1:C9,3)",
        "=IFERROR(H7/G7,55)",
        "=G7*100%",
    ],
)
def test_figures_that_belong_there(text):
    assert constants(parsed(text, HOME, {})) is None
