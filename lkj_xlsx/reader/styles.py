"""Number formats by style number: the only part of the style sheet that carries meaning here.

Read directly, because a style that cannot be drawn is no reason to refuse the figures.
"""

from __future__ import annotations

from xml.etree.ElementTree import ParseError, fromstring

from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format, is_timedelta_format
from openpyxl.xml.constants import SHEET_MAIN_NS

GENERAL = "General"


def number_formats(xml: bytes | None) -> tuple[str, ...]:
    """Formats in order of the cells' style numbers; empty where the workbook has no style sheet."""
    if xml is None:
        return ()
    try:
        root = fromstring(xml)
    except ParseError:
        return ()
    own = {
        node.get("numFmtId", ""): node.get("formatCode") or GENERAL
        for node in root.iterfind(f"{{{SHEET_MAIN_NS}}}numFmts/{{{SHEET_MAIN_NS}}}numFmt")
    }
    found = []
    for node in root.iterfind(f"{{{SHEET_MAIN_NS}}}cellXfs/{{{SHEET_MAIN_NS}}}xf"):
        number = node.get("numFmtId") or "0"
        builtin = BUILTIN_FORMATS.get(int(number), GENERAL) if number.isdigit() else GENERAL
        found.append(own.get(number, builtin))
    return tuple(found)


def dates(formats: tuple[str, ...]) -> tuple[frozenset[int], frozenset[int]]:
    """Style numbers that show dates or times, and those among them that show a span of time."""
    return (
        frozenset(i for i, text in enumerate(formats) if is_date_format(text)),
        frozenset(i for i, text in enumerate(formats) if is_timedelta_format(text)),
    )
