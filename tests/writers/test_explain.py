"""The rules in plain text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lkj_xlsx.model.declare import Rule, Source
from lkj_xlsx.model.finding import Level
from lkj_xlsx.writers.explain import WIDTH, catalogue, find, nearest, page

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


@pytest.mark.parametrize("mark, words", [
    ("T", "teks aturan dilihat"), ("S", "dari sumber kedua"), ("R", "dari ingatan, belum diverifikasi"),
    ("D", "diturunkan dari perhitungan"),
])
def test_page_says_how_sure_the_source_is(mark, words):
    rule = replace(RULES[0], source=Source("NUM-1", "Tanda desimal", mark))
    assert page(rule).splitlines()[-1] == f"Sumber: Tanda desimal (NUM-1; {words})"


def test_page_tells_the_years_of_a_dated_source():
    rule = replace(RULES[0], source=Source("AKIP-1", "Kategori", "S", since=2021))
    assert "(AKIP-1, berlaku 2021-kini; dari sumber kedua)" in page(rule)


@pytest.mark.parametrize("code", ["LKJ212", "lkj212", " titik-desimal "])
def test_find_by_code_or_name(code):
    assert find(RULES, code) is RULES[0]


def test_unknown_code_and_its_nearest():
    assert find(RULES, "LKJ221") is None
    assert nearest(RULES, "LKJ221")[0] == "LKJ212"
    assert nearest(RULES, "lembar")[0] == "LKJ101"
