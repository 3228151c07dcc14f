"""Rows of the budget that stand twice, without a code that would tell it."""

from __future__ import annotations

from collections.abc import Iterator

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
    seen: dict[tuple[object, ...], Record] = {}
    for record in parts(book):
        name, code = plain_name(record.text("uraian")), record.text("kode_rekening")
        anggaran, realisasi = record.get("anggaran").known, record.get("realisasi").known
        if not name or not anggaran or realisasi is None or record.closing is not None:
            continue
        above = parents(book).get(record)
        place = above.record.row if above is not None else 0
        first = seen.setdefault((record.tabel, place, name, anggaran, realisasi), record)
        if first is record or (code and code == first.text("kode_rekening")):
            continue
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
