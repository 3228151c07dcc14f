"""How a stated figure stands to the recomputed one: the table of verdicts, judged by the places the author wrote."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from lkj_xlsx.model.computed import Base, Basis, Computed, Judged, Verdict
from lkj_xlsx.model.number import Interval, Missing, cut, unit
from lkj_xlsx.model.spelling import says_nothing

ROUNDING_SLIP = 2  # units of the last place that a chain of roundings may miss the exact result by


def judge(computed: Computed) -> Judged:
    """The verdict on one figure. Words are compared by the measure itself, which leaves no basis for a wrong one."""
    value = computed.value
    if isinstance(computed.result, Missing):
        return Judged(computed, Verdict.TIDAK_DIPERIKSA)
    if value.blank or value.cell.where.column == 0:
        return Judged(computed, Verdict.DIISI)
    if isinstance(computed.result, str):
        if says_nothing(value.text):
            return Judged(computed, Verdict.TIDAK_DIPERIKSA)
        return Judged(computed, Verdict.SESUAI if _same_word(value.text, computed) else Verdict.SELISIH)
    if value.known is None or value.interval is None:
        return Judged(computed, Verdict.TIDAK_DIPERIKSA)
    return _numbers(computed, value.known, value.interval)


def _same_word(text: str, computed: Computed) -> bool:
    words = {str(computed.result), *(basis.words for basis in computed.bases)}
    return normal_word(text) in {normal_word(word) for word in words}


def normal_word(text: str) -> str:
    """A rating word for comparison: no case, no spaces, no bracketed code (`Sangat Tinggi(ST)`)."""
    return "".join(text.partition("(")[0].casefold().split())


def _numbers(computed: Computed, number: Decimal, says: Interval) -> Judged:
    exact = [basis for basis in computed.bases if basis.base is Base.EKSAK]
    typed = [basis for basis in computed.bases if basis.base is Base.TERTULIS]
    spans = [basis for basis in computed.bases if basis.base is Base.SELANG]
    strong = exact or typed
    if not strong:
        return Judged(computed, Verdict.TIDAK_DIPERIKSA)
    if computed.exact_places is not None:  # derived rupiah: one unit either way
        slack = unit(computed.exact_places)
        says = Interval(says.low - slack, says.high + slack)
    places = computed.value.places
    ordered = computed.exact_places is not None  # readings in the order of what the document itself says
    near = strong[0] if ordered else min(strong, key=lambda basis: abs(basis.value - number))
    gap = number - near.value

    def verdict(kind: Verdict, met: Basis | None = None, against: Basis = near) -> Judged:
        return Judged(computed, kind, against, met, number - against.value)

    agreeing = _holding(strong, says)
    if agreeing is not None:
        return Judged(computed, Verdict.SESUAI, agreeing, agreeing, Decimal(0))
    cut_off = next((basis for basis in strong if cut(basis.value, places) == number), None)
    if cut_off is not None:
        return verdict(Verdict.PEMOTONGAN, cut_off, cut_off)
    weaker = _holding(typed, says) if exact else None
    if weaker is not None:
        return verdict(Verdict.BEDA_BASIS, weaker)
    within = next((basis for basis in spans if basis.result.meets(says)), None)
    if within is not None and not exact:
        return verdict(Verdict.DALAM_BATAS, within)
    if within is not None:  # a right computation from what is printed, however far from the exact one
        slight = abs(gap) <= ROUNDING_SLIP * unit(places)
        return verdict(Verdict.SELISIH_PEMBULATAN if slight else Verdict.BEDA_BASIS, within)
    rival = next((code for code, result in computed.rivals.items() if says.holds(result)), "")
    if rival:
        return Judged(computed, Verdict.RUMUS_BERBEDA, near, None, gap, rival)
    return verdict(Verdict.SELISIH)


def _holding(bases: Iterable[Basis], says: Interval) -> Basis | None:
    return next((basis for basis in bases if says.holds(basis.value)), None)
