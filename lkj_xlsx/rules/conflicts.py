"""One fact, several cells: do all tables state the same figure, and which one is to be trusted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from lkj_xlsx.measures.agreement import agreed, common, same_target, target_of
from lkj_xlsx.measures.capaian import agreed_realisasi
from lkj_xlsx.measures.conclusions import capaian_of
from lkj_xlsx.model.cell import Value, Where
from lkj_xlsx.model.computed import Judged, Ledger, Verdict
from lkj_xlsx.model.declare import rule
from lkj_xlsx.model.fact import Book, per_book
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.model.message import Message, joined, say
from lkj_xlsx.model.record import Fact
from lkj_xlsx.rules.consequences import flips_of_fact, flips_of_target
from lkj_xlsx.rules.wording import of_fact
from lkj_xlsx.spec import sources
from lkj_xlsx.spec.letters import LETTERS

KONFLIK = "LKJ311", "konflik"
TARGET = "LKJ312", "target-berbeda"
MEASURED = ("realisasi", "capaian", "kemajuan")


@dataclass(frozen=True, slots=True)
class Conflict:
    """Statements of one fact without a common point: those to trust and those that differ from them."""

    trusted: tuple[Fact, ...]
    others: tuple[Fact, ...]
    value: Value
    sure: bool = True  # False where one cell stands against one and nothing else tells which is right


def _verdict(fact: Fact, ledger: Ledger) -> Judged | None:
    return next(
        (e for e in ledger.at(fact.value.where) if e.field.partition("@")[0] == fact.field.partition("@")[0]),
        None,
    )


@per_book
def conflicts(book: Book, ledger: Ledger) -> tuple[Conflict, ...]:
    """Every conflict among figures that are not already judged wrong by themselves."""
    groups = {
        (f.subjek, f.ukuran, f.tahun, f.sampai): None
        for f in book.facts.measuring(*MEASURED)
        if f.subjek in book.indikator
    }
    conflicts: list[Conflict] = []
    for key in groups:
        facts = [fact for fact in book.stated(*key) if fact.value.known is not None and fact.value.upper is None]
        judged = {id(fact): _verdict(fact, ledger) for fact in facts}
        open_ = [f for f in facts if (e := judged[id(f)]) is None or not e.verdict.conclusive]
        if len(open_) > 1 and common(open_, book) is None:
            conflicts.append(_conflict(open_, book, ledger))
        words = [fact for fact in book.stated(*key) if _is_word(fact.value)]
        if len({fact.value.letter for fact in words}) > 1:
            conflicts.append(_of_words(words))
    return tuple(conflicts)


def _is_word(value: Value) -> bool:
    """Whether a cell states a predikat without a score (`WTP`); AKIP letters have rules of their own."""
    return value.known is None and value.letter is not None and value.letter not in LETTERS


def _of_words(facts: Sequence[Fact]) -> Conflict:
    """Different words for one fact: the one that most tables print is trusted."""
    words = [fact.value.letter for fact in facts]
    right = max(words, key=words.count)
    trusted = tuple(fact for fact in facts if fact.value.letter == right)
    return Conflict(trusted, tuple(fact for fact in facts if fact not in trusted), trusted[0].value)


def _conflict(facts: Sequence[Fact], book: Book, ledger: Ledger) -> Conflict:
    first = facts[0]
    sure = [f for f in facts if (e := _verdict(f, ledger)) is not None and e.verdict is Verdict.SESUAI]
    if first.ukuran == "realisasi" and not sure:
        value = agreed_realisasi(book, book.indikator[first.subjek], first.tahun) or first.value
    else:
        value = agreed(sure or facts) or first.value
    right = next(fact for fact in facts if fact.value == value)
    trusted = tuple(f for f in facts if f is right or common((right, f), book) is not None)
    others = tuple(f for f in facts if f not in trusted)
    return Conflict(trusted, others, value, bool(sure) or len(trusted) > len(others))


def untrusted(book: Book, ledger: Ledger) -> frozenset[Where]:
    """Cells that a conflict already speaks of."""
    return frozenset(fact.value.where for conflict in conflicts(book, ledger) for fact in conflict.others)


def _origin(fact: Fact, ledger: Ledger) -> Message | None:
    entry = _verdict(fact, ledger)
    basis = (entry.met or entry.against) if entry is not None else None
    return say("{0} dari {1}", fact.value.shown, basis.words) if basis is not None else None


def _places(facts: Sequence[Fact]) -> Message:
    return joined(say("Tabel {0} ({1})", fact.tabel, fact.value.where) for fact in facts)


@rule(*KONFLIK, Level.BEDA, "Satu fakta tertulis dengan angka berbeda", sources.PEMBULATAN)
def konflik(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: indikator, tahun, dan ukuran yang sama di beberapa tabel; angkanya harus punya titik temu.

    Mengapa penting: pembaca tidak tahu angka mana yang benar. Tidak satu pun disebut salah hitung: temuan ini
    menunjukkan asal masing-masing dan angka yang sebaiknya dipakai. Menjadi galat bila satu tabel menulis realisasi
    yang lain daripada sedikitnya dua tabel lain dan capaian di barisnya sendiri tidak mendukungnya.

    Contoh yang ditemukan: capaian 83,72 di tiga tabel (233 ÷ 15.461 tanpa pembulatan) dan 83,89 di tabel keempat
    (dari 1,51 yang sudah dibulatkan).
    Contoh yang lolos: 32 %, 31,8, dan 31,82: ketiganya dapat berarti angka yang sama.

    Cara memperbaiki: pakai satu angka di semua tabel.
    """
    for conflict in conflicts(book, ledger):
        first = conflict.others[0]
        said = joined(dict.fromkeys(fact.value.shown for fact in conflict.others), say(" dan "))
        origins = {fact.value.shown: _origin(fact, ledger) for fact in (*conflict.trusted, *conflict.others)}
        derivation = joined((origin for origin in origins.values() if origin is not None), "; ")
        entry = _verdict(first, ledger)
        yield Finding(
            *KONFLIK,
            Level.GALAT if _outvoted(conflict, book) else Level.BEDA,
            say(
                "Satu fakta, dua {sebutan}: {lain} di {tempat}, tetapi {benar} di {lainnya}.{asal}",
                sebutan=say("angka") if first.value.known is not None else "predikat",
                lain=said,
                tempat=_places(conflict.others),
                benar=conflict.value.shown,
                lainnya=_places(conflict.trusted),
                asal=say(" Asalnya: {0}.", derivation) if derivation else "",
            ),
            first.value.where,
            first.tabel,
            stated=first.value.said,
            recomputed=conflict.value.said,
            difference=_gap(first.value, conflict.value),
            places=max(first.value.places, conflict.value.places),
            flips=flips_of_fact(first, conflict.value.known, book),
            related=tuple(f.value.where for f in (*conflict.others[1:], *conflict.trusted)),
            basis=entry.against.base.value if entry is not None and entry.against is not None else "",
            step=_trust(conflict),
            **of_fact(first, book.indikator[first.subjek].nama, first.ukuran),
        )


