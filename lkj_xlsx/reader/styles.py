"""Number formats by style number: the only part of the style sheet that carries meaning here.

Read directly, because a style that cannot be drawn is no reason to refuse the figures.
"""

from __future__ import annotations

from typing import IO

from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format, is_timedelta_format
from openpyxl.xml.constants import SHEET_MAIN_NS

from lkj_xlsx.reader.stream import ended, local

GENERAL = "General"
_FORMATS, _STYLES = f"{{{SHEET_MAIN_NS}}}numFmts", f"{{{SHEET_MAIN_NS}}}cellXfs"
_MOST = 65_490  # styles a workbook can have; more of them are another way to fill a computer
_LONGEST = 255  # characters of a format


def number_formats(source: IO[bytes]) -> tuple[str, ...]:
    """Formats in order of the cells' style numbers.

    A sheet that is no XML raises: without formats 0.83 could not be told from 83 %.
    """
    own: dict[str, str] = {}
    cells: list[str] = []  # number format ids
    for node in ended(source, (_FORMATS, _STYLES)):
        if node.tag == _FORMATS:
            found = [each for each in node if local(each) == "numFmt"][:_MOST]
            own.update((each.get("numFmtId", ""), (each.get("formatCode") or GENERAL)[:_LONGEST]) for each in found)
        elif node.tag == _STYLES:
            cells += [style.get("numFmtId") or "0" for style in node if local(style) == "xf"][:_MOST]
    return tuple(own.get(number) or _builtin(number) for number in cells)


def _builtin(number: str) -> str:
    return BUILTIN_FORMATS.get(int(number), GENERAL) if number.isdecimal() and len(number) < 4 else GENERAL


def dates(formats: tuple[str, ...]) -> tuple[frozenset[int], frozenset[int]]:
    """Style numbers that show dates or times, and those among them that show a span of time."""
    known = set(formats)
    on_date = {text for text in known if is_date_format(text)}
    on_span = {text for text in known if is_timedelta_format(text)}
    return (
        frozenset(i for i, text in enumerate(formats) if text in on_date),
        frozenset(i for i, text in enumerate(formats) if text in on_span),
    )
