"""Read a filled template: the one entry to this package."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from lkj_xlsx.errors import UnknownTemplate
from lkj_xlsx.model.declare import Variant
from lkj_xlsx.model.fact import Book, Indikator, Remark, SheetSeen
from lkj_xlsx.model.limits import USUAL, Limits
from lkj_xlsx.model.message import say
from lkj_xlsx.model.options import by_option
from lkj_xlsx.model.record import Record
from lkj_xlsx.reader.checks import Options
from lkj_xlsx.reader.facts import facts
from lkj_xlsx.reader.form import read_form
from lkj_xlsx.reader.header import find_header, printed_year
from lkj_xlsx.reader.layout import Titles, check_known, match_titles
from lkj_xlsx.reader.records import Declared, declared_indikator, read_records, unknown_data, unknown_tables
from lkj_xlsx.reader.renamed import recognised
from lkj_xlsx.reader.rows import table_number
from lkj_xlsx.reader.settings import Identity, no_settings, read_settings
from lkj_xlsx.reader.settling import settled
from lkj_xlsx.reader.unseen import unseen
from lkj_xlsx.spec.field import Sheet, Template

if TYPE_CHECKING:
    from lkj_xlsx.reader.grid import Grid
    from lkj_xlsx.reader.workbook import Tab, Workbook

FORM, INDIKATOR, DATA, TABLES = "identitas", "indikator", "data_dasar", "daftar_tabel"
DATED = ("capaian_iku", "target_realisasi", "tahun_lalu", "renstra")


@dataclass(frozen=True, slots=True)
class _SheetPart:
    """What one sheet gave; nothing where the file lacks it."""

    seen: tuple[SheetSeen, ...] = ()
    records: tuple[Record, ...] = ()
    remarks: tuple[Remark, ...] = ()
    grid: Grid | None = None


def read_book(
    path: Path,
    template: Template,
    variants: Sequence[Variant],
    limits: Limits = USUAL,
) -> Book:
    """Everything the workbook says, with remarks on what was odd.

    Raises `UnreadableWorkbook` where the file cannot be read and `UnknownTemplate` where it is another workbook or
    another version of the template. What staff typed never raises.
    """
    from lkj_xlsx.reader.sheet_cells import read_sheets
    from lkj_xlsx.reader.workbook import open_workbook

    options = by_option(variants)
    with open_workbook(path, limits) as workbook:
        names = [tab.title for tab in workbook.tabs]
        titles = match_titles(names, [tab.hidden for tab in workbook.tabs], template)
        identity, form = _form(workbook, titles, template.sheet(FORM), options)
        try:
            check_known(names, titles.positions, template, identity.version)
        except UnknownTemplate as fault:
            raise UnknownTemplate(say("{0}: {1}", path, *fault.args)) from None
        titles = recognised(workbook, titles, template)
        if not identity.settings.tahun:
            identity = identity.dated(_printed_year(workbook, titles, template))
        first = _table(workbook, titles, template.sheet(INDIKATOR), identity, Declared(), options)
        indikator = declared_indikator(first.records, options)
        declared = Declared.of(indikator.values())
        parts = {FORM: form, INDIKATOR: first}
        for sheet in template.sheets:
            if sheet.key not in parts:
                parts[sheet.key] = _table(workbook, titles, sheet, identity, declared, options)
        ordered = [parts[sheet.key] for sheet in template.sheets]
        cells = read_sheets(workbook, [part.grid for part in ordered if part.grid is not None])
        book = _book(template, identity, indikator, ordered, (*workbook.remarks, *titles.remarks))
        return replace(book, cells=cells)


def _book(
    template: Template,
    identity: Identity,
    indikator: dict[str, Indikator],
    parts: Sequence[_SheetPart],
    noted: tuple[Remark, ...],
) -> Book:
    """The parts, in the template's order, as one book."""
    records = tuple(record for part in parts for record in part.records)
    data: dict[str, Record] = {}
    for record in records:
        code = record.text("kode_data").upper() if record.sheet == DATA else ""
        if code:
            data.setdefault(code, record)
    tables = frozenset(table_number(record.text("nomor")) for record in records if record.sheet == TABLES)
    unknown = [
        *(
            remark
            for sheet, part in zip(template.sheets, parts, strict=True)
            for remark in unknown_data(part.records, sheet, data)
        ),
        *unknown_tables(records, tables),
    ]
    found = (*noted, *(remark for part in parts for remark in part.remarks), *unknown)
    remarks = settled(records, found, template, indikator, data)  # before facts are made of the records
    return Book(
        settings=identity.settings,
        sheets=tuple(seen for part in parts for seen in part.seen),
        all_records=records,
        indikator=indikator,
        data=data,
        facts=facts(records, template, identity.years),
        remarks=remarks,
    )


def _tab(workbook: Workbook, titles: Titles, sheet: Sheet) -> Tab | None:
    position = titles.positions.get(sheet.key)
    return None if position is None else workbook.tabs[position]


def _form(workbook: Workbook, titles: Titles, sheet: Sheet, options: Options) -> tuple[Identity, _SheetPart]:
    tab = _tab(workbook, titles, sheet)
    if tab is None:
        return no_settings(options), _SheetPart()
    grid = workbook.grid(tab)
    header, cells = read_form(grid, sheet)
    identity = read_settings(tab.title, header.row, cells, sheet, options)
    seen = SheetSeen(sheet.key, tab.title, header.row, header.columns, tab.hidden)
    record = identity.settings.record
    noted = (*header.remarks, *identity.remarks, *unseen(grid, header, (record,) if record else ()))
    return identity, _SheetPart((seen,), (record,) if record else (), noted, grid)


def _printed_year(workbook: Workbook, titles: Titles, template: Template) -> int:
    """The report's year where the form does not tell it: as the sheets that print only this year's figures name it."""
    tabs = (_tab(workbook, titles, template.sheet(key)) for key in DATED)
    return next((year for tab in tabs if tab is not None and (year := printed_year(workbook.grid(tab)))), 0)


def _table(
    workbook: Workbook,
    titles: Titles,
    sheet: Sheet,
    identity: Identity,
    declared: Declared,
    options: Options,
) -> _SheetPart:
    tab = _tab(workbook, titles, sheet)
    if tab is None:
        return _SheetPart()
    grid = workbook.grid(tab)
    header = find_header(grid, sheet, identity.years)
    seen = SheetSeen(sheet.key, tab.title, header.row, header.columns, tab.hidden)
    if not header.row:
        return _SheetPart((seen,), (), header.remarks, grid)
    filled = read_records(grid, sheet, header, identity.years, declared, options)
    noted = (*header.remarks, *filled.remarks, *unseen(grid, header, filled.records))
    return _SheetPart((seen,), filled.records, noted, grid)