def _outvoted(conflict: Conflict, book: Book) -> bool:
    """Whether one table states a realisasi that at least two others, typed for themselves, contradict alike, while
    nothing in its own row supports it."""
    odd = conflict.others[0]
    typed = {fact.record.title for fact in conflict.trusted if fact.value.cell.formula is None}
    if odd.ukuran != "realisasi" or len(conflict.others) > 1 or len(typed) < 2:
        return False
    tail = "_lalu" if odd.field.endswith("_lalu") else ""
    own, goal = odd.record.get(f"capaian{tail}").interval, odd.record.get(f"target{tail}")
    if own is None or odd.value.known is None:
        return True
    indikator = book.indikator[odd.subjek]
    result = capaian_of(goal if not goal.blank else None, odd.value.known, indikator, book)
    return result is None or not own.holds(result)


def _gap(one: Value, other: Value) -> Decimal | None:
    return one.known - other.known if one.known is not None and other.known is not None else None


def _trust(conflict: Conflict) -> Message:
    if not conflict.sure:
        places = ", ".join(str(fact.value.where) for fact in (*conflict.others, *conflict.trusted))
        return say("Belum dapat dipastikan angka mana yang benar; cocokkan {sel} dengan sumbernya.", sel=places)
    return say(
        "Pakai {angka} di semua tabel; ganti di {sel}.",
        angka=conflict.value.shown,
        sel=", ".join(str(fact.value.where) for fact in conflict.others),
    )


@rule(*TARGET, Level.GALAT, "Target berbeda antar tabel", sources.TARGET_PK)
def target_berbeda(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: target indikator pada setiap tabel sama dengan Perjanjian Kinerja; target akhir Renstra sama
    di semua tabel.

    Mengapa penting: target adalah keputusan, bukan hasil ukur, jadi tidak ada pembulatan yang membenarkan perbedaan.
    Capaian, predikat, dan efisiensi dihitung darinya.

    Contoh yang ditemukan: Perjanjian Kinerja 1,8 %; Tabel 3.13 menulis 18 %.
    Contoh yang lolos: 4,5 % dan 4,50 %; BB (75) dan 75.

    Cara memperbaiki: samakan dengan Perjanjian Kinerja terakhir.
    """
    for subjek, tahun in dict.fromkeys((f.subjek, f.tahun) for f in book.facts.measuring("target")):
        if subjek not in book.indikator:
            continue
        right = target_of(book, subjek, tahun)
        for fact in book.stated(subjek, "target", tahun):
            if right is None or same_target(fact.value, right) is not False:
                continue
            agreeing = [f for f in book.stated(subjek, "target", tahun) if same_target(f.value, right)]
            yield Finding(
                *TARGET,
                Level.GALAT,
                say(
                    "Target tertulis {lain}, sedangkan {tempat} menulis {benar}.",
                    lain=fact.value.shown,
                    benar=right.shown,
                    tempat=_places(agreeing[:3]) if agreeing else right.where,
                ),
                fact.value.where,
                fact.tabel,
                stated=fact.value.said,
                recomputed=right.said,
                difference=_gap(fact.value, right),
                places=max(fact.value.places, right.places),
                flips=flips_of_target(fact.value, right, book.indikator[subjek], tahun, book),
                related=tuple(f.value.where for f in agreeing),
                basis="eksak",
                step=say("Samakan {sel} dengan {benar}.", sel=fact.value.where, benar=right.shown),
                **of_fact(fact, book.indikator[subjek].nama, f"target {tahun}"),
            )
