"""Units: one list for reading a dot and for how exact a figure is."""

from __future__ import annotations

import pytest

from lkj_xlsx.model.computed import Base, Judged, Verdict
from lkj_xlsx.spec.units import COUNTS, DURATIONS, FRACTIONS, counts, graded, is_whole
from tests import book_builder


def judged(satuan: str, target: str, realisasi: str, capaian: str) -> Judged:
    row = {"target": target, "realisasi": realisasi, "capaian": capaian}
    book = book_builder.make({"capaian_iku": [row]}, [{"satuan": satuan}])
    return book_builder.judged(book, "CAPAIAN", "capaian_iku", "capaian")


@pytest.mark.parametrize("satuan", sorted(COUNTS))
def test_a_count_is_exact_whatever_it_counts(satuan: str) -> None:
    """3 of 7 guru are 42,86 %: 48,00 is no rounding of it, for no number of people between 2,5 and 3,5 can be meant."""
    entry = judged(satuan, "7", "3", "48,00")
    assert entry.against is not None
    assert (entry.verdict, entry.against.base) == (Verdict.SELISIH, Base.EKSAK)
    assert judged(satuan, "7", "3", "42,86").verdict is Verdict.SESUAI


@pytest.mark.parametrize("satuan", ["%", "Indeks", "km", "Hari", "Kasus per 1.000 jiwa", "Rp Juta", "Orang (%)", ""])
def test_what_is_measured_or_rounded_is_not(satuan: str) -> None:
    assert judged(satuan, "7", "3", "48,00").verdict is Verdict.DALAM_BATAS


def test_a_count_with_decimals_is_a_mean() -> None:
    assert judged("Kali", "7", "2,5", "36,10").verdict is Verdict.DALAM_BATAS
    assert judged("Kali", "7", "3,00", "48,00").verdict is Verdict.SELISIH


@pytest.mark.parametrize(
    "satuan, whole",
    [
        ("Orang", True),
        (" unit ", True),
        ("Rp.", True),
        ("Usaha mikro", True),
        ("orang/tahun", True),
        ("Orang per tahun", True),
        ("%", False),
        ("km", False),
        ("Kasus/1.000 KH", False),
        ("Miliar rupiah", False),
        ("Unit (%)", False),
        ("", False),
    ],
)
def test_units_that_count_and_units_that_do_not(satuan: str, whole: bool) -> None:
    assert is_whole(satuan) is whole


@pytest.mark.parametrize(
    "satuan, groups",
    [
        ("Orang", True),
        ("orang/tahun", True),
        ("Dokumen", True),
        ("Hari", True),
        ("%", False),
        ("Persen", False),
        ("Indeks", False),
        ("km", None),
        ("", None),
    ],
)
def test_what_a_lone_dot_means(satuan: str, groups: bool | None) -> None:
    assert counts(satuan) is groups


def test_a_unit_is_of_one_kind() -> None:
    assert not COUNTS & FRACTIONS and not COUNTS & DURATIONS and not FRACTIONS & DURATIONS


def test_units_of_words() -> None:
    assert graded("Predikat")
    assert not graded("Nilai")
