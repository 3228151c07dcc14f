"""Efficiency of a table that prints capaian and serapan and no amounts."""

from __future__ import annotations

from lkj_xlsx.measures.only_percents import only_percents
from lkj_xlsx.model.computed import Verdict
from lkj_xlsx.model.fact import Book
from tests import book_builder

ROW = {"target": "80,00", "realisasi": "82,35", "capaian": "102,94", "serapan": "96,92", "efisiensi": "1,06"}


def book(*rows: dict[str, str]) -> Book:
    sheets = {"efisiensi": rows, "perjanjian": [{"target": "80,00"}]}
    return book_builder.make(sheets, options={"rumus_efisiensi": "EFF-1"})


def test_efficiency_is_checked_from_the_typed_percents() -> None:
    right, wrong = book(ROW), book({**ROW, "efisiensi": "1,60"})
    assert only_percents(right.records("efisiensi")[0], right)
    assert book_builder.judged(right, "EFISIENSI", "efisiensi", "efisiensi").verdict.agrees
    assert book_builder.judged(wrong, "EFISIENSI", "efisiensi", "efisiensi").verdict is Verdict.SELISIH


def test_a_table_with_amounts_asks_for_the_amounts_of_each_row() -> None:
    mixed = book(ROW, {**ROW, "anggaran": "1.000", "realisasi_anggaran": "969"})
    assert not only_percents(mixed.records("efisiensi")[0], mixed)
    assert book_builder.judged(mixed, "EFISIENSI", "efisiensi", "efisiensi").verdict is Verdict.TIDAK_DIPERIKSA
