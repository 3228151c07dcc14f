"""Type another figure the way the one before it was typed: same places, grouping, sign of percent, letter."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from benchmarks.planting import Site
from lkj_xlsx.model.number import round_half_up
from lkj_xlsx.spec.field import Kind
from lkj_xlsx.spec.template import TEMPLATE

_FIGURE = re.compile(r"-?\d[\d.]*(?:,\d+)?")


def respelled(site: Site, number: Decimal, places: int) -> Any:
    """An entry like the site's that states `number` with `places` decimals."""
    entry = site.entry
    text = entry["teks"] if isinstance(entry, dict) else str(entry)
    kind = TEMPLATE.sheet(site.sheet).field(site.key).kind
    shown = spelled(number, places, kind in (Kind.RUPIAH, Kind.JUMLAH))
    text = _FIGURE.sub(lambda _: shown, text, count=1)
    return {"teks": text} if isinstance(entry, dict) else text


def spelled(number: Decimal, places: int, grouped: bool) -> str:
    """Indonesian writing of a figure, rounded half up."""
    rounded = round_half_up(number, places)
    text = f"{rounded:,f}" if grouped else f"{rounded:f}"
    return text.translate({ord(","): ".", ord("."): ","})
