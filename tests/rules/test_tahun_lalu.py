"""Last year's figures against last year's report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.finding import Finding
from lkj_xlsx.rules import tahun_lalu
from lkj_xlsx.spec.field import Years
from tests.book_builder import Row, make, place

Sheets = Mapping[str, Sequence[Row]]
LAST = Years(2023, 2024, 2026)


def asked(rule, this: Sheets, last: Sheets, names: tuple[Row, Row] = ({}, {}), years: Years = LAST) -> list[Finding]:
    book = make(this, indikator=[names[0]])
    return list(rule.check(replace(book, lalu=make(last, indikator=[names[1]], years=years)), Ledger()))


def lines(found: Sequence[Finding]) -> list[tuple[str, str, str]]:
    return [(f.level.word, str(f.where), str(f.message)) for f in found]


CELL = place("capaian_iku", 1, "realisasi")


@pytest.mark.parametrize(
    "typed, published",
    [
        ("31,8", "31,82"),
        ("32 %", "31,82"),
        ("31,82", "31,82"),
        ("BB", "BB (76,80)"),
    ],
)
def test_figures_with_a_common_point_agree(typed, published):
    this, last = {"tahun_lalu": [{"realisasi_lalu": typed}]}, {"capaian_iku": [{"realisasi": published}]}
    assert asked(tahun_lalu.angka, this, last) == []


@pytest.mark.parametrize("typed, published", [("5", "6"), ("31,81", "31,82"), ("31,7", "31,82"), ("B", "BB (76,80)")])
def test_a_copy_is_the_same_to_its_last_digit(typed, published):
    this, last = {"tahun_lalu": [{"realisasi_lalu": typed}]}, {"capaian_iku": [{"realisasi": published}]}
    assert [f.where for f in asked(tahun_lalu.angka, this, last)] == [place("tahun_lalu", 1, "realisasi_lalu")]


def test_another_figure_is_a_difference_that_names_both_cells():
    this, last = {"tahun_lalu": [{"realisasi_lalu": "30,10"}]}, {"capaian_iku": [{"realisasi": "31,82"}]}
    (found,) = asked(tahun_lalu.angka, this, last)
    assert lines([found]) == [
        (
            "beda",
            str(place("tahun_lalu", 1, "realisasi_lalu")),
            f"Tertulis 30,10; laporan tahun lalu menulis 31,82 ({CELL} di berkas tahun lalu).",
        )
    ]
    assert (str(found.stated), str(found.recomputed), str(found.difference)) == ("30.10", "31.82", "-1.72")


def test_base_data_of_last_year_is_found_by_code_or_by_description():
    rows = [
        {"kode_data": "ASET", "uraian": "Aset", "realisasi@2023": "1.000"},
        {"kode_data": "OMZET", "uraian": "Omzet UMKM", "realisasi@2023": "5"},
    ]
    there = [
        {"kode_data": "ASET", "uraian": "Jumlah aset", "realisasi@2023": "1.100"},
        {"kode_data": "OMZ", "uraian": "Omzet  umkm", "realisasi@2023": "6"},
    ]
    found = asked(tahun_lalu.angka, {"data_dasar": rows}, {"data_dasar": there})
    assert [f.where for f in found] == [place("data_dasar", line, "realisasi@2023") for line in (1, 2)]


def test_capaian_left_to_the_tool_last_year_is_the_recomputed_one():
    last = {"perjanjian": [{"target": "50"}], "capaian_iku": [{"target": "50", "realisasi": "40"}]}
    (found,) = asked(tahun_lalu.angka, {"tahun_lalu": [{"capaian_lalu": "90,00"}]}, last)
    assert str(found.recomputed) == "80.00"
    assert asked(tahun_lalu.angka, {"tahun_lalu": [{"capaian_lalu": "80"}]}, last) == []


def test_a_figure_that_one_of_two_published_ones_bears_out_is_left():
    last = {"capaian_iku": [{"realisasi": "31,82"}], "renstra": [{"realisasi": "30,10"}]}
    assert asked(tahun_lalu.angka, {"tahun_lalu": [{"realisasi_lalu": "30,10"}]}, last) == []


def test_a_target_is_a_decision():
    this, last = {"tahun_lalu": [{"target_lalu": "4"}]}, {"perjanjian": [{"target": "4,5"}]}
    (found,) = asked(tahun_lalu.target, this, last)
    assert (found.level.word, found.where) == ("galat", place("tahun_lalu", 1, "target_lalu"))
    assert asked(tahun_lalu.target, {"tahun_lalu": [{"target_lalu": "4,50"}]}, last) == []


NAME = "Persentase koperasi sehat di kabupaten"


@pytest.mark.parametrize(
    "there, compared",
    [
        ({"kode": "9", "indikator": NAME.upper()}, True),  # renumbered
        ({"kode": "1", "indikator": "Persentase koperasi sehat di kabupten"}, True),  # a slip in the name
        ({"kode": "1", "indikator": "Nilai AKIP"}, False),  # another indicator under the old code
        ({"kode": "1", "indikator": "Persentase koperasi berkualitas di kabupaten"}, False),  # one word other
    ],
)
def test_indicators_are_paired_by_name_then_by_code(there, compared):
    this, last = {"tahun_lalu": [{"realisasi_lalu": "30"}]}, {"capaian_iku": [{"realisasi": "40"}]}
    names = ({"indikator": NAME}, there)
    assert bool(asked(tahun_lalu.angka, this, last, names)) is compared
    alone = asked(tahun_lalu.tanpa_pasangan, this, last, names)
    assert [f.where for f in alone] == ([] if compared else [place("tahun_lalu", 1, "realisasi_lalu")])


def test_a_report_of_another_year_is_said_and_not_compared():
    this, last = {"tahun_lalu": [{"realisasi_lalu": "30"}]}, {"capaian_iku": [{"realisasi": "40"}]}
    other = Years(2022, 2024, 2026)
    assert asked(tahun_lalu.angka, this, last, years=other) == []
    (found,) = asked(tahun_lalu.berkas, this, last, years=other)
    assert "tahun 2022, bukan 2023" in str(found.message)


def test_another_office_is_said():
    book, last = make({}), make({}, years=LAST)
    other = replace(last, settings=replace(last.settings, opd="Dinas Lain"))
    (found,) = tahun_lalu.berkas.check(replace(book, lalu=other), Ledger())
    assert "milik Dinas Lain Kabupaten Contoh" in str(found.message)
    assert list(tahun_lalu.berkas.check(replace(book, lalu=last), Ledger())) == []


@pytest.mark.parametrize("rule", [tahun_lalu.angka, tahun_lalu.target, tahun_lalu.tanpa_pasangan])
@pytest.mark.parametrize("other", [{}, {"opd": "Dinas Lain"}, {"kabupaten": "Kabupaten Lain"}, {"opd": ""}])
def test_figures_of_another_office_are_not_compared(rule, other):
    wrong = {"realisasi_lalu": "30", "target_lalu": "4", "capaian_lalu": "9"}
    this = make({"tahun_lalu": [wrong]}, indikator=[{"indikator": NAME}])
    there = {} if rule is tahun_lalu.tanpa_pasangan else {"indikator": NAME}
    last = make({"capaian_iku": [{"realisasi": "40"}], "perjanjian": [{"target": "5"}]}, indikator=[there], years=LAST)
    last = replace(last, settings=replace(last.settings, **other))
    assert bool(list(rule.check(replace(this, lalu=last), Ledger()))) is (not other)
    told = [str(found.message) for found in tahun_lalu.berkas.check(replace(this, lalu=last), Ledger())]
    assert [text.endswith(": angkanya tidak dibandingkan.") for text in told] == ([True] if other else [])


@pytest.mark.parametrize("rule", [tahun_lalu.berkas, tahun_lalu.angka, tahun_lalu.target, tahun_lalu.tanpa_pasangan])
def test_without_last_year_nothing_is_asked(rule):
    book: Book = make({"tahun_lalu": [{"realisasi_lalu": "30", "target_lalu": "4"}]})
    assert list(rule.check(book, Ledger())) == []
