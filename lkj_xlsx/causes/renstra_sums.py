"""A realisasi up to this year that adds the wrong years."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from lkj_xlsx.causes.likelihood import reproduces
from lkj_xlsx.measures.agreement import agreed
from lkj_xlsx.measures.basis import Input
from lkj_xlsx.measures.data_dasar import sampai_dengan
from lkj_xlsx.measures.realisasi import exact_realisasi
from lkj_xlsx.measures.renstra import kumulatif, realisasi_sd, sifat_of, years_so_far
from lkj_xlsx.model.computed import Judged, Ledger
from lkj_xlsx.model.declare import cause
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.finding import Cause
from lkj_xlsx.model.message import Message, say
from lkj_xlsx.model.number import show
from lkj_xlsx.model.record import year_key


def _of_year(entry: Judged, book: Book, tahun: int) -> Decimal | None:
    """The realisasi of one year as the sum up to now would add it."""
    record = entry.computed.record
    if entry.computed.measure is sampai_dengan:
        return record.get(year_key("realisasi", tahun)).known
    indikator = book.indikator_of(record)
    if indikator is None:
        return None
    unrounded = exact_realisasi(book, indikator, tahun)
    if isinstance(unrounded, Input):
        return unrounded.value
    value = agreed(book.stated(indikator.kode, "realisasi", tahun))
    return value.known if value is not None else None


def _sums(entry: Judged, book: Book) -> Iterator[tuple[Decimal, Message]]:
    """Sums of a cumulative figure with one year too few or too many."""
    right, first = list(years_so_far(book)), book.settings.awal
    known = {tahun: _of_year(entry, book, tahun) for tahun in (first - 1, *right)}
    whole = [known[tahun] for tahun in right]
    total = sum((number for number in whole if number is not None), Decimal(0))
    if len(right) < 2 or None in whole:
        return
    for tahun in right:
        yield total - (known[tahun] or 0), say("realisasi {0} belum ikut dijumlah", tahun)
    before = known[first - 1]
    if before:
        yield total + before, say("realisasi {0} ikut dijumlah, padahal sebelum Renstra", first - 1)
    now = known[right[-1]]
    if now is not None:
        yield now, say("hanya realisasi {0}, belum dijumlah sejak {1}", right[-1], first)


@cause("tahun-sd", "Tahun yang dijumlah kurang atau lebih", 16)
def tahun_sd(entry: Judged, book: Book, ledger: Ledger) -> Cause | None:
    """Realisasi s.d. tahun ini tanpa salah satu tahunnya, atau dengan tahun sebelum Renstra."""
    measure, indikator = entry.computed.measure, book.indikator_of(entry.computed.record)
    adds = measure is realisasi_sd and indikator is not None and sifat_of(indikator) == kumulatif.code
    if not adds and measure is not sampai_dengan:
        return None
    for total, words in _sums(entry, book):
        if reproduces(entry, total):
            return Cause("tahun-sd", words, len(years_so_far(book)) + 2)
    return None


@cause("sd-dijumlah", "Dijumlah, padahal tidak kumulatif", 15)
def sd_dijumlah(entry: Judged, book: Book, ledger: Ledger) -> Cause | None:
    """Realisasi s.d. tahun ini dijumlah, padahal sifatnya tidak kumulatif: yang dipakai realisasi terakhir."""
    indikator = book.indikator_of(entry.computed.record)
    if entry.computed.measure is not realisasi_sd or indikator is None or sifat_of(indikator) == kumulatif.code:
        return None
    tahun, total = book.settings.tahun, Decimal(0)
    numbers: list[Decimal] = []
    for year in range(tahun, min(book.settings.awal, tahun - 1) - 1, -1):
        number = _of_year(entry, book, year)
        if number is None:
            return None
        numbers, total = [number, *numbers], total + number
        if len(numbers) > 1 and reproduces(entry, total):
            evidence = say("{0}: dijumlah, padahal tidak kumulatif", " + ".join(show(each, 2) for each in numbers))
            return Cause("sd-dijumlah", evidence, 2)
    return None
