"""The quarter that slipped, where other tables support the figure of the year."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import pytest

from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.computed import Verdict
from lkj_xlsx.relations.triwulan_culprits import judged_triwulan
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
    entry, _ = judged_triwulan(book_builder.judged(book, "TRIWULAN", TRIWULAN, "realisasi"), book)
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


def suspected(year: str, *quarters: str, **sheets: list[Mapping[str, str]]) -> dict[str, Decimal]:
    """What each cell that is doubted beside the first quarter would have to be."""
    row = {"realisasi": year, **{f"realisasi_tw{n}": text for n, text in enumerate(quarters, start=1)}}
    book = book_builder.make({TRIWULAN: [row], **sheets}, [{"satuan": "Unit", "agregasi": "JUMLAH"}])
    _, suspects = judged_triwulan(book_builder.judged(book, "TRIWULAN", TRIWULAN, "realisasi"), book)
    assert {suspect.root for suspect in suspects} <= {place(TRIWULAN, 1, "realisasi_tw1")}
    return {str(suspect.where): suspect.right for suspect in suspects}


@pytest.mark.parametrize(
    "quarters", [("10", "26", "36", "34"), ("12", "22", "32", "42")], ids=["two may have slipped", "none slipped"]
)
def test_where_others_state_the_year_and_no_quarter_stands_out_all_are_doubted(quarters: tuple[str, ...]) -> None:
    gap = sum(map(int, quarters)) - 100
    for year in ("100", ""):
        assert blamed("JUMLAH", year, *quarters, **SUPPORT, renstra=[{"realisasi": "100"}])[3] is Verdict.DIRAGUKAN
    cells = {str(place(TRIWULAN, 1, f"realisasi_tw{n}")): int(quarters[n - 1]) - gap for n in (2, 3, 4)}
    assert suspected("100", *quarters, **SUPPORT) == cells


def test_one_statement_against_the_quarters_is_doubted_with_them() -> None:
    assert blamed("JUMLAH", "", "10", "26", "36", "34", **SUPPORT)[3] is Verdict.DIRAGUKAN
    cells = suspected("", "10", "26", "36", "34", **SUPPORT)
    assert cells[str(place("capaian_iku", 1, "realisasi"))] == 106


def test_a_blank_year_that_the_quarters_make_up_is_left_alone() -> None:
    assert blamed("JUMLAH", "", "10", "20", "30", "40", **SUPPORT)[3] is Verdict.DIISI


def test_a_slip_is_no_proof_where_one_statement_stands_against_the_quarters() -> None:
    assert blamed("JUMLAH", "", "10", "26", "30", "40", **SUPPORT)[3] is Verdict.DIRAGUKAN
    assert blamed("JUMLAH", "100", "10", "26", "30", "40", **SUPPORT)[3] is Verdict.SELISIH
