"""Numbers as people in Indonesian offices type them: the only parser of numeric text.

Strict on purpose: a spelling accepted without a remark has exactly one meaning.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from lkj_xlsx.model.number import Missing, Reason

_DIGITS = re.compile(r"[0-9]+(?:[.,][0-9]+)*")  # those of other scripts are letters to a spreadsheet program
_RUPIAH = re.compile(r"^rp\.?\s*", re.IGNORECASE)
_DASH_CENTS = re.compile(r",\s*-+$|\.-$|,--$")
_DASHES = "-–—‐‑−"
_NOTHING = {"n/a", "na", "n.a", "n.a.", "t/a", "tidak ada", "nihil"}
_LETTER = re.compile(r"^(?!rp\b)(?P<letter>[A-Za-z]{1,4})\s*\((?P<score>[^()]+)\)$", re.IGNORECASE)
_COUNT = re.compile(r"^(?P<main>.+?)\s*\((?P<count>[\d.,]+)\s*(?P<unit>%|[A-Za-z][\w/., ²³]*)\)$")
_RANGE = re.compile(
    r"^(?P<low>[-–]?\s*(?:rp\.?\s*)?[\d.,]+)\s*(?P<p1>%)?\s*(?:-|–|—|s\.?\s?/?\s?d\.?|sampai(?: dengan)?|hingga)\s*"
    r"(?P<high>(?:rp\.?\s*)?[\d.,]+)\s*(?P<rest>.*)$",
    re.IGNORECASE,
)
_RATIO = re.compile(r"^1\s*(?::|banding)\s*(?P<second>[\d.,]+)\s*(?P<rest>[A-Za-z/ ]*)$", re.IGNORECASE)
_UNIT = re.compile(r"[A-Za-z][A-Za-z/. ]*[23²³]?")
_RATE = re.compile(  # `per 100.000 kelahiran hidup`, `kasus/1.000 penduduk`
    r"(?:[A-Za-z]+ ?)?\(?(?:per(?=[ \d])|/)\s*"
    r"(?:100|1\.?000|10\.?000|100\.?000|1\.?000\.?000)\s+[A-Za-z][A-Za-z/. ]*\)?",
    re.IGNORECASE,
)
_MULTIPLE = re.compile(r"(ribu|rb|ratus|juta|jt|mili?ar|milyar|triliun|trilyun)\b", re.IGNORECASE)
_LONGEST = 40  # digits; more is no figure of a report

TANDA_BACA = "tanda baca"
TITIK_DESIMAL = "titik desimal"
AMBIGU = "ambigu"


@dataclass(frozen=True, slots=True)
class Spelling:
    """What a text says: the number, its typed decimals, and what else the cell holds.

    percent  a percent sign was written (the number is in percent: `83,72%` → 83.72)
    letter   a predikat (`BB (76,8)` → BB); `number` is then its score
    upper    the upper bound of a range (`6,5 - 7,5`)
    ratio    `1 : 3.100`; `number` is then the second figure, 3100
    count    a second quantity (`1,51 % (233 Unit)` → 233)
    unit     what the number is in beside a percent sign: `Rp`, a word, `per 100.000 kelahiran hidup`
    """

    number: Decimal | Missing
    places: int = 0
    percent: bool = False
    letter: str | None = None
    upper: Decimal | None = None
    count: Decimal | None = None
    unit: str = ""
    count_unit: str = ""
    ratio: bool = False
    remarks: tuple[str, ...] = ()


def marks(digits: str, whole: bool | None) -> tuple[Decimal, int, tuple[str, ...]] | None:
    """Dots and commas of an unsigned figure resolved: (value, decimals, remarks), None if malformed.

    `whole` tells the field's kind: True for rupiah, units and people (a lone dot groups thousands), False for
    percents and indices (a lone dot before three digits is in doubt), None where the kind is not known.
    """
    dots, commas = digits.count("."), digits.count(",")
    if len(digits) - dots - commas > _LONGEST:
        return None
    if not dots and not commas:
        return Decimal(digits), 0, ()
    if dots and commas:  # the last mark is the decimal one, the other must group by three
        if digits.rfind(",") > digits.rfind("."):
            return _split(digits, ",", ".", ())
        return _split(digits, ".", ",", (TITIK_DESIMAL,))
    mark = "." if dots else ","
    if digits.count(mark) > 1:
        return _split(digits, "", mark, () if mark == "." else (AMBIGU,))
    head, tail = digits.split(mark)
    if mark == ",":
        doubtful = bool(whole) and len(tail) == 3 and not head.startswith("0")
        return Decimal(f"{head}.{tail}"), len(tail), (AMBIGU,) if doubtful else ()
    if len(tail) == 3 and len(head) <= 3 and head != "0" and not head.startswith("0"):
        if whole:
            return Decimal(head + tail), 0, ()
        return Decimal(f"{head}.{tail}"), 3, (AMBIGU,)
    return Decimal(f"{head}.{tail}"), len(tail), (TITIK_DESIMAL,)


def _split(
    digits: str, decimal: str, group: str, remarks: tuple[str, ...]
) -> tuple[Decimal, int, tuple[str, ...]] | None:
    head, _, tail = digits.rpartition(decimal) if decimal else (digits, "", "")
    groups = head.split(group)
    grouped = all(len(part) == 3 for part in groups[1:]) and 1 <= len(groups[0]) <= 3
    if not grouped or (decimal and (decimal in head or not tail.isdigit())):
        return None
    return Decimal("".join(groups) + (f".{tail}" if tail else "")), len(tail), remarks


def says_nothing(text: str) -> bool:
    """Whether a text says that there is nothing (`-`, `n/a`): neither a blank nor a figure or a word."""
    clean = " ".join(text.replace("\u00a0", " ").split())
    return bool(clean) and (all(mark in _DASHES for mark in clean) or clean.casefold() in _NOTHING)


def spell(text: str, whole: bool | None = None) -> Spelling:
    """Read one cell's text.

    Errors are values: a text without a number gives `Missing` with the reason (blank, `-`, `n/a`, unreadable).
    """
    clean = " ".join(text.replace("\u00a0", " ").split())
    if not clean:
        return Spelling(Missing(Reason.KOSONG))
    if all(mark in _DASHES for mark in clean):
        return Spelling(Missing(Reason.STRIP))
    if clean.casefold() in _NOTHING:
        return Spelling(Missing(Reason.TIDAK_ADA))
    return _letter(clean) or _ratio(clean) or _counted(clean, whole) or _ranged(clean, whole) or _single(clean, whole)


def _letter(text: str) -> Spelling | None:
    match = _LETTER.match(text)
    if match is None:
        return None
    score = _single(match["score"].strip(), False)
    if isinstance(score.number, Missing):
        return None
    return Spelling(score.number, score.places, letter=match["letter"].upper(), remarks=score.remarks)


def _ratio(text: str) -> Spelling | None:
    match = _RATIO.match(text)
    if match is None:
        return None
    second = _single(f"{match['second']} {match['rest']}".strip(), True)  # people, things: `1 : 2.500` is never 2,5
    return None if isinstance(second.number, Missing) else replace(second, unit="", ratio=True)


def _counted(text: str, whole: bool | None) -> Spelling | None:
    match = _COUNT.match(text)
    if match is None:
        return None
    main, count = _single(match["main"], whole), _single(match["count"], True)
    if isinstance(main.number, Missing) or isinstance(count.number, Missing):
        return None
    return Spelling(
        main.number,
        main.places,
        main.percent,
        count=count.number,
        unit=main.unit,
        count_unit=match["unit"].strip(),
        remarks=main.remarks + count.remarks,
    )


def _ranged(text: str, whole: bool | None) -> Spelling | None:
    match = _RANGE.match(text)
    if match is None:
        return None
    low = _single(match["low"], whole)
    high = _single((match["high"] + " " + match["rest"]).strip(), whole)
    if isinstance(low.number, Missing) or isinstance(high.number, Missing) or high.number < low.number:
        return None
    return Spelling(
        low.number,
        max(low.places, high.places),
        high.percent or bool(match["p1"]),
        upper=high.number,
        unit=high.unit or low.unit,
        remarks=low.remarks + high.remarks,
    )


def _single(text: str, whole: bool | None) -> Spelling:
    unreadable = Spelling(Missing(Reason.TAK_TERBACA, text))
    body = _RUPIAH.sub("", text.strip())
    rupiah = body != text.strip()
    whole = True if rupiah else whole
    body = _DASH_CENTS.sub("", body)
    negative = bracketed = body.startswith("(") and body.endswith(")")
    if bracketed:
        body = body[1:-1].strip()
    elif body and body[0] in _DASHES:
        negative, body = True, body[1:].strip()
    elif body.startswith("+"):
        body = body[1:].strip()
    match = _DIGITS.match(body)
    if match is None:
        return unreadable
    resolved = marks(match[0], whole)
    if resolved is None:
        return unreadable
    number, places, remarks = resolved
    if body[match.end() :][:1].isalpha():  # `98,1o`: a slip of the finger, not a unit
        return unreadable
    rest = body[match.end() :].strip()
    if rest[:1] in {",", "."} and rest[1:].strip() in {"", "%"}:  # `3,50, %`
        remarks, rest = (*remarks, TANDA_BACA), rest[1:].strip()
    percent = rest.startswith("%") or rest.casefold() in {"persen", "percent"}
    tail = rest[1:].strip() if rest.startswith("%") else ("" if percent else rest)
    if tail and not (_UNIT.fullmatch(tail) or _RATE.fullmatch(tail)):
        return unreadable
    if _MULTIPLE.match(tail) or (tail and bracketed):  # `2,5 miliar` is not 2,5; `(233 Unit)` is hardly −233 Unit
        return unreadable
    unit = "Rp" if rupiah else tail
    return Spelling(-number if negative else number, places, percent, unit=unit, remarks=remarks)
