"""Figures of a finding as people read them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from lkj_xlsx.writers.figures import difference, right, stated
from tests.writers.small_reports import GALAT


@pytest.mark.parametrize(
    "value, expected",
    [
        (Decimal("97.94"), "97,94"),
        (Decimal(4824118586), "4.824.118.586"),
        (Decimal(2024), "2024"),
        (Decimal(1899), "1.899"),
        (Decimal("10.0"), "10,0"),
        (Decimal("31.90"), "31,90"),
        ("BB (76,8)", "BB (76,8)"),
        (None, ""),
    ],
)
def test_stated(value, expected):
    assert stated(replace(GALAT, stated=value)) == expected


@pytest.mark.parametrize(
    "value, places, expected",
    [
        (Decimal("97.5369"), 2, "97,54"),
        (Decimal("3958467503.1"), 0, "3.958.467.503"),
        (Decimal(2026), 0, "2026"),
        ("Tinggi", 2, "Tinggi"),
        (None, 2, ""),
    ],
)
def test_right(value, places, expected):
    assert right(replace(GALAT, recomputed=value, places=places)) == expected


@pytest.mark.parametrize(
    "value, places, expected",
    [
        (Decimal("-0.014"), 2, "-0,01"),
        (Decimal("0.0004"), 2, "0,0004"),
        (Decimal(0), 2, "0,00"),
        (None, 2, ""),
    ],
)
def test_difference(value, places, expected):
    assert difference(replace(GALAT, difference=value, places=places)) == expected
