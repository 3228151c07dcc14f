"""Rows of the budget that stand below no programme, so that no sum contains them."""

from __future__ import annotations

from collections.abc import Iterator

from lkj_xlsx.measures.tree import JUMLAH, NAMES, PROGRAM, Node, trees
from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.declare import rule
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.model.message import say
from lkj_xlsx.spec import sources

LUAR = "LKJ363", "baris-di-luar-program"


@rule(*LUAR, Level.GALAT, "Baris anggaran tidak berada di bawah program mana pun", sources.SUSUNAN)
def luar(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: dalam tabel Realisasi Anggaran yang memuat program, setiap kegiatan dan sub kegiatan berada
    di bawah programnya: tidak di atas program pertama, dan tidak di bawah baris jumlah yang menutup tabel.

    Mengapa penting: rupiah baris seperti itu tidak ikut dalam jumlah kegiatan, program, maupun jumlah seluruhnya.

    Contoh yang ditemukan: sub kegiatan 2.17.08.2.01.0009 yang diketik di bawah baris JUMLAH.
    Contoh yang lolos: tabel yang hanya memuat kegiatan, tanpa program; baris tanpa kode dan tanpa Tingkat.

    Cara memperbaiki: pindahkan barisnya ke bawah kegiatan atau program induknya, lalu sesuaikan jumlahnya.
    """
    for roots in trees(book):
        programs = [place for place, node in enumerate(roots) if node.level == PROGRAM]
        if not programs:
            continue
        for place, node in enumerate(roots):
            if node.level not in (PROGRAM, JUMLAH) and not programs[0] < place < programs[-1]:
                yield from _finding(node)


def _finding(node: Node) -> Iterator[Finding]:
    value = node.record.get("uraian")
    given = node.record.get("anggaran")
    if value.where.column and given.known:
        yield Finding(
            *LUAR,
            Level.GALAT,
            say(
                "Baris {tingkat} ini tidak berada di bawah program mana pun; Rp {rupiah} di {sel} tidak ikut dijumlah.",
                tingkat=NAMES[node.level],
                rupiah=given.shown,
                sel=given.where,
            ),
            value.where,
            node.record.tabel,
            node.record.text("uraian"),
            related=(given.where,),
            step=say("Pindahkan baris ini ke bawah kegiatan atau program induknya, lalu sesuaikan jumlahnya."),
        )
