"""Plant a typed entry in a book that was read once: the same book as filling and reading a workbook again would give.

The entry goes through the same two doors as in a workbook: what a spreadsheet program makes of it (`typed`) and what
the reader makes of the cell (`read`). Facts and remarks are drawn up again by the reader's own functions.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from lkj_xlsx.model.cell import Cell, Origin, Value, Where
from lkj_xlsx.model.computed import Judged, Ledger
from lkj_xlsx.model.fact import Book, Indikator, Remark
from lkj_xlsx.model.finding import Finding
from lkj_xlsx.model.record import Record
from lkj_xlsx.model.values_by_key import MadeValues
from lkj_xlsx.pipeline import examine, read, variants
from lkj_xlsx.reader.checks import mixed_percents, value_remarks
from lkj_xlsx.reader.facts import facts
from lkj_xlsx.reader.values import read as read_cell
from lkj_xlsx.spec import remarks
from lkj_xlsx.spec.field import Kind, Years
from lkj_xlsx.spec.template import TEMPLATE
from lkj_xlsx.writers.fill import fill
from lkj_xlsx.writers.template_entries import GENERAL, typed

Place = tuple[str, int, str]  # sheet, row from 0, field (a year's column as `realisasi@2024`)


@dataclass(frozen=True, slots=True)
class Site:
    """A filled cell that can be planted in: its place in the data file and in the workbook, and what it states."""

    place: Place
    where: Where
    record: Record
    value: Value
    entry: Any

    @property
    def sheet(self) -> str:
        return self.place[0]

    @property
    def key(self) -> str:
        return self.place[2]

    @property
    def number(self) -> Decimal:
        """The stated figure of a site that states one."""
        return self.value.known if self.value.known is not None else Decimal(0)


@dataclass(eq=False)
class Base:
    """A clean data file, read and audited once. `sheets` holds its formulas, where it has any (`sheets.Sheets`)."""

    name: str
    data: Mapping[str, Any]
    book: Book
    ledger: Ledger
    findings: tuple[Finding, ...]
    truth: Mapping[Place, Any] = field(default_factory=dict)
    sheets: Any = None

    @cached_property
    def sites(self) -> tuple[Site, ...]:
        """Every figure or rating word that stands in a cell of its own."""
        return tuple(_sites(self.book, self.data))

    @cached_property
    def at(self) -> Mapping[Where, Site]:
        return {site.where: site for site in self.sites}

    def judged(self, site: Site) -> Judged | None:
        """The clean verdict on a site's own figure."""
        return next((entry for entry in self.ledger.at(site.where) if entry.computed.field == site.key), None)

    def entry(self, site: Site) -> Judged:
        """The clean verdict on a derived figure."""
        entry = self.judged(site)
        if entry is None:
            raise LookupError(f"{site.where} is not a derived figure")
        return entry

    def indikator(self, record: Record) -> Indikator:
        """The one indicator a row speaks of."""
        return self.book.indikator[record.indikator[0]]

    def site(self, record: Record, key: str) -> Site | None:
        return self.at.get(record.get(key).where)

    def cell(self, record: Record, key: str) -> Site | None:
        """Any cell of a row of its own, also one that states a label, a choice, or nothing."""
        value = record.get(key)
        if value.where.row != record.row or not value.where.column:
            return None
        place = (record.sheet, index_of(self, record), key)
        return Site(place, value.where, record, value, entry_at(self.data, place))


def index_of(base: Base, record: Record) -> int:
    """The row of a record in the data file, from 0."""
    return record.row - _heads(base.book).get(record.sheet, 0) - 1


def _heads(book: Book) -> dict[str, int]:
    return {seen.key: seen.header_row for seen in book.sheets}


def base_of(name: str, data: Mapping[str, Any], truth: Mapping[Place, Any] | None = None) -> Base:
    """Fill the template with a data file, read it and audit it."""
    book = reread(data)
    return Base(name, data, book, *examine(book), truth or {})


