"""Where everything stands in the finished workbook, and formulas with those addresses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from lkj_xlsx.model.cell import Where, letters
from lkj_xlsx.model.expression import HEADING, Expression, Place, Ref, Span
from lkj_xlsx.model.report import Section, Table
from lkj_xlsx.writers.workbook_tables import cells_of

LONGEST = 8000  # characters of a formula; a spreadsheet program takes 8,192


class Address(NamedTuple):
    """A cell: sheet name, row and column counted from 0."""

    sheet: str
    row: int
    column: int

    @property
    def cell(self) -> str:
        return f"{letters(self.column + 1)}{self.row + 1}"

    def link(self) -> str:
        """The target of a link: `'Tabel 3.9'!G7`."""
        return f"{quoted(self.sheet)}!{self.cell}"


@lru_cache(maxsize=256)
def quoted(sheet: str) -> str:
    """A sheet's name as formulas and links write it."""
    escaped = sheet.replace("'", "''")
    return f"'{escaped}'"


class PlacedSection(NamedTuple):
    """A section as it is drawn: its sheet, the row of its headings, how many rows follow, its columns by key."""

    sheet: str
    heading: int
    rows: int
    columns: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Addresses:
    """The address of every cell that a formula or a link may name."""

    cells: Mapping[Ref, Address]  # of the examined workbook
    sections: Mapping[str, PlacedSection] = field(default_factory=dict)

    def of(self, ref: Ref | None) -> Address | None:
        if not isinstance(ref, Place):
            return self.cells.get(ref) if ref is not None else None
        drawn = self.sections.get(ref.section)
        if drawn is None or not HEADING <= ref.row < drawn.rows or ref.column not in drawn.columns:
            return None
        return Address(drawn.sheet, drawn.heading + 1 + ref.row, drawn.columns[ref.column])

    def formula(self, expression: Expression | None, sheet: str) -> str | None:
        """The formula as a cell of `sheet` holds it; None where there is none or it names what is not drawn."""
        if expression is None:
            return None
        named = [self._written(ref, sheet) for ref in expression.refs]
        if None in named:
            return None
        text = "=" + expression.template.format(*named)
        return text if len(text) <= LONGEST else None

    def range(self, span: Span) -> str | None:
        """A range with its sheet and fixed addresses, as charts want it."""
        first, last = self.of(span.first), self.of(span.last)
        if first is None or last is None or first.sheet != last.sheet:
            return None
        ends = ":".join(f"${letters(end.column + 1)}${end.row + 1}" for end in (first, last))
        return f"={quoted(first.sheet)}!{ends}"

    def _written(self, ref: Ref | Span, sheet: str) -> str | None:
        if not isinstance(ref, Span):
            place = self.of(ref)
            return None if place is None else place.cell if place.sheet == sheet else place.link()
        first, last = self.of(ref.first), self.of(ref.last)
        if first is None or last is None or first.sheet != last.sheet:
            return None
        area = f"{first.cell}:{last.cell}"
        return area if first.sheet == sheet else f"{quoted(first.sheet)}!{area}"


def addresses(tables: Iterable[tuple[str, Table]], sections: Iterable[tuple[str, int, Section]]) -> Addresses:
    """Addresses of the tables by sheet name, and of the sections by sheet name and the row of their headings."""
    places: dict[Ref, Address] = {}
    for name, table in tables:
        for source, (row, column) in cells_of(table):
            places.setdefault(source, Address(name, row, column))
    drawn = {
        section.key: PlacedSection(
            name, heading, len(section.rows), {each.key: at for at, each in enumerate(section.columns)}
        )
        for name, heading, section in sections
    }
    return Addresses(places, drawn)


def sources_of(sections: Iterable[tuple[str, int, Section]]) -> dict[Where, Address]:
    """Where the working paper speaks of a cell of the examined workbook."""
    places: dict[Where, Address] = {}
    for name, heading, section in sections:
        for row, line in enumerate(section.rows):
            for item in line.items.values():
                if item.source is not None:
                    places.setdefault(item.source, Address(name, heading + 1 + row, 0))
    return places
