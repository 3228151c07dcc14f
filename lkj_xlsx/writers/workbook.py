"""The finished workbook: Ringkasan, Temuan, one sheet for each table of the report, and the working papers."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from lkj_xlsx.model.finding import Level
from lkj_xlsx.model.memory import undisturbed
from lkj_xlsx.model.report import Report, Section, Table
from lkj_xlsx.spec.template import SUMMARY_TITLE
from lkj_xlsx.writers.marks import predikat_places
from lkj_xlsx.writers.ours import RESULT, untouched
from lkj_xlsx.writers.readiness import file_name, status
from lkj_xlsx.writers.safe import write_whole
from lkj_xlsx.writers.shown import shown
from lkj_xlsx.writers.xlsx.page import Page
from lkj_xlsx.writers.xlsx.pen import place
from lkj_xlsx.writers.xlsx.style import FONT, Styles

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

    from lkj_xlsx.writers.workbook_paper import Paper
    from lkj_xlsx.writers.workbook_refs import Addresses

SUMMARY, INDEX, FINDINGS = SUMMARY_TITLE, "Indeks", "Temuan"
CHARTS, NARRATIVE, PAPER, REVIEW = "Grafik", "Narasi", "Kertas Kerja", "Kertas Kerja Reviu"
OWN = (SUMMARY, INDEX, FINDINGS, CHARTS, NARRATIVE, PAPER, REVIEW)
NAME_LENGTH = 31
TAB_FIRST, TAB_FINDINGS, TAB_CLEAN, TAB_ERROR, TAB_PAPER = "#1F4E78", "#C00000", "#A6A6A6", "#FF7C80", "#548235"
TABS = {SUMMARY: TAB_FIRST, INDEX: TAB_FIRST, FINDINGS: TAB_FINDINGS}
BEHIND_CHARTS = "grafik_"  # the keys of sections drawn under the charts begin so


def write_workbook(report: Report, path: Path, force: bool = False) -> None:
    """Write the finished workbook to `path`, whole or not at all (see `write_whole`). Errors: `OutputError`."""
    with undisturbed():
        write_whole(path, lambda target: _make(report, target), force, partial(untouched, title=RESULT))


def sheet_names(tables: Iterable[Table]) -> tuple[str, ...]:
    """A permitted and unique sheet name for each table: `Tabel 3.9`, or the title where there is no number."""
    taken = {*(name.casefold() for name in OWN), "history"}
    names: list[str] = []
    for table in tables:
        wanted = f"Tabel {table.number}" if table.number else table.title
        clean = re.sub(r"[\[\]:*?/\\\x00-\x1f]", " ", shown(wanted)).strip(" '") or "Tabel"
        name, count = clean[:NAME_LENGTH].rstrip(" '"), 1
        while name.casefold() in taken:
            count += 1
            tail = f" ({count})"
            name = clean[: NAME_LENGTH - len(tail)] + tail
        taken.add(name.casefold())
        names.append(name)
    return tuple(names)


@dataclass(frozen=True, slots=True)
class Plan:
    """What stands where: the tables' sheets, the two sheets of sections, and every address."""

    report: Report
    names: tuple[str, ...]
    paper: Paper
    chart_paper: Paper
    addresses: Addresses
    sheets: tuple[str, ...]
    page: Page
    attached: Page  # of the tables that become part of the report


def _plan(report: Report) -> Plan:
    from lkj_xlsx.writers.workbook_charts import chart_paper
    from lkj_xlsx.writers.workbook_paper import GUIDE, Paper
    from lkj_xlsx.writers.workbook_refs import addresses

    names = sheet_names(report.tables)
    sections: tuple[Section, ...] = tuple(s for s in report.worksheet if not s.key.startswith(BEHIND_CHARTS))
    paper = Paper(PAPER, "Kertas Kerja", GUIDE, sections)
    below = chart_paper(CHARTS, report.charts, [s for s in report.worksheet if s.key.startswith(BEHIND_CHARTS)])
    drawn = addresses(zip(names, report.tables, strict=True), (*paper.placed(), *below.placed()))
    more = (
        (CHARTS, bool(report.charts)),
        (NARRATIVE, bool(report.narratives)),
        (PAPER, bool(sections)),
        (REVIEW, bool(report.review.checks)),
    )
    sheets = (SUMMARY, INDEX, FINDINGS, *names, *(name for name, there in more if there))
    opd = report.identity.get("opd", "")
    page = Page(opd, f"Diperiksa dari {file_name(report)}", status(report))
    return Plan(report, names, paper, below, drawn, sheets, page, Page(opd, ""))


