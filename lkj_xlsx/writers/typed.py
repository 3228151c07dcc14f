"""What an Indonesian Excel makes of typed text: a number whose format shows the typed places, or text as it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from lkj_xlsx.model.number import Missing
from lkj_xlsx.model.spelling import spell
from lkj_xlsx.spec.field import Kind

TEXT_FORMAT = "@"
GENERAL = "General"
_PLAIN = re.compile(r"-? ?[0-9][0-9.,]* ?%?")  # no currency, letters, units, ranges or brackets
_DIGITS_KEPT = 15  # a spreadsheet program keeps no more: a longer figure stays text rather than lose its tail


@dataclass(frozen=True, slots=True)
class Stored:
    """Content of a cell and its number format. A percent is stored as its fraction (`3,50 %` → 0.035 `0.00%`)."""

    content: str | float
    number_format: str


def typed(text: str, kind: Kind) -> Stored:
    """The content that typing `text` into a cell of this kind leaves.

    Only figures whose spelling has one meaning become numbers; `3,50, %`, `4.5 %`, `BB (76,8)` stay text.
    """
    if not kind.numeric:
        return Stored(text, TEXT_FORMAT)
    clean = text.strip(" ")
    if not _PLAIN.fullmatch(clean):
        return Stored(text, GENERAL)
    grouped = "." in clean
    spelling = spell(clean, whole=grouped)  # Excel knows no kinds of columns: a dot always groups thousands
    if isinstance(spelling.number, Missing) or spelling.remarks or _digits(spelling.number) > _DIGITS_KEPT:
        return Stored(text, GENERAL)
    number = spelling.number.scaleb(-2) if spelling.percent else spelling.number
    return Stored(float(number), _format(spelling.places, grouped, spelling.percent))


def _digits(number: Decimal) -> int:
    return len(number.normalize().as_tuple().digits)


def _format(places: int, grouped: bool, percent: bool) -> str:
    """A format in the file's own (US) convention: `#,##0.00` shows `1.234,50` on an Indonesian screen."""
    head = "#,##0" if grouped else "0"
    tail = "." + "0" * places if places else ""
    return head + tail + ("%" if percent else "")
