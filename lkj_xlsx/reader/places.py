"""Places as files write them: `AB12` as row and column."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

DIGITS = "0123456789"


@lru_cache(maxsize=4096)
def column_number(letters: str) -> int:
    """Letters to a column's number: A → 1, AB → 28. Raises `ValueError` for anything else."""
    if not (letters.isascii() and letters.isalpha() and len(letters) <= 3):
        raise ValueError(letters)
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


def row_number(text: str) -> int:
    """A row's number; some programs write it with a decimal point. Raises `ArithmeticError` for anything else."""
    return int(text) if text.isdecimal() else int(Decimal(text))


def row_and_column(text: str) -> tuple[int, int]:
    """A cell's place. Raises `ValueError` where it is none."""
    column = text.rstrip(DIGITS)
    return int(text[len(column) :]), column_number(column)
