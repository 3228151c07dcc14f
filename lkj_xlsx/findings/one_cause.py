"""Figures that all went wrong in the same way: one finding for a column or for one fact, the others under it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace

from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.model.message import Message, joined, say

FEWEST = 4  # figures of a column that are wrong for the same cause, and more than half of those that are checked


def in_facts(findings: Iterable[Finding], book: Book) -> list[Finding]:
    """The findings, those of one fact that several tables state with the same wrong figure under the first of them."""

    def fact_of(finding: Finding) -> object | None:
        if finding.cause is None or finding.root is not None or finding.level is not Level.GALAT:
            return None
        fact = next(iter(book.facts.at(finding.where)), None) if finding.where is not None else None
        if fact is None:
            return None
        return fact.subjek, fact.ukuran, fact.tahun, finding.code, finding.cause.kind, fact.value.known

    listed = list(findings)
    return _under_first(listed, [group for group in _alike(listed, fact_of) if len(group) > 1], _in_all_tables)


def in_columns(findings: Iterable[Finding], ledger: Ledger) -> list[Finding]:
    """The findings, those of a column with one cause under the first of them."""
    listed = list(findings)
    checked = Counter((e.where.sheet, e.where.column) for e in ledger.entries if e.verdict.checked)

    def enough(group: list[Finding]) -> bool:
        where = group[0].where or Where("")
        return len(group) >= FEWEST and len(group) * 2 > checked[where.sheet, where.column]

    columns = [sorted(group, key=lambda f: f.where or Where("")) for group in _alike(listed, _column) if enough(group)]
    return _under_first(listed, columns, _in_all_rows)


def _alike(findings: Iterable[Finding], sort: Callable[[Finding], object | None]) -> list[list[Finding]]:
    """The findings of one sort together; those of no sort are left out."""
    groups: dict[object, list[Finding]] = {}
    for finding in findings:
        kind = sort(finding)
        if kind is not None:
            groups.setdefault(kind, []).append(finding)
    return list(groups.values())


def _under_first(
    findings: Iterable[Finding],
    groups: Iterable[list[Finding]],
    head: Callable[[Finding, list[Finding]], Finding],
) -> list[Finding]:
    """The findings, those of each group under its first, which tells of all."""
    heads: dict[int, Finding] = {}
    roots: dict[int, Where | None] = {}
    for first, *others in groups:
        heads[id(first)] = head(first, others)
        roots |= {id(other): first.where for other in others}
    return [heads.get(id(f)) or (replace(f, root=roots[id(f)]) if id(f) in roots else f) for f in findings]


def _column(finding: Finding) -> object | None:
    where, cause = finding.where, finding.cause
    if where is None or cause is None or finding.root is not None or finding.level < Level.BEDA:
        return None
    return where.sheet, where.column, finding.tabel, finding.code, cause.kind


def _with(first: Finding, others: Iterable[Finding], message: Message, step: Message) -> Finding:
    places = tuple(other.where for other in others if other.where is not None)
    return replace(first, message=message, related=(*first.related, *places), step=step)


def _in_all_tables(first: Finding, others: list[Finding]) -> Finding:
    places = joined(other.where for other in others if other.where is not None)
    message = say("{0} Angka yang sama tertulis di {1}.", first.message, places)
    return _with(first, others, message, say("{0} Begitu pula {1}.", first.step or "", places))


def _in_all_rows(first: Finding, others: list[Finding]) -> Finding:
    cells = ", ".join(other.where.cell for other in others if other.where is not None)
    message = say("{0} Sebab yang sama di {1} sel lain kolom ini.", first.message, len(others))
    return _with(first, others, message, say("Betulkan kolom ini di semua baris: {0}, {1}.", first.where or "", cells))
