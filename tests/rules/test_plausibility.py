"""Plausible but unusual figures, and printed years."""

from __future__ import annotations

import pytest

from lkj_xlsx.measures.recompute import recompute
from lkj_xlsx.rules.plausibility import luar_biasa
from tests.book_builder import MEASURES, make, place
from tests.workbook_case import Typed, audited


def upgrade(target: str, capaian: str, efisiensi: str) -> list[Typed]:
    """Indicator 1.3 with another target, consistently in all tables."""
    tables = ("perjanjian", "capaian_iku", "target_realisasi", "efisiensi")
    made = [Typed(sheet, "1.3", "target", target) for sheet in tables]
    made += [Typed(sheet, "1.3", "capaian", capaian) for sheet in (*tables[1:], "tahun_lalu")]
    made += [Typed(sheet, "1.3", "predikat", "Sangat Tinggi") for sheet in tables[1:3]]
    return [*made, Typed("efisiensi", "1.3", "efisiensi", efisiensi)]


def test_a_capaian_of_more_than_twice_the_target_is_to_be_looked_at_once():
    audit = audited(*upgrade("0,6", "251,17", "2,52"))
    assert audit.told == {("LKJ341", "periksa", "Capaian IKU!I7", "251,17", "")}
    assert str(audit.at("Capaian IKU!I7").message) == "Capaian 251,17 di luar kebiasaan."


@pytest.mark.parametrize(
    ("realisasi", "capaian", "told"),
    [("20", "200", False), ("20,01", "200,1", True), ("0", "0", False), ("-0,01", "-0,1", True)],
)
def test_from_nothing_to_twice_the_target_is_usual(realisasi: str, capaian: str, told: bool):
    book = make({"capaian_iku": [{"target": "10", "realisasi": realisasi, "capaian": capaian}]})
    found = luar_biasa.check(book, recompute(book, MEASURES.values()))
    assert [finding.where for finding in found] == ([place("capaian_iku", 1, "capaian")] if told else [])


def test_a_capaian_above_its_target_is_usual():
    assert audited(*upgrade("1,2", "125,58", "1,26")).told == set()


def test_last_year_is_not_judged_again():
    assert not audited().of("LKJ341")  # 462,86 % in Tabel 3.14


def test_a_heading_with_another_year_than_the_end_of_the_renstra():
    audit = audited(
        Typed("data_dasar", "ASET", "tahun_target", "2024"), Typed("data_dasar", "SHU", "tahun_target", "2024")
    )
    assert audit.told == {("LKJ342", "beda", "Data Dasar!H5", "2024", "2026")}
    assert [str(where) for where in audit.at("Data Dasar!H5").related] == ["Data Dasar!H6"]


def test_no_printed_year_is_no_wrong_year():
    assert (
        audited(Typed("data_dasar", "ASET", "tahun_target", None), Typed("data_dasar", "ASET", "tahun_awal", None)).told
        == set()
    )


def test_base_data_printed_under_the_year_after_theirs():
    audit = audited(Typed("data_dasar", "ASET", "tahun_awal", "2024"), Typed("data_dasar", "SHU", "tahun_awal", "2024"))
    assert audit.told == {("LKJ343", "beda", "Data Dasar!J5", "2024", "2023")}
    found = audit.at("Data Dasar!J5")
    assert str(found.message) == (
        "Data awal 2024 tertulis 52.963.916.931, sedangkan realisasi 2024 54.815.970.217. "
        "52.963.916.931 adalah realisasi 2023."
    )
    assert [str(where) for where in found.related] == ["Data Dasar!J6", "Data Dasar!I5", "Data Dasar!L5"]


def test_base_data_that_are_no_year_s_realisasi_are_named_themselves():
    audit = audited(
        Typed("data_dasar", "KECIL", "data_awal", "332"), Typed("data_dasar", "JUMLAH-UMKM", "data_awal", "15.830")
    )
    assert audit.told == {
        ("LKJ343", "beda", "Data Dasar!I10", "332", "233"),
        ("LKJ343", "beda", "Data Dasar!I12", "15.830", "15.731"),
    }
    assert str(audit.at("Data Dasar!I10").step) == (
        "Samakan Data Dasar!I10 dan Data Dasar!L10, atau betulkan tahunnya di Data Dasar!J10."
    )


def test_a_total_that_is_told_already_is_not_told_again_as_base_data():
    audit = audited(Typed("data_dasar", "JUMLAH-UMKM", "realisasi@2024", "15.713"))
    assert audit.told == {("LKJ301", "galat", "Data Dasar!L12", "15.713", "15.731")}


NO_TARGET = tuple(
    Typed(s, "1.3", "target", "0") for s in ("perjanjian", "capaian_iku", "target_realisasi", "efisiensi")
)
STATING = ("capaian_iku", "target_realisasi", "tahun_lalu", "efisiensi")


def test_a_capaian_typed_beside_a_target_of_zero_is_to_be_looked_at():
    audit = audited(*NO_TARGET)
    assert {(level, cell, stated) for _, level, cell, stated, _ in audit.of("LKJ344")} == {
        ("periksa", "Capaian IKU!I7", "83,72"),
        ("periksa", "Target dan Realisasi!G7", "83,72"),
        ("periksa", "Tahun Lalu!I7", "83,72"),
        ("periksa", "Efisiensi!H7", "83,72"),
        ("periksa", "Efisiensi!L7", "0,84"),  # made from the capaian that cannot be
    }
    assert str(audit.at("Capaian IKU!I7").message) == (
        "83,72 tertulis, padahal tidak dapat dihitung: pembagi nol: target bernilai 0."
    )


def test_a_capaian_left_out_beside_a_target_of_zero_is_in_order():
    left_out = [
        *(Typed(sheet, "1.3", "capaian", "-") for sheet in STATING),
        Typed("efisiensi", "1.3", "efisiensi", "-"),
    ]
    assert audited(*NO_TARGET, *left_out).of("LKJ344") == set()
