"""One fact in several tables."""

from __future__ import annotations

import pytest

from lkj_xlsx.measures.recompute import recompute
from lkj_xlsx.rules.conflicts import conflicts
from tests.book_builder import MEASURES, make, place
from tests.workbook_case import FULL, Typed, audited


def test_two_figures_for_one_fact_with_their_origins_and_the_one_to_trust():
    audit = audited(Typed("efisiensi", "1.3", "capaian", "83,89"))
    assert audit.told == {("LKJ311", "beda", "Efisiensi!H7", "83,89", "83,72")}
    found = audit.at("Efisiensi!H7")
    assert str(found.message) == (
        "Satu fakta, dua angka: 83,89 di Tabel 3.16 (Efisiensi!H7), tetapi 83,72 di Tabel 3.3 (Capaian IKU!I7), "
        "Tabel 3.13 (Target dan Realisasi!G7), Tabel 3.14 (Tahun Lalu!I7). Asalnya: "
        "83,72 dari 1,507018 ÷ 1,8 × 100, dengan 1,507018 = 233 ÷ 15.461 × 100; 83,89 dari 1,51 ÷ 1,8 × 100."
    )
    assert str(found.step) == "Pakai 83,72 di semua tabel; ganti di Efisiensi!H7."
    assert [str(where) for where in found.related] == ["Capaian IKU!I7", "Target dan Realisasi!G7", "Tahun Lalu!I7"]


def test_the_figure_that_the_base_data_give_is_trusted_against_three_tables():
    rounded = [Typed(sheet, "1.3", "capaian", "83,89") for sheet in ("target_realisasi", "tahun_lalu", "efisiensi")]
    audit = audited(*rounded)
    assert audit.of("LKJ311") == {("LKJ311", "beda", "Target dan Realisasi!G7", "83,89", "83,72")}
    assert str(audit.at("Target dan Realisasi!G7").step) == (
        "Pakai 83,72 di semua tabel; ganti di Target dan Realisasi!G7, Tahun Lalu!I7, Efisiensi!H7."
    )


@pytest.mark.parametrize(
    ("sheets", "trusted", "sure"),
    [
        (("capaian_iku", "efisiensi"), "capaian_iku", False),
        (("efisiensi", "capaian_iku", "target_realisasi"), "capaian_iku", True),
    ],
)
def test_one_cell_against_one_is_undecided(sheets: tuple[str, ...], trusted: str, sure: bool):
    """Realisasi from outside, without base data and capaian: 5 in the first of these tables, 7 in the others."""
    other, *same = sheets
    content = {other: [{"realisasi": "5"}], **{sheet: [{"realisasi": "7"}] for sheet in same}}
    book = make(content)
    (found,) = conflicts(book, recompute(book, MEASURES.values()))
    assert (found.value.where, found.sure) == (place(trusted, 1, "realisasi"), sure)


@pytest.mark.parametrize("cell", ["32 %", "31,8 %", "31,79 %", "31,789 %"])
def test_roundings_of_one_figure_are_one_figure(cell: str):
    assert not audited(Typed("target_realisasi", "1.1", "capaian", cell)).of("LKJ311")


def test_two_scores_of_one_year():
    audit = audited(Typed("target_realisasi", "2.1", "realisasi", "BB (78,60)"))
    assert audit.told == {("LKJ311", "galat", "Target dan Realisasi!F8", "78,60", "76,80")}


def test_a_figure_that_is_wrong_by_itself_makes_no_second_finding():
    assert audited(Typed("efisiensi", "1.3", "capaian", "97,45")).told == {
        ("LKJ301", "galat", "Efisiensi!H7", "97,45", "83,72")
    }


def test_two_words_for_one_fact():
    audit = audited(Typed("capaian_iku", "3.2", "realisasi", "WDP"), base=FULL)
    assert audit.told == {("LKJ311", "galat", "Capaian IKU!H12", "WDP", "WTP")}
    assert str(audit.at("Capaian IKU!H12").step) == "Pakai WTP di semua tabel; ganti di Capaian IKU!H12."


@pytest.mark.parametrize(
    ("sheet", "where"),
    [
        ("capaian_iku", "Capaian IKU!G7"),
        ("perjanjian", "Perjanjian Kinerja!F7"),
        ("target_realisasi", "Target dan Realisasi!E7"),
        ("efisiensi", "Efisiensi!F7"),
    ],
)
def test_the_table_whose_target_differs_from_the_others_is_named(sheet: str, where: str):
    audit = audited(Typed(sheet, "1.3", "target", "18"))
    assert audit.told == {("LKJ312", "galat", where, "18,0", "1,8")}
    assert str(audit.at(where).step) == f"Samakan {where} dengan 1,8."


@pytest.mark.parametrize("cell", ["1,80 %", "1,8", "1,800"])
def test_a_target_written_otherwise_is_the_same_target(cell: str):
    assert audited(Typed("capaian_iku", "1.3", "target", cell)).told == set()


def test_a_target_that_is_a_word():
    audit = audited(Typed("capaian_iku", "3.2", "target", "WDP"), base=FULL)
    assert audit.told == {("LKJ312", "galat", "Capaian IKU!G12", "WDP", "WTP")}


def test_the_bounds_of_a_range_are_a_target_too():
    audit = audited(Typed("efisiensi", "2.2", "target", "6,5 - 7,0"), base=FULL)
    assert {told[:3] for told in audit.told} == {("LKJ312", "galat", "Efisiensi!F9")}
