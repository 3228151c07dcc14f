"""What a formula gives now: the common part of a spreadsheet's arithmetic, in decimals, from the cells as saved.

Only what is certain is computed. A function, name or content that is not known here gives `Missing` with its reason,
never a guess; an error value such as `#DIV/0!` is a result like any other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import ROUND_DOWN, ROUND_UP, Decimal, localcontext
from itertools import islice

from lkj_xlsx.formulas.contents import (
    COMPARE,
    DIVIDED,
    NO_NUMBER,
    ONE,
    ZERO,
    Result,
    amount,
    compared,
    content_of,
    joined,
    power,
    truth,
)
from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.formula import (
    Area,
    Binary,
    Call,
    CellRef,
    Empty,
    Fault,
    Formula,
    Number,
    Opaque,
    SheetCells,
    Term,
    Text,
    Truth,
    Unary,
    walk,
)
from lkj_xlsx.model.message import say
from lkj_xlsx.model.number import PRECISION, Missing, Reason, round_half_up, unit

HUNDRED = Decimal(100)
_MOST_CELLS = 3_000_000  # visited in all sums of a book; more is said as not computed
_MOST_PLACES = 20
_AT_ONCE = 1_000  # formulas computed before any result is handed on
_LARGEST = 307  # powers of ten a spreadsheet can hold


class Calculator:
    """Computes formulas of one book. A formula that is referred to counts with its saved result, as a cell does.

    `instead` holds results that some cells are to count with.
    """

    def __init__(self, sheets: Mapping[str, SheetCells], instead: Mapping[Where, Result] | None = None) -> None:
        self.sheets = {title.casefold(): cells for title, cells in sheets.items()}
        self.sheets |= sheets  # as they are written in most formulas
        self.instead = instead or {}
        self.left = _MOST_CELLS

    def result(self, root: Term, home: Where) -> Result:
        """What a formula standing in `home` gives; a lone blank cell counts as 0, as it is shown."""
        with localcontext() as context:
            context.prec = PRECISION
            return self._result(root, home)

    def results(self, roots: Iterable[tuple[Where, Term]]) -> Iterator[Result]:
        """What each formula gives, as `result` does."""
        waiting = iter(roots)
        while some := tuple(islice(waiting, _AT_ONCE)):
            with localcontext() as context:
                context.prec = PRECISION
                batch = [self._result(root, home) for home, root in some]
            yield from batch

    def _result(self, root: Term, home: Where) -> Result:
        try:
            result = self.value(root, home)
        except ArithmeticError:
            return NO_NUMBER
        if isinstance(result, Decimal) and result.adjusted() > _LARGEST:
            return NO_NUMBER
        return ZERO if result is None else result

    def value(self, node: Term, home: Where) -> Result:
        kind = type(node)
        if kind is CellRef:
            return self.content(*node.place(home))  # type: ignore[union-attr]  # told by its type, which is faster
        if kind is Number:
            return node.value  # type: ignore[union-attr]
        if kind is Binary:
            return self._binary(node.operator, self.value(node.left, home), self.value(node.right, home))  # type: ignore[union-attr]
        return self._other(node, home)

    def _other(self, node: Term, home: Where) -> Result:
        match node:
            case Call():
                return self._call(node, home)
            case Unary(sign, operand):
                signed = amount(self.value(operand, home))
                if not isinstance(signed, Decimal):
                    return signed
                return -signed if sign == "-" else signed / HUNDRED if sign == "%" else signed
            case Text(value):
                return value
            case Truth(value):
                return value
            case Fault():
                return node
            case Empty():
                return None
        return Missing(Reason.TAK_TERBACA, node.text if isinstance(node, Opaque) else say("rentang sel"))

    def content(self, title: str, row: int, column: int) -> Result:
        """What the file holds in a cell."""
        sheet = self.sheets.get(title) or self.sheets.get(title.casefold())
        if sheet is None:
            return Missing(Reason.MASUKAN, say("lembar {0}", title))
        if row < 1 or column < 1:
            return Fault("#REF!")
        if self.instead and (title, row, column) in self.instead:
            return self.instead[Where(title, row, column)]
        cells = sheet.rows.held.get(row)
        held = cells.get(column) if cells else None
        return None if held is None else content_of(held, sheet.rows.title, row, column)

    def area(self, node: Area, home: Where) -> Iterator[tuple[Where, Result]]:
        """The filled cells of a range; a sheet that was not read, or too many cells, as `Missing`."""
        title, rows, columns = node.box(home)
        sheet = self.sheets.get(title.casefold())
        self.left -= len(rows)
        if sheet is None or self.left < 0:
            yield (
                home,
                Missing(Reason.MASUKAN, say("lembar {0}", title) if sheet is None else say("rentang terlalu besar")),
            )
            return
        for row in rows if len(rows) <= len(sheet.rows) else (row for row in sheet.rows if row in rows):
            cells = sheet.rows.held.get(row)
            for column in columns if cells else ():
                if cells and (held := cells.get(column)) is not None:
                    where = Where(sheet.rows.title, row, column)
                    yield where, self.instead[where] if where in self.instead else content_of(held, *where)

    def numbers(self, arguments: Sequence[Term], home: Where) -> Sequence[Decimal] | Fault | Missing:
        """Numbers of arguments as SUM takes them: text, truth and blanks in cells are passed over."""
        numbers: list[Decimal] = []
        for node in arguments:
            if isinstance(node, Area):
                results: list[Result] = [result for _, result in self.area(node, home)]
            elif isinstance(node, CellRef):
                results = [self.value(node, home)]
            else:
                results = [amount(self.value(node, home))]
            for result in results:
                if isinstance(result, Fault | Missing):
                    return result
                if isinstance(result, Decimal):
                    numbers.append(result)
        return numbers

    def rounded(self, number: Decimal, places: int, how: str) -> Decimal:
        if how == "ROUND":
            return round_half_up(number, places)
        return number.quantize(unit(places), rounding=ROUND_UP if how == "ROUNDUP" else ROUND_DOWN)

    def _binary(self, operator: str, left: Result, right: Result) -> Result:
        if operator in COMPARE:
            return compared(operator, left, right)
        if operator == "&":
            return joined(left, right)
        a = left if type(left) is Decimal else amount(left)
        b = right if type(right) is Decimal else amount(right)
        if not isinstance(a, Decimal):
            return a
        if not isinstance(b, Decimal):
            return b
        if operator == "/":
            return a / b if b else DIVIDED
        if operator == "^":
            return power(a, b)
        return a + b if operator == "+" else a - b if operator == "-" else a * b

    def _call(self, node: Call, home: Where) -> Result:
        name, given = node.name, node.arguments
        if name == "SUBTOTAL":
            return self._subtotal(given, home)
        if name in _AGGREGATES:
            numbers = self.numbers(given, home)
            if name == "COUNT" and isinstance(numbers, Fault):
                return Missing(Reason.SEL_GALAT, numbers.code)
            return numbers if isinstance(numbers, Fault | Missing) else _AGGREGATES[name](numbers)
        if name in {"ROUND", "ROUNDUP", "ROUNDDOWN"} and len(given) == 2:
            return self._round(name, *(amount(self.value(each, home)) for each in given))
        if name == "ABS" and len(given) == 1:
            number = amount(self.value(given[0], home))
            return abs(number) if isinstance(number, Decimal) else number
        if name == "IF" and 2 <= len(given) <= 3:
            return self._if(given, home)
        if name == "IFERROR" and len(given) == 2:
            first = self.value(given[0], home)
            return self.value(given[1], home) if isinstance(first, Fault) else first
        if name in {"AND", "OR", "NOT"} and given:
            return self._logic(name, [self.value(each, home) for each in given])
        if name in _QUESTIONS and len(given) == 1:
            first = self.value(given[0], home)
            return first if isinstance(first, Missing) else _QUESTIONS[name](first)
        return Missing(Reason.TAK_TERBACA, name)

    def _round(self, name: str, number: Decimal | Fault | Missing, places: Decimal | Fault | Missing) -> Result:
        if not isinstance(number, Decimal):
            return number
        if not isinstance(places, Decimal) or abs(places) > _MOST_PLACES:
            return places if not isinstance(places, Decimal) else Missing(Reason.TAK_TERBACA, name)
        return self.rounded(number, int(places), name)

    def _if(self, given: Sequence[Term], home: Where) -> Result:
        condition = truth(self.value(given[0], home))
        if not isinstance(condition, bool):
            return condition
        otherwise = given[2:]
        if not condition and not otherwise:
            return False
        chosen = self.value(given[1] if condition else otherwise[0], home)
        return ZERO if chosen is None else chosen

    def _logic(self, name: str, results: Sequence[Result]) -> Result:
        truths = [truth(result) for result in results]
        odd = next((each for each in truths if not isinstance(each, bool)), None)
        if odd is not None:
            return odd
        return not truths[0] if name == "NOT" else all(truths) if name == "AND" else any(truths)

    def _subtotal(self, given: Sequence[Term], home: Where) -> Result:
        """SUBTOTAL(9; ...) leaves other subtotals out; with hidden rows it cannot be told what a filter hides."""
        if len(given) < 2 or given[0] not in (Number(Decimal(9)), Number(Decimal(109))):
            return Missing(Reason.TAK_TERBACA, "SUBTOTAL")
        total = ZERO
        for where, result in (pair for node in given[1:] for pair in self._places(node, home)):
            sheet = self.sheets.get(where.sheet.casefold())
            if sheet is not None and where.row in sheet.hidden_rows:
                return Missing(Reason.TAK_TERBACA, say("SUBTOTAL dengan baris tersembunyi"))
            if isinstance(result, Fault | Missing):
                return result
            if isinstance(result, Decimal) and not (sheet is not None and is_subtotal(sheet.formulas.get(where))):
                total += result
        return total

    def _places(self, node: Term, home: Where) -> Iterator[tuple[Where, Result]]:
        if isinstance(node, Area):
            yield from self.area(node, home)
        elif isinstance(node, CellRef):
            yield node.at(home), self.value(node, home)
        else:
            yield home, Missing(Reason.TAK_TERBACA, "SUBTOTAL")


def is_subtotal(formula: Formula | None) -> bool:
    """Whether a formula is itself a SUBTOTAL, which another SUBTOTAL passes over."""
    return formula is not None and any(isinstance(n, Call) and n.name == "SUBTOTAL" for n in walk(formula.root))


def _product(numbers: Sequence[Decimal]) -> Result:
    total = ONE
    for number in numbers:
        total *= number
    return total if numbers else ZERO


_AGGREGATES: Mapping[str, Callable[[Sequence[Decimal]], Result]] = {
    "SUM": lambda numbers: sum(numbers, ZERO),
    "AVERAGE": lambda numbers: sum(numbers, ZERO) / len(numbers) if numbers else DIVIDED,
    "MIN": lambda numbers: min(numbers, default=ZERO),
    "MAX": lambda numbers: max(numbers, default=ZERO),
    "COUNT": lambda numbers: Decimal(len(numbers)),
    "PRODUCT": _product,
}
_QUESTIONS: Mapping[str, Callable[[Result], bool]] = {
    "ISNUMBER": lambda result: isinstance(result, Decimal),
    "ISBLANK": lambda result: result is None,
    "ISERROR": lambda result: isinstance(result, Fault),
}
