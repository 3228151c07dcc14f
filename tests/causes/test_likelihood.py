"""Which figures a stated one is held against, and how much a match weighs."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lkj_xlsx.causes.likelihood import reproduces, right_values, weight
from lkj_xlsx.measures.capaian import capaian
from lkj_xlsx.measures.verdict import judge
from lkj_xlsx.model.cell import Cell, Origin, Value, Where
from lkj_xlsx.model.computed import Base, Basis, Computed, Judged
from lkj_xlsx.model.number import Interval
from lkj_xlsx.model.record import Record
from lkj_xlsx.model.values_by_key import MadeValues


def entry(said: str, *bases: Basis) -> Judged:
    """A stated capaian with its places as written, held against these bases."""
    number = Decimal(said)
    places = -int(number.as_tuple().exponent)
    value = Value(Cell(Where("Capaian IKU", 5, 9), said, origin=Origin.KETIKAN), number, places, said)
    record = Record("capaian_iku", "Capaian IKU", 5, "3.3", MadeValues({"capaian": value}))
    return judge(Computed(capaian, "capaian", record, "capaian", value, bases[0].value, bases))


def point(base: Base, number: str) -> Basis:
    return Basis(base, Interval.point(Decimal(number)), base.value)


def test_the_figure_the_verdict_speaks_of_comes_first_and_a_range_is_no_figure() -> None:
    ranged = Basis(Base.SELANG, Interval(Decimal(70), Decimal(80)), "selang")
    judged = entry("97.45", point(Base.EKSAK, "83.72"), point(Base.EKSAK, "98.10"), ranged)
    assert right_values(judged) == (Decimal("98.10"), Decimal("83.72"))


@pytest.mark.parametrize("x, same", [("97.445", True), ("97.4549", True), ("97.456", False), ("-97.45", False)])
def test_a_value_is_reproduced_at_the_places_it_is_stated_with(x: str, same: bool) -> None:
    assert reproduces(entry("97.45", point(Base.EKSAK, "83.72")), Decimal(x)) is same


@pytest.mark.parametrize("said, digits", [("97.45", 4), ("0.05", 1), ("0.50", 2), ("0.00", 1), ("100", 3)])
def test_zeros_in_front_weigh_nothing(said: str, digits: int) -> None:
    assert weight(entry(said, point(Base.EKSAK, "83.72"))) == digits
