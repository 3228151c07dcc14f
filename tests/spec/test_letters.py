"""AKIP letters and opinions."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lkj_xlsx.spec.letters import RANKS, letter_of


@pytest.mark.parametrize(
    ("score", "letter"),
    [
        ("100", "AA"),
        ("90.01", "AA"),
        ("90", "A"),
        ("80.01", "A"),
        ("80", "BB"),
        ("70.01", "BB"),
        ("70", "B"),
        ("60", "CC"),
        ("50", "C"),
        ("30", "D"),
        ("0", "D"),
    ],
)
def test_the_letter_of_a_score(score: str, letter: str):
    assert letter_of(Decimal(score)) == letter


def test_the_worst_has_rank_1() -> None:
    assert {word: RANKS[word] for word in ("AA", "B", "D", "WTP", "TMP")} == {
        "AA": 7,
        "B": 4,
        "D": 1,
        "WTP": 4,
        "TMP": 1,
    }
