"""Totals below the tables of supporting programmes and of efficiency, held against the amounts above them."""

from __future__ import annotations

import pytest

from lkj_xlsx.model.fact import Book
from lkj_xlsx.relations.amounts import suspects
from tests import book_builder
from tests.book_builder import place

PAGU = "program_pendukung"


def book(total: str) -> Book:
    rows = [
        {"program": "Program Penataan Desa", "pagu": "400"},
        {"program": "Program Sarana Pertanian", "pagu": "250"},
        {"program": "PROGRAM PENATAAN DESA", "pagu": "400"},
        {"penutup": "JUMLAH", "pagu": total},
    ]
    return book_builder.make({PAGU: rows})


@pytest.mark.parametrize("total", ["1.050", "650"])
def test_a_programme_listed_for_two_indicators_may_count_once_or_twice(total: str) -> None:
    assert not suspects(book(total))


def test_a_wrong_total_is_found_at_its_cell() -> None:
    assert place(PAGU, 4, "pagu") in suspects(book("750"))


def test_a_total_after_another_adds_the_rows_since_or_all() -> None:
    def of(total: str) -> Book:
        rows = [{"program": "A", "pagu": "400"}, {"penutup": "Jumlah", "pagu": "400"}, {"program": "B", "pagu": "250"}]
        return book_builder.make({PAGU: [*rows, {"penutup": "Jumlah", "pagu": total}]})

    assert not suspects(of("250"))
    assert not suspects(of("650"))
    assert place(PAGU, 4, "pagu") in suspects(of("600"))


def test_a_total_at_the_end_of_a_sheet_of_several_tables_may_add_them_all() -> None:
    def of(total: str) -> Book:
        rows = [
            {"tabel": "3.11", "program": "A", "pagu": "400"},
            {"tabel": "3.16", "program": "B", "pagu": "250"},
            {"tabel": "3.16", "penutup": "JUMLAH", "pagu": total},
        ]
        return book_builder.make({PAGU: rows})

    assert not suspects(of("650"))
    assert not suspects(of("250"))
    assert place(PAGU, 3, "pagu") in suspects(of("600"))
