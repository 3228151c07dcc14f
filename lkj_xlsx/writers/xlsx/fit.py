"""How much room text needs: line counts, column widths and row heights, estimated for Calibri."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import lru_cache
from math import ceil
from typing import NamedTuple

from lkj_xlsx.model.number import show
from lkj_xlsx.model.report import NOTHING, Column, Item, Table

LINE, PADDING = 13.0, 4.0  # points
TALLEST = 400.0  # points; a spreadsheet program refuses rows above 409
SIZE = 10.0  # points of the letters
BOLD = 1.06  # bold letters are wider
SCALE = 0.97  # a digit of Calibri 10 in columns that are measured in digits of Calibri 11, on a screen
MARGIN = 2.0  # column units: the distance of a text from its borders
EDGE = 2.5  # column units beside a figure
PORTRAIT = 96.0  # width of an A4 page between our margins, in column units
NUMERIC = frozenset({"angka", "persen", "rupiah", "rasio"})
_LETTER, _CAPITAL = 0.93, 1.25  # widths of letters beside a digit, a little more than they are, in the template
_BROAD = {  # how broad a letter of Calibri is, against a digit
    mark: width
    for width, marks in (
        (0.5, "ijlI .,:;'’`"),
        (0.65, "frtJ()[]{}-!"),
        (0.8, 'cszL/\\"“”'),
        (0.93, "agkvxyFSZ?|"),
        (1.08, "bdhnopquBCKR"),
        (1.22, "ADGHV"),
        (1.34, "NOQU&…½"),
        (1.45, "w%"),
        (1.65, "mM"),
        (1.8, "W@—→"),
    )
    for mark in marks
}
BROADEST = max(_BROAD.values()) * BOLD * SCALE


class _Widths(dict[str, float]):
    """How broad letters are; one that is not named is as broad as a digit."""

    def __missing__(self, mark: str) -> float:
        return 1.0


_WIDTHS = _Widths(_BROAD)


class Run(NamedTuple):
    """Cells of one column drawn as one: rows `first` to `last` of the table, both included, counted from 0."""

    first: int
    last: int


def shown(item: Item) -> str:
    """The content as the reader will see it, about as wide."""
    if isinstance(item.value, Decimal):
        return show(item.value, item.places) + (f" {item.unit}" if item.unit else "")
    return item.value or ""


def lines(text: str, width: float, bold: bool = False, size: float = SIZE) -> int:
    """Lines that a text of `size` points takes when wrapped at words in a column of `width` units."""
    if len(text) <= surely(width, size) and "\n" not in text:
        return 1
    room = _room(width, size)
    return sum(_wrapped(part, room, BOLD if bold else 1.0) for part in (text.split("\n") or [""]))


def rough_lines(text: str, width: float) -> int:
    """Lines that a text takes in the template, whose letters are larger and whose widths are measured in digits."""
    return sum(_broken(part.split(), width) for part in text.split("\n"))


def _broken(words: Sequence[str], width: float) -> int:
    count, used = 1, 0.0
    for word in words:
        long = sum(_CAPITAL if letter.isupper() else _LETTER for letter in word)
        if used and used + _LETTER + long > width:
            count, used = count + 1, 0.0
        used += long + (_LETTER if used else 0.0)
        while used > width:  # a word longer than the column is broken
            count, used = count + 1, used - width
    return count


@lru_cache(maxsize=1024)  # a report has few columns
def surely(width: float, size: float = SIZE) -> int:
    """Letters that fit in one line of such a column, whichever they are."""
    return int(_room(width, size) / BROADEST)


def _room(width: float, size: float) -> float:
    return max(1.0, width - MARGIN) * SIZE / size


def _wrapped(text: str, room: float, scale: float) -> int:
    count, used = 1, 0.0
    space = _size(" ") * scale
    for word in text.split(" "):
        size = _size(word) * scale
        if used and used + size > room:
            count, used = count + 1, 0.0
        if size > room:
            count, size = count + ceil(size / room) - 1, size % room
        used += size + space
    return count


@lru_cache(maxsize=65_536)  # the words of a report come again and again
def _size(text: str) -> float:
    """Width in column units."""
    return SCALE * sum(map(_WIDTHS.__getitem__, text))


def height(count: int, size: float = SIZE) -> float:
    """Points for a row of so many lines in letters of `size` points."""
    return min(TALLEST, count * LINE * size / SIZE + PADDING)


def figure_width(items: Iterable[Item], bold: bool = False) -> float:
    """Column units in which each of the figures is seen in full, its unit and its mark included; 0 without any.

    All digits are equally broad: of the figures with the same decimals, unit and sign the largest needs the most.
    """
    largest: dict[tuple[int, str, bool, bool], Decimal] = {}
    widest: dict[tuple[int, str, bool, bool], Item] = {}
    for item in items:
        value = item.value
        if isinstance(value, Decimal):
            alike = (item.places, item.unit, bool(item.level), value.is_signed())
            before = largest.get(alike)
            if before is None or abs(value) > before:
                largest[alike], widest[alike] = abs(value), item
    widths = (_size(shown(item) + (" ‼" if item.level else "")) for item in widest.values())
    return max((width * (BOLD if bold else 1.0) + EDGE for width in widths), default=0.0)


def column_widths(table: Table) -> tuple[float, ...]:
    """A width for each column: numbers are never cut, text wraps at the column's own width at most."""
    return tuple(
        _width(column, [row.items[column.key] for row in table.rows if column.key in row.items])
        for column in table.columns
    )


