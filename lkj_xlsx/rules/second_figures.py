"""The second figure of a cell (`2,31 % (35,6 km)`): is it the same in every table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.declare import rule
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.model.message import say
from lkj_xlsx.model.number import Interval, show, stated, typed_places
from lkj_xlsx.model.record import Fact
from lkj_xlsx.rules.conflicts import MEASURED
from lkj_xlsx.rules.wording import cells, of_fact
from lkj_xlsx.spec import sources
from lkj_xlsx.spec.same_units import UnitGap, unit_gap
from lkj_xlsx.spec.units import is_whole

KEDUA = "LKJ313", "angka-kedua-berbeda"


class Second(NamedTuple):
    """A second figure: its range, its writing and its cell."""

    number: Decimal
    unit: str
    where: Where
    fact: Fact

    @property
    def span(self) -> Interval:
        whole = is_whole(self.unit) and self.number == self.number.to_integral_value()
        return Interval.point(self.number) if whole else stated(self.number, typed_places(self.number))

    @property
    def shown(self) -> str:
        return f"{show(self.number, typed_places(self.number))} {self.unit}"


@rule(*KEDUA, Level.BEDA, "Angka kedua dalam sel berbeda", sources.PEMBULATAN)
def angka_kedua(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: angka kedua dalam sel, seperti 35,6 km pada "2,31 % (35,6 km)", terhadap angka kedua fakta
    yang sama di tabel lain. Yang punya pembilang di Data Dasar diperiksa LKJ354.

    Mengapa penting: angka itu dasar persentasenya; dua tabel tidak dapat menyebut dua panjang untuk satu jalan.

    Contoh yang ditemukan: "2,31 % (35,6 km)" dan "2,31 % (36,5 km)" untuk indikator dan tahun yang sama.
    Contoh yang lolos: 35,6 km dan 35,62 km; angka kedua di satu tabel saja; angka kedua yang satuannya lain.

    Cara memperbaiki: cocokkan dengan sumbernya, lalu samakan.
    """
    facts = [fact for fact in book.facts.measuring(*MEASURED, "target") if fact.value.second is not None]
    for key in dict.fromkeys((f.subjek, f.ukuran, f.tahun, f.sampai) for f in facts if f.subjek in book.indikator):
        same = [fact for fact in book.stated(*key) if fact.value.second is not None]
        yield from _differing(same, book)


def _differing(facts: Sequence[Fact], book: Book) -> Iterator[Finding]:
    first = facts[0]
    said = [Second(f.value.second, f.value.other, f.value.where, f) for f in facts if f.value.second is not None]
    said = [each for each in said if unit_gap(each.unit, said[0].unit) is UnitGap.NONE]
    if book.series(book.indikator[first.subjek].pembilang) is not None:  # held against the base data by LKJ354
        return
    votes = [sum(1 for other in said if other.span.share(each.span)) for each in said]
    right = said[votes.index(max(votes))]
    trusted = [right, *(each for each in said if each is not right and each.span.share(right.span))]
    for each in said:
        if each in trusted:
            continue
        places = cells([other.where for other in trusted])
        yield Finding(
            *KEDUA,
            Level.BEDA,
            say(
                "Angka kedua tertulis {satu} di {sel}, tetapi {lain} di {tempat}.",
                satu=each.shown,
                sel=each.where,
                lain=right.shown,
                tempat=places,
            ),
            each.where,
            each.fact.tabel,
            stated=each.number,
            recomputed=right.number,
            difference=each.number - right.number,
            places=max(typed_places(each.number), typed_places(right.number)),
            related=tuple(other.where for other in trusted),
            step=say("Cocokkan {sel} dan {tempat} dengan sumbernya, lalu samakan.", sel=each.where, tempat=places),
            **of_fact(each.fact, book.indikator[each.fact.subjek].nama, each.fact.ukuran),
        )
