"""Quarters against the year's figure that other tables state."""

from __future__ import annotations

from collections.abc import Iterator

from lkj_xlsx.model.computed import Ledger, Verdict
from lkj_xlsx.model.declare import rule
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.model.message import say
from lkj_xlsx.model.number import show
from lkj_xlsx.relations.triwulan_culprits import doubtful, stated_year
from lkj_xlsx.rules.wording import cells, of_entry
from lkj_xlsx.spec import sources

TRIWULAN = "LKJ325", "triwulan-diragukan"


@rule(*TRIWULAN, Level.BEDA, "Triwulan tidak menjadi angka setahun", sources.TRIWULAN)
def triwulan(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: keempat triwulan, digabung menurut Agregasi Triwulan, sama dengan angka setahun yang tertulis
    di tabel lain, juga bila kolom Setahun dikosongkan.

    Mengapa penting: bila tabel lain atau Data Dasar membenarkan angka setahun, yang diragukan adalah triwulannya. Yang
    mana tidak dapat dipastikan dari berkas ini, jadi setiap triwulan yang mungkin ditandai di bawahnya.

    Contoh yang ditemukan: triwulan 4 + 4 + 5 + 2 = 15, padahal tabel lain menulis 14.
    Contoh yang lolos: triwulan 3 + 4 + 5 + 2 = 14.

    Cara memperbaiki: cocokkan triwulan dengan laporan triwulanan.
    """
    for entry in ledger.entries:
        year = stated_year(entry, book) if entry.verdict is Verdict.DIRAGUKAN else None
        if year is None:
            continue
        computed, basis = entry.computed, entry.computed.bases[0]
        places = [where for where, _ in doubtful(entry, year)]
        right = next(right for _, right in doubtful(entry, year))
        value = next(v for v in computed.record.values.values() if v.where == places[0])
        yield Finding(
            *TRIWULAN,
            Level.BEDA,
            say(
                "Triwulan digabung menjadi {hasil} ({cara}), tetapi angka setahun {tahun} menurut {saksi}.{ragu}",
                hasil=show(basis.value, max(value.places, year.value.places)),
                cara=basis.words,
                tahun=year.value.shown,
                saksi=cells(year.cells),
                ragu=say(" Salah satu triwulan keliru.") if year.settled else say(" Salah satunya keliru."),
            ),
            places[0],
            computed.record.tabel,
            stated=value.said,
            recomputed=right,
            difference=(value.known or right) - right,
            places=value.places,
            related=(*places[1:], *year.cells),
            step=say("Cocokkan {sel} dengan laporan triwulanan.", sel=cells(places))
            if year.settled
            else say("Cocokkan {sel} dan {lain} dengan sumbernya.", sel=cells(places), lain=cells(year.cells)),
            **of_entry(entry, book),
        )
