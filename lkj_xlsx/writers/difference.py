"""Two versions side by side, as text for people and as JSON for machines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from textwrap import wrap

from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.difference import Change, Difference, Kind
from lkj_xlsx.model.message import printable, say
from lkj_xlsx.writers.as_json import finding_object

WIDTH = 110
BLANK = "(kosong)"


def difference_text(found: Difference) -> str:
    """The comparison by sheet and table, then the findings that appeared, went and stayed."""
    head = say("Dari {old} ke {new}", old=found.old, new=found.new)
    parts = [str(head), *_changes(found.changes), *_findings(found)]
    return printable("\n".join(parts))


def _changes(changes: Iterable[Change]) -> Iterator[str]:
    changes = tuple(changes)
    yield ""
    yield str(say("Isian yang berubah: {n}", n=len(changes)))
    place = ("", "")
    for change in changes:
        if (change.sheet, change.tabel) != place:
            place = (change.sheet, change.tabel)
            yield f"  {change.sheet}" + (f", Tabel {change.tabel}" if change.tabel else "")
        yield from _indented(_told(change), 4)


def _told(change: Change) -> str:
    if change.kind is Kind.UBAH:
        before, after = change.before or BLANK, change.after or BLANK
        cell = change.new or change.old
        return f"{cell.cell if cell else '-'}  {change.row}, {change.column}: {before} → {after}"
    cell = change.new or change.old
    sign = "+" if change.kind is Kind.TAMBAH else "−"
    return f"{sign} {change.kind.value} ({cell.cell if cell else '-'}): {change.after or change.before or change.row}"


def _findings(found: Difference) -> Iterator[str]:
    for title, findings in (
        ("Temuan baru", found.appeared),
        ("Temuan yang hilang", found.went),
        ("Temuan yang tetap", found.stayed),
    ):
        yield ""
        yield f"{title}: {len(findings)}"
        for finding in findings:
            accepted = " (diterima)" if finding.accepted else ""
            head = f"{finding.level.word.upper()}{accepted}  {finding.where or '-'}  {finding.code}  "
            subject = f"{finding.subjek}: " if finding.subjek and finding.subjek not in str(finding.message) else ""
            yield from _indented(f"{head}{subject}{finding.message}", 2)


def _indented(text: str, indent: int) -> Iterator[str]:
    first, rest = " " * indent, " " * (indent + 4)
    yield from wrap(" ".join(text.split()), WIDTH, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)


def difference_json(found: Difference) -> str:
    """One document: `changes` with both places, and the findings as `audit --format json` writes them."""
    document = {
        "schema": 1,
        "old": found.old,
        "new": found.new,
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
            for change in found.changes
        ],
        "findings": {
            "appeared": [finding_object(finding) for finding in found.appeared],
            "went": [finding_object(finding) for finding in found.went],
            "stayed": [finding_object(finding) for finding in found.stayed],
        },
    }
    return json.dumps(document, ensure_ascii=False, indent=2)


def _cell(where: Where | None) -> dict[str, str] | None:
    return {"sheet": where.sheet, "cell": where.cell} if where is not None else None
