"""The same workbook after an office has moved things about, with a map from the old cells to the new ones."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter

from lkj_xlsx.model.number import decimal_of, places_of, show

HEADER = 4
FORM = "Identitas dan Pengaturan"
UNTOUCHED = ("Petunjuk",)


@dataclass
class Moves:
    """What is done to the workbook.

    sheet    the new title of a sheet
    column   the new place of a column among `width` columns (1-based), for every sheet that is a table
    blank    data rows before which an empty row is inserted
    extra    heading of a column that nobody asked for, put before the first one
    hidden   hide the last column of every table
    as_text  write numbers as an Indonesian would type them into a cell formatted as text
    """

    sheet: Callable[[str], str] = str
    column: Callable[[int, int], int] = lambda column, width: column
    blank: tuple[int, ...] = ()
    extra: str = ""
    hidden: bool = False
    as_text: bool = False
    places: dict[str, str] = field(default_factory=dict)

    def at(self, cell: str) -> str:
        """Where a cell of the old workbook is now."""
        return self.places.get(cell, cell)


def move(source: Path, target: Path, moves: Moves) -> None:
    """Write `source` to `target` with these moves; `moves.places` then knows every filled or merged cell."""
    old, new = load_workbook(source), Workbook()
    new.remove(new.worksheets[0])
    for sheet in old.worksheets:
        copied = new.create_sheet(moves.sheet(sheet.title))
        table = sheet.title not in (*UNTOUCHED, FORM)
        _copy(sheet, copied, moves, table)
        if table and moves.hidden:
            copied.column_dimensions[get_column_letter(copied.max_column)].hidden = True
    new.save(target)


def _copy(sheet: Any, target: Any, moves: Moves, table: bool) -> None:
    width = max((cell.column for cell in sheet[HEADER] if cell.value is not None), default=0)
    shift = 1 if table and moves.extra else 0

    def row(old: int) -> int:
        return old + (sum(1 for place in moves.blank if place <= old) if table else 0)

    def column(old: int) -> int:
        return (moves.column(old, width) if table and old <= width else old) + shift

    for cell in (cell for line in sheet.iter_rows() for cell in line):
        there = target.cell(row(cell.row), column(cell.column))
        moves.places[f"{sheet.title}!{cell.coordinate}"] = f"{target.title}!{there.coordinate}"
        if cell.value is None:
            continue
        there.value, there.number_format = cell.value, cell.number_format
        if moves.as_text and table and cell.row > HEADER and _is_figure(cell):
            there.value, there.number_format = _typed(cell.value, cell.number_format), "@"
    for merged in list(sheet.merged_cells.ranges):
        if merged.min_row > HEADER and merged.min_col == merged.max_col:
            target.merge_cells(
                start_row=row(merged.min_row),
                end_row=row(merged.max_row),
                start_column=column(merged.min_col),
                end_column=column(merged.max_col),
            )
    if shift:
        target.cell(HEADER, 1).value = moves.extra
        target.cell(HEADER + 1, 1).value = "lihat berkas bidang"


def _is_figure(cell: Any) -> bool:
    """A number that is no year."""
    return isinstance(cell.value, (int, float)) and not (cell.number_format == "0" and 1990 < cell.value < 2100)


def _typed(value: float, number_format: str) -> str:
    """The number in Indonesian writing, at the places its format shows."""
    number = decimal_of(value)
    if number_format.endswith("%"):
        return f"{show(number * 100, _places(number_format))} %"
    return show(number, places_of(Decimal(number)) if number_format == "General" else _places(number_format))


def _places(number_format: str) -> int:
    return len(number_format.rstrip("%").partition(".")[2])
