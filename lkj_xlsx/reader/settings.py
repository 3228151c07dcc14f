"""The sheet Identitas dan Pengaturan: who reports, for which years, by which formulas."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from lkj_xlsx.model.cell import Cell, Value
from lkj_xlsx.model.fact import Remark, Settings
from lkj_xlsx.model.options import default, resolve
from lkj_xlsx.model.record import Record
from lkj_xlsx.model.values_by_key import MadeValues
from lkj_xlsx.reader.checks import Options, value_remarks
from lkj_xlsx.reader.row_values import chosen
from lkj_xlsx.reader.values import read
from lkj_xlsx.spec.field import Sheet, Years, period


@dataclass(frozen=True, slots=True)
class Identity:
    """The settings, the template version stated there ("" where none is), and what was odd."""

    settings: Settings
    version: str = ""
    remarks: tuple[Remark, ...] = ()

    @property
    def years(self) -> Years:
        return Years(self.settings.tahun, self.settings.awal, self.settings.akhir)

    def dated(self, tahun: int) -> Identity:
        """The same for another report year; a period that is not told is the usual one of that year."""
        settings = self.settings
        usual = period(tahun) if tahun else Years(0, 0, 0)
        dated = replace(settings, tahun=tahun, awal=settings.awal or usual.awal, akhir=settings.akhir or usual.akhir)
        return replace(self, settings=dated)


def no_settings(options: Options) -> Identity:
    """What holds where the sheet is missing: no years, the options at their defaults."""
    return Identity(Settings(options={key: default(group) for key, group in options.items()}))


def read_settings(title: str, row: int, cells: Mapping[str, Cell], sheet: Sheet, options: Options) -> Identity:
    """Settings from the answers by field key; a year that cannot be read is 0 and remarked."""
    values: dict[str, Value] = {}
    noted: list[Remark] = []
    for field in sheet.fields:
        if field.key in cells:
            value = chosen(read(cells[field.key], field.kind), field)
            values[field.key] = value
            noted.extend(value_remarks(value, field, field.header, "", options))
    record = Record(sheet.key, title, row, "", MadeValues(values))
    tahun = _year(record, "tahun")
    usual = period(tahun) if tahun else Years(0, 0, 0)
    settings = Settings(
        opd=record.text("opd"),
        kabupaten=record.text("kabupaten"),
        tahun=tahun,
        awal=_year(record, "awal") or usual.awal,
        akhir=_year(record, "akhir") or usual.akhir,
        options={key: option_code(record, key, options, sheet.has(key)) for key in options},
        record=record,
    )
    return Identity(settings, record.text("versi"), tuple(noted))


def option_code(record: Record, key: str, options: Options, asked: bool = True) -> str:
    """The code chosen in the record's field `key`; the default where it is blank, "" where the word is unknown."""
    group = options.get(key, ())
    text = record.text(key) if asked else ""
    return (resolve(text, group) or "") if text else default(group)


def _year(record: Record, key: str) -> int:
    known = record.known(key)
    return int(known) if known is not None else 0
