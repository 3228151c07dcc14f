"""Facts: subject, measure, year."""

from __future__ import annotations

from decimal import Decimal

from tests.reader.small_workbooks import built, indicator

TWO = [indicator("1.1", "Aset"), indicator("1.2", "Omzet")]


def stated(book, sheet):
    return [
        (fact.subjek, fact.ukuran, fact.tahun, fact.sampai, str(fact.value.where.cell), fact.value.known)
        for fact in book.facts
        if fact.record.sheet == sheet
    ]


def test_a_row_of_two_indicators_speaks_of_both(tmp_path):
    rows = {
        "indikator": TWO,
        "efisiensi": [{"tabel": "3.9", "kode": "1.1; 1.2", "indikator": "Aset dan Omzet", "anggaran": 100}],
    }
    assert stated(built(tmp_path, rows=rows), "efisiensi") == [
        ("1.1", "anggaran", 2024, False, "I5", Decimal(100)),
        ("1.2", "anggaran", 2024, False, "I5", Decimal(100)),
    ]


def test_base_data_by_code_and_year(tmp_path):
    rows = {
        "data_dasar": [
            {
                "tabel": "3.4",
                "kode_data": "aset",
                "uraian": "Aset",
                "satuan": "Rp",
                "jenis": "Rincian",
                "target_akhir": 9,
                "tahun_target": 2024,
                "data_awal": 1,
                "realisasi@2023": 2,
                "realisasi@2024": 3,
                "realisasi@2025": "-",
                "realisasi_sd": 3,
            }
        ]
    }
    assert stated(built(tmp_path, rows=rows), "data_dasar") == [
        ("ASET", "target", 2026, False, "G5", Decimal(9)),
        ("ASET", "data awal", 2024, False, "I5", Decimal(1)),
        ("ASET", "realisasi", 2023, False, "K5", Decimal(2)),
        ("ASET", "realisasi", 2024, False, "L5", Decimal(3)),
        ("ASET", "realisasi", 2024, True, "O5", Decimal(3)),
    ]


def test_last_year_and_the_end_of_the_period(tmp_path):
    rows = {
        "tahun_lalu": [{"tabel": "3.7", "kode": "1.1", "indikator": "A", "realisasi_lalu": 9, "realisasi": 3}],
        "renstra": [{"tabel": "3.8", "kode": "1.1", "indikator": "A", "target_akhir": 35, "realisasi_sd": 10}],
    }
    book = built(tmp_path, rows=rows)
    assert [(u, t, s) for _, u, t, s, _, _ in stated(book, "tahun_lalu")] == [
        ("realisasi", 2023, False),
        ("realisasi", 2024, False),
    ]
    assert [(u, t, s) for _, u, t, s, _, _ in stated(book, "renstra")] == [
        ("target", 2026, False),
        ("realisasi", 2024, True),
    ]


def test_akip_takes_the_year_printed_beside_its_first_figure(tmp_path):
    akip = {"tabel": "3.18", "kode": "1.1", "uraian": "Nilai AKIP", "data_awal": "BB"}
    rows = {"nilai_akip": [{**akip, "tahun_awal": 2021, "realisasi@2024": "BB (76,8)"}, akip]}
    facts = [fact for fact in built(tmp_path, rows=rows).facts if fact.record.sheet == "nilai_akip"]
    assert [(f.tahun, f.value.letter, f.value.known) for f in facts] == [
        (2021, "BB", None),
        (2024, "BB", Decimal("76.8")),
        (2023, "BB", None),
    ]


def test_programmes_by_name(tmp_path):
    name = "PROGRAM  Pengembangan UMKM"
    rows = {
        "program_pendukung": [{"tabel": "3.10", "kode": "1.1", "program": name, "pagu": 7}],
        "realisasi_anggaran": [{"tabel": "3.22", "uraian": name.title(), "anggaran": 7, "realisasi": "-"}],
    }
    book = built(tmp_path, rows=rows)
    assert [(f.subjek, f.ukuran, f.tabel) for f in book.facts] == [
        ("program pengembangan umkm", "pagu", "3.10"),
        ("program pengembangan umkm", "anggaran", "3.22"),
    ]


def test_ratings_are_facts_and_a_name_serves_where_no_code_does(tmp_path):
    rows = {"capaian_iku": [{"tabel": "3.3", "indikator": "Indikator Lain", "predikat": "Tinggi", "target": "-"}]}
    (fact,) = built(tmp_path, rows=rows).facts
    assert (fact.subjek, fact.ukuran, fact.value.text) == ("indikator lain", "predikat", "Tinggi")
