"""What formulas mean, however they are written, and which of them prevails among neighbours.

Two formulas mean the same when they give the same for made-up inputs: `=H5/G5` under a percent format and
`=ROUND(H5/G5*100;2)` do, `=H5*G5` does not, and neither does one that looks at another row's cell.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Context, Decimal
from itertools import islice
from typing import NamedTuple
from zlib import crc32

from lkj_xlsx.formulas.contents import Result
from lkj_xlsx.formulas.evaluate import HUNDRED, Calculator
from lkj_xlsx.formulas.runs import column_sum
from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.fact import Book, per_book
from lkj_xlsx.model.formula import Area, CellRef, Fault, Formula, Term, replaced, sheets_named, walk
from lkj_xlsx.model.message import say
from lkj_xlsx.model.number import Missing, Reason
from lkj_xlsx.model.record import Record
from lkj_xlsx.neighbours.columns import ENOUGH, Pattern, Spot, calculator, columns, groups
from lkj_xlsx.spec.field import Kind

_FAR = 600_000  # a row where no fixed reference points: relative and fixed references are told apart
_PROBES = 3
_WIDEST = 400  # cells of a range that are still tried out
_ALIKE = Context(prec=10)
_OTHER_ROW = re.compile(r"R\[(-?\d+)\]C")


class _MadeUp(Calculator):
    """Gives every cell a made-up figure of its own and rounds nothing."""

    def __init__(self, seed: int) -> None:
        super().__init__({})
        self.seed = seed

    def content(self, title: str, row: int, column: int) -> Result:
        text = f"{self.seed}|{title.casefold()}|{row}|{column}"
        return Decimal(crc32(text.encode()) % 90_000 + 10_000) / HUNDRED

    def area(self, node: Area, home: Where) -> Iterator[tuple[Where, Result]]:
        title, rows, across = node.box(home)
        if len(rows) * len(across) > _WIDEST:
            yield home, Missing(Reason.TAK_TERBACA, say("rentang terlalu besar"))
            return
        for row in rows:
            for column in across:
                where = Where(title, row, column)
                yield where, self.content(*where)

    def rounded(self, number: Decimal, places: int, how: str) -> Decimal:
        return number


class Senses:
    """What formulas mean, each pattern tried out once."""

    def __init__(self) -> None:
        self._known: dict[Pattern, str] = {}
        self._wide: dict[Pattern, bool] = {}

    def of(self, spot: Spot) -> str:
        """A text that is the same for formulas that mean the same; the pattern where nothing can be computed."""
        if spot.pattern is None:
            return ""
        known = self._known.get(spot.pattern)
        if known is not None:
            return known
        root, written = spot.pattern.first.root, spot.pattern.first.pattern
        if not _own_row(spot):
            above = shared(spot.record)
            if above:
                own = replaced(root, lambda node: _as_own(node, spot.where, above))
                return tried(own, spot.where, spot.percent) or written
        sense = tried(root, spot.where, spot.percent) or written
        if _own_row(spot):
            self._known[spot.pattern] = sense
        return sense

    def across(self, spot: Spot) -> bool:
        """Whether a formula computes from its row, so that its neighbours' formulas should look alike; sums down the
        column and figures fetched from another sheet need not."""
        if spot.pattern is None:
            return False
        wide = self._wide.get(spot.pattern)
        if wide is None:
            wide = self._wide[spot.pattern] = _across(spot.place.cells.formulas[spot.where], spot.style)
        return wide


def shared(record: Record) -> Mapping[int, int]:
    """Columns whose cell the row shares with a row above (merged, or left blank below), with that row."""
    return {
        value.where.column: value.where.row
        for value in record.values.values()
        if value.where.row != record.row and value.where.column
    }


def _as_own(node: Term, home: Where, above: Mapping[int, int]) -> Term | None:
    """A reference to a cell that the row shares counts as one to its own row."""
    if not isinstance(node, CellRef) or node.sheet:
        return None
    place = node.at(home)
    moved = above.get(place.column) == place.row and place.row != home.row
    return CellRef("", 0, node.column, False, node.fixed_column) if moved else None


def given(book: Book, usual: Spot, spot: Spot) -> Decimal | None:
    """What another row's formula gives in this row, as the figure it states; shared cells are found where they are."""
    if usual.formula is None:
        return None
    above = shared(spot.record)

    def change(node: Term) -> Term | None:
        if not isinstance(node, CellRef) or node.sheet or node.fixed_row or node.row:
            return None
        place = node.at(spot.where)
        return CellRef("", above[place.column], place.column, True, True) if place.column in above else None

    root = replaced(usual.formula.root, change) if above else usual.formula.root
    result = calculator(book).result(root, spot.where)
    return spot.meaning(result, usual.percent) if isinstance(result, Decimal) else None


