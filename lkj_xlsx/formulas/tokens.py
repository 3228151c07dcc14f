"""The tokens of a formula, as the spreadsheet library tells them.

Plain formulas (cells, numbers, operators, functions, nothing quoted) are told apart here in the same way, so that the
library, which takes a tenth of a second to load, is asked only for the others.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_PLAIN = re.compile(
    r"(?P<func>[A-Z][A-Z0-9.]*\()"
    r"|(?P<range>\$?[A-Z]{1,3}\$?[1-9][0-9]{0,6}(?::\$?[A-Z]{1,3}\$?[1-9][0-9]{0,6})?(?![\w.$:(!]))"
    r"|(?P<number>[0-9]+(?:\.[0-9]+)?(?![\w.$:(!]))"
    r"|(?P<infix><=|>=|<>|[*/^&=<>])"
    r"|(?P<sign>[+-])"
    r"|(?P<open>\()"
    r"|(?P<close>\))"
    r"|(?P<comma>,)"
    r"|(?P<percent>%)"
)


class Untold(Exception):
    """No formula that can be told apart."""


class Token(NamedTuple):
    """One token under the library's names: `OPERAND` of `RANGE`, `FUNC` that `OPEN`s ..."""

    value: str
    type: str
    subtype: str = ""


def tokens(formula: str) -> list[Token]:
    """The tokens of a formula with its equals sign. Raises `Untold`."""
    return _plain(formula) or _of_library(formula)


def _of_library(formula: str) -> list[Token]:
    from openpyxl.formula.tokenizer import Tokenizer, TokenizerError

    try:
        return [Token(item.value, item.type, item.subtype) for item in Tokenizer(formula).items]
    except (TokenizerError, IndexError) as fault:
        raise Untold(formula) from fault


def _plain(formula: str) -> list[Token]:
    """The tokens of a plain formula, none for any other."""
    tokens: list[Token] = []
    opened: list[str] = []
    place = 1
    while place < len(formula):
        match = _PLAIN.match(formula, place)
        if match is None:
            return []
        token = _token(match[0], match.lastgroup or "", tokens, opened)
        if token is None:
            return []
        tokens.append(token)
        place = match.end()
    return [] if opened else tokens


def _token(text: str, kind: str, before: list[Token], opened: list[str]) -> Token | None:
    if kind in ("range", "number"):
        return Token(text, "OPERAND", kind.upper())
    if kind in ("func", "open"):
        opened.append("FUNC" if kind == "func" else "PAREN")
        return Token(text, opened[-1], "OPEN")
    if kind == "close":
        return Token(text, opened.pop(), "CLOSE") if opened else None
    if kind == "comma":
        return Token(text, "SEP", "ARG") if opened and opened[-1] == "FUNC" else None  # else a union of ranges
    if kind == "percent":
        return Token(text, "OPERATOR-POSTFIX")
    last = before[-1] if before else None
    ended = last is not None and (last.subtype == "CLOSE" or last.type in ("OPERAND", "OPERATOR-POSTFIX"))
    return Token(text, "OPERATOR-INFIX" if kind == "infix" or ended else "OPERATOR-PREFIX")
