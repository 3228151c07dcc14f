"""Number formats by style number: the only part of the style sheet that carries meaning here.

Read directly, because a style that cannot be drawn is no reason to refuse the figures.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import IO
from xml.etree.ElementTree import Element

from lkj_xlsx.reader.events import MAIN
from lkj_xlsx.reader.stream import ended, local

GENERAL = "General"
_FORMATS, _STYLES = f"{{{MAIN}}}numFmts", f"{{{MAIN}}}cellXfs"
_MOST = 65_490  # styles a workbook can have; more of them are another way to fill a computer
_LONGEST = 255  # characters of a format
_USUAL = {0: GENERAL, 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 49: "@"}  # ECMA-376 18.8.30
_CLOCK = frozenset("dmhysDMHYS")  # a format without any of these letters shows no date


def number_formats(source: IO[bytes]) -> tuple[str, ...]:
    """Formats in order of the cells' style numbers.

    A sheet that is no XML raises: without formats 0.83 could not be told from 83 %.
    """
    own: dict[str, str] = {}
    cells: list[str] = []  # number format ids
    for node in ended(source, (_FORMATS, _STYLES)):
        if node.tag == _FORMATS:
            formats = list(islice(_children(node, "numFmt"), _MOST))
            own.update((each.get("numFmtId", ""), (each.get("formatCode") or GENERAL)[:_LONGEST]) for each in formats)
        elif node.tag == _STYLES:
            cells += [style.get("numFmtId") or "0" for style in islice(_children(node, "xf"), _MOST)]
    return tuple(own.get(number) or _builtin(number) for number in cells)


def _children(node: Element, name: str) -> Iterator[Element]:
    """The children of a name. Of one that is written in several ways for several programs, the way for all counts."""
    for child in node:
        if local(child) == name:
            yield child
        elif local(child) == "AlternateContent" and len(child):
            ways = {local(way): way for way in reversed(child)}
            yield from (each for each in ways.get("Fallback", child[0]) if local(each) == name)


def _builtin(number: str) -> str:
    if not number.isdecimal() or len(number) > 3:
        return GENERAL
    usual = _USUAL.get(int(number))
    if usual is not None:
        return usual
    from openpyxl.styles.numbers import BUILTIN_FORMATS  # loaded only for the rare ones: it takes a tenth of a second

    return str(BUILTIN_FORMATS.get(int(number), GENERAL))


@lru_cache(maxsize=1024)
def clock(number_format: str) -> str:
    """What a format shows of a number: "date" (a day or a time), "span" (hours gone by), "" for neither."""
    if _CLOCK.isdisjoint(number_format):
        return ""
    from openpyxl.styles.numbers import is_date_format, is_timedelta_format

    if not is_date_format(number_format):
        return ""
    return "span" if is_timedelta_format(number_format) else "date"
