"""The one door for numbers: decimals from cells, stated places, intervals, rounding, absence.

A judged figure is always a `Decimal`. A float cell enters through its 15 significant digits,
which is what a spreadsheet program stores and shows; binary arithmetic never touches it.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, Context, Decimal, localcontext
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from lkj_xlsx.model.message import Message, say

LONGEST_TOLD = 60  # signs of a content that a sentence repeats
PRECISION = 60  # digits kept while computing: far more than any report states
_WIDE = Context(prec=PRECISION, rounding=ROUND_HALF_UP)  # kept: making one costs more than using it


class Reason(StrEnum):
    """Why there is no number. Blank, `-`, `n/a` and "cannot be computed" are different things."""

    KOSONG = "kosong"
    STRIP = "strip"
    TIDAK_ADA = "n/a"
    SEL_GALAT = "sel berisi galat"
    TANPA_HASIL = "rumus tanpa hasil tersimpan"
    TAK_TERBACA = "tidak terbaca sebagai angka"
    TANGGAL = "berisi tanggal"
    JAM = "berisi jam"
    LAMA = "berisi lama waktu"
    TANPA_KOLOM = "kolomnya tidak ada"
    MASUKAN = "masukan tidak ada"
    PEMBAGI_NOL = "pembagi nol"
    PEMBAGI_NEGATIF = "pembagi negatif"
    BEDA_SKALA = "skala masukannya berbeda"
    RUMUS_BELUM_DIPILIH = "rumus belum dipilih"
    TANPA_SKALA = "skala nilai belum ada"
    TANPA_SKOR = "predikat tanpa skor"


_SAID_CLOSER = frozenset({Reason.TANPA_SKALA})


@dataclass(frozen=True, slots=True)
class Missing:
    """The absence of a number, with its reason; never turned into 0."""

    reason: Reason
    detail: str = ""

    def __str__(self) -> str:
        return str(self.words)

    @property
    def words(self) -> Message:
        """The reason with its detail, for every language; the detail alone where it says the same more closely."""
        if self.detail and self.reason in _SAID_CLOSER:
            return self.detail if isinstance(self.detail, Message) else say("{0}", self.detail)
        reason = say(self.reason.value)
        return say("{0}: {1}", reason, brief(self.detail)) if self.detail else reason


class Interval(NamedTuple):
    """A closed range of decimals, `low <= high`, both ends included."""

    low: Decimal
    high: Decimal

    def holds(self, x: Decimal) -> bool:
        return self.low <= x <= self.high

    def meets(self, other: Interval) -> bool:
        return self.low <= other.high and other.low <= self.high

    def meet(self, other: Interval) -> Interval | None:
        """The common part, or None where there is none."""
        if not self.meets(other):
            return None
        return Interval(max(self.low, other.low), min(self.high, other.high))

    def share(self, other: Interval) -> Interval | None:
        """What two statements of one fact have in common: more than an end, for no number rounds to both beside it."""
        common = self.meet(other)
        if common is None or (common.low == common.high and self.low != self.high and other.low != other.high):
            return None
        return common

    @classmethod
    def point(cls, x: Decimal) -> Interval:
        return cls(x, x)


def brief(text: str) -> str:
    """A content short enough for a sentence."""
    return text if len(text) <= LONGEST_TOLD or isinstance(text, Message) else f"{text[: LONGEST_TOLD - 1]}…"


_MARKS = str.maketrans(",.", ".,")


@lru_cache(maxsize=64)
def unit(places: int) -> Decimal:
    """One unit of the last of `places` decimals (2 → 0.01)."""
    return Decimal(1).scaleb(-places)


@lru_cache(maxsize=64)
def half_unit(places: int) -> Decimal:
    return unit(places) / 2


def _digits(x: Decimal, places: int) -> int:
    """Digits that hold `x` with `places` decimals, however large it is."""
    return max(PRECISION, x.adjusted() + places + 2)


def stated(x: Decimal, places: int) -> Interval:
    """What a figure written with `places` decimals stands for: ± half a unit of its last place."""
    half = half_unit(places)
    if x.adjusted() + places + 3 <= PRECISION:
        return Interval(_WIDE.subtract(x, half), _WIDE.add(x, half))
    with localcontext() as context:
        context.prec = _digits(x, places + 1)
        return Interval(x - half, x + half)


def decimal_of(raw: float | int | str | Decimal) -> Decimal:
    """The decimal a cell shows: a float through its 15 significant digits, never bit by bit."""
    if isinstance(raw, Decimal):
        return raw
    if isinstance(raw, int):
        return Decimal(raw)
    if isinstance(raw, str):
        return Decimal(raw)
    return Decimal(f"{raw:.15g}")


def places_of(x: Decimal) -> int:
    """Decimals needed to write `x` (83.70 → 1, 1E+3 → 0)."""
    exponent = x.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def typed_places(x: Decimal) -> int:
    """Decimals that `x` was written with (83.70 → 2)."""
    exponent = x.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def round_half_up(x: Decimal, places: int) -> Decimal:
    """Rounded once, half away from zero, as people in an office do."""
    if x.adjusted() + places + 2 <= PRECISION:
        return _WIDE.quantize(x, unit(places))
    with localcontext() as context:
        context.prec = _digits(x, places)
        return x.quantize(unit(places), rounding=ROUND_HALF_UP)


def cut(x: Decimal, places: int) -> Decimal:
    """Cut off after `places` decimals instead of rounded."""
    with localcontext() as context:
        context.prec = _digits(x, places)
        return x.quantize(unit(places), rounding=ROUND_DOWN)


def show(x: Decimal, places: int | None = None) -> str:
    """Indonesian writing, rounded half up: 1234.5 with 2 places → `1.234,50`."""
    if places is None:
        places = places_of(x)
    rounded = round_half_up(x, places)
    text = f"{rounded if rounded else rounded.copy_abs():,f}"  # -0.001 is shown as 0,00
    return text.translate(_MARKS)


def plain(x: Decimal) -> str:
    """Machine writing with a decimal point and no exponent: the form used in JSON."""
    return f"{x:f}"
