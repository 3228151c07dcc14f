"""One tie of amounts: what it says, whether it holds, and what would make it hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.number import Interval, cut

SUM, PERCENT, LEFT, SAME = "jumlah", "persen", "sisa", "sama"


@dataclass(frozen=True, slots=True, eq=False)
class Relation:
    """A tie: `total` is the sum of `parts` (SUM, SAME), parts[0] − parts[1] (LEFT), or their percent (PERCENT)."""

    kind: str
    total: Where
    parts: tuple[Where, ...]
    label: str
    says: Interval | None = None
    stated: Decimal | None = None
    places: int = 0

    def holds(self, amounts: Mapping[Where, Decimal]) -> bool:
        numbers = [amounts[part] for part in self.parts]
        if self.kind == PERCENT:
            if not numbers[0] or self.says is None:
                return True
            percent = numbers[1] / numbers[0] * 100
            return self.says.holds(percent) or cut(percent, self.places) == self.stated
        if self.kind == LEFT:
            return amounts[self.total] == numbers[0] - numbers[1]
        return amounts[self.total] == sum(numbers)

    def solved(self, place: Where, amounts: Mapping[Where, Decimal]) -> Decimal | None:
        """What one amount has to be, all others known; None where a percent leaves it open."""
        if self.kind == PERCENT:
            return None
        if self.kind == LEFT and place != self.total:
            given, spent = self.parts
            return amounts[given] - amounts[self.total] if place == spent else amounts[spent] + amounts[self.total]
        if place != self.total:
            return amounts[self.total] - sum((amounts[part] for part in self.parts if part != place), Decimal(0))
        numbers = [amounts[part] for part in self.parts]
        return numbers[0] - numbers[1] if self.kind == LEFT else sum(numbers, Decimal(0))

    def repairs(self, amounts: Mapping[Where, Decimal]) -> Iterator[tuple[Where, Decimal]]:
        """Each amount with the value that would make the relation hold."""
        if self.kind == PERCENT:
            return
        numbers = [amounts[part] for part in self.parts]
        right = numbers[0] - numbers[1] if self.kind == LEFT else sum(numbers, Decimal(0))
        gap = amounts[self.total] - right
        yield self.total, right
        for place, part in enumerate(self.parts):
            yield part, amounts[part] + (-gap if self.kind == LEFT and place == 1 else gap)