def tried(root: Term, where: Where, percent: bool) -> str:
    """What a formula gives for made-up inputs, "" where it cannot be computed."""
    home = Where(where.sheet, _FAR, where.column)
    results: list[str] = []
    for seed in range(_PROBES):
        result = _MadeUp(seed).result(root, home)
        if isinstance(result, Fault | Missing):
            return ""
        if isinstance(result, Decimal):
            result = _ALIKE.plus(result * HUNDRED if percent else result).normalize()
        results.append(str(result))
    return " ".join(results)


def _across(formula: Formula, style: str) -> bool:
    if next(sheets_named(formula.root), None) is not None:
        return False  # rows of another sheet need not stand in the same order
    down = column_sum(formula)
    if down is not None and (len(down) > 1 or down[0].many or style in {"induk", "jumlah", "persen"}):
        return False
    parts = tuple(walk(formula.root))
    if any(isinstance(part, Area) and len(part.box(formula.where)[1]) > 1 for part in parts):
        return False
    return any(isinstance(part, CellRef | Area) for part in parts)


def _own_row(spot: Spot) -> bool:
    """Whether every reference that moves along stays in the formula's own row."""
    return spot.pattern is not None and all(row == "0" for row in _OTHER_ROW.findall(spot.pattern.first.pattern))


def prevailing(neighbours: Sequence[Spot], senses: Senses, others: int = 0) -> tuple[Spot, ...]:
    """The cells of the formula that clearly prevails: three or more, and two thirds of all.

    `others` counts cells beside them that are no formulas.
    """
    classes: dict[str, list[Spot]] = {}
    for spot in neighbours:
        classes.setdefault(senses.of(spot), []).append(spot)
    best = max(classes.values(), key=len, default=[])
    if not any(_own_row(spot) for spot in _one_each(best)):
        return ()  # formulas that look at other rows need not do so alike
    clear = len(best) >= ENOUGH and len(best) * 3 >= (len(neighbours) + others) * 2
    return tuple(best) if clear else ()


def _one_each(spots: Sequence[Spot]) -> Iterable[Spot]:
    """One cell of each pattern."""
    return {spot.pattern: spot for spot in spots}.values()


class Odd(NamedTuple):
    """A formula that means something else than those of like rows in its column: `nearest` is the one to show."""

    spot: Spot
    nearest: Spot
    fellows: tuple[Spot, ...]

    def examples(self, most: int) -> list[Where]:
        """Some cells with the formula of the others, the nearest first."""
        others = (fellow for fellow in self.fellows if fellow is not self.nearest)
        return [self.nearest.where, *(fellow.where for fellow in islice(others, most - 1))]


def _nearest(fellows: Sequence[Spot], rows: Sequence[int], row: int) -> Spot:
    """The fellow in the nearest row, of two the upper one; `rows` are theirs, from above."""
    place = bisect_left(rows, row)
    return min(fellows[max(0, place - 1) : place + 1], key=lambda fellow: abs(fellow.where.row - row))


@per_book
def odd_formulas(book: Book) -> Mapping[Where, Odd]:
    """The odd formulas by their cells."""
    senses = Senses()
    odd: dict[Where, Odd] = {}
    for column in columns(book):
        if not (column.field.kind.numeric or column.field.kind is Kind.PREDIKAT):
            continue
        for members, neighbours in groups(column):
            fellows = prevailing([spot for spot in neighbours if senses.across(spot)], senses)
            fellows = tuple(sorted(fellows, key=lambda fellow: fellow.where.row))
            rows = [fellow.where.row for fellow in fellows]
            same = {spot.pattern for spot in _one_each(fellows) if _own_row(spot)}
            for spot in members if fellows else ():
                alike = spot.pattern in same or not senses.across(spot)
                if not alike and senses.of(spot) != senses.of(fellows[0]):
                    odd[spot.where] = Odd(spot, _nearest(fellows, rows, spot.where.row), fellows)
    return odd
