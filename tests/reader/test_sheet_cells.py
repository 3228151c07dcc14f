"""Formulas of a column that was filled down are told as taking each apart would tell them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lkj_xlsx.formulas.parse import parsed
from lkj_xlsx.model.cell import Origin, Where
from lkj_xlsx.model.formula import Formula
from lkj_xlsx.model.held import Rows
from lkj_xlsx.reader.grid import Grid
from lkj_xlsx.reader.sheet_cells import read_formulas

MADE = ("=H{0}/G{0}*100", "=G{0}-H{0}", "=SUM(G{1}:G{2})", "=H{0}/$G$5", "='Data Dasar'!C{0}*2", '="a"&B{0}', "=[")


@given(st.lists(st.sampled_from(MADE), min_size=1, max_size=12))
def test_a_filled_down_formula_is_that_of_taking_it_apart(templates):
    texts = {row: text.format(row, row + 1, row + 4) for row, text in enumerate(templates, start=5)}
    held = {row: {9: (1, "General", Origin.RUMUS, text)} for row, text in texts.items()}
    formulas = read_formulas(Grid.of("Anggaran", Rows("Anggaran", held), ()), {})
    trees = {}
    wheres = {row: Where("Anggaran", row, 9) for row in texts}
    assert formulas == {wheres[row]: parsed(text, wheres[row], trees) for row, text in texts.items()}


def test_filling_down_keeps_one_tree():
    held = {row: {9: (1, "General", Origin.RUMUS, f"=H{row}/G{row}*100")} for row in range(5, 12)}
    formulas = read_formulas(Grid.of("Anggaran", Rows("Anggaran", held), ()), {})
    assert len({id(formula.root) for formula in formulas.values()}) == 1
    assert formulas[Where("Anggaran", 11, 9)] == Formula(
        Where("Anggaran", 11, 9),
        "=H11/G11*100",
        "=R[0]C[-1]/R[0]C[-2]*100",
        formulas[Where("Anggaran", 5, 9)].root,
    )
