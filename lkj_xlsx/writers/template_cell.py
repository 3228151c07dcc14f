"""One cell of a data file put into a worksheet, with typed write calls only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from lkj_xlsx.spec.field import Kind, Role
from lkj_xlsx.writers.template_style import PLAIN, Look, Styles
from lkj_xlsx.writers.typed import GENERAL, TEXT_FORMAT, Stored, typed

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

Entry = str | int | float | Mapping[str, object] | None  # as `fill_check` lets it through


def merged(entry: object) -> bool:
    """Whether the cell is one with the cell above it."""
    return isinstance(entry, Mapping) and "gabung" in entry


def put(
    sheet: Worksheet,
    row: int,
    column: int,
    entry: Entry,
    role: Role,
    kind: Kind,
    styles: Styles,
    look: Look = PLAIN,
) -> None:
    """Write what was typed; row and column count from 0. Blank keeps the kind's preset format."""
    if entry is None or entry == "" or merged(entry):
        sheet.write_blank(row, column, None, styles.body(role, kind, "", look))
    elif isinstance(entry, Mapping) and "rumus" in entry:
        # "" leaves the formula without a saved result; the library's own default would be a 0 nobody computed
        saved = entry.get("nilai")
        number_format = "" if kind.numeric else GENERAL  # under `@` it would turn into text when edited
        shape = styles.body(role, kind, number_format, look)
        sheet.write_formula(row, column, str(entry["rumus"]), shape, "" if saved is None else saved)
    else:
        stored = _stored(entry, kind)
        shape = styles.body(role, kind, stored.number_format, look)
        if isinstance(stored.content, str):
            sheet.write_string(row, column, stored.content, shape)
        else:
            sheet.write_number(row, column, stored.content, shape)


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
