"""The reviewer's checklist: facts where a program has some, nothing where only a person can look."""

from __future__ import annotations

import pytest

from lkj_xlsx import pipeline
from lkj_xlsx.tables.reviu import review
from tests.workbook_case import PRINTED, Typed, audited

MANUAL = (
    {("I. Format", number) for number in "145"}
    | {("II. Mekanisme penyusunan", number) for number in "13467"}
    | {("III. Substansi", number) for number in "35679"}
)


def review_of(*typed):
    audit = audited(*typed, base=PRINTED)
    return review(audit.book, audit.ledger, audit.findings, pipeline.pages(), pipeline.measures())


@pytest.fixture(scope="module")
def printed():
    return review_of()


def answers(reviewed):
    return {(check.part.split(".")[0], check.number): check.answer for check in reviewed.checks}


def test_only_items_with_facts_are_answered_and_none_is_ticked(printed):
    assert {(check.part, check.number) for check in printed.checks if not check.answer} == MANUAL
    assert not any(check.answer.casefold().startswith(("ya", "tidak ", "sesuai", "✓")) for check in printed.checks)


def test_facts_come_from_the_file(printed):
    answer = answers(printed)
    assert answer["I", "2"] == "Target tertulis untuk 4 dari 4 indikator."
    assert answer["I", "6"].startswith("Tabel realisasi anggaran berisi 46 baris; total anggaran")
    assert "terbuka 12 galat" in answer["II", "5"]
    assert answer["III", "8"].startswith("Pembandingan: target dan realisasi ada, tahun lalu ada, target akhir")


def test_what_is_lacking_is_named():
    answer = answers(review_of(Typed("perjanjian", "1.2", "target", None)))
    assert answer["I", "2"] == "Target tertulis untuk 3 dari 4 indikator. Belum ada: 1.2."


def test_rules_and_formulas_are_told_with_their_source_and_count(printed):
    rules = {item.code: item for item in printed.applied}
    assert set(rules) == {rule.code for rule in pipeline.pages() if rule.source.holds(2024)}
    assert rules["LKJ301"].count == sum(1 for f in audited(base=PRINTED).findings if f.code == "LKJ301")
    assert all("(" in item.source for item in printed.applied)
    formulas = {item.code: item.count for item in printed.formulas}
    assert formulas["EFISIENSI"] == 4
    assert "TRIWULAN" not in formulas  # the report has no quarters
