"""Places as files write them."""

import pytest
from openpyxl.utils.cell import get_column_letter

from lkj_xlsx.model.places import column_number, row_and_column, row_number


def test_every_column_has_its_number():
    assert [column_number(get_column_letter(number)) for number in range(1, 16_385)] == list(range(1, 16_385))


@pytest.mark.parametrize(("text", "place"), [("A1", (1, 1)), ("xfd1048576", (1_048_576, 16_384)), ("AB007", (7, 28))])
def test_a_place_is_row_and_column(text, place):
    assert row_and_column(text) == place


@pytest.mark.parametrize("text", ["", "7", "A", "1A", "A1B", "$A$1", "ÄB1", "ABCD1", "A-1", "A1.5", "A１"])
def test_anything_else_is_refused(text):
    with pytest.raises(ValueError, match=r".*"):
        row_and_column(text)


@pytest.mark.parametrize(("text", "row"), [("7", 7), ("7.0", 7), ("1.5e3", 1500)])
def test_row_numbers_may_have_a_point(text, row):
    assert row_number(text) == row


@pytest.mark.parametrize("text", ["", "x", "NaN", "Infinity", "²", "-1", "1e999999", "9" * 5000])
def test_no_row_is_made_of_anything_else_and_none_takes_long(text):
    with pytest.raises(ValueError, match=r".*"):
        row_number(text)
    with pytest.raises(ValueError, match=r".*"):
        row_and_column(f"A{text}")


def test_a_row_below_the_last_one_is_refused():
    with pytest.raises(ValueError, match=r"1048577"):
        row_number("1048577")
