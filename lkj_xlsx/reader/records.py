"""Records of a sheet: its lines with their values checked and the indicators they speak of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from lkj_xlsx.model.cell import Value, Where
from lkj_xlsx.model.fact import Indikator, Remark
from lkj_xlsx.model.record import Record
from lkj_xlsx.reader.checks import Options, mixed_percents, plain, value_remarks
from lkj_xlsx.reader.grid import Grid
from lkj_xlsx.reader.header import Header
from lkj_xlsx.reader.names import Lookup
from lkj_xlsx.reader.repeated_tables import first_copies
from lkj_xlsx.reader.rows import FilledRow, lines
from lkj_xlsx.reader.settings import option_code
from lkj_xlsx.spec import closing, remarks
from lkj_xlsx.spec.field import Sheet, Years, plain_title

_PARTS = re.compile(r"[;,\n]+")


def codes(text: str) -> tuple[str, ...]:
    """The codes in a cell that may hold several, parted by `;`, `,` or a new line."""
    return tuple(part for piece in _PARTS.split(text) if (part := piece.strip()))


@dataclass(frozen=True, slots=True)
class Declared:
    """The declared indicators, for looking up what other sheets speak of."""

    names: Lookup = field(default_factory=lambda: Lookup(()))
    codes: Mapping[str, str] = field(default_factory=dict)
    satuan: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, declared: Iterable[Indikator]) -> Declared:
        declared = tuple(declared)
        return cls(
            Lookup((each.nama, each.kode) for each in declared),
            {each.kode.casefold(): each.kode for each in declared},
            {each.kode.casefold(): each.satuan for each in declared},
        )

    def named(self, text: str) -> bool:
        """Whether a text is the code or, letter for letter, the name of a declared indicator."""
        return plain_title(text) in self.names.names or bool(self.code(text))

    def code(self, text: str) -> str:
        """The declared code meant by one as typed (`1.1.`, `1,1`), "" where there is none."""
        plain = text.strip().rstrip(".").casefold()
        return self.codes.get(plain) or self.codes.get(plain.replace(",", ".")) or self.codes.get(text.casefold(), "")


@dataclass(frozen=True, slots=True)
class Filled:
    """The records of one sheet and what was odd about them."""

    records: tuple[Record, ...] = ()
    remarks: tuple[Remark, ...] = ()


def read_records(
    grid: Grid, sheet: Sheet, header: Header, years: Years, declared: Declared, options: Options
) -> Filled:
    """All records under the header. Nothing typed there raises."""
    fields = {key: sheet.field(key) for key in header.columns}
    headings = {key: each.heading(years, _year_of(key)) for key, each in fields.items()}
    records: list[Record] = []
    noted: list[Remark] = []
    rows, again = first_copies(lines(grid, sheet, header, declared.satuan, declared.named), sheet)
    noted.extend(Remark(remarks.JUDUL_ULANG, Where(grid.title, row, column), str(last)) for row, column, last in again)
    for line in rows:
        cells = line.values.cells
        for key in line.values:
            if line.closing is not None and line.values[key].blank:
                continue
            if key not in line.taken and not plain(cells.get(header.columns[key]), fields[key]):
                noted.extend(value_remarks(line.values[key], fields[key], headings[key], line.tabel, options))
        indikator, unknown = _indikator(line, line.values, sheet, declared) if line.closing is None else ((), [])
        noted.extend(unknown)
        records.append(Record(sheet.key, grid.title, line.row, line.tabel, line.values, indikator, line.closing))
    noted.extend(_repeated_keys(records, sheet))
    noted.extend(mixed_percents(records, sheet))
    return Filled(tuple(records), tuple(noted))


def _year_of(key: str) -> int | None:
    year = key.partition("@")[2]
    return int(year) if year else None


def _indikator(
    line: FilledRow, values: Mapping[str, Value], sheet: Sheet, declared: Declared
) -> tuple[tuple[str, ...], list[Remark]]:
    """Codes of the indicators a line speaks of: by its code column, else by the name; and the unknown ones."""
    if sheet.key == "indikator":
        return codes(values["kode"].text) if "kode" in values else (), []
    if not sheet.has("kode") or sheet.field("kode").refers != "indikator":
        return (), []
    known: list[str] = []
    unknown: list[Remark] = []
    kode = values.get("kode")
    if kode is not None and not kode.blank:
        whole = declared.code(kode.text)
        for text in (kode.text,) if whole else codes(kode.text):
            code = declared.code(text)
            if code:
                known.append(code)
            elif "kode" not in line.taken:
                unknown.append(Remark(remarks.RUJUKAN, kode.where, text, line.tabel))
    if not known:
        by_name, odd = _by_name(line, values, declared, sheet.key == "triwulan")
        known.extend(by_name)
        unknown.extend(odd if not unknown else [])
    return tuple(dict.fromkeys(known)), unknown


def _by_name(
    line: FilledRow, values: Mapping[str, Value], declared: Declared, detailed: bool
) -> tuple[list[str], list[Remark]]:
    """The indicator by its printed name; a description (`uraian`) that names none is not held against anyone, nor is a
    part of the indicator above in a `detailed` table."""
    key = "indikator" if "indikator" in values else "uraian"
    value = values.get(key)
    if value is None or value.blank or not declared.codes:
        return [], []
    code = declared.names.code(value.text)
    if code:
        return [code], []
    silent = key == "uraian" or key in line.taken or (detailed and closing.details(value.text))
    return [], [] if silent else [Remark(remarks.RUJUKAN, value.where, value.text, line.tabel)]


def _repeated_keys(records: Iterable[Record], sheet: Sheet) -> Iterator[Remark]:
    seen: set[str] = set()
    for record in records:
        text = record.text(sheet.key_field).casefold() if sheet.key_field else ""
        if text and text in seen:
            value = record.get(sheet.key_field)
            yield Remark(remarks.KODE_GANDA, value.where, value.text, record.tabel)
        seen.add(text)


def declared_indikator(records: Iterable[Record], options: Options) -> dict[str, Indikator]:
    """Indicators by code; of two with one code the first counts. Rows without a code declare none."""
    indikator: dict[str, Indikator] = {}
    for record in records:
        kode = record.text("kode").rstrip(".")
        if not kode or kode in indikator:
            continue
        indikator[kode] = Indikator(
            kode=kode,
            nama=record.text("indikator"),
            sasaran=record.text("sasaran"),
            satuan=record.text("satuan"),
            arah=record.text("arah"),
            rumus=_code(record, "rumus", "rumus_realisasi", options),
            pembilang=record.text("pembilang"),
            penyebut=record.text("penyebut"),
            agregasi=_code(record, "agregasi", "agregasi", options),
            sifat=_code(record, "sifat", "sifat_renstra", options),
            bidang=record.text("bidang"),
            record=record,
        )
    return indikator


def _code(record: Record, key: str, option: str, options: Options) -> str:
    """The code of the variant chosen in an indicator's cell."""
    return option_code(record, key, {key: options.get(option, ())})


def unknown_data(records: Iterable[Record], sheet: Sheet, known: Mapping[str, Record]) -> Iterator[Remark]:
    """References to Data Dasar that no row there declares."""
    keys = [each.key for each in sheet.fields if each.refers == "data_dasar"]
    for record in records if keys else ():
        for key in keys:
            value = record.get(key)
            for code in codes(value.text):
                if code.upper() not in known:
                    yield Remark(remarks.RUJUKAN, value.where, code, record.tabel)


def unknown_tables(records: Iterable[Record], known: frozenset[str]) -> Iterator[Remark]:
    """Table numbers that the list of tables does not hold, where there is such a list; only at cells of their own."""
    for record in records if known else ():
        if not record.tabel or record.tabel in known:
            continue
        value = record.get("tabel")
        if value.where.row == record.row:
            yield Remark(remarks.RUJUKAN, value.where, record.tabel, record.tabel)
