"""The report on a terminal: by table, the worst first, readable at 80 columns and without colour."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from textwrap import wrap
from typing import Any, TextIO

import click

from lkj_xlsx.model.branch import Branch
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.model.language import INDONESIAN, Language
from lkj_xlsx.model.message import Message, joined, say
from lkj_xlsx.model.number import show
from lkj_xlsx.model.report import NotChecked, Report, natural
from lkj_xlsx.writers.readiness import COUNTS, headline, readiness
from lkj_xlsx.writers.shown import shown
from lkj_xlsx.writers.unchecked import ALIKE, MANY, MOST_PLACES, beside, unchecked

COLOURS: Mapping[Level, Mapping[str, Any]] = {
    Level.GALAT: {"fg": "red", "bold": True},
    Level.BEDA: {"fg": "yellow"},
    Level.PERIKSA: {"fg": "cyan"},
    Level.CATATAN: {"dim": True},
}
ACCEPTED = say("diterima")
MOST_FINDINGS = 200  # of one table
MORE_FINDINGS = say(
    "… dan {n} temuan lain di tabel ini; semuanya ada di lembar Temuan buku kerja hasil dan di --format json"
)
STEP, FOLD = 2, 4  # columns of indentation: a finding, and one that follows from it


class Screen:
    """Lines of a width, in colour where the stream is a terminal that shows some and nobody asked for none."""

    def __init__(self, stream: TextIO | None, width: int | None) -> None:
        self.stream = stream or sys.stdout
        self.width = width or shutil.get_terminal_size().columns
        plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
        self.colour = False if plain else None  # None: as the stream can

    def print(self, text: str = "", indent: int = 0, head: str = "", **look: Any) -> None:
        """One line: a head in a look of ours, and text as it is shown."""
        begin = click.style(head, **look) if head else ""
        click.echo(f"{' ' * indent}{begin}{shown(text)}", file=self.stream, color=self.colour)


def print_report(
    report: Report,
    language: Language = INDONESIAN,
    *,
    console_width: int | None = None,
    stream: TextIO | None = None,
) -> None:
    """Print findings, what was not checked, and what to do next to `stream` (standard output where None)."""
    console = Screen(stream, console_width)
    _line(console, headline(report) or report.source.get("path", ""), bold=True)
    notes = notes_of_a_kind(report.tree)
    told = {id(branch) for group in notes for branch in group}
    for number, branches in by_table(branch for branch in report.tree if id(branch) not in told):
        console.print()
        _line(console, language.message(table_name(report, number)), bold=True)
        _print_findings(console, branches, language)
    _print_notes(console, notes, language)
    state = readiness(report)
    _listed(console, say("Belum lengkap"), state.missing, language, ALIKE)
    _listed(console, say("Tidak diperiksa"), beside(report.summary.not_checked, state.missing), language)
    console.print()
    _line(console, language.message(summary_line(report)))
    sensitive = sensitivity_line(report)
    if sensitive:
        _line(console, language.message(sensitive))
    for sentence in (state.sentence, state.step):
        _line(console, language.message(sentence), bold=True)


def summary_line(report: Report) -> Message:
    """How many figures were checked, how many agree, and the findings of each level."""
    summary = report.summary
    accepted = report.accepted()
    counts = say(
        "{checked} angka diperiksa, {agree} sesuai. Temuan: {levels}.",
        checked=summary.checked,
        agree=summary.agree,
        levels=joined(say(COUNTS[level], summary.by_level.get(level.word, 0)) for level in sorted(Level, reverse=True)),
    )
    return joined((counts, say("Diterima: {n}.", n=accepted)), " ") if accepted else counts


def sensitivity_line(report: Report) -> Message | None:
    """How many formulas not chosen would change a conclusion, None where none would."""
    moved = [item for item in report.sensitivity if item.changed]
    if not moved:
        return None
    most = max(moved, key=lambda item: item.changed)
    if len(moved) == 1:
        return most.message
    return say("{most} {n} pilihan lain juga berpengaruh; lihat Ringkasan.", most=most.message, n=len(moved) - 1)


def by_table(tree: Iterable[Branch]) -> list[tuple[str, list[Branch]]]:
    """The branches by the table of their root, in the order of the numbers; those of no table come first.

    What follows from a root stands under it whatever table it is of.
    """
    groups: dict[str, list[Branch]] = {}
    for branch in tree:
        groups.setdefault(branch.finding.tabel, []).append(branch)
    return sorted(groups.items(), key=lambda pair: (natural(pair[0]), pair[0]))


def notes_of_a_kind(tree: Iterable[Branch]) -> list[list[Branch]]:
    """Open notes (`catatan`) of one rule that stand in several tables, where there are many: told in one line each."""
    kinds: dict[str, list[Branch]] = {}
    for branch in tree:
        if branch.finding.level is Level.CATATAN and not branch.finding.accepted and not branch.follows:
            kinds.setdefault(branch.finding.code, []).append(branch)
    return [each for each in kinds.values() if len(each) > ALIKE and len({b.finding.tabel for b in each}) > 1]


def _print_notes(console: Screen, notes: list[list[Branch]], language: Language) -> None:
    if not notes:
        return
    console.print()
    _line(console, language.message(say("Catatan di beberapa tabel")), bold=True)
    for group in notes:
        first = group[0].finding
        places = [str(branch.finding.where) for branch in group if branch.finding.where]
        listed = ", ".join((*places[:MOST_PLACES], *(["…"] if len(places) > MOST_PLACES else [])))
        console.print(f"  {first.code}", STEP, "CATATAN", **COLOURS[Level.CATATAN])
        kind = say("{n} catatan seperti ini ({sel}): {contoh}", n=len(group), sel=listed, contoh=first.message)
        _padded(console, language.message(kind), 2 * STEP)


def table_name(report: Report, number: str) -> Message:
    """The heading above the findings of a table; those of no table stand under a heading of their own."""
    if not number:
        return say("Umum")
    title = next((table.title for table in report.tables if natural(table.number) == natural(number)), "")
    return say("Tabel {0} {1}", number, title) if title else say("Tabel {0}", number)


def _print_findings(console: Screen, branches: list[Branch], language: Language) -> None:
    """The first findings of a table, those that follow indented under their root, and how many more there are."""
    findings = [each for branch in branches for each in branch.walk()]
    for depth, finding in findings[:MOST_FINDINGS]:
        _print_finding(console, finding, STEP + depth * FOLD, language)
    if len(findings) > MOST_FINDINGS:
        rest = show(Decimal(len(findings) - MOST_FINDINGS), 0)
        _padded(console, language.message(say(MORE_FINDINGS, n=rest)), STEP)


def _print_finding(console: Screen, finding: Finding, indent: int, language: Language) -> None:
    word = finding.level.word.upper() + (f" ({language.message(ACCEPTED)})" if finding.accepted else "")
    look = {"dim": True} if finding.accepted else COLOURS[finding.level]
    console.print(f"  {shown(str(finding.where or '-'))}  {finding.code}", indent, word, **look)
    for text in _sentences(finding):
        _padded(console, language.message(text), indent + STEP)


def _sentences(finding: Finding) -> Iterable[str]:
    if finding.heading:
        yield finding.heading
    yield finding.message
    if finding.root is not None:
        yield say("Ikut salah karena {root}.", root=finding.root)
    if finding.cause is not None:
        yield say("Sebab: {0}", finding.cause.words)
    if finding.consequence is not None:
        yield say("Akibat: {0}", finding.consequence)
    if finding.step is not None:
        yield say("Langkah: {0}", finding.step)
    if finding.accepted:
        yield say("Diterima: {0}", finding.accepted)


def _listed(
    console: Screen, heading: Message, items: Sequence[NotChecked], language: Language, most: int = MANY
) -> None:
    if not items:
        return
    console.print()
    _line(console, language.message(heading), bold=True)
    for entry in unchecked(items, language, most):
        _padded(console, entry, STEP)


def _line(console: Screen, text: str, bold: bool = False) -> None:
    for line in wrap(text, console.width, break_on_hyphens=False):
        console.print(head=shown(line), bold=True) if bold else console.print(line)


def _padded(console: Screen, text: str, indent: int) -> None:
    """Wrapped at words under a hanging indentation, without blanks at the end of a line."""
    room = max(20, console.width - indent)
    for part in text.split("\n"):
        for line in wrap(part, room, break_on_hyphens=False) or [""]:
            console.print(f"{' ' * indent}{line}".rstrip())
