"""Where the printed pages of a sheet of several blocks begin."""

from __future__ import annotations

from lkj_xlsx.writers.xlsx.page import page_breaks

A4 = (80.0,)  # one column that needs no scaling: an upright page holds about 700 points


def rows(*counts, points=20.0):
    """Blocks of so many rows: the first row of each, every row's height, and the last row."""
    starts = [sum(counts[:place]) for place in range(len(counts))]
    return starts, dict.fromkeys(range(sum(counts)), points), sum(counts) - 1


def test_a_block_that_does_not_fit_begins_a_page():
    assert page_breaks(*rows(20, 10, 10), A4, wide=False) == [30]
    assert page_breaks(*rows(10, 10, 10), A4, wide=False) == []


def test_a_block_longer_than_a_page_is_torn_but_not_at_its_beginning():
    assert page_breaks(*rows(10, 60), A4, wide=False) == []
    assert page_breaks(*rows(30, 60), A4, wide=False) == [30]


def test_a_wide_sheet_is_scaled_down_and_holds_more_rows():
    assert page_breaks(*rows(30, 15), (200.0,), wide=False) == []
    assert page_breaks(*rows(30, 15), A4, wide=False) == [30]


def test_a_page_begins_before_what_is_taken_to_hand():
    starts, heights, last = rows(5, 5, 5)
    assert page_breaks(starts, heights, last, A4, wide=False, fresh=starts[1:2]) == [5]


def test_the_rows_above_the_first_page_take_no_room():
    starts, heights, last = rows(30, 10, 10)
    assert page_breaks(starts[1:], heights, last, A4, wide=False, top=30) == []
