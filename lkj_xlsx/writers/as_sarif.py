"""The report as SARIF 2.1.0, the exchange format of checking tools: one run, its rules, one result a finding.

A cell is a logical location (`Capaian IKU!I5`) in the examined file. Accepted findings carry a suppression.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any
from urllib.parse import quote

from lkj_xlsx.model.cell import Where, letters
from lkj_xlsx.model.declare import RulePage
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.model.language import INDONESIAN, Language
from lkj_xlsx.model.message import Message, say
from lkj_xlsx.model.number import plain
from lkj_xlsx.model.report import Report
from lkj_xlsx.writers.readiness import NOT_A_SCORE, file_name
from lkj_xlsx.writers.shown import dumped

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {Level.GALAT: "error", Level.BEDA: "warning", Level.PERIKSA: "warning", Level.CATATAN: "note"}
FINGERPRINT = "lkjFinding/v1"


def report_sarif(report: Report, rules: Iterable[RulePage] = (), language: Language = INDONESIAN) -> str:
    """The document as text, ending without a line break. Findings of a rule that is not in `rules` name it only."""
    ordered = sorted(rules, key=lambda rule: rule.code)
    places = {rule.code: place for place, rule in enumerate(ordered)}
    findings = report.findings
    prints = fingerprints(findings)
    uri = quote(file_name(report), errors="surrogateescape")
    run = {
        "tool": {
            "driver": {
                **_tool(report.tool),
                "language": language.code,
                "rules": [_rule(rule, language) for rule in ordered],
            }
        },
        "language": language.code,
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": True}],
        "artifacts": [_artifact(uri, report.source.get("sha256", ""))],
        "results": [
            _result(finding, places, uri, print_, language) for finding, print_ in zip(findings, prints, strict=True)
        ],
        "properties": {
            "note": language.message(NOT_A_SCORE),
            "checked": report.summary.checked,
            "agree": report.summary.agree,
        },
    }
    return dumped({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def fingerprints(findings: Sequence[Finding]) -> tuple[str, ...]:
    """One for each finding, the same after rows were moved or inserted and after the stated figure was changed.

    It rests on the rule, the sheet, the column and the subject. Where several findings share these, their order from
    top to bottom tells them apart.
    """
    keys = [_identity(finding) for finding in findings]
    order = sorted(range(len(findings)), key=lambda n: (keys[n], findings[n].where or Where(""), n))
    seen: dict[tuple[str, ...], int] = {}
    prints = [""] * len(findings)
    for n in order:
        seen[keys[n]] = seen.get(keys[n], 0) + 1
        prints[n] = hashlib.sha256(
            "\x1f".join((*keys[n], str(seen[keys[n]]))).encode(errors="surrogatepass")
        ).hexdigest()
    return tuple(prints)


def _identity(finding: Finding) -> tuple[str, ...]:
    where = finding.where or Where("")
    return (finding.code, where.sheet, letters(where.column), finding.tabel, finding.title)


def _tool(tool: Mapping[str, str]) -> dict[str, str]:
    version = tool.get("version", "")
    return {"name": tool.get("name") or "lkj-xlsx", **({"version": version} if version else {})}


def _rule(rule: RulePage, language: Language) -> dict[str, Any]:
    title, page = language.text(rule.title), language.page(rule.page)
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": _literal(title)},
        "fullDescription": {"text": _literal(page.split("\n\n")[0] or title)},
        "help": {"text": _literal(page or title)},
        "defaultConfiguration": {"level": LEVELS[rule.level]},
        "properties": {
            "tingkat": rule.level.word,
            "source": language.text(rule.source.text),
            "confidence": rule.source.confidence,
        },
    }


def _artifact(uri: str, sha256: str) -> dict[str, Any]:
    hashes = {"hashes": {"sha-256": sha256}} if sha256 else {}
    return {"location": {"uri": uri}, "roles": ["analysisTarget"], **hashes}


def _result(
    finding: Finding, places: Mapping[str, int], uri: str, fingerprint: str, language: Language
) -> dict[str, Any]:
    index = {"ruleIndex": places[finding.code]} if finding.code in places else {}
    related = _related(finding, uri, language)
    return {
        "ruleId": finding.code,
        **index,
        "level": LEVELS[finding.level],
        "message": {"text": _literal(_message(finding, language))},
        "locations": [_location(finding.where, uri)],
        **({"relatedLocations": related} if related else {}),
        "partialFingerprints": {FINGERPRINT: fingerprint},
        # given for every result, since a run either tells of suppressions throughout or not at all
        "suppressions": [_suppression(finding)] if finding.accepted else [],
        "properties": _properties(finding),
    }


def _message(finding: Finding, language: Language) -> str:
    parts = [language.message(finding.message)]
    if finding.heading:
        parts.insert(0, f"{language.message(finding.heading)}:")
    if finding.cause is not None:
        cause = language.message(say("Sebab: {0}", finding.cause.words))
        parts.append(f"{cause}.".replace("..", "."))
    if finding.consequence is not None:
        parts.append(language.message(say("Akibat: {0}", finding.consequence)))
    if finding.step is not None:
        parts.append(language.message(say("Langkah: {0}", finding.step)))
    return " ".join(parts)


def _literal(text: str) -> str:
    """Text without the meanings that messages give to marks: `{0}` is a placeholder and `[a](1)` a link there."""
    return re.sub(r"\](?=\()", "] ", text).replace("{", "{{").replace("}", "}}")


def _location(where: Where | None, uri: str) -> dict[str, Any]:
    location: dict[str, Any] = {"physicalLocation": {"artifactLocation": {"uri": uri, "index": 0}}}
    if where is not None and where.sheet:
        kind = "cell" if where.row and where.column else ("range" if where.cell else "sheet")
        name = {"name": where.cell or where.sheet, "fullyQualifiedName": str(where), "kind": kind}
        location["logicalLocations"] = [name]
    return location


def _related(finding: Finding, uri: str, language: Language) -> list[dict[str, Any]]:
    """The cells the figure rests on; its root first."""
    messages: dict[Where, Message] = {}
    if finding.root is not None:
        messages[finding.root] = say("Ikut salah karena {root}.", root=finding.root)
    for where in finding.related:
        messages.setdefault(where, say("Sel terkait: {0}.", where))
    return [
        {"id": number, **_location(where, uri), "message": {"text": _literal(language.message(text))}}
        for number, (where, text) in enumerate(messages.items(), start=1)
    ]


def _suppression(finding: Finding) -> dict[str, str]:
    """Accepted on a sheet of the examined workbook itself, hence in its source."""
    return {"kind": "inSource", "status": "accepted", "justification": finding.accepted}


def _properties(finding: Finding) -> dict[str, Any]:
    properties = {
        "tingkat": finding.level.word,
        "tabel": finding.tabel,
        "subjek": finding.title,
        "stated": _figure(finding.stated),
        "recomputed": _figure(finding.recomputed),
        "difference": _figure(finding.difference),
        "basis": finding.basis,
        "measure": finding.measure,
        "year": finding.year,
        "flips": [flip.conclusion.value for flip in finding.flips],
    }
    return {key: value for key, value in properties.items() if value}


def _figure(value: Decimal | str | None) -> str:
    return plain(value) if isinstance(value, Decimal) else value or ""
