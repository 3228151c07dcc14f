"""The filled rows under a header: which of them are records, and what a blank cell takes from above."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from lkj_xlsx.model.cell import Cell, Where
from lkj_xlsx.model.held import Held
from lkj_xlsx.model.record import Closing
from lkj_xlsx.reader.grid import Grid
from lkj_xlsx.reader.header import Header
from lkj_xlsx.reader.row_values import FieldPlaces, HeldRow, RowValues, filled
from lkj_xlsx.reader.values import read
from lkj_xlsx.spec import closing
from lkj_xlsx.spec.field import Field, Kind, Role, Sheet, plain_title

_NOTE = re.compile(r"^\W*(?:catatan|sumber|keterangan|ket|note|nb)\b\s*[:.]|^\*", re.IGNORECASE)
_TABLE = re.compile(r"^tabel\s*", re.IGNORECASE)
_GROUPING = frozenset(("tabel", "no", "sasaran"))  # a row with nothing else only opens a group
_NAMING = frozenset(("indikator", "program", "uraian"))
_CODES = frozenset(("kode", "kode_rekening", "tingkat"))
NIP = 10**15  # a number of so many digits is that of an official
FEWEST_NUMBERS = 4  # a row of column numbers has at least so many


@dataclass(frozen=True, slots=True)
class FilledRow:
    """One filled row: its table, the values of its fields, and the keys of those that came from a cell above.

    closing  where the row states a total or a mean; `word` is the key of the cell that says so
    heading  the row of the heading that was last repeated above it, 0 where none was
    """

    row: int
    tabel: str
    values: RowValues
    taken: frozenset[str]
    closing: Closing | None = None
    word: str = ""
    heading: int = 0


@dataclass(frozen=True, slots=True)
class _FieldColumns:
    """The recognised columns as (key, field, column), in the order of the spec, and the keys that inherit.

    united  whether how a figure is spelled depends on the unit of its row
    """

    all: tuple[tuple[str, Field, int], ...]
    layout: FieldPlaces
    labels: tuple[str, ...]
    figures: tuple[str, ...]
    computed: frozenset[str]
    united: bool
    words: frozenset[str]

    def dragged(self, own: Mapping[str, Held]) -> bool:
        """Whether a row holds nothing but formulas of computed columns, dragged down beyond the last row."""
        return own.keys() <= self.computed and all(formula is not None for _, _, _, formula in own.values())

    @classmethod
    def of(cls, sheet: Sheet, header: Header, title: str) -> _FieldColumns:
        order = {each.key: place for place, each in enumerate(sheet.fields)}
        keys = sorted(header.columns, key=lambda key: (order[key.partition("@")[0]], key))
        placed = tuple((key, sheet.field(key), header.columns[key]) for key in keys)
        down = [(key, each) for key, each, _ in placed if each.inherits and each.kind is not Kind.TABEL]
        return cls(
            placed,
            FieldPlaces(title, {key: (each, column) for key, each, column in placed}),
            tuple(key for key, each in down if each.role is Role.LABEL),
            tuple(key for key, each in down if each.role is not Role.LABEL),
            frozenset(key for key, each, _ in placed if each.role is Role.HITUNGAN),
            any(each.kind is Kind.NILAI for _, each, _ in placed),
            frozenset(key for key, each, _ in placed if each.role is Role.LABEL or each.kind.numeric),
        )


def table_number(text: str) -> str:
    """The bare number of a table: `Tabel 3.13.` → `3.13`."""
    return _TABLE.sub("", text.strip()).rstrip(". ")


def lines(
    grid: Grid,
    sheet: Sheet,
    header: Header,
    satuan: Mapping[str, str],
    named: Callable[[str], bool] = lambda text: False,
) -> Iterator[FilledRow]:
    """Records in the file's order. Blank rows, notes, repeated headers, rows of column numbers and the lines in which
    a table is signed are passed over.

    `satuan` gives the unit of an indicator by its code, for sheets that do not repeat the unit; `named` tells whether a
    text is the code or the name of an indicator.
    """
    columns = _FieldColumns.of(sheet, header, grid.title)
    above: dict[str, RowValues] = {}
    tabel: tuple[RowValues, str] | None = None  # the row that states the table, and its number
    signed, heading, may_close = False, 0, sheet.key in closing.SHEETS
    for row, cells in grid.rows.held.items():
        if row <= header.last_row:
            continue
        own = {key: held for key, _, column in columns.all if (held := cells.get(column)) and filled(held)}
        if not own or columns.dragged(own) or _is_note(own) or _numbers_columns(cells):
            continue
        if _repeats_header(cells, header):
            heading = row
            continue
        signed = may_close and _signs(own, named, signed)
        if signed:
            continue
        closes, word = _closing(own, columns, named) if may_close else (None, "")
        values, taken = _values(grid, row, columns, own, satuan)
        stated = _table_of(values, tabel, taken, word == "tabel")
        if stated is not None and stated is not tabel and (tabel is None or stated[1] != tabel[1]):
            above.clear()
        tabel, number = stated, stated[1] if stated is not None else ""
        if closes is not None:
            yield FilledRow(row, number, values, frozenset(taken | {word}), closes, word, heading)
            continue
        inherited = _inherit(values, columns, above, taken)
        above.update({key: values for key in (*columns.labels, *columns.figures) if not values.blank(key)})
        if own.keys() <= _GROUPING:
            continue
        values.given.update(inherited)
        yield FilledRow(row, number, values, frozenset(taken | inherited.keys()), heading=heading)


def _table_of(
    values: RowValues, above: tuple[RowValues, str] | None, taken: set[str], from_above: bool
) -> tuple[RowValues, str] | None:
    """The row that states the table of a row, and its number: the row itself, or what stands above."""
    if "tabel" not in values:
        return None
    if not from_above and not values.blank("tabel"):
        return values, table_number(values["tabel"].text)
    if above is not None:
        values.given["tabel"] = above[0]
        taken.add("tabel")
    return above


def _closing(
    own: Mapping[str, Held], columns: _FieldColumns, named: Callable[[str], bool]
) -> tuple[Closing | None, str]:
    """What a row closes its table with, and the key of the cell that says so; None where it speaks of something."""
    for key, held in own.items():
        raw = held[0]
        if not isinstance(raw, str) or key not in columns.words:
            continue
        if not closing.may_close(raw):
            if key in _NAMING:
                return None, ""
            continue
        others = [columns.layout.fields[other][0] for other in own if other != key]
        performed = any(each.kind is Kind.NILAI for each in others)
        money = any(each.kind is Kind.RUPIAH for each in others)
        total, mean = closing.closes(raw, performed, money)
        coded = any(each.key in _CODES for each in others)
        if (total or mean) and not coded and not named(raw):
            return Closing(" ".join(raw.split()), total, mean), key
    return None, ""


def _signs(own: Mapping[str, Held], named: Callable[[str], bool], before: bool) -> bool:
    """Whether a row belongs to the lines in which a table is dated and signed: words only, `before` tells that such
    lines came right above."""
    texts = [held[0] for held in own.values()]
    if len(texts) == 1 and before and isinstance(texts[0], int | float) and texts[0] > NIP:
        return True
    words = [text for text in texts if isinstance(text, str) and any(letter.isalpha() for letter in text)]
    if len(words) != len(texts) or any(named(text) for text in words):
        return False
    return before or all(closing.signs(text) for text in words)


def _is_note(own: Mapping[str, Held]) -> bool:
    """A remark under a table: one cell of text that begins like one, and no other cell filled."""
    if len(own) != 1:
        return False
    raw = next(iter(own.values()))[0]
    return isinstance(raw, str) and bool(_NOTE.match(raw.strip()))


def _repeats_header(cells: HeldRow, header: Header) -> bool:
    there = 0
    for column, held in cells.items():
        if filled(held):
            raw = held[0]
            if not isinstance(raw, str) or plain_title(raw) != header.texts.get(column):
                return False
            there += 1
    return there >= 2


def _numbers_columns(cells: HeldRow) -> bool:
    """A row `(1) (2) (3) ...` under the header, as printed tables have it: every filled cell, at least four of them."""
    number = 0
    for column in sorted(cells):
        if filled(cells[column]):
            number += 1
            if str(cells[column][0]).strip(" ()") != str(number):
                return False
    return number >= FEWEST_NUMBERS


def _values(
    grid: Grid, row: int, columns: _FieldColumns, own: Mapping[str, Held], satuan: Mapping[str, str]
) -> tuple[RowValues, set[str]]:
    """Each field's value from its own cell or from the merged range that covers it."""
    cells = grid.rows.held[row]
    shared: dict[str, Cell] = {}
    for key, _, column in columns.all if grid.columns_merged else ():
        cell = grid.shared(row, column) if key not in own else None
        if cell is not None and filled(cell[1:]):
            shared[key] = cell
    unit = _unit(row, columns, own, shared, satuan) if columns.united else ""
    values = RowValues(columns.layout, row, cells, unit)
    values.given.update({key: read(cell, columns.layout.fields[key][0].kind, unit) for key, cell in shared.items()})
    return values, set(shared)


