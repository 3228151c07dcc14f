"""The rating word of a row against the scale of the document."""

from __future__ import annotations

from dataclasses import replace

from lkj_xlsx.measures.baris_penutup import means
from lkj_xlsx.measures.capaian import capaian_bases
from lkj_xlsx.measures.skala import SCALES, scale_of
from lkj_xlsx.model.computed import Base, Basis, Computed
from lkj_xlsx.model.declare import measure
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.message import say
from lkj_xlsx.model.number import Interval, Missing, Reason
from lkj_xlsx.model.record import Record
from lkj_xlsx.spec import sources


@measure(
    "PREDIKAT",
    "Predikat",
    (("capaian_iku", "predikat"), ("target_realisasi", "predikat")),
    sources.SKALA_BATAS,
    apart=True,
    choices=tuple(SCALES.values()),
)
def predikat(record: Record, field: str, book: Book) -> Computed | None:
    """Kata predikat menurut skala; benar bila cocok dengan capaian tertulis atau capaian hasil hitung ulang."""
    indikator = book.indikator_of(record)
    value = record.get(field)
    if indikator is None and (record.closing is None or value.blank):
        return None
    nama = record.closing.words if record.closing is not None else indikator.nama if indikator is not None else ""
    scale = scale_of(book)
    if isinstance(scale, Missing):
        return Computed(predikat, "predikat", record, field, value, scale, subjek=nama)
    bases: tuple[Basis, ...] = means(record, "capaian", book) if record.closing is not None else ()
    reason: Missing | None = None
    if indikator is not None:
        bases, _, reason = capaian_bases(
            book, indikator, book.settings.tahun, record.get("realisasi"), record.get("target")
        )
    said = record.get("capaian")
    if said.known is not None:
        bases += (Basis(Base.TERTULIS, Interval.point(said.known), say("capaian tertulis"), (said.where,)),)
    if not bases:
        missing = reason or Missing(Reason.MASUKAN)
        return Computed(predikat, "predikat", record, field, value, missing, subjek=nama)
    words = tuple(replace(basis, wording=word) for basis in bases for word in scale.meant(basis.value))
    return Computed(
        predikat,
        "predikat",
        record,
        field,
        value,
        scale.rate(bases[0].value),
        words,
        "menurut batas atas Skala Nilai",
        scale.name,
        nama,
    )
