"""Rounded inputs are another basis, and only where they reproduce the figure."""

from __future__ import annotations

from tests.workbook_case import Typed, audited


def test_a_figure_from_a_rounded_one():
    assert audited(Typed("efisiensi", "1.3", "capaian", "83,89")).cause("Efisiensi!H7") == (
        "masukan-dibulatkan",
        "dihitung dari 1,51 ÷ 1,8 × 100",
    )


def test_a_figure_near_it_is_not():
    assert audited(Typed("efisiensi", "1.3", "capaian", "84,18")).cause("Efisiensi!H7") is None


def test_a_figure_within_the_rounding_of_the_typed_ones_is_said_to_lie_there():
    assert audited(Typed("efisiensi", "1.3", "capaian", "83,91")).cause("Efisiensi!H7") == (
        "masukan-dibulatkan",
        "dihitung dari 1,51 ÷ 1,8 × 100, yang karena pembulatannya 83,61 sampai 84,17",
    )
