"""What every output says of a report as a whole: whether it may be attached, and what the levels mean."""

from __future__ import annotations

from pathlib import PurePath, PureWindowsPath

from lkj_xlsx.model.finding import Level
from lkj_xlsx.model.message import Message, say
from lkj_xlsx.model.report import Report

MEANINGS = {
    Level.GALAT: say("Tidak mungkin benar dengan pembulatan apa pun. Harus diperbaiki."),
    Level.BEDA: say("Dua angka untuk satu fakta, atau beda dasar pembulatan. Samakan."),
    Level.PERIKSA: say("Mungkin benar, tetapi tidak biasa. Pastikan."),
    Level.CATATAN: say("Soal penyajian."),
}
NOT_A_SCORE = say(
    "Ini hasil pemeriksaan hitungan dan kecocokan angka, bukan nilai atau predikat resmi evaluasi SAKIP, dan bukan "
    "pengganti reviu."
)


def readiness(report: Report) -> tuple[bool, Message]:
    """Whether the workbook may be attached, and the sentence that says so."""
    still_open, beda = report.open(Level.GALAT), report.open(Level.BEDA)
    if still_open:
        return False, say("BELUM SIAP dilampirkan: masih ada {n} temuan galat.", n=still_open)
    if beda:
        return True, say("SIAP dilampirkan: tidak ada temuan galat. Masih ada {n} temuan beda untuk disamakan.", n=beda)
    return True, say("SIAP dilampirkan: tidak ada temuan galat.")


def status(report: Report) -> str:
    """The readiness in a few words, for the top of every printed page."""
    still_open = report.open(Level.GALAT)
    return str(say("BELUM SIAP DILAMPIRKAN – {n} galat", n=still_open)) if still_open else "Siap dilampirkan"


def file_name(report: Report) -> str:
    """The examined file's name without its folders, whichever system wrote the path."""
    path = report.source.get("path", "")
    return PureWindowsPath(path).name if "\\" in path else PurePath(path).name
