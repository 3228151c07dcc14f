"""Which quarter is the wrong one, where the quarters do not make up the year's figure that other tables state."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from lkj_xlsx.measures import triwulan
from lkj_xlsx.measures.agreement import common, says, target_of
from lkj_xlsx.measures.basis import Input
from lkj_xlsx.measures.capaian import agreed_realisasi
from lkj_xlsx.measures.realisasi import exact_realisasi
from lkj_xlsx.model.cell import Value, Where
from lkj_xlsx.model.computed import Base, Basis, Judged, Suspect, Verdict
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.message import say
from lkj_xlsx.model.number import Interval
from lkj_xlsx.relations.slips import slip_of

TRIWULAN = tuple(range(1, 5))


@dataclass(frozen=True, slots=True)
class Year:
    """The year's figure as it is stated, and by how many cells; the result of the base data is one more."""

    value: Value
    cells: tuple[Where, ...]
    exact: bool

    @property
    def settled(self) -> bool:
        """Whether two statements agree, so that the quarters are in doubt and not the year."""
        return len(self.cells) + self.exact > 1


def judged_triwulan(entry: Judged, book: Book) -> tuple[Judged, tuple[Suspect, ...]]:
    """The entry of a year's figure, or what it becomes where others state the year: the quarter that slipped is
    accused, or the quarters are doubted (`Verdict.DIRAGUKAN`), each of them a suspect beside the first."""
    if entry.measure is not triwulan.setahun or entry.verdict not in (Verdict.SELISIH, Verdict.DIISI):
        return entry, ()
    year = stated_year(entry, book)
    if year is None or not _contradicts(entry, year, book):
        return entry, ()
    slipped = [(n, right) for n in TRIWULAN for right in _wanted(entry, n, year) if _likely(_triwulan(entry, n), right)]
    if year.settled and len(slipped) == 1:
        return _accused(entry, year, *slipped[0]), ()
    doubted = list(doubtful(entry, year))
    if not doubted or (not year.settled and entry.verdict is Verdict.SELISIH):
        return entry, ()
    suspects = [Suspect(where, right, doubted[0][0]) for where, right in doubted[1:]]
    result = entry.computed.bases[0].value
    if not year.settled:
        suspects += [Suspect(where, result, doubted[0][0]) for where in year.cells]
    return replace(entry, verdict=Verdict.DIRAGUKAN), tuple(suspects)


def stated_year(entry: Judged, book: Book) -> Year | None:
    """The year's figure as other tables state it, and the cell itself where it states the same."""
    computed, tahun = entry.computed, book.settings.tahun
    indikator = book.indikator_of(computed.record)
    if indikator is None:
        return None
    facts = [f for f in book.stated(indikator.kode, computed.field, tahun) if f.value.where != computed.value.where]
    value = target_of(book, indikator.kode, tahun) if computed.field == "target" else None
    value = value or agreed_realisasi(book, indikator, tahun)
    first = next((fact for fact in facts if value is not None and fact.value == value), None)
    if first is None or first.value.known is None or first.value.upper is not None:
        return None
    own = [f for f in book.facts.at(computed.value.where) if (f.ukuran, f.subjek) == (computed.field, indikator.kode)]
    agreeing = [fact for fact in (*facts, *own) if common((first, fact), book) is not None]
    if own and own[0] not in agreeing:
        return None
    unrounded = exact_realisasi(book, indikator, tahun) if computed.field == "realisasi" else None
    span = says(first, book)
    confirmed = isinstance(unrounded, Input) and span is not None and span.meets(unrounded.span)
    return Year(first.value, tuple(fact.value.where for fact in agreeing), confirmed)


def _contradicts(entry: Judged, year: Year, book: Book) -> bool:
    """Whether no reading of the quarters gives the year's figure."""
    if entry.verdict is Verdict.SELISIH:
        return True
    stated = year.value.interval
    return stated is not None and not any(basis.result.meets(stated) for basis in entry.computed.bases)


def doubtful(entry: Judged, year: Year) -> Iterator[tuple[Where, Decimal]]:
    """The quarters that may be wrong, each with what it would have to be."""
    for n in TRIWULAN:
        for right in _wanted(entry, n, year):
            if right >= 0 and right != _triwulan(entry, n).known:
                yield _triwulan(entry, n).where, right


def _accused(entry: Judged, year: Year, n: int, right: Decimal) -> Judged:
    computed, value = entry.computed, _triwulan(entry, n)
    words = say("angka setahun {0} dan triwulan lainnya", year.value.shown)
    basis = Basis(Base.EKSAK, Interval.point(right), words, year.cells)
    accused = replace(
        computed,
        field=f"{computed.field}_tw{n}",
        label=say("{0} triwulan {1}", computed.label, n),
        value=value,
        result=right,
        bases=(basis,),
        rivals={},
        places=value.places,
    )
    return Judged(accused, Verdict.SELISIH, basis, None, (value.known or right) - right)


def _triwulan(entry: Judged, n: int) -> Value:
    return entry.record.get(f"{entry.field}_tw{n}")


def _wanted(entry: Judged, n: int, year: Year) -> list[Decimal]:
    """What quarter `n` would have to be for the year's figure to hold."""
    whole, cells = year.value.known, [_triwulan(entry, m).known for m in TRIWULAN]
    others = [cell for m, cell in zip(TRIWULAN, cells, strict=True) if m != n]
    known = [cell for cell in others if cell is not None]
    if whole is None or len(known) != len(others):
        return []
    how = triwulan.AGREGASI[entry.computed.variant]
    if how.part is not None:
        return [how.part(whole, known)]
    tried = [*known[: n - 1], whole, *known[n - 1 :]]
    return [whole] if how.apply(*tried) == whole else []


def _likely(value: Value, right: Decimal) -> bool:
    return value.known is not None and slip_of(value.known, right, value.places) is not None
