"""Amounts of rupiah that others speak for or against: sums of the budget tables, the same budget elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lkj_xlsx.measures.serapan import name_of
from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.computed import SILENT, Base, Basis, Computed, Plain, Verdict
from lkj_xlsx.model.declare import Mended, measure
from lkj_xlsx.model.fact import Book, per_book
from lkj_xlsx.model.flip import Flip
from lkj_xlsx.model.number import Interval, Missing, Reason
from lkj_xlsx.model.record import Record
from lkj_xlsx.relations.moved_totals import moved, moved_serapan
from lkj_xlsx.relations.relation import Relation
from lkj_xlsx.relations.ties import across, sums, unchecked
from lkj_xlsx.relations.witnesses import Culprit, culprits
from lkj_xlsx.spec import sources

_FILLS = (
    ("realisasi_anggaran", "anggaran"),
    ("realisasi_anggaran", "realisasi"),
    ("program_pendukung", "pagu"),
    ("efisiensi", "anggaran"),
    ("efisiensi", "realisasi_anggaran"),
)
_LABELS = {
    "anggaran": "anggaran",
    "realisasi": "realisasi anggaran",
    "pagu": "pagu",
    "realisasi_anggaran": "realisasi anggaran",
}


@per_book
def suspects(book: Book) -> Mapping[Where, Culprit]:
    """The amounts of a book that the others speak against, by cell."""
    return {culprit.where: culprit for culprit in culprits(book)}


@per_book
def _ties(book: Book) -> Mapping[Where, tuple[Relation, ...]]:
    by_total: dict[Where, list[Relation]] = {}
    for tie in (*sums(book), *across(book)):
        by_total.setdefault(tie.total, []).append(tie)
    return {where: tuple(ties) for where, ties in by_total.items()}


def _unchecked(record: Record, field: str, book: Book, why: str) -> Computed:
    """A total that is left unchecked."""
    reason = Missing(Reason.MASUKAN, why)
    subjek = record.text("program") or name_of(record, book)
    return Computed(rupiah, _LABELS[field], record, field, record.get(field), reason, subjek=subjek, places=0)


def _changes(mended: Mended, book: Book) -> tuple[Flip, ...]:
    """Totals, absorption and the word efisien; in doubt where it is not known which amount is the wrong one."""
    sure = suspects(book)[mended.where].sure
    return tuple(replace(flip, sure=sure) for flip in (*moved(mended, book), *moved_serapan(mended, book)))


def _plain_amount(record: Record, field: str, book: Book) -> Plain:
    """An amount that others speak for and none against, or that nothing speaks of."""
    where = record.place(field)
    if record.known(field) is None or where.row != record.row:
        return SILENT
    if where in suspects(book):
        return None
    return Verdict.SESUAI if where in _ties(book) else None if where in unchecked(book) else SILENT


@measure("ANGGARAN", "Jumlah dan kesamaan rupiah", _FILLS, sources.SUSUNAN, _changes, _plain_amount, apart=True)
def rupiah(record: Record, field: str, book: Book) -> Computed | None:
    """Program = jumlah kegiatan = jumlah sub kegiatan; pagu dan anggaran program yang sama harus sama di semua tabel.

    Bila ada yang tidak cocok, sel yang disebut adalah yang bila dibetulkan membuat paling banyak angka lain cocok.
    """
    value = record.get(field)
    if value.known is None or value.where.row != record.row:
        return None
    culprit, ties = suspects(book).get(value.where), _ties(book).get(value.where, ())
    if culprit is None and not ties:
        why = unchecked(book).get(value.where)
        return None if why is None else _unchecked(record, field, book, why)
    right = culprit.right if culprit is not None else value.known
    inputs = culprit.witnesses if culprit is not None else tuple(part for tie in ties for part in tie.parts)
    tie = next(iter(culprit.broken if culprit is not None else ties))
    basis = Basis(Base.EKSAK, Interval.point(right), tie.label, inputs)
    return Computed(
        rupiah,
        _LABELS[field],
        record,
        field,
        value,
        right,
        (basis,),
        tie.label,
        "",
        record.text("program") or name_of(record, book),
        places=0,
    )
