"""Which base figure is accused, and which is only suspected beside the figure that contradicts it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from lkj_xlsx.measures.recompute import recompute
from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.fact import Book
from lkj_xlsx.relations.data_culprits import data_culprits
from tests import book_builder
from tests.book_builder import MEASURES, place

DATA = "data_dasar"


def found(book: Book) -> tuple[dict[Where, Decimal], dict[Where, tuple[Decimal, Where]]]:
    """The accused cells with their right values; the suspects with theirs and the figure they stand under."""
    measures = tuple(MEASURES.values())
    named, doubted = data_culprits(book, recompute(book, measures), measures)
    return {one.where: one.right for one in named}, {one.where: (one.right, one.root) for one in doubted}


def base(a: str, b: str, total: str, **sheets: list[Mapping[str, str]]) -> Book:
    rows = [
        {"kode_data": "A", "jenis": "Rincian", "realisasi@2024": a},
        {"kode_data": "B", "jenis": "Rincian", "realisasi@2024": b},
        {"kode_data": "AB", "jenis": "Jumlah", "asal": "A; B", "realisasi@2024": total},
    ]
    indikator = [{"satuan": "Unit", "rumus": "DATA", "pembilang": "A"}]
    return book_builder.make({DATA: rows, **sheets}, indikator)


A, B, TOTAL = (place(DATA, line, "realisasi@2024") for line in (1, 2, 3))


def test_a_detail_that_only_its_total_contradicts_is_a_suspect() -> None:
    """1.213 may be a 1.513, and as well 4.493 a 4.193."""
    assert found(base("1.213", "2.980", "4.493")) == ({}, {A: (Decimal(1513), TOTAL)})


def test_a_detail_that_its_total_and_a_realisasi_contradict_is_accused() -> None:
    book = base("1.213", "2.980", "4.493", capaian_iku=[{"realisasi": "1.513"}])
    assert found(book) == ({A: Decimal(1513)}, {})


def test_of_details_that_are_suspected_alike_none_is_accused() -> None:
    """Each may lack a 2 in its hundreds; the total is no slip of the sum."""
    rows = [
        {"kode_data": "A", "jenis": "Rincian", "realisasi@2024": "3.455"},
        {"kode_data": "B", "jenis": "Rincian", "realisasi@2024": "8.322"},
        {"kode_data": "C", "jenis": "Rincian", "realisasi@2024": "117"},
        {"kode_data": "ABC", "jenis": "Jumlah", "asal": "A; B; C", "realisasi@2024": "12.094"},
    ]
    c, total = (place(DATA, line, "realisasi@2024") for line in (3, 4))
    suspected = {A: (Decimal(3655), total), B: (Decimal(8522), total), c: (Decimal(317), total)}
    assert found(book_builder.make({DATA: rows})) == ({}, suspected)


def test_a_correction_that_spoils_as_much_as_it_mends_is_none() -> None:
    """The base data of the year say 9, as one table does; another table agrees with the 8 as it stands."""
    rows = [
        {"kode_data": "A", "jenis": "Rincian", "tahun_awal": "2024", "data_awal": "9", "realisasi@2024": "8"},
    ]
    sheets = {DATA: rows, "capaian_iku": [{"realisasi": "9"}], "target_realisasi": [{"realisasi": "8"}]}
    indikator = [{"satuan": "Unit", "rumus": "DATA", "pembilang": "A"}]
    assert found(book_builder.make(sheets, indikator)) == ({}, {})
    without = {**sheets, "target_realisasi": []}
    assert found(book_builder.make(without, indikator)) == ({A: Decimal(9)}, {})


def test_of_two_details_the_one_that_stands_apart_from_its_other_years_is_accused() -> None:
    """Either may have an 8 too many in its hundreds; 955 is far from 100 and 200, 1.855 is not from 1.000 and 1.200."""
    rows = [
        {"kode_data": "A", "realisasi@2022": "100", "realisasi@2023": "200", "realisasi@2024": "955"},
        {"kode_data": "B", "realisasi@2022": "1.000", "realisasi@2023": "1.200", "realisasi@2024": "1.855"},
        {"kode_data": "C", "realisasi@2024": "390"},
    ]
    total = {"kode_data": "ABC", "jenis": "Jumlah", "asal": "A; B; C", "realisasi@2024": "2.400"}
    book = book_builder.make({DATA: [*({**row, "jenis": "Rincian"} for row in rows), total]})
    assert found(book) == ({A: Decimal(155)}, {})
