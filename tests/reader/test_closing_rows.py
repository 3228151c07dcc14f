"""Rows that close a table are nobody's data; what is signed below it is no row; a table pasted again is not read."""

from __future__ import annotations

import pytest

from lkj_xlsx.spec import remarks
from tests.reader.small_workbooks import built, indicator, noted

TWO = [indicator("1.1", "Aset"), indicator("1.2", "Omzet")]
ROWS = [
    {"tabel": "3.3", "no": "1", "sasaran": "S", "kode": "1.1", "indikator": "Aset", "target": 11, "realisasi": 3.5},
    {"no": "2", "kode": "1.2", "indikator": "Omzet", "target": 4.5, "realisasi": 4.47},
]


def iku(tmp_path, *more):
    return built(tmp_path, rows={"indikator": TWO, "capaian_iku": [*ROWS, *more]})


@pytest.mark.parametrize("key", ["tabel", "no", "sasaran", "kode", "indikator", "satuan", "realisasi"])
def test_a_mean_row_is_told_by_its_word_in_any_column(tmp_path, key):
    book = iku(tmp_path, {key: "Rata-rata capaian", "capaian": 65.6})
    (closing,) = book.closings("capaian_iku")
    assert closing.closing == ("Rata-rata capaian", False, True)
    assert (closing.tabel, closing.indikator, closing.get("capaian").where.cell) == ("3.3", (), "I7")
    assert [record.row for record in book.records("capaian_iku")] == [5, 6]
    assert [remark for remark in book.remarks if remark.where.row == 7] == []
    assert not [fact for fact in book.facts if fact.record is closing]


def test_an_indicator_that_is_called_like_a_mean_is_data(tmp_path):
    names = [indicator("1.1", "Rata-rata Lama Sekolah"), indicator("1.2", "Jumlah Desa")]
    rows = [{**ROWS[0], "indikator": "Rata-rata Lama Sekolah"}, {**ROWS[1], "kode": None, "indikator": "Jumlah Desa"}]
    book = built(tmp_path, rows={"indikator": names, "capaian_iku": rows})
    assert [record.indikator for record in book.records("capaian_iku")] == [("1.1",), ("1.2",)]
    assert book.closings("capaian_iku") == ()


def test_a_total_takes_no_amount_from_above(tmp_path):
    rows = [
        {"tabel": "3.9", "kode": "1.1", "indikator": "Aset", "anggaran": 100, "realisasi_anggaran": 90},
        {"indikator": "Jumlah", "realisasi_anggaran": 90},
    ]
    (total,) = built(tmp_path, rows={"indikator": TWO, "efisiensi": rows}).closings("efisiensi")
    assert total.get("anggaran").blank
    assert total.closing is not None
    assert total.closing.total


@pytest.mark.parametrize("key", ["indikator", "target", "realisasi", "capaian"])
def test_what_is_signed_below_a_table_is_no_row(tmp_path, key):
    lines = ("Kota, 15 Januari 2025", "Kepala Dinas,", "Drs. H. AHMAD, M.Si", "NIP. 19700101 199503 1 001")
    book = iku(tmp_path, {}, *({key: line} for line in lines))
    assert [record.row for record in book.all_records if record.sheet == "capaian_iku"] == [5, 6]
    assert not [remark for remark in book.remarks if remark.where.sheet == "Capaian IKU" and remark.where.row > 6]


HEADING = {
    "tabel": "Tabel",
    "no": "No",
    "sasaran": "Sasaran Strategis",
    "kode": "Kode",
    "indikator": "Indikator Kinerja",
    "satuan": "Satuan",
    "target": "Target 2024",
    "realisasi": "Realisasi 2024",
    "capaian": "Capaian 2024 (%)",
    "predikat": "Penilaian",
}


def test_a_table_pasted_again_is_told_once_and_not_read(tmp_path):
    book = iku(tmp_path, {}, HEADING, *ROWS)
    assert [record.row for record in book.records("capaian_iku")] == [5, 6]
    assert noted(book, remarks.JUDUL_ULANG) == [("Capaian IKU!A8", "10")]


def test_a_heading_repeated_on_the_next_page_is_passed_over(tmp_path):
    book = iku(tmp_path, HEADING, {"no": "3", "kode": "1.3", "indikator": "Laba", "target": 1, "realisasi": 1})
    assert [record.row for record in book.records("capaian_iku")] == [5, 6, 8]
    assert noted(book, remarks.JUDUL_ULANG) == []


def test_the_same_rows_under_another_number_are_another_table(tmp_path):
    book = iku(tmp_path, HEADING, {**ROWS[0], "tabel": "3.4"}, ROWS[1])
    assert [record.tabel for record in book.records("capaian_iku")] == ["3.3", "3.3", "3.4", "3.4"]
    assert noted(book, remarks.JUDUL_ULANG) == []
