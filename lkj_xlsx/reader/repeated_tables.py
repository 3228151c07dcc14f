"""Tables pasted again below themselves: a second heading row, and the rows under it that stand above already."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from lkj_xlsx.reader.rows import FilledRow
from lkj_xlsx.spec.field import Kind, Role, Sheet, plain_title

_NO_NAMES = frozenset(("tabel", "no", "sasaran"))
Repeated = tuple[int, int, int]  # the row of a second heading, its first column, and the last row below it


def first_copies(rows: Iterable[FilledRow], sheet: Sheet) -> tuple[list[FilledRow], list[Repeated]]:
    """The rows without those of a table that is pasted a second time, and where each such table begins and ends.

    A heading that is only repeated, as at the top of a page, has other rows below it; they are kept.
    """
    rows = list(rows)
    if not rows or not rows[-1].heading:
        return rows, []
    kept: list[FilledRow] = []
    again: list[Repeated] = []
    names = [each.key for each in sheet.fields if each.role is Role.LABEL and each.kind is not Kind.TABEL]
    names = [name for name in names if name not in _NO_NAMES]
    seen: set[tuple[str, ...]] = set()
    for heading, group in groupby(rows, key=lambda row: row.heading):
        part = list(group)
        named = [key for row in part if row.closing is None and any((key := _key(row, names))[1:])] if heading else []
        if named and 2 * sum(key in seen for key in named) >= len(named):
            again.append((heading, min(part[0].values.cells), part[-1].row))
            continue
        kept.extend(part)
        seen.update(_key(row, names) for row in part)
    return kept, again


def _key(row: FilledRow, names: list[str]) -> tuple[str, ...]:
    """What a row speaks of: its table and its names."""
    return row.tabel, *(plain_title(row.values[name].text) if name in row.values else "" for name in names)
