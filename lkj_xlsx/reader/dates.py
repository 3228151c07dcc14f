"""Dates as people in Indonesia write them."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
_ISO = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})$", re.ASCII)
_NUMERIC = re.compile(r"^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$", re.ASCII)
_BESIDE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')  # literals, colours and locales in a number format
_TIME, _DAY = re.compile(r"[hs]"), re.compile(r"[dye]|mmm|^m+$")
_WORDS = re.compile(r"^(\d{1,2})\s+([A-Za-z]{3,9})\.?\s+(\d{4})$", re.ASCII)


def iso(raw: object) -> str | None:
    """The day in ISO writing, from a date cell or from text (`31/12/2024`, `31 Desember 2024`); None if neither."""
    if isinstance(raw, datetime):
        return raw.date().isoformat()
    if isinstance(raw, date):
        return raw.isoformat()
    if not isinstance(raw, str):
        return None
    text = " ".join(raw.split())
    if match := _ISO.match(text):
        year, month, day = (int(part) for part in match.groups())
    elif match := _NUMERIC.match(text):
        day, month, year = (int(part) for part in match.groups())
    elif match := _WORDS.match(text):
        day, month, year = int(match[1]), _month(match[2]), int(match[3])
    else:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _month(word: str) -> int:
    """1 to 12, or 0 for a word that is no month; three letters are enough."""
    names = [n for n, name in enumerate(MONTHS, 1) if name.casefold().startswith(word.casefold())]
    return names[0] if len(names) == 1 else 0


def part_of(raw: date | time | timedelta, number_format: str = "") -> str:
    """What is shown: "lama" (hours gone by, as under `[h]:mm`), "jam" (a time and no day) or "tanggal"."""
    if isinstance(raw, timedelta):
        return "lama"
    if isinstance(raw, time):
        return "jam"
    marks = _BESIDE.sub("", number_format).casefold()
    return "jam" if isinstance(raw, datetime) and _TIME.search(marks) and not _DAY.search(marks) else "tanggal"


def shown(raw: date | time | timedelta, number_format: str = "") -> str:
    """A date or time for reading: `1 Agustus 2024`, or `Agustus 2024` where the format leaves the day out; `36:30` for
    a length of time, `13:30` for a time of day.
    """
    if isinstance(raw, timedelta):
        minutes, seconds = divmod(abs(round(raw.total_seconds())), 60)
        sign = "-" if raw < timedelta(0) else ""
        return f"{sign}{minutes // 60}:{minutes % 60:02}" + (f":{seconds:02}" if seconds else "")
    if isinstance(raw, time) or part_of(raw, number_format) == "jam":
        return f"{raw:%H:%M:%S}".removesuffix(":00")
    month = f"{MONTHS[raw.month - 1]} {raw.year}"
    dayless = bool(number_format) and "d" not in number_format.casefold()
    return month if dayless else f"{raw.day} {month}"
