"""The report for a chat or a ticket: what is wrong, where, and what to do, in Markdown tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lkj_xlsx.model.branch import Branch
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.model.language import INDONESIAN, Language
from lkj_xlsx.model.message import say
from lkj_xlsx.model.report import Report
from lkj_xlsx.writers.figures import right, stated
from lkj_xlsx.writers.marks import MARKS
from lkj_xlsx.writers.readiness import NOT_A_SCORE, file_name, headline, readiness
from lkj_xlsx.writers.shown import shown
from lkj_xlsx.writers.terminal import ACCEPTED, by_table, summary_line, table_name
from lkj_xlsx.writers.unchecked import ALIKE, beside, unchecked

TOLD = (Level.GALAT, Level.BEDA)
HEAD = (say("Tingkat"), say("Sel"), say("Perihal"), say("Tertulis"), say("Seharusnya"), say("Sebab atau langkah"))
_ANYWHERE = re.compile(r"([\\`*_\[\]<>|~$&])")
MENTION = "@\u2060"  # a sign of ours that nobody sees keeps a name behind @ from being called
_FORMULA = re.compile(r"^(?=[=+\-@#])")


def report_markdown(report: Report, language: Language = INDONESIAN) -> str:
    """The document as text, ending without a line break; findings below `beda` are only counted."""
    return MENTION.join(map(shown, "\n".join(_blocks(report, language)).split(MENTION)))


def escaped(text: str) -> str:
    """Text on one line that Markdown, and a spreadsheet it is pasted into, show as it is: never markup or a formula."""
    line = " ".join(shown(text).split())
    line = _ANYWHERE.sub(r"\\\1", line)
    line = _FORMULA.sub(r"\\", line)
    # bare addresses and names behind @ would become links and calls to people
    return line.replace("://", ":\\//").replace("www.", "www\\.").replace("@", MENTION)


def _blocks(report: Report, language: Language) -> Iterator[str]:
    yield f"## {escaped(headline(report) or file_name(report))}"
    yield ""
    yield f"**{language.message(readiness(report).sentence)}**"
    yield ""
    yield language.message(summary_line(report))
    for number, branches in by_table(report.tree):
        findings = [finding for branch in branches for finding in _open(branch)]
        if not findings:
            continue
        yield ""
        yield f"### {escaped(language.message(table_name(report, number)))}"
        yield ""
        yield from _table(findings, language)
    yield ""
    yield from _end(report, language)


def _open(branch: Branch) -> list[Finding]:
    """The open findings from `beda` up, and as headings those above them, whatever these are."""
    below = [finding for each in branch.follows for finding in _open(each)]
    own = branch.finding.level in TOLD and not branch.finding.accepted
    return [branch.finding, *below] if own or below else []


def _table(findings: Sequence[Finding], language: Language) -> Iterator[str]:
    yield _row([language.message(word) for word in HEAD])
    yield _row(["---"] * len(HEAD))
    for finding in findings:
        place = str(finding.where) if finding.where else "-"
        cells = (place, language.message(finding.title), stated(finding), right(finding), _why(finding, language))
        accepted = f" ({language.message(ACCEPTED)})" if finding.accepted else ""
        yield _row([f"{MARKS[finding.level]} {finding.level.word}{accepted}", *(escaped(text) for text in cells)])


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _why(finding: Finding, language: Language) -> str:
    """The shortest sentence that helps: what it follows from, its cause, or the next step; else the message."""
    if finding.root is not None:
        return language.message(say("Ikut salah karena {root}.", root=finding.root))
    if finding.stated is None and finding.recomputed is None:
        return language.message(finding.message)
    parts = [finding.cause.words if finding.cause else None, finding.consequence]
    sentences = [_sentence(language.message(part)) for part in parts if part is not None]
    return " ".join(sentences) or language.message(finding.step or finding.message)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?")) else ".")


def _end(report: Report, language: Language) -> Iterator[str]:
    state = readiness(report)
    if state.missing:
        yield f"### {language.message(say('Belum lengkap'))}"
        yield ""
        yield from (f"- {escaped(entry)}" for entry in unchecked(state.missing, language, ALIKE))
        yield ""
    others = len(beside(report.summary.not_checked, state.missing))
    if others:
        yield language.message(say("Tidak dapat diperiksa: {0} hal; rinciannya di buku kerja hasil.", others))
        yield ""
    yield language.message(state.step)
    yield ""
    tool = " ".join(report.tool.get(key, "") for key in ("name", "version")).strip()
    sha256 = report.source.get("sha256", "")
    end = say(
        "Berkas: {0}, SHA-256 `{1}`. Alat: {2}. {3}", escaped(file_name(report)), sha256, escaped(tool), NOT_A_SCORE
    )
    yield language.message(end)
