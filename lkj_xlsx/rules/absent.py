"""A sign in place of a figure: is it told elsewhere what the figure is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lkj_xlsx.measures.agreement import agreed
from lkj_xlsx.measures.serapan import name_of
from lkj_xlsx.model.cell import Value
from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.declare import rule
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.model.message import say
from lkj_xlsx.model.number import show
from lkj_xlsx.model.record import Fact
from lkj_xlsx.relations.absent import Absent, absent
from lkj_xlsx.relations.amounts import rupiah
from lkj_xlsx.rules.wording import cells, named, of_fact
from lkj_xlsx.spec import sources
from lkj_xlsx.spec.template import heading

TANDA = "LKJ219", "tanda-padahal-ada-angkanya"
STATED = ("target", "realisasi")  # what an office knows, so that a sign for it is a statement


@rule(*TANDA, Level.BEDA, "Tanda - padahal angkanya tertulis di tempat lain", sources.ISI_LAPORAN)
def tanda(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: sel target, realisasi, anggaran, atau pagu yang berisi `-`, `n/a`, atau `nihil`, padahal
    tabel lain, jumlahnya, atau sisanya menyebut angkanya.

    Mengapa penting: tanda itu terbaca sebagai "tidak ada", sedangkan laporan yang sama menyebut angkanya. Hitungan
    yang memakai sel itu juga tidak dapat diperiksa.

    Contoh yang ditemukan: realisasi `-` di satu tabel, 262 di tiga tabel lain; realisasi anggaran `-` di samping
    sisa 7.102.850 dari 211.480.000.
    Contoh yang lolos: `-` di semua tabel; anggaran `-` pada baris yang jumlahnya memang sudah genap tanpa baris itu.

    Cara memperbaiki: isi angkanya, atau tulis tanda yang sama di semua tabel bila memang tidak ada datanya.
    """
    for fact in book.facts.withheld(*STATED):
        others = book.stated(fact.subjek, fact.ukuran, fact.tahun, fact.sampai)
        value = agreed(others)
        if value is not None and fact.subjek in book.indikator:
            yield _of_fact(fact, value, others, book)
    yield from (_of_amount(item, book) for item in absent(book).values())


def _of_fact(fact: Fact, value: Value, figures: Sequence[Fact], book: Book) -> Finding:
    where, places = fact.value.where, cells([other.value.where for other in figures])
    return Finding(
        *TANDA,
        Level.BEDA,
        say("Tertulis {tanda}, padahal {saksi} menulis {benar}.", tanda=_sign(fact), saksi=places, benar=value.shown),
        where,
        fact.tabel,
        stated=_sign(fact),
        recomputed=value.said,
        related=tuple(other.value.where for other in figures),
        step=say("Samakan {sel} dengan {saksi}: {benar}, atau sebaliknya.", sel=where, saksi=places, benar=value.shown),
        **of_fact(fact, named(book, fact.subjek), say("{0} {1}", fact.ukuran, fact.tahun)),
    )


def _sign(fact: Fact) -> str:
    return fact.value.text.strip()


def _of_amount(item: Absent, book: Book) -> Finding:
    record, value = item.record, item.record.get(item.field)
    sign, right = value.text.strip(), show(item.right, 0)
    look = say("Isi {sel}; cocokkan dulu dengan DPA dan laporan realisasi.", sel=value.where)
    return Finding(
        *TANDA,
        Level.BEDA,
        say(
            "Tertulis {tanda}, padahal menurut {saksi} angkanya {kira}{benar}.",
            tanda=sign,
            kira="" if item.right == item.right.to_integral_value() else say("sekitar "),
            saksi=cells(item.witnesses),
            benar=right,
        ),
        value.where,
        record.tabel,
        record.text("program") or name_of(record, book) or record.text("indikator"),
        stated=sign,
        recomputed=item.right,
        places=0,
        related=item.witnesses,
        step=say("Isi {sel} dengan {benar}.", sel=value.where, benar=right) if item.sure else look,
        label=heading(record.sheet, item.field, book.settings),
        measure=rupiah.code,
        year=book.settings.tahun,
    )
