"""Which quarter is the wrong one, where the year's figure is what all other tables state."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from lkj_xlsx.measures import triwulan
from lkj_xlsx.model.cell import Value
from lkj_xlsx.model.computed import Base, Basis, Judged, Verdict
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.message import say
from lkj_xlsx.model.number import Interval
from lkj_xlsx.relations.slips import slip_of

TRIWULAN = tuple(range(1, 5))


def triwulan_culprit(entry: Judged, book: Book) -> Judged:
    """The entry itself, or where other tables support the year's figure, one that accuses the quarter that slipped."""
    if entry.verdict is not Verdict.SELISIH or entry.measure is not triwulan.setahun or not _supported(entry, book):
        return entry
    computed = entry.computed
    slipped = [(n, right) for n in TRIWULAN for right in _wanted(entry, n) if _likely(_triwulan(entry, n), right)]
    if len(slipped) != 1:
        return entry
    n, right = slipped[0]
    value = _triwulan(entry, n)
    words = say("angka setahun {0} dan triwulan lainnya", computed.value.shown)
    basis = Basis(Base.EKSAK, Interval.point(right), words, (computed.value.where,))
    accused = replace(
        computed,
        field=f"{computed.field}_tw{n}",
        label=say("{0} triwulan {1}", computed.label, n),
        value=value,
        result=right,
        bases=(basis,),
        rivals={},
    )
    return Judged(accused, Verdict.SELISIH, basis, None, (value.known or right) - right)


def _triwulan(entry: Judged, n: int) -> Value:
    return entry.record.get(f"{entry.field}_tw{n}")


def _supported(entry: Judged, book: Book) -> bool:
    computed = entry.computed
    facts = [
        fact
        for kode in computed.record.indikator
        for fact in book.stated(kode, computed.field, book.settings.tahun)
        if fact.value.where != computed.value.where
    ]
    return any(fact.value.known == computed.value.known for fact in facts)


def _wanted(entry: Judged, n: int) -> list[Decimal]:
    """What quarter `n` would have to be for the year's figure to hold."""
    year, cells = entry.computed.value.known, [_triwulan(entry, m).known for m in TRIWULAN]
    others = [cell for m, cell in zip(TRIWULAN, cells, strict=True) if m != n]
    known = [cell for cell in others if cell is not None]
    if year is None or len(known) != len(others):
        return []
    how = triwulan.AGREGASI[entry.computed.variant]
    if how.part is not None:
        return [how.part(year, known)]
    tried = [*known[: n - 1], year, *known[n - 1 :]]
    return [year] if how.apply(*tried) == year else []


def _likely(value: Value, right: Decimal) -> bool:
    return value.known is not None and slip_of(value.known, right, value.places) is not None
