"""Findings as a pandas DataFrame, for those who count, filter and compare them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lkj_xlsx.model.finding import Finding
from lkj_xlsx.model.report import Report

if TYPE_CHECKING:
    import pandas

COLUMNS = (
    "code",
    "level",
    "rule",
    "table",
    "sheet",
    "cell",
    "subject",
    "stated",
    "recomputed",
    "difference",
    "message",
    "cause",
    "consequence",
    "basis",
    "root",
    "name",
    "measure",
    "year",
    "flips",
)


def findings_frame(report: Report) -> pandas.DataFrame:
    """One row a finding, in the report's order; figures stay `Decimal` or text, absent ones are None."""
    import pandas

    return pandas.DataFrame([_row(finding) for finding in report.findings], columns=list(COLUMNS), dtype=object)


def _row(finding: Finding) -> tuple[object, ...]:
    where = finding.where
    return (
        finding.code,
        finding.level.word,
        finding.rule,
        finding.tabel,
        where.sheet if where else None,
        where.cell if where else None,
        finding.title,
        finding.stated,
        finding.recomputed,
        finding.difference,
        str(finding.message),
        finding.cause.kind if finding.cause else None,
        str(finding.consequence) if finding.consequence else None,
        finding.basis,
        str(finding.root) if finding.root else None,
        finding.subject,
        finding.measure,
        finding.year,
        tuple(flip.conclusion.value for flip in finding.flips),
    )
