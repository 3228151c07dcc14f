"""Decimals from cells, rounding as people in an office do, and Indonesian writing."""

from __future__ import annotations

import decimal
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkj_xlsx.model.number import (
    Interval,
    Missing,
    Reason,
    cut,
    decimal_of,
    places_of,
    plain,
    round_half_up,
    show,
    stated,
)

FIGURES = st.decimals(-(10**15), 10**15, allow_nan=False, places=9)
PLACES = st.integers(0, 6)


@pytest.mark.parametrize(
    "x, places, rounded",
    [
        ("83.725", 2, "83.73"),
        ("-83.725", 2, "-83.73"),
        ("0.125", 2, "0.13"),
        ("2.5", 0, "3"),
        ("-2.5", 0, "-3"),
        ("97.5369", 2, "97.54"),
        ("59.995", 2, "60.00"),
        ("1E+3", 0, "1000"),
    ],
)
def test_half_is_rounded_away_from_zero(x: str, places: int, rounded: str) -> None:
    assert str(round_half_up(Decimal(x), places)) == rounded


@given(FIGURES, PLACES)
def test_rounding_is_that_of_the_decimal_module_for_both_signs(x: Decimal, places: int) -> None:
    expected = x.quantize(Decimal(10) ** -places, rounding=decimal.ROUND_HALF_UP)
    assert round_half_up(x, places) == expected == -round_half_up(-x, places)


@given(FIGURES, PLACES)
def test_a_rounded_figure_stands_for_the_exact_one(x: Decimal, places: int) -> None:
    assert stated(round_half_up(x, places), places).holds(x)


@given(FIGURES, PLACES)
def test_cutting_never_grows_and_stays_within_one_unit(x: Decimal, places: int) -> None:
    assert abs(x) - Decimal(10) ** -places < abs(cut(x, places)) <= abs(x)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_float_enters_through_its_fifteen_digits(raw: float) -> None:
    assert decimal_of(raw) == Decimal(format(raw, ".15g"))


@pytest.mark.parametrize("raw, shown", [(83.72, "83.72"), (0.1 + 0.2, "0.3"), (66.6, "66.6"), (4.35 * 100, "435")])
def test_binary_dust_does_not_enter(raw: float, shown: str) -> None:
    assert decimal_of(raw) == Decimal(shown)


def test_what_is_no_float_keeps_its_digits() -> None:
    assert decimal_of(52963916931) == Decimal("52963916931")
    assert str(decimal_of("83.70")) == str(decimal_of(Decimal("83.70"))) == "83.70"


@pytest.mark.parametrize(
    "x, places, text",
    [
        ("1234.5", 2, "1.234,50"),
        ("52963916931", 0, "52.963.916.931"),
        ("-1544000000", 0, "-1.544.000.000"),
        ("0", 2, "0,00"),
        ("-0.001", 2, "0,00"),
        ("0.005", 2, "0,01"),
        ("83.7200", None, "83,72"),
        ("1E+3", None, "1.000"),
    ],
)
def test_indonesian_writing(x: str, places: int | None, text: str) -> None:
    assert show(Decimal(x), places) == text


@pytest.mark.parametrize("x, places", [("83.70", 1), ("1E+3", 0), ("0.0000", 0), ("1.507", 3), ("-2.50", 1)])
def test_places_needed(x: str, places: int) -> None:
    assert places_of(Decimal(x)) == places


@pytest.mark.parametrize("x", ["9.99E+99", "1E+300", "-1E+300", "1E-300"])
def test_absurd_figures_do_not_break_the_run(x: str) -> None:
    number = Decimal(x)
    assert stated(number, 2).holds(number)
    assert round_half_up(number, 2) == cut(number, 2) == (number if abs(number) > 1 else 0)
    assert show(number, 2).endswith(",00")


def test_a_long_figure_keeps_every_digit() -> None:
    number = Decimal("1234567890123456789012345678901234567890")
    says = stated(number, 0)
    assert (str(says.low), str(says.high)) == (
        "1234567890123456789012345678901234567889.5",
        "1234567890123456789012345678901234567890.5",
    )


def test_machine_writing_has_no_exponent() -> None:
    assert plain(Decimal("1E+3")) == "1000"
    assert plain(Decimal("31.82")) == "31.82"


def test_both_ends_belong_to_an_interval() -> None:
    says = stated(Decimal("83.72"), 2)
    assert (says.low, says.high) == (Decimal("83.715"), Decimal("83.725"))
    assert says.holds(says.low) and says.holds(says.high) and not says.holds(Decimal("83.7251"))


def test_intervals_meet_in_their_common_part() -> None:
    one, other = stated(Decimal("83.7"), 1), stated(Decimal("83.72"), 2)
    assert one.meet(other) == Interval(Decimal("83.715"), Decimal("83.725"))
    assert stated(Decimal(10), 0).meet(stated(Decimal(99), 0)) is None


def test_absence_tells_its_reason() -> None:
    assert str(Missing(Reason.STRIP)) == "strip"
    assert str(Missing(Reason.PEMBAGI_NOL, "target bernilai 0")) == "pembagi nol: target bernilai 0"
    assert str(Missing(Reason.TANPA_SKALA, "lembar Skala Nilai kosong")) == "lembar Skala Nilai kosong"
