"""The marks of levels and predikat, the same in every output. Nothing is told by colour alone."""

from __future__ import annotations

from collections.abc import Iterable

from lkj_xlsx.model.finding import Level
from lkj_xlsx.model.report import Report

MARKS = {Level.GALAT: "‼", Level.BEDA: "≠", Level.PERIKSA: "?", Level.CATATAN: "•"}
PREDIKAT_MARKS = ("▲", "△", "◆", "▽", "▼")
PREDIKAT_WORDS = (  # used where the report prints no scale
    ("sangat tinggi", "sangat baik"),
    ("tinggi", "baik"),
    ("sedang", "cukup"),
    ("rendah", "kurang"),
    ("sangat rendah", "sangat kurang"),
)


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
