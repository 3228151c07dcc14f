"""Room for text: wrapping, widths, heights, joined cells."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkj_xlsx.model.finding import Level
from lkj_xlsx.model.number import show
from lkj_xlsx.model.report import Column, Item, Row, Table
from lkj_xlsx.writers.xlsx.fit import Run, column_widths, figure_width, height, lines, rough_lines, row_heights, runs


def test_text_wraps_at_words_and_breaks_a_word_that_is_too_long():
    assert lines("", 20) == 1
    assert lines("satu dua", 20) == 1
    assert lines("satu\ndua\ntiga", 20) == 3
    assert lines("kata " * 20, 22) >= 4
    assert lines("x" * 100, 22) >= 4


def test_a_rupiah_column_holds_its_longest_figure_in_bold():
    amount = Decimal(11567255701)
    table = Table("3.22", "", (Column("anggaran", "Rp", "rupiah"),), (Row({"anggaran": Item(amount)}, "jumlah"),))
    assert column_widths(table)[0] >= len(show(amount, 0)) + 1


def test_a_heading_word_is_never_broken():
    table = Table("3.22", "", (Column("k", "Pertanggungjawaban", "persen"),), (Row({"k": Item(Decimal(1))}),))
    assert column_widths(table)[0] >= len("Pertanggungjawaban")


def test_runs_follow_shared_cells_and_merged_columns_but_stop_at_totals():
    column = Column("sasaran", "Sasaran", merge=True)
    rows = (
        Row({"sasaran": Item("A")}),
        Row({"sasaran": Item("A")}),
        Row({"sasaran": Item("B")}),
        Row({"sasaran": Item("x", shared=True)}),
        Row({"sasaran": Item("x", shared=True)}, "jumlah"),
    )
    assert runs(Table("1", "", (column,), rows), column) == (Run(0, 1), Run(2, 3), Run(4, 4))


def test_blank_neighbours_stay_apart():
    column = Column("sasaran", "Sasaran", merge=True)
    assert len(runs(Table("1", "", (column,), (Row({}), Row({}))), column)) == 2


def test_joined_rows_share_the_height_that_their_text_needs():
    column = Column("sasaran", "Sasaran", width=12, merge=True)
    rows = tuple(Row({"sasaran": Item("kata panjang sekali " * 8)}) for _ in range(2))
    table = Table("1", "", (column,), rows)
    heights = row_heights(table, (12.0,), (0, 0))
    assert sum(heights) >= height(lines("kata panjang sekali " * 8, 12.0)) - 0.1
    assert heights[0] == heights[1]


def test_no_row_is_higher_than_a_spreadsheet_allows():
    assert height(1000) <= 409


def test_small_letters_need_fewer_and_lower_lines():
    text = "kata panjang sekali " * 6
    assert lines(text, 40.0, size=8) < lines(text, 40.0)
    assert height(3, 8) < height(3)


def test_a_figure_is_measured_with_its_unit_and_its_mark():
    plain = figure_width([Item(Decimal("31.82"), 2)])
    assert figure_width([Item(Decimal("31.82"), 2, unit="%")]) > plain
    assert figure_width([Item(Decimal("31.82"), 2, level=Level.GALAT)]) > plain
    assert figure_width([Item("WTP")]) == figure_width([]) == 0


FIGURES = st.builds(
    Item,
    st.decimals(-(10**13), 10**13, places=4),
    st.integers(0, 4),
    level=st.sampled_from((None, Level.BEDA)),
    unit=st.sampled_from(("", "%")),
)


@given(st.lists(FIGURES, max_size=8))
def test_figures_together_need_what_the_broadest_of_them_needs(items):
    assert figure_width(items) == max((figure_width([item]) for item in items), default=0)


@pytest.mark.parametrize(
    "text, width, expected",
    [
        ("", 10, 1),
        ("pendek", 10, 1),
        ("satu dua tiga", 9, 2),
        ("satu\ndua", 30, 2),
        ("a" * 25, 10, 3),
        ("HURUF BESAR SEMUA", 17, 2),
        ("huruf kecil semua", 17, 1),
    ],
)
def test_rough_lines(text, width, expected):
    assert rough_lines(text, width) == expected
