"""Identity, years and chosen variants."""

from __future__ import annotations

import pytest

from lkj_xlsx.errors import UnknownTemplate
from lkj_xlsx.spec import remarks
from tests.reader.small_workbooks import Look, built, noted


def test_years_and_names(tmp_path):
    book = built(tmp_path, identity={"opd": " Dinas Uji ", "tahun": "2024", "akhir": 2026.0})
    settings = book.settings
    assert (settings.opd, settings.tahun, settings.awal, settings.akhir) == ("Dinas Uji", 2024, 2024, 2026)
    assert settings.record.get("opd").where.cell == "B6"
    assert book.remarks == ()


def test_a_period_left_blank_is_the_usual_one_and_remarked(tmp_path):
    book = built(tmp_path, identity={"tahun": 2027, "awal": None, "akhir": None})
    assert (book.settings.awal, book.settings.akhir) == (2025, 2029)
    form = "Identitas dan Pengaturan"
    assert noted(book, remarks.WAJIB) == [(f"{form}!B9", "Tahun Awal Renstra"), (f"{form}!B10", "Tahun Akhir Renstra")]


def test_a_year_that_cannot_be_read_is_taken_from_the_headings_and_remarked(tmp_path):
    rows = {
        "perjanjian": [{"tabel": "2.2", "kode": "1.1", "indikator": "Koperasi", "target": 5}],
        "capaian_iku": [{"tabel": "3.3", "kode": "1.1", "indikator": "Koperasi", "target": 5, "realisasi": 4}],
    }
    book = built(tmp_path, identity={"tahun": "tahun ini", "awal": None, "akhir": None}, rows=rows)
    assert (book.settings.tahun, book.settings.awal, book.settings.akhir) == (2024, 2024, 2026)
    assert noted(book, remarks.TAK_TERBACA) == [("Identitas dan Pengaturan!B8", "tahun ini")]
    (record,) = book.records("capaian_iku")
    assert record.get("target").where.cell == "G5"
    assert noted(book, remarks.KOLOM_HILANG) == noted(book, remarks.KOLOM_ASING) == []


def test_a_year_that_no_heading_tells_either_is_0(tmp_path):
    book = built(
        tmp_path,
        identity={"tahun": "tahun ini", "awal": None},
        without=["capaian_iku", "target_realisasi", "tahun_lalu", "renstra"],
    )
    assert book.settings.tahun == 0


def test_options_by_label_by_code_by_default_and_unknown(tmp_path):
    def option(**identity):
        book = built(tmp_path, identity=identity)
        return book.settings.option(next(iter(identity))), noted(book, remarks.PILIHAN)

    assert option(rumus_efisiensi="capaian  DIBAGI serapan") == ("EFF-1", [])
    assert option(rumus_efisiensi="eff-2") == ("EFF-2", [])
    assert option(rumus_efisiensi=None) == ("", [])
    assert option(batas_capaian=None) == ("TANPA", [])
    code, odd = option(batas_capaian="120")
    assert (code, odd) == ("", [("Identitas dan Pengaturan!B19", "120")])


def test_a_version_left_blank_is_remarked_and_another_one_ends_the_run(tmp_path):
    assert noted(built(tmp_path, identity={"versi": None}), remarks.WAJIB) == [
        ("Identitas dan Pengaturan!B5", "Versi Template")
    ]
    assert built(tmp_path, identity={"versi": 1}).remarks == ()
    with pytest.raises(UnknownTemplate, match="versi 2, alat ini mengenal versi 1") as caught:
        built(tmp_path, identity={"versi": 2})
    assert str(tmp_path) in str(caught.value)


def test_lines_of_the_form_are_found_by_their_labels(tmp_path):
    look = Look(above=3, headings={"opd": "Catatan Tambahan", "kabupaten": " kabupaten / KOTA"})
    book = built(tmp_path, looks={"identitas": look})
    form = "Identitas dan Pengaturan"
    assert book.settings.kabupaten == "Kabupaten Uji"
    assert noted(book, remarks.KOLOM_ASING) == [(f"{form}!A9", "Catatan Tambahan")]
    assert noted(book, remarks.KOLOM_HILANG) == [(f"{form}!7:7", "Perangkat Daerah")]


def test_without_the_form_the_run_ends(tmp_path):
    with pytest.raises(UnknownTemplate, match="Lembar Identitas dan Pengaturan tidak ada"):
        built(tmp_path, without=["identitas"])
