"""The working paper's sections, and every stated figure beside its recomputed one."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lkj_xlsx.model.expression import Expression, Place
from lkj_xlsx.model.finding import Level
from lkj_xlsx.model.number import show
from lkj_xlsx.tables.assembly import shown
from tests.workbook_case import FULL, PRINTED, Typed, audited


def sections(*typed, base=PRINTED):
    audit = audited(*typed, base=base)
    return {section.key: section for section in shown(audit.book, audit.ledger, audit.findings).worksheet}


@pytest.fixture(scope="module")
def printed():
    return sections()


def line(section, **wanted):
    return next(
        row.items for row in section.rows if all(str(row.items[key].value) == text for key, text in wanted.items())
    )


def test_the_scale_is_searched_from_the_highest_down(printed):
    rows = [(row.items["kriteria"].value, row.items["batas"].value) for row in printed["skala"].rows]
    assert rows == [
        ("Sangat Tinggi", Decimal(10) ** 15),
        ("Tinggi", Decimal(90)),
        ("Sedang", Decimal(75)),
        ("Rendah", Decimal(65)),
        ("Sangat Rendah", Decimal(50)),
    ]
    assert all(row.items["kriteria"].formula.words for row in printed["skala"].rows)  # the printed words themselves


def test_a_preset_scale_stands_on_its_own():
    scale = sections(Typed("identitas", "", "skala", "D"), base=FULL)["skala"]
    rows = [
        (row.items["kriteria"].value, row.items["interval"].value, str(row.items["batas"].value)) for row in scale.rows
    ]
    assert rows[1] == ("Sangat Baik", "75 – 85", "84.999999999")  # exactly 85 belongs to the row above
    assert [row.items["kriteria"].formula for row in scale.rows] == [None] * 6


def test_each_indicator_has_its_formula_in_words_and_its_sources(printed):
    items = line(printed["capaian"], kode="1.1")
    assert items["rumus"].value == "realisasi ÷ target × 100"
    assert items["sumber"].value.startswith("Target: Perjanjian Kinerja!")
    assert "realisasi: Data Dasar!" in items["sumber"].value


def test_the_word_efisien_is_judged_on_the_spot(printed):
    items = line(printed["efisiensi"], kode="1.2")
    assert (items["kesimpulan"].value, f"{items['efisiensi'].value:.4f}") == ("tidak efisien", "1.0126")
    assert items["kesimpulan"].formula.template == (
        'IF(COUNT({0},{1})<2,"-",IF(AND({0}>1,ROUND({1},9)>=100),"efisien","tidak efisien"))'
    )


def test_a_stated_figure_stands_beside_the_recomputed_one(printed):
    items = line(printed["angka"], sel="Efisiensi!L5")
    assert (items["tertulis"].value, f"{items['hasil'].value:.4f}", items["putusan"].value, items["dasar"].value) == (
        Decimal("0.31"),
        "0.3241",
        "selisih",
        "eksak",
    )
    assert items["tertulis"].level is Level.GALAT
    assert items["hasil"].formula == Expression("{0}", (items["sel"].source,))
    place = int(items["no"].value) - 1
    assert items["selisih"].formula.refs == (Place("angka", place, "tertulis"), Place("angka", place, "hasil"))


def test_an_input_keeps_its_own_formula_beside_what_was_typed(printed):
    items = line(printed["angka"], sel="Capaian IKU!H5")
    assert items["hasil"].formula == Expression("{0}", (Place("realisasi", 0, "realisasi@2024"),))


def test_words_are_compared_as_words(printed):
    items = line(printed["angka"], sel="Target dan Realisasi!H7")
    assert (items["tertulis"].value, items["hasil"].value, items["selisih"].value) == ("Sangat Tinggi", "Tinggi", None)


def test_what_was_left_to_the_tool_is_no_stated_figure(printed):
    assert all(row.items["tertulis"].value not in (None, "") for row in printed["angka"].rows)


def test_figures_of_charts_leave_out_what_is_unknown(printed):
    assert line(printed["grafik_tahun"], kode="2.1")["realisasi@2023"].value is None
    assert [row.items["satuan"].value for row in printed["grafik_indikator"].rows] == ["%", "%", "%", "Nilai"]


def test_progress_is_stated_on_the_same_basis_as_in_its_table():
    audit = audited()
    view = shown(audit.book, audit.ledger, audit.findings)
    table = next(table for table in view.tables if table.number == "3.15")
    section = next(section for section in view.worksheet if section.key == "renstra")
    block = line(section, kode="1.3")
    assert [show(block[key].value, 2) for key in ("kemajuan", "kemajuan_sd")] == ["27,44", "27,44"]  # 233 ÷ 849
    assert table.rows[0].items["kemajuan"].value == block["kemajuan"].value
    assert table.rows[0].items["kemajuan"].formula == Expression("{0}", (Place("renstra", 2, "kemajuan"),))


def test_upper_bounds_have_a_column_only_where_a_target_is_a_range(printed):
    ranged = sections(base=FULL)
    for key in ("capaian", "renstra"):
        assert "batas_atas" not in [column.key for column in printed[key].columns]
        assert str(line(ranged[key], kode="2.2")["batas_atas"].value) == "7.5"
