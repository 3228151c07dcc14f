"""Entries of a data file as cells of the template: what an Indonesian Excel makes of what is typed, put into its cell.

That is a number whose format shows the typed places, or text as it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from lkj_xlsx.model.number import Missing
from lkj_xlsx.model.spelling import spell
from lkj_xlsx.spec.field import Kind, Role
from lkj_xlsx.writers.xlsx.pen import put, put_formula
from lkj_xlsx.writers.xlsx.style import Look, Styles, role_body

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

Entry = str | int | float | Mapping[str, object] | None  # as `fill_check` lets it through
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


def merged(entry: object) -> bool:
    """Whether the cell is one with the cell above it."""
    return isinstance(entry, Mapping) and "gabung" in entry


def put_entry(
    sheet: Worksheet, row: int, column: int, entry: Entry, role: Role, kind: Kind, styles: Styles, *looks: Look
) -> None:
    """Write what was typed; row and column count from 0. Blank keeps the kind's preset format."""
    if entry is None or entry == "" or merged(entry):
        put(sheet, row, column, None, styles.get(role_body(role, kind), *looks))
    elif isinstance(entry, Mapping) and "rumus" in entry:
        number_format = "" if kind.numeric else GENERAL  # under `@` it would turn into text when edited
        style = styles.get(role_body(role, kind, number_format), *looks)
        put_formula(sheet, row, column, str(entry["rumus"]), entry.get("nilai"), style)  # type: ignore[arg-type]
    else:
        stored = _stored(entry, kind)
        put(sheet, row, column, stored.content, styles.get(role_body(role, kind, stored.number_format), *looks))


def _stored(entry: str | int | float | Mapping[str, object], kind: Kind) -> Stored:
    if isinstance(entry, Mapping):
        return Stored(str(entry["teks"]), GENERAL if kind.numeric else TEXT_FORMAT)
    if isinstance(entry, str):
        return typed(entry, kind)
    return Stored(entry, GENERAL)


def span(entries: list[Entry], start: int) -> int:
    """The last index of the merged range that begins at `start`."""
    end = start
    while end + 1 < len(entries) and merged(entries[end + 1]):
        end += 1
    return end
