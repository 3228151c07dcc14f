"""Facts: each figure as a statement about a subject, a measure and a year, so that repeated ones meet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from lkj_xlsx.model.cell import Value
from lkj_xlsx.model.record import Fact, Record
from lkj_xlsx.model.spelling import says_nothing
from lkj_xlsx.model.statements import Statements
from lkj_xlsx.spec.field import Field, Kind, Tahun, Template, Years, plain_title

Holds = Callable[[Value, Field], bool]
_NAMES = {"program_pendukung": "program", "realisasi_anggaran": "uraian"}  # sheets whose rows are named, not coded


def facts(records: Iterable[Record], template: Template, years: Years) -> Statements:
    """Every filled figure of every record, once for each subject the record speaks of."""
    measured = {sheet.key: {each.key: each for each in sheet.fields if each.ukuran} for sheet in template.sheets}

    def states(record: Record, holds: Holds = _states) -> Iterator[Fact]:
        fields = measured[record.sheet]
        named = subjects(record) if fields else ()
        for key in record.values if named else ():
            field = fields.get(key.partition("@")[0])
            value = record.values[key] if field is not None else None
            if field is None or value is None or not holds(value, field):
                continue
            tahun = _year(record, field, key, years)
            for subjek in named:
                yield Fact(subjek, field.ukuran, tahun, value, record.tabel, record, key, field.sampai)

    known = {sheet: frozenset(each.ukuran for each in fields.values()) for sheet, fields in measured.items()}
    return Statements(records, states, known, partial(states, holds=_withholds))


def subjects(record: Record) -> tuple[str, ...]:
    """What a record speaks of: indicator codes, a data code, the plain name of a programme, else the printed name."""
    if record.closing is not None:
        return ()
    if record.sheet == "data_dasar":
        text = record.text("kode_data").upper() or plain_title(record.text("uraian"))
    elif record.sheet in _NAMES:
        text = plain_title(record.text(_NAMES[record.sheet]))
    elif record.indikator:
        return record.indikator
    else:
        text = plain_title(record.text("indikator") or record.text("uraian"))
    return (text,) if text else ()


def _states(value: Value, field: Field) -> bool:
    if field.kind is Kind.PREDIKAT:
        return not value.blank and bool(value.text) and not value.remarks
    return value.known is not None or value.letter is not None


def _withholds(value: Value, field: Field) -> bool:
    """Whether a sign stands where a figure is due."""
    return field.kind.numeric and says_nothing(value.text)


def _year(record: Record, field: Field, key: str, years: Years) -> int:
    """The year of a figure: of its column, else the one printed beside a first figure, else the field's."""
    column = key.partition("@")[2]
    if column:
        return int(column)
    if record.sheet == "nilai_akip" and field.tahun is Tahun.LALU:
        printed = record.known("tahun_awal")
        if printed is not None:
            return int(printed)
    return years.of(field.tahun)
