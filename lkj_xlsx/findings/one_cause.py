"""Figures that all went wrong in the same way: one finding for a column or for one fact, the others under it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace

from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.model.message import joined, say

FEWEST = 4  # figures of a column that are wrong for the same cause, and more than half of those that are checked
Likewise = tuple[str, int, str, str, str]  # sheet, column, table, code, kind of cause


def in_facts(findings: Iterable[Finding], book: Book) -> list[Finding]:
    """The findings, those of one fact that several tables state with the same wrong figure under the first of them."""
    listed = list(findings)
    groups: dict[object, list[Finding]] = defaultdict(list)
    for finding in listed:
        fact = next(iter(book.facts.at(finding.where)), None) if finding.where is not None else None
        if fact is not None and finding.cause is not None and finding.root is None and finding.level is Level.GALAT:
            same = fact.subjek, fact.ukuran, fact.tahun, finding.code, finding.cause.kind, fact.value.known
            groups[same].append(finding)
    heads: dict[int, Finding] = {}
    roots: dict[int, Where | None] = {}
    for group in groups.values():
        first, *others = group
        if others:
            heads[id(first)] = _in_all_tables(first, others)
            roots |= {id(other): first.where for other in others}
    return [heads.get(id(f)) or (replace(f, root=roots[id(f)]) if id(f) in roots else f) for f in listed]


def _in_all_tables(first: Finding, others: list[Finding]) -> Finding:
    places = joined(other.where for other in others if other.where is not None)
    return replace(
        first,
        message=say("{0} Angka yang sama tertulis di {1}.", first.message, places),
        related=(*first.related, *(other.where for other in others if other.where is not None)),
        step=say("{0} Begitu pula {1}.", first.step or "", places),
    )


def in_columns(findings: Iterable[Finding], ledger: Ledger) -> list[Finding]:
    """The findings, those of a column with one cause under the first of them."""
    listed = list(findings)
    groups: dict[Likewise, list[Finding]] = defaultdict(list)
    for finding in listed:
        column = _column(finding)
        if column is not None:
            groups[column].append(finding)
    checked = Counter((e.where.sheet, e.where.column) for e in ledger.entries if e.verdict.checked)
    roots: dict[Where | None, Where] = {}
    heads: dict[int, Finding] = {}
    for (sheet, number, *_), group in groups.items():
        if len(group) < FEWEST or len(group) * 2 <= checked[sheet, number]:
            continue
        first, *others = sorted(group, key=lambda finding: finding.where or Where(""))
        if first.where is None:
            continue
        heads[id(first)] = _head(first, others)
        roots |= {other.where: first.where for other in others}
    return [
        heads.get(id(f)) or (replace(f, root=roots[f.where]) if _column(f) and f.where in roots else f) for f in listed
    ]


def _column(finding: Finding) -> Likewise | None:
    where, cause = finding.where, finding.cause
    if where is None or cause is None or finding.root is not None or finding.level < Level.BEDA:
        return None
    return where.sheet, where.column, finding.tabel, finding.code, cause.kind


def _head(first: Finding, others: list[Finding]) -> Finding:
    cells = ", ".join(other.where.cell for other in others if other.where is not None)
    return replace(
        first,
        message=say("{0} Sebab yang sama di {1} sel lain kolom ini.", first.message, len(others)),
        related=(*first.related, *(other.where for other in others if other.where is not None)),
        step=say("Betulkan kolom ini di semua baris: {0}, {1}.", first.where or "", cells),
    )
