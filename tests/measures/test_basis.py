"""Bases of a recomputation: exact points, typed points, and the range that rounding leaves open."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from lkj_xlsx.measures.basis import Input, exact, ladder, span, target, typed
from lkj_xlsx.measures.realisasi import share, tumbuh
from lkj_xlsx.model.cell import Cell, Origin, Value, Where
from lkj_xlsx.model.computed import Base
from lkj_xlsx.model.number import Interval, Missing, Reason, round_half_up

HERE = Where("Capaian IKU", 5, 8)


def value(text: str, places: int = 0) -> Value:
    return Value(Cell(HERE, text, origin=Origin.KETIKAN), Decimal(text), places, text)


def written(text: str, places: int, whole: bool = False) -> Input:
    found = typed(value(text, places), whole)
    assert found is not None
    return found


def test_a_target_is_exact_however_it_is_written() -> None:
    found = target(value("1.8", 1))
    assert found is not None
    assert (found.span, found.text, found.exact) == (Interval.point(Decimal("1.8")), "1,8", True)


def test_a_typed_figure_is_open_by_half_a_unit_and_a_count_is_not() -> None:
    assert written("1.51", 2).span == Interval(Decimal("1.505"), Decimal("1.515"))
    assert written("233", 0, whole=True).exact and not written("233", 0).exact


def test_what_is_absent_is_no_input() -> None:
    blank = Value(Cell(HERE))
    assert typed(blank) is None and target(blank) is None


def test_the_strongest_basis_comes_first_and_tells_its_formula_and_cells() -> None:
    bases, reason = ladder(
        share,
        "{0} ÷ {1} × 100",
        [(exact(Decimal(233), "", Where("Data Dasar", 5, 3)), exact(Decimal(15461)))],
        [(written("2.33", 2), exact(Decimal("154.6")))],
    )
    assert reason is None
    assert [basis.base for basis in bases] == [Base.EKSAK, Base.TERTULIS, Base.SELANG]
    assert (bases[0].words, bases[0].inputs) == ("233 ÷ 15.461 × 100", (Where("Data Dasar", 5, 3),))
    assert bases[1].inputs == (HERE,)


def test_typed_figures_that_are_exact_in_themselves_make_an_exact_basis() -> None:
    bases, _ = ladder(share, "{0} ÷ {1} × 100", [], [(written("5", 0, True), written("8", 0, True))])
    assert [(basis.base, basis.value) for basis in bases] == [(Base.EKSAK, Decimal("62.5"))]


def test_what_cannot_be_computed_gives_its_reason_and_no_basis() -> None:
    bases, reason = ladder(tumbuh, "", [(exact(Decimal(5)), exact(Decimal(-1)))], [])
    assert bases == () and isinstance(reason, Missing) and reason.reason is Reason.PEMBAGI_NEGATIF


def test_a_range_in_which_the_divisor_may_be_zero_is_no_range() -> None:
    assert span(share, [exact(Decimal(1)), Input(Decimal(0), Interval(Decimal(0), Decimal("0.5")), "0")], "") is None


@given(st.decimals("0.1", 1000, places=6), st.decimals("0.1", 1000, places=6), st.integers(0, 3))
def test_the_range_holds_the_result_of_the_unrounded_figures(part: Decimal, whole: Decimal, places: int) -> None:
    said = round_half_up(part, places)
    found = span(share, [written(str(said), places), exact(whole)], "")
    assert found is not None
    assert found.result.low <= part / whole * 100 * (1 + Decimal("1E-25"))
    assert part / whole * 100 * (1 - Decimal("1E-25")) <= found.result.high
