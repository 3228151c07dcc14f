"""What an office may as well do with a filled template: how it looks and is arranged, never what it states."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from benchmarks.filled import HEAD, Entries, columns, grid, last, put, table_sheets, unmerged, wiped
from lkj_xlsx.spec.field import Kind, Role

Change = Callable[[Random, Workbook], str | None]
COMPUTED = ("capaian", "predikat", "kemajuan", "kemajuan_sd", "serapan", "sisa", "efisiensi", "capaian_lalu")
NAMES = ("indikator", "program", "uraian", "sasaran")
RIGID = ("skala",)  # its rows have an order


@dataclass(frozen=True, slots=True)
class Variation:
    """A way to write the same report; `apply` tells what it did, None where the workbook has no place for it."""

    name: str
    apply: Change


def variation(name: str) -> Callable[[Change], Variation]:
    """Declare the decorated function as a variation."""
    return lambda change: Variation(name, change)


def _sheet(random: Random, book: Workbook) -> Worksheet:
    return random.choice(table_sheets(book))


def _rearranged(sheet: Worksheet, change: Callable[[list[Entries]], list[Entries]], down: int = 0) -> str:
    unmerged(sheet)
    rows = grid(sheet)
    wiped(sheet)
    put(sheet, change(rows), HEAD + down)
    return sheet.title


@variation("kolom dipindah")
def moved_columns(random: Random, book: Workbook) -> str:
    """The columns of a table in another order."""
    sheet = _sheet(random, book)
    order = random.sample(range(len(grid(sheet)[0])), len(grid(sheet)[0]))
    return _rearranged(sheet, lambda rows: [[row[place] for place in order] for row in rows])


@variation("kolom sendiri")
def own_column(random: Random, book: Workbook) -> str:
    """A column of the office's own, of words, figures or nothing, anywhere in a table."""
    sheet = _sheet(random, book)
    at = random.randrange(len(grid(sheet)[0]))
    title, entry = random.choice((("Catatan Bidang", "diperiksa"), ("Cek", 12.5), (None, None), ("Paraf", "ok")))

    def wider(rows: list[Entries]) -> list[Entries]:
        new = [(title, "General"), *((entry, "General") for _ in rows[1:])]
        return [[*row[:at], more, *row[at:]] for row, more in zip(rows, new, strict=True)]

    return _rearranged(sheet, wider)


@variation("tabel lebih bawah")
def lower(random: Random, book: Workbook) -> str:
    """The whole table two rows lower."""
    return _rearranged(_sheet(random, book), lambda rows: rows, 2)


@variation("baris kosong di tengah")
def gap(random: Random, book: Workbook) -> str | None:
    """An empty row among the rows of a table in which every row says all that it needs."""
    sheets = [s for s in table_sheets(book) if s.title in ("Indikator", "Perjanjian Kinerja", "Data Dasar", "Triwulan")]
    sheet = random.choice(sheets)
    if last(sheet) < HEAD + 3 or sheet.merged_cells.ranges:
        return None
    at = random.randrange(2, last(sheet) - HEAD)
    return _rearranged(sheet, lambda rows: [*rows[:at], [(None, "General")] * len(rows[0]), *rows[at:]])


@variation("baris nomor kolom")
def numbered(random: Random, book: Workbook) -> str:
    """(1) (2) (3) below the headings."""

    def more(rows: list[Entries]) -> list[Entries]:
        return [rows[0], [(f"({place})", "General") for place in range(1, len(rows[0]) + 1)], *rows[1:]]

    return _rearranged(_sheet(random, book), more)


@variation("judul kolom")
def headings(random: Random, book: Workbook) -> str:
    """Headings in capitals, in small letters with more spaces, or with line breaks."""
    sheet = _sheet(random, book)
    spell: Callable[[str], str] = random.choice(
        (str.upper, lambda text: f"  {text.lower().replace(' ', '  ')} ", lambda text: text.replace(" ", "\n", 1))
    )
    for cell in sheet[HEAD]:
        if isinstance(cell.value, str):
            cell.value = spell(cell.value)
    return sheet.title


@variation("catatan di bawah")
def note(random: Random, book: Workbook) -> str:
    """A note or a source below a table, with or without an empty row between."""
    sheet = _sheet(random, book)
    text = random.choice(("Catatan: angka sementara", "Sumber: BPS 2024, diolah", "*) setelah perubahan"))
    sheet.cell(last(sheet) + random.choice((1, 2, 3)), random.choice((1, 2, 4)), text)
    return f"{sheet.title}: {text}"


@variation("tanda tangan")
def signature(random: Random, book: Workbook) -> str:
    """The place, the day and who signed, below a table."""
    sheet = _sheet(random, book)
    row, column = last(sheet) + 2, random.randint(3, 7)
    for below, text in enumerate(
        ("Kota, 15 Januari 2025", "Kepala Dinas,", "", "Drs. AHMAD, M.Si", "NIP. 19700101 199503 1 001")
    ):
        if text:
            sheet.cell(row + below, column, text)
    return sheet.title


