"""The filled rows under a header: which of them are records, and what a blank cell takes from above."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass

from lkj_xlsx.model.cell import Cell, Origin, Value, Where
from lkj_xlsx.reader.grid import Grid
from lkj_xlsx.reader.header import Header
from lkj_xlsx.reader.values import read
from lkj_xlsx.spec.field import Field, Kind, Role, Sheet, plain_title

_NOTE = re.compile(r"^\W*(?:catatan|sumber|keterangan|ket|note|nb)\b\s*[:.]|^\*", re.IGNORECASE)
_TABLE = re.compile(r"^tabel\s*", re.IGNORECASE)
_GROUPING = frozenset(("tabel", "no", "sasaran"))  # a row with nothing else only opens a group


@dataclass(frozen=True, slots=True)
class Line:
    """One filled row: its table, the values of its fields, and the keys of those that came from a cell above."""

    row: int
    tabel: str
    values: Mapping[str, Value]
    taken: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Columns:
    """The recognised columns as (key, field, column), in the order of the spec, and the keys that inherit."""

    all: tuple[tuple[str, Field, int], ...]
    labels: tuple[str, ...]
    figures: tuple[str, ...]
    computed: frozenset[str]

    def dragged(self, own: Mapping[str, Cell]) -> bool:
        """Whether a row holds nothing but formulas of computed columns, dragged down beyond the last row."""
        return own.keys() <= self.computed and all(cell.formula is not None for cell in own.values())

    @classmethod
    def of(cls, sheet: Sheet, header: Header) -> _Columns:
        order = {each.key: place for place, each in enumerate(sheet.fields)}
        keys = sorted(header.columns, key=lambda key: (order[key.partition("@")[0]], key))
        found = tuple((key, sheet.field(key), header.columns[key]) for key in keys)
        down = [(key, each) for key, each, _ in found if each.inherits and each.kind is not Kind.TABEL]
        return cls(
            found,
            tuple(key for key, each in down if each.role is Role.LABEL),
            tuple(key for key, each in down if each.role is not Role.LABEL),
            frozenset(key for key, each, _ in found if each.role is Role.HITUNGAN),
        )


def table_number(text: str) -> str:
    """The bare number of a table: `Tabel 3.13.` → `3.13`."""
    return _TABLE.sub("", text.strip()).rstrip(". ")


def lines(
    grid: Grid, sheet: Sheet, header: Header, satuan: Mapping[str, str], skip: Set[int] = frozenset()
) -> Iterator[Line]:
    """Records in the file's order. Blank rows, notes, repeated headers and rows of column numbers are passed over.

    `satuan` gives the unit of an indicator by its code, for sheets that do not repeat the unit.
    """
    columns = _Columns.of(sheet, header)
    above: dict[str, Value] = {}
    tabel: Value | None = None
    for row in grid.rows:
        if row <= header.last_row or row in skip:
            continue
        cells = grid.rows[row]
        filled = {column: cell for column, cell in cells.items() if _filled(cell)}
        own = {key: filled[column] for key, _, column in columns.all if column in filled}
        if not own or columns.dragged(own) or _is_note(own):
            continue
        if _repeats_header(filled, header) or _numbers_columns(filled):
            continue
        values, taken = _values(grid, row, columns, own, satuan)
        if "tabel" in values:
            stated = values["tabel"]
            if stated.blank and tabel is not None:
                values["tabel"], taken = tabel, taken | {"tabel"}
            elif not stated.blank:
                if tabel is None or table_number(stated.text) != table_number(tabel.text):
                    above.clear()
                tabel = stated
        inherited = _inherit(values, columns, above, taken)
        above.update({key: values[key] for key in (*columns.labels, *columns.figures) if not values[key].blank})
        if own.keys() <= _GROUPING:
            continue
        values.update(inherited)
        number = table_number(values["tabel"].text) if "tabel" in values else ""
        yield Line(row, number, values, taken | inherited.keys())


def _filled(cell: Cell) -> bool:
    if cell.blank:
        return False
    return not isinstance(cell.raw, str) or cell.origin is Origin.TANPA_HASIL or bool(cell.raw.strip())


def _is_note(own: Mapping[str, Cell]) -> bool:
    """A remark under a table: one cell of text that begins like one, and no other cell filled."""
    if len(own) != 1:
        return False
    raw = next(iter(own.values())).raw
    return isinstance(raw, str) and bool(_NOTE.match(raw.strip()))


def _repeats_header(filled: Mapping[int, Cell], header: Header) -> bool:
    return len(filled) >= 2 and all(
        isinstance(cell.raw, str) and plain_title(cell.raw) == header.texts.get(column)
        for column, cell in filled.items()
    )


def _numbers_columns(filled: Mapping[int, Cell]) -> bool:
    """A row `(1) (2) (3) ...` under the header, as printed tables have it: every filled cell, at least four of them."""
    texts = (str(filled[column].raw).strip(" ()") for column in sorted(filled))
    return len(filled) >= 4 and all(text == str(n) for n, text in enumerate(texts, 1))


def _values(
    grid: Grid, row: int, columns: _Columns, own: Mapping[str, Cell], satuan: Mapping[str, str]
) -> tuple[dict[str, Value], frozenset[str]]:
    """Each field's value from its own cell or from the merged range that covers it."""
    cells: dict[str, Cell] = {}
    taken = set()
    for key, _, column in columns.all:
        cell = own.get(key)
        if cell is None:
            shared = grid.shared(row, column)
            if shared is not None and _filled(shared):
                cell = shared
                taken.add(key)
        cells[key] = cell if cell is not None else grid.rows[row].get(column) or Cell(Where(grid.title, row, column))
    unit = _unit(cells, satuan)
    return {key: read(cells[key], each.kind, unit) for key, each, _ in columns.all}, frozenset(taken)


def _unit(cells: Mapping[str, Cell], satuan: Mapping[str, str]) -> str:
    """The unit of the row: its own column, else what the indicator declares."""
    cell = cells.get("satuan")
    if cell is not None and isinstance(cell.raw, str) and cell.raw.strip():
        return cell.raw
    kode = cells.get("kode")
    return satuan.get(read(kode, Kind.KODE).text.casefold(), "") if kode is not None else ""


def _inherit(
    values: Mapping[str, Value], columns: _Columns, above: Mapping[str, Value], taken: frozenset[str]
) -> dict[str, Value]:
    """What blank cells take from above: labels all together or not at all; a figure only where every inheriting
    figure before it (the budget, then its realisation, then its percent) comes from above as well."""
    found: dict[str, Value] = {}
    if all(values[key].blank or key in taken for key in columns.labels):
        found.update({key: above[key] for key in columns.labels if values[key].blank and key in above})
    for key in columns.figures:
        if values[key].blank and key in above:
            found[key] = above[key]
        elif not values[key].blank and key not in taken:
            break
    return found
