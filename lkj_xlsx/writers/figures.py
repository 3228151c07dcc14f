"""The figures of a finding in Indonesian writing, for pages that people read."""

from __future__ import annotations

from decimal import Decimal

from lkj_xlsx.model.finding import Finding
from lkj_xlsx.model.number import places_of, show

MOST_PLACES = 10
YEARS = (1900, 2100)


def stated(finding: Finding) -> str:
    """What stands in the cell, with the decimals it needs; "" where nothing is stated."""
    value = finding.stated
    return _shown(value, places_of(value)) if isinstance(value, Decimal) else value or ""


def right(finding: Finding) -> str:
    """What comes out instead, rounded to the finding's places; "" where nothing does."""
    value = finding.recomputed
    return _shown(value, finding.places) if isinstance(value, Decimal) else value or ""


def difference(finding: Finding) -> str:
    """Stated minus recomputed without its sign; a small one is shown with as many places as it needs to be seen."""
    if finding.difference is None:
        return ""
    size = abs(finding.difference)
    places = finding.places
    while places < MOST_PLACES and size and show(size, places) == show(Decimal(0), places):
        places += 1
    return show(size, places)


def is_year(value: Decimal) -> bool:
    """Whether a figure is rather a year: 2024 is not 2.024."""
    return value == value.to_integral_value() and YEARS[0] <= value <= YEARS[1]


def _shown(value: Decimal, places: int) -> str:
    if is_year(value):
        return f"{value:.0f}"
    return show(value, min(places, MOST_PLACES))
