"""Units that mean the same, and units that do not."""

from __future__ import annotations

import pytest

from lkj_xlsx.spec.same_units import UnitGap, rate, unit_gap

NONE, UNIT, KIND = UnitGap.NONE, UnitGap.UNIT, UnitGap.KIND


@pytest.mark.parametrize(
    "one, other, apart",
    [
        ("%", "persen (%)", NONE),
        ("%", "Persentase", NONE),
        ("Orang", "(Orang)", NONE),
        ("Orang", "orang/tahun", NONE),
        ("Nilai", "Predikat", NONE),
        ("Indeks", "Nilai", NONE),
        ("Rp", "Rupiah", NONE),
        ("Dokumen", "Laporan", NONE),
        ("Desa", "Desa/Kelurahan", NONE),
        ("Unit", "Sekolah", NONE),
        ("Hari", "Hari Kerja", NONE),
        ("m2", "m²", NONE),
        ("per 100.000 kelahiran hidup", "Angka", NONE),
        ("Kasus", "Kasus per 1.000 penduduk", NONE),
        ("Rumpun", "Gampong", NONE),  # unknown: nothing tells
        ("", "%", NONE),
        ("Orang", "Unit", UNIT),
        ("Orang", "KK", UNIT),
        ("Desa", "Kecamatan", UNIT),
        ("Ton", "Kg", UNIT),
        ("Hari", "Bulan", UNIT),
        ("%", "Indeks", UNIT),
        ("Rp", "Juta Rupiah", UNIT),
        ("per 100.000 KH", "per 1.000 KH", UNIT),
        ("%", "Orang", KIND),
        ("Rp", "Orang", KIND),
        ("Ton", "Orang", KIND),
        ("%", "per 1.000 KH", KIND),
    ],
)
def test_how_far_two_units_are_apart(one: str, other: str, apart: UnitGap) -> None:
    assert unit_gap(one, other) is apart
    assert unit_gap(other, one) is apart


def test_what_a_rate_is_held_against() -> None:
    assert [rate(each) for each in ("kasus per 1.000 penduduk", "per 100.000 KH", "Orang", "m2")] == [
        "1000",
        "100000",
        "",
        "",
    ]
