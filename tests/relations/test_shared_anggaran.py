"""Budgets that several indicators share: once in a joined cell, or again in each of their rows."""

from __future__ import annotations

import pytest

from lkj_xlsx.model.computed import Verdict
from lkj_xlsx.relations.shared_anggaran import repeated
from tests import book_builder
from tests.workbook_case import Typed, audited

# 1.1 and 1.2 share one budget, in cells joined over both rows
GIVEN, SPENT, PERCENT = "3.901.964.176", "3.827.714.393", "98,10"


def again(**other: str) -> list[Typed]:
    """The shared budget typed in the second row as well, some of it otherwise."""
    figures = {"anggaran": GIVEN, "realisasi_anggaran": SPENT, "serapan": PERCENT} | other
    return [Typed("efisiensi", "1.2", key, text) for key, text in figures.items()]


def test_each_row_of_a_shared_budget_may_state_it():
    assert audited(*again()).told == set()


@pytest.mark.parametrize(
    "other, where, stated, right",
    [
        ({"anggaran": "3.901.946.176"}, "Efisiensi!I6", "3.901.946.176", GIVEN),
        ({"realisasi_anggaran": "3.827.741.393"}, "Efisiensi!J6", "3.827.741.393", SPENT),
    ],
)
def test_a_wrong_one_is_named_in_its_row(other: dict[str, str], where: str, stated: str, right: str):
    assert audited(*again(**other)).told == {("LKJ321", "galat", where, stated, right)}


def test_a_divided_budget_is_told_as_not_checked():
    shares = {
        "1.1": {"anggaran": "2.000.000.000", "realisasi_anggaran": "1.962.000.000", "serapan": "98,10"},
        "1.2": {"anggaran": "1.901.964.176", "realisasi_anggaran": "1.865.714.393", "serapan": "98,09"},
    }
    halves = [Typed("efisiensi", row, key, text) for row, texts in shares.items() for key, text in texts.items()]
    ledger = audited(*halves).ledger
    left = {str(e.where): str(e.computed.result) for e in ledger.entries if e.verdict is Verdict.TIDAK_DIPERIKSA}
    reason = "masukan tidak ada: program pendukungnya juga membiayai indikator lain; pembagiannya tidak tertulis"
    assert {cell: left.get(cell) for cell in ("Efisiensi!I5", "Efisiensi!I6")} == dict.fromkeys(
        ("Efisiensi!I5", "Efisiensi!I6"), reason
    )


@pytest.mark.parametrize(
    "other, pairs",
    [
        ({"anggaran": "50.000.000", "realisasi_anggaran": "48.000.000", "serapan": "96,00"}, 0),  # by chance alike
        ({"anggaran": "50.000.000", "realisasi_anggaran": "49.123.465", "serapan": "98,25"}, 1),
        ({"anggaran": "50.000.900", "realisasi_anggaran": "49.123.456", "serapan": "98,20"}, 1),
    ],
    ids=["same budget", "same budget and percent", "same realisasi to the rupiah"],
)
def test_what_tells_that_two_rows_state_one_budget(other: dict[str, str], pairs: int):
    first = {"anggaran": "50.000.000", "realisasi_anggaran": "49.123.456", "serapan": "98,25"}
    book = book_builder.make({"efisiensi": [{"kode": "1", **first}, {"kode": "2", **other}]}, [{}, {"kode": "2"}])
    assert len(list(repeated(book))) == pairs
