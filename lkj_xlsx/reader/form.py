"""A form sheet: one line a field, its label in one column and the answer in the next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lkj_xlsx.model.cell import Cell, Where
from lkj_xlsx.model.fact import Remark
from lkj_xlsx.model.message import say
from lkj_xlsx.reader.grid import Grid
from lkj_xlsx.reader.header import Header
from lkj_xlsx.reader.names import nearest
from lkj_xlsx.spec import remarks
from lkj_xlsx.spec.field import Sheet, plain_title

LABEL, ANSWER = "isian", "nilai"  # headings of the two columns


def read_form(grid: Grid, sheet: Sheet) -> tuple[Header, Mapping[str, Cell]]:
    """The answers by field key, and where they stand. A label that is missing has no entry."""
    labels = {plain_title(text): each.key for each in sheet.fields for text in (*each.aliases, each.header)}
    row, label, answer = _columns(grid, labels)
    answers: dict[str, Cell] = {}
    noted: list[Remark] = []
    for number in grid.rows:
        text = _text(grid.rows[number].get(label))
        if number <= row or not text:
            continue
        key = labels.get(plain_title(text))
        if key is None:
            if not grid.cell(number, answer).blank:
                near = nearest(text, (each.header for each in sheet.fields))
                detail = say('{0} (mungkin maksudnya "{1}")', text, near) if near else text
                noted.append(Remark(remarks.KOLOM_ASING, Where(grid.title, number, label), detail))
        elif key in answers:
            noted.append(Remark(remarks.KOLOM_GANDA, Where(grid.title, number, label), text))
        else:
            answers[key] = grid.cell(number, answer)
    for each in sheet.fields:
        if each.key not in answers:
            noted.append(Remark(remarks.KOLOM_HILANG, Where(grid.title, row), each.header))
    return Header(row, row, dict.fromkeys(answers, answer), remarks=tuple(noted)), answers


def _columns(grid: Grid, labels: Iterable[str]) -> tuple[int, int, int]:
    """Header row, label column and answer column: by their headings, else by where the labels stand."""
    known = frozenset(labels)
    count: dict[int, int] = {}
    for row, cells in grid.rows.items():
        texts = {plain_title(_text(cell)): column for column, cell in cells.items()}
        if LABEL in texts and ANSWER in texts:
            return row, texts[LABEL], texts[ANSWER]
        for text, column in texts.items():
            if text in known:
                count[column] = count.get(column, 0) + 1
    column = max(count, key=lambda each: count[each], default=1)
    return 0, column, column + 1


def _text(cell: Cell | None) -> str:
    return " ".join(cell.raw.split()) if cell is not None and isinstance(cell.raw, str) else ""
