"""What the inputs of a capaian or a progress figure would have to be, where they are stated in one cell only.

A target or a realisasi that no other table repeats is contradicted by nothing but the figure computed from it: either
of the two may be the wrong one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from lkj_xlsx.measures.agreement import target_of
from lkj_xlsx.measures.basis import Calculation, Input, evaluate
from lkj_xlsx.measures.capaian import best_realisasi
from lkj_xlsx.measures.capaian_variants import goals, result_of, way
from lkj_xlsx.measures.realisasi import exact_realisasi, recipe
from lkj_xlsx.measures.renstra import progress_formula, so_far
from lkj_xlsx.model.cell import Value, Where
from lkj_xlsx.model.computed import Judged, Verdict
from lkj_xlsx.model.fact import Book, Indikator
from lkj_xlsx.model.number import Interval, Missing, round_half_up
from lkj_xlsx.model.ukuran import Inputs
from lkj_xlsx.relations.slips import slips_of

SHIFTED = (2, -2, 1, -1)  # a target or a realisasi is typed as a percent, or with its mark one place off
STEP, STEPS = Decimal("1.1"), 30  # how far, in tenths, another value is looked for: up to 17 times as much or as little


@dataclass(frozen=True, slots=True)
class Lone:
    """An input that one cell alone states: what the figure would be with another value in it."""

    value: Value
    results: Callable[[Decimal], tuple[Decimal, ...]]

    def gives(self, x: Decimal, says: Interval) -> bool:
        return any(says.holds(result) for result in self.results(x))


def lone_inputs(entry: Judged, book: Book) -> tuple[Lone, ...]:
    """The inputs of a wrong capaian or progress figure that nothing else in the book supports."""
    if entry.verdict is not Verdict.SELISIH or not entry.measure.against_target:
        return ()
    computed = entry.computed
    indikator = book.indikator_of(computed.record)
    if indikator is None:
        return ()
    if not computed.value.known:  # a 0 is what any input that is large or small enough would give
        return ()
    progress = computed.measure.inputs is Inputs.TARGET_AKHIR
    tahun = book.settings.tahun if progress else book.settings.year_of(computed.field)
    goal = target_of(book, indikator.kode, book.settings.akhir if progress else tahun)
    aims = goals(goal, book.settings) if goal is not None else None
    if goal is None or not isinstance(aims, tuple):
        return ()
    chosen = way(indikator, book.settings, goal)
    formula = progress_formula(indikator, chosen, len(aims)) if progress else chosen.formula
    if computed.field == "kemajuan_sd":
        sure, said, _ = so_far(book, indikator, None)
        numbers = [sum((item.value for item in row), Decimal(0)) for row in (*sure, *said)]
    else:
        one, other, _ = best_realisasi(book, indikator, tahun)
        numbers = [item.value for item in (*one, *other)]
    return (
        *_target(formula, goal, numbers, book, indikator, book.settings.akhir if progress else tahun),
        *(() if progress else _realisasi(formula, aims, book, indikator, tahun)),
    )


def _target(
    formula: Calculation, goal: Value, numbers: list[Decimal], book: Book, indikator: Indikator, tahun: int
) -> Iterator[Lone]:
    """The target, if it stands alone; a letter beside a score is a statement of its own: `B (61,79)` is no 161,79. Both
    may be those of another year."""
    stated = [fact for fact in book.stated(indikator.kode, "target", tahun) if not fact.value.blank]
    sure = goal.letter is not None and not copied_target(goal, indikator, tahun, book)
    if len(stated) == 1 and goal.known is not None and not sure and goal.upper is None and not goal.ratio and numbers:
        yield Lone(goal, lambda x: _known(evaluate(formula, [x, number]) for number in numbers))


def copied_target(goal: Value, indikator: Indikator, tahun: int, book: Book) -> Value | None:
    """The target of the report's year, where that of the Renstra's end is stated with the same figure."""
    settings = book.settings
    other = target_of(book, indikator.kode, settings.tahun) if tahun == settings.akhir != settings.tahun else None
    return other if other is not None and other.known is not None and other.known == goal.known else None


def solved_targets(entry: Judged, book: Book) -> Iterator[tuple[Value, Decimal]]:
    """A target of the Renstra's end that is the one of the report's year, with what a progress figure says it is."""
    indikator = book.indikator_of(entry.computed.record)
    if entry.computed.measure.inputs is not Inputs.TARGET_AKHIR or indikator is None:
        return
    for value, right in solved_inputs(entry, book):
        if copied_target(value, indikator, book.settings.akhir, book) is not None:
            yield value, right


def _realisasi(
    formula: Calculation, aims: tuple[Input, ...], book: Book, indikator: Indikator, tahun: int
) -> Iterator[Lone]:
    """The realisasi, in the same way."""
    stated = [fact for fact in book.stated(indikator.kode, "realisasi", tahun) if not fact.value.blank]
    if len(stated) != 1 or not isinstance(exact_realisasi(book, indikator, tahun), Missing):
        return
    value, numbers = stated[0].value, [item.value for item in aims]
    if value.known is not None and _plain(value) and isinstance(result_of(value, indikator, book.settings), Input):
        yield Lone(value, lambda x: _known([evaluate(formula, [*numbers, x])]))


def _plain(value: Value) -> bool:
    """One figure and nothing else."""
    return value.letter is None and value.upper is None and not value.ratio


def _known(results: Iterable[Decimal | Missing]) -> tuple[Decimal, ...]:
    return tuple(result for result in results if isinstance(result, Decimal))


def slipped_inputs(entry: Judged, book: Book) -> Iterator[tuple[Value, Decimal]]:
    """Each lone input with the values that it may be a slip of and that give the stated figure."""
    says = entry.computed.value.interval
    for lone in lone_inputs(entry, book) if says is not None else ():
        known = lone.value.known or Decimal(0)
        for x in dict.fromkeys(slips_of(known, lone.value.places, SHIFTED)):
            written = x == round_half_up(x, lone.value.places + max(0, -min(SHIFTED)))  # a shifted mark adds decimals
            if says is not None and x != known and written and lone.gives(x, says):
                yield lone.value, x


def slipped_data(entry: Judged, book: Book) -> Iterator[tuple[Where, Decimal]]:
    """Each base figure behind a wrong capaian with the values that it may be a slip of and that give that capaian."""
    computed, says = entry.computed, entry.computed.value.interval
    indikator = book.indikator_of(computed.record)
    if computed.measure.inputs is not Inputs.TARGET or entry.verdict is not Verdict.SELISIH:
        return
    if indikator is None or says is None:
        return
    tahun = book.settings.year_of(computed.field)
    derivation, goal = recipe(book, indikator, tahun), target_of(book, indikator.kode, tahun)
    aims = goals(goal, book.settings) if goal is not None else None
    if isinstance(derivation, Missing) or goal is None or not isinstance(aims, tuple):
        return
    formula, targets = way(indikator, book.settings, goal).formula, [item.value for item in aims]
    for place, item in enumerate(derivation.inputs):
        for x in dict.fromkeys(slips_of(item.value, 0)):
            result = evaluate(
                derivation.formula, [x if i == place else each.value for i, each in enumerate(derivation.inputs)]
            )
            if isinstance(result, Decimal) and any(map(says.holds, _known([evaluate(formula, [*targets, result])]))):
                yield item.where[0], x


def solved_inputs(entry: Judged, book: Book) -> Iterator[tuple[Value, Decimal]]:
    """Each lone input with a value, at its own places, that gives the stated figure."""
    says = entry.computed.value.interval
    for lone in lone_inputs(entry, book) if says is not None else ():
        right = _solved(lone, says) if says is not None else None
        if right is not None:
            yield lone.value, right


def _solved(lone: Lone, says: Interval) -> Decimal | None:
    """The nearest value that gives the stated figure: looked for step by step either way, then by halves."""
    known = lone.value.known or Decimal(0)
    for factor in (STEP, 1 / STEP):
        one = known
        for _ in range(STEPS if known else 0):
            other = one * factor
            right = _between(lone, says, one, other)
            if right is not None:
                return right
            one = other
    return None


def _between(lone: Lone, says: Interval, one: Decimal, other: Decimal) -> Decimal | None:
    aim = (says.low + says.high) / 2
    low, high = (_first(lone, x, aim) for x in (one, other))
    if low is None or high is None or (low > 0) == (high > 0):
        return None
    for _ in range(40):
        middle = (one + other) / 2
        there = _first(lone, middle, aim)
        if there is None:
            return None
        one, other = (middle, other) if (there > 0) == (low > 0) else (one, middle)
    rounded = (round_half_up(one, places) for places in range(lone.value.places + 1))  # the roundest that gives it
    return next((right for right in rounded if lone.gives(right, says)), None)


def _first(lone: Lone, x: Decimal, aim: Decimal) -> Decimal | None:
    return next((result - aim for result in lone.results(x)), None)
