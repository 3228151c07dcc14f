"""The same figures stored, shown or rounded otherwise, and rows of totals and means that fit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from fractions import Fraction
from random import Random
from typing import Any

from openpyxl.cell import Cell
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from benchmarks.arithmetic import indonesian
from benchmarks.filled import HEAD, columns, last, table_sheets, unmerged
from benchmarks.variations import variation
from lkj_xlsx.spec.field import Kind

MONEY = ("#,##0", '"Rp" #,##0', "General", "#,##0.00", "#,##0_);(#,##0)", "[$Rp-421]#,##0")
PLAIN_UNITS = ("%", "Orang", "Unit", "Dokumen", "Kasus", "Hari")
Place = tuple[Worksheet, int, str]


def _columns(book: Workbook, *kinds: Kind) -> list[Place]:
    """Columns of these kinds."""
    listed = ((sheet, at, key, field) for sheet in table_sheets(book) for at, (key, field) in columns(sheet).items())
    return [(sheet, at, key) for sheet, at, key, field in listed if field.kind in kinds]


def _numbers(sheet: Worksheet, at: int) -> Iterator[Any]:
    for row in range(HEAD + 1, last(sheet) + 1):
        cell = sheet.cell(row, at)
        if isinstance(cell, Cell) and isinstance(cell.value, int | float) and not isinstance(cell.value, bool):
            yield cell


def _each(random: Random, places: list[Place], change: Callable[[Any], None]) -> str | None:
    """The change at every figure of one of the columns."""
    if not places:
        return None
    sheet, at, key = random.choice(places)
    for cell in list(_numbers(sheet, at)):
        change(cell)
    return f"{sheet.title}: {key}"


def places_of(number_format: str) -> int:
    """Decimals that a format shows."""
    return len(number_format.partition(".")[2].rstrip("%")) if "." in number_format else 0


def exact(cell: Any) -> Fraction:
    """What a cell states: percents times hundred."""
    return Fraction(Decimal(repr(cell.value))) * (100 if "%" in cell.number_format else 1)


def shown(cell: Any) -> str:
    """A figure as it is seen on an Indonesian screen."""
    stated, percent = exact(cell), "%" in cell.number_format
    grouped = "," in cell.number_format
    decimals = places_of(cell.number_format)
    if cell.number_format == "General":
        decimals, grouped = max(0, -Decimal(repr(cell.value)).normalize().as_tuple().exponent), False  # type: ignore[operator]
    return indonesian(stated, decimals, grouped) + (" %" if percent else "")


@variation("angka sebagai teks")
def text(random: Random, book: Workbook) -> str | None:
    """A column of figures stored as text."""

    def change(cell: Any) -> None:
        cell.value, cell.number_format = shown(cell), "@"

    return _each(random, _columns(book, Kind.RUPIAH, Kind.PERSEN, Kind.NILAI), change)


@variation("format rupiah")
def money(random: Random, book: Workbook) -> str | None:
    """Amounts under another format."""
    chosen = random.choice(MONEY)
    return _each(random, _columns(book, Kind.RUPIAH), lambda cell: setattr(cell, "number_format", chosen))


@variation("teks rupiah")
def money_text(random: Random, book: Workbook) -> str | None:
    """Rp 1.000, Rp. 1.000,-, with a hard space or spaces around."""
    spelled = random.choice(("Rp {0}", "Rp. {0},-", "Rp{0},00", "  {0} ", "Rp\u00a0{0}"))

    def change(cell: Any) -> None:
        cell.value = spelled.format(indonesian(Fraction(cell.value), 0, True))

    return _each(random, _columns(book, Kind.RUPIAH), change)


@variation("format persen")
def percent(random: Random, book: Workbook) -> str | None:
    """Percents as fractions under a percent format, or plain; as text with or without the sign."""
    way = random.choice(("format", "tanda", "kata", "polos"))

    def change(cell: Any) -> None:
        decimals, stated = places_of(cell.number_format), exact(cell)
        figure = indonesian(stated, decimals)
        tail = "0." + "0" * decimals if decimals else "0"
        if way == "format":
            cell.value, cell.number_format = float(stated / 100), f"{tail}%"
        elif way == "polos":
            cell.value, cell.number_format = float(stated), tail
        else:
            cell.value = figure + (" %" if way == "tanda" else " persen")

    return _each(random, _columns(book, Kind.PERSEN), change)


@variation("satu desimal")
def decimals(random: Random, book: Workbook) -> str | None:
    """A computed percent column rounded to one decimal, or whole."""
    kept = random.choice((1, 1, 0))

    def change(cell: Any) -> None:
        half = exact(cell) * 10**kept % 1 == Fraction(1, 2)  # of what was rounded up to it nobody rounds once more
        if places_of(cell.number_format) > kept and not half:
            stated = Fraction(indonesian(exact(cell), kept).replace(",", "."))
            cell.value, cell.number_format = float(stated), "0.0" if kept else "0"

    places = [place for place in _columns(book, Kind.PERSEN) if place[2] in ("capaian", "serapan", "kemajuan")]
    return _each(random, places, change)


@variation("satuan di samping angka")
def units(random: Random, book: Workbook) -> str | None:
    """250 Orang, 250 orang, 7,5 Hari where the unit is the indicator's own."""
    own = _units(book)
    places = [p for p in _columns(book, Kind.NILAI) if p[0].title not in ("Triwulan", "Nilai AKIP", "Data Dasar")]
    small = random.random() < 0.5
    if not places:
        return None
    sheet, at, key = random.choice(places)
    code = next((place for place, (name, _) in columns(sheet).items() if name == "kode"), None)
    for cell in list(_numbers(sheet, at)) if code else ():
        unit = own.get(str(sheet.cell(cell.row, code).value), "")
        if unit in PLAIN_UNITS:
            word = unit.lower() if small else unit
            cell.value, cell.number_format = f"{shown(cell).rstrip(' %')} {word}", "@"
    return f"{sheet.title}: {key}"


