"""Number formats as the file keeps them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lkj_xlsx.reader.formats import Shape, shape

ACCOUNTING = '_-"Rp"* #,##0.00_-;-"Rp"* #,##0.00_-;_-"Rp"* "-"??_-;_-@_-'


@pytest.mark.parametrize(
    "text, expected",
    [
        ("General", Shape()),
        ("@", Shape()),
        ("0", Shape(places=0)),
        ("0.00", Shape(places=2, most=2)),
        ("#,##0", Shape(grouped=True, places=0)),
        ("#,##0.00", Shape(grouped=True, places=2, most=2)),
        ("0.00%", Shape(percent=True, places=2, most=2)),
        ("0.##%", Shape(percent=True, places=0, most=2)),
        (ACCOUNTING, Shape(grouped=True, places=2, most=2)),
        (r'_(* #,##0_);_(* \(#,##0\);_(* "-"_);_(@_)', Shape(grouped=True, places=0)),
        ("[$Rp-421]#,##0", Shape(grouped=True, places=0)),
        ('0.0" %"', Shape(places=1, most=1)),
        (r"0\%", Shape(places=0)),
        ("[<1]0.0%;0", Shape(percent=True, places=1, most=1)),
        ("0.00E+00", Shape()),
        ("# ?/?", Shape()),
        ("#,##0,,", Shape(grouped=True)),
        ('0 "unit;kios"', Shape(places=0)),
    ],
)
def test_shape(text, expected):
    assert shape(text) == expected


def test_negative_figures_have_their_own_section():
    assert shape("[Red]0.0;[Blue]-0.00", negative=True) == Shape(places=2, most=2)
    assert shape("0.0", negative=True) == Shape(places=1, most=1)


@pytest.mark.parametrize(
    "text, number, places",
    [
        ("0.00", "66.6", 2),
        ("General", "66.6", 1),
        ("General", "3901964176", 0),
        ("0.##", "66.6", 1),
        ("0.##", "66.66666", 2),
        ("0.##", "66", 0),
        ("#,##0,,", "2431919000", 0),
        ("General", "83.8888888888889", 10),  # a calculated figure: its last digits are noise of the stored double
    ],
)
def test_stated_places(text, number, places):
    assert shape(text).stated(Decimal(number)) == places
