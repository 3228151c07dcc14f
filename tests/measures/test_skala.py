"""Scales as printed: how a row's interval is read, and which words a capaian may have."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lkj_xlsx.measures.skala import SCALES, Scale, Step, lembar, parse_step, printed
from lkj_xlsx.model.number import Missing
from tests import book_builder

D = Decimal


@pytest.mark.parametrize(
    "interval, step",
    [
        ("≥ 90,1", Step("x", None, D("90.1"))),
        (">= 90,1 %", Step("x", None, D("90.1"))),
        ("> 90.01", Step("x", None, D("90.01"), open_lower=True)),
        ("91 ≥", Step("x", None, D(91))),
        ("90 ke atas", Step("x", None, D(90))),
        ("75,1 ≤ 90", Step("x", D(90), D("75.1"))),
        ("91 % ≤ 100 %", Step("x", D(100), D(91))),
        ("75.01 s/d <= 90", Step("x", D(90), D("75.01"))),
        ("65 s.d. 75", Step("x", D(75), D(65))),
        ("> 65 – 75", Step("x", D(75), D(65), open_lower=True)),
        ("> 75–< 85", Step("x", D(85), D(75), open_upper=True, open_lower=True)),
        ("0–30", Step("x", D(30), D(0))),
        ("≤ 50", Step("x", D(50))),
        ("< 70", Step("x", D(70), open_upper=True)),
        ("s/d 50", Step("x", D(50))),
    ],
)
def test_printed_intervals(interval: str, step: Step) -> None:
    assert parse_step("x", interval) == step


@pytest.mark.parametrize("interval", ["", "tinggi", "= 100", "90", "70 80 90", "-"])
def test_an_interval_of_unknown_form_is_not_guessed(interval: str) -> None:
    assert parse_step("x", interval) is None


def scale(*rows: tuple[str, str]) -> Scale | Missing:
    return printed(book_builder.make({"skala": [{"interval": i, "kriteria": k} for i, k in rows]}))


def test_rows_are_ordered_by_their_upper_bounds_however_they_are_printed() -> None:
    found = scale(("≤ 50", "Rendah"), ("≥ 75,1", "Tinggi"), ("50,1 ≤ 75", "Sedang"))
    assert isinstance(found, Scale)
    assert [step.label for step in found.steps] == ["Tinggi", "Sedang", "Rendah"]


def test_two_rows_with_one_upper_bound_are_no_scale() -> None:
    assert isinstance(scale(("≥ 90", "Tinggi"), ("50 ≤ 75", "Sedang"), ("≤ 75", "Rendah")), Missing)


def test_an_empty_sheet_is_no_scale() -> None:
    assert isinstance(scale(), Missing)


@pytest.mark.parametrize("code", ["A", "B", "C"])
def test_the_five_level_scales_share_their_upper_bounds(code: str) -> None:
    preset = SCALES[code].apply(book_builder.make({}))
    top, high, middle, low, lowest = (step.label for step in preset.steps)
    for x, label in (
        ("462.86", top),
        ("90.001", top),
        ("90", high),
        ("75.0001", high),
        ("75", middle),
        ("65", low),
        ("50.01", low),
        ("50", lowest),
        ("0", lowest),
        ("-50", lowest),
    ):
        assert preset.rate(D(x)) == label, x


def test_a_chosen_preset_needs_no_sheet_and_the_sheet_is_the_default() -> None:
    assert lembar.default
    assert SCALES["C"].apply(book_builder.make({})).steps[0].label == "Sangat Baik"


@pytest.mark.parametrize(
    "code, x, words",
    [
        ("A", "90.05", ("Sangat Tinggi", "Tinggi")),
        ("A", "90.1", ("Sangat Tinggi",)),
        ("A", "90", ("Tinggi",)),
        ("B", "50.5", ("Rendah", "Sangat Rendah")),
        ("D", "85", ("Memuaskan", "Sangat Baik")),
        ("D", "75", ("Baik",)),
        ("D", "120", ("Memuaskan",)),
        ("E", "100", ("Tercapai",)),
        ("E", "99.99", ("Tidak Tercapai",)),
    ],
)
def test_words_that_can_be_defended(code: str, x: str, words: tuple[str, ...]) -> None:
    assert SCALES[code].apply(book_builder.make({})).meant(D(x)) == words


def test_only_a_gap_between_two_rows_is_a_gap() -> None:
    found = scale(("91 % ≤ 100 %", "Tinggi"), ("51 ≤ 90", "Sedang"), ("10 ≤ 50", "Rendah"))
    assert isinstance(found, Scale)
    assert [found.in_gap(D(x)) for x in ("102.4", "100", "90.5", "90", "50.5", "5")] == [
        False,
        False,
        True,
        False,
        True,
        False,
    ]


def test_rows_that_print_upper_bounds_only_overlap_nowhere() -> None:
    found = scale(("≤ 100", "Tinggi"), ("≤ 75", "Sedang"), ("≤ 50", "Rendah"))
    assert isinstance(found, Scale)
    assert (
        found.meant(D(40)) == ("Rendah",) and found.meant(D(75)) == ("Sedang",) and found.meant(D(120)) == ("Tinggi",)
    )
