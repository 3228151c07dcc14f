"""The finished workbook: Ringkasan, Temuan, and one sheet for each table of the report."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.finding import Level
from lkj_xlsx.model.report import Report, Table, arranged
from lkj_xlsx.writers.safe import write_whole
from lkj_xlsx.writers.workbook_page import Page
from lkj_xlsx.writers.workbook_write import place

SUMMARY, FINDINGS = "Ringkasan", "Temuan"
NAME_LENGTH = 31
CREATED = datetime(2000, 1, 1)  # noqa: DTZ001 - a fixed date: the same input gives the same bytes
TAB_SUMMARY, TAB_FINDINGS, TAB_CLEAN, TAB_ERROR = "#1F4E78", "#C00000", "#A6A6A6", "#FF7C80"


def write_workbook(report: Report, path: Path) -> None:
    """Write the finished workbook to `path`, whole or not at all. Errors: `OutputError`."""
    write_whole(path, lambda target: _make(report, target))


def sheet_names(tables: Iterable[Table]) -> tuple[str, ...]:
    """A permitted and unique sheet name for each table: `Tabel 3.9`, or the title where there is no number."""
    taken = {SUMMARY.casefold(), FINDINGS.casefold(), "history"}
    names: list[str] = []
    for table in tables:
        wanted = f"Tabel {table.number}" if table.number else table.title
        clean = re.sub(r"[\[\]:*?/\\\x00-\x1f]", " ", wanted).strip(" '") or "Tabel"
        name, count = clean[:NAME_LENGTH].rstrip(" '"), 1
        while name.casefold() in taken:
            count += 1
            tail = f" ({count})"
            name = clean[: NAME_LENGTH - len(tail)] + tail
        taken.add(name.casefold())
        names.append(name)
    return tuple(names)


def _make(report: Report, path: Path) -> None:
    from xlsxwriter import Workbook

    from lkj_xlsx.writers.workbook_findings import draw_findings
    from lkj_xlsx.writers.workbook_style import Styles, rating_places
    from lkj_xlsx.writers.workbook_summary import draw_summary, file_name, readiness
    from lkj_xlsx.writers.workbook_tables import draw_table

    ready, sentence = readiness(report)
    page = Page(report.identity.get("opd", ""), f"Diperiksa dari {file_name(report)}", "" if ready else sentence)
    names = sheet_names(report.tables)
    with Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}) as book:
        book.set_properties({"title": "Hasil pemeriksaan laporan kinerja", "author": "lkj-xlsx", "created": CREATED})
        book.set_size(1600, 1000)
        styles, ratings = Styles(book), rating_places(report)
        summary, findings = book.add_worksheet(SUMMARY), book.add_worksheet(FINDINGS)
        summary.set_tab_color(TAB_SUMMARY)
        findings.set_tab_color(TAB_FINDINGS)
        for table, name in zip(report.tables, names, strict=True):
            sheet = book.add_worksheet(name)
            sheet.set_tab_color(TAB_ERROR if _worst(table) is Level.GALAT else TAB_CLEAN)
            draw_table(sheet, table, styles, ratings, page, SUMMARY)
        places = dict(enumerate(place(name) for name in names))
        by_number = {
            table.number: place(name) for table, name in zip(report.tables, names, strict=True) if table.number
        }
        draw_findings(findings, arranged(report.findings), _targets(report.tables, names), by_number, styles, page)
        draw_summary(summary, report, places, place(FINDINGS), styles, page)


def _targets(tables: Iterable[Table], names: Iterable[str]) -> dict[Where, str]:
    """Where each cell of the examined workbook is shown."""
    from lkj_xlsx.writers.workbook_tables import cells_of

    found: dict[Where, str] = {}
    for table, name in zip(tables, names, strict=True):
        for source, (row, column) in cells_of(table):
            found.setdefault(source, place(name, row, column))
    return found


def _worst(table: Table) -> Level | None:
    return max((item.level for row in table.rows for item in row.items.values() if item.level), default=None)
