"""Rows of the budget that stand twice, without a code that would tell it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from lkj_xlsx.measures.matching import plain_name
from lkj_xlsx.measures.tree import parents, parts
from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.declare import rule
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.model.message import say
from lkj_xlsx.model.record import Record
from lkj_xlsx.spec import sources

KEMBAR = "LKJ364", "baris-anggaran-kembar"


@rule(*KEMBAR, Level.PERIKSA, "Baris anggaran yang sama tertulis dua kali", sources.SUSUNAN)
def baris_kembar(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: di bawah induk yang sama tidak ada dua baris dengan nama, anggaran, dan realisasi yang sama.

    Mengapa penting: baris yang tersalin dua kali ikut dijumlahkan dua kali sampai ke jumlah seluruh program, sehingga
    semua jumlahnya tetap cocok.

    Contoh yang ditemukan: "Fasilitasi Pelayanan Perizinan" 28.750.000 pada dua baris berurutan.
    Contoh yang lolos: nama yang sama dengan rupiah lain, atau di bawah kegiatan lain; kode yang sama (LKJ362).

    Cara memperbaiki: hapus salah satu baris dan jumlahkan ulang, atau lengkapi namanya bila memang dua pekerjaan.
    """
    for record, first in _repeated(book):
        value, other = record.get("uraian"), first.get("uraian")
        yield Finding(
            *KEMBAR,
            Level.PERIKSA,
            say(
                "Baris ini sama dengan {sel}: nama, anggaran {anggaran}, dan realisasinya; mungkin terhitung dua kali.",
                sel=other.where,
                anggaran=record.get("anggaran").shown,
            ),
            value.where,
            record.tabel,
            record.text("uraian"),
            value.text,
            related=(other.where,),
            step=say(
                "Cocokkan {a} dan {b} dengan DPA; bila satu pekerjaan, hapus salah satunya dan jumlahkan ulang.",
                a=value.where,
                b=other.where,
            ),
            label=say("baris anggaran"),
        )


def _repeated(book: Book) -> Iterator[tuple[Record, Record]]:
    """Rows with the amounts and the name of another one under the same row, each with the first of them."""
    alike: dict[tuple[str, Decimal, Decimal], list[Record]] = {}
    for record in parts(book):
        anggaran, realisasi = record.known("anggaran"), record.known("realisasi")
        if anggaran and realisasi is not None and record.closing is None:
            alike.setdefault((record.tabel, anggaran, realisasi), []).append(record)
    for records in alike.values():
        seen: dict[tuple[Record | None, str], Record] = {}
        for record in records if len(records) > 1 else ():
            name, code = plain_name(record.text("uraian")), record.text("kode_rekening")
            above = parents(book).get(record)
            first = seen.setdefault((above.record if above is not None else None, name), record)
            if name and first is not record and not (code and code == first.text("kode_rekening")):
                yield record, first
