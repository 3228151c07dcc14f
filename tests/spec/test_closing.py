"""Which words close a table, and which may name an indicator."""

from __future__ import annotations

import pytest

from lkj_xlsx.spec.closing import closes, signs

TOTAL, MEAN, BOTH, NEITHER = (True, False), (False, True), (True, True), (False, False)


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("JUMLAH", TOTAL),
        ("Total Pagu", TOTAL),
        ("Jumlah Keseluruhan", TOTAL),
        ("Grand Total", TOTAL),
        ("Rata-rata", MEAN),
        ("RATA - RATA CAPAIAN KINERJA", MEAN),
        ("Rerata Capaian Sasaran Strategis 1", MEAN),
        ("Capaian rata-rata", MEAN),
        ("Total rata-rata capaian", MEAN),
        ("Jumlah/Rata-rata", BOTH),
        ("Persentase Kelompok Tani Aktif", NEITHER),
        ("Nilai AKIP", NEITHER),
    ],
)
def test_words_that_close_a_table(words, meant):
    assert closes(words, performed=False, money=True) == meant


@pytest.mark.parametrize("name", ["Jumlah Desa Mandiri", "Rata-rata Lama Sekolah", "Total Fertility Rate"])
def test_a_row_with_target_and_realisasi_is_an_indicator(name):
    assert closes(name, performed=True, money=False) == NEITHER


@pytest.mark.parametrize(
    "text",
    [
        "Kota, 15 Januari 2025",
        "Lima Puluh,      Februari 2025",
        "Kepala Dinas,",
        "NIP. 19700101 199503 1 001",
        "Mengetahui,",
    ],
)
def test_lines_of_a_signature(text):
    assert signs(text)


@pytest.mark.parametrize("text", ["Kepuasan masyarakat", "Program Penataan Desa, Januari", "WTP", "Kepalanya"])
def test_other_words_sign_nothing(text):
    assert not signs(text)
