"""The quarter that slipped, where other tables support the figure of the year."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import pytest

from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.computed import Verdict
from lkj_xlsx.relations.triwulan_culprits import triwulan_culprit
from tests import book_builder
from tests.book_builder import place

TRIWULAN = "triwulan"
YEAR = place(TRIWULAN, 1, "realisasi")
SUPPORT = {"capaian_iku": [{"realisasi": "100"}]}


def blamed(
    agregasi: str, year: str, *quarters: str, **sheets: list[Mapping[str, str]]
) -> tuple[Where, str, Decimal | None, Verdict]:
    """The cell that is told to be wrong, its field, its right value and the verdict."""
    row = {"realisasi": year, **{f"realisasi_tw{n}": text for n, text in enumerate(quarters, start=1)}}
    book = book_builder.make({TRIWULAN: [row], **sheets}, [{"satuan": "Unit", "agregasi": agregasi}])
    entry = triwulan_culprit(book_builder.judged(book, "TRIWULAN", TRIWULAN, "realisasi"), book)
    right = entry.against.value if entry.against is not None else None
    return entry.where, entry.computed.field, right, entry.verdict


def test_a_right_year_stays_as_it_is() -> None:
    assert blamed("JUMLAH", "100", "10", "20", "30", "40", **SUPPORT)[3] is Verdict.SESUAI


@pytest.mark.parametrize(
    "agregasi, year, quarters, n, right",
    [
        ("JUMLAH", "100", ("10", "26", "30", "40"), 2, 20),
        ("RATA", "25", ("10", "26", "30", "40"), 2, 20),
        ("TERTINGGI", "40", ("10", "20", "30", "44"), 4, 40),
        ("AKHIR", "40", ("10", "20", "30", "46"), 4, 40),
    ],
)
def test_a_quarter_that_slipped_is_blamed_for_a_year_that_another_table_states(
    agregasi: str, year: str, quarters: tuple[str, ...], n: int, right: int
) -> None:
    key = f"realisasi_tw{n}"
    told = blamed(agregasi, year, *quarters, capaian_iku=[{"realisasi": year}])
    assert told == (place(TRIWULAN, 1, key), key, right, Verdict.SELISIH)


def test_without_another_table_the_year_itself_is_wrong() -> None:
    assert blamed("JUMLAH", "100", "10", "26", "30", "40") == (YEAR, "realisasi", 106, Verdict.SELISIH)


def test_where_two_quarters_may_have_slipped_none_is_blamed() -> None:
    """26 may be a 20, and 36 a 30."""
    assert blamed("JUMLAH", "100", "10", "26", "36", "34", **SUPPORT) == (YEAR, "realisasi", 106, Verdict.SELISIH)


def test_where_no_quarter_is_a_slip_none_is_blamed() -> None:
    assert blamed("JUMLAH", "100", "12", "22", "32", "42", **SUPPORT) == (YEAR, "realisasi", 108, Verdict.SELISIH)
