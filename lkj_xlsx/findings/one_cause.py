"""A column of figures that all went wrong in the same way: one finding for the column, its rows under it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace

from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.model.message import say

FEWEST = 4  # figures of a column that are wrong for the same cause, and more than half of those that are checked
Sameness = tuple[str, int, str, str, str]  # sheet, column, table, code, kind of cause


def in_columns(findings: Iterable[Finding], ledger: Ledger) -> list[Finding]:
    """The findings, those of a column with one cause under the first of them."""
    listed = list(findings)
    groups: dict[Sameness, list[Finding]] = defaultdict(list)
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


def _column(finding: Finding) -> Sameness | None:
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
