"""The sheets that the speed is measured with are what they are called, and the table tells what was reached."""

from __future__ import annotations

from itertools import accumulate

import pytest

from benchmarks.measuring import Run
from benchmarks.speed import TARGETS, Line, ratios
from benchmarks.workbooks import CHANGES, NO_SUMS, SHEET, TYPED, UNTOLD, WRONG_CODES, budget_data, change
from lkj_xlsx.measures.tree import code_level

ROWS = 400


def made(kind: str, rows: int = ROWS):
    lines = budget_data(rows, formulas=False)["lembar"][SHEET]
    change(lines, kind)
    return lines


def amounts(lines, key: str) -> list[int]:
    return [int(line[key].replace(".", "")) for line in lines]


def sums_that_fit(goals: list[int]) -> list[int]:
    """The rows that some of the rows right below them add up to."""
    return [at for at, goal in enumerate(goals) if goal in set(accumulate(goals[at + 1 :]))]


@pytest.mark.parametrize("kind", CHANGES)
def test_every_kind_has_the_rows_asked_for(kind):
    assert len(made(kind)) == ROWS


def test_each_fifth_code_is_wrong_and_tells_the_same_level():
    right, wrong = ([line["kode_rekening"] for line in made(kind)[:-1]] for kind in (TYPED, WRONG_CODES))
    other = [at for at, (one, two) in enumerate(zip(right, wrong, strict=True)) if one != two]
    assert other == list(range(0, ROWS - 1, 5))
    assert [code_level(code) for code in right] == [code_level(code) for code in wrong]
    assert {wrong[at] == f"{right[at]}1" for at in other[::2]} == {True}
    assert {wrong[at].split(".")[:3] in [code.split(".") for code in right] for at in other[1::2]} == {True}


@pytest.mark.parametrize("key", ["anggaran", "realisasi"])
def test_no_rows_add_up_where_no_sum_is_to_fit(key):
    assert sums_that_fit(amounts(made(NO_SUMS), key)) == []
    assert len(sums_that_fit(amounts(made(UNTOLD), key))) > ROWS // 20


def test_nothing_but_names_tells_what_an_untold_row_is():
    told = {(line["kode_rekening"], line["tingkat"]) for line in made(UNTOLD)}
    assert told == {(None, None)}


@pytest.mark.parametrize(
    "number, aim, word",
    [
        (0.75, 0.75, "aim"),
        (0.76, 0.75, "must"),
        (1.3, 0.75, "must"),
        (1.31, 0.75, "**not reached**"),
        (0.5, None, "must"),
    ],
)
def test_a_line_says_what_was_reached(number, aim, word):
    line = Line("x", number, number, 1.3, aim)
    assert line.word == word
    assert str(line).endswith(f"| {word} |")


def test_what_was_not_measured_has_no_line():
    first = TARGETS[0]
    found = {name: Run(0.2, 0.1, 30.0) for name in (first.one, *first.others)}
    assert [(line.what, line.number) for line in ratios(found)] == [(first.what, 1.0)]
    every = {name: Run(0.2, 0.1, 30.0) for target in TARGETS for name in (target.one, *target.others)}
    assert len(list(ratios(every))) == len(TARGETS) + 1  # the memory of the longest sheet
