"""Dated rules and choices."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lkj_xlsx import pipeline
from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.declare import Source
from lkj_xlsx.model.finding import Level
from lkj_xlsx.rules.dates import di_luar_masa
from lkj_xlsx.spec.field import Years
from tests.book_builder import make, place, records


def book(tahun: int, **choices: str):
    made = make({}, years=Years(tahun, tahun, tahun + 2))
    (form,) = records("identitas", [choices], "", "", {})
    return replace(made, settings=replace(made.settings, record=form))


@pytest.mark.parametrize(
    "since, until, tahun, holds",
    [
        (None, None, 1999, True),
        (2017, None, 2016, False),
        (2017, None, 2017, True),
        (None, 2016, 2016, True),
        (None, 2016, 2017, False),
        (2011, 2016, 2020, False),
        (2011, 2016, 2014, True),
        (2017, None, 0, True),
    ],
)
def test_a_source_holds_between_its_years_both_included(since, until, tahun, holds):
    assert Source("X-1", "Aturan", "R", since, until).holds(tahun) is holds


@pytest.mark.parametrize("chosen", ["B", "Sangat Tinggi–Sangat Rendah, 91 ke atas"])
def test_a_choice_that_came_later_than_the_report_is_told_at_its_cell(chosen):
    (finding,) = di_luar_masa.check(book(2009, skala=chosen, rumus_efisiensi="EFF-1"), Ledger())
    assert (finding.code, finding.level, finding.where) == ("LKJ804", Level.PERIKSA, place("identitas", 1, "skala"))
    assert finding.stated == chosen
    assert "berlaku sejak 2010, sedangkan laporan ini tahun 2009" in str(finding.message)


def test_choices_of_their_time_and_those_without_years_pass():
    assert (
        list(di_luar_masa.check(book(2024, skala="B", rumus_efisiensi="EFF-5", rumus_turun="TURUN-1"), Ledger())) == []
    )
    assert list(di_luar_masa.check(book(2009, skala="A", rumus_efisiensi="EFF-1"), Ledger())) == []


def test_a_word_that_is_no_choice_is_left_to_its_own_rule():
    assert list(di_luar_masa.check(book(2009, skala="entah"), Ledger())) == []


@pytest.mark.parametrize("tahun, codes", [(2020, set()), (2021, {"LKJ361"})])
def test_a_rule_is_asked_only_in_its_years(tahun, codes):
    odd = [{"kode_rekening": "1.2.3.4.5.6.7", "uraian": "Baris", "anggaran": "1", "realisasi": "1"}]
    made = make({"realisasi_anggaran": odd}, years=Years(tahun, tahun, tahun + 2))
    _, findings = pipeline.examine(made)
    assert {finding.code for finding in findings if finding.code == "LKJ361"} == codes
