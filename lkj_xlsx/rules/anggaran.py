"""Rupiah: do sums add up, is the same budget the same everywhere, is more spent than was given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lkj_xlsx.measures import serapan, serapan_anggaran
from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.computed import Judged, Ledger, Verdict
from lkj_xlsx.model.declare import rule
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.model.message import Message, say
from lkj_xlsx.model.number import show
from lkj_xlsx.relations import amounts
from lkj_xlsx.relations.amounts import suspects
from lkj_xlsx.relations.roots import ACCUSED
from lkj_xlsx.rules.wording import cells, figure, judged_finding, of_entry, right_figure
from lkj_xlsx.spec import sources

RUPIAH = "LKJ321", "rupiah-tidak-cocok"
LEBIH = "LKJ322", "realisasi-melebihi-anggaran"
DATA = "LKJ323", "data-dasar-tidak-cocok"


@rule(*RUPIAH, Level.GALAT, "Rupiah tidak cocok dengan jumlah atau tabel lain", sources.SUSUNAN)
def rupiah(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: program = jumlah kegiatan = jumlah sub kegiatan, untuk anggaran dan realisasi; pagu dan
    anggaran program yang sama harus sama di semua tabel; persen dan sisa ikut menjadi saksi.

    Mengapa penting: satu rupiah yang salah ketik membuat jumlah, serapan, dan efisiensi ikut salah. Yang disebut
    adalah sel yang bila dibetulkan membuat paling banyak angka lain cocok, bukan jumlah di sekitarnya.

    Contoh yang ditemukan: sub kegiatan 518.762.200, padahal kegiatan, program, persennya sendiri 99,43, dan tabel
    efisiensi menyebut 526.225.900.
    Contoh yang lolos: satu kegiatan tanpa baris sub kegiatan.

    Cara memperbaiki: cocokkan dengan DPA dan laporan realisasi, lalu ganti sel yang disebut.
    """
    for entry in ledger.entries:
        if entry.measure is amounts.rupiah and entry.verdict is Verdict.SELISIH:
            finding = judged_finding(RUPIAH, Level.GALAT, entry, book, _sentence(entry, book))
            yield finding if suspects(book)[entry.where].sure else replace(finding, step=_compare(entry, book))


def _compare(entry: Judged, book: Book) -> Message:
    """The step where no single amount stands out: nothing is to be replaced before the sources were looked at."""
    parts = cells(suspects(book)[entry.where].witnesses)
    return say("Cocokkan {sel} dan {rincian} dengan DPA dan laporan realisasi.", sel=entry.where, rincian=parts)


def _sentence(entry: Judged, book: Book) -> Message:
    culprit = suspects(book)[entry.where]
    gap = show(abs(entry.difference or culprit.right), 0)
    if not culprit.sure:
        return say(
            "{jenis:A}: tertulis {tertulis}, jumlahnya {benar}, selisih Rp {selisih}. Belum dapat dipastikan yang "
            "salah jumlahnya atau salah satu rinciannya.",
            jenis=culprit.broken[0].label,
            tertulis=figure(entry),
            benar=right_figure(entry),
            selisih=gap,
        )
    return say(
        "Tertulis {tertulis}, tetapi {benar} yang cocok dengan {saksi}. Selisih Rp {selisih}.",
        tertulis=figure(entry),
        benar=right_figure(entry),
        saksi=cells(culprit.witnesses) or culprit.broken[0].label,
        selisih=gap,
    )


@rule(*LEBIH, Level.PERIKSA, "Realisasi melebihi anggaran", sources.SISA)
def lebih(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: realisasi anggaran tidak lebih besar daripada anggarannya.

    Mengapa penting: hampir selalu salah ketik, atau anggaran sebelum perubahan.

    Contoh yang ditemukan: anggaran 39.974.224, realisasi 43.924.993.
    Contoh yang lolos: realisasi sama dengan anggaran.

    Cara memperbaiki: periksa anggaran setelah perubahan (DPPA) dan realisasinya.
    """
    wrong = {entry.where for entry in ledger.entries if entry.verdict is Verdict.SELISIH}
    for entry in ledger.entries:
        record = entry.record
        key = serapan.SPENT.get(record.sheet)
        if entry.measure is not serapan_anggaran.serapan or key is None:
            continue
        most, used = record.known("anggaran"), record.known(key)
        if most is None or used is None or used <= most or {record.place("anggaran"), record.place(key)} & wrong:
            continue
        given, spent = record.get("anggaran"), record.get(key)
        yield Finding(
            *LEBIH,
            Level.PERIKSA,
            say(
                "Realisasi {realisasi} lebih besar daripada anggaran {anggaran}.",
                realisasi=spent.shown,
                anggaran=given.shown,
            ),
            spent.where,
            record.tabel,
            stated=spent.said,
            difference=used - most,
            places=0,
            related=(given.where,),
            step=say("Periksa {a} dan {b}: anggaran setelah perubahan dan realisasinya.", a=given.where, b=spent.where),
            **of_entry(entry, book),
        )


@rule(*DATA, Level.GALAT, "Data dasar tidak cocok dengan angka lain", sources.SUSUNAN)
def data_dasar(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: angka pada Data Dasar, target, dan realisasi terhadap jumlah, kenaikan, realisasi, dan
    capaian yang dibuat darinya.

    Mengapa penting: satu angka dasar yang salah ketik membuat realisasi dan capaian di semua tabel tampak salah. Yang
    disebut adalah angka dasarnya bila beberapa angka lain bersama-sama menunjuk angka yang sama, atau bila angka itu
    salah ketik satu angka sedangkan hasilnya bukan.

    Contoh yang ditemukan: usaha mikro 15.641, padahal jumlahnya, data awal, dan persentase di semua tabel cocok dengan
    15.461.
    Contoh yang lolos: realisasi yang salah hitung di satu tabel; angka dasarnya tetap dipercaya.

    Cara memperbaiki: cocokkan dengan sumber datanya, lalu ganti sel yang disebut.
    """
    for entry in ledger.entries:
        if entry.measure is ACCUSED and entry.against is not None:
            finding = judged_finding(DATA, Level.GALAT, entry, book, _witnessed(entry, entry.against.inputs))
            yield finding if len(entry.against.inputs) != 1 else replace(finding, step=_perhaps(entry))


def _perhaps(entry: Judged) -> Message:
    """The step where one figure alone speaks against an input."""
    right = right_figure(entry)
    return say("Cocokkan {sel} dengan sumbernya; mungkin {baru}.", sel=entry.where, baru=right)


def _witnessed(entry: Judged, witnesses: Sequence[Where]) -> Message:
    words = say("Tertulis {tertulis}, tetapi {benar} yang cocok dengan {saksi}.")
    if len(witnesses) == 1:
        words = say("Tertulis {tertulis}; baru dengan {benar} angka di {saksi} cocok.")
    places = cells(witnesses) or say("angka lain")
    return say(words, tertulis=figure(entry), benar=right_figure(entry), saksi=places)
