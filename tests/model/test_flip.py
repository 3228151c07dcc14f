"""Conclusions that turn over, and their words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lkj_xlsx.model.flip import Conclusion, Flip, words

PREDIKAT = Flip(Conclusion.PREDIKAT, "Tinggi", "Sedang")
SERAPAN = Flip(Conclusion.SERAPAN, Decimal("90"), Decimal("99.995"))
TOTAL = Flip(Conclusion.TOTAL, Decimal(1000), Decimal(900), "Total anggaran program Contoh")


@pytest.mark.parametrize(
    "flips, expected",
    [
        ((), None),
        ((PREDIKAT,), "Predikat berubah dari Tinggi menjadi Sedang."),
        ((Flip(Conclusion.TERCAPAI, "tercapai", "tidak tercapai"),), "Target menjadi tidak tercapai."),
        ((Flip(Conclusion.RENSTRA, "tercapai", "belum tercapai"),), "Target akhir Renstra menjadi belum tercapai."),
        ((Flip(Conclusion.EFISIEN, "tidak efisien", "efisien"),), "Kesimpulan berubah menjadi efisien."),
        ((SERAPAN,), "Serapan berubah dari 90,00 menjadi 100,00."),
        (
            (TOTAL, SERAPAN),
            "Total anggaran program Contoh berubah dari Rp 1.000 menjadi Rp 900. Serapan berubah dari 90,00 menjadi "
            "100,00.",
        ),
        (
            (Flip(Conclusion.PREDIKAT, "Tinggi", "Sedang", "Aset: koperasi"),),
            "Aset: koperasi: Predikat berubah dari Tinggi menjadi Sedang.",
        ),
        (
            (Flip(Conclusion.TOTAL, Decimal(10), Decimal(9), "Total pagu", sure=False),),
            "Bila angka ini yang salah: total pagu berubah dari Rp 10 menjadi Rp 9.",
        ),
    ],
)
def test_words(flips, expected):
    assert words(flips) == expected
