"""From the specification of a sheet to a report table: what the tables of the report have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from lkj_xlsx.model.cell import Value, Where
from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.finding import Finding
from lkj_xlsx.model.message import say
from lkj_xlsx.model.record import Record
from lkj_xlsx.model.report import Column, Item, Row, Table, natural
from lkj_xlsx.spec.field import Field, Kind, Role, Sheet
from lkj_xlsx.spec.template import TEMPLATE, years_of
from lkj_xlsx.spec.units import is_whole
from lkj_xlsx.tables.items import Evidence, computed_item, derived, note_of, typed_item, worst

NAME = "indikator"  # the column of the indicator's name
KINDS = {
    Kind.RUPIAH: "rupiah",
    Kind.PERSEN: "persen",
    Kind.RASIO: "rasio",
    Kind.JUMLAH: "angka",
    Kind.NILAI: "angka",
    Kind.PREDIKAT: "predikat",
}


@dataclass(frozen=True, slots=True)
class Layout:
    """What a report table shows of its sheet, by field key.

    omit        fields that serve the audit only
    titles      headings that differ from the template's
    groups      headings above several columns
    only_typed  computed columns that many reports do not print: shown where typed, or where the office left every
                computed column of the table to the tool
    years       fields whose heading ends in the year that another field holds
    style       the style of a row
    """

    sheet: str
    omit: tuple[str, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)
    groups: Mapping[str, str] = field(default_factory=dict)
    only_typed: tuple[str, ...] = ()
    years: Mapping[str, str] = field(default_factory=dict)
    style: Callable[[Record], str] = lambda record: "data"


@dataclass(frozen=True, slots=True)
class ShownColumn:
    """A column of the table with the field and the key of the values under it."""

    key: str
    field: Field
    column: Column


def lay_out(
    layout: Layout,
    records: tuple[Record, ...],
    book: Book,
    ledger: Ledger,
    findings: tuple[Finding, ...],
    number: str | None = None,
) -> Table:
    """The report table of these records; `number` where it is not the records' own."""
    evidence = Evidence.of(ledger, findings)
    sheet = TEMPLATE.sheet(layout.sheet)
    number = records[0].tabel if number is None else number
    shown = tuple(_columns(layout, sheet, records, book, evidence, number))
    rows: list[Row] = []
    before: Mapping[str, Item] = {}
    for record in records:
        style = layout.style(record) if record.closing is None else "jumlah"
        before = _items(shown, record, book, evidence, {} if style == "jumlah" else before)
        rows.append(Row(_without_inherited(before, shown, record) if style == "jumlah" else before, style))
    notes = (*_formulas(shown, records, evidence), *_elsewhere(number, rows, findings))
    return Table(number, title_of(number, book, sheet), tuple(item.column for item in shown), tuple(rows), notes)


def title_of(number: str, book: Book, sheet: Sheet) -> str:
    """The title in the list of tables, else that of the sheet."""
    wanted = natural(number)
    return next(
        (title for key, title in book.tables().items() if wanted and natural(key) == wanted and title), sheet.title
    )


def _columns(
    layout: Layout, sheet: Sheet, records: tuple[Record, ...], book: Book, evidence: Evidence, number: str
) -> Iterator[ShownColumn]:
    years = years_of(book.settings)
    for spec in sheet.fields:
        if spec.key in layout.omit or spec.kind is Kind.TABEL:
            continue
        for key in _keys(spec, records):
            if _kept(layout, sheet, spec, key, records, book, evidence):
                title = layout.titles.get(spec.key) or spec.heading(years, _year(key))
                title += _printed_year(layout.years.get(spec.key, ""), records)
                years_at = _year_cells(layout.years.get(spec.key, ""), records)
                findings = _at_heading(key, records, book, evidence, number, years_at)
                yield ShownColumn(
                    key,
                    spec,
                    Column(
                        key,
                        title,
                        KINDS.get(spec.kind, "teks"),
                        spec.width,
                        layout.groups.get(spec.key, ""),
                        merge=spec.inherits and not spec.kind.numeric,
                        computed=spec.role is Role.HITUNGAN,
                        level=worst(findings),
                        note=note_of(findings),
                        sources=years_at,
                    ),
                )


def _keys(spec: Field, records: tuple[Record, ...]) -> list[str]:
    """The field's key, or one for each year of a repeating field that the records hold."""
    if not spec.repeats:
        return [spec.key]
    keys = {key for record in records for key in record.values if key.startswith(f"{spec.key}@")}
    return sorted(keys, key=natural)


def _year(key: str) -> int | None:
    year = key.partition("@")[2]
    return int(year) if year else None


def _printed_year(key: str, records: tuple[Record, ...]) -> str:
    years = {record.text(key) for record in records if record.text(key)} if key else set()
    return f" ({years.pop()})" if len(years) == 1 else ""


def _year_cells(key: str, records: tuple[Record, ...]) -> tuple[Where, ...]:
    """The cells that hold the year of a heading."""
    places = (record.place(key) for record in records) if key else ()
    return tuple(dict.fromkeys(where for where in places if where.column))


def _at_heading(
    key: str, records: tuple[Record, ...], book: Book, evidence: Evidence, number: str, years_at: tuple[Where, ...]
) -> tuple[Finding, ...]:
    """The findings of this table about a column's heading: at the heading itself, or at the year that it shows."""
    title = records[0].title
    seen = next((seen for seen in book.sheets if seen.title == title), None)
    own = [] if seen is None else [Where(title, seen.header_row, seen.columns.get(key, 0))]
    findings = (finding for where in (*own, *years_at) for finding in evidence.at(where))
    return tuple(finding for finding in findings if natural(finding.tabel) == natural(number))


