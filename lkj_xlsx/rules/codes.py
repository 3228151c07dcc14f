"""Is every row under the code of the indicator it names."""

from __future__ import annotations

from collections.abc import Iterator

from lkj_xlsx.measures.matching import miscoded
from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.declare import rule
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.model.message import say
from lkj_xlsx.spec import sources

KODE = "LKJ356", "kode-bukan-namanya"
GANDA = "LKJ357", "indikator-ganda"
TABLES = ("perjanjian", "capaian_iku", "target_realisasi", "tahun_lalu", "renstra", "efisiensi")


@rule(*KODE, Level.GALAT, "Kode indikator tidak sesuai namanya", sources.TARGET_PK)
def kode_indikator(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: kode indikator pada setiap baris adalah kode indikator yang namanya tertulis di baris itu.

    Mengapa penting: baris dihitung menurut kodenya; kode yang tertukar membuat target, realisasi, dan capaian
    dibandingkan dengan indikator lain.

    Contoh yang ditemukan: kode 1.2 pada baris yang menyebut nama indikator 1.1.
    Contoh yang lolos: nama yang sedikit berbeda dari lembar Indikator.

    Cara memperbaiki: ganti kodenya.
    """
    for record, meant in miscoded(book).items():
        value = record.get("kode")
        own, other = book.indikator[record.indikator[0]].nama, book.indikator[meant].nama
        yield Finding(
            *KODE,
            Level.GALAT,
            say(
                "Kode {lama} adalah {milik}, sedangkan baris ini menyebut {nama} ({baru}).",
                lama=value.text,
                milik=own,
                nama=other,
                baru=meant,
            ),
            value.where,
            record.tabel,
            other,
            stated=value.text,
            recomputed=meant,
            related=(record.place("indikator"),),
            step=say("Ganti kode di {sel} dengan {baru}.", sel=value.where, baru=meant),
        )


@rule(*GANDA, Level.PERIKSA, "Indikator tertulis dua kali dalam satu tabel", sources.TARGET_PK)
def indikator_ganda(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: tiap indikator hanya satu baris dalam satu tabel.

    Mengapa penting: baris ganda membuat jumlah indikator dan rata-rata capaian keliru.

    Contoh yang ditemukan: indikator 1.1 pada dua baris Tabel 3.3.
    Contoh yang lolos: indikator yang sama di tabel yang berbeda.

    Cara memperbaiki: hapus salah satu baris, atau betulkan kodenya.
    """
    seen: dict[tuple[str, str, str], Where] = {}
    for record in (r for sheet in TABLES for r in book.records(sheet)):
        kode = record.indikator[0] if len(record.indikator) == 1 else ""
        if not kode or record in miscoded(book):
            continue
        value = record.get("kode") if record.place("kode").column else record.get("indikator")
        first = seen.setdefault((record.sheet, record.tabel, kode), value.where)
        if first != value.where:
            yield Finding(
                *GANDA,
                Level.PERIKSA,
                say("Indikator {kode} sudah tertulis di {sel} dalam tabel ini.", kode=kode, sel=first),
                value.where,
                record.tabel,
                book.indikator[kode].nama if kode in book.indikator else kode,
                related=(first,),
                step=say("Hapus salah satu baris, atau betulkan kodenya di {sel}.", sel=value.where),
            )
