"""A formula taken apart: what it adds, divides and refers to, without any workbook library.

References are kept as a copy-and-paste would move them (an offset where relative, a number where fixed by `$`), so that
all rows of a filled-down column share one tree and one pattern.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from lkj_xlsx.model.cell import Where, letters
from lkj_xlsx.model.held import Rows

_RELATIVE = re.compile(r'"[^"]*"|\'[^\']*\'|(?<!\w)R(?:\[(-?\d+)\]|(\d+))C(?:\[(-?\d+)\]|(\d+))(?!\w)')
_PIECE = re.compile(r'"[^"]*"|\'[^\']*\'|(?<=\d)\.(?=\d)|,')


@dataclass(frozen=True, slots=True)
class Number:
    """A number typed inside the formula."""

    value: Decimal


@dataclass(frozen=True, slots=True)
class Text:
    """A text typed inside the formula, without its quotes."""

    value: str


@dataclass(frozen=True, slots=True)
class Truth:
    """TRUE or FALSE."""

    value: bool


@dataclass(frozen=True, slots=True)
class Fault:
    """An error value such as `#DIV/0!`, typed or met while computing."""

    code: str


@dataclass(frozen=True, slots=True)
class Empty:
    """An argument left out: `IF(A1,,2)`."""


@dataclass(frozen=True, slots=True)
class Opaque:
    """A part that is not taken apart: a name, a whole column, a table reference, another file, broken syntax."""

    text: str


@dataclass(frozen=True, slots=True)
class CellRef:
    """One cell. `row` and `column` count from the formula's own cell, or are the cell's own where fixed by `$`.

    `sheet` is "" for the formula's own sheet.
    """

    sheet: str
    row: int
    column: int
    fixed_row: bool = False
    fixed_column: bool = False

    def at(self, home: Where) -> Where:
        """The cell meant by the formula that stands in `home`."""
        return Where(*self.place(home))

    def place(self, home: Where) -> tuple[str, int, int]:
        """The same as sheet, row and column."""
        sheet, row, column = home
        return (
            self.sheet or sheet,
            self.row if self.fixed_row else row + self.row,
            self.column if self.fixed_column else column + self.column,
        )


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of cells, from one corner to the other."""

    first: CellRef
    last: CellRef

    def box(self, home: Where) -> tuple[str, range, range]:
        """Sheet, rows and columns of the rectangle for the formula that stands in `home`."""
        a, b = self.first.at(home), self.last.at(home)
        rows, columns = sorted((a.row, b.row)), sorted((a.column, b.column))
        return a.sheet, range(rows[0], rows[1] + 1), range(columns[0], columns[1] + 1)


@dataclass(frozen=True, slots=True)
class Call:
    """A function (upper case, without `_xlfn.`) and its arguments."""

    name: str
    arguments: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Binary:
    """Two operands with `+ - * / ^ & = <> < <= > >=` between them."""

    operator: str
    left: Term
    right: Term


@dataclass(frozen=True, slots=True)
class Unary:
    """A sign before the operand, or `%` behind it."""

    operator: str
    operand: Term


Term = Number | Text | Truth | Fault | Empty | Opaque | CellRef | Area | Call | Binary | Unary


@dataclass(frozen=True, slots=True)
class Formula:
    """The formula of one cell.

    text     as the file keeps it, with `=`, commas between arguments and decimal points
    pattern  the text with references relative to the cell: equal for all cells of a fill-down
    """

    where: Where
    text: str
    pattern: str
    root: Term

    @property
    def shown(self) -> str:
        """The text as an Indonesian Excel shows it: `=ROUND(H5/G5;2)`, `=98,1`."""
        return _PIECE.sub(_indonesian, self.text)

    def filled(self, where: Where) -> Formula:
        """The formula as filling it into another cell would write it."""
        text = _RELATIVE.sub(lambda match: _written(match, where), self.pattern)
        return Formula(where, text, self.pattern, self.root)


def _indonesian(match: re.Match[str]) -> str:
    return {",": ";", ".": ","}.get(match[0], match[0])


