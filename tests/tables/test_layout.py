"""Columns, joined cells, titles and notes that the report tables have in common."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.computed import Ledger, Verdict
from lkj_xlsx.model.fact import SheetSeen
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.model.message import say
from lkj_xlsx.tables.layout import Layout, lay_out
from tests.tables.small_books import MERGED, book, judged, records

IKU = Layout("capaian_iku", omit=("kode",))
IKU_KEYS = "tabel no sasaran kode indikator satuan target realisasi capaian predikat"
KOPERASI = ["3.3", "1.", "Koperasi maju", "1.1", "Aset", "%", "11", "3,50", "31,82", "Sangat Rendah"]
SHU = ["3.3", None, None, "1.2", "SHU", "%", "4,5", "4,47", None, None]


def keys(table):
    return [column.key for column in table.columns]


def test_a_table_is_titled_from_the_list_of_tables_whatever_its_spelling():
    listed = records("daftar_tabel", "", "nomor judul", ["Tabel 3.10.", "Capaian Lain"], ["3.3", "Capaian IKU 2024"])
    rows = records("capaian_iku", "3.10", IKU_KEYS, KOPERASI)
    assert lay_out(IKU, rows, book(listed, rows), Ledger(), ()).title == "Capaian Lain"
    assert lay_out(IKU, rows, book(rows), Ledger(), ()).title == "Capaian IKU"


def test_columns_follow_the_template_with_the_years_in_their_headings():
    rows = records("capaian_iku", "3.3", IKU_KEYS, KOPERASI)
    table = lay_out(IKU, rows, book(rows), Ledger(), ())
    assert [column.title for column in table.columns] == [
        "No",
        "Sasaran Strategis",
        "Indikator Kinerja",
        "Satuan",
        "Target 2024",
        "Realisasi 2024",
        "Capaian 2024 (%)",
        "Penilaian",
    ]
    assert [column.kind for column in table.columns[-4:]] == ["angka", "angka", "persen", "predikat"]
    assert [column.computed for column in table.columns[-3:]] == [False, True, True]


def test_every_cell_names_its_place_in_the_workbook():
    rows = records("capaian_iku", "3.3", IKU_KEYS, KOPERASI, SHU)
    table = lay_out(IKU, rows, book(rows), Ledger(), ())
    assert str(table.rows[1].items["realisasi"].source) == "Capaian IKU!H6"


def test_a_blank_sasaran_and_its_number_belong_to_the_row_above():
    rows = records("capaian_iku", "3.3", IKU_KEYS, KOPERASI, SHU)
    second = lay_out(IKU, rows, book(rows), Ledger(), ()).rows[1].items
    assert (second["sasaran"].value, second["sasaran"].shared) == ("Koperasi maju", True)
    assert (second["no"].value, second["no"].shared) == ("1.", True)
    assert not second["indikator"].shared


def test_a_new_sasaran_takes_no_number_from_the_row_above():
    other = ["3.3", None, "UMKM naik kelas", "1.3", "Skala", "%", "1,8", "1,51", None, None]
    rows = records("capaian_iku", "3.3", IKU_KEYS, KOPERASI, other)
    assert lay_out(IKU, rows, book(rows), Ledger(), ()).rows[1].items["no"].value is None


def test_optional_columns_that_nobody_filled_are_left_out_and_computed_ones_stay():
    rows = records(
        "tahun_lalu",
        "3.7",
        "tabel sasaran indikator target_lalu realisasi_lalu realisasi capaian",
        ["3.7", "Koperasi maju", "Aset", None, "9,57", "3,50", None],
    )
    table = lay_out(Layout("tahun_lalu", omit=("kode",)), rows, book(rows), Ledger(), ())
    assert keys(table) == ["sasaran", "indikator", "realisasi_lalu", "realisasi", "capaian"]


def test_a_computed_column_that_the_office_deleted_stays_away():
    rows = records("capaian_iku", "3.3", "tabel indikator target realisasi capaian", ["3.3", "Aset", "11", "3", None])
    seen = SheetSeen("capaian_iku", "Capaian IKU", 4, {"tabel": 1, "indikator": 2, "target": 3, "capaian": 5})
    table = lay_out(IKU, rows, replace(book(rows), sheets=(seen,)), Ledger(), ())
    assert keys(table) == ["indikator", "target", "realisasi", "capaian"]


RENSTRA = Layout("renstra", omit=("kode",), only_typed=("kemajuan_sd",))
RENSTRA_KEYS = "tabel indikator target_akhir realisasi kemajuan kemajuan_sd"


def test_the_accumulated_column_appears_only_where_the_report_prints_it_or_prints_neither():
    printed_one = records("renstra", "3.8", RENSTRA_KEYS, ["3.8", "Aset", "35", "3,50", "10,0", None])
    assert "kemajuan_sd" not in keys(lay_out(RENSTRA, printed_one, book(printed_one), Ledger(), ()))
    printed_both = records("renstra", "3.8", RENSTRA_KEYS, ["3.8", "Aset", "35", "3,50", "10,0", "10,0"])
    assert "kemajuan_sd" in keys(lay_out(RENSTRA, printed_both, book(printed_both), Ledger(), ()))
    left_to_the_tool = records("renstra", "3.8", RENSTRA_KEYS, ["3.8", "Aset", "35", "3,50", None, None])
    assert "kemajuan_sd" in keys(lay_out(RENSTRA, left_to_the_tool, book(left_to_the_tool), Ledger(), ()))


EFISIENSI_KEYS = "tabel indikator target realisasi anggaran realisasi_anggaran serapan"


def test_one_budget_for_two_indicators_is_shared_whether_merged_or_left_blank():
    first = ["3.9", "Aset", "11", "3,5", "3.901.964.176", "3.827.714.393", "98,10"]
    for below in ([MERGED] * 3, [None] * 3):
        rows = records("efisiensi", "3.9", EFISIENSI_KEYS, first, ["3.9", "SHU", "4,5", "4,47", *below])
        second = lay_out(Layout("efisiensi"), rows, book(rows), Ledger(), ()).rows[1].items
        assert [second[key].shared for key in ("realisasi", "anggaran", "realisasi_anggaran", "serapan")] == [
            False,
            True,
            True,
            True,
        ]
        assert second["anggaran"].value == Decimal(3901964176)


def test_equal_budgets_typed_twice_are_two_cells_and_an_empty_serapan_is_filled():
    line = ["11", "3,5", "100", "50"]
    rows = records("efisiensi", "3.9", EFISIENSI_KEYS, ["3.9", "Aset", *line, "50,00"], ["3.9", "SHU", *line, None])
    ledger = Ledger.of([judged(rows[1], "serapan", "50", Verdict.DIISI)])
    second = lay_out(Layout("efisiensi"), rows, book(rows), ledger, ()).rows[1].items
    assert not second["anggaran"].shared
    assert (second["serapan"].value, second["serapan"].filled, second["serapan"].shared) == (Decimal(50), True, False)


def test_notes_tell_the_formula_of_a_computed_column():
    rows = records("capaian_iku", "3.3", IKU_KEYS, KOPERASI)
    ledger = Ledger.of([judged(rows[0], "capaian", "31.8181", Verdict.SESUAI)])
    assert "Capaian 2024 (%): realisasi ÷ target × 100." in lay_out(IKU, rows, book(rows), ledger, ()).notes


def test_a_finding_whose_cell_is_not_drawn_is_told_under_its_own_table_only():
    rows = records("capaian_iku", "3.3", IKU_KEYS, KOPERASI)
    code = Finding("LKJ111", "kode", Level.PERIKSA, say("Kode tidak dikenal."), Where("Capaian IKU", 5, 4), "3.3")
    drawn = Finding("LKJ301", "selisih", Level.GALAT, say("Salah."), Where("Capaian IKU", 5, 9), "3.3")
    elsewhere = Finding("LKJ301", "selisih", Level.GALAT, say("Lain."), Where("Renstra", 5, 9), "3.30")
    table = lay_out(IKU, rows, book(rows), Ledger(), (code, drawn, elsewhere))
    assert table.notes == ("Capaian IKU!D5: Kode tidak dikenal.",)
    assert table.rows[0].items["capaian"].level is Level.GALAT


def test_a_finding_about_a_heading_marks_it_in_its_own_table_only():
    rows = records("capaian_iku", "3.3", IKU_KEYS, KOPERASI, SHU)
    seen = SheetSeen("capaian_iku", "Capaian IKU", 4, {key: place for place, key in enumerate(IKU_KEYS.split(), 1)})
    small = replace(book(rows), sheets=(seen,))
    heading = Where("Capaian IKU", 4, 9)
    about = Finding("LKJ305", "kurang-teliti", Level.CATATAN, say("Kolom ini menulis 32."), heading, "3.3")
    table = lay_out(IKU, rows, small, Ledger(), (about, replace(about, tabel="3.4", level=Level.GALAT)))
    column = next(column for column in table.columns if column.key == "capaian")
    assert (column.level, column.note, table.worst()) == (Level.CATATAN, "Kolom ini menulis 32.", Level.CATATAN)
    assert [each.level for each in table.columns if each.key != "capaian"] == [None] * 7


def test_a_finding_about_the_year_of_a_heading_marks_the_heading():
    keys = "tabel uraian satuan target_akhir tahun_target"
    layout = Layout("data_dasar", omit=("tahun_target",), years={"target_akhir": "tahun_target"})
    rows = records("data_dasar", "3.4", keys, ["3.4", "Aset", "Rp", "58.789.947.793", "2024"])
    year = rows[0].get("tahun_target").where
    about = Finding("LKJ342", "tahun-target", Level.BEDA, say("Renstra berakhir 2026."), year, "3.4")
    table = lay_out(layout, rows, book(rows), Ledger(), (about,))
    column = next(column for column in table.columns if column.key == "target_akhir")
    assert (column.title, column.level, column.sources) == ("Target Akhir Renstra (2024)", Level.BEDA, (year,))
