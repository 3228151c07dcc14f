"""Two versions side by side, as text for people and as JSON for machines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import wrap

from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.difference import Change, ChangeKind, Difference
from lkj_xlsx.model.language import INDONESIAN, Language
from lkj_xlsx.model.message import say
from lkj_xlsx.writers.as_json import finding_object
from lkj_xlsx.writers.shown import dumped, shown
from lkj_xlsx.writers.terminal import ACCEPTED

WIDTH = 80
BLANK = say("(kosong)")
KINDS = {ChangeKind.TAMBAH: say("baris ditambah"), ChangeKind.HAPUS: say("baris dihapus")}


def difference_text(difference: Difference, language: Language = INDONESIAN) -> str:
    """The comparison by sheet and table, then the findings that appeared, went and stayed."""
    head = say("Dari {old} ke {new}", old=difference.old, new=difference.new)
    parts = [language.message(head), *_changes(difference.changes, language), *_findings(difference, language)]
    return shown("\n".join(parts))


def _changes(changes: Iterable[Change], language: Language) -> Iterator[str]:
    changes = tuple(changes)
    yield ""
    yield language.message(say("Isian yang berubah: {n}", n=len(changes)))
    place = ("", "")
    for change in changes:
        if (change.sheet, change.tabel) != place:
            place = (change.sheet, change.tabel)
            table = language.message(say("Tabel {0}", change.tabel))
            yield f"  {change.sheet}" + (f", {table}" if change.tabel else "")
        yield from _indented(_line(change, language), 4)


def _line(change: Change, language: Language) -> str:
    if change.kind is ChangeKind.UBAH:
        before, after = (language.message(text or BLANK) for text in (change.before, change.after))
        cell = change.new or change.old
        return f"{cell.cell if cell else '-'}  {change.row}, {change.column}: {before} → {after}"
    cell = change.new or change.old
    sign = "+" if change.kind is ChangeKind.TAMBAH else "−"
    place, content = cell.cell if cell else "-", change.after or change.before or change.row
    return f"{sign} {language.message(KINDS[change.kind])} ({place}): {content}"


def _findings(difference: Difference, language: Language) -> Iterator[str]:
    for title, findings in (
        (say("Temuan baru: {0}"), difference.appeared),
        (say("Temuan yang hilang: {0}"), difference.went),
        (say("Temuan yang tetap: {0}"), difference.stayed),
    ):
        yield ""
        yield language.message(say(title, len(findings)))
        for finding in findings:
            accepted = f" ({language.message(ACCEPTED)})" if finding.accepted else ""
            head = f"{finding.level.word.upper()}{accepted}  {finding.where or '-'}  {finding.code}  "
            subject = f"{language.message(finding.heading)}: " if finding.heading else ""
            yield from _indented(f"{head}{subject}{language.message(finding.message)}", 2)


def _indented(text: str, indent: int) -> Iterator[str]:
    first, rest = " " * indent, " " * (indent + 4)
    yield from wrap(" ".join(text.split()), WIDTH, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)


def difference_json(difference: Difference, language: Language = INDONESIAN) -> str:
    """One document: `changes` with both places, and the findings as `audit --format json` writes them."""
    document = {
        "schema": 1,
        "old": difference.old,
        "new": difference.new,
        "changes": [
            {
                "kind": change.kind.name.lower(),
                "sheet": change.sheet,
                "table": change.tabel or None,
                "row": change.row,
                "column": change.column or None,
                "before": change.before or None,
                "after": change.after or None,
                "old": _cell(change.old),
                "new": _cell(change.new),
            }
            for change in difference.changes
        ],
        "findings": {
            "appeared": [finding_object(finding, language) for finding in difference.appeared],
            "went": [finding_object(finding, language) for finding in difference.went],
            "stayed": [finding_object(finding, language) for finding in difference.stayed],
        },
    }
    return dumped(document)


def _cell(where: Where | None) -> dict[str, str] | None:
    return {"sheet": where.sheet, "cell": where.cell} if where is not None else None