def _kept(
    layout: Layout, sheet: Sheet, spec: Field, key: str, records: tuple[Record, ...], book: Book, evidence: Evidence
) -> bool:
    """Whether the table uses the column at all."""
    if _typed(key, records) or spec.required:
        return True
    if spec.role is not Role.HITUNGAN:
        return False
    if key in layout.only_typed:
        others = [other.key for other in sheet.fields if other.role is Role.HITUNGAN and other.key != key]
        return bool(others) and not any(_typed(other, records) for other in others)
    seen = book.sheet(sheet.key)
    return seen is None or key in seen.columns


def _typed(key: str, records: tuple[Record, ...]) -> bool:
    return any(not record.get(key).blank for record in records)


def _items(
    shown: tuple[ShownColumn, ...], record: Record, book: Book, evidence: Evidence, before: Mapping[str, Item]
) -> dict[str, Item]:
    items: dict[str, Item] = {}
    joined = False  # an input of this row belongs to the row above as well
    for place in shown:
        value, above = record.get(place.key), before.get(place.key)
        if (
            place.key == NAME
            and (names := _names_by_code(value, record, book))
            and (above is None or above.value != names)
        ):
            items[place.key] = _item(value, place.field, record, place.key, evidence)._replace(value=names, filled=True)
        elif above is not None and _joined(value, place.field, above, joined):
            items[place.key] = above._replace(shared=True, note="", source=value.where if value.where.column else None)
            joined = joined or place.field.kind.numeric
        else:
            items[place.key] = _item(value, place.field, record, place.key, evidence)
        if place.field.kind is Kind.NILAI:
            items[place.key] = _counted(items[place.key], record, book)
    above_no = before.get("no")
    if (
        above_no is not None
        and items["no"].value is None
        and any(items[place.key].shared for place in shown if place.column.merge)
    ):
        items["no"] = above_no._replace(shared=True, note="", source=items["no"].source)
    return items


def _names_by_code(value: Value, record: Record, book: Book) -> str:
    """The names of the indicators that a row tells by its own codes alone, "" where it names them or has no codes."""
    code = record.get("kode")
    if code.blank or code.where.row != record.row or (not value.blank and value.where.row == record.row):
        return ""
    return "; ".join(book.indikator[kode].nama for kode in record.indikator if kode in book.indikator)


def _counted(item: Item, record: Record, book: Book) -> Item:
    """A whole number of what is counted has no decimals, however its cell is formatted: `71,00` people are 71."""
    indikator = book.indikator_of(record)
    satuan = indikator.satuan if indikator is not None else record.text("satuan")
    if not isinstance(item.value, Decimal) or item.unit or not item.places or not is_whole(satuan):
        return item
    return item._replace(places=0) if item.value == item.value.to_integral_value() else item


def _without_inherited(items: Mapping[str, Item], shown: tuple[ShownColumn, ...], record: Record) -> dict[str, Item]:
    """A total belongs to no sasaran: names that only come from the row above are left out."""
    foreign = {place.key for place in shown if place.column.merge and record.place(place.key).row != record.row}
    drawn = {key: Item() if key in foreign else item for key, item in items.items()}
    words = [place.key for place in shown if place.column.kind == "teks"]
    if record.closing is not None and words:
        drawn |= {key: Item() for key, item in drawn.items() if item.value == record.closing.words}
        drawn[_label(words)] = Item(record.closing.words)
    return drawn


def _label(words: list[str]) -> str:
    """The column that names what a row speaks of."""
    return next((key for key in ("indikator", "program", "uraian") if key in words), words[0])


def _joined(value: Value, spec: Field, above: Item, joined: bool) -> bool:
    """Whether the cell is one with the cell above: merged in the workbook, or blank where blank means the same."""
    same_cell = value.where.column > 0 and value.where == above.source and not value.blank
    if spec.role is Role.HITUNGAN:
        return spec.inherits and joined and (same_cell or value.blank)
    return same_cell or (spec.inherits and value.blank)


def _item(value: Value, spec: Field, record: Record, key: str, evidence: Evidence) -> Item:
    judged = evidence.of_record(record, key)
    if spec.role is Role.HITUNGAN or derived(record, value):
        return computed_item(value, spec, judged, evidence)
    return typed_item(value, spec, evidence)


def _formulas(shown: tuple[ShownColumn, ...], records: tuple[Record, ...], evidence: Evidence) -> Iterator[str]:
    """How the computed columns come about, in words."""
    for place in shown:
        formulas = {
            judged.computed.formula: None
            for record in records
            if (judged := evidence.of_record(record, place.key)) and judged.computed.formula
        }
        if place.column.computed and formulas:
            title = " ".join(part for part in (place.column.group, place.column.title) if part)
            yield str(say("{title}: {formula}.", title=title, formula="; ".join(formulas).rstrip(".")))


def _elsewhere(number: str, rows: list[Row], findings: tuple[Finding, ...]) -> Iterator[str]:
    """Findings of this table whose cell the table does not show, so that none is lost."""
    if not number:
        return
    visible = {item.source for row in rows for item in row.items.values()}
    for finding in findings:
        if natural(finding.tabel) == natural(number) and finding.where not in visible:
            place = f"{finding.where}: " if finding.where else ""
            yield f"{place}{finding.message}"
