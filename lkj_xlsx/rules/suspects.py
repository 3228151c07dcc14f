"""Cells that may be the wrong one, where nothing in the book tells which of several is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.declare import rule
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.model.message import say
from lkj_xlsx.model.number import places_of, show
from lkj_xlsx.relations.data_culprits import owner
from lkj_xlsx.spec import sources

DIDUGA = "LKJ324", "mungkin-sel-ini"
MOST = 12  # suspects under one figure: of more, none is worth marking by itself


@rule(*DIDUGA, Level.BEDA, "Mungkin sel ini yang salah", sources.SUSUNAN)
def diduga(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: bila dua angka bertentangan dan tidak ada angka ketiga yang menentukan mana yang salah,
    setiap sel yang dapat menjelaskannya dengan satu salah ketik ikut ditandai.

    Mengapa penting: pereviu mencocokkan kedua sel dengan sumbernya, bukan hanya yang kebetulan dihitung ulang. Temuan
    ini terlipat di bawah temuan pada angka yang lain: hanya satu dari keduanya yang perlu dibetulkan.

    Contoh yang ditemukan: realisasi tahun lalu 67,83 dan capaiannya 93,46 tidak cocok, dan keduanya hanya tertulis
    sekali.
    Contoh yang lolos: jumlah yang tidak cocok dengan rinciannya, padahal tabel lain membenarkan jumlah itu: rincian
    yang salah sudah dapat disebut.

    Cara memperbaiki: cocokkan kedua sel dengan sumbernya, lalu ganti yang salah.
    """
    count = Counter(suspect.root for suspect in ledger.suspects)
    for suspect in ledger.suspects:
        there = owner(book, suspect.where)
        if there is None or count[suspect.root] > MOST:
            continue
        record, _, value = there
        yield Finding(
            *DIDUGA,
            Level.BEDA,
            say(
                "Mungkin sel ini yang salah, bukan {akar}: dengan {benar} keduanya cocok. Berkas ini tidak menentukan.",
                akar=suspect.root,
                benar=show(suspect.right, max(value.places, min(places_of(suspect.right), value.places + 2))),
            ),
            suspect.where,
            record.tabel,
            record.text("indikator") or record.text("uraian") or record.text("program"),
            stated=value.said,
            recomputed=suspect.right,
            difference=(value.known or suspect.right) - suspect.right,
            places=value.places,
            related=(suspect.root,),
            root=suspect.root,
            step=say("Cocokkan {sel} dan {akar} dengan sumbernya.", sel=suspect.where, akar=suspect.root),
        )
