"""The workbook's shared texts: each read once, kept once, however many cells show it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO
from xml.etree.ElementTree import Element

from lkj_xlsx.reader.stream import ended, local

LONGEST = 32_767  # characters a cell can hold; no spreadsheet program saves more
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")


def unescaped(text: str) -> str:
    """Text with its `_x000D_` escapes resolved, once."""
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def rich_text(item: Element) -> str:
    """The text of a shared or inline string: its runs joined, without the phonetic guide."""
    return unescaped("".join(_texts(item)))[:LONGEST]


def _texts(item: Element) -> Iterator[str]:
    for child in item:
        if local(child) == "t":
            yield child.text or ""
        elif local(child) == "r":
            yield from (node.text or "" for node in child if local(node) == "t")


def shared_strings(source: IO[bytes]) -> list[str]:
    """All shared texts by number."""
    return [rich_text(element) for element in ended(source, "si") if local(element) == "si"]