def _written(match: re.Match[str], where: Where) -> str:
    rows, row, columns, column = match.groups()
    if rows is None and row is None:
        return match[0]
    down = int(row) if row is not None else where.row + int(rows)
    across = int(column) if column is not None else where.column + int(columns)
    if down < 1 or across < 1:
        return "#REF!"  # off the sheet, as a spreadsheet writes it
    return f"{'$' if column is not None else ''}{letters(across)}{'$' if row is not None else ''}{down}"


class Formulas(Mapping[Where, Formula]):
    """The formulas of one sheet by cell, from the first row to the last, each made when it is looked at.

    alike  by row and column, a formula that is written alike; rows that are filled down share what they have
    """

    def __init__(self, rows: Rows, alike: Mapping[int, Mapping[int, Formula]]) -> None:
        self.rows, self.alike = rows, alike

    def __getitem__(self, where: Where) -> Formula:
        if where.sheet != self.rows.title:
            raise KeyError(where)
        alike = self.alike[where.row][where.column]
        return Formula(where, self.rows.held[where.row][where.column][3] or "", alike.pattern, alike.root)

    def __iter__(self) -> Iterator[Where]:
        title = self.rows.title
        return (Where(title, row, column) for row, alike in self.alike.items() for column in alike)

    def __len__(self) -> int:
        return sum(map(len, self.alike.values()))

    def columns(self) -> set[int]:
        """The columns that hold some."""
        kinds = {id(alike): alike for alike in self.alike.values()}
        return {column for alike in kinds.values() for column in alike}

    def roots(self) -> Iterator[tuple[Where, Term]]:
        """The cells with what is computed in them."""
        title = self.rows.title
        for row, alike in self.alike.items():
            for column, formula in alike.items():
                yield Where(title, row, column), formula.root


@dataclass(frozen=True, slots=True, eq=False)
class SheetCells:
    """All filled cells of one sheet by row and column, its formulas, and the rows that are hidden.

    Compared by identity: two sheets are never the same one.
    """

    rows: Rows
    formulas: Formulas
    hidden_rows: frozenset[int] = frozenset()


def walk(node: Term) -> Iterator[Term]:
    """The node and everything inside it, from left to right."""
    yield node
    match node:
        case Call(_, arguments):
            for argument in arguments:
                yield from walk(argument)
        case Binary(_, left, right):
            yield from walk(left)
            yield from walk(right)
        case Unary(_, operand):
            yield from walk(operand)


def parts(node: Term) -> tuple[CellRef | Area, ...]:
    """The cells and ranges a formula looks at."""
    return tuple(part for part in walk(node) if isinstance(part, CellRef | Area))


def may_be_own(part: CellRef | Area) -> bool:
    """Whether a formula that looks at this may look at its own cell, depending on where it stands."""
    if isinstance(part, Area):
        return True
    return not (part.row and not part.fixed_row) and not (part.column and not part.fixed_column)


def refers_to(looked_at: Iterable[CellRef | Area], home: Where, place: Where) -> bool:
    """Whether a formula standing in `home`, which looks at these cells and ranges, looks at the cell `place`."""
    for part in looked_at:
        if isinstance(part, CellRef) and part.at(home) == place:
            return True
        if isinstance(part, Area):
            sheet, rows, columns = part.box(home)
            if sheet == place.sheet and place.row in rows and place.column in columns:
                return True
    return False


def replaced(node: Term, change: Callable[[Term], Term | None]) -> Term:
    """The tree with every node for which `change` gives another one put in its place."""
    other = change(node)
    if other is not None:
        return other
    match node:
        case Call(name, arguments):
            return Call(name, tuple(replaced(each, change) for each in arguments))
        case Binary(operator, left, right):
            return Binary(operator, replaced(left, change), replaced(right, change))
        case Unary(operator, operand):
            return Unary(operator, replaced(operand, change))
    return node


def sheets_named(node: Term) -> Iterator[str]:
    """Titles of the other sheets a formula refers to."""
    for part in walk(node):
        refs = (part,) if isinstance(part, CellRef) else (part.first, part.last) if isinstance(part, Area) else ()
        yield from (ref.sheet for ref in refs if ref.sheet)
