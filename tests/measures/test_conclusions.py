"""What the declaration of a measure says its figures change."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lkj_xlsx import pipeline
from lkj_xlsx.measures.conclusions import capaian_flips, kemajuan_flips, reached
from lkj_xlsx.model.flip import Conclusion
from tests.workbook_case import TWIN, audited


@pytest.mark.parametrize("number, word", [("100", True), ("99.99", False), ("102.4", True)])
def test_reached(number, word):
    assert reached(Decimal(number)) is word


@pytest.mark.parametrize(
    "said, right, conclusion",
    [
        ("95", "60", Conclusion.PREDIKAT),
        ("99", "101", Conclusion.TERCAPAI),
        ("95", "96", None),
    ],
)
def test_a_capaian_turns_its_predikat_or_else_tercapai(said, right, conclusion):
    flips = capaian_flips(Decimal(said), Decimal(right), audited(base=TWIN).book)
    assert [flip.conclusion for flip in flips] == ([conclusion] if conclusion else [])


def test_progress_turns_at_a_hundred():
    assert [flip.conclusion for flip in kemajuan_flips(Decimal(99), Decimal(100))] == [Conclusion.RENSTRA]
    assert kemajuan_flips(Decimal(20), Decimal(90)) == ()


def test_measures_that_conclude_something_say_so_in_their_declaration():
    changing = {item.code for item in pipeline.measures() if item.changes.__name__ != "_nothing"}
    silent = {item.code for item in pipeline.measures()} - changing
    assert silent == {"PENUTUP", "PREDIKAT", "REALISASI-SD", "SISA", "TRIWULAN"}
