"""What a place in the book is called: its sheet, heading, table and subject, for rules that start from a remark."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from lkj_xlsx.model.cell import Value, Where
from lkj_xlsx.model.fact import Book, Remark, SheetSeen
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.model.message import Message
from lkj_xlsx.model.record import Record
from lkj_xlsx.spec.field import Field, Sheet, Years, plain_title, year_in
from lkj_xlsx.spec.template import TEMPLATE, years_of

NAMES = ("indikator", "program", "uraian", "judul", "kriteria", "kode", "kode_data")


@dataclass(frozen=True, slots=True)
class RemarkedCell:
    """A remark and what is known about its cell; `sheet`, `field` and `record` are None where there are none."""

    remark: Remark
    sheet: Sheet | None
    field: Field | None
    heading: str
    record: Record | None
    value: Value | None
    subject: str
    year: int | None

    @property
    def where(self) -> Where:
        return self.remark.where

    @property
    def text(self) -> str:
        """What the cell says, as a person sees it."""
        return self.remark.detail or (self.value.text if self.value is not None else "")

    @property
    def column(self) -> tuple[str, int]:
        return self.where.sheet, self.where.column

    def finding(
        self,
        rule: tuple[str, str],
        level: Level,
        message: Message,
        step: Message,
        stated: Decimal | str | None = None,
        related: tuple[Where, ...] = (),
    ) -> Finding:
        """A finding at this place."""
        tabel = self.remark.tabel or (self.record.tabel if self.record is not None else "")
        return Finding(
            *rule,
            level,
            message,
            self.where,
            tabel,
            self.subject,
            stated,
            related=related,
            step=step,
            label=self.heading if self.field is not None else "",
            measure=self.field.ukuran.upper() if self.field is not None else "",
            year=self.year,
        )


class Directory:
    """The book's places by address, built once for a rule that has remarks to tell of."""

    def __init__(self, book: Book) -> None:
        self.book = book
        settings = book.settings
        self.years = years_of(settings)
        self.seen: Mapping[str, SheetSeen] = {seen.title: seen for seen in book.sheets}
        self.records = {(record.title, record.row): record for record in book.all_records}
        form = settings.record
        self.form = {value.where: key for key, value in form.values.items()} if form is not None else {}

    def of(self, remark: Remark) -> RemarkedCell:
        """What is known about the place of a remark."""
        where = remark.where
        seen = self.seen.get(where.sheet)
        sheet = next((s for s in TEMPLATE.sheets if seen is not None and s.key == seen.key), None)
        record = self.book.settings.record if where in self.form else self.records.get((where.sheet, where.row))
        key = self.form.get(where) or self._key(seen, sheet, where)
        field = sheet.field(key) if sheet is not None and key and sheet.has(key) else None
        heading = self.heading(field, key) if field is not None else where.cell
        value = record.values.get(key) if record is not None else None
        year = self._year(field, key, remark)
        return RemarkedCell(remark, sheet, field, heading, record, value, self._subject(record), year)

    def heading(self, field: Field, key: str) -> str:
        """The heading as printed; a repeating field's key carries its year."""
        year = key.partition("@")[2]
        return field.heading(self.years, int(year) if year.isdecimal() else None)

    def _key(self, seen: SheetSeen | None, sheet: Sheet | None, where: Where) -> str:
        if seen is None or sheet is None or sheet.form or not where.column:  # all lines of a form share one column
            return ""
        return next((key for key, column in seen.columns.items() if column == where.column), "")

    def _year(self, field: Field | None, key: str, remark: Remark) -> int | None:
        """The year of the column; where no field is known, the one that the heading told of prints."""
        if field is None:
            return year_in(remark.detail)
        column = key.partition("@")[2]
        if column.isdecimal():
            return int(column)
        return self.years.of(field.tahun) or None if field.ukuran else None

    def _subject(self, record: Record | None) -> str:
        if record is None:
            return ""
        named = (self.book.indikator[code].nama for code in record.indikator if code in self.book.indikator)
        return next(filter(None, map(record.text, NAMES)), "") or next(named, "")


def remarked(book: Book, *kinds: str) -> Iterator[RemarkedCell]:
    """The places of every remark of these kinds, in reading order."""
    remarks = [remark for remark in book.remarks if remark.kind in kinds]
    if remarks:
        places = Directory(book)
        yield from map(places.of, remarks)


def by_column(places: Iterator[RemarkedCell]) -> Iterator[tuple[RemarkedCell, tuple[Where, ...]]]:
    """The first place of each column with the other cells of that column: one finding instead of hundreds."""
    columns: dict[tuple[str, int], list[RemarkedCell]] = {}
    for place in places:
        columns.setdefault(place.column, []).append(place)
    for first, *rest in columns.values():
        yield first, tuple(place.where for place in rest)


def field_named(sheet: Sheet, text: str, years: Years) -> tuple[Field, str] | None:
    """The field a key (`realisasi@2023`) or a heading names, with its heading; None if neither."""
    key, _, year = text.partition("@")
    if sheet.has(key):
        field = sheet.field(key)
        return field, field.heading(years, int(year) if year.isdecimal() else None)
    for field in sheet.fields:
        for series_year in years.series() if field.repeats else (None,):
            if plain_title(text) in map(plain_title, field.headings(years, series_year)):
                return field, field.heading(years, series_year)
    return None
