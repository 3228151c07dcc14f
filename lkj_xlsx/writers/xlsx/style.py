"""How workbooks look: colours, looks, number formats, and the formats made of them, each made once in a workbook."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from lkj_xlsx.model.finding import Level
from lkj_xlsx.spec.field import Kind, Role
from lkj_xlsx.writers.marks import MARKS

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook

Look = Mapping[str, Any]  # xlsxwriter's properties of a format

INK, MUTED = "#1F2937", "#5B6472"
LEFT: Look = {"align": "left", "indent": 1}

# Finished workbooks and the recap.
FONT: Look = {"font_name": "Calibri", "font_size": 10, "font_color": INK, "valign": "vcenter"}
LINE, HEAD_FILL, BAND_FILL, LINK_INK = "#808080", "#DCE6F1", "#F2F2F2", "#0563C1"
INPUT_FILL = "#FFFBE6"  # to be filled by a person
LEVEL_FILL = {Level.GALAT: "#FFC7CE", Level.BEDA: "#FFE699", Level.PERIKSA: "#BDD7EE", Level.CATATAN: "#E7E6E6"}
LEVEL_INK = {Level.GALAT: "#9C0006", Level.BEDA: "#7F6000", Level.PERIKSA: "#1F4E78", Level.CATATAN: "#404040"}
PREDIKAT_FILL = ("#C6E0B4", "#E2EFDA", "#FFF2CC", "#FCE4D6", "#F8CBAD")  # from the best to the worst
SHEET_TITLE: Look = {"bold": True, "font_size": 14}
SMALL: Look = {"font_size": 9}
LINKED: Look = {"font_color": LINK_INK, "underline": 1}
BORDERED: Look = {"border": 1, "border_color": LINE}
CELL: Look = {**BORDERED, **LEFT, "text_wrap": True}
HEADED: Look = {**BORDERED, "bold": True, "align": "center", "bg_color": HEAD_FILL}
CENTRED: Look = {"align": "center", "indent": 0}

# The template.
SHUT: Look = {"locked": True}
OPEN: Look = {"locked": False}  # may be typed into although the sheet is protected
EVERYWHERE: Look = OPEN  # what no look says otherwise about: a row with a locked cell anywhere could not be deleted
TITLE: Look = {**SHUT, "bold": True, "font_size": 16, "font_color": "#17365D", "valign": "vcenter"}
GUIDE: Look = {**SHUT, "italic": True, "font_size": 10, "font_color": MUTED, "valign": "vcenter"}
BOX: Look = {**SHUT, "border": 1, "border_color": "#B8C1CC", "font_color": INK, "text_wrap": True, "valign": "vcenter"}
BOX_HEAD: Look = {**BOX, "bold": True, "font_color": "#FFFFFF", "align": "center"}
NOTE: Look = {**BOX, **LEFT}
BOX_CENTRE: Look = {**BOX, "align": "center"}
REQUIRED: Look = {"bottom": 5, "bottom_color": "#C0392B"}
ROLE_HEAD = {Role.LABEL: "#17365D", Role.MASUKAN: "#9C6A00", Role.HITUNGAN: "#5F7285"}
ROLE_BODY = {Role.LABEL: "#FFFFFF", Role.MASUKAN: "#FFF8DC", Role.HITUNGAN: "#E8EEF4"}
PRESET = {  # percents and indicator values stay General: a preset `0.00` would claim places nobody typed
    **dict.fromkeys((Kind.TEKS, Kind.KODE, Kind.TABEL, Kind.PILIHAN, Kind.PREDIKAT, Kind.INTERVAL), "@"),
    **dict.fromkeys((Kind.RUPIAH, Kind.JUMLAH), "#,##0"),
    Kind.TAHUN: "0",
    Kind.TANGGAL: "dd/mm/yyyy",
}
IN_THE_MIDDLE = frozenset({Kind.TABEL, Kind.KODE, Kind.TAHUN, Kind.TANGGAL, Kind.PILIHAN, Kind.PREDIKAT, Kind.INTERVAL})


class Styles:
    """The formats of one workbook, each made once; `base` is what every look stands on."""

    def __init__(self, book: Workbook, base: Look | None = None) -> None:
        self._book = book
        self._base = dict(base or {})
        self._formats: dict[tuple[tuple[str, Any], ...], Format] = {}

    def get(self, *looks: Look, **properties: Any) -> Format:
        """The format of all looks and properties together; a later one wins."""
        wanted = dict(self._base)
        for look in looks:
            wanted |= look
        wanted |= properties
        key = tuple(sorted(wanted.items()))
        if key not in self._formats:
            self._formats[key] = self._book.add_format(wanted)
        return self._formats[key]


def role_head(role: Role, required: bool = False) -> Look:
    """The heading of a column of the template."""
    return {**BOX_HEAD, "bg_color": ROLE_HEAD[role], **(REQUIRED if required else {})}


def role_body(role: Role, kind: Kind, number_format: str = "") -> Look:
    """A cell of the template to be filled, with the kind's own number format unless another is given."""
    return {**BOX, **OPEN, "bg_color": ROLE_BODY[role], **kind_look(kind, number_format)}


def kind_look(kind: Kind, number_format: str = "") -> Look:
    """Number format and alignment of a kind in the template."""
    code = {"num_format": number_format or PRESET.get(kind, "General")}
    if kind in IN_THE_MIDDLE:
        return {**code, "align": "center"}
    return {**code, "align": "right", "indent": 1} if kind.numeric else {**code, **LEFT}


def level_look(level: Level) -> Look:
    """The colours of a cell that a finding of this level speaks of."""
    return {"bg_color": LEVEL_FILL[level], "font_color": LEVEL_INK[level]}


def flag(level: Level) -> Look:
    """How a heading looks that a finding speaks of."""
    return {**level_look(level), "num_format": text_code(MARKS[level])}


def number_code(kind: str, places: int, unit: str = "", mark: str = "") -> str:
    """A number format in the file's own (US) convention: the reader's spreadsheet shows the marks of its country."""
    head = "0" if kind in ("persen", "rasio") else "#,##0"
    tail = "." + "0" * places if places else ""
    return head + tail + literal(f" {unit}" if unit else "") + literal(f" {mark}" if mark else "")


def spaced(code: str) -> str:
    """A number format with room for a bracket behind the figure; an indent is not drawn by every program."""
    return f"{code}_)"


def text_code(mark: str = "", before: str = "") -> str:
    """A format that shows text as it is, with marks around it that are no part of the content."""
    return literal(f"{before} " if before else "") + "@" + literal(f" {mark}" if mark else "")


def literal(text: str) -> str:
    """Text inside a number format."""
    cleaned = text.replace('"', "'")
    return f'"{cleaned}"' if cleaned else ""