def _width(column: Column, items: Sequence[Item]) -> float:
    words = [word for word in column.title.split() if word] or [""]
    title = max(max(_size(word) for word in words), _size(column.title) / 3) * BOLD + EDGE
    if column.kind in NUMERIC:
        texts = max((_size(item.value) for item in items if isinstance(item.value, str)), default=0.0)
        return round(max(title, figure_width(items, bold=True), min(texts, 16.0) + EDGE, 8.0), 1)
    contents = {shown(item) for item in items}
    longest = max((_size(text) for text in contents), default=0.0)
    word = max((_size(word) for text in contents for word in text.split()), default=0.0)
    return round(max(title, min(word + EDGE, 26.0), min(longest + 3, float(column.width))), 1)


def runs(table: Table, column: Column) -> tuple[Run, ...]:
    """The cells of a column, joined where one content stands for several rows."""
    items = [row.items.get(column.key, NOTHING) for row in table.rows]
    if not column.merge and not any(item.shared for item in items):
        return _single(len(items))
    joined: list[Run] = []
    before = NOTHING
    for index, (row, item) in enumerate(zip(table.rows, items, strict=True)):
        joins = item.shared or (column.merge and item.value is not None and item.value == before.value)
        if joins and joined and row.style != "jumlah":
            joined[-1] = Run(joined[-1].first, index)
        else:
            joined.append(Run(index, index))
        before = item
    return tuple(joined)


@lru_cache(maxsize=16)  # the columns of a table are equally long
def _single(count: int) -> tuple[Run, ...]:
    """So many cells, none joined to another."""
    return tuple(Run(index, index) for index in range(count))


def row_heights(table: Table, widths: Sequence[float], indents: Sequence[int]) -> tuple[float, ...]:
    """A height for each row so that every wrapped text is seen in full, joined cells included.

    A figure takes one line: its column is as wide as the widest (see `column_widths`).
    """
    counts = [1] * len(table.rows)
    tall: list[tuple[Run, float]] = []
    for column, width in zip(table.columns, widths, strict=True):
        numeric = column.kind in NUMERIC
        for run in runs(table, column):
            row = table.rows[run.first]
            item = row.item(column.key)
            if run.first == run.last and (not item.value or (isinstance(item.value, Decimal) and numeric)):
                continue
            indent = indents[run.first] * 1.5 if column.key == "uraian" else 0.0
            needed = lines(shown(item), width - indent, row.style != "data")
            if run.first == run.last:
                counts[run.first] = max(counts[run.first], needed)
            else:
                tall.append((run, height(needed)))
    heights = [height(count) for count in counts]
    for run, needed_height in tall:
        members = range(run.first, run.last + 1)
        lacking = needed_height - sum(heights[index] for index in members)
        for index in members:
            heights[index] += max(0.0, lacking / len(members))
    return tuple(round(min(TALLEST, points), 2) for points in heights)