def _units(book: Workbook) -> dict[str, str]:
    sheet = book["Indikator"]
    at = {key: place for place, (key, _) in columns(sheet).items()}
    rows = range(HEAD + 1, last(sheet) + 1)
    return {str(sheet.cell(row, at["kode"]).value): str(sheet.cell(row, at["satuan"]).value) for row in rows}


@variation("baris jumlah")
def total(random: Random, book: Workbook) -> str | None:
    """A last row with the sum of the budgets, where each stands once."""
    sheet = next((s for s in table_sheets(book) if s.title == "Program Pendukung"), None)
    if sheet is None:
        return None
    at = {key: place for place, (key, _) in columns(sheet).items()}
    row, label = last(sheet) + 1, random.choice(("JUMLAH", "Total", "Jumlah Seluruhnya"))
    amounts = [cell.value for cell in _numbers(sheet, at["pagu"])]
    unmerged(sheet)
    sheet.cell(row, at["program"], label)
    sheet.cell(row, at["pagu"], sum(amounts)).number_format = "#,##0"
    return f"{sheet.title}: {label}"


@variation("baris rata-rata")
def mean(random: Random, book: Workbook) -> str | None:
    """A last row with the mean of a column of percents."""
    ready = [
        s for s in table_sheets(book) if s.title in ("Capaian IKU", "Target dan Realisasi", "Tahun Lalu", "Renstra")
    ]
    sheet = random.choice(ready)
    at = {key: place for place, (key, _) in columns(sheet).items()}
    key = "kemajuan" if sheet.title == "Renstra" else "capaian"
    if key not in at or "indikator" not in at:
        return None
    figures = [exact(cell) for cell in _numbers(sheet, at[key])]
    rows = last(sheet) - HEAD
    if len(figures) != rows:
        return None
    row, label = last(sheet) + 1, random.choice(("Rata-rata", "RATA-RATA", "Rata-rata capaian"))
    sheet.cell(row, at["indikator"], label)
    sheet.cell(row, at[key], indonesian(sum(figures, Fraction(0)) / rows, 2))
    return f"{sheet.title}: {label}"


@variation("anggaran bersama di tiap baris")
def shared(random: Random, book: Workbook) -> str | None:
    """The budget that indicators share typed in each of their rows."""
    sheet = next((s for s in table_sheets(book) if s.title == "Efisiensi"), None)
    if sheet is None:
        return None
    places = [
        place for place, (key, _) in columns(sheet).items() if key in ("anggaran", "realisasi_anggaran", "serapan")
    ]
    unmerged(sheet)
    for row in range(HEAD + 2, last(sheet) + 1):
        if places and all(sheet.cell(row, at).value is None for at in places):
            for at in places:
                above = sheet.cell(row - 1, at)
                sheet.cell(row, at, above.value).number_format = above.number_format
    return sheet.title
