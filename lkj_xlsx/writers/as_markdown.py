"""The report for a chat or a ticket: what is wrong, where, and what to do, in Markdown tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.model.report import Report, natural, rank
from lkj_xlsx.writers.documents import NOT_A_SCORE
from lkj_xlsx.writers.figures import right, stated
from lkj_xlsx.writers.terminal import next_step, summary_line
from lkj_xlsx.writers.workbook_style import MARKS
from lkj_xlsx.writers.workbook_summary import file_name, readiness

TOLD = (Level.GALAT, Level.BEDA)
HEAD = ("Tingkat", "Sel", "Perihal", "Tertulis", "Seharusnya", "Sebab atau langkah")
_ANYWHERE = re.compile(r"([\\`*_\[\]<>|~$&])")
_FORMULA = re.compile(r"^(?=[=+\-@#])")


def report_markdown(report: Report) -> str:
    """The document as text, ending without a line break; findings below `beda` are only counted."""
    return "\n".join(_blocks(report))


def escaped(text: str) -> str:
    """Text on one line that Markdown, and a spreadsheet it is pasted into, show as it is: never markup or a formula."""
    line = " ".join(text.split())
    line = _ANYWHERE.sub(r"\\\1", line)
    line = _FORMULA.sub(r"\\", line)
    # bare addresses and names behind @ would become links and calls to people
    return line.replace("://", ":\\//").replace("www.", "www\\.").replace("@", "@\u2060")


def _blocks(report: Report) -> Iterator[str]:
    office = " ".join(report.identity.get(key, "") for key in ("opd", "kabupaten", "tahun")).split()
    yield f"## {escaped(' '.join(office) or file_name(report))}"
    yield ""
    yield f"**{readiness(report)[1]}**"
    yield ""
    yield summary_line(report)
    told = [finding for finding in report.findings if finding.level in TOLD and not finding.accepted]
    for number, findings in _by_table(told):
        yield ""
        yield f"### {_table_name(report, number)}"
        yield ""
        yield from _table(findings)
    yield ""
    yield from _end(report)


def _by_table(findings: Iterable[Finding]) -> list[tuple[str, list[Finding]]]:
    groups: dict[str, list[Finding]] = {}
    for finding in sorted(findings, key=rank):
        groups.setdefault(finding.tabel, []).append(finding)
    return sorted(groups.items(), key=lambda pair: (natural(pair[0]), pair[0]))


def _table_name(report: Report, number: str) -> str:
    if not number:
        return "Umum"
    title = next((table.title for table in report.tables if natural(table.number) == natural(number)), "")
    return f"Tabel {escaped(number)} {escaped(title)}".strip()


def _table(findings: Sequence[Finding]) -> Iterator[str]:
    yield _row(HEAD)
    yield _row(["---"] * len(HEAD))
    for finding in findings:
        place = str(finding.where) if finding.where else "-"
        cells = (place, finding.subjek, stated(finding), right(finding), _why(finding))
        yield _row([f"{MARKS[finding.level]} {finding.level.word}", *(escaped(text) for text in cells)])


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _why(finding: Finding) -> str:
    """The shortest sentence that helps: what it follows from, its cause, or the next step; else the message."""
    if finding.root is not None and finding.root != finding.where:
        return f"Ikut salah karena {finding.root}."
    if finding.stated is None and finding.recomputed is None:
        return str(finding.message)
    parts = [finding.cause.evidence if finding.cause else None, finding.consequence]
    told = [_sentence(str(part)) for part in parts if part is not None]
    return " ".join(told) or str(finding.step or finding.message)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?")) else ".")


def _end(report: Report) -> Iterator[str]:
    unchecked = len(report.summary.not_checked)
    if unchecked:
        yield f"Tidak dapat diperiksa: {unchecked} hal; rinciannya di buku kerja hasil."
        yield ""
    yield next_step(report)
    yield ""
    tool = " ".join(report.tool.get(key, "") for key in ("name", "version")).strip()
    sha256 = report.source.get("sha256", "")
    yield f"Berkas: {escaped(file_name(report))}, SHA-256 `{sha256}`. Alat: {escaped(tool)}. {NOT_A_SCORE}"
