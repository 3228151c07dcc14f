"""Figures that cannot be of one scale give no result."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lkj_xlsx.measures.plausible import UNFIT, anggaran_gap, scale_gap
from lkj_xlsx.model.computed import Verdict
from lkj_xlsx.model.number import Missing, Reason
from tests.book_builder import judged, make


@pytest.mark.parametrize(
    "goal, said, satuan, power",
    [
        ("0.82", "64", "Indeks", 2),
        ("0.80", "82.35", "%", 2),
        ("85", "0.862", "Nilai", 2),
        ("125000", "127.433", "Ton", 3),
        ("2.1", "2100000", "Rp", 6),
        ("2", "200", "%", 2),
        ("0.5", "9000", "%", UNFIT),
        ("4.62", "21.38", "%", None),  # 462 %: unusual, and a result
        ("100", "1", "Dokumen", None),
        ("2", "40", "Dokumen", None),
        ("5", "0.1", "%", None),
        ("10", "-0.01", "%", None),
        ("10", "0.01", "%", None),
        ("80", "82.35", "%", None),
        ("0", "64", "Indeks", None),
    ],
)
def test_what_lies_between_a_target_and_a_result(goal: str, said: str, satuan: str, power: int | None) -> None:
    assert scale_gap(Decimal(goal), Decimal(said), satuan) == power


@pytest.mark.parametrize(
    "anggaran, realisasi, power",
    [("4194.55", "4053802262", 6), ("4194550000", "4053.8", 6), ("100", "150", None), ("1000000000", "900000", None)],
)
def test_what_lies_between_a_budget_and_its_use(anggaran: str, realisasi: str, power: int | None) -> None:
    assert anggaran_gap(Decimal(anggaran), Decimal(realisasi)) == power


@pytest.mark.parametrize("typed", ["", "7.804,88", "78,05"])
def test_no_capaian_is_told_of_two_scales(typed: str) -> None:
    row = {"target": "0,82", "realisasi": "64", "capaian": typed}
    book = make({"capaian_iku": [row]}, [{"satuan": "Indeks"}])
    entry = judged(book, "CAPAIAN", "capaian_iku", "capaian")
    result = entry.computed.result
    assert isinstance(result, Missing) and result.reason is Reason.BEDA_SKALA
    assert entry.verdict is Verdict.TIDAK_DIPERIKSA


def test_the_office_may_stand_by_them() -> None:
    row = {"target": "0,82", "realisasi": "64", "capaian": "7.804,88"}
    answered = {"kode_temuan": "LKJ345", "lembar": "Capaian IKU", "sel": "G5"}
    book = make({"capaian_iku": [row], "pengecualian": [answered]}, [{"satuan": "Indeks"}])
    assert judged(book, "CAPAIAN", "capaian_iku", "capaian").verdict is Verdict.SESUAI


def test_progress_and_absorption_are_withheld_alike() -> None:
    sheets = {
        "renstra": [{"target_akhir": "0,82", "realisasi": "77,10", "realisasi_sd": "77,10"}],
        "efisiensi": [{"anggaran": "4.195", "realisasi_anggaran": "4.053.802.262"}],
    }
    book = make(sheets, [{"satuan": "Indeks"}])
    for measure, sheet, key in (("KEMAJUAN", "renstra", "kemajuan_sd"), ("SERAPAN", "efisiensi", "serapan")):
        result = judged(book, measure, sheet, key).computed.result
        assert isinstance(result, Missing) and result.reason is Reason.BEDA_SKALA
