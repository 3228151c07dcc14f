"""From what a cell holds to what it means under its field's kind."""

from __future__ import annotations

import re
from datetime import date, time, timedelta
from decimal import Decimal

from lkj_xlsx.model.cell import Cell, Origin, Value
from lkj_xlsx.model.held import Held
from lkj_xlsx.model.number import Missing, Reason, decimal_of, plain, round_half_up, show, typed_places
from lkj_xlsx.model.spelling import Spelling, spell
from lkj_xlsx.reader import dates
from lkj_xlsx.reader.formats import shape
from lkj_xlsx.spec import remarks
from lkj_xlsx.spec.field import Kind
from lkj_xlsx.spec.letters import LETTERS, OPINIONS
from lkj_xlsx.spec.same_units import UnitGap, unit_gap
from lkj_xlsx.spec.units import counts, graded

_LETTERS = frozenset((*LETTERS, *OPINIONS, "E"))  # E: a category of other evaluations
_CAPITALS = re.compile(r"[A-Z]{1,4}")
_YEARS = range(1900, 2201)
_NUMBERS, _MOMENTS = (int, float), (date, time, timedelta)
_LARGEST = 25  # digits before and after the mark: beyond them a figure is a slip, and arithmetic has its end
TINY, HUGE = 1e-24, 1e24  # figures well within what can be read
_FILLED = (Origin.KETIKAN, Origin.RUMUS)
_WORDS = frozenset((Kind.TEKS, Kind.KODE, Kind.TABEL, Kind.PILIHAN, Kind.PREDIKAT, Kind.INTERVAL))
_AMOUNTS = frozenset((Kind.RUPIAH, Kind.JUMLAH, Kind.PERSEN, Kind.RASIO, Kind.NILAI))
_SINGLE = _AMOUNTS - {Kind.NILAI}  # one figure is due: no range, no ratio
_NOT_A_NUMBER = Missing(Reason.TAK_TERBACA)
_MOMENT = {
    "tanggal": (Reason.TANGGAL, remarks.TANGGAL),
    "jam": (Reason.JAM, remarks.JAM),
    "lama": (Reason.LAMA, remarks.LAMA),
}
_WHOLE = {Kind.RUPIAH: True, Kind.JUMLAH: True, Kind.TAHUN: True, Kind.PERSEN: False, Kind.RASIO: False}


def read(cell: Cell, kind: Kind, satuan: str = "") -> Value:
    """The meaning of a cell; what is odd about it becomes a remark, nothing raises.

    `satuan` is the unit of the row, which decides for `Kind.NILAI`.
    """
    raw, held = cell.raw, cell[1:]
    if text := word_in(held, kind):  # the usual cells first
        return Value(cell, _NOT_A_NUMBER, 0, text)
    if (figure := figure_in(held, kind)) is not None:
        return _number(cell, figure)
    if cell.blank or (isinstance(raw, str) and not raw.strip() and cell.origin is not Origin.TANPA_HASIL):
        return Value(cell if cell.blank else cell._replace(raw=None, origin=Origin.KOSONG))
    if cell.origin is Origin.GALAT:
        return Value(cell, Missing(Reason.SEL_GALAT, str(raw)), text=str(raw), remarks=(remarks.GALAT_SEL,))
    if cell.origin is Origin.TANPA_HASIL:
        return Value(cell, Missing(Reason.TANPA_HASIL), remarks=(remarks.TANPA_HASIL,))
    if kind is Kind.TANGGAL:
        return _day(cell)
    if isinstance(raw, bool):
        return _truth(cell, raw, kind)
    if isinstance(raw, _MOMENTS):
        return _date(cell, raw, kind)
    if isinstance(raw, _NUMBERS) and not _sane(decimal_of(raw)):
        return _unreadable(cell, _short(decimal_of(raw)))
    if kind.numeric:
        if isinstance(raw, _NUMBERS):
            value = _number(cell, _meant(raw, cell.number_format))
        else:
            value = _spelled(cell, str(raw), kind, satuan)
        return _year(value) if kind is Kind.TAHUN else value
    if isinstance(raw, _NUMBERS):
        return _label(cell, raw, kind)
    return Value(cell, _NOT_A_NUMBER, text=_clean(str(raw)))


def figure_in(held: Held, kind: Kind) -> Decimal | None:
    """The figure that `read` makes of a number where an amount is due; None where that is not plain."""
    raw, number_format, origin, _ = held
    if type(raw) not in _NUMBERS or kind not in _AMOUNTS or origin not in _FILLED:
        return None
    if raw and not TINY < abs(raw) < HUGE:  # type: ignore[arg-type]  # told by its type, which is faster
        return None
    return _meant(raw, number_format)  # type: ignore[arg-type]


def word_in(held: Held, kind: Kind) -> str:
    """The text that `read` makes of a typed text where a text is due; "" where that is not plain."""
    raw = held[0]
    return _clean(raw) if type(raw) is str and held[2] is Origin.KETIKAN and kind in _WORDS else ""


def _sane(number: Decimal) -> bool:
    return number.is_finite() and (not number or -_LARGEST <= number.adjusted() < _LARGEST)


def _short(number: Decimal) -> str:
    """A number out of all proportion, as a spreadsheet program shows it: `1,00E+308`."""
    if not number.is_finite():
        return "-∞" if number < 0 else "∞"
    return f"{number:.2E}".replace(".", ",")


def _unreadable(cell: Cell, text: str, why: str = remarks.TAK_TERBACA) -> Value:
    return Value(cell, Missing(Reason.TAK_TERBACA, text), text=text, remarks=(why,))


