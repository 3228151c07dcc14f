"""Bases of a recomputation: points from exact or typed figures, ranges from typed figures and their rounding."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal, localcontext
from functools import partial
from itertools import product
from typing import NamedTuple

from lkj_xlsx.model.cell import Value, Where
from lkj_xlsx.model.computed import Base, Basis
from lkj_xlsx.model.message import say
from lkj_xlsx.model.number import PRECISION, Interval, Missing, show, stated
from lkj_xlsx.model.record import Record
from lkj_xlsx.spec.units import counts, is_whole

TAKEN = "{0}"  # the words of a formula whose result is its one figure
Calculation = Callable[..., Decimal | Missing]


class Input(NamedTuple):
    """One figure that goes into a formula: its value, the range it stands for, how it is written, and its cells.

    said    how it is written, where that is not the value with its `places`
    origin  how the figure itself was computed, where it was
    """

    value: Decimal
    span: Interval
    said: str = ""
    where: tuple[Where, ...] = ()
    origin: str = ""
    places: int | None = None

    @property
    def text(self) -> str:
        return self.said or show(self.value, self.places)

    @property
    def exact(self) -> bool:
        return self.span.low == self.span.high


def exact(value: Decimal, text: str = "", *where: Where) -> Input:
    """A figure without rounding: a count, an amount of rupiah, a target, an unrounded result."""
    return Input(value, Interval.point(value), text, where)


def typed(value: Value, whole: bool = False) -> Input | None:
    """A typed figure, ± half a unit of its last place; exact if `whole` (counts, rupiah). None if absent."""
    number = value.known
    if number is None:
        return None
    span = Interval.point(number) if whole else stated(number, value.places)
    return Input(number, span, "", (value.where,), places=value.places)


def in_unit(value: Value, satuan: str) -> Input | None:
    """A typed figure in a unit: exact where the unit counts things and no decimals tell of a mean. None if absent."""
    number = value.known
    return typed(value, is_whole(satuan) and number is not None and number == number.to_integral_value())


def base_figure(record: Record, key: str) -> Input | None:
    """A figure of base data: exact if it counts, is rupiah or has no decimals beside a unit of measure; a percent, an
    index or anything with decimals is as rounded as it is written. None if absent."""
    value, satuan = record.get(key), record.text("satuan")
    number = value.known
    whole = number is not None and number == number.to_integral_value()
    return typed(value, whole and (not value.places or is_whole(satuan)) and counts(satuan) is not False)


def decimals(result: Decimal | str | Missing, satuan: str) -> int:
    """Decimals that a recomputed figure is told with: none for a whole number of what is counted, else two."""
    whole = isinstance(result, Decimal) and result == result.to_integral_value()
    return 0 if whole and is_whole(satuan) else 2


def target(value: Value) -> Input | None:
    """A target: a decision, not a measurement, so exact however it is written. None if absent."""
    number = value.known
    return None if number is None else Input(number, Interval.point(number), "", (value.where,), places=value.places)


def evaluate(formula: Calculation, numbers: Sequence[Decimal]) -> Decimal | Missing:
    """The formula in `PRECISION` digits."""
    with localcontext() as context:
        context.prec = PRECISION
        return formula(*numbers)


def point(base: Base, formula: Calculation, inputs: Sequence[Input], words: str, variant: str = "") -> Basis | Missing:
    """The basis that takes every input at its value. `words` holds `{0}`, `{1}` ... for the inputs as written."""
    result = evaluate(formula, [item.value for item in inputs])
    if isinstance(result, Missing):
        return result
    return Basis(base, Interval.point(result), partial(_formula_text, words, inputs), _cells(inputs), variant)


def span(formula: Calculation, inputs: Sequence[Input], words: str, variant: str = "") -> Basis | None:
    """The basis that takes every input at its range; None where a corner of them fails."""
    result = reach(formula, inputs)
    if result is None:
        return None
    return Basis(Base.SELANG, result, partial(_range_text, words, inputs, result), _cells(inputs), variant)


def reach(formula: Calculation, inputs: Sequence[Input]) -> Interval | None:
    """What a monotone formula gives over all corners of the inputs' ranges; None where a corner fails."""
    results = [evaluate(formula, corner) for corner in product(*({item.span.low, item.span.high} for item in inputs))]
    numbers = [result for result in results if isinstance(result, Decimal)]
    return Interval(min(numbers), max(numbers)) if numbers and len(numbers) == len(results) else None


def ladder(
    formula: Calculation,
    words: str,
    sure: Sequence[Sequence[Input]],
    said: Sequence[Sequence[Input]] = (),
    variant: str = "",
) -> tuple[tuple[Basis, ...], Missing | None]:
    """All bases, strongest first, and the first reason met where a basis could not be computed.

    sure  inputs from the base data, by preference; `said` those typed beside the figure

    A basis is exact where all its inputs are in themselves (counts, rupiah, targets), wherever they stand.
    """
    bases: list[Basis] = []
    reason: Missing | None = None
    for inputs in (*sure, *said):
        kind = Base.EKSAK if all(item.exact for item in inputs) else Base.TERTULIS
        basis = point(kind, formula, inputs, words, variant)
        if isinstance(basis, Missing):
            reason = reason or basis
        elif all(basis.result != other.result or basis.base != other.base for other in bases):
            bases.append(basis)
        ranged = span(formula, inputs, words, variant) if kind is Base.TERTULIS else None
        if ranged is not None:
            bases.append(ranged)
    return strongest_first(bases), reason


def strongest_first(bases: Iterable[Basis]) -> tuple[Basis, ...]:
    """Bases in the order of their strength, those of one strength as they came."""
    order = list(Base)
    return tuple(sorted(bases, key=lambda basis: order.index(basis.base)))


def plus(count: int, start: int = 0) -> str:
    """Words of a sum of `count` inputs: `{0} + {1} + {2}`."""
    return " + ".join(f"{{{place}}}" for place in range(start, start + count))


def _formula_text(words: str, inputs: Sequence[Input]) -> str:
    """The formula with its figures, and how those that were computed came about.

    A formula that only takes a figure over says where it stands: the figure itself is told beside it.
    """
    if words == TAKEN and (inputs[0].origin or inputs[0].where):
        return inputs[0].origin or str(inputs[0].where[0])
    text = say(words, *(item.text for item in inputs))
    for origin in dict.fromkeys(say("{0} = {1}", item.text, item.origin) for item in inputs if item.origin):
        text = say("{rumus}, dengan {asal}", rumus=text, asal=origin)
    return text


def _range_text(words: str, inputs: Sequence[Input], result: Interval) -> str:
    """The formula with its figures, and what their rounding leaves open."""
    places = 2 if abs(result.high) >= 10 else 4
    low, high = show(result.low, places), show(result.high, places)
    return say("{0}, yang karena pembulatannya {1} sampai {2}", _formula_text(words, inputs), low, high)


def _cells(inputs: Sequence[Input]) -> tuple[Where, ...]:
    return tuple(dict.fromkeys(where for item in inputs for where in item.where))
