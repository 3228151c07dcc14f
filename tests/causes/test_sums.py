"""Sums that miss, double or mix rows."""

from __future__ import annotations

import pytest

from lkj_xlsx.pipeline import examine
from tests.book_builder import make, place
from tests.workbook_case import Typed, audited

UMUM = "Administrasi Umum Perangkat Daerah"
RENCANA = "Perencanaan, Penganggaran, dan Evaluasi Kinerja Perangkat Daerah"
PENUNJANG = "PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH KABUPATEN/KOTA"


@pytest.mark.parametrize(
    ("typed", "where", "kind", "evidence"),
    [
        (
            Typed("realisasi_anggaran", UMUM, "realisasi", "1.107.150.527"),
            "Realisasi Anggaran!H16",
            "rincian-tertinggal",
            "Realisasi Anggaran!H19 belum ikut dijumlah",
        ),
        (
            Typed("realisasi_anggaran", RENCANA, "anggaran", "36.080.000"),
            "Realisasi Anggaran!G6",
            "rincian-tertinggal",
            "Realisasi Anggaran!G8 terhitung dua kali",
        ),
        (
            Typed("realisasi_anggaran", PENUNJANG, "anggaran", "10.870.156.050"),
            "Realisasi Anggaran!G5",
            "induk-ikut-dijumlah",
            "kegiatan dan sub kegiatannya dijumlah sekaligus",
        ),
        (
            Typed("data_dasar", "JUMLAH-UMKM", "realisasi@2024", "15.694"),
            "Data Dasar!L12",
            "rincian-tertinggal",
            "Data Dasar!L11 belum ikut dijumlah",
        ),
        (
            Typed("data_dasar", "JUMLAH-UMKM", "target_akhir", "16.346"),
            "Data Dasar!G12",
            "rincian-tertinggal",
            "Data Dasar!G10 terhitung dua kali",
        ),
    ],
)
def test_the_row_that_a_sum_misses_or_doubles(typed: Typed, where: str, kind: str, evidence: str):
    assert audited(typed).cause(where) == (kind, evidence)


@pytest.mark.parametrize(
    ("typed", "where"),
    [
        (Typed("realisasi_anggaran", UMUM, "realisasi", "1.322.150.881"), "Realisasi Anggaran!H16"),
        (Typed("realisasi_anggaran", PENUNJANG, "anggaran", "10.870.156.051"), "Realisasi Anggaran!G5"),
        (Typed("data_dasar", "JUMLAH-UMKM", "realisasi@2024", "16.288"), "Data Dasar!L12"),
    ],
)
def test_a_sum_that_no_row_explains_has_no_cause(typed: Typed, where: str):
    assert audited(typed).cause(where) is None


def test_of_two_rows_one_counted_twice():
    rows = [
        {"kode_data": "A", "jenis": "Rincian", "realisasi@2022": "40"},
        {"kode_data": "B", "jenis": "Rincian", "realisasi@2022": "60"},
        {"kode_data": "AB", "jenis": "Jumlah", "asal": "A; B", "realisasi@2022": "160"},
    ]
    detail, total = (place("data_dasar", line, "realisasi@2022") for line in (2, 3))
    _, findings = examine(make({"data_dasar": rows}))
    (found,) = [finding for finding in findings if finding.where == total]
    assert found.cause is not None
    assert (found.cause.kind, str(found.cause.words)) == (
        "rincian-tertinggal",
        f"mungkin {detail} terhitung dua kali; atau satu angka berbeda: 6 seharusnya 0 (angka ke-2)",
    )


BUDGET = [  # code, what it is, amount
    ("1.01.01", "PROGRAM A", "700"),
    ("1.01.01.2.01", "Kegiatan A1", "411"),
    ("1.01.01.2.02", "Kegiatan A2", "289"),
    ("1.01.02", "PROGRAM B", "5.913"),
    ("1.01.02.2.01", "Kegiatan B1", "3.017"),
    ("1.01.02.2.02", "Kegiatan B2", "2.896"),
    ("", "JUMLAH", "6.613"),
]


def budget_cause(line: int, said: str) -> tuple[str, str] | None:
    rows = [
        {"kode_rekening": kode, "uraian": uraian, "anggaran": f"{said if n == line else amount}.000.000"}
        for n, (kode, uraian, amount) in enumerate(BUDGET, start=1)
    ]
    _, findings = examine(make({"realisasi_anggaran": rows}))
    where = place("realisasi_anggaran", line, "anggaran")
    found = [finding for finding in findings if finding.where == where and finding.code == "LKJ321"]
    return (found[0].cause.kind, str(found[0].cause.words)) if found and found[0].cause is not None else None


@pytest.mark.parametrize(
    ("said", "kind", "evidence"),
    [
        ("13.226", "induk-ikut-dijumlah", "program dan kegiatannya dijumlah sekaligus"),
        ("12.526", "rincian-tertinggal", "Realisasi Anggaran!{4} terhitung dua kali"),
        ("5.913", "rincian-tertinggal", "Realisasi Anggaran!{1} belum ikut dijumlah"),
        ("9.630", "rincian-tertinggal", "Realisasi Anggaran!{5} terhitung dua kali"),
    ],
)
def test_a_total_of_the_table_that_doubles_or_misses_rows(said: str, kind: str, evidence: str):
    found = budget_cause(7, said)
    cells = {str(line): place("realisasi_anggaran", line, "anggaran").cell for line in range(1, 8)}
    words = evidence.replace("{", "").replace("}", "")
    for line, cell in cells.items():
        words = words.replace(f"!{line} ", f"!{cell} ")
    assert found is not None and (found[0], found[1].removeprefix("mungkin ")) == (kind, words)