def _make(report: Report, path: Path) -> None:
    from lkj_xlsx.writers.xlsx.file import File

    plan = _plan(report)
    errors = {name for table, name in zip(report.tables, plan.names, strict=True) if table.worst() is Level.GALAT}
    content = io.BytesIO()  # as a file only when whole: a zip that meets a full disk complains again when it is let go
    with File(content) as book:
        book.set_properties({"title": RESULT, "author": "lkj-xlsx"})
        book.set_size(1600, 1000)
        styles = Styles(book, FONT)
        sheets = {name: book.add_worksheet(name) for name in plan.sheets}
        for name, sheet in sheets.items():
            sheet.set_tab_color(
                TABS.get(name, TAB_ERROR if name in errors else TAB_PAPER if name in OWN else TAB_CLEAN)
            )
        _tables(plan, sheets, styles)
        _front(plan, sheets, styles)
        _papers(plan, sheets, styles, book)
    path.write_bytes(content.getbuffer())


def _tables(plan: Plan, sheets: Mapping[str, Worksheet], styles: Styles) -> None:
    from lkj_xlsx.writers.workbook_refs import sources_of
    from lkj_xlsx.writers.workbook_tables import Frame, draw_table

    predikat = predikat_places(plan.report)
    worked = {where: address.link() for where, address in sources_of(plan.paper.placed()).items()}
    for table, name in zip(plan.report.tables, plan.names, strict=True):
        frame = Frame(name, INDEX, plan.addresses.formula, worked)
        draw_table(sheets[name], table, styles, predikat, plan.attached, frame)


def _front(plan: Plan, sheets: Mapping[str, Worksheet], styles: Styles) -> None:
    from lkj_xlsx.writers.workbook_findings import draw_findings
    from lkj_xlsx.writers.workbook_index import draw_index
    from lkj_xlsx.writers.workbook_summary import draw_summary

    report = plan.report
    places = dict(enumerate(place(name) for name in plan.names))
    by_number = {t.number: place(name) for t, name in zip(report.tables, plan.names, strict=True) if t.number}
    addresses = {each.where: plan.addresses.of(each.where) for each in report.findings if each.where is not None}
    targets = {where: address.link() for where, address in addresses.items() if address is not None}
    draw_findings(
        sheets[FINDINGS],
        [each for branch in report.tree for each in branch.walk()],
        targets,
        by_number,
        styles,
        plan.page,
    )
    draw_summary(sheets[SUMMARY], report, places, place(FINDINGS), styles, plan.page, plan.addresses.formula)
    draw_index(sheets[INDEX], plan.sheets, dict(zip(plan.names, report.tables, strict=True)), styles, plan.page)


def _papers(plan: Plan, sheets: Mapping[str, Worksheet], styles: Styles, book: Workbook) -> None:
    from lkj_xlsx.writers.workbook_charts import draw_charts
    from lkj_xlsx.writers.workbook_narrative import draw_narrative
    from lkj_xlsx.writers.workbook_paper import draw_paper
    from lkj_xlsx.writers.workbook_review import draw_review

    report = plan.report
    if PAPER in sheets:
        draw_paper(sheets[PAPER], plan.paper, styles, plan.addresses, plan.page)
    if CHARTS in sheets:
        draw_charts(book, sheets[CHARTS], report.charts, plan.chart_paper, styles, plan.addresses, plan.page)
    if NARRATIVE in sheets:
        draw_narrative(sheets[NARRATIVE], report.narratives, styles, plan.page)
    if REVIEW in sheets:
        draw_review(sheets[REVIEW], report, styles, plan.page)