def _clean(text: str) -> str:
    if not text.isascii() or "\r" in text or "_x" in text:
        text = text.replace("_x000D_", "").replace("\r\n", "\n").replace("\u00a0", " ")
    return text.strip()


def _day(cell: Cell) -> Value:
    day = dates.iso(cell.raw)
    if day is not None:
        return Value(cell, _NOT_A_NUMBER, text=day)
    return Value(cell, _NOT_A_NUMBER, text=_clean(str(cell.raw)), remarks=(remarks.TAK_TERBACA,))


def _truth(cell: Cell, raw: bool, kind: Kind) -> Value:
    text = "TRUE" if raw else "FALSE"
    return Value(cell, Missing(Reason.TAK_TERBACA, text), text=text, remarks=(remarks.LOGIKA,) if kind.numeric else ())


def _date(cell: Cell, raw: date | time | timedelta, kind: Kind) -> Value:
    text = dates.shown(raw, cell.number_format)
    reason, remark = _MOMENT[dates.part_of(raw, cell.number_format)]
    if kind.numeric:
        return Value(cell, Missing(reason, text), text=text, remarks=(remark,))
    turned = kind in {Kind.KODE, Kind.TABEL, Kind.INTERVAL}  # `3.10` or `1/2` that the program took for a date
    return Value(cell, _NOT_A_NUMBER, text=text, remarks=(remark,) if turned else ())


def _meant(raw: int | float, number_format: str) -> Decimal:
    """The figure that is stored, percents in percent."""
    number = decimal_of(raw)
    if shape(number_format, number < 0).percent:
        number = decimal_of(plain(number.scaleb(2)))  # 0.1 is 10 %, not 1E+1 %
    return number


def _number(cell: Cell, number: Decimal) -> Value:
    form = shape(cell.number_format, number < 0)
    places = form.stated(number)
    text = show(number, places)
    if not form.grouped:
        text = text.replace(".", "")
    unit = "%" if form.percent else ""
    return Value(cell, number, places, text + unit, unit=unit)


def _spelled(cell: Cell, raw: str, kind: Kind, satuan: str) -> Value:
    text = _clean(raw)
    if kind is Kind.NILAI:
        word = _grade(text, satuan)
        if word:
            return Value(cell, Missing(Reason.TANPA_SKOR, text), text=text, letter=word)
    spelling = spell(text, _WHOLE.get(kind, counts(satuan)))
    figures = (spelling.number, spelling.upper, spelling.count)
    if spelling.places > _LARGEST or not all(_sane(each) for each in figures if isinstance(each, Decimal)):
        return _unreadable(cell, text)
    if kind in _SINGLE and (spelling.upper is not None or spelling.ratio):
        return _unreadable(cell, text, remarks.TAK_TERBACA if spelling.ratio else remarks.RENTANG)
    odd = spelling.remarks
    if isinstance(spelling.number, Missing) and spelling.number.reason is Reason.TAK_TERBACA:
        odd = (*odd, remarks.TAK_TERBACA)
    if isinstance(spelling.count, Decimal) and _turned(spelling, satuan):
        unit = "%" if spelling.percent else spelling.unit
        first = Value(cell, spelling.count, typed_places(spelling.count), text, unit=spelling.count_unit, remarks=odd)
        return first._replace(second=spelling.number if isinstance(spelling.number, Decimal) else None, other=unit)
    said = (spelling.number, spelling.places, text, spelling.letter, spelling.upper, spelling.count, odd)
    unit = "%" if spelling.percent else spelling.unit
    return Value(cell, *said, unit, spelling.count_unit, spelling.ratio)


def _turned(spelling: Spelling, satuan: str) -> bool:
    """Whether the figure in the row's unit is the one in brackets: `35,6 km (2,31 %)`, of an indicator in percent."""
    unit = "%" if spelling.percent else spelling.unit
    main, bracketed = unit_gap(unit, satuan), unit_gap(spelling.count_unit, satuan)
    return bool(unit) and main is not UnitGap.NONE and bracketed is UnitGap.NONE


def _grade(text: str, satuan: str) -> str:
    """A predikat that stands alone: `BB`, `WTP`, or any word where the unit says that words are due."""
    if text.upper() in _LETTERS or _CAPITALS.fullmatch(text):
        return text.upper()
    wordy = graded(satuan) and text[:1].isalpha() and not any(mark.isdigit() for mark in text)
    return text if wordy else ""


def _year(value: Value) -> Value:
    number = value.known
    if number is None:
        return value
    if number != number.to_integral_value() or int(number) not in _YEARS:
        text = value.text
        return value._replace(number=Missing(Reason.TAK_TERBACA, text), remarks=(remarks.TAK_TERBACA,))
    return value._replace(number=Decimal(int(number)), places=0, text=str(int(number)), remarks=())


def _label(cell: Cell, raw: int | float, kind: Kind) -> Value:
    """A number where a word or a code is due: `1.1` typed as code stays `1.1`, `3.10` by its format `3.10`."""
    number = _meant(raw, cell.number_format)
    form = shape(cell.number_format, number < 0)
    if form.percent or kind is Kind.INTERVAL:
        return _number(cell, number)
    places = form.stated(number)
    if kind is Kind.TEKS and form.grouped:
        return Value(cell, _NOT_A_NUMBER, places, show(number, places))
    return Value(cell, _NOT_A_NUMBER, places, plain(round_half_up(number, places)))
