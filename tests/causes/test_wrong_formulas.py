"""Right inputs put together wrongly."""

from __future__ import annotations

import pytest

from lkj_xlsx.causes.wrong_formulas import pembagi_tetap
from lkj_xlsx.measures.recompute import recompute
from lkj_xlsx.model.computed import Verdict
from tests.book_builder import MEASURES, make
from tests.workbook_case import FULL, TWIN, Typed, audited

GAJI_KEGIATAN = "Administrasi Keuangan Perangkat Daerah"


def cause(typed: Typed, where: str, base: str = TWIN) -> tuple[str, str] | None:
    return audited(typed, base=base).cause(where)


def test_divided_the_wrong_way_round():
    assert cause(Typed("capaian_iku", "1.2", "capaian", "100,67"), "Capaian IKU!I6") == (
        "dibagi-terbalik",
        "4,5 ÷ 4,47: pembagiannya terbalik; atau: (2 × 4,5 − 4,47) ÷ 4,5 × 100: rumus untuk indikator turun",
    )


def test_multiplied_instead_of_divided():
    assert cause(Typed("efisiensi", "1.1", "efisiensi", "0,31"), "Efisiensi!L5") == (
        "dikalikan",
        "0,31 = 0,318 × 0,981: dikalikan, seharusnya dibagi",
    )


@pytest.mark.parametrize(
    ("cell", "evidence"),
    [
        ("103,50", "54.815.970.217 ÷ 52.963.916.931 × 100: belum dikurangi 100"),
        ("3,38", "selisihnya dibagi tahun ini (54.815.970.217), seharusnya tahun lalu"),
        ("-3,50", "pengurangannya terbalik (52.963.916.931 − 54.815.970.217)"),
    ],
)
def test_a_ratio_instead_of_a_growth(cell: str, evidence: str):
    kind, told = cause(Typed("capaian_iku", "1.1", "realisasi", cell), "Capaian IKU!H5") or ("", "")
    assert (kind, told) in {("tanpa-dikurangi", evidence), ("tanda-minus", "tandanya terbalik")}


@pytest.mark.parametrize(
    ("typed", "where", "evidence"),
    [
        (
            Typed("renstra", "1.1", "realisasi", "54815970217"),
            "Renstra!G5",
            "54.815.970.217 adalah Jumlah Aset Koperasi (Rp) (Data Dasar!L5), bukan persennya",
        ),
        (
            Typed("renstra", "1.1", "realisasi", "1852053286"),
            "Renstra!G5",
            "1.852.053.286 adalah kenaikannya, bukan persennya",
        ),
        (
            Typed("target_realisasi", "1.3", "realisasi", "233"),
            "Target dan Realisasi!F7",
            "233 adalah Jumlah usaha mikro menjadi usaha kecil (Data Dasar!L13), bukan persennya",
        ),
    ],
)
def test_an_amount_where_a_percent_is_due(typed: Typed, where: str, evidence: str):
    assert cause(typed, where) == ("jumlah-bukan-persen", evidence)


@pytest.mark.parametrize(
    ("typed", "where", "evidence"),
    [
        (
            Typed("capaian_iku", "2.1", "capaian", "88,57"),
            "Capaian IKU!I8",
            "6,2 ÷ 7 × 100: rumus untuk indikator naik",
        ),
        (
            Typed("capaian_iku", "1.3", "capaian", "93,25"),
            "Capaian IKU!I7",
            "(2 × 32 − 34,16) ÷ 32 × 100: rumus untuk indikator turun",
        ),
    ],
)
def test_the_formula_of_the_other_direction(typed: Typed, where: str, evidence: str):
    assert cause(typed, where, FULL) == ("arah-terbalik", evidence)


def test_a_mean_of_percents():
    assert cause(Typed("realisasi_anggaran", GAJI_KEGIATAN, "serapan", "96,62"), "Realisasi Anggaran!I10") == (
        "rata-rata-persen",
        "rata-rata dari 3 persen di bawahnya, seharusnya dari jumlah rupiahnya",
    )


def test_one_divisor_stuck_in_several_rows():
    audit = audited(
        Typed("efisiensi", "1.1", "efisiensi", "0,34"),
        Typed("efisiensi", "1.2", "efisiensi", "1,06"),
        Typed("efisiensi", "1.3", "efisiensi", "0,90"),
    )
    assert audit.cause("Efisiensi!L6") == (
        "pembagi-tetap",
        "ketiga efisiensi cocok bila semua barisnya dibagi satu angka yang sama (93,3–93,5): pembaginya tampak "
        "tidak ikut berganti baris",
    )


def test_two_rows_are_too_few_for_a_stuck_divisor():
    audit = audited(Typed("efisiensi", "1.1", "efisiensi", "0,34"), Typed("efisiensi", "1.2", "efisiensi", "1,06"))
    kinds = {f.cause.kind for f in audit.findings if f.cause}
    assert len(audit.told) == 2 and "pembagi-tetap" not in kinds


def test_one_divisor_that_is_right_for_all_rows_is_not_stuck():
    """One budget for three indicators: the efficiencies are off because the capaian typed beside them are."""
    row = {"target": "10", "realisasi": "5", "anggaran": "^", "realisasi_anggaran": "^"}
    rows = [
        {**row, "kode": "1.1", "capaian": "60", "efisiensi": "1,20", "anggaran": "1.000", "realisasi_anggaran": "500"},
        {**row, "kode": "1.2", "capaian": "70", "efisiensi": "1,40"},
        {**row, "kode": "1.3", "capaian": "80", "efisiensi": "1,60"},
    ]
    indikator = [{"kode": row["kode"], "indikator": row["kode"], "satuan": "Unit"} for row in rows]
    book = make({"efisiensi": rows}, indikator, {"rumus_efisiensi": "EFF-1"})
    ledger = recompute(book, MEASURES.values())
    entries = [entry for entry in ledger.entries if entry.computed.measure.code == "EFISIENSI"]
    assert [entry.verdict for entry in entries] == [Verdict.BEDA_BASIS] * 3
    assert [pembagi_tetap.find(entry, book, ledger) for entry in entries] == [None] * 3


def test_rows_without_a_common_divisor_have_no_stuck_one():
    audit = audited(
        Typed("efisiensi", "1.1", "efisiensi", "0,34"),
        Typed("efisiensi", "1.2", "efisiensi", "1,16"),
        Typed("efisiensi", "1.3", "efisiensi", "0,95"),
    )
    kinds = {f.cause.kind for f in audit.findings if f.cause}
    assert len(audit.told) == 3 and "pembagi-tetap" not in kinds


@pytest.mark.parametrize(
    ("typed", "where"),
    [
        (Typed("capaian_iku", "1.2", "capaian", "113,58"), "Capaian IKU!I6"),
        (Typed("efisiensi", "1.1", "efisiensi", "0,57"), "Efisiensi!L5"),
        (Typed("capaian_iku", "1.1", "realisasi", "7,26"), "Capaian IKU!H5"),
        (Typed("renstra", "1.1", "realisasi", "54815970712"), "Renstra!G5"),
        (Typed("realisasi_anggaran", GAJI_KEGIATAN, "serapan", "85,13"), "Realisasi Anggaran!I10"),
    ],
)
def test_a_figure_that_no_mistake_reproduces_has_no_cause(typed: Typed, where: str):
    assert cause(typed, where) is None


def test_another_number_where_the_direction_is_down_has_no_cause():
    assert cause(Typed("capaian_iku", "2.1", "capaian", "77,31"), "Capaian IKU!I8", FULL) is None
