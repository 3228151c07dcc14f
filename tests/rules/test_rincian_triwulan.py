"""Quarters of an indicator against those of the parts listed below it."""

from __future__ import annotations

from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.rules.rincian_triwulan import rincian
from tests import book_builder
from tests.book_builder import place

KEYS = ("kode", "indikator", *(f"realisasi_tw{n}" for n in range(1, 5)), "realisasi")
WHOLE = ("1", "Produksi padi", "31.204", "35.118", "30.001", "31.110", "127.433")
SAWAH = ("", "a. Padi sawah", "21.000", "25.000", "20.001", "21.110", "87.111")
LADANG = ("", "b. Padi ladang", "10.204", "10.118", "10.000", "10.000", "40.322")


def found(*rows):
    filled = [dict(zip(KEYS, row, strict=True)) for row in rows]
    book = book_builder.make({"triwulan": filled}, indikator=[{"satuan": "Ton"}])
    return [(finding.where, finding.related) for finding in rincian.check(book, Ledger())]


def test_parts_that_add_up_pass():
    assert found(WHOLE, SAWAH, LADANG) == []


def test_a_wrong_quarter_of_a_part_is_told_with_both_sides():
    wrong = ("", "b. Padi ladang", "10.204", "10.118", "11.000", "10.000", "40.322")
    at = {line: place("triwulan", line, "realisasi_tw3") for line in (1, 2, 3)}
    assert found(WHOLE, SAWAH, wrong) == [(at[1], (at[2], at[3]))]


def test_parts_that_are_not_added_pass():
    assert found(("1", "Indeks", "70", "71", "72", "73", "73"), ("", "a. Unsur", "60", "61", "62", "63", "63")) == []
