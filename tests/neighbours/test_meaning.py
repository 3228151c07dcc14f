"""Formulas that mean the same, and formulas that only look alike."""

from __future__ import annotations

import pytest

from lkj_xlsx.formulas.parse import parsed
from lkj_xlsx.model.cell import Where
from lkj_xlsx.neighbours.meaning import tried

HOME = Where("Isi", 7, 9)


def sense(text: str, percent: bool = False) -> str:
    return tried(parsed(text, HOME, {}).root, HOME, percent)


@pytest.mark.parametrize(
    "text, percent",
    [
        ("=H7/G7*100", False),
        ("=H7/G7", True),
        ("=ROUND(100*H7/G7,2)", False),
        ("=IF(G7=0,0,H7/G7*100)", False),
        ('=IF(G7="","",H7/G7%)', False),
        ('=IFERROR($H7/$G7*100,"-")', False),
        ("=100*(1-(G7-H7)/G7)", False),
        ("=IF(ISNUMBER(G7),H7/G7,0)", True),
    ],
)
def test_the_same_however_written(text, percent):
    assert sense(text, percent) == sense("=H7/G7*100") != ""


@pytest.mark.parametrize(
    "text, percent",
    [
        ("=H7*G7/100", False),
        ("=G7/H7*100", False),
        ("=H7/G7", False),
        ("=H7/G7*100", True),
        ("=H7/G6*100", False),
        ("=H7/$G$7*100", False),
        ("=H7/G$7*100", False),
        ("=(2*G7-H7)/G7*100", False),
        ("=H7/G7*100+1", False),
        ("=Lain!H7/G7*100", False),
    ],
)
def test_not_the_same(text, percent):
    assert sense(text, percent) != sense("=H7/G7*100")


def test_what_cannot_be_computed_has_no_meaning_of_its_own():
    assert sense("=VLOOKUP(G7,A1:B9,2)") == ""
