"""Figures copied from somewhere else."""

from __future__ import annotations

from fractions import Fraction

import pytest

from benchmarks.arithmetic import indonesian
from lkj_xlsx.causes.copies import jauh
from lkj_xlsx.measures.recompute import recompute
from tests.book_builder import MEASURES, make, place
from tests.rules.formula_case import amount
from tests.workbook_case import FULL, TWIN, Typed, audited

RAPAT, TAMU = "Penyelenggaraan Rapat Koordinasi dan Konsultasi SKPD", "Fasilitasi Kunjungan Tamu"


def serapan(row: str, cell: str) -> Typed:
    return Typed("realisasi_anggaran", row, "serapan", cell)


@pytest.mark.parametrize(
    ("typed", "where", "kind", "evidence"),
    [
        (
            serapan("Penyediaan Peralatan dan Perlengkapan Kantor", "94,94"),
            "Realisasi Anggaran!I18",
            "baris-induk",
            "94,94 adalah serapan anggaran baris induknya (Realisasi Anggaran!I16)",
        ),
        (
            serapan(RAPAT, "90,89"),
            "Realisasi Anggaran!I24",
            "baris-tetangga",
            "90,89 adalah serapan anggaran baris di atasnya (Realisasi Anggaran!I23)",
        ),
        (
            serapan(TAMU, "99,63"),
            "Realisasi Anggaran!I23",
            "baris-tetangga",
            "99,63 adalah serapan anggaran baris di bawahnya (Realisasi Anggaran!I24)",
        ),
        (serapan(TAMU, "77,99"), "Realisasi Anggaran!I23", "salinan-jauh", "77,99 sama dengan Realisasi Anggaran!I20"),
        (
            Typed("capaian_iku", "1.2", "realisasi", "4,03"),
            "Capaian IKU!H6",
            "tahun-lalu",
            "4,03 adalah realisasi 2023 (Tahun Lalu!F6)",
        ),
        (
            Typed("capaian_iku", "1.2", "capaian", "100,75"),
            "Capaian IKU!I6",
            "tahun-lalu",
            "100,75 adalah capaian 2023 (Tahun Lalu!G6)",
        ),
        (
            Typed("data_dasar", "JUMLAH-UMKM", "target_akhir", "15.731"),
            "Data Dasar!G12",
            "kolom-tetangga",
            "15.731 sama dengan isi kolom di sebelahnya (Data Dasar!I12)",
        ),
        (
            Typed("renstra", "1.1", "realisasi_sd", "9,99 %"),
            "Renstra!H5",
            "kolom-tetangga",
            "9,99 sama dengan isi kolom di sebelahnya (Renstra!I5)",
        ),
        (
            Typed("capaian_iku", "2.1", "capaian", "31,79"),
            "Capaian IKU!I8",
            "indikator-lain",
            "31,79 adalah capaian Persentase Koperasi Berkualitas Berdasarkan Aset Koperasi (Capaian IKU!I5)",
        ),
    ],
)
def test_the_cell_that_was_copied(typed: Typed, where: str, kind: str, evidence: str):
    assert audited(typed).cause(where) == (kind, evidence)


def test_two_indicators_exchanged():
    """That they are exchanged is told once, and where each comes from stays with it."""
    audit = audited(Typed("capaian_iku", "1.1", "capaian", "99,33"), Typed("capaian_iku", "1.2", "capaian", "31,79"))
    assert [(f.code, str(f.where)) for f in audit.roots()] == [("LKJ326", "Capaian IKU!I5")]
    copies = {(str(f.where), f.cause.kind) for f in audit.findings if f.code == "LKJ301" and f.cause is not None}
    assert ("Capaian IKU!I5", "indikator-lain") in copies


@pytest.mark.parametrize(
    ("typed", "where", "base"),
    [
        (serapan(TAMU, "100,00"), "Realisasi Anggaran!I23", TWIN),  # many rows are spent in full
        (serapan(TAMU, "85,31"), "Realisasi Anggaran!I23", TWIN),
        (Typed("capaian_iku", "1.2", "capaian", "71,25"), "Capaian IKU!I6", TWIN),
        (Typed("data_dasar", "JUMLAH-UMKM", "target_akhir", "16.288"), "Data Dasar!G12", TWIN),
        # the accumulated figure and the base data of the year follow from this cell and are no source of it
        (Typed("data_dasar", "ASET", "realisasi@2024", "54.815.970.998"), "Data Dasar!L7", TWIN),
        (Typed("data_dasar", "MIKRO", "realisasi@2024", "15.688"), "Data Dasar!L12", TWIN),
    ],
)
def test_a_figure_that_stands_nowhere_else_was_not_copied(typed: Typed, where: str, base: str):
    assert audited(typed, base=base).cause(where) is None


def test_last_year_s_column_may_be_copied_from_this_year_s():
    audit = audited(Typed("tahun_lalu", "1.1", "capaian_lalu", "106,14"), base=FULL)
    assert audit.cause("Tahun Lalu!G5") == (
        "kolom-tetangga",
        "106,14 sama dengan isi kolom di sebelahnya (Tahun Lalu!I5)",
    )


@pytest.mark.parametrize(
    ("first", "typed", "last", "copied"),
    [
        ("900", "90,00", "600", True),
        ("900", "90,00", "900", False),  # of two rows neither is the one
        ("1.000", "100,00", "600", False),  # many rows are spent in full
    ],
)
def test_a_figure_from_afar_was_copied_where_it_stands_once_and_says_something(first, typed, last, copied):
    spent = (first, "500", "700", "400", last)
    percents = [indonesian(Fraction(amount(text), 10), 2) for text in spent]
    percents[2] = typed
    rows = [
        {"tingkat": "Kegiatan", "uraian": f"K{n}", "anggaran": "1.000", "realisasi": text, "serapan": percent}
        for n, (text, percent) in enumerate(zip(spent, percents, strict=True), start=1)
    ]
    book = make({"realisasi_anggaran": rows})
    ledger = recompute(book, MEASURES.values())
    (entry,) = ledger.at(place("realisasi_anggaran", 3, "serapan"))
    found = jauh.find(entry, book, ledger)
    assert (str(found.evidence) if found else None) == (
        f"{typed} sama dengan {place('realisasi_anggaran', 1, 'serapan')}" if copied else None
    )
