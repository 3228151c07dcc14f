"""Slips of the finger: what they explain and what they must not."""

from __future__ import annotations

import pytest

from lkj_xlsx.pipeline import examine
from tests.book_builder import make, place
from tests.workbook_case import FULL, TWIN, Typed, audited

GAJI = "Koordinasi dan Penyusunan Laporan Keuangan Bulanan/ Triwulanan/ Semesteran SKPD"  # 97,54 at I13
TAMU = "Fasilitasi Kunjungan Tamu"  # 90,89 at I23
EVALUASI = "Evaluasi Kinerja Perangkat Daerah"  # FULL: sisa 360.000 at J9


def cause(row: str, key: str, cell: str, where: str, base: str = TWIN) -> tuple[str, str] | None:
    return audited(Typed("realisasi_anggaran", row, key, cell), base=base).cause(f"Realisasi Anggaran!{where}")


def test_two_neighbouring_digits_exchanged():
    assert cause(GAJI, "serapan", "97,45", "I13") == ("angka-bertukar", "dua angka bertukar tempat: 4 dan 5")


@pytest.mark.parametrize(
    ("cell", "evidence"),
    [
        ("97,94", "satu angka berbeda: 9 seharusnya 5 (angka ke-3)"),
        ("37,54", "satu angka berbeda: 3 seharusnya 9 (angka ke-1)"),
        ("997,54", "satu angka terketik dua kali: 9 (angka ke-1)"),
        ("7,54", "satu angka hilang: 9 (angka ke-1)"),
    ],
)
def test_one_digit_other_too_many_or_missing(cell: str, evidence: str):
    assert cause(GAJI, "serapan", cell, "I13") == ("salah-satu-angka", evidence)


def test_a_slip_in_an_amount_of_rupiah():
    row = "PROGRAM PENGEMBANGAN UMKM"
    assert cause(row, "anggaran", "2.230.231.500", "G48") == ("angka-bertukar", "dua angka bertukar tempat: 3 dan 1")
    assert cause(row, "anggaran", "2.230.218.500", "G48") == (
        "salah-satu-angka",
        "satu angka berbeda: 8 seharusnya 3 (angka ke-7)",
    )


@pytest.mark.parametrize("cell", ["98,98", "55,31", "19,98"])
def test_two_digits_that_differ_are_no_slip(cell: str):
    assert cause(TAMU, "serapan", cell, "I23") is None


def test_a_rounding_of_the_last_place_is_no_slip():
    audit = audited(Typed("renstra", "1.3", "kemajuan", "27,43 %"), Typed("renstra", "1.3", "kemajuan_sd", "27,43 %"))
    assert audit.cause("Renstra!I7") is None


def test_nobody_slips_alike_in_five_tables():
    """The base data were mistyped; 34,16 in the tables is no slip for 34,66."""
    audit = audited(Typed("data_dasar", "BERIZIN", "realisasi@2025", "4.381"), base=FULL)
    kinds = {f.cause.kind for f in audit.findings if f.cause and f.where and f.where.sheet != "Data Dasar"}
    assert "salah-satu-angka" not in kinds


def test_nobody_slips_twice_on_the_same_key():
    """99,33 is right: 99,93 in one table is a slip, in two it was copied or computed."""
    one, other = (Typed(sheet, "1.2", "capaian", "99,93") for sheet in ("capaian_iku", "efisiensi"))
    assert audited(one).cause("Capaian IKU!I6") == (
        "salah-satu-angka",
        "satu angka berbeda: 9 seharusnya 3 (angka ke-3)",
    )
    both = audited(one, other)
    assert [both.cause(cell) for cell in ("Capaian IKU!I6", "Efisiensi!H6")] == [None, None]


def test_a_detail_that_may_have_slipped_instead_of_its_total_is_told_beside_it():
    rows = [
        {"kode_data": "A", "jenis": "Rincian", "realisasi@2022": "1.213"},
        {"kode_data": "B", "jenis": "Rincian", "realisasi@2022": "2.980"},
        {"kode_data": "AB", "jenis": "Jumlah", "asal": "A; B", "realisasi@2022": "4.493"},
    ]
    detail, total = (place("data_dasar", line, "realisasi@2022") for line in (1, 3))
    _, findings = examine(make({"data_dasar": rows}))
    (found,) = [finding for finding in findings if finding.where == total]
    assert found.cause is not None and not found.cause.sure
    assert str(found.cause.evidence) == (
        f"satu angka berbeda: 4 seharusnya 1 (angka ke-2), atau {detail} seharusnya 1.513"
    )


@pytest.mark.parametrize(
    ("cell", "evidence"),
    [
        ("9,09", "10 kali terlalu kecil"),
        ("908,9", "10 kali terlalu besar"),
        ("0,9089", "100 kali terlalu kecil"),
        ("9089", "100 kali terlalu besar"),
        ("90.892", "1.000 kali terlalu besar"),
    ],
)
def test_the_decimal_mark_moved(cell: str, evidence: str):
    assert cause(TAMU, "serapan", cell, "I23") == ("tanda-desimal", f"tanda desimal bergeser: {evidence}")


def test_other_digits_make_no_moved_mark():
    assert cause(TAMU, "serapan", "9,19", "I23") is None


def test_the_sign_lost_or_added():
    assert cause(EVALUASI, "sisa", "-360.000", "J9", FULL) == ("tanda-minus", "tandanya terbalik")


def test_another_amount_with_a_minus_is_no_lost_sign():
    assert cause(EVALUASI, "sisa", "-777.123", "J9", FULL) is None


@pytest.mark.parametrize(
    ("cell", "evidence"),
    [
        ("1.003", "ditulis dalam juta rupiah: 1.002.550.000 = 1.003 juta"),
        ("1.002.550", "ditulis dalam ribu rupiah: 1.002.550.000 = 1.002.550 ribu"),
    ],
)
def test_millions_among_rupiah(cell: str, evidence: str):
    kind, told = cause("PROGRAM PENGEMBANGAN UMKM", "anggaran", cell, "G33", FULL) or ("", "")
    assert (kind, told) in {
        ("satuan-rupiah", evidence),
        ("tanda-desimal", "tanda desimal bergeser: 1.000 kali terlalu kecil"),
    }


def test_other_millions_are_no_unit():
    assert cause("PROGRAM PENGEMBANGAN UMKM", "anggaran", "7.311", "G33", FULL) is None
