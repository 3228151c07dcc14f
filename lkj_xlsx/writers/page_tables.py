"""The report tables as an HTML page shows them: joined cells, marks at flagged cells, and a name for every cell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.finding import Level
from lkj_xlsx.model.message import say
from lkj_xlsx.model.report import Column, Item, Report, Row, Table
from lkj_xlsx.writers.marks import MARKS, PREDIKAT_MARKS, predikat_places
from lkj_xlsx.writers.xlsx.fit import NUMERIC, Run, runs, shown

SHORT = 10  # width of a column of short words: a running number, a code, a unit


@dataclass(frozen=True, slots=True)
class Mark:
    """The sign of a finding at a cell; `number` is the finding's on the page, 0 where it is not told of there."""

    sign: str
    word: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class PageCell:
    """A cell as drawn: `rows` and `columns` it spans, style classes, and the marks of its findings."""

    text: str = ""
    id: str = ""
    rows: int = 1
    columns: int = 1
    classes: str = ""
    before: str = ""
    note: str = ""
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class PageTable:
    """A table as drawn; `heads` are its one or two rows of headings."""

    id: str
    name: str
    title: str
    heads: tuple[tuple[PageCell, ...], ...]
    rows: tuple[tuple[str, tuple[PageCell, ...]], ...]
    notes: tuple[str, ...]
    filled: bool


def cell_names(tables: Sequence[Table]) -> dict[Where, str]:
    """The name on the page of the first cell that shows each cell of the examined workbook."""
    names: dict[Where, str] = {}
    for number, table in enumerate(tables, start=1):
        for index, column in enumerate(table.columns):
            names.update({source: _head_name(number, index) for source in column.sources if source not in names})
            for run in runs(table, column):
                for row in table.rows[run.first : run.last + 1]:
                    source = row.item(column.key).source
                    if source is not None:
                        names.setdefault(source, _name(number, run, index))
    return names


def page_tables(report: Report, numbers: Mapping[Where, Sequence[tuple[int, Level]]]) -> tuple[PageTable, ...]:
    """`numbers` gives the findings at each cell of the examined workbook: their numbers on the page and levels."""
    predikat = predikat_places(report)
    return tuple(
        PageTable(
            id=f"tabel-{number}",
            name=say("Tabel {0}", table.number) if table.number else table.title,
            title=table.title if table.number else "",
            heads=_heads(number, table.columns, numbers),
            rows=_rows(number, table, predikat, numbers),
            notes=table.notes,
            filled=any(item.filled for row in table.rows for item in row.items.values()),
        )
        for number, table in enumerate(report.tables, start=1)
    )


def _name(table: int, run: Run, column: int) -> str:
    return f"sel-{table}-{run.first + 1}-{column + 1}"


def _head_name(table: int, column: int) -> str:
    return f"kepala-{table}-{column + 1}"


def _heads(
    number: int, columns: Sequence[Column], numbers: Mapping[Where, Sequence[tuple[int, Level]]]
) -> tuple[tuple[PageCell, ...], ...]:
    grouped = any(column.group for column in columns)
    heads = [_head(number, index, column, numbers, grouped) for index, column in enumerate(columns)]
    if not grouped:
        return (tuple(heads),)
    upper: list[PageCell] = []
    for group, members in groupby(zip(columns, heads, strict=True), key=lambda pair: pair[0].group):
        cells = [cell for _, cell in members]
        upper += [PageCell(group, columns=len(cells))] if group else cells
    return (tuple(upper), tuple(cell for column, cell in zip(columns, heads, strict=True) if column.group))


def _head(
    number: int, index: int, column: Column, numbers: Mapping[Where, Sequence[tuple[int, Level]]], grouped: bool
) -> PageCell:
    pairs = [pair for source in column.sources for pair in numbers.get(source, ())]
    marks = [Mark(MARKS[level], level.word, place) for place, level in pairs]
    if column.level and not marks:
        marks = [Mark(MARKS[column.level], column.level.word)]
    return PageCell(
        column.title,
        id=_head_name(number, index) if column.sources else "",
        rows=2 if grouped and not column.group else 1,
        classes=column.level.word if column.level else "",
        note=column.note,
        marks=tuple(marks),
    )


def _rows(
    number: int, table: Table, predikat: Mapping[str, int], numbers: Mapping[Where, Sequence[tuple[int, Level]]]
) -> tuple[tuple[str, tuple[PageCell, ...]], ...]:
    """Each row's style and the cells that begin in it."""
    starts: list[list[PageCell]] = [[] for _ in table.rows]
    for index, column in enumerate(table.columns):
        for run in runs(table, column):
            members = table.rows[run.first : run.last + 1]
            items = [row.item(column.key) for row in members]
            starts[run.first].append(_cell(_name(number, run, index), column, members[0], items, predikat, numbers))
    return tuple((row.style, tuple(cells)) for row, cells in zip(table.rows, starts, strict=True))


def _cell(
    name: str,
    column: Column,
    row: Row,
    items: Sequence[Item],
    predikat: Mapping[str, int],
    numbers: Mapping[Where, Sequence[tuple[int, Level]]],
) -> PageCell:
    item = items[0]
    level = max((each.level for each in items if each.level), default=None)
    classes = [level.word] if level else []
    if column.kind in NUMERIC:
        classes.append("angka" if isinstance(item.value, Decimal) else "tengah")
    elif column.width <= SHORT:
        classes.append("pendek")
    if item.filled:
        classes.append("diisi")
    if column.key == "uraian" and row.style in ("kegiatan", "subkegiatan"):
        classes.append(f"turun-{row.style}")
    place = _predikat(column, item, predikat)
    if place is not None:
        classes.append(f"nilai-{place}")
    return PageCell(
        text=shown(item),
        id=name,
        rows=len(items),
        classes=" ".join(classes),
        before=PREDIKAT_MARKS[place] if place is not None else "",
        note=item.note,
        marks=_marks(items, level, numbers),
    )


def _predikat(column: Column, item: Item, predikat: Mapping[str, int]) -> int | None:
    if column.kind != "predikat" and column.key != "kriteria":
        return None
    return predikat.get(str(item.value or "").strip().casefold())


def _marks(
    items: Iterable[Item], level: Level | None, numbers: Mapping[Where, Sequence[tuple[int, Level]]]
) -> tuple[Mark, ...]:
    """The findings at the cell, else one mark without a number for the level the table itself gives it."""
    sources = dict.fromkeys(item.source for item in items if item.source is not None)
    pairs = [pair for source in sources for pair in numbers.get(source, ())]
    if pairs:
        return tuple(Mark(MARKS[each], each.word, number) for number, each in pairs)
    return (Mark(MARKS[level], level.word),) if level else ()
