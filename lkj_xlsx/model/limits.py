"""How far a workbook may swell while it is read: the guard against files made to fill a computer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

MIB = 1024 * 1024
PAGE = 1_000  # characters
MILLION = 1_000_000
RATIO_FROM = 20 * MIB  # below this a part is harmless, however well it packs


@dataclass(frozen=True, slots=True)
class Limits:
    """Upper bounds, each with a name that the command line knows (`NAMES`).

    entries  parts in the file's zip
    part     MiB of one part when unpacked
    total    MiB of all parts together, and of the file itself
    ratio    unpacked to packed, for parts above 20 MiB; a budget sheet of 100,000 rows packs 5:1, others below 30:1
    cells    filled cells held at once; an office's template has a few thousand
    text     million characters in cells of more than a page each: one long text can be shown by a million cells
    """

    entries: int = 10_000
    part: int = 200
    total: int = 400
    ratio: int = 150
    cells: int = 2_000_000
    text: int = 8


USUAL = Limits()
NAMES = {"entri": "entries", "bagian": "part", "total": "total", "rasio": "ratio", "sel": "cells", "teks": "text"}


def limit(text: str) -> tuple[str, int]:
    """One bound as the command line gives it, `sel=5000000`. Raises `ValueError` for any other writing."""
    name, sign, number = text.partition("=")
    if name not in NAMES or not sign or not (number.isascii() and number.isdecimal()) or int(number) < 1:
        raise ValueError(text)
    return NAMES[name], int(number)


def limited(bounds: Iterable[tuple[str, int]]) -> Limits:
    """The usual limits with some of them set otherwise."""
    return replace(USUAL, **dict(bounds))
