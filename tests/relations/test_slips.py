"""Slips of the finger: what they are, and that every one that is told is also tried."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkj_xlsx.relations.slips import digits as written
from lkj_xlsx.relations.slips import slip_of, slips_of


@pytest.mark.parametrize(
    ("said", "meant", "places", "kind"),
    [
        ("97.94", "97.54", 2, "angka"),
        ("97.45", "97.54", 2, "bertukar"),
        ("0.9754", "97.54", 4, "bergeser"),
        ("806", "8406", 0, "kurang"),
        ("3693112", "369312", 0, "kelebihan"),
        ("-3.50", "3.50", 2, "tanda"),
    ],
)
def test_each_kind_is_told(said: str, meant: str, places: int, kind: str) -> None:
    found = slip_of(Decimal(said), Decimal(meant), places)
    assert found is not None and found.kind == kind


@pytest.mark.parametrize(("said", "meant"), [("110", "204"), ("81", "72"), ("12", "1"), ("5", "5")])
def test_other_differences_are_no_slip(said: str, meant: str) -> None:
    assert slip_of(Decimal(said), Decimal(meant), 0) is None


@given(st.integers(1000, 10**7), st.integers(0, 2))
def test_whatever_a_figure_may_be_a_slip_of_is_a_slip(amount: int, places: int) -> None:
    x = Decimal(amount).scaleb(-places)
    for other in slips_of(x, places):
        typed_so = other == round(other, places) and len(written(other, places)) >= max(3, len(written(x, places)) - 1)
        if typed_so and other != x:
            assert slip_of(x, other, places) is not None, (x, other)


@given(st.integers(100, 10**7), st.data())
def test_every_slip_is_among_those_tried(digits: int, data: st.DataObject) -> None:
    text = str(digits)
    at = data.draw(st.integers(1, len(text) - 1))
    longer = int(text[:at] + data.draw(st.sampled_from("0123456789")) + text[at:])
    assert Decimal(longer) in set(slips_of(Decimal(digits), 0))
    assert Decimal(digits) in set(slips_of(Decimal(longer), 0))
