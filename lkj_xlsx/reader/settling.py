"""Figures that can be read two ways (`127.433`), settled by what else the book says of the same indicator.

The two readings are a thousand times apart. What settles one: the same fact elsewhere in a writing with one meaning,
or the size of the indicator's other figures of its unit. Where nothing settles it, all stay as they are, in doubt.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from lkj_xlsx.model.cell import Value, Where
from lkj_xlsx.model.fact import Indikator, Remark
from lkj_xlsx.model.number import half_unit
from lkj_xlsx.model.record import Record
from lkj_xlsx.reader.row_values import RowValues
from lkj_xlsx.spec import remarks
from lkj_xlsx.spec.field import Field, Kind, Template, plain_title

NEAR = Decimal(20)  # times: a reading so near another figure leaves the other one fifty times away, or more
DIGITS = 3  # behind the mark that groups or marks decimals


class UnitFigure(NamedTuple):
    """A figure in an indicator's unit: its row, its key and value, and what it states of which year."""

    record: Record
    key: str
    value: Value
    tells: tuple[object, ...]


def settled(
    records: Sequence[Record],
    noted: Iterable[Remark],
    template: Template,
    indikator: Mapping[str, Indikator],
    data: Mapping[str, Record],
) -> tuple[Remark, ...]:
    """The remarks that stay. Values of `records` that the book settles are replaced in place by what they mean."""
    noted = tuple(noted)
    doubtful = {remark.where for remark in noted if remark.kind == remarks.AMBIGU}
    if not doubtful:
        return noted
    figures = _by_indikator(records, template)
    right: dict[Where, Value] = {}
    for kode, own in figures.items():
        if any(each.value.where in doubtful for each in own):
            right |= _meant(own, _base_sizes(indikator.get(kode), data))
    for each in (each for own in figures.values() for each in own if each.value.where in right):
        if isinstance(each.record.values, RowValues):
            each.record.values.settle(each.key, right[each.value.where])
    told = (_told(remark, right) if remark.kind == remarks.AMBIGU else remark for remark in noted)
    return tuple(remark for remark in told if remark is not None)


def _by_indikator(records: Sequence[Record], template: Template) -> dict[str, list[UnitFigure]]:
    """By indicator, every figure in its unit."""
    fields = {sheet.key: {each.key: each for each in sheet.fields} for sheet in template.sheets}
    figures: dict[str, list[UnitFigure]] = {}
    for record in records if any(record.indikator for record in records) else ():
        for key in record.values if len(record.indikator) == 1 else ():
            field = fields[record.sheet].get(key.partition("@")[0])
            if field is not None and field.kind is Kind.NILAI:
                figure = UnitFigure(record, key, record.values[key], _tells(field, key))
                figures.setdefault(record.indikator[0], []).append(figure)
    return figures


def _tells(field: Field, key: str) -> tuple[object, ...]:
    return (field.ukuran, key.partition("@")[2] or field.tahun, field.sampai) if field.ukuran else (key,)


def _base_sizes(indikator: Indikator | None, data: Mapping[str, Record]) -> list[Decimal]:
    """Figures of the base data that the indicator counts, where it has their unit."""
    series = data.get(indikator.pembilang.upper()) if indikator is not None else None
    if indikator is None or series is None or plain_title(series.text("satuan")) != plain_title(indikator.satuan):
        return []
    return [v.known for key, v in series.values.items() if key.startswith("realisasi@") and v.known is not None]


def _meant(figures: Sequence[UnitFigure], sizes: list[Decimal]) -> dict[Where, Value]:
    """What the doubtful figures of one indicator mean, as far as its clear ones tell; what is settled is clear, too."""
    clear = [each for each in figures if each.value.known is not None and remarks.AMBIGU not in each.value.remarks]
    open_ = [each for each in figures if remarks.AMBIGU in each.value.remarks and each.value.places == DIGITS]
    right: dict[Where, Value] = {}
    while True:
        known = [*(each.value.known for each in clear if each.value.known is not None), *sizes]
        found = [(each, value) for each in open_ if (value := _read(each, clear, known)) is not None]
        if not found:
            return right
        for each, value in found:
            right[each.value.where] = value
            clear.append(each._replace(value=value))
        open_ = [each for each in open_ if each.value.where not in right]


def _read(figure: UnitFigure, clear: Sequence[UnitFigure], known: Sequence[Decimal]) -> Value | None:
    """The one reading that another statement of the fact makes, else the one of the size of the other figures."""
    readings = _readings(figure.value)
    same = [each.value for each in clear if each.tells == figure.tells]
    stated = [reading for reading in readings if any(_agree(reading, value) for value in same)]
    if len(stated) == 1:
        return stated[0]
    near = [reading for reading in readings if any(_near(reading, number) for number in known)]
    return near[0] if len(near) == 1 else None


def _readings(value: Value) -> tuple[Value, Value]:
    """As it was read, the mark before decimals, and with a mark that groups thousands."""
    number, upper = value.known or Decimal(0), value.upper
    dotted = "." in value.text
    rest = tuple(each for each in value.remarks if each != remarks.AMBIGU)
    decimal = value._replace(remarks=(*rest, remarks.TITIK_DESIMAL) if dotted else rest)
    big = None if upper is None else (upper * 1000 if upper * 1000 % 1 == 0 else upper)
    return decimal, value._replace(number=Decimal(int(number * 1000)), upper=big, places=0, remarks=rest)


def _agree(one: Value, other: Value) -> bool:
    """Whether two figures can be one, each rounded as it is written."""
    if one.known is None or other.known is None:
        return False
    return abs(one.known - other.known) <= max(half_unit(one.places), half_unit(other.places))


def _near(reading: Value, number: Decimal) -> bool:
    known = abs(reading.known or Decimal(0))
    return bool(known and number) and known / NEAR <= abs(number) <= known * NEAR


def _told(remark: Remark, right: Mapping[Where, Value]) -> Remark | None:
    """The remark on a doubtful figure: none where it groups thousands, the usual one where a dot marks decimals."""
    value = right.get(remark.where)
    if value is None:
        return remark
    return remark._replace(kind=remarks.TITIK_DESIMAL) if remarks.TITIK_DESIMAL in value.remarks else None
