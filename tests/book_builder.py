"""Small books from typed text: rows of the template's sheets as an office would fill them, without a workbook.

Cells are text, so that a test shows what stands on the paper; the reader's own functions give them their meaning.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lkj_xlsx.declared import measures, variants
from lkj_xlsx.measures.verdict import judge
from lkj_xlsx.model.cell import Cell, Origin, Value, Where
from lkj_xlsx.model.computed import Computed, Judged
from lkj_xlsx.model.fact import Book, Settings
from lkj_xlsx.model.options import by_option, default
from lkj_xlsx.model.record import Closing, Record
from lkj_xlsx.model.values_by_key import MadeValues
from lkj_xlsx.reader.facts import facts
from lkj_xlsx.reader.records import codes, declared_indikator
from lkj_xlsx.reader.values import read
from lkj_xlsx.spec.closing import closes
from lkj_xlsx.spec.field import Sheet, Years
from lkj_xlsx.spec.template import TEMPLATE

Row = Mapping[str, str]  # field key (`realisasi@2024` for one year's column) → what was typed
FIRST_ROW = 5
YEARS = Years(2024, 2024, 2026)
CLOSES = "penutup"  # under this key a row has the words by which it closes its table (`Rata-rata`)
MERGED = "^"  # joined to the cell above
VARIANTS = variants()
MEASURES = {item.code: item for item in measures()}
INDIKATOR = {"kode": "1", "indikator": "Indikator contoh", "sasaran": "Sasaran contoh", "satuan": "%", "arah": "Naik"}


def columns(sheet: Sheet) -> dict[str, int]:
    """Column numbers of a sheet's fields, a repeating one with a column for each of the years 2020 to 2030."""
    keys: list[str] = []
    for field in sheet.fields:
        keys += [f"{field.key}@{tahun}" for tahun in range(2020, 2031)] if field.repeats else [field.key]
    return {key: place for place, key in enumerate(keys, start=1)}


def place(sheet: str, line: int, key: str) -> Where:
    """The cell of a field in the `line`-th row of a sheet, counted from 1."""
    spec = TEMPLATE.sheet(sheet)
    return Where(spec.title, FIRST_ROW + line - 1, columns(spec)[key])


def cell(where: Where, text: str) -> Cell:
    return Cell(where, text, origin=Origin.KETIKAN) if text else Cell(where)


def records(sheet: str, rows: Sequence[Row], tabel: str, kode: str, units: Mapping[str, str]) -> list[Record]:
    """Rows of one sheet; `tabel` and `kode` hold where a row names none."""
    spec = TEMPLATE.sheet(sheet)
    rows_so_far: list[Record] = []
    for line, row in enumerate(rows, start=1):
        own = {"kode": kode, **row} if sheet != "indikator" and spec.has("kode") else dict(row)
        kodes = codes(rows_so_far[-1].text("kode") if own.get("kode") == MERGED else own.get("kode", ""))
        satuan = own.get("satuan") or (units.get(kodes[0], "") if kodes else "")
        values: dict[str, Value] = {}
        for key in columns(spec):
            text = own.get(key, "")
            where = place(sheet, line, key)
            values[key] = (
                rows_so_far[-1].values[key] if text == MERGED else read(cell(where, text), spec.field(key).kind, satuan)
            )
        words = row.get(CLOSES, "")
        closing = Closing(words, *closes(words, performed=False, money=True)) if words else None
        indikator = kodes if spec.has("kode") and closing is None else ()
        at = FIRST_ROW + line - 1
        rows_so_far.append(
            Record(sheet, spec.title, at, row.get("tabel", tabel), MadeValues(values), indikator, closing)
        )
    return rows_so_far


def make(
    sheets: Mapping[str, Sequence[Row]],
    indikator: Sequence[Row] = ({},),
    options: Mapping[str, str] | None = None,
    years: Years = YEARS,
    tabel: str = "3.3",
) -> Book:
    """A book with these rows. Without more said, there is one rising percent indicator with the code 1."""
    options_known = by_option(VARIANTS)
    declared = [{**INDIKATOR, **row} for row in indikator]
    first = records("indikator", declared, "3.1", "", {})
    known = declared_indikator(first, options_known)
    units = {kode: item.satuan for kode, item in known.items()}
    kode = next(iter(known), "")
    rows = [
        *first,
        *(
            row
            for sheet in TEMPLATE.sheets
            for row in records(sheet.key, sheets.get(sheet.key, ()), tabel, kode, units)
        ),
    ]
    data = {row.text("kode_data").upper(): row for row in rows if row.sheet == "data_dasar"}
    chosen = {key: default(group) for key, group in options_known.items()} | dict(options or {})
    settings = Settings("Dinas Contoh", "Kabupaten Contoh", years.tahun, years.awal, years.akhir, chosen)
    return Book(settings, (), tuple(rows), known, data, facts(rows, TEMPLATE, years))


def computed(book: Book, measure: str, sheet: str, key: str, line: int = 1) -> Computed | None:
    """What a measure makes of one cell."""
    rows = [record for record in book.all_records if record.sheet == sheet]
    return MEASURES[measure].compute(rows[line - 1], key, book)


def judged(book: Book, measure: str, sheet: str, key: str, line: int = 1) -> Judged:
    """What a measure makes of one cell, with the verdict; the measure must speak of that cell."""
    figure = computed(book, measure, sheet, key, line)
    assert figure is not None, f"{measure} does not speak of {place(sheet, line, key)}"
    return judge(figure)
