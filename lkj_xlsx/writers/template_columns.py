"""The columns of a sheet for given years: which field stands where, how wide, and what a data file holds for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lkj_xlsx.spec.field import Field, Sheet, Years
from lkj_xlsx.writers.template_entries import Entry, span
from lkj_xlsx.writers.xlsx.fit import rough_lines

ARROW = 3  # characters that the filter's arrow takes from a heading
INDENT = 2  # characters that the margins inside a cell take

DataRow = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class PlannedColumn:
    """A field in its place; `year` is that of a repeating field's column."""

    field: Field
    heading: str
    width: int
    year: int | None = None

    def entry(self, row: DataRow) -> Entry:
        """What a row of a data file holds for this column."""
        entry = row.get(self.field.key)
        if self.year is not None:
            entry = entry.get(str(self.year)) if isinstance(entry, Mapping) else None
        return entry  # type: ignore[return-value]  # its shape was checked with the whole file


def columns(spec: Sheet, years: Years) -> tuple[PlannedColumn, ...]:
    """Every column of a sheet from left to right, wide enough in all for the guide line above them."""
    planned = []
    for field in spec.fields:
        for year in years.series() if field.repeats else (None,):
            heading = field.heading(years, year)
            longest = max(len(word) for word in heading.split())
            planned.append(PlannedColumn(field, heading, max(field.width, longest + ARROW), year))
    lack = len(guide_line(spec)) - sum(item.width for item in planned)
    if lack > 0:
        widest = max(range(len(planned)), key=lambda n: planned[n].width)
        item = planned[widest]
        planned[widest] = PlannedColumn(item.field, item.heading, item.width + lack, item.year)
    return tuple(planned)


def guide_line(spec: Sheet) -> str:
    """The sentence under the title, with the report's tables that belong on the sheet."""
    return f"{spec.guide} Tabel LKj: {spec.tables}." if spec.tables else spec.guide


def row_lines(plan: Sequence[PlannedColumn], rows: Sequence[DataRow]) -> Sequence[int]:
    """Lines of text that each row shows at most; a merged cell's text lengthens the last of its rows where needed.

    Not every spreadsheet program fits rows to their text when it opens a file, and none fits them to merged cells.
    """
    high = [1] * len(rows)
    spans = []
    for column in plan:
        entries = [column.entry(row) for row in rows]
        for row, entry in enumerate(entries):
            if not isinstance(entry, str):
                continue
            need, end = rough_lines(entry, column.width - INDENT), span(entries, row)
            if end > row:
                spans.append((row, end, need))
            else:
                high[row] = max(high[row], need)
    for row, end, need in spans:
        high[end] += max(0, need - sum(high[row : end + 1]))
    return high
