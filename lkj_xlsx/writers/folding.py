"""Findings as trees: each root mistake with the findings that are wrong only because of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.finding import Finding
from lkj_xlsx.model.report import rank


@dataclass(frozen=True, slots=True)
class Branch:
    """A finding and those that follow from it, each with its own."""

    finding: Finding
    follows: tuple[Branch, ...] = ()

    def walk(self) -> Iterator[Branch]:
        """This branch and all below it, in reading order."""
        yield self
        for branch in self.follows:
            yield from branch.walk()


def trees(findings: Iterable[Finding]) -> tuple[Branch, ...]:
    """Every finding exactly once, the worst first; one that follows stands under its root where that is told of too.

    An open finding never stands under an accepted one. Roots that point at each other in a circle hide nothing: the
    first of them stands for itself.
    """
    ordered = sorted(findings, key=rank)
    places = {finding.where for finding in ordered if finding.where is not None}
    still_open = {finding.where for finding in ordered if finding.where is not None and not finding.accepted}
    below: dict[Where, list[Finding]] = {}
    own: list[Finding] = []
    for finding in ordered:
        root = finding.root
        if root is not None and root != finding.where and root in (places if finding.accepted else still_open):
            below.setdefault(root, []).append(finding)
        else:
            own.append(finding)
    told: set[int] = set()
    made = [_branch(finding, below, told) for finding in own]
    made += [_branch(finding, below, told) for finding in ordered if id(finding) not in told]
    return tuple(sorted(made, key=lambda branch: min(rank(item.finding) for item in branch.walk())))


def _branch(finding: Finding, below: dict[Where, list[Finding]], told: set[int]) -> Branch:
    told.add(id(finding))
    follows: list[Branch] = []
    for other in below.get(finding.where, ()) if finding.where is not None else ():
        if id(other) not in told:  # several findings at the root's cell share what follows from it
            follows.append(_branch(other, below, told))
    return Branch(finding, tuple(follows))
