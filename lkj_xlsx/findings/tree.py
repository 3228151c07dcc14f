"""The one tree of findings that every output draws, and its order."""

from __future__ import annotations

from collections.abc import Iterable

from lkj_xlsx.model.branch import Branch
from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.finding import Finding
from lkj_xlsx.model.report import natural

Rank = tuple[bool, int, bool, tuple[int, ...], str, int, int, str, str]


def rank(finding: Finding) -> Rank:
    """A sorting key for findings: open before accepted, the worst first, those that change something before others."""
    where = finding.where or Where("")
    return (
        bool(finding.accepted),
        -finding.level,
        not finding.flips,
        natural(finding.tabel),
        where.sheet,
        where.row,
        where.column,
        finding.code,
        str(finding.message),
    )


def grown(findings: Iterable[Finding]) -> tuple[Branch, ...]:
    """Every finding exactly once: what follows from a cell stands under the finding at that cell, at any depth.

    - Several findings at the root's cell: what follows stands under the first of them by `rank`.
    - A finding that follows from another one at its own cell (its formula) stands under that one.
    - Nothing is told of the root's cell: the finding stands for itself and still names the cell.
    - An accepted root with an open finding below it stays above it as a heading. Only the open one counts, in the
      summary, the exit code and the recap, and it makes the branch come as early as an open one.
    - Roots that point at each other in a circle hide nothing: the first of them by `rank` stands above the others.

    Branches stand by the foremost rank in them: a light root with a heavy consequence comes as early as that.
    """
    ordered = sorted(findings, key=rank)
    places = {finding.where for finding in ordered if finding.where is not None}
    heads = {finding.where for finding in ordered if finding.where is not None and finding.where != finding.root}
    below: dict[Where, list[Finding]] = {}
    own: list[Finding] = []
    for finding in ordered:
        if finding.root is None or finding.root not in (heads if finding.root == finding.where else places):
            own.append(finding)
        else:
            below.setdefault(finding.root, []).append(finding)
    placed: set[int] = set()
    branches = [_branch(finding, below, placed) for finding in own]
    branches += [_branch(finding, below, placed) for finding in ordered if id(finding) not in placed]
    return _foremost_first(branches)


def _branch(finding: Finding, below: dict[Where, list[Finding]], placed: set[int]) -> Branch:
    placed.add(id(finding))
    follows: list[Branch] = []
    for other in below.get(finding.where, ()) if finding.where is not None else ():
        if id(other) not in placed:
            follows.append(_branch(other, below, placed))
    return Branch(finding, _foremost_first(follows))


def _foremost_first(branches: Iterable[Branch]) -> tuple[Branch, ...]:
    return tuple(sorted(branches, key=lambda branch: min(rank(finding) for _, finding in branch.walk())))


def in_order(tree: Iterable[Branch]) -> tuple[Finding, ...]:
    """The findings of a tree in reading order."""
    return tuple(finding for branch in tree for _, finding in branch.walk())
