"""What a workbook holds, whoever made it: what a reviewer wants to know before trusting it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class SheetKind(StrEnum):
    """What a sheet is; only a worksheet holds cells that are read."""

    LEMBAR = "worksheet"
    GRAFIK = "chart"
    MAKRO = "macro"
    DIALOG = "dialog"
    LAIN = "other"


class Visibility(StrEnum):
    """Who sees a sheet; a very hidden one only who opens the macro editor."""

    TAMPAK = "visible"
    TERSEMBUNYI = "hidden"
    SANGAT_TERSEMBUNYI = "very hidden"


@dataclass(frozen=True, slots=True)
class Counts:
    """Cells of a sheet, or of all, by what they hold. Blank cells with a format are not counted.

    numbers         shown as numbers; `percents` are those among them with a percent format
    dates           shown as dates or times; `iso_dates` are those among them stored as text in ISO writing
    texts           with at least one character; `text_numbers` are those among them that read as a number
    empty_texts     a text of no character: blank to the eye, a text to the file
    formulas        of whatever result; `unsaved` are those without a saved result, which count as no other kind
    merges          merged ranges
    validations     rules of data validation, `comments` comments of cells
    """

    numbers: int = 0
    percents: int = 0
    dates: int = 0
    iso_dates: int = 0
    texts: int = 0
    text_numbers: int = 0
    empty_texts: int = 0
    booleans: int = 0
    errors: int = 0
    formulas: int = 0
    unsaved: int = 0
    merges: int = 0
    hidden_rows: int = 0
    hidden_columns: int = 0
    validations: int = 0
    comments: int = 0

    @property
    def cells(self) -> int:
        """Cells that hold anything."""
        return self.numbers + self.dates + self.texts + self.empty_texts + self.booleans + self.errors + self.unsaved

    def __add__(self, other: Counts) -> Counts:
        return Counts(**{name: getattr(self, name) + getattr(other, name) for name in Counts.__slots__})

    def items(self) -> Iterator[tuple[str, int]]:
        """Each count with its name, `cells` first."""
        yield "cells", self.cells
        for name in Counts.__slots__:
            yield name, getattr(self, name)


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """One sheet.

    codes     error cells by their code (`#DIV/0!`)
    places    the first cells of what deserves a look, by the name of its count: errors, unsaved, text_numbers; and
              under "unformatted" the first cell whose number format the file lacks
    """

    title: str
    kind: SheetKind = SheetKind.LEMBAR
    visibility: Visibility = Visibility.TAMPAK
    counts: Counts = Counts()
    codes: Mapping[str, int] = field(default_factory=dict)
    places: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Inspection:
    """One workbook.

    application  the program that saved it last, "" where the file does not tell
    strict       Strict Open XML
    from_1904    dates count from 1904 instead of 1900
    links        other workbooks that formulas refer to; none was opened
    outside      other things outside the file that it points to (web pages, pictures, data), by kind; none was opened
    names        defined names; `broken_names` are those among them that stand for nothing (`#REF!`)
    """

    name: str
    sha256: str
    size: int
    application: str
    strict: bool
    from_1904: bool
    macros: bool
    links: tuple[str, ...]
    outside: Mapping[str, int]
    names: tuple[str, ...]
    broken_names: tuple[str, ...]
    sheets: tuple[SheetFacts, ...]

    @property
    def totals(self) -> Counts:
        """All sheets together."""
        return sum((sheet.counts for sheet in self.sheets), Counts())

    @property
    def codes(self) -> dict[str, int]:
        """Error cells of all sheets by code, the most frequent first."""
        totals: dict[str, int] = {}
        for sheet in self.sheets:
            for code, count in sheet.codes.items():
                totals[code] = totals.get(code, 0) + count
        return dict(sorted(totals.items(), key=lambda item: (-item[1], item[0])))
