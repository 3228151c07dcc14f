"""Charts declared by their cells."""

from __future__ import annotations

import pytest

from lkj_xlsx.model.expression import Place, Span
from lkj_xlsx.tables.charts import charts, part, pieces, short
from lkj_xlsx.tables.spines import spine
from tests.workbook_case import FULL, PRINTED, audited


def drawn(base):
    book = audited(base=base).book
    return {chart.title: chart for chart in charts(book, spine(book))[1]}


@pytest.fixture(scope="module")
def printed():
    return drawn(PRINTED)


def test_capaian_stands_against_the_bounds_of_the_scale(printed):
    chart = printed["Capaian tiap indikator tahun 2024 dan batas predikatnya"]
    assert [series.name for series in chart.series] == [
        "Capaian (%)",
        "Batas atas Tinggi (90)",
        "Batas atas Sedang (75)",
        "Batas atas Rendah (65)",
        "Batas atas Sangat Rendah (50)",
    ]
    assert [series.style for series in chart.series] == ["kolom", *["garis"] * 4]
    assert chart.categories == Span(
        Place("grafik_indikator", 0, "indikator"), Place("grafik_indikator", 3, "indikator")
    )


def test_each_unit_has_its_own_axis(printed):
    assert [title for title in printed if title.startswith("Target")] == [
        "Target dan realisasi (%)",
        "Target dan realisasi (Nilai)",
    ]
    chart = printed["Target dan realisasi (%)"]
    assert [(series.name, series.values) for series in chart.series] == [
        (name, Span(Place("grafik_indikator", 0, key), Place("grafik_indikator", 2, key)))
        for name, key in (("Target", "target"), ("Realisasi", "realisasi"))
    ]


def test_a_line_needs_two_points(printed):
    assert "Realisasi tahun-tahun Renstra 2024–2026 (%)" in printed
    assert "Realisasi tahun-tahun Renstra 2024–2026 (Nilai)" not in printed


def test_programmes_in_rupiah(printed):
    chart = printed["Anggaran dan realisasi tiap program tahun 2024"]
    assert (chart.kind, chart.axis, chart.categories.last.row) == ("batang", "rupiah", 5)


def test_indicators_of_one_unit_stand_together():
    book = audited(base=FULL).book
    (section, *_), _ = charts(book, spine(book))
    assert [row.items["kode"].value for row in section.rows] == ["1.1", "1.3", "1.2", "2.1", "2.2", "2.3", "3.1", "3.2"]


def test_names_are_cut_at_a_word():
    assert short("pendek") == "pendek"
    assert short("kata " * 30) == ("kata " * 14).strip() + " …"


def test_many_indicators_are_parted_evenly():
    assert pieces(3, 10, 8) == [(3, 10)]
    assert pieces(0, 16, 8) == [(0, 4), (5, 10), (11, 16)]
    assert part("Capaian", 1, 3) == "Capaian, bagian 2 dari 3"
    assert part("Capaian", 0, 1) == "Capaian"


def test_a_range_has_both_its_bounds_and_no_point_on_a_line():
    book = audited(base=FULL).book
    (section, years, *_), drawings = charts(book, spine(book))
    chart = next(chart for chart in drawings if chart.title == "Target dan realisasi (Indeks)")
    names = [series.name for series in chart.series]
    assert names == ["Target (rentang: batas bawah)", "Batas atas target", "Realisasi"]
    ranged = next(row.items for row in section.rows if row.items["kode"].value == "2.2")
    assert (str(ranged["target"].value), str(ranged["batas_atas"].value)) == ("6.5", "7.5")
    assert [row.item("target_akhir").value for row in years.rows if row.items["kode"].value == "2.2"] == [None, None]


def test_the_target_of_the_renstra_is_a_point_that_no_line_leads_to():
    book = audited(base=FULL).book
    (_, years, *_), drawings = charts(book, spine(book))
    chart = next(chart for chart in drawings if chart.title == "Realisasi tahun-tahun Renstra 2025–2029 (Orang)")
    (line, goal) = chart.series
    assert (line.style, goal.style, goal.name) == ("garis", "titik", "1.2 target 2029")
    told = [years.rows[series.values.first.row] for series in chart.series]
    assert [row.item("target_akhir").value for row in told] == [None, 1400]
    assert [row.item("realisasi@2025").value for row in told] == [262, None]


def test_an_indicator_of_words_is_in_the_chart_of_capaian_alone():
    book = audited(base=FULL).book
    (section, *_), drawings = charts(book, spine(book))
    assert section.rows[-1].items["kode"].value == "3.2"
    assert not any("Predikat" in chart.title for chart in drawings)
    capaian = next(chart for chart in drawings if chart.title.startswith("Capaian"))
    assert capaian.categories.last.row == len(section.rows) - 1
    assert section.rows[-1].items["capaian"].value == 100
