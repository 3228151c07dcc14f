"""The report for machines: one JSON document, numbers as text with a decimal point, the same bytes every time."""

from __future__ import annotations

from decimal import Decimal

from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.model.flip import Flip
from lkj_xlsx.model.language import INDONESIAN, Language
from lkj_xlsx.model.number import plain
from lkj_xlsx.model.report import Report, Summary
from lkj_xlsx.writers.readiness import readiness
from lkj_xlsx.writers.shown import dumped

SCHEMA = 1


def report_json(report: Report, language: Language = INDONESIAN) -> str:
    """The document as text, ending without a line break. `sheet` and `cell` are null where there is no single cell."""
    document = {
        "schema": SCHEMA,
        "tool": dict(report.tool),
        "source": dict(report.source),
        "template": dict(report.template),
        "summary": _summary(report.summary, language),
        "readiness": _readiness(report, language),
        "findings": [finding_object(finding, language) for finding in report.findings],
        "sensitivity": [
            {
                "option": item.option,
                "variant": item.variant,
                "word": item.kata,
                "changed": item.changed,
                "of": item.total,
                "message": language.message(item.message),
            }
            for item in report.sensitivity
        ],
    }
    return dumped(document)


def _summary(summary: Summary, language: Language) -> dict[str, object]:
    levels = {level.word: summary.by_level.get(level.word, 0) for level in sorted(Level, reverse=True)}
    return {
        "checked": summary.checked,
        "agree": summary.agree,
        "by_level": levels,
        "accepted": summary.accepted,
        "not_checked": [
            {"what": language.message(item.what), "reason": language.message(item.reason)}
            for item in summary.not_checked
        ],
    }


def _readiness(report: Report, language: Language) -> dict[str, object]:
    state = readiness(report)
    return {
        "state": state.state.value,
        "sentence": language.message(state.sentence),
        "missing": [
            {
                "what": language.message(item.what),
                "reason": language.message(item.reason),
                **_place(item.where),
            }
            for item in state.missing
        ],
    }


def finding_object(finding: Finding, language: Language = INDONESIAN) -> dict[str, object]:
    """One finding as an object of JSON."""
    return {
        "code": finding.code,
        "level": finding.level.word,
        "rule": finding.rule,
        **_place(finding.where),
        "table": finding.tabel or None,
        "subject": finding.title or None,
        "stated": _figure(finding.stated),
        "recomputed": _figure(finding.recomputed),
        "difference": _figure(finding.difference),
        "message": language.message(finding.message),
        "cause": language.message(finding.cause.words) if finding.cause else None,
        "consequence": language.message(finding.consequence) if finding.consequence else None,
        "related": [_place(where) for where in finding.related],
        "basis": finding.basis or None,
        "root": _place(finding.root) if finding.root is not None else None,
        "step": language.message(finding.step) if finding.step else None,
        "accepted": finding.accepted or None,
        "name": language.message(finding.subject) or None,
        "measure": finding.measure or None,
        "year": finding.year,
        "flips": [_flip(flip, language) for flip in finding.flips],
    }


def _place(where: Where | None) -> dict[str, str | None]:
    if where is None:
        return {"sheet": None, "cell": None}
    return {"sheet": where.sheet or None, "cell": where.cell or None}


def _flip(flip: Flip, language: Language) -> dict[str, object]:
    return {
        "conclusion": flip.conclusion.value,
        "of": language.message(flip.subject) or None,
        "from": _word(flip.before, language),
        "to": _word(flip.after, language),
        "sure": flip.sure,
    }


def _word(value: Decimal | str, language: Language) -> str:
    return plain(value) if isinstance(value, Decimal) else language.message(value)


def _figure(value: Decimal | str | None) -> str | None:
    return plain(value) if isinstance(value, Decimal) else value
