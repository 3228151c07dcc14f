"""A row of the budget that stands twice below one parent."""

from __future__ import annotations

import pytest

from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.rules.repeated_rows import baris_kembar
from tests import book_builder
from tests.book_builder import place

BUDGET = "realisasi_anggaran"
KEYS = ("tingkat", "uraian", "anggaran", "realisasi", "kode_rekening")
HEAD = (("Program", "PROGRAM KOPERASI", "800", "700", ""), ("Kegiatan", "Pembinaan", "800", "700", ""))
ROW = ("Sub Kegiatan", "Pelatihan", "400", "350", "")


def found(*rows):
    book = book_builder.make({BUDGET: [dict(zip(KEYS, row, strict=True)) for row in (*HEAD, *rows)]})
    return [(finding.where, finding.related) for finding in baris_kembar.check(book, Ledger())]


def test_a_copied_row_is_found():
    assert found(ROW, ROW) == [(place(BUDGET, 4, "uraian"), (place(BUDGET, 3, "uraian"),))]


@pytest.mark.parametrize(
    "other",
    [
        ("Sub Kegiatan", "Pelatihan", "400", "340", ""),
        ("Sub Kegiatan", "Pendampingan", "400", "350", ""),
        ("Kegiatan", "Pelatihan", "400", "350", ""),
    ],
)
def test_another_amount_name_or_parent_is_another_row(other):
    assert found(ROW, other) == []


def test_the_same_code_is_told_by_its_own_rule():
    coded = (*ROW[:4], "2.17.03.2.01.0001")
    assert found(coded, coded) == []
