"""Which conclusions turn over with the right figure, asked of the measure whose figure it is."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from lkj_xlsx.measures.capaian import agreed_realisasi
from lkj_xlsx.measures.capaian_variants import result_of
from lkj_xlsx.measures.conclusions import capaian_flips, capaian_of, kemajuan_flips
from lkj_xlsx.measures.data_dasar import of_base_figure
from lkj_xlsx.measures.renstra import non_kumulatif, sifat_of
from lkj_xlsx.model.cell import Value
from lkj_xlsx.model.collect import collect
from lkj_xlsx.model.computed import Judged
from lkj_xlsx.model.declare import Measure, Mended
from lkj_xlsx.model.fact import Book, Indikator, per_book
from lkj_xlsx.model.flip import Flip
from lkj_xlsx.model.number import Missing, Reason
from lkj_xlsx.model.record import Fact


@per_book
def _measures(book: Book) -> Mapping[str, Measure]:
    """The declared measures by code."""
    return {item.code: item for room in ("relations", "measures") for item in collect(f"lkj_xlsx.{room}", Measure)}


def flips(entry: Judged, book: Book) -> tuple[Flip, ...]:
    """What turns over when a judged figure is put right.

    A figure that others speak against has no measure of its own: it is an input, and others are computed from it.
    """
    computed = entry.computed
    said, right = computed.value.known, entry.against.value if entry.against is not None else None
    if said is None or right is None:
        return ()
    indikator, tahun = book.indikator_of(computed.record), book.settings.year_of(computed.field)
    changes = computed.measure.changes if isinstance(computed.measure, Measure) else of_base_figure
    return changes(Mended(computed.record, computed.field, entry.where, said, right, indikator, tahun), book)


def flips_of_fact(fact: Fact, right: Decimal | None, book: Book) -> tuple[Flip, ...]:
    """What one statement of a fact about an indicator concludes otherwise than the figure to trust."""
    said, indikator, code = fact.value.known, book.indikator.get(fact.subjek), fact.ukuran.upper()
    measures = _measures(book)
    measure = (measures.get(f"{code}-SD") if fact.sampai else None) or measures.get(code)
    if said is None or right is None or indikator is None or measure is None:
        return ()
    where = fact.value.where
    return measure.changes(Mended(fact.record, fact.field, where, said, right, indikator, fact.tahun), book)


def flips_of_target(said: Value, right: Value, indikator: Indikator, tahun: int, book: Book) -> tuple[Flip, ...]:
    """What the realisasi says under either target: of the report's year, or at the end of the Renstra."""
    settings = book.settings
    value = agreed_realisasi(book, indikator, settings.tahun)
    number = result_of(value, indikator, settings) if value is not None else Missing(Reason.MASUKAN)
    if tahun not in (settings.tahun, settings.akhir) or isinstance(number, Missing):
        return ()
    if tahun != settings.tahun and sifat_of(indikator) != non_kumulatif.code:
        return ()  # the realisasi up to now is another figure
    one, other = (capaian_of(goal, number.value, indikator, book) for goal in (said, right))
    if one is None or other is None:
        return ()
    return capaian_flips(one, other, book) if tahun == settings.tahun else kemajuan_flips(one, other)
