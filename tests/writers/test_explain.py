"""The rules in plain text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lkj_xlsx.model.declare import Rule, Source, Variant
from lkj_xlsx.model.finding import Level
from lkj_xlsx.writers.explain import WIDTH, catalogue, find, nearest, page, pages

SOURCE = Source("NUM-1", "Tanda desimal", "D")
PAGE = "Apa yang diperiksa: " + "kata " * 40 + "\n\nContoh yang ditemukan: satu.\nContoh yang lolos: dua\nlanjut."
RULES = (
    Rule("LKJ212", "titik-desimal", Level.CATATAN, "Titik sebagai tanda desimal", SOURCE, PAGE, lambda *_: ()),
    Rule("LKJ101", "lembar-hilang", Level.GALAT, "Lembar tidak ada", SOURCE, "Halaman.", lambda *_: ()),
)


def test_catalogue_lists_code_level_title_in_order_of_codes():
    lines = catalogue(RULES).splitlines()
    assert lines[1:3] == ["LKJ101  galat    Lembar tidak ada", "LKJ212  catatan  Titik sebagai tanda desimal"]


def test_page_holds_all_parts_within_80_columns():
    text = page(RULES[0])
    assert text.startswith("LKJ212 titik-desimal\n")
    assert "Tingkat: catatan" in text
    assert "\nContoh yang ditemukan: satu.\nContoh yang lolos: dua lanjut.\n" in text
    assert max(map(len, text.splitlines())) <= WIDTH


@pytest.mark.parametrize(
    "mark, words",
    [
        ("T", "teks aturan dilihat"),
        ("S", "dari sumber kedua"),
        ("R", "dari ingatan, belum diverifikasi"),
        ("D", "diturunkan dari perhitungan"),
    ],
)
def test_page_says_how_sure_the_source_is(mark, words):
    rule = replace(RULES[0], source=Source("NUM-1", "Tanda desimal", mark))
    assert page(rule).splitlines()[-1] == f"Sumber: Tanda desimal (NUM-1; {words})"


@pytest.mark.parametrize(
    "since, until, years",
    [
        (2021, None, "(AKIP-1, berlaku sejak 2021; dari sumber kedua)"),
        (None, 2020, "(AKIP-1, berlaku sampai 2020; dari sumber kedua)"),
        (2015, 2020, "(AKIP-1, berlaku sejak 2015 sampai 2020; dari sumber kedua)"),
        (None, None, "(AKIP-1; dari sumber kedua)"),
    ],
)
def test_page_tells_the_years_of_a_dated_source(since, until, years):
    rule = replace(RULES[0], source=Source("AKIP-1", "Kategori", "S", since, until))
    assert years in page(rule).replace("\n        ", " ")


VARIANTS = (
    Variant("agregasi", "RATA", "Rata-rata triwulan", SOURCE, "Untuk indeks.", max, default=True),
    Variant("agregasi", "AKHIR", "Triwulan terakhir", SOURCE, "Untuk keadaan.", max, order=1),
    Variant(
        "rata_sasaran",
        "RATA",
        "Rata-rata tanpa bobot",
        Source("CAP-13", "Laporan", "R", since=2017),
        "Tanpa bobot.",
        max,
    ),
)


def test_catalogue_lists_the_options_with_their_formulas_after_the_rules():
    lines = catalogue(RULES, VARIANTS).splitlines()
    assert lines[3:11] == [
        "",
        "agregasi  Agregasi Triwulan",
        "  RATA   Rata-rata triwulan (bawaan)",
        "  AKHIR  Triwulan terakhir",
        "",
        "rata_sasaran  Rata-rata Capaian Sasaran",
        "  RATA  Rata-rata tanpa bobot",
        "",
    ]


def test_a_formula_has_its_page():
    (text,) = pages(RULES, VARIANTS, "akhir")
    assert text.splitlines() == [
        "AKHIR Triwulan terakhir",
        "=======================",
        "Pilihan: Agregasi Triwulan (agregasi)",
        "",
        "Untuk keadaan.",
        "",
        "Sumber: Tanda desimal (NUM-1; diturunkan dari perhitungan)",
    ]


def test_a_code_that_two_options_share_has_both_pages_with_their_years():
    one, other = pages(RULES, VARIANTS, "RATA")
    assert "Pilihan: Agregasi Triwulan (agregasi)\nDipakai bila tidak ada yang dipilih." in one
    assert "Pilihan: Rata-rata Capaian Sasaran (rata_sasaran)" in other
    assert "(CAP-13, berlaku sejak 2017; dari ingatan, belum diverifikasi)" in " ".join(other.split())


def test_an_option_has_the_pages_of_its_formulas_and_a_rule_its_own():
    assert [text.split()[0] for text in pages(RULES, VARIANTS, "Agregasi")] == ["RATA", "AKHIR"]
    assert pages(RULES, VARIANTS, "LKJ212") == (page(RULES[0]),)
    assert pages(RULES, VARIANTS, "LKJ999") == ()
    assert nearest(RULES, "AKHR", variants=VARIANTS)[0] == "AKHIR"


@pytest.mark.parametrize("code", ["LKJ212", "lkj212", " titik-desimal "])
def test_find_by_code_or_name(code):
    assert find(RULES, code) is RULES[0]


def test_unknown_code_and_its_nearest():
    assert find(RULES, "LKJ221") is None
    assert nearest(RULES, "LKJ221")[0] == "LKJ212"
    assert nearest(RULES, "lembar")[0] == "LKJ101"
