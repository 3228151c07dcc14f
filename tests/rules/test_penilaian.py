"""Rating words and AKIP letters."""

from __future__ import annotations

import pytest

from tests.workbook_case import FULL, Typed, audited


def rated(kode: str, word: str) -> Typed:
    return Typed("capaian_iku", kode, "predikat", word)


def test_a_word_that_the_scale_does_not_give():
    audit = audited(Typed("target_realisasi", "1.3", "predikat", "Sangat Tinggi"))
    assert audit.told == {("LKJ331", "galat", "Target dan Realisasi!H7", "Sangat Tinggi", "Tinggi")}
    assert str(audit.at("Target dan Realisasi!H7").message) == (
        "Tertulis Sangat Tinggi, padahal capaian 83,72 menurut Skala Nilai adalah Tinggi."
    )


@pytest.mark.parametrize("word", ["Tinggi", "Sangat Tinggi", "Sedang", "Rendah"])
def test_every_other_word_is_wrong(word: str):
    assert audited(rated("1.1", word)).told == {("LKJ331", "galat", "Capaian IKU!J5", word, "Sangat Rendah")}


@pytest.mark.parametrize("word", ["sangat rendah", "SANGAT RENDAH", "Sangat  Rendah (SR)", "Sangat Rendah(SR)"])
def test_a_word_written_otherwise_is_the_same_word(word: str):
    assert audited(rated("1.1", word)).told == set()


def test_a_word_of_another_scale_is_to_be_looked_at():
    audit = audited(rated("1.1", "Kurang"))
    assert audit.told == {("LKJ332", "periksa", "Capaian IKU!J5", "Kurang", "Sangat Rendah")}
    assert str(audit.at("Capaian IKU!J5").message) == (
        "Kurang tidak ada dalam Skala Nilai (Sangat Tinggi, Tinggi, Sedang, Rendah, Sangat Rendah)."
    )


def test_the_dash_of_an_indicator_without_score_is_no_word():
    assert not audited(base=FULL).of("LKJ332")


@pytest.mark.parametrize("word", ["Tinggi", "Sangat Tinggi"])
def test_between_two_printed_rows_either_word_passes_with_a_remark(word: str):
    """67,54 of 75 is 90,05: the printed scale has a row up to 90 and one from 90,1."""
    typed = [
        Typed(sheet, "2.1", key, cell)
        for sheet in ("capaian_iku", "target_realisasi")
        for key, cell in (("realisasi", "B (67,54)"), ("capaian", "90,05"), ("predikat", word))
    ]
    others = [
        Typed("efisiensi", "2.1", key, cell)
        for key, cell in (("realisasi", "67,54"), ("capaian", "90,05"), ("efisiensi", "0,96"))
    ]
    letters = [Typed("nilai_akip", "2.1", "realisasi@2024", "B")]
    assert audited(*typed, *others, *letters).told == {
        ("LKJ335", "catatan", "Capaian IKU!J8", word, "Sangat Tinggi"),
        ("LKJ335", "catatan", "Target dan Realisasi!H8", word, "Sangat Tinggi"),
    }


def test_a_letter_that_its_score_contradicts_is_told_once():
    audit = audited(Typed("capaian_iku", "2.1", "realisasi", "B (76,8)"))
    assert audit.told == {("LKJ333", "galat", "Capaian IKU!H8", "B (76,8)", "BB")}
    assert str(audit.at("Capaian IKU!H8").message) == "Skor 76,8 termasuk BB, bukan B."


def test_a_bare_letter_that_differs_from_the_scored_one():
    audit = audited(Typed("nilai_akip", "2.1", "realisasi@2024", "B"))
    assert audit.told == {("LKJ334", "beda", "Nilai AKIP!G5", "B", "BB")}
    assert str(audit.at("Nilai AKIP!G5").message) == "Tertulis B, tabel lain menulis BB."


def test_a_letter_of_another_year_is_another_fact():
    assert audited(Typed("nilai_akip", "2.1", "data_awal", "CC")).told == set()
