"""Places in a workbook as people name them, and what a value shows and stands for."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lkj_xlsx.model.cell import Cell, Origin, Value, Where, letters
from lkj_xlsx.model.number import Interval, Missing, Reason

CELL = Cell(Where("Capaian IKU", 9, 7), 83.72, "0.00", Origin.KETIKAN)


@pytest.mark.parametrize(
    "column, name", [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (53, "BA"), (702, "ZZ"), (703, "AAA"), (16384, "XFD")]
)
def test_columns_have_letters(column: int, name: str) -> None:
    assert letters(column) == name


@pytest.mark.parametrize(
    "where, text",
    [
        (Where("Capaian IKU", 9, 7), "Capaian IKU!G9"),
        (Where("Capaian IKU", 9), "Capaian IKU!9:9"),
        (Where("Capaian IKU", 0, 7), "Capaian IKU!G"),
        (Where("Capaian IKU"), "Capaian IKU"),
    ],
)
def test_a_place_prints_as_people_name_it(where: Where, text: str) -> None:
    assert str(where) == text


def test_a_figure_stands_for_half_a_unit_of_its_last_place() -> None:
    value = Value(CELL, Decimal("83.72"), 2, "83,72%")
    assert value.known == Decimal("83.72")
    assert value.interval == Interval(Decimal("83.715"), Decimal("83.725"))
    assert value.shown == "83,72"


def test_zero_is_a_figure() -> None:
    value = Value(CELL, Decimal(0), 0, "0")
    assert value.known == 0 and value.interval == Interval(Decimal("-0.5"), Decimal("0.5")) and value.shown == "0"


def test_a_missing_figure_shows_its_text_and_stands_for_nothing() -> None:
    value = Value(CELL, Missing(Reason.STRIP), text="-")
    assert (value.known, value.interval, value.shown) == (None, None, "-")


def test_a_score_is_shown_with_its_letter() -> None:
    assert Value(CELL, Decimal("76.8"), 1, "BB (76,8)", letter="BB").shown == "BB (76,8)"


def test_only_an_empty_cell_is_blank() -> None:
    assert Value(Cell(Where("Capaian IKU", 9, 7))).blank
    assert not Value(Cell(Where("Capaian IKU", 9, 7), origin=Origin.TANPA_HASIL, formula="=A1")).blank
