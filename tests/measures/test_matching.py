"""Programmes under slightly different names in two tables are paired only where one clearly fits."""

from __future__ import annotations

import pytest

from lkj_xlsx.measures.matching import best_match, linked_programs, miscoded, plain_name
from tests import book_builder


@pytest.mark.parametrize(
    "text, plain",
    [
        ("PROGRAM PENILAIAN KESEHATAN KSP/USP KOPERASI", "penilaian kesehatan ksp usp koperasi"),
        ("Program Penilaian Kesehatan KSP/USP Koperasi", "penilaian kesehatan ksp usp koperasi"),
        ("Pengembangan  UMKM", "pengembangan umkm"),
        ("Programisasi Desa", "programisasi desa"),
    ],
)
def test_names_are_compared_without_case_marks_and_the_word_program(text: str, plain: str) -> None:
    assert plain_name(text) == plain


NAMES = [
    "pengawasan dan pemeriksaan koperasi",
    "pendidikan dan latihan koperasi",
    "pemberdayaan dan perlindungan koperasi",
    "pengembangan umkm",
]


@pytest.mark.parametrize(
    "name, place",
    [
        ("pengembangan umkm", 3),
        ("pendidikan dan latihan perkoperasian", 1),
        ("pemberdayaan dan perlidungan koperasi", 2),
        ("pengembangan usaha mikro", None),  # begins alike, and is another programme
        ("pengendalian penduduk", None),
        ("", None),
    ],
)
def test_the_one_name_that_fits(name: str, place: int | None) -> None:
    assert best_match(name, NAMES) == place


def test_two_equal_or_equally_alike_names_are_not_chosen_between() -> None:
    assert best_match("pengembangan umkm", ["pengembangan umkm", "pengembangan umkm"]) is None
    assert best_match("pengembangan umkm x", ["pengembangan umkm a", "pengembangan umkm b"]) is None
    assert best_match("pengembangan umkm", []) is None


def test_supporting_programmes_find_their_budget_row() -> None:
    book = book_builder.make(
        {
            "program_pendukung": [
                {"program": "Program Pendidikan dan Latihan Perkoperasian", "pagu": "529.255.000"},
                {"program": "Program Pengendalian Penduduk", "pagu": "1"},
            ],
            "realisasi_anggaran": [
                {"tingkat": "Program", "uraian": "PROGRAM PENGEMBANGAN UMKM"},
                {"tingkat": "Program", "uraian": "PROGRAM PENDIDIKAN DAN LATIHAN KOPERASI"},
                {"tingkat": "Kegiatan", "uraian": "Program Pendidikan dan Latihan Perkoperasian"},
            ],
        }
    )
    linked = {row.text("program"): node.record.text("uraian") for row, node in linked_programs(book).items()}
    assert linked == {"Program Pendidikan dan Latihan Perkoperasian": "PROGRAM PENDIDIKAN DAN LATIHAN KOPERASI"}


def test_a_row_is_miscoded_where_its_text_is_exactly_another_indicators_name() -> None:
    indikator = [{"kode": "1.1", "indikator": "Aset"}, {"kode": "1.2", "indikator": "Omzet"}]
    rows = [
        {"kode": "1.1", "indikator": "OMZET."},
        {"kode": "1.2", "indikator": "Omzet"},
        {"kode": "1.1", "indikator": "Omzet UMKM"},
        {"kode": "1.1; 1.2", "indikator": "Omzet"},
    ]
    found = miscoded(book_builder.make({"capaian_iku": rows}, indikator))
    assert {(row.sheet, row.row): meant for row, meant in found.items()} == {("capaian_iku", 5): "1.2"}


def test_the_sheet_that_declares_the_codes_is_never_miscoded() -> None:
    twice = [{"kode": "1.1", "indikator": "Aset"}, {"kode": "1.2", "indikator": "Aset"}]
    assert miscoded(book_builder.make({}, twice)) == {}
