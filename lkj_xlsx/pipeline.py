"""The order of work: read, recompute, judge, ask the rules, explain, arrange, and hand over one report."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from lkj_xlsx.declared import causes, measures, pages, rules, variants
from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.finding import Finding
from lkj_xlsx.model.limits import USUAL, Limits
from lkj_xlsx.model.memory import undisturbed
from lkj_xlsx.model.options import by_option
from lkj_xlsx.model.report import Report
from lkj_xlsx.release import VERSION
from lkj_xlsx.spec.template import TEMPLATE

if TYPE_CHECKING:
    from lkj_xlsx.model.inspection import Inspection

__all__ = ["audit", "causes", "examine", "inspect", "measures", "pages", "read", "rules", "variants"]


def read(path: Path, limits: Limits = USUAL, lalu: Path | None = None) -> Book:
    """The book of a workbook, with last year's beside it. Errors: `UnreadableWorkbook`, `UnknownTemplate`."""
    from lkj_xlsx.reader.book import read_book
    from lkj_xlsx.reader.finished import filled

    book = read_book(path, TEMPLATE, variants(), limits)
    return book if lalu is None else replace(book, lalu=read(filled(lalu, limits), limits))


def inspect(path: Path, limits: Limits = USUAL) -> Inspection:
    """What any workbook holds. Errors: `UnreadableWorkbook`."""
    from lkj_xlsx.reader.inspect import inspect_workbook

    return inspect_workbook(path, limits)


def examine(book: Book, today: date | None = None) -> tuple[Ledger, tuple[Finding, ...]]:
    """Recompute and judge everything, and ask every rule of the report's year. A rule that fails becomes a finding.

    `today`: the day on which accepted deviations must still be valid; without it none has run out.
    """
    from lkj_xlsx.findings.acceptance import accepted
    from lkj_xlsx.findings.asking import asked
    from lkj_xlsx.findings.explanation import explained
    from lkj_xlsx.findings.one_cause import in_columns, in_facts
    from lkj_xlsx.findings.one_mistake import under_one
    from lkj_xlsx.findings.roots import rooted
    from lkj_xlsx.findings.tree import grown, in_order
    from lkj_xlsx.measures.recompute import recompute
    from lkj_xlsx.relations.roots import with_data_culprits

    def judge(read: Book) -> Ledger:
        return recompute(read, measures())

    ledger = with_data_culprits(book, judge(book), measures())
    findings = rooted(asked(rules(), book, ledger), book, ledger, measures())
    findings = under_one(findings, book, ledger, judge, partial(asked, rules()))
    findings = in_columns(in_facts(explained(findings, causes(), book, ledger), book), ledger)
    findings = accepted(findings, book, today)
    return ledger, in_order(grown(findings))


def audit(
    path: Path, today: date | None = None, limits: Limits = USUAL, lalu: Path | None = None, drawn: bool = True
) -> Report:
    """The whole audit of one workbook, beside last year's where given; reads only. `today` as in `examine`.

    drawn   make everything that is drawn in a workbook or page; without it tables come in outline, and only they
    """
    with undisturbed():
        return _audited(path, today, limits, lalu, drawn)


def _audited(path: Path, today: date | None, limits: Limits, lalu: Path | None, drawn: bool) -> Report:
    from lkj_xlsx.findings.tree import grown
    from lkj_xlsx.reader.package import sha256
    from lkj_xlsx.tables.gaps import gaps
    from lkj_xlsx.tables.sensitivity import sensitivity
    from lkj_xlsx.tables.summary import chosen_options, summary

    book = read(path, limits, lalu)
    ledger, findings = examine(book, today)
    tree, settings = grown(findings), book.settings
    record = settings.record
    identity = {key: value.text for key, value in record.values.items()} if record is not None else {}
    report = Report(
        tool={"name": "lkj-xlsx", "version": VERSION},
        source={"path": path.name, "sha256": sha256(path)},
        template={"version": str(TEMPLATE.version), "tahun": str(settings.tahun)},
        identity=identity,
        summary=replace(summary(findings, ledger), missing=gaps(book, ledger, findings)),
        tree=tree,
        tables=(),
        options=chosen_options(book, by_option(variants())),
        sensitivity=sensitivity(book, by_option(variants())),
    )
    try:
        return _drawn(report, book, ledger) if drawn else _outlined(report, book)
    finally:
        book.known.clear()  # some of it points back to the book, which would stay until the collector comes by


def _drawn(report: Report, book: Book, ledger: Ledger) -> Report:
    from lkj_xlsx.tables.assembly import shown

    view = shown(book, ledger, report.findings, pages(), measures())
    return replace(
        report,
        tables=view.tables,
        figures=view.figures,
        worksheet=view.worksheet,
        charts=view.charts,
        narratives=view.narratives,
        review=view.review,
    )


def _outlined(report: Report, book: Book) -> Report:
    from lkj_xlsx.tables.outline import outline

    return replace(report, tables=outline(book, report.findings))
