"""Figures that can be read two ways and that nothing in the book settles: one question for an indicator."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.declare import Source, rule
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.model.message import Message, say
from lkj_xlsx.rules.places import RemarkedCell, remarked
from lkj_xlsx.spec import remarks
from lkj_xlsx.spec.field import Kind

TITIK = Source("NUM-2", "Satu titik dengan tiga angka dapat berarti ribuan atau desimal", "D")
AMBIGU = "LKJ206", "angka-ambigu"
_DOUBTFUL = re.compile(r"(?<![\d.,])(\d+)([.,])(\d{3})(?![\d.,]*\d)")  # one mark before three digits


@rule(*AMBIGU, Level.PERIKSA, "Angka dapat dibaca dua cara", TITIK)
def ambigu(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: titik atau koma di depan tepat tiga angka, di kolom yang tidak memastikan artinya.

    Mengapa penting: 12.500 dapat berarti dua belas ribu lima ratus atau dua belas koma lima.

    Contoh yang ditemukan: "12.500" di kolom persen; "1,250" di kolom rupiah.
    Contoh yang lolos: "12.500" di kolom rupiah; "12,5" di kolom persen; "1.250.000".

    Bila angka lain indikator itu, angka yang sama di tabel lain, atau hitungannya memastikan artinya, tidak ada
    yang ditanyakan. Bila tidak ada, satu pertanyaan untuk satu indikator.

    Cara memperbaiki: ketik 12500 bila yang dimaksud ribuan, 12,5 bila desimal.
    """
    for place, rest in _by_question(remarked(book, remarks.AMBIGU), ledger):
        read = place.value.shown if place.value is not None and place.value.known is not None else ""
        both = _DOUBTFUL.search(place.text)
        ways = (f"{both[1]}{both[3]}", f"{both[1]},{both[3].rstrip('0') or '0'}") if both else ("", "")
        yield place.finding(
            AMBIGU,
            Level.PERIKSA,
            say(
                '{judul} di {sel}{lain} tertulis "{isi}" dan dapat dibaca dua cara{cara}{dibaca}.',
                judul=place.heading,
                sel=place.where,
                isi=place.text,
                lain=say(" dan {0} sel lain indikator ini", len(rest)) if rest else "",
                cara=say(": {0} (ribuan) atau {1} (desimal)", *ways) if both else "",
                dibaca=say("; dibaca sebagai {0}", read) if read else "",
            ),
            _sure(place, ways, rest),
            stated=place.text,
            related=rest,
        )


def _by_question(places: Iterator[RemarkedCell], ledger: Ledger) -> Iterator[tuple[RemarkedCell, tuple[Where, ...]]]:
    """The figures in doubt, those of one indicator's unit together; one that agrees with its computation is none."""
    groups: dict[object, list[RemarkedCell]] = {}
    for place in places:
        if any(entry.verdict.checked and entry.verdict.agrees for entry in ledger.at(place.where)):
            continue
        own = place.record.indikator if place.record is not None and place.field is not None else ()
        together = len(own) == 1 and place.field is not None and place.field.kind is Kind.NILAI
        groups.setdefault(own if together else place.where, []).append(place)
    for first, *rest in groups.values():
        yield first, tuple(dict.fromkeys(place.where for place in rest if place.where != first.where))


def _sure(place: RemarkedCell, ways: tuple[str, str], rest: tuple[Where, ...]) -> Message:
    """The next step at figures in doubt: what to type; one clear figure of the indicator settles the others."""
    if not ways[0]:
        return say("Pastikan artinya, lalu ketik ulang tanpa pemisah ribuan di {sel}.", sel=place.where)
    if rest:
        return say(
            "Satuannya tidak memastikan artinya. Ketik {0} bila ribuan, atau {1} bila desimal, di {2}; yang lain "
            "mengikutinya.",
            *ways,
            place.where,
        )
    return say("Pastikan artinya, lalu ketik {0} bila ribuan, atau {1} bila desimal, di {2}.", *ways, place.where)
