"""The workbook's shared texts: each read once, kept once, however many cells show it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO
from xml.etree.ElementTree import Element

from lkj_xlsx.reader.events import MAIN
from lkj_xlsx.reader.stream import ended, local

_ITEM = f"{{{MAIN}}}si"
LONGEST = 32_767  # characters a cell can hold; no spreadsheet program saves more
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")


def unescaped(text: str) -> str:
    """Text with its `_x000D_` escapes resolved, once; those of signs that no text holds become a mark of a gap."""
    return _ESCAPE.sub(_sign, text) if "_x" in text else text


def _sign(match: re.Match[str]) -> str:
    sign = chr(int(match[1], 16))
    return sign if sign.isprintable() or sign in "\t\n\r" else "\N{REPLACEMENT CHARACTER}"


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
    return [rich_text(element) for element in ended(source, (_ITEM,)) if element.tag == _ITEM]
