"""Amounts that others speak for or against."""

from __future__ import annotations

from lkj_xlsx.model.number import Missing
from lkj_xlsx.relations.amounts import rupiah, suspects
from tests import book_builder
from tests.book_builder import place

BUDGET = "realisasi_anggaran"
ROWS = [
    {"tingkat": "Program", "uraian": "PROGRAM KOPERASI", "anggaran": "1.000", "realisasi": "905"},
    {"tingkat": "Kegiatan", "uraian": "Pembinaan", "anggaran": "600", "realisasi": "540"},
    {"tingkat": "Kegiatan", "uraian": "Pengawasan", "anggaran": "410", "realisasi": "365"},
]


def test_a_total_that_its_parts_contradict_is_a_suspect():
    book = book_builder.make({BUDGET: ROWS})
    assert place(BUDGET, 1, "anggaran") in suspects(book)


def test_a_total_names_the_cells_it_is_the_sum_of():
    book = book_builder.make({BUDGET: [ROWS[0], ROWS[1], {**ROWS[2], "anggaran": "400"}]})
    made = rupiah.compute(book.records(BUDGET)[0], "anggaran", book)
    assert made is not None
    assert not isinstance(made.result, Missing)
    assert (made.result, made.bases[0].inputs) == (1000, (place(BUDGET, 2, "anggaran"), place(BUDGET, 3, "anggaran")))


def test_a_total_with_a_part_that_is_no_number_is_left_unchecked_and_says_so():
    lacking = [ROWS[0], ROWS[1], {**ROWS[2], "anggaran": "-"}]
    book = book_builder.make({BUDGET: lacking})
    made = rupiah.compute(book.records(BUDGET)[0], "anggaran", book)
    assert made is not None
    assert isinstance(made.result, Missing)
    assert str(place(BUDGET, 3, "anggaran")) in str(made.result)


def test_a_dash_that_stands_for_nothing_leaves_nothing_unchecked():
    fitting = [{**ROWS[0], "anggaran": "600"}, ROWS[1], {**ROWS[2], "anggaran": "-"}]
    book = book_builder.make({BUDGET: fitting})
    assert rupiah.compute(book.records(BUDGET)[0], "anggaran", book) is None
