"""How the finished workbook looks: number formats, marks, colours. Nothing is told by colour alone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from lkj_xlsx.model.finding import Level
from lkj_xlsx.model.report import Report

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook

FONT, SIZE = "Calibri", 10
INK, LINE, HEAD, BAND, LINK = "#1F2937", "#808080", "#DCE6F1", "#F2F2F2", "#0563C1"
INPUT = "#FFFBE6"  # to be filled by a person
MARKS = {Level.GALAT: "‼", Level.BEDA: "≠", Level.PERIKSA: "?", Level.CATATAN: "•"}
LEVEL_FILL = {Level.GALAT: "#FFC7CE", Level.BEDA: "#FFE699", Level.PERIKSA: "#BDD7EE", Level.CATATAN: "#E7E6E6"}
LEVEL_INK = {Level.GALAT: "#9C0006", Level.BEDA: "#7F6000", Level.PERIKSA: "#1F4E78", Level.CATATAN: "#404040"}
PREDIKAT_MARKS = ("▲", "△", "◆", "▽", "▼")
PREDIKAT_FILL = ("#C6E0B4", "#E2EFDA", "#FFF2CC", "#FCE4D6", "#F8CBAD")
PREDIKAT_WORDS = (  # used where the report prints no scale
    ("sangat tinggi", "sangat baik"),
    ("tinggi", "baik"),
    ("sedang", "cukup"),
    ("rendah", "kurang"),
    ("sangat rendah", "sangat kurang"),
)


class Styles:
    """Formats of one workbook, each made once."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, Any], ...], Format] = {}

    def get(self, **properties: Any) -> Format:
        """The format with these xlsxwriter properties on top of the workbook's own font."""
        wanted = {"font_name": FONT, "font_size": SIZE, "font_color": INK, "valign": "vcenter", **properties}
        key = tuple(sorted(wanted.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format(wanted)
        return self._made[key]


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


def flag(level: Level) -> dict[str, Any]:
    """How a heading looks that a finding speaks of."""
    return {"bg_color": LEVEL_FILL[level], "font_color": LEVEL_INK[level], "num_format": text_code(MARKS[level])}


def literal(text: str) -> str:
    """Text inside a number format."""
    cleaned = text.replace('"', "'")
    return f'"{cleaned}"' if cleaned else ""


def level_words(levels: Iterable[Level]) -> str:
    """The legend of the marks in use, the worst first: `‼ galat · ≠ beda`."""
    return " · ".join(f"{MARKS[level]} {level.word}" for level in sorted(set(levels), reverse=True))


def predikat_places(report: Report) -> dict[str, int]:
    """The place of each predikat from the best (0) to the worst (4), by the printed scale or the usual words."""
    for table in report.tables:
        words = [row.items["kriteria"].value for row in table.rows if "kriteria" in row.items]
        if len(words) > 1:
            last = len(PREDIKAT_MARKS) - 1
            return {
                str(word).strip().casefold(): round(place * last / (len(words) - 1)) for place, word in enumerate(words)
            }
    return {word: place for place, words in enumerate(PREDIKAT_WORDS) for word in words}
