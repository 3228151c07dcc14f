"""Slips of the finger: a digit, two digits swapped, the decimal mark, the sign, the unit."""

from __future__ import annotations

from decimal import Decimal

from lkj_xlsx.causes.cocok import reproduces, right_texts, right_values, stated_text
from lkj_xlsx.measures.salah_ketik import digits
from lkj_xlsx.model.computed import Judged, Ledger, Verdict
from lkj_xlsx.model.declare import cause
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.finding import Cause
from lkj_xlsx.model.message import say
from lkj_xlsx.model.number import show

UNITS = ((3, say("ribu")), (6, say("juta")), (9, say("miliar")))


def repeated(entry: Judged, book: Book) -> bool:
    """Whether another table states the same figure for the same fact: nobody slips twice on the same key."""
    computed, field = entry.computed, entry.computed.field
    ukuran, tahun = field.removesuffix("_lalu"), book.settings.tahun - (1 if field.endswith("_lalu") else 0)
    facts = (fact for kode in computed.record.indikator for fact in book.stated(kode, ukuran, tahun))
    return any(fact.value.where != entry.where and fact.value.known == computed.value.known for fact in facts)


@cause("angka-bertukar", "Dua angka bertukar tempat", 10)
def bertukar(entry: Judged, book: Book, ledger: Ledger) -> Cause | None:
    """Dua angka yang bersebelahan tertukar: 97,45 untuk 97,54."""
    said = stated_text(entry)
    for right in right_texts(entry):
        places = [i for i, (a, b) in enumerate(zip(said, right, strict=False)) if a != b]
        if len(said) == len(right) and len(places) == 2 and places[1] == places[0] + 1:
            i = places[0]
            if said[i] == right[i + 1] and said[i + 1] == right[i]:
                return Cause(
                    "angka-bertukar", say("angka {a} dan {b} bertukar tempat", a=said[i], b=said[i + 1]), len(said)
                )
    return None


@cause("salah-satu-angka", "Satu angka salah ketik", 60)
def satu_angka(entry: Judged, book: Book, ledger: Ledger) -> Cause | None:
    """Satu angka berbeda, kurang, atau lebih: 97,94 untuk 97,54."""
    said = stated_text(entry)
    if entry.verdict is Verdict.SELISIH_PEMBULATAN or repeated(
        entry, book
    ):  # the last place rounded, no finger slipped
        return None
    for right in right_texts(entry):
        if said == right or not said:
            continue
        if len(said) == len(right):
            places = [i for i, (a, b) in enumerate(zip(said, right, strict=True)) if a != b]
            if len(places) == 1:
                i = places[0]
                return Cause(
                    "salah-satu-angka",
                    say("satu angka berbeda: {a} seharusnya {b} (angka ke-{n})", a=said[i], b=right[i], n=i + 1),
                    9 * len(said),
                )
        elif abs(len(said) - len(right)) == 1 and len(right) > 3:
            longer, shorter = (said, right) if len(said) > len(right) else (right, said)
            for i in range(len(longer)):
                if longer[:i] + longer[i + 1 :] == shorter:
                    word = say("kelebihan") if longer is said else say("kurang")
                    return Cause(
                        "salah-satu-angka",
                        say("{kata} satu angka {a} (angka ke-{n})", kata=word, a=longer[i], n=i + 1),
                        10 * len(said),
                    )
    return None


@cause("tanda-desimal", "Tanda desimal bergeser", 12)
def desimal(entry: Judged, book: Book, ledger: Ledger) -> Cause | None:
    """Koma bergeser, pecahan ditulis sebagai persen, atau titik ribuan dibaca sebagai desimal: 8,372 untuk 83,72."""
    known, text = entry.computed.value.known, stated_text(entry).strip("0")
    for right in right_values(entry):
        for power in (2, -2, 1, -1, 3, -3):
            shifted = right.scaleb(power)
            same = any(text and text == other for other in _written(right))
            if known is not None and (reproduces(entry, shifted) or (same and _ratio(known, right) == power)):
                word = {
                    2: say("100 kali terlalu besar"),
                    -2: say("100 kali terlalu kecil"),
                    1: say("10 kali terlalu besar"),
                    -1: say("10 kali terlalu kecil"),
                    3: say("1.000 kali terlalu besar"),
                    -3: say("1.000 kali terlalu kecil"),
                }[power]
                return Cause("tanda-desimal", say("tanda desimal bergeser: {kata}", kata=word), 6)
    return None


def _written(right: Decimal) -> set[str]:
    """The digits of a figure as it may have been rounded before its mark was shifted."""
    return {digits(right, places).strip("0") for places in range(4)}


def _ratio(known: Decimal, right: Decimal) -> int | None:
    return known.adjusted() - right.adjusted() if known and right else None


@cause("tanda-minus", "Tanda minus hilang atau berlebih", 11)
def minus(entry: Judged, book: Book, ledger: Ledger) -> Cause | None:
    """Angka negatif ditulis positif, atau sebaliknya."""
    if any(right and reproduces(entry, -right) for right in right_values(entry)):
        return Cause("tanda-minus", say("tandanya terbalik"), 1)
    return None


@cause("satuan-rupiah", "Satuan rupiah tercampur", 13)
def satuan(entry: Judged, book: Book, ledger: Ledger) -> Cause | None:
    """Ribuan, jutaan, atau miliaran di antara rupiah penuh: 3.902 untuk 3.901.964.176."""
    known = entry.computed.value.known
    for right in right_values(entry) if entry.computed.places == 0 else ():
        for power, word in UNITS:
            if known and reproduces(entry, right.scaleb(-power)):
                return Cause(
                    "satuan-rupiah",
                    say(
                        "ditulis dalam {kata} rupiah: {penuh} = {pendek} {kata}",
                        kata=word,
                        penuh=show(right, 0),
                        pendek=show(known),
                    ),
                    3,
                )
    return None
