"""Places as files write them: `AB12` as row and column."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from functools import lru_cache

DIGITS = "0123456789"
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384


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
    """A row's number; some programs write it with a decimal point. Raises `ValueError` for anything else."""
    try:
        number = Decimal(text if text.isascii() else "")
    except InvalidOperation as fault:
        raise ValueError(text[:20]) from fault
    if not (number.is_finite() and 0 <= number <= LAST_ROW):  # before it is made whole: 1e999999 takes forever
        raise ValueError(text[:20])
    return int(number)


def row_and_column(text: str) -> tuple[int, int]:
    """A cell's place. Raises `ValueError` where it is none."""
    column = text.rstrip(DIGITS)
    row = text[len(column) :]
    if len(row) > 7:
        raise ValueError(text[:20])
    return int(row), column_number(column)
