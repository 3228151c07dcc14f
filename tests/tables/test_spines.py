"""The spine: target, realisasi, capaian, predikat and progress of every indicator, with formulas that reach them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.expression import Expression, Place, Span
from lkj_xlsx.tables import spines
from lkj_xlsx.tables.spines import spine, years_of
from tests.workbook_case import FULL, TWIN, Typed, audited

DATA = "Data Dasar"


@pytest.fixture(scope="module")
def drawn():
    return spine(audited().book)


def figure(drawn, kode, section, column):
    return drawn.at(kode, section, column)[1]


def test_realisasi_follows_from_the_base_data_unrounded(drawn):
    growth = figure(drawn, "1.1", spines.REALISASI, "realisasi@2024")
    assert (
        growth.number == (Decimal(54815970217) - 52963916931) / 52963916931 * 100
        or str(growth.number)[:8] == "3.496820"
    )
    assert growth.formula.template == 'IF(COUNT({0},{1})<2,"-",IF({1}<=0,"-",({0}-{1})/{1}*100))'
    assert [ref.sheet for ref in growth.formula.refs] == [DATA, DATA]
    assert growth.formula.refs[0].row == growth.formula.refs[1].row  # one series, two years


def test_a_figure_from_outside_is_read_from_the_table_that_states_it(drawn):
    stated = figure(drawn, "2.1", spines.REALISASI, "realisasi@2024")
    assert (str(stated.number), stated.formula.template) == ("76.80", 'IF(ISNUMBER({0}),{0},"-")')
    assert isinstance(stated.source, Where)


def test_capaian_and_predikat_hang_on_the_spines_own_cells(drawn):
    place, capaian = drawn.at("1.3", spines.CAPAIAN, "capaian")
    assert f"{capaian.number:.4f}" == "83.7232"
    assert capaian.formula.refs == (Place("capaian", 2, "target"), Place("capaian", 2, "realisasi"))
    word = figure(drawn, "1.3", spines.CAPAIAN, "predikat")
    assert word.value == "Tinggi"
    assert word.formula.refs == (
        place,
        Span(Place("skala", 0, "kriteria"), Place("skala", 4, "kriteria")),
        Span(Place("skala", 0, "batas"), Place("skala", 4, "batas")),
    )


def test_a_range_has_two_bounds(drawn):
    full = spine(audited(base=FULL).book)
    assert [str(figure(full, "2.2", spines.CAPAIAN, column).number) for column in ("target", "batas_atas")] == [
        "6.5",
        "7.5",
    ]
    assert figure(full, "2.2", spines.CAPAIAN, "capaian").number == 100


def test_what_accumulates_is_summed_over_the_renstra_and_held_against_its_end():
    full = spine(audited(base=FULL).book)
    total = figure(full, "1.2", spines.RENSTRA, "realisasi_sd")
    assert total.number == 262
    assert total.formula == Expression(
        'IF(COUNT({0})<1,"-",SUM({0}))',
        (Span(Place("realisasi", 1, "realisasi@2025"), Place("realisasi", 1, "realisasi@2025")),),
    )
    assert f"{figure(full, '1.2', spines.RENSTRA, 'kemajuan_sd').number:.3f}" == "18.714"


def test_a_predikat_that_is_its_target_is_a_hundred_by_its_words(drawn):
    full = spine(audited(base=FULL).book)
    capaian = figure(full, "3.2", spines.CAPAIAN, "capaian")
    assert (capaian.number, capaian.formula.words) == (100, True)
    assert capaian.formula.template == 'IF(UPPER(TRIM({0}))=UPPER(TRIM({1})),100,"-")'
    assert figure(full, "3.2", spines.CAPAIAN, "predikat").value == "Sangat Tinggi"
    assert full.at("9.9", spines.CAPAIAN, "capaian") is None


def test_ranks_of_words_are_looked_up_where_that_is_chosen():
    book = audited(Typed("identitas", "", "rumus_predikat", "ORDINAL"), base=FULL).book
    words = spine(book)
    target = figure(words, "3.2", spines.CAPAIAN, "target")
    assert (target.number, target.formula.words) == (4, True)
    assert "MATCH(UPPER(TRIM({0}))" in target.formula.template


def test_years_begin_before_the_renstra(drawn):
    assert list(years_of(audited(base=TWIN).book)) == [2023, 2024]
