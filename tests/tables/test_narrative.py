"""Sentences for the office, with the tables' own figures."""

from __future__ import annotations

import pytest

from lkj_xlsx.tables.assembly import shown
from lkj_xlsx.tables.narrative import enumerated, with_unit
from tests.workbook_case import FULL, PRINTED, Typed, audited


def sentences(base):
    audit = audited(base=base)
    return {item.tabel: item.sentences for item in shown(audit.book, audit.ledger, audit.findings).narratives}


@pytest.fixture(scope="module")
def printed():
    return sentences(PRINTED)


@pytest.fixture(scope="module")
def full():
    return sentences(FULL)


def test_capaian_of_each_indicator_and_how_many_per_predikat(printed):
    assert printed["3.3"][0] == (
        "Persentase Koperasi Berkualitas Berdasarkan Aset Koperasi pada tahun 2024 terealisasi 3,50 % dari target "
        "11 %, sehingga capaiannya 31,79 % dengan predikat Sangat Rendah."
    )
    assert printed["3.3"][-2:] == (
        "Dari 4 indikator, 1 berpredikat Sangat Rendah, 2 berpredikat Sangat Tinggi, dan 1 berpredikat Tinggi.",
        "Target tercapai pada 1 dari 4 indikator.",
    )


def test_a_decimal_point_is_not_carried_into_the_sentence(printed):
    assert "dari target 4,5 %," in printed["3.6"][1]


def test_base_data_against_last_year(printed):
    assert printed["3.4"][0].endswith(
        "tahun 2024 sebesar Rp 54.815.970.217, naik Rp 1.852.053.286 atau 3,50 % dari Rp 52.963.916.931 "
        "pada tahun 2023."
    )


def test_last_year_and_the_end_of_the_renstra(printed, full):
    assert printed["3.7"] == (
        "Realisasi Persentase Koperasi Berkualitas Berdasarkan Aset Koperasi tahun 2024 turun dari 9,57 % pada tahun "
        "2023 menjadi 3,50 %; capaiannya 31,79 %, tahun 2023 87,00 %.",  # typed as `3,50, %`
        "Realisasi Persentase Koperasi Berkualitas Berdasarkan SHU Koperasi tahun 2024 naik dari 4,03 % pada tahun "
        "2023 menjadi 4,47 %; capaiannya 99,33 %, tahun 2023 100,75 %.",
    )
    assert full["3.14"][1] == (
        "Sampai dengan tahun 2025, Indeks Beban Layanan per Petugas mencapai 100,00 % dari target akhir Renstra tahun "
        "2029 sebesar 6,5 - 7,5; target itu sudah tercapai."
    )


def test_a_word_without_a_score_is_told_as_a_word(full):
    assert full["3.18"][1] == (
        "Opini atas Laporan Keuangan pada tahun 2025 terealisasi WTP dari target WTP, sehingga capaiannya 100,00 % "
        "dengan predikat Sangat Tinggi."
    )
    assert full["3.2"][-2:] == (
        "Dari 8 indikator, 7 berpredikat Sangat Tinggi dan 1 berpredikat Tinggi.",
        "Target tercapai pada 7 dari 8 indikator.",
    )


def test_efisien_is_only_said_where_the_target_was_reached(printed):
    assert printed["3.9"][2] == (
        "Menurut rumus EFF-1 Capaian ÷ serapan, nilai Persentase Koperasi Berkualitas Berdasarkan SHU Koperasi 1,01: "
        "belum dapat disebut efisien karena target kinerjanya belum tercapai."
    )
    assert printed["3.20"][1] == "Menurut rumus EFF-1 Capaian ÷ serapan, nilainya 1,10: efisien."


def test_the_budget_with_total_percent_and_rest(full):
    assert full["3.23"] == (
        "Anggaran tahun 2025 seluruhnya Rp 5.859.815.000, terealisasi Rp 5.693.227.349 atau 97,16 %, dengan SiLPA "
        "Rp 166.587.651.",
        "Dari 5 program, serapan tertinggi pada PROGRAM PENGEMBANGAN UMKM (97,59 %) dan terendah pada PROGRAM "
        "PELAYANAN IZIN USAHA SIMPAN PINJAM (94,91 %).",
    )


def test_quarters_that_are_all_figures(full):
    assert full["3.24"][0] == (
        "Realisasi triwulan Jumlah Wirausaha Baru berturut-turut 48, 71, 69, dan 74, sehingga setahun 262 orang."
    )
    assert not any("Nilai AKIP" in sentence for sentence in full["3.24"])


@pytest.mark.parametrize(
    "text, satuan, expected",
    [
        ("3,50", "%", "3,50 %"),
        ("3,50 %", "%", "3,50 %"),
        ("262", "Orang", "262 orang"),
        ("80,35", "Nilai", "80,35"),
        ("BB (76,8)", "Nilai", "BB (76,8)"),
        ("", "%", ""),
        ("7,2", "pH", "7,2 pH"),
        ("40", "kWh", "40 kWh"),
        ("12", "KK", "12 KK"),
        ("12", "Ton/Tahun", "12 ton/tahun"),
        ("0,25", "Rasio", "0,25"),
    ],
)
def test_units(text, satuan, expected):
    assert with_unit(text, satuan) == expected


@pytest.mark.parametrize("parts, expected", [(["a"], "a"), (["a", "b"], "a dan b"), (["a", "b", "c"], "a, b, dan c")])
def test_enumerations(parts, expected):
    assert enumerated(parts) == expected


def test_a_budget_that_indicators_share_is_told_once(full):
    shared = [sentence for sentence in full["3.10"] if "1.002.550.000" in sentence]
    assert shared == [
        "Anggaran yang mendukung 2 indikator bersama-sama sebesar Rp 1.002.550.000 terserap Rp 978.365.500 atau "
        "97,59 %. Capaian kinerjanya: Jumlah Wirausaha Baru 104,80 %; Persentase Usaha Mikro yang Memiliki Izin Usaha "
        "106,75 %."
    ]
    assert "Menurut rumus EFF-1 Capaian ÷ serapan, nilai Jumlah Wirausaha Baru 1,07: efisien." in full["3.10"]


def test_progress_below_nothing_is_told_in_words():
    changes = [Typed("renstra", "2.1", key, "13") for key in ("realisasi", "realisasi_sd")] + [
        Typed(sheet, "2.1", "realisasi", "13")
        for sheet in ("capaian_iku", "target_realisasi", "tahun_lalu", "efisiensi")
    ]
    audit = audited(*changes, base=FULL)
    told = {item.tabel: item.sentences for item in shown(audit.book, audit.ledger, audit.findings).narratives}
    assert told["3.14"][0] == (
        "Sampai dengan tahun 2025, Rata-rata Lama Penyelesaian Rekomendasi Izin terealisasi 13 hari; belum ada "
        "kemajuan menuju target akhir Renstra tahun 2029 sebesar 5,0 hari."
    )


def test_the_names_of_indicators_given_by_codes_alone():
    audit = audited(Typed("program_pendukung", "Program Pengembangan UMKM", "indikator", None), base=FULL)
    view = shown(audit.book, audit.ledger, audit.findings)
    table = next(table for table in view.tables if table.number == "3.11")
    assert table.rows[-1].item("indikator").value == (
        "Jumlah Wirausaha Baru; Persentase Usaha Mikro yang Memiliki Izin Usaha"
    )
