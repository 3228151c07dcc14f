"""From a formula's text to its tree: tokens by `tokens`, precedence by the rules of spreadsheets.

A column of many rows is taken apart once: cells whose references stand alike share a pattern, and a pattern one tree.
"""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from lkj_xlsx.formulas.tokens import Token, Untold, tokens
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
    Term,
    Text,
    Truth,
    Unary,
)
from lkj_xlsx.model.places import column_number

Trees = dict[tuple[str, str], Term]  # by pattern, and by sheet where the formula names sheets

_CELL = r"(\$?)([A-Za-z]{1,3})(\$?)([1-9]\d{0,6})"
_PIECE = re.compile(rf'"[^"]*"|\'(?:[^\']|\'\')*\'|(?<![\w.$]){_CELL}(?![\w(.!])')
_REFERENCE = re.compile(rf"(?:(?P<sheet>'(?:[^']|'')+'|[^'!:\[\]]+)!)?{_CELL}(?::{_CELL})?")
_NUMBER = re.compile(r"(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[Ee][+-]?[0-9]+)?")  # not all that Python calls one: NaN, inf
_BINDING = {"=": 1, "<>": 1, "<": 1, ">": 1, "<=": 1, ">=": 1, "&": 2, "+": 3, "-": 3, "*": 4, "/": 4, "^": 5}
_SIGN = 6  # a sign binds tighter than a power: -2^2 is 4
_DEEPEST = 60  # brackets within brackets
_LARGEST = 307  # powers of ten a spreadsheet can hold
_LONGEST = 500  # tokens; what a program generated is not taken apart


def parsed(text: str | None, where: Where, trees: Trees) -> Formula:
    """One formula taken apart. What cannot be is an `Opaque` part of it; nothing raises."""
    text = text or ""
    pattern = _PIECE.sub(lambda match: _relative(match, where), text)
    key = (pattern, where.sheet if "!" in pattern else "")
    root = trees.get(key)
    if root is None:
        root = trees[key] = _tree(text, where)
    return Formula(where, text, pattern, root)


def _relative(match: re.Match[str], where: Where) -> str:
    fixed_column, column, fixed_row, row = match.groups()
    if column is None:
        return match[0]
    across = column_number(column.upper())
    down = f"R{row}" if fixed_row else f"R[{int(row) - where.row}]"
    return down + (f"C{across}" if fixed_column else f"C[{across - where.column}]")


def _tree(text: str, where: Where) -> Term:
    try:
        items = tokens(text)
        if len(items) > _LONGEST:
            return Opaque(text)
        return _Parser([item for item in items if item.type != "WHITE-SPACE"], where).whole()
    except (Untold, _NotUnderstood, IndexError):
        return Opaque(text)


class _NotUnderstood(Exception):
    """Syntax that is not taken apart; the whole formula becomes `Opaque`."""


class _Parser:
    """Precedence climbing over the tokens of one formula."""

    def __init__(self, items: list[Token], where: Where) -> None:
        self.items = items
        self.where = where
        self.place = 0
        self.depth = 0

    def whole(self) -> Term:
        node = self.expression(0)
        if self.place < len(self.items):
            raise _NotUnderstood
        return node

    def expression(self, least: int) -> Term:
        self.depth += 1
        if self.depth > _DEEPEST:
            raise _NotUnderstood
        node = self.operand()
        while self.place < len(self.items):
            item = self.items[self.place]
            if item.type == "OPERATOR-POSTFIX":
                node = Unary("%", node)
                self.place += 1
                continue
            binding = _BINDING.get(item.value, 0) if item.type == "OPERATOR-INFIX" else 0
            if item.type == "OPERATOR-INFIX" and not binding:
                raise _NotUnderstood  # a union or an intersection of ranges
            if not binding or binding <= least:
                break
            self.place += 1
            node = Binary(item.value, node, self.expression(binding))
        self.depth -= 1
        return node

    def operand(self) -> Term:
        item = self.items[self.place]
        self.place += 1
        if item.type == "OPERATOR-PREFIX":
            return Unary(item.value, self.expression(_SIGN))
        if item.type == "OPERAND":
            return _operand(item.value, item.subtype, self.where)
        if item.type == "PAREN" and item.subtype == "OPEN":
            node = self.expression(0)
            self.close("PAREN")
            return node
        if item.type == "FUNC" and item.subtype == "OPEN":
            name = item.value[:-1].upper().removeprefix("_XLFN.").removeprefix("_XLWS.")
            if ":" in name:
                raise _NotUnderstood
            return Call(name, self.arguments())
        raise _NotUnderstood

    def arguments(self) -> tuple[Term, ...]:
        if self.closes():
            self.close("FUNC")
            return ()
        terms: list[Term] = []
        while True:
            separated = self.items[self.place].type == "SEP"
            terms.append(Empty() if separated or self.closes() else self.expression(0))
            item = self.items[self.place]
            if item.type == "SEP" and item.subtype == "ARG":
                self.place += 1
                continue
            self.close("FUNC")
            return tuple(terms)

    def closes(self) -> bool:
        item = self.items[self.place]
        return bool(item.type == "FUNC" and item.subtype == "CLOSE")

    def close(self, kind: str) -> None:
        item = self.items[self.place]
        if item.type != kind or item.subtype != "CLOSE":
            raise _NotUnderstood
        self.place += 1


def _operand(value: str, subtype: str, where: Where) -> Term:
    match subtype:
        case "NUMBER" if _NUMBER.fullmatch(value):
            try:
                number = Decimal(value)
            except InvalidOperation:
                return Opaque(value)
            return Number(number) if abs(number.adjusted()) <= _LARGEST else Opaque(value)
        case "TEXT":
            return Text(value[1:-1].replace('""', '"'))
        case "LOGICAL":
            return Truth(value.upper() == "TRUE")
        case "ERROR":
            return Fault(value.upper())
    return _reference(value, where)


def _reference(value: str, where: Where) -> Term:
    match = _REFERENCE.fullmatch(value)
    if match is None:
        return Opaque(value)
    name = match["sheet"] or ""
    sheet = name[1:-1].replace("''", "'") if name.startswith("'") else name
    if "[" in sheet or sheet.casefold() == where.sheet.casefold():
        if "[" in sheet:
            return Opaque(value)  # another file
        sheet = ""
    groups = match.groups()[1:]
    first = _ref(sheet, groups[:4], where)
    return Area(first, _ref(sheet, groups[4:], where)) if groups[4:][1] is not None else first


def _ref(sheet: str, groups: tuple[str, ...], where: Where) -> CellRef:
    fixed_column, column, fixed_row, row = groups
    across = column_number(column.upper())
    return CellRef(
        sheet,
        int(row) if fixed_row else int(row) - where.row,
        across if fixed_column else across - where.column,
        bool(fixed_row),
        bool(fixed_column),
    )