@variation("tersembunyi dan tersaring")
def hidden(random: Random, book: Workbook) -> str:
    """The row of guidance hidden, rows far below hidden, a filter, frozen panes."""
    sheet = _sheet(random, book)
    for row in (2, last(sheet) + 60):
        sheet.row_dimensions[row].hidden = True
    sheet.auto_filter.ref = f"A{HEAD}:E{last(sheet)}"
    sheet.freeze_panes = "C5"
    return sheet.title


@variation("kolom hitungan kosong")
def blank(random: Random, book: Workbook) -> str | None:
    """A computed column left empty: the tool computes it."""
    return _computed(random, book, lambda sheet, at: [_emptied(sheet, at)])


@variation("kolom hitungan tidak ada")
def absent(random: Random, book: Workbook) -> str | None:
    """A computed column left out with its heading."""
    return _computed(
        random, book, lambda sheet, at: [_rearranged(sheet, lambda rows: [[*r[: at - 1], *r[at:]] for r in rows])]
    )


def _computed(random: Random, book: Workbook, change: Callable[[Worksheet, int], object]) -> str | None:
    places = [
        (sheet, at, key)
        for sheet in table_sheets(book)
        for at, (key, field) in columns(sheet).items()
        if _free(key, field.role)
    ]
    if not places:
        return None
    sheet, at, key = random.choice(places)
    unmerged(sheet)
    change(sheet, at)
    return f"{sheet.title}: {key}"


def _free(key: str, role: Role) -> bool:
    return role is Role.HITUNGAN and key in COMPUTED


def _emptied(sheet: Worksheet, at: int) -> None:
    for row in range(HEAD + 1, last(sheet) + 1):
        sheet.cell(row, at).value = None


@variation("nama ditulis lain")
def names(random: Random, book: Workbook) -> str | None:
    """A name in capitals, with double spaces and a full stop, with a hard space, over two lines."""
    spell: Callable[[str], str] = random.choice(
        (
            str.upper,
            lambda text: text.replace(" ", "  ") + ".",
            lambda text: text.replace(" ", "\u00a0", 1),
            lambda text: text.replace(" ", "\n", 1),
        )
    )
    places = [
        (s, at, key)
        for s in table_sheets(book)
        for at, (key, _) in columns(s).items()
        if key in NAMES and s.title not in ("Indikator", "Realisasi Anggaran", "Analisis")
    ]
    if not places:
        return None
    sheet, at, key = random.choice(places)
    for row in range(HEAD + 1, last(sheet) + 1):
        cell = sheet.cell(row, at)
        if isinstance(cell.value, str):
            cell.value = spell(cell.value)
    return f"{sheet.title}: {key}"


@variation("lembar lain urutan")
def sheets(random: Random, book: Workbook) -> str:
    """Sheets in another order, or a sheet of the office's own among them."""
    if random.random() < 0.5:
        own = book.create_sheet("Hitungan Bidang", 1)
        for row in (["Target", "Realisasi"], [1, 2], [3, 4]):
            own.append(row)
        return "lembar sendiri"
    book.move_sheet(random.choice(book.sheetnames[1:]), -random.randint(1, 6))
    return "urutan"


@variation("pilihan huruf kecil")
def choices(random: Random, book: Workbook) -> str | None:
    """A chosen word in small letters or in capitals."""
    sheet = book["Indikator"]
    places = [at for at, (_, field) in columns(sheet).items() if field.kind is Kind.PILIHAN]
    at, spell = random.choice(places), random.choice((str.lower, str.upper))
    for row in range(HEAD + 1, last(sheet) + 1):
        if isinstance(sheet.cell(row, at).value, str):
            sheet.cell(row, at).value = spell(sheet.cell(row, at).value)
    return f"kolom {at}"


@variation("nomor tabel sekali saja")
def once(random: Random, book: Workbook) -> str | None:
    """The number of a table only in its first row."""
    ready = [s for s in table_sheets(book) if s.title not in ("Indikator", "Daftar Tabel", "Analisis")]
    sheet = random.choice(ready)
    at = next((place for place, (key, _) in columns(sheet).items() if key == "tabel"), None)
    if at is None:
        return None
    unmerged(sheet)
    for row, above in reversed(list(_pairs(sheet, at))):
        if sheet.cell(row, at).value == above:
            sheet.cell(row, at).value = None
    return sheet.title


def _pairs(sheet: Worksheet, at: int) -> Iterator[tuple[int, object]]:
    for row in range(HEAD + 2, last(sheet) + 1):
        yield row, sheet.cell(row - 1, at).value


@variation("gabungan dilepas")
def apart(random: Random, book: Workbook) -> str | None:
    """Merged cells taken apart, what was merged left empty."""
    ready = [sheet for sheet in table_sheets(book) if sheet.merged_cells.ranges]
    return unmerged(random.choice(ready)) if ready else None
