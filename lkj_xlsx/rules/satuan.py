"""Is every figure of an indicator in the unit that the sheet Indikator declares."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lkj_xlsx.measures.realisasi import data
from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.declare import Source, rule
from lkj_xlsx.model.fact import Book, Indikator, per_book
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.model.message import Message, say
from lkj_xlsx.model.record import Record
from lkj_xlsx.rules.wording import cells
from lkj_xlsx.spec.field import Kind, plain_title
from lkj_xlsx.spec.same_units import UnitGap, unit_gap
from lkj_xlsx.spec.template import TEMPLATE

SATUAN = "LKJ218", "satuan-berbeda"
SUMBER = Source("NUM-6", "Satu indikator mempunyai satu satuan di semua tabel", "D")
_FIGURES = {
    sheet.key: tuple(field.key for field in sheet.fields if field.kind is Kind.NILAI) for sheet in TEMPLATE.sheets
}


class Stated(NamedTuple):
    """A unit as a cell states it, in a column of units or beside a figure, and the table of the cell."""

    where: Where
    unit: str
    tabel: str


@rule(*SATUAN, Level.BEDA, "Satuan berbeda antar tabel", SUMBER)
def satuan_berbeda(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: satuan di kolom Satuan, di belakang angka dalam sel, dan di Data Dasar yang angkanya dipakai
    apa adanya, terhadap satuan di lembar Indikator.

    Mengapa penting: 262 % bukan 262 Orang; angka yang sama dengan satuan lain adalah fakta lain. Jenis yang berlainan
    (persen, rupiah, benda) adalah beda; satuan yang berdekatan (Orang dan Unit, Ton dan Kg) perlu diperiksa.

    Contoh yang ditemukan: "262 %" untuk indikator bersatuan Orang; kolom Satuan berisi Rp untuk indikator bersatuan %.
    Contoh yang lolos: % dan Persen; Orang dan orang; Dokumen dan Laporan; Nilai dan Predikat; Rp dan Rupiah.

    Cara memperbaiki: samakan satuannya; bila angkanya memang angka lain, ganti angkanya.
    """
    groups: dict[tuple[str, str], list[Stated]] = {}
    for indikator in book.indikator.values():
        for stated in _stated(book, indikator):
            if unit_gap(stated.unit, indikator.satuan) is not UnitGap.NONE:
                groups.setdefault((indikator.kode, plain_title(stated.unit) or stated.unit), []).append(stated)
    for (kode, _), (first, *rest) in groups.items():
        indikator = book.indikator[kode]
        declared = indikator.record.get("satuan").where
        apart = unit_gap(first.unit, indikator.satuan)
        yield Finding(
            *SATUAN,
            Level.BEDA if apart is UnitGap.KIND else Level.PERIKSA,
            say(
                "Satuan tertulis {satuan} di {sel}{lain}, sedangkan {sumber} menulis {benar}.",
                satuan=first.unit,
                sel=first.where,
                lain=say(" dan {0}", cells([each.where for each in rest])) if rest else "",
                sumber=declared,
                benar=indikator.satuan,
            ),
            first.where,
            first.tabel,
            subject=indikator.nama,
            label=say("satuan"),
            stated=first.unit,
            related=(*(each.where for each in rest), declared),
            step=_step(first, declared, indikator.satuan, len(rest)),
        )


def _step(first: Stated, declared: Where, satuan: str, others: int) -> Message:
    if others > 1:
        return say(
            "Tentukan satuan yang benar: {benar} di {sumber}, atau {satuan} di sel-sel itu; lalu samakan.",
            benar=satuan,
            sumber=declared,
            satuan=first.unit,
        )
    return say(
        "Ganti satuan di {sel} menjadi {benar}; bila angkanya memang dalam {satuan}, ganti angkanya.",
        sel=first.where,
        benar=satuan,
        satuan=first.unit,
    )


def _stated(book: Book, indikator: Indikator) -> Iterator[Stated]:
    """Every unit stated for an indicator, each cell once."""
    seen: set[Where] = set()
    for each in _everywhere(book, indikator):
        if each.unit and each.where not in seen:
            seen.add(each.where)
            yield each


def _everywhere(book: Book, indikator: Indikator) -> Iterator[Stated]:
    for record in _by_indikator(book).get(indikator.kode, ()):
        if record.sheet != "indikator":
            yield _in_column(record)
        for key, value in record.values.items():
            if key.partition("@")[0] in _FIGURES[record.sheet] and value.unit:
                yield Stated(value.where, value.unit, record.tabel)
    series = book.series(indikator.pembilang) if indikator.rumus == data.code else None
    if series is not None:
        yield _in_column(series)


@per_book
def _by_indikator(book: Book) -> Mapping[str, tuple[Record, ...]]:
    """The rows that speak of one indicator alone, by its code; rows of the budget hold no figures in its unit."""
    rows: dict[str, list[Record]] = {}
    for record in book.all_records:
        if len(record.indikator) == 1 and (_FIGURES[record.sheet] or "satuan" in record.values):
            rows.setdefault(record.indikator[0], []).append(record)
    return {kode: tuple(group) for kode, group in rows.items()}


def _in_column(record: Record) -> Stated:
    return Stated(record.get("satuan").where, record.text("satuan"), record.tabel)
