"""One fact stated in several tables: the figure to compute with, chosen by what the tables agree on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from lkj_xlsx.measures.basis import in_unit
from lkj_xlsx.model.cell import Value
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.number import Interval
from lkj_xlsx.model.record import Fact


def says(fact: Fact, book: Book) -> Interval | None:
    """What a statement stands for: exactly its figure where the indicator's unit counts, else ± half a last place."""
    indikator = book.indikator.get(fact.subjek)
    satuan = indikator.satuan if indikator is not None and fact.ukuran == "realisasi" else ""
    item = in_unit(fact.value, satuan)
    return item.span if item is not None else None


def common(facts: Sequence[Fact], book: Book) -> Interval | None:
    """The part that all statements of one fact share; None where they contradict each other or there is nothing."""
    meeting: Interval | None = None
    for fact in facts:
        span = says(fact, book)
        if span is None:
            continue
        meeting = span if meeting is None else meeting.share(span)
        if meeting is None:
            return None
    return meeting


def agreed(facts: Sequence[Fact], support: Callable[[Decimal], int] | None = None) -> Value | None:
    """The statement with most votes: cells whose range holds it, then `support` (agreeing results), then most places.

    Ties go to the statement that comes first in the order of the sheets.
    """
    known = [fact for fact in facts if fact.value.known is not None and fact.value.upper is None]
    if not known:
        return next((fact.value for fact in facts if not fact.value.blank), None)

    ranges = [fact.value.interval for fact in known]

    def votes(fact: Fact) -> tuple[int, int]:
        number = fact.value.known
        assert number is not None
        holding = sum(1 for says in ranges if says is not None and says.holds(number))
        return holding + (support(number) if support else 0), fact.value.places

    return max(known, key=votes).value


def target_of(book: Book, kode: str, tahun: int) -> Value | None:
    """The target of an indicator in a year.

    Perjanjian Kinerja decides, unless at least two other tables agree with each other against it.
    """
    facts = book.stated(kode, "target", tahun)
    if not facts:
        return None
    pk = next((fact for fact in facts if fact.record.sheet == "perjanjian" and not fact.value.blank), None)
    if pk is None:
        return agreed(facts)
    others = [fact for fact in facts if fact is not pk and not fact.value.blank]
    against = [fact for fact in others if same_target(fact.value, pk.value) is False]
    agreeing = len(others) - len(against)
    united = all(same_target(fact.value, against[0].value) for fact in against)
    return against[0].value if len(against) >= 2 and not agreeing and united else pk.value


def same_target(one: Value, other: Value) -> bool | None:
    """Whether two targets are the same decision; None where they cannot be compared (a letter beside a bare score)."""
    if one.known is not None and other.known is not None:
        return one.known == other.known and (one.upper or one.known) == (other.upper or other.known)
    if one.known is None and other.known is None:
        return one.text.strip().casefold() == other.text.strip().casefold() if one.text and other.text else None
    return None
