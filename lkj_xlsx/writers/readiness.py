"""What every output says of a report as a whole: whether it may be attached, and what the levels mean."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath, PureWindowsPath

from lkj_xlsx.model.finding import Level
from lkj_xlsx.model.message import Message, joined, say
from lkj_xlsx.model.report import NotChecked, Report
from lkj_xlsx.spec.field import plain_title

MEANINGS = {
    Level.GALAT: say("Tidak mungkin benar dengan pembulatan apa pun. Harus diperbaiki."),
    Level.BEDA: say("Dua angka untuk satu fakta, atau beda dasar pembulatan. Samakan."),
    Level.PERIKSA: say("Mungkin benar, tetapi tidak biasa. Pastikan."),
    Level.CATATAN: say("Soal penyajian."),
}
COUNTS = {
    Level.GALAT: say("{0} galat"),
    Level.BEDA: say("{0} beda"),
    Level.PERIKSA: say("{0} periksa"),
    Level.CATATAN: say("{0} catatan"),
}
STANDING = {Level.GALAT: say("{n} temuan galat"), Level.BEDA: say("{n} temuan beda")}  # in the way of attaching
NOT_A_SCORE = say(
    "Ini hasil pemeriksaan hitungan dan kecocokan angka, bukan nilai atau predikat resmi evaluasi SAKIP, dan bukan "
    "pengganti reviu."
)


class State(StrEnum):
    """Whether a report may be attached; the values stand in JSON as they are."""

    SIAP = "siap"
    BELUM_SIAP = "belum siap"  # a figure is wrong, or two say different things
    BELUM_LENGKAP = "belum lengkap"  # nothing is wrong, but something is not there or was not checked


@dataclass(frozen=True, slots=True)
class Readiness:
    """The state, the sentence that says so, what to do next, and what is missing, whatever the state."""

    state: State
    sentence: Message
    step: Message
    missing: tuple[NotChecked, ...] = ()

    @property
    def ready(self) -> bool:
        return self.state is State.SIAP


def readiness(report: Report) -> Readiness:
    """Whether the report may be attached: no galat and no beda is open, all that it needs is there and was checked."""
    missing = report.summary.missing
    lacking = say("{n} hal belum ada atau belum dapat diperiksa", n=len(missing))
    wrong = [say(words, n=count) for level, words in STANDING.items() if (count := report.open(level))]
    if wrong:
        sentence = say("BELUM SIAP dilampirkan: masih ada {jumlah}.", jumlah=joined(wrong, say(" dan ")))
        if missing:
            sentence = say("{0} Belum lengkap: {1}.", sentence, lacking)
        return Readiness(State.BELUM_SIAP, sentence, _mend(report), missing)
    if missing:
        step = say("Lengkapi yang tercantum pada Belum lengkap di berkas Anda, lalu periksa lagi.")
        return Readiness(State.BELUM_LENGKAP, say("BELUM LENGKAP: {0}.", lacking), step, missing)
    sentence = say("SIAP dilampirkan: tidak ada temuan galat atau beda, dan tidak ada yang kurang.")
    step = say("Tidak ada yang perlu diperbaiki. Buku kerja hasil siap dilampirkan.")
    if report.worst() is not None:
        step = say("Tidak ada angka yang salah. Baca dahulu yang bertanda PERIKSA dan CATATAN sebelum dilampirkan.")
    return Readiness(State.SIAP, sentence, step)


def _mend(report: Report) -> Message:
    if report.open(Level.GALAT):
        return say("Perbaiki yang bertanda GALAT di berkas Anda lebih dahulu, lalu periksa lagi.")
    return say("Samakan yang bertanda BEDA, atau catat alasannya di lembar Pengecualian, lalu periksa lagi.")


def status(report: Report) -> str:
    """The readiness in a few words, for the top of the pages that are not attached."""
    state = readiness(report).state
    if state is State.SIAP:
        return "Siap dilampirkan"
    if state is State.BELUM_LENGKAP:
        return str(say("BELUM LENGKAP – {n} hal", n=len(report.summary.missing)))
    listed = ", ".join(say(COUNTS[level], count) for level in STANDING if (count := report.open(level)))
    return str(say("BELUM SIAP DILAMPIRKAN – {n}", n=listed))


def office(report: Report) -> tuple[str, str]:
    """Who reports: the office and its region, the region left out ("") where the office's name holds it already."""
    opd, region = (" ".join(report.identity.get(key, "").split()) for key in ("opd", "kabupaten"))
    return (opd, "") if opd and plain_title(region) in plain_title(opd) else (opd, region)


def headline(report: Report) -> str:
    """Whose report it is and of which year, on one line."""
    return " ".join(part for part in (*office(report), report.identity.get("tahun", "").strip()) if part)


def file_name(report: Report) -> str:
    """The examined file's name without its folders, whichever system wrote the path."""
    path = report.source.get("path", "")
    return PureWindowsPath(path).name if "\\" in path else PurePath(path).name
