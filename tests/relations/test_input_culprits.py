"""Inputs that one cell alone states: what they would have to be for the figure computed from them."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import pytest

from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.computed import Judged
from lkj_xlsx.model.fact import Book
from lkj_xlsx.relations.input_culprits import lone_inputs, slipped_data, slipped_inputs, solved_inputs
from tests import book_builder
from tests.book_builder import place

LALU = "tahun_lalu"
RIGHT = {"target_lalu": "72,58", "realisasi_lalu": "67,83", "capaian_lalu": "93,46"}
TARGET, RESULT = (place(LALU, 1, key) for key in ("target_lalu", "realisasi_lalu"))


def asked(typed: Mapping[str, str], indikator: Mapping[str, str] | None = None, **more: object) -> tuple[Judged, Book]:
    book = book_builder.make({LALU: [{**RIGHT, **typed}], **more}, [{"kode": "1", **(indikator or {})}])  # type: ignore[dict-item]
    return book_builder.judged(book, "CAPAIAN", LALU, "capaian_lalu"), book


def places(found: object) -> set[tuple[Where, Decimal]]:
    return {(value.where, right) for value, right in found}  # type: ignore[attr-defined]


def test_a_right_row_asks_nothing() -> None:
    assert lone_inputs(*asked({})) == ()


@pytest.mark.parametrize(
    ("typed", "where", "right"),
    [
        ({"realisasi_lalu": "77,83"}, RESULT, "67.83"),  # a digit
        ({"realisasi_lalu": "6,783"}, RESULT, "67.83"),  # the mark
        ({"realisasi_lalu": "76,83"}, RESULT, "67.83"),  # two digits swapped
        ({"target_lalu": "72,85"}, TARGET, "72.58"),
        ({"target_lalu": "725,58"}, TARGET, "72.58"),  # a digit too many
    ],
)
def test_a_slip_of_an_input_is_undone(typed: Mapping[str, str], where: Where, right: str) -> None:
    entry, book = asked(typed)
    assert (where, Decimal(right)) in places(slipped_inputs(entry, book))
    assert where in {cell for cell, _ in places(solved_inputs(entry, book))}


def test_what_fits_at_no_place_is_no_answer() -> None:
    """A whole target cannot give 93,46 from 61: of the two inputs only the other may be wrong."""
    entry, book = asked({"target_lalu": "73", "realisasi_lalu": "61", "capaian_lalu": "93,41"}, {"satuan": "Orang"})
    assert places(solved_inputs(entry, book)) == set()


def test_an_input_that_another_table_repeats_is_not_asked() -> None:
    akip = [{"kode": "1", "realisasi@2023": "77,83"}]
    entry, book = asked({"realisasi_lalu": "77,83"}, None, nilai_akip=akip)
    assert {lone.value.where for lone in lone_inputs(entry, book)} == {TARGET}


def test_a_zero_says_nothing_of_its_inputs() -> None:
    assert lone_inputs(*asked({"capaian_lalu": "0,00"})) == ()


def test_the_direction_of_the_indicator_counts() -> None:
    typed = {"target_lalu": "15", "realisasi_lalu": "96", "capaian_lalu": "93,33"}
    entry, book = asked(typed, {"arah": "Turun", "satuan": "Kasus"})
    assert (RESULT, Decimal(16)) in places(slipped_inputs(entry, book))


def test_a_base_figure_behind_a_capaian_may_have_slipped() -> None:
    data = [
        {"kode_data": "A", "jenis": "Rincian", "realisasi@2023": "233"},
        {"kode_data": "B", "jenis": "Rincian", "realisasi@2023": "95.461"},
    ]
    typed = {"target_lalu": "1,8", "realisasi_lalu": "", "capaian_lalu": "83,72"}
    entry, book = asked(typed, {"rumus": "PERSENTASE", "pembilang": "A", "penyebut": "B"}, data_dasar=data)
    assert (place("data_dasar", 2, "realisasi@2023"), Decimal(15461)) in set(slipped_data(entry, book))


def test_a_score_beside_its_letter_is_not_asked() -> None:
    entry, book = asked({"realisasi_lalu": "B (77,83)"})
    assert {lone.value.where for lone in lone_inputs(entry, book)} == {TARGET}, "161,79 would be no B"
    entry, book = asked({"target_lalu": "BB (72,85)"})
    assert {lone.value.where for lone in lone_inputs(entry, book)} == {RESULT}
    entry, book = asked({"realisasi_lalu": "77,83"})
    assert {lone.value.where for lone in lone_inputs(entry, book)} == {TARGET, RESULT}
