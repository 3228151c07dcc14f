"""Amounts that follow from others because a formula computes them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lkj_xlsx.model.cell import Where
from lkj_xlsx.relations.relation import Relation


class Followers:
    """Amounts that follow from others because a formula computes them."""

    def __init__(self, ties: Mapping[Where, Relation]) -> None:
        self.ties = ties
        self._up: dict[Where, list[Where]] = {}
        for cell, tie in ties.items():
            for part in tie.parts:
                self._up.setdefault(part, []).append(cell)

    def of(self, where: Where) -> Iterator[Where]:
        """Every cell that moves with an amount, as often as it contains it; the nearest first."""
        queue = [(where, frozenset((where,)))]
        while queue:
            place, seen = queue.pop(0)
            for cell in self._up.get(place, ()):
                if cell not in seen:  # formulas may lead in a circle
                    yield cell
                    queue.append((cell, seen | {cell}))

    def typed(self, where: Where) -> tuple[Where, ...]:
        """The typed amounts that a cell follows from: itself, where it is none that follows."""
        leaves: dict[Where, None] = {}
        queue, seen = [where], {where}
        while queue:
            place = queue.pop(0)
            tie = self.ties.get(place)
            if tie is None:
                leaves[place] = None
            for part in tie.parts if tie is not None else ():
                if part not in seen:
                    seen.add(part)
                    queue.append(part)
        return tuple(leaves)

    def upwards(self) -> Iterator[Where]:
        """The cells that follow, those after which others follow first."""
        done: set[Where] = set()

        def visit(cell: Where, above: frozenset[Where]) -> Iterator[Where]:
            if cell in done or cell in above:
                return
            for part in self.ties[cell].parts:
                if part in self.ties:
                    yield from visit(part, above | {cell})
            done.add(cell)
            yield cell

        for cell in self.ties:
            yield from visit(cell, frozenset())
