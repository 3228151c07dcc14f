"""Findings as a tree: each root mistake with the findings that are wrong only because of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lkj_xlsx.model.finding import Finding


@dataclass(frozen=True, slots=True)
class Branch:
    """A finding and those that follow from it, each with its own."""

    finding: Finding
    follows: tuple[Branch, ...] = ()

    def walk(self, depth: int = 0) -> Iterator[tuple[int, Finding]]:
        """This finding and all below it in reading order, each with how far below the root it stands."""
        yield depth, self.finding
        for branch in self.follows:
            yield from branch.walk(depth + 1)
