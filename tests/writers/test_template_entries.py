"""What an Indonesian Excel makes of typed text."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkj_xlsx.model.number import decimal_of, show
from lkj_xlsx.spec.field import NUMERIC, Kind
from lkj_xlsx.writers.template_entries import Stored, typed


@pytest.mark.parametrize(
    "text, content, number_format",
    [
        ("11", 11.0, "0"),
        ("98,10", 98.1, "0.00"),
        ("31,82", 31.82, "0.00"),
        ("0,125", 0.125, "0.000"),
        ("4,250", 4.25, "0.000"),
        ("3.901.964.176", 3901964176.0, "#,##0"),
        ("1.852.053.286,50", 1852053286.5, "#,##0.00"),
        ("413.064", 413064.0, "#,##0"),
        ("3,50 %", 0.035, "0.00%"),
        ("3,50%", 0.035, "0.00%"),
        ("11 %", 0.11, "0%"),
        ("11%", 0.11, "0%"),
        ("462,86 %", 4.6286, "0.00%"),
        ("1.234,5%", 12.345, "#,##0.0%"),
        ("-6,7", -6.7, "0.0"),
        ("-0,5 %", -0.005, "0.0%"),
        ("- 5", -5.0, "0"),
        ("-1.250.000", -1250000.0, "#,##0"),
        (" 2024 ", 2024.0, "0"),
        ("0", 0.0, "0"),
        ("0,00", 0.0, "0.00"),
    ],
)
@pytest.mark.parametrize("kind", [Kind.NILAI, Kind.PERSEN, Kind.RUPIAH, Kind.RASIO])
def test_a_plain_figure_becomes_a_number_with_its_places(text, content, number_format, kind):
    assert typed(text, kind) == Stored(content, number_format)


@pytest.mark.parametrize(
    "text",
    [
        "3,50, %",
        "4.5 %",
        "4.25",
        "BB (76,8)",
        "BB",
        "1,51 % (233 Unit)",
        "-",
        "–",
        "n/a",
        "6,5 - 7,5",
        "Rp 1.000",
        "1.000,-",
        "(5)",
        "+5",
        "11 persen",
        "98,1o",
        "1.2.3",
        "1.23.456",
        "1,234,567",
        "12 Orang",
        "1:90",
        "83,72 %%",
        "=1+1",
        "1/8",
        "1.234.567.890.123.456,78",
        "\u22125",
        "%",
        "5 6",
        "0.125",
    ],
)
@pytest.mark.parametrize("kind", [Kind.NILAI, Kind.PERSEN, Kind.RUPIAH, Kind.JUMLAH])
def test_anything_else_stays_as_typed(text, kind):
    assert typed(text, kind) == Stored(text, "General")


@pytest.mark.parametrize("kind", sorted(set(Kind) - NUMERIC))
@pytest.mark.parametrize("text", ["1.1", "3.10", "31,82", "2024", "11 %", "≥ 90,1"])
def test_text_kinds_keep_text(text, kind):
    assert typed(text, kind) == Stored(text, "@")


@given(st.decimals(min_value=Decimal("-99999999999"), max_value=Decimal("99999999999"), places=3))
def test_what_is_shown_and_typed_again_is_the_same_figure_and_places(number):
    stored = typed(show(number, 3), Kind.NILAI)
    assert isinstance(stored.content, float)
    assert decimal_of(stored.content) == number
    assert stored.number_format.endswith("0.000")


@given(st.decimals(min_value=0, max_value=99999, places=2))
def test_a_percent_is_its_fraction_without_binary_noise(number):
    stored = typed(show(number, 2) + " %", Kind.PERSEN)
    assert isinstance(stored.content, float)
    assert decimal_of(stored.content) == number / 100
