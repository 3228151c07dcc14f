"""The figures of a finding in Indonesian writing, for pages that people read."""

from __future__ import annotations

from decimal import Decimal

from lkj_xlsx.model.finding import Finding
from lkj_xlsx.model.number import round_half_up, show

MOST_PLACES = 10
YEARS = (1900, 2100)


def stated(finding: Finding) -> str:
    """What stands in the cell, with the decimals it was typed with; "" where nothing is stated."""
    value = finding.stated
    return _shown(value, stated_places(value)) if isinstance(value, Decimal) else value or ""


def stated_places(value: Decimal) -> int:
    """The decimals that a stated figure carries: 10.0 has one, 10 none."""
    exponent = value.as_tuple().exponent
    return min(MOST_PLACES, max(0, -exponent)) if isinstance(exponent, int) else 0


def right(finding: Finding) -> str:
    """What comes out instead, rounded to the finding's places; "" where nothing does."""
    value = finding.recomputed
    return _shown(value, finding.places) if isinstance(value, Decimal) else value or ""


def difference(finding: Finding) -> str:
    """Stated minus recomputed, with its sign; "" where there is none."""
    gap = finding.difference
    return "" if gap is None else show(gap, difference_places(finding, gap))


def difference_places(finding: Finding, gap: Decimal) -> int:
    """The finding's places; a small difference is shown with as many as it needs to be seen."""
    places = finding.places
    while places < MOST_PLACES and gap and not round_half_up(gap, places):
        places += 1
    return places


def is_year(value: Decimal) -> bool:
    """Whether a figure is rather a year: 2024 is not 2.024."""
    return value == value.to_integral_value() and YEARS[0] <= value <= YEARS[1]


def _shown(value: Decimal, places: int) -> str:
    if is_year(value):
        return f"{value:.0f}"
    return show(value, min(places, MOST_PLACES))
