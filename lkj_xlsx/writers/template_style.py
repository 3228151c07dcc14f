"""Colours, formats and page set-up of the template: one place for its look."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from lkj_xlsx.spec.field import Kind, Role

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

Look = Mapping[str, Any]

PLAIN: Look = MappingProxyType({})
INK, MUTED, LINE = "#1F2937", "#5B6472", "#B8C1CC"
SHUT: Look = {"locked": True}
OPEN: Look = {"locked": False}  # may be typed into although the sheet is protected
EVERYWHERE: Look = OPEN  # what no look says otherwise about: a row with a locked cell anywhere could not be deleted
TITLE: Look = {**SHUT, "bold": True, "font_size": 16, "font_color": "#17365D", "valign": "vcenter"}
GUIDE: Look = {**SHUT, "italic": True, "font_size": 10, "font_color": MUTED, "valign": "vcenter"}
LEFT: Look = {"align": "left", "indent": 1}
BOX: Look = {**SHUT, "border": 1, "border_color": LINE, "font_color": INK, "text_wrap": True, "valign": "vcenter"}
HEAD: Look = {**BOX, "bold": True, "font_color": "#FFFFFF", "align": "center"}
NOTE: Look = {**BOX, **LEFT}
CENTRE: Look = {**BOX, "align": "center"}
REQUIRED: Look = {"bottom": 5, "bottom_color": "#C0392B"}
HEAD_FILL = {Role.LABEL: "#17365D", Role.MASUKAN: "#9C6A00", Role.HITUNGAN: "#5F7285"}
BODY_FILL = {Role.LABEL: "#FFFFFF", Role.MASUKAN: "#FFF8DC", Role.HITUNGAN: "#E8EEF4"}
TAB_FORM, TAB_LIST, TAB_FIGURES, TAB_ANGGARAN, TAB_GUIDE = "#9C6A00", "#17365D", "#2E75B6", "#548235", "#C0392B"

PRESET = {  # percents and indicator values stay General: a preset `0.00` would claim places nobody typed
    **dict.fromkeys((Kind.TEKS, Kind.KODE, Kind.TABEL, Kind.PILIHAN, Kind.PREDIKAT, Kind.INTERVAL), "@"),
    **dict.fromkeys((Kind.RUPIAH, Kind.JUMLAH), "#,##0"),
    Kind.TAHUN: "0",
    Kind.TANGGAL: "dd/mm/yyyy",
}
CENTRED = frozenset({Kind.TABEL, Kind.KODE, Kind.TAHUN, Kind.TANGGAL, Kind.PILIHAN, Kind.PREDIKAT, Kind.INTERVAL})

PROTECTION = {  # without a password: it guards labels from slips of the hand, not from their owner
    "format_cells": True,
    "format_columns": True,
    "format_rows": True,
    "insert_columns": True,
    "insert_rows": True,
    "insert_hyperlinks": True,
    "delete_rows": True,
    "sort": True,
    "autofilter": True,
}
_LETTER, _CAPITAL = 0.93, 1.25  # widths of letters beside a digit, a little more than they are
WIDE = 95  # characters that still fit an upright A4 sheet at a readable size
LAST_ROW = 1_048_575  # of the grid, counted from 0


class Styles:
    """The formats of one workbook, each made once."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, Any], ...], Format] = {}

    def get(self, *looks: Look) -> Format:
        """The format of all looks together; a later one wins."""
        merged: dict[str, Any] = {}
        for look in looks:
            merged |= look
        key = tuple(sorted(merged.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format(merged)
        return self._made[key]

    def header(self, role: Role, required: bool) -> Format:
        return self.get(HEAD, {"bg_color": HEAD_FILL[role]}, REQUIRED if required else {})

    def body(self, role: Role, kind: Kind, number_format: str = "", look: Look = PLAIN) -> Format:
        """A cell to be filled, with the kind's own number format unless another is given."""
        return self.get(BOX, OPEN, {"bg_color": BODY_FILL[role]}, layout(kind, number_format), look)


def layout(kind: Kind, number_format: str = "") -> Look:
    """Number format and alignment of a kind."""
    look: dict[str, Any] = {"num_format": number_format or PRESET.get(kind, "General")}
    if kind in CENTRED:
        look["align"] = "center"
    elif kind.numeric:
        look |= {"align": "right", "indent": 1}
    else:
        look |= LEFT
    return look


def lines(text: str, width: float) -> int:
    """Lines that a text takes when wrapped in a column of this width (a column's width is measured in digits)."""
    return sum(_wrapped(part.split(), width) for part in text.split("\n"))


def _wrapped(words: Sequence[str], width: float) -> int:
    count, used = 1, 0.0
    for word in words:
        long = sum(_CAPITAL if letter.isupper() else _LETTER for letter in word)
        if used and used + _LETTER + long > width:
            count, used = count + 1, 0.0
        used += long + (_LETTER if used else 0.0)
        while used > width:  # a word longer than the column is broken
            count, used = count + 1, used - width
    return count


def page(sheet: Worksheet, wide: bool, name: str) -> None:
    """A4, one page wide, the page number in the footer."""
    sheet.set_paper(9)
    if wide:
        sheet.set_landscape()
    else:
        sheet.set_portrait()
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    sheet.set_footer(f"&L&9{name}&C&9&A&R&9Halaman &P dari &N")
    sheet.hide_gridlines(2)
