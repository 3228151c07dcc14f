"""From what a cell holds to what it means under its field's kind."""

from __future__ import annotations

import re
from datetime import date, time, timedelta
from decimal import Decimal

from lkj_xlsx.model.cell import Cell, Origin, Value
from lkj_xlsx.model.number import Missing, Reason, decimal_of, plain, round_half_up, show, typed_places
from lkj_xlsx.model.spelling import Spelling, spell
from lkj_xlsx.reader import dates
from lkj_xlsx.reader.formats import Shape, shape
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
_LARGEST_INT = 10**_LARGEST
_WORDS = frozenset((Kind.TEKS, Kind.KODE, Kind.TABEL, Kind.PILIHAN, Kind.PREDIKAT, Kind.INTERVAL))
_AMOUNTS = frozenset((Kind.RUPIAH, Kind.JUMLAH, Kind.PERSEN, Kind.RASIO, Kind.NILAI))
_SINGLE = _AMOUNTS - {Kind.NILAI}  # one figure is due: no range, no ratio
_NOT_A_NUMBER = Missing(Reason.TAK_TERBACA)
_WHOLE = {Kind.RUPIAH: True, Kind.JUMLAH: True, Kind.TAHUN: True, Kind.PERSEN: False, Kind.RASIO: False}


def read(cell: Cell, kind: Kind, satuan: str = "") -> Value:
    """The meaning of a cell; what is odd about it becomes a remark, nothing raises.

    `satuan` is the unit of the row, which decides for `Kind.NILAI`.
    """
    raw = cell.raw
    if cell.origin is Origin.KETIKAN:  # the usual cells first: a text where a text is due, a whole number
        if type(raw) is str and kind in _WORDS and (text := _clean(raw)):
            return Value(cell, _NOT_A_NUMBER, 0, text)
        if type(raw) is int and kind in _AMOUNTS and -_LARGEST_INT < raw < _LARGEST_INT:
            return _whole(cell, raw)
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
        return _unreadable(cell, str(raw))
    if kind.numeric:
        value = _number(cell, raw) if isinstance(raw, _NUMBERS) else _spelled(cell, str(raw), kind, satuan)
        return _year(value) if kind is Kind.TAHUN else value
    if isinstance(raw, _NUMBERS):
        return _label(cell, raw, kind)
    return Value(cell, _NOT_A_NUMBER, text=_clean(str(raw)))


def _whole(cell: Cell, raw: int) -> Value:
    """What `_number` makes of a whole number."""
    form = shape(cell.number_format, raw < 0)
    if form.percent or form.places:
        return _number(cell, raw)
    return Value(cell, Decimal(raw), 0, f"{raw:,}".replace(",", ".") if form.grouped else str(raw))


def _sane(number: Decimal) -> bool:
    return number.is_finite() and (not number or -_LARGEST <= number.adjusted() < _LARGEST)


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
    if kind.numeric:
        return Value(cell, Missing(Reason.TANGGAL, text), text=text, remarks=(remarks.TANGGAL,))
    turned = kind in {Kind.KODE, Kind.TABEL, Kind.INTERVAL}  # `3.10` or `1/2` that the program took for a date
    return Value(cell, _NOT_A_NUMBER, text=text, remarks=(remarks.TANGGAL,) if turned else ())


def _shaped(cell: Cell, raw: int | float) -> tuple[Decimal, int, Shape]:
    """The figure (percents in percent), its stated places, and how the format shows it."""
    number = decimal_of(raw)
    form = shape(cell.number_format, number < 0)
    if form.percent:
        number = decimal_of(plain(number.scaleb(2)))  # 0.1 is 10 %, not 1E+1 %
    return number, form.stated(number), form


def _number(cell: Cell, raw: int | float) -> Value:
    number, places, form = _shaped(cell, raw)
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
    number, places, form = _shaped(cell, raw)
    if form.percent or kind is Kind.INTERVAL:
        return _number(cell, raw)._replace(number=number, places=places)
    if kind is Kind.TEKS and form.grouped:
        return Value(cell, _NOT_A_NUMBER, places, show(number, places))
    return Value(cell, _NOT_A_NUMBER, places, plain(round_half_up(number, places)))
