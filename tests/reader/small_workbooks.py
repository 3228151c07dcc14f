"""Small workbooks laid out like the template, for tests of the reader; each test says only what it is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

import xlsxwriter

from lkj_xlsx.model.declare import Source, Variant
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.number import Missing
from lkj_xlsx.model.record import Record
from lkj_xlsx.reader.book import read_book
from lkj_xlsx.spec.field import Sheet, Years
from lkj_xlsx.spec.template import TEMPLATE

YEARS = Years(2024, 2024, 2026)
IDENTITY = {"versi": "1", "opd": "Dinas Uji", "kabupaten": "Kabupaten Uji", "tahun": 2024, "awal": 2024, "akhir": 2026}
_SOURCE = Source("UJI", "Hanya untuk uji", "D")
VARIANTS = (
    Variant("rumus_efisiensi", "EFF-1", "Capaian dibagi serapan", _SOURCE, "", lambda: None, order=1),
    Variant("rumus_efisiensi", "EFF-2", "Selisih capaian dan serapan", _SOURCE, "", lambda: None, order=2),
    Variant("batas_capaian", "TANPA", "Tanpa batas", _SOURCE, "", lambda: None, default=True, order=1),
    Variant("rumus_realisasi", "LANGSUNG", "Diisi langsung", _SOURCE, "", lambda: None, default=True, order=1),
    Variant("rumus_realisasi", "PERTUMBUHAN", "Pertumbuhan", _SOURCE, "", lambda: None, order=2),
)


@dataclass(frozen=True, slots=True)
class In:
    """A content under a number format."""

    content: Any
    number_format: str = "General"


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula with its saved result."""

    text: str
    result: Any = 0
    number_format: str = "General"


@dataclass(frozen=True, slots=True)
class Merge:
    """Merged with this many cells below."""

    content: Any
    below: int = 1


@dataclass(frozen=True, slots=True)
class Look:
    """How a sheet departs from the template."""

    title: str = ""
    order: Sequence[str] = ()
    above: int = 0  # rows inserted above everything
    headings: Mapping[str, str] = field(default_factory=dict)
    extra: Sequence[str] = ()  # headings of columns put before all others
    hidden: bool = False
    hide_columns: bool = False
    years: Years = YEARS


def indicator(
    kode: str = "1.1", nama: str = "Persentase Koperasi Aktif", satuan: str = "%", **more: Any
) -> dict[str, Any]:
    """A row of the sheet Indikator."""
    return {"kode": kode, "sasaran": "Koperasi maju", "indikator": nama, "satuan": satuan, "arah": "Naik", **more}


def build(
    path: Path,
    rows: Mapping[str, Sequence[Mapping[str, Any]]] | None = None,
    identity: Mapping[str, Any] | None = None,
    looks: Mapping[str, Look] | None = None,
    without: Sequence[str] = (),
    strangers: Sequence[str] = (),
) -> Path:
    """Write the workbook; sheets without rows have only their header. One indicator is declared unless told."""
    rows = {"indikator": [indicator()], **(rows or {})}
    with xlsxwriter.Workbook(str(path)) as book:
        for sheet in TEMPLATE.sheets:
            if sheet.key in without:
                continue
            look = (looks or {}).get(sheet.key, Look())
            page = book.add_worksheet(look.title or sheet.title)
            if look.hidden:
                page.hide()
            page.write_string(look.above, 0, sheet.title)
            if sheet.form:
                _form(book, page, sheet, look, {**IDENTITY, **(identity or {})})
            else:
                _table(book, page, sheet, look, rows.get(sheet.key, ()))
        for title in strangers:
            book.add_worksheet(title).write_string(0, 0, "Isi lain")
        next(iter(page for page in book.worksheets() if not page.hidden)).activate()
    return path


def read(path: Path) -> Book:
    return read_book(path, TEMPLATE, VARIANTS)


def built(path: Path, **how: Any) -> Book:
    """Build and read back at once."""
    return read(build(path / "uji.xlsx", **how))


def only(book: Book, sheet: str) -> Record:
    (record,) = book.records(sheet)
    return record


def noted(book: Book, kind: str) -> list[tuple[str, str]]:
    """Place and detail of each remark of a kind."""
    return [(str(remark.where), remark.detail) for remark in book.remarks if remark.kind == kind]


def figures(book: Book) -> dict[tuple[str, str, int, str], str]:
    """All facts without their places: what must not change when a workbook is rearranged."""
    return {
        (
            fact.subjek,
            fact.ukuran,
            fact.tahun,
            f"{fact.tabel} {fact.field} {fact.record.text('indikator')}",
        ): f"{'-' if isinstance(fact.value.number, Missing) else format(fact.value.number.normalize(), 'f')}"
        f" {fact.value.places} {fact.value.letter or ''}"
        for fact in book.facts
    }


def _form(book: Any, page: Any, sheet: Sheet, look: Look, entries: Mapping[str, Any]) -> None:
    top = look.above + 3
    for column, text in enumerate(("Isian", "Nilai", "Keterangan")):
        page.write_string(top, column, text)
    for place, each in enumerate(sheet.fields, start=1):
        page.write_string(top + place, 0, look.headings.get(each.key, each.header))
        _put(book, page, top + place, 1, entries.get(each.key))


def _table(book: Any, page: Any, sheet: Sheet, look: Look, rows: Sequence[Mapping[str, Any]]) -> None:
    top = look.above + 3
    columns = _columns(sheet, look)
    for column, text in enumerate(look.extra):
        page.write_string(top, column, text)
    for column, (key, text) in enumerate(columns, start=len(look.extra)):
        page.write_string(top, column, look.headings.get(key, text))
    for number, row in enumerate(rows, start=top + 1):
        for column, (key, _) in enumerate(columns, start=len(look.extra)):
            _put(book, page, number, column, row.get(key))
        for column, text in enumerate(row.get("extra", ())):
            _put(book, page, number, column, text)
    if look.hide_columns:
        page.set_column(0, 40, None, None, {"hidden": True})


def _columns(sheet: Sheet, look: Look) -> list[tuple[str, str]]:
    columns = []
    for each in sheet.fields:
        years = list(look.years.series()) if each.repeats else [None]
        for year in years:
            columns.append((f"{each.key}@{year}" if each.repeats else each.key, each.heading(look.years, year)))
    if not look.order:
        return columns
    return sorted((item for item in columns if item[0] in look.order), key=lambda item: look.order.index(item[0]))


def _put(book: Any, page: Any, row: int, column: int, content: Any) -> None:
    if isinstance(content, Merge):
        page.merge_range(row, column, row + content.below, column, "")
        content = content.content
    form = book.add_format({"num_format": content.number_format}) if isinstance(content, In | Formula) else None
    if isinstance(content, Formula):
        page.write_formula(row, column, content.text, form, content.result)
        return
    if isinstance(content, In):
        content = content.content
    if isinstance(content, str):
        page.write_string(row, column, content, form)
    elif isinstance(content, bool):
        page.write_boolean(row, column, content, form)
    elif isinstance(content, int | float):
        page.write_number(row, column, content, form)
    elif isinstance(content, date | datetime):
        page.write_datetime(row, column, content, form or book.add_format({"num_format": "dd/mm/yyyy"}))
