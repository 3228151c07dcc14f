"""Everything declared in the package: variants, measures, rules and kinds of mistakes, found and put in order."""

from __future__ import annotations

from lkj_xlsx.model.collect import collect
from lkj_xlsx.model.declare import CauseKind, Measure, Rule, RulePage, Variant


def variants() -> tuple[Variant, ...]:
    """Every permitted variant of every option."""
    return collect("lkj_xlsx.measures", Variant)


def measures() -> tuple[Measure, ...]:
    """Every declared measure."""
    return collect("lkj_xlsx.relations", Measure) + collect("lkj_xlsx.measures", Measure)


def rules() -> tuple[Rule, ...]:
    """Every declared rule, by code."""
    return tuple(item for item in pages() if isinstance(item, Rule))


def pages() -> tuple[RulePage, ...]:
    """Every kind of finding that has a manual page, by code: the rules, and those that no rule asks for."""
    return tuple(sorted(collect("lkj_xlsx.rules", RulePage), key=lambda item: item.code))


def causes() -> tuple[CauseKind, ...]:
    """Every kind of mistake that can be recognised."""
    return tuple(sorted(collect("lkj_xlsx.causes", CauseKind), key=lambda kind: kind.rank))
