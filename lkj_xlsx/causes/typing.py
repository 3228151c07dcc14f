"""Slips of the finger: a digit, two digits swapped, the decimal mark, the sign, the unit."""

from __future__ import annotations

from decimal import Decimal

from lkj_xlsx.causes.likelihood import reproduces, right_values, stated_text
from lkj_xlsx.causes.sums import parts
from lkj_xlsx.measures import data_dasar
from lkj_xlsx.model.computed import Judged, Ledger, Verdict
from lkj_xlsx.model.declare import cause
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.finding import Cause
from lkj_xlsx.model.message import Message, say
from lkj_xlsx.model.number import show
from lkj_xlsx.relations.slips import DIGIT, EXTRA, LOST, SWAP, Slip, digits, slip_of

UNITS = ((3, say("ribu")), (6, say("juta")), (9, say("miliar")))


def repeated(entry: Judged, book: Book) -> bool:
    """Whether another table states the same figure for the same fact: nobody slips twice on the same key."""
    computed, field = entry.computed, entry.field
    ukuran, tahun = field.removesuffix("_lalu"), book.settings.year_of(field)
    facts = (fact for kode in computed.record.indikator for fact in book.stated(kode, ukuran, tahun))
    return any(fact.value.where != entry.where and fact.value.known == computed.value.known for fact in facts)


def _slipped(entry: Judged, *kinds: str) -> Slip | None:
    """The slip of one of these kinds between the stated figure and a right one of the same sign."""
    value = entry.computed.value
    for right in right_values(entry) if value.known is not None else ():
        slip = slip_of(value.known, right, value.places) if value.known is not None else None
        if slip is not None and slip.kind in kinds and (right < 0) == (value.known is not None and value.known < 0):
            return slip
    return None


def _cause_of_slip(entry: Judged, book: Book, kind: str, evidence: Message, candidates: int) -> Cause:
    """The cause; of a total in Data Dasar, with the one detail that may have slipped instead."""
    said = entry.computed.value.known
    total_of = parts(entry, book) if entry.measure is data_dasar.jumlah else []
    details = [cell for cell in total_of if cell.known is not None]
    total = sum((cell.known for cell in details if cell.known is not None), Decimal(0))
    meant = [(cell, cell.known + said - total) for cell in details if cell.known is not None and said is not None]
    others = [(cell, right) for cell, right in meant if right >= 0 and slip_of(cell.known or right, right, cell.places)]
    if len(others) != 1:
        return Cause(kind, evidence, candidates)
    cell, right = others[0]
    both = say("{sebab}, atau {sel} seharusnya {benar}", sebab=evidence, sel=cell.where, benar=show(right, cell.places))
    return Cause(kind, both, candidates, sure=False)


@cause("angka-bertukar", "Dua angka bertukar tempat", 10, typed=True)
def bertukar(entry: Judged, book: Book, ledger: Ledger) -> Cause | None:
    """Dua angka yang bersebelahan tertukar: 97,45 untuk 97,54."""
    slip = _slipped(entry, SWAP)
    if slip is None:
        return None
    evidence = say("dua angka bertukar tempat: {a} dan {b}", a=slip.said, b=slip.meant)
    return _cause_of_slip(entry, book, "angka-bertukar", evidence, len(stated_text(entry)))


@cause("salah-satu-angka", "Satu angka salah ketik", 60, typed=True)
def satu_angka(entry: Judged, book: Book, ledger: Ledger) -> Cause | None:
    """Satu angka berbeda, hilang, terketik dua kali, atau kelebihan: 97,94 untuk 97,54."""
    if entry.verdict is Verdict.SELISIH_PEMBULATAN or repeated(entry, book):
        return None  # the last place rounded, or the same figure twice: no finger slipped
    slip = _slipped(entry, DIGIT, EXTRA, LOST)
    if slip is None:
        return None
    words = {
        DIGIT: say("satu angka berbeda: {a} seharusnya {b} (angka ke-{n})"),
        LOST: say("satu angka hilang: {a} (angka ke-{n})"),
        EXTRA: say("kelebihan satu angka: {a} (angka ke-{n})"),
    }
    doubled = slip.kind == EXTRA and slip.said in stated_text(entry)[max(0, slip.place - 2) : slip.place + 1 : 2]
    chosen = say("satu angka terketik dua kali: {a} (angka ke-{n})") if doubled else words[slip.kind]
    evidence = say(chosen, a=slip.said, b=slip.meant, n=slip.place)
    return _cause_of_slip(entry, book, "salah-satu-angka", evidence, 9 * len(stated_text(entry)))


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
