"""Records: the indicators they speak of and the remarks about their cells."""

from __future__ import annotations

import pytest

from lkj_xlsx.reader.records import codes
from lkj_xlsx.spec import remarks
from tests.reader.small_workbooks import Formula, In, built, indicator, noted, only

TWO = [indicator("1.1", "Pertumbuhan Aset"), indicator("1.2", "Nilai Akuntabilitas")]


def pk(**row):
    return {"indikator": TWO, "perjanjian": [{"tabel": "2.2", "target": 11, "indikator": "Pertumbuhan Aset", **row}]}


@pytest.mark.parametrize(
    "row, expected",
    [
        ({"kode": "1.1"}, ("1.1",)),
        ({"kode": 1.1}, ("1.1",)),
        ({"kode": "1,2"}, ("1.2",)),
        ({"kode": "1.2."}, ("1.2",)),
        ({"kode": "1.1; 1.2"}, ("1.1", "1.2")),
        ({"kode": "1.2\n1.1"}, ("1.2", "1.1")),
        ({}, ("1.1",)),
        ({"indikator": "PERTUMBUHAN  ASET"}, ("1.1",)),
        ({"indikator": "Pertumbuhan Asset"}, ("1.1",)),
    ],
)
def test_indicators_by_code_else_by_name(tmp_path, row, expected):
    book = built(tmp_path, rows=pk(**row))
    assert only(book, "perjanjian").indikator == expected
    assert noted(book, remarks.RUJUKAN) == []


def test_unknown_code_and_unknown_name_stand_at_their_cells(tmp_path):
    book = built(tmp_path, rows=pk(kode="1.1; 9.9"))
    assert only(book, "perjanjian").indikator == ("1.1",)
    assert noted(book, remarks.RUJUKAN) == [("Perjanjian Kinerja!D5", "9.9")]
    book = built(tmp_path, rows=pk(indikator="Jumlah Wirausaha"))
    assert only(book, "perjanjian").indikator == ()
    assert noted(book, remarks.RUJUKAN) == [("Perjanjian Kinerja!E5", "Jumlah Wirausaha")]
    assert noted(built(tmp_path, rows=pk(indikator="Rata-rata capaian")), remarks.RUJUKAN) == []


def test_required_words_and_spellings(tmp_path):
    rows = {
        "indikator": [
            indicator(arah="Meningkat"),
            indicator("1.2", "Omzet", arah=" naik", rumus="pertumbuhan"),
            indicator("1.3", "SHU", rumus="dikira-kira"),
        ],
        "capaian_iku": [
            {
                "tabel": "3.3",
                "kode": "1.1",
                "indikator": "X",
                "satuan": "%",
                "target": "4.5 %",
                "realisasi": "delapan",
                "capaian": Formula("=1/0", "#DIV/0!"),
            }
        ],
    }
    book = built(tmp_path, rows=rows)
    assert noted(book, remarks.PILIHAN) == [("Indikator!E5", "Meningkat"), ("Indikator!F7", "dikira-kira")]
    assert [(i.arah, i.rumus) for i in book.indikator.values()] == [
        ("Meningkat", "LANGSUNG"),
        ("Naik", "PERTUMBUHAN"),
        ("Naik", ""),
    ]
    assert noted(book, remarks.TITIK_DESIMAL) == [("Capaian IKU!G5", "4.5 %")]
    assert noted(book, remarks.TAK_TERBACA) == [("Capaian IKU!H5", "delapan")]
    assert noted(book, remarks.GALAT_SEL) == [("Capaian IKU!I5", "#DIV/0!")]


def test_remarks_carry_the_table(tmp_path):
    book = built(tmp_path, rows=pk(target=None))
    assert [(r.kind, str(r.where), r.tabel) for r in book.remarks] == [(remarks.WAJIB, "Perjanjian Kinerja!F5", "2.2")]


def test_codes_declared_twice_count_once(tmp_path):
    book = built(tmp_path, rows={"indikator": [indicator("1.1", "Satu"), indicator("1.1", "Dua")]})
    assert book.indikator["1.1"].nama == "Satu"
    assert noted(book, remarks.KODE_GANDA) == [("Indikator!A6", "1.1")]


def test_references_to_base_data(tmp_path):
    data = {"tabel": "3.4", "uraian": "Aset", "satuan": "Rp", "jenis": "Rincian"}
    rows = {
        "indikator": [indicator(pembilang="aset", penyebut="OMZET")],
        "data_dasar": [
            {**data, "kode_data": "ASET"},
            {**data, "kode_data": "TOTAL", "jenis": "jumlah", "asal": "ASET; SHU"},
        ],
    }
    book = built(tmp_path, rows=rows)
    assert list(book.data) == ["ASET", "TOTAL"]
    assert book.data["TOTAL"].text("jenis") == "Jumlah"
    assert noted(book, remarks.RUJUKAN) == [("Indikator!H5", "OMZET"), ("Data Dasar!F6", "SHU")]


def test_table_numbers_against_the_list_of_tables(tmp_path):
    rows = {**pk(), "daftar_tabel": [{"nomor": "Tabel 2.2", "judul": "Perjanjian"}]}
    assert noted(built(tmp_path, rows=rows), remarks.RUJUKAN) == []
    rows["perjanjian"] = [*rows["perjanjian"], {"tabel": "2.3", "indikator": "Nilai Akuntabilitas", "target": 1}]
    assert noted(built(tmp_path, rows=rows), remarks.RUJUKAN) == [("Perjanjian Kinerja!A6", "2.3")]


def test_fractions_in_a_percent_column_need_a_witness(tmp_path):
    def serapan(*contents):
        return {
            "realisasi_anggaran": [
                {"tabel": "3.22", "uraian": f"U{n}", "anggaran": 100, "realisasi": 90, "serapan": content}
                for n, content in enumerate(contents)
            ]
        }

    mixed = built(tmp_path, rows=serapan(In(0.9, "0.00%"), 0.9, 90, "0,9"))
    assert noted(mixed, remarks.PERSEN_CAMPUR) == [("Realisasi Anggaran!I6", "0,9"), ("Realisasi Anggaran!I8", "0,9")]
    assert noted(built(tmp_path, rows=serapan(0.9, 0.8)), remarks.PERSEN_CAMPUR) == []


def test_codes():
    assert codes("1.1;1.2 ,1.3\n 2.1;") == ("1.1", "1.2", "1.3", "2.1")
    assert codes("") == ()
