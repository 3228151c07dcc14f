"""From a whole report to the few figures a recap keeps."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from decimal import Decimal

from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.model.flip import Conclusion
from lkj_xlsx.model.message import printable
from lkj_xlsx.model.number import round_half_up, show
from lkj_xlsx.model.outcome import FindingLine, Outcome
from lkj_xlsx.model.report import Report, natural

MOST = 200  # findings listed for one file: a wrong template may have thousands, and a recap must stay readable
RUN_OUT = "LKJ801"  # a deviation that was accepted until a day that is over
WORD = "PREDIKAT"  # the measure of the printed rating word itself


def outcome_of(report: Report, path: str, edition: str, listed: bool = True) -> Outcome:
    """What is kept of a report; `listed` keeps its findings as well."""
    levels = report.summary.by_level
    turned = _turned(report.findings)
    return Outcome(
        path,
        report.source.get("sha256", ""),
        report.tool.get("version", ""),
        edition,
        opd=report.identity.get("opd", ""),
        kabupaten=report.identity.get("kabupaten", ""),
        tahun=report.template.get("tahun", ""),
        galat=levels.get("galat", 0),
        beda=levels.get("beda", 0),
        periksa=levels.get("periksa", 0),
        catatan=levels.get("catatan", 0),
        accepted=report.summary.accepted,
        predikat=turned[Conclusion.PREDIKAT],
        tercapai=turned[Conclusion.TERCAPAI],
        efisien=turned[Conclusion.EFISIEN],
        rupiah=_rupiah(report),
        table=_worst_table(report.findings),
        lines=tuple(map(_line, report.findings[:MOST])) if listed else (),
        more=max(0, len(report.findings) - MOST) if listed else 0,
    )


def of_the_day(report: Report) -> bool:
    """Whether another day may give another result: a deviation is accepted, or has run out; all others stay."""
    return any(finding.accepted or finding.code == RUN_OUT for finding in report.findings)


def edition_of(version: str, rules: Iterable[tuple[str, str]]) -> str:
    """A short name for the tool's version with its rules (code, level): another name may mean another result."""
    text = "\n".join([version, *(f"{code} {level}" for code, level in sorted(rules))])
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:12]


def _turned(findings: Iterable[Finding]) -> Counter[Conclusion]:
    """How many indicators have a conclusion of each kind that changes, by open findings.

    A target counts once, be it the year's or that at the end of the Renstra.
    """
    turned: set[tuple[Conclusion, str]] = set()
    for finding in findings:
        if finding.accepted:
            continue
        if finding.measure == WORD and finding.level is Level.GALAT:  # the printed word itself is wrong
            turned.add((Conclusion.PREDIKAT, finding.subject))
        for flip in finding.flips:
            kind = Conclusion.TERCAPAI if flip.conclusion is Conclusion.RENSTRA else flip.conclusion
            turned.add((kind, flip.subject or finding.subject))
    return Counter(kind for kind, _ in turned)


def _rupiah(report: Report) -> Decimal:
    """The rupiah by which the root findings differ, each cell once; a whole number."""
    amounts = {
        item.source
        for table in report.tables
        for column in table.columns
        if column.kind == "rupiah"
        for row in table.rows
        if (item := row.items.get(column.key)) is not None
    }
    largest: dict[Where, Decimal] = {}
    for finding in (branch.finding for branch in report.tree):
        where, gap = finding.where, finding.difference
        if where is not None and gap is not None and where in amounts and not finding.accepted:
            largest[where] = max(abs(gap), largest.get(where, Decimal(0)))
    return round_half_up(sum(largest.values(), Decimal(0)), 0)


def _worst_table(findings: Iterable[Finding]) -> str:
    """The table with most findings of the worst level, then of the next; the first of equals."""
    counts: dict[str, Counter[Level]] = {}
    for finding in findings:
        if finding.tabel and not finding.accepted:
            counts.setdefault(finding.tabel, Counter())[finding.level] += 1
    tables = sorted(counts, key=natural)
    return max(tables, key=lambda number: [counts[number][level] for level in sorted(Level, reverse=True)], default="")


def _line(finding: Finding) -> FindingLine:
    where = finding.where
    return FindingLine(
        finding.code,
        finding.level.word,
        finding.tabel,
        where.sheet if where else "",
        where.cell if where else "",
        printable(finding.title),
        _shown(finding.stated, finding),
        _shown(finding.recomputed, finding),
        printable(str(finding.message)),
        printable(str(finding.consequence)) if finding.consequence is not None else "",
        printable(finding.accepted),
    )


def _shown(value: Decimal | str | None, finding: Finding) -> str:
    return show(value, finding.places) if isinstance(value, Decimal) else printable(value or "")
