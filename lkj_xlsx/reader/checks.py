"""What is remarked about a single value: odd spelling, a required cell left blank, a word outside its list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lkj_xlsx.model.cell import Origin, Value
from lkj_xlsx.model.declare import Variant
from lkj_xlsx.model.fact import Remark
from lkj_xlsx.model.held import Held
from lkj_xlsx.model.options import resolve
from lkj_xlsx.model.record import Record, year_key
from lkj_xlsx.reader.formats import shape
from lkj_xlsx.reader.values import HUGE, TINY
from lkj_xlsx.spec import remarks
from lkj_xlsx.spec.field import Field, Kind, Sheet

Options = Mapping[str, Sequence[Variant]]

_READ = frozenset((Kind.TANGGAL, Kind.TAHUN))  # kinds that remark on more than what cannot be read


def value_remarks(value: Value, field: Field, heading: str, tabel: str, options: Options) -> Iterator[Remark]:
    """Remarks about one cell; `heading` is its column's, for the sentence."""
    if value.blank:
        if field.required:
            yield Remark(remarks.WAJIB, value.where, heading, tabel)
        return
    for kind in value.remarks:
        yield Remark(kind, value.where, value.text or value.cell.formula or heading, tabel)
    if field.kind is Kind.PILIHAN and not value.remarks and not _listed(value.text, field, options):
        yield Remark(remarks.PILIHAN, value.where, value.text, tabel)


def plain(held: Held | None, field: Field) -> bool:
    """Whether nothing could be remarked about what a cell holds: told without reading it. In doubt it is not plain."""
    if held is None:
        return not field.required
    raw, _, origin, _ = held
    if origin is not Origin.KETIKAN and origin is not Origin.RUMUS:
        return False
    if field.choices or field.option or field.kind in _READ:
        return False
    if isinstance(raw, str):
        return not field.kind.numeric and not raw.isspace() and raw != ""
    return type(raw) in (int, float) and (not raw or TINY < abs(raw) < HUGE)  # type: ignore[arg-type]


def mixed_percents(records: Sequence[Record], sheet: Sheet) -> Iterator[Remark]:
    """Fractions without a percent format in a column where other cells have one: the number format is the witness."""
    for field in sheet.fields:
        if field.kind is not Kind.PERSEN or field.repeats:
            continue
        numbers = ((record, record.known(field.key)) for record in records)
        small = [record for record, number in numbers if number is not None and 0 < abs(number) <= 1]
        if not small or not any(_percent(record.get(field.key)) for record in records):
            continue
        for record in small:
            value = record.get(field.key)
            if not _percent(value) and value.where.row == record.row:
                yield Remark(remarks.PERSEN_CAMPUR, value.where, value.text, record.tabel)


def heading_of(field: Field, key: str, heads: Mapping[str, str]) -> str:
    """The heading printed over a column, by its key."""
    return heads.get(key) or heads.get(year_key(field.key, 0)) or field.header


def _listed(text: str, field: Field, options: Options) -> bool:
    if field.option:
        group = options.get(field.option, ())
        return not group or resolve(text, group) is not None
    return not field.choices or text in field.choices


def _percent(value: Value) -> bool:
    number = isinstance(value.cell.raw, int | float) and value.cell.origin is not Origin.GALAT
    return shape(value.cell.number_format).percent if number else value.text.endswith("%")
