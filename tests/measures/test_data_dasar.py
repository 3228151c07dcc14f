"""Targets in rupiah or units against the targets they are computed from."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from lkj_xlsx import pipeline
from lkj_xlsx.model.computed import Verdict

SAMPLE = Path(__file__).parents[2] / "samples" / "lkj-contoh-lengkap-2025.xlsx"


def targets(path: Path) -> dict[str, Verdict]:
    ledger, _ = pipeline.examine(pipeline.read(path))
    return {entry.where.cell: entry.verdict for entry in ledger.entries if entry.computed.measure.code == "TARGET-DATA"}


@pytest.fixture
def without_renstra(tmp_path: Path) -> Path:
    book = openpyxl.load_workbook(SAMPLE)
    del book["Renstra"]
    book.save(tmp_path / "tanpa.xlsx")
    return tmp_path / "tanpa.xlsx"


def test_the_last_target_of_the_renstra_is_held_against_the_renstra() -> None:
    assert set(targets(SAMPLE).values()) == {Verdict.SESUAI}


def test_without_the_renstra_it_is_not_held_against_another_years_target(without_renstra: Path) -> None:
    found = targets(without_renstra)
    assert found.keys() == targets(SAMPLE).keys()
    assert set(found.values()) == {Verdict.TIDAK_DIPERIKSA}


@pytest.mark.parametrize("typed, verdict", [(1400, Verdict.SESUAI), (1401, Verdict.SELISIH), (1399, Verdict.SELISIH)])
def test_the_target_of_a_counted_figure_is_that_of_the_renstra_itself(
    tmp_path: Path, typed: int, verdict: Verdict
) -> None:
    book = openpyxl.load_workbook(SAMPLE)
    book["Data Dasar"]["G10"] = typed
    book.save(tmp_path / "satu.xlsx")
    assert targets(tmp_path / "satu.xlsx")["G10"] is verdict