def reread(data: Mapping[str, Any]) -> Book:
    """The book by the long way: a workbook is written and read."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "lkj.xlsx"
        fill(data, path, TEMPLATE, variants())
        return read(path)


def entry_at(data: Mapping[str, Any], place: Place) -> Any:
    """What the data file holds at a place."""
    sheet, index, key = place
    name, _, year = key.partition("@")
    entry = data["lembar"][sheet][index].get(name)
    return entry.get(year) if year and entry else entry


def changed(data: Mapping[str, Any], changes: Mapping[Place, Any]) -> dict[str, Any]:
    """The data file with other entries at some places."""
    sheets = {name: [dict(row) for row in rows] for name, rows in data["lembar"].items()}
    for (sheet, index, key), entry in changes.items():
        name, _, year = key.partition("@")
        row = sheets[sheet][index]
        row[name] = {**row[name], year: entry} if year else entry
    return {**data, "lembar": sheets}


def _sites(book: Book, data: Mapping[str, Any]) -> Iterator[Site]:
    heads = _heads(book)
    for record in book.all_records:
        rows = data["lembar"].get(record.sheet)
        index = record.row - heads.get(record.sheet, 0) - 1
        if rows is None or index >= len(rows):
            continue
        for key, value in record.values.items():
            kind = TEMPLATE.sheet(record.sheet).field(key).kind
            if value.blank or value.where.row != record.row or not (kind.numeric or kind is Kind.PREDIKAT):
                continue
            entry = entry_at(data, (record.sheet, index, key))
            if kind is not Kind.TAHUN and (
                isinstance(entry, str | int | float) or {"teks", "rumus"} & {*(entry or {})}
            ):
                yield Site((record.sheet, index, key), value.where, record, value, entry)


def value_of(site: Site, entry: Any, book: Book) -> Value:
    """What the cell would mean with another entry."""
    kind = TEMPLATE.sheet(site.sheet).field(site.key).kind
    unit = site.record.text("satuan")
    if not unit and site.record.text("kode"):
        known = book.indikator.get(site.record.text("kode"))
        unit = known.satuan if known is not None else ""
    return read_cell(_cell(site.where, entry, kind), kind, unit)


def _cell(where: Where, entry: Any, kind: Kind) -> Cell:
    if isinstance(entry, Mapping) and "rumus" in entry:
        saved = entry.get("nilai")
        origin = Origin.TANPA_HASIL if saved is None else Origin.GALAT if isinstance(saved, str) else Origin.RUMUS
        return Cell(where, saved, GENERAL, origin, entry["rumus"])
    if isinstance(entry, Mapping):
        return Cell(where, str(entry["teks"]), GENERAL, Origin.KETIKAN)
    if isinstance(entry, str):
        stored = typed(entry, kind)
        return Cell(where, stored.content, stored.number_format, Origin.KETIKAN)
    return Cell(where, entry, GENERAL, Origin.KETIKAN)


def planted(base: Base, changes: Mapping[Place, Any]) -> Book:
    """The base's book with these entries typed instead, without writing a workbook."""
    book, sites = base.book, {site.place: site for site in base.sites}
    values = {sites[place].where: value_of(sites[place], entry, book) for place, entry in changes.items()}
    rows: dict[Record, Record] = {}
    for record in book.all_records:
        touched = any(value.where in values for value in record.values.values())
        rows[record] = replace(record, values=MadeValues(_exchanged(record, values))) if touched else record
    records = tuple(rows.values())
    settings = book.settings
    return Book(
        settings,
        book.sheets,
        records,
        {kode: replace(item, record=rows[item.record]) for kode, item in book.indikator.items()},
        {kode: rows[record] for kode, record in book.data.items()},
        facts(records, TEMPLATE, Years(settings.tahun, settings.awal, settings.akhir)),
        tuple(_remarks(book, [sites[place] for place in changes], values, records)),
    )


def _exchanged(record: Record, values: Mapping[Where, Value]) -> dict[str, Value]:
    return {key: values.get(value.where, value) for key, value in record.values.items()}


def _remarks(
    book: Book, sites: list[Site], values: Mapping[Where, Value], records: tuple[Record, ...]
) -> Iterator[Remark]:
    sheets = {site.sheet: site.record.title for site in sites}
    for remark in book.remarks:
        again = remark.kind == remarks.PERSEN_CAMPUR and remark.where.sheet in sheets.values()
        if remark.where not in values and not again:
            yield remark
    for site in sites:
        field_ = TEMPLATE.sheet(site.sheet).field(site.key)
        yield from value_remarks(values[site.where], field_, "", site.record.tabel, {})
    for sheet in sheets:
        yield from mixed_percents([record for record in records if record.sheet == sheet], TEMPLATE.sheet(sheet))
