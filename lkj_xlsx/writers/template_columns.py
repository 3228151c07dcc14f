"""The columns of a sheet for given years: which field stands where, how wide, and what a data file holds for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lkj_xlsx.spec.field import Field, Sheet, Years
from lkj_xlsx.writers.template_cell import Entry, merged, span
from lkj_xlsx.writers.template_style import lines

ARROW = 3  # characters that the filter's arrow takes from a heading

Row = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Column:
    """A field in its place; `setiap` is the year of a repeating field's column."""

    field: Field
    heading: str
    width: int
    setiap: int | None = None

    def entry(self, row: Row) -> Entry:
        """What a row of a data file holds for this column."""
        found = row.get(self.field.key)
        if self.setiap is not None:
            found = found.get(str(self.setiap)) if isinstance(found, Mapping) else None
        return found  # type: ignore[return-value]  # its shape was checked with the whole file


def columns(spec: Sheet, years: Years) -> tuple[Column, ...]:
    """Every column of a sheet from left to right, wide enough in all for the guide line above them."""
    found = []
    for field in spec.fields:
        for setiap in years.series() if field.repeats else (None,):
            heading = field.heading(years, setiap)
            longest = max(len(word) for word in heading.split())
            found.append(Column(field, heading, max(field.width, longest + ARROW), setiap))
    lack = len(guide_line(spec)) - sum(item.width for item in found)
    if lack > 0:
        widest = max(range(len(found)), key=lambda n: found[n].width)
        item = found[widest]
        found[widest] = Column(item.field, item.heading, item.width + lack, item.setiap)
    return tuple(found)


def guide_line(spec: Sheet) -> str:
    """The sentence under the title, with the report's tables that belong on the sheet."""
    return f"{spec.guide} Tabel LKj: {spec.tables}." if spec.tables else spec.guide


def stretched(plan: Sequence[Column], rows: Sequence[Row]) -> Mapping[int, int]:
    """Lines for the rows that must grow because a merged cell above them holds more text than its rows show.

    A spreadsheet program fits a row to its own cells, never to merged ones.
    """
    grid = [[column.entry(row) for row in rows] for column in plan]
    high = [1] * len(rows)
    spans = []
    for column, entries in zip(plan, grid, strict=True):
        for row, entry in enumerate(entries):
            need = lines(entry, column.width) if isinstance(entry, str) else 1
            end = span(entries, row)
            if end > row and not merged(entry):
                spans.append((row, end, need))
            elif not merged(entry):
                high[row] = max(high[row], need)
    grown: dict[int, int] = {}
    for row, end, need in spans:
        lack = need - sum(high[row:end + 1])
        if lack > 0:
            high[end] += lack
            grown[end] = high[end]
    return grown