def _unit(
    row: int, columns: _FieldColumns, own: Mapping[str, Held], shared: Mapping[str, Cell], satuan: Mapping[str, str]
) -> str:
    """The unit of the row: its own column, else what the indicator declares."""
    raw = own["satuan"][0] if "satuan" in own else shared["satuan"].raw if "satuan" in shared else None
    if isinstance(raw, str) and raw.strip():
        return raw
    if "kode" in own:
        place = Where(columns.layout.title, row, columns.layout.fields["kode"][1])
        return satuan.get(read(Cell(place, *own["kode"]), Kind.KODE).text.casefold(), "")
    return satuan.get(read(shared["kode"], Kind.KODE).text.casefold(), "") if "kode" in shared else ""


def _inherit(
    values: RowValues, columns: _FieldColumns, above: Mapping[str, RowValues], taken: set[str]
) -> dict[str, RowValues]:
    """What blank cells take from above: labels all together or not at all; a figure only where every inheriting
    figure before it (the budget, then its realisation, then its percent) comes from above as well."""
    inherited: dict[str, RowValues] = {}
    if all(values.blank(key) or key in taken for key in columns.labels):
        inherited.update({key: above[key] for key in columns.labels if values.blank(key) and key in above})
    for key in columns.figures:
        if values.blank(key):
            if key in above:
                inherited[key] = above[key]
        elif key not in taken:
            break
    return inherited
