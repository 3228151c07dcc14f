"""Growth, shares and ratios have a stated answer for zero and negative divisors."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from lkj_xlsx.measures.realisasi import exact_realisasi, ratio, share, tumbuh
from lkj_xlsx.model.number import Missing, Reason
from tests import book_builder
from tests.book_builder import place

D = Decimal


@pytest.mark.parametrize(
    "now, before, percent",
    [("115", "100", "15"), ("90", "100", "-10"), ("0", "100", "-100"), ("-50", "100", "-150"), ("100", "100", "0")],
)
def test_growth(now: str, before: str, percent: str) -> None:
    assert tumbuh(D(now), D(before)) == D(percent)


@pytest.mark.parametrize("before, reason", [("0", Reason.PEMBAGI_NOL), ("-100", Reason.PEMBAGI_NEGATIF)])
def test_growth_of_nothing_or_of_a_loss_is_undefined(before: str, reason: Reason) -> None:
    found = tumbuh(D(50), D(before))
    assert isinstance(found, Missing) and found.reason is reason


@pytest.mark.parametrize("formula", [share, ratio])
def test_no_division_by_zero(formula: Callable[..., object]) -> None:
    found = formula(D(5), D(0))
    assert isinstance(found, Missing) and found.reason is Reason.PEMBAGI_NOL


def test_the_unrounded_realisasi_names_its_cells_and_says_how() -> None:
    data = [{"kode_data": "NAIK", "realisasi@2024": "233"}, {"kode_data": "MIKRO", "realisasi@2024": "15.461"}]
    book = book_builder.make({"data_dasar": data}, [{"rumus": "PERSENTASE", "pembilang": "NAIK", "penyebut": "MIKRO"}])
    found = exact_realisasi(book, book.indikator["1"], 2024)
    assert not isinstance(found, Missing)
    assert (found.text, str(found.origin)) == ("1,507018", "233 ÷ 15.461 × 100")
    assert found.where == (place("data_dasar", 1, "realisasi@2024"), place("data_dasar", 2, "realisasi@2024"))


def test_an_unknown_code_is_named() -> None:
    book = book_builder.make({}, [{"rumus": "PERTUMBUHAN", "pembilang": "ASET"}])
    found = exact_realisasi(book, book.indikator["1"], 2024)
    assert isinstance(found, Missing) and "ASET" in found.detail
