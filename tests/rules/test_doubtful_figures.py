"""Figures that can be read two ways: one question for an indicator."""

from __future__ import annotations

from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.fact import Remark
from lkj_xlsx.model.finding import Level
from lkj_xlsx.rules.doubtful_figures import ambigu
from lkj_xlsx.spec import remarks
from tests.rules.remarked_book import IKU, book

TARGET, REALISASI, CAPAIAN = Where(IKU, 7, 4), Where(IKU, 7, 5), Where(IKU, 7, 6)


def test_both_readings_are_named_with_the_one_that_was_taken() -> None:
    (finding,) = ambigu.check(book(Remark(remarks.AMBIGU, TARGET)), Ledger())
    assert (finding.code, finding.level, finding.where) == ("LKJ206", Level.PERIKSA, TARGET)
    assert str(finding.message) == (
        'Target 2024 di CAPAIAN IKU!D7 tertulis "12.500" dan dapat dibaca dua cara: 12500 (ribuan) '
        "atau 12,5 (desimal); dibaca sebagai 12,500."
    )
    assert str(finding.step).endswith("ketik 12500 bila ribuan, atau 12,5 bila desimal, di CAPAIAN IKU!D7.")


def test_figures_of_one_indicator_are_one_question() -> None:
    both = Remark(remarks.AMBIGU, TARGET), Remark(remarks.AMBIGU, REALISASI)
    (finding,) = ambigu.check(book(*both), Ledger())
    assert (finding.where, finding.related) == (TARGET, (REALISASI,))
    assert "di CAPAIAN IKU!D7 dan 1 sel lain indikator ini tertulis" in str(finding.message)
    assert str(finding.step).endswith("di CAPAIAN IKU!D7; yang lain mengikutinya.")


def test_a_percent_in_doubt_is_a_question_of_its_own() -> None:
    found = ambigu.check(book(Remark(remarks.AMBIGU, TARGET), Remark(remarks.AMBIGU, CAPAIAN, "106.667")), Ledger())
    assert [finding.where for finding in found] == [TARGET, CAPAIAN]
