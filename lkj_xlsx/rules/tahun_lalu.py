"""Year on year: what this report says of earlier years against what was published there.

Asked only where last year's report was given (`Book.lalu`). What was published counts as it stands there, right or
wrong: whether it was right is the question of that year's own audit.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lkj_xlsx.measures.agreement import agreed, same_target, target_of
from lkj_xlsx.measures.capaian import capaian_bases
from lkj_xlsx.model.cell import Cell, Value
from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.declare import Source, rule
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.model.message import say
from lkj_xlsx.model.number import round_half_up
from lkj_xlsx.model.record import Fact
from lkj_xlsx.rules.consequences import flips_of_fact
from lkj_xlsx.rules.wording import named, of_fact
from lkj_xlsx.spec.field import plain_title

BERKAS = "LKJ371", "berkas-tahun-lalu"
ANGKA = "LKJ372", "angka-tahun-lalu"
TARGET = "LKJ373", "target-tahun-lalu"
TANPA_PASANGAN = "LKJ374", "tanpa-tahun-lalu"
PUBLISHED = ("realisasi", "capaian")
PLACES = 2
NEAR = 90  # how alike two names must be, of 100, to be one indicator whose code stayed the same
SUMBER = Source(
    "LKJ-2", "Perbandingan dengan tahun lalu, PermenPANRB 53/2014: angkanya seperti dalam laporan tahun itu", "D"
)


@dataclass(frozen=True, slots=True)
class Last:
    """Last year's book, and what its subjects are called there: by the subject of this year's book."""

    book: Book
    names: Mapping[str, str]

    def stated(self, fact: Fact) -> tuple[Fact, ...]:
        """What was published of the same fact."""
        subjek = self.names.get(fact.subjek)
        facts = self.book.stated(subjek, fact.ukuran, fact.tahun, fact.sampai) if subjek is not None else ()
        return tuple(other for other in facts if not other.value.blank)

    def left_to_the_tool(self, fact: Fact) -> Value | None:
        """The capaian that follows from last year's figures, where that column was left empty there."""
        indikator = self.book.indikator.get(self.names.get(fact.subjek, ""))
        if fact.ukuran != "capaian" or indikator is None or fact.tahun != self.book.settings.tahun:
            return None
        bases, _, _ = capaian_bases(self.book, indikator, fact.tahun)
        if not bases:
            return None
        where = bases[0].inputs[0] if bases[0].inputs else indikator.record.place("kode")
        return Value(Cell(where), round_half_up(bases[0].value, PLACES), PLACES)


def last_of(book: Book) -> Last | None:
    """Last year's report, where it was given and is the report of the year before by the same office."""
    last = book.lalu
    if last is None or last.settings.tahun != book.settings.tahun - 1 or not _same_office(book, last):
        return None
    return Last(last, {**_same_indikator(book, last), **_others(book, last)})


def _same_office(book: Book, last: Book) -> bool:
    mine, other = book.settings, last.settings
    same = plain_title(mine.opd) == plain_title(other.opd)
    return same and plain_title(mine.kabupaten) == plain_title(other.kabupaten)


def _same_indikator(book: Book, last: Book) -> dict[str, str]:
    """Codes of last year by this year's: by the name, else by the code where the names are nearly alike."""
    from rapidfuzz import fuzz

    by_name = {plain_title(item.nama): kode for kode, item in last.indikator.items()}
    codes: dict[str, str] = {}
    for kode, item in book.indikator.items():
        name = plain_title(item.nama)
        other = last.indikator.get(kode)
        if name in by_name:
            codes[kode] = by_name[name]
        elif other is not None and fuzz.ratio(name, plain_title(other.nama)) >= NEAR:
            codes[kode] = kode
    return codes


def _others(book: Book, last: Book) -> dict[str, str]:
    """Subjects that are no indicators: a series of Data Dasar by its code or its description, any other by its name."""
    by_name = {plain_title(row.text("uraian")): kode for kode, row in last.data.items()}
    codes: dict[str, str] = {}
    for subjek in dict.fromkeys(fact.subjek for fact in book.facts if fact.subjek not in book.indikator):
        row = book.data.get(subjek)
        name = plain_title(row.text("uraian")) if row is not None else ""
        codes[subjek] = subjek if subjek in last.data else by_name.get(name, subjek)
    return codes


def _earlier(book: Book, ukuran: Sequence[str]) -> Iterator[Fact]:
    """Statements about years before the report's, each cell once."""
    seen: set[tuple[object, str]] = set()
    for fact in book.facts.measuring(*ukuran):
        key = (fact.value.where, fact.subjek)
        if fact.tahun < book.settings.tahun and not fact.value.blank and key not in seen:
            seen.add(key)
            yield fact


@rule(*BERKAS, Level.PERIKSA, "Berkas tahun lalu bukan pasangannya", SUMBER)
def berkas(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: berkas --tahun-lalu adalah laporan satu tahun sebelumnya dari perangkat daerah yang sama.

    Mengapa penting: angka dari tahun atau kantor lain tidak dapat dibandingkan.

    Contoh yang ditemukan: laporan 2024 dibandingkan dengan berkas 2022.
    Contoh yang lolos: laporan 2024 dengan berkas 2023 dari dinas yang sama.

    Cara memperbaiki: sebutkan berkas yang benar pada --tahun-lalu.
    """
    if book.lalu is None:
        return
    mine, last = book.settings, book.lalu.settings
    record = mine.record
    if last.tahun != mine.tahun - 1:
        yield Finding(
            *BERKAS,
            Level.PERIKSA,
            say(
                "Berkas tahun lalu adalah laporan tahun {ada}, bukan {perlu}: angkanya tidak dibandingkan.",
                ada=last.tahun or say("yang tidak diisi"),
                perlu=mine.tahun - 1,
            ),
            record.place("tahun") if record is not None else None,
            step=say("Sebutkan laporan tahun {perlu} pada --tahun-lalu.", perlu=mine.tahun - 1),
        )
    if not _same_office(book, book.lalu):
        yield Finding(
            *BERKAS,
            Level.PERIKSA,
            say(
                "Berkas tahun lalu milik {lain}, laporan ini milik {sendiri}: angkanya tidak dibandingkan.",
                lain=f"{last.opd} {last.kabupaten}".strip() or say("kantor yang tidak disebut"),
                sendiri=f"{mine.opd} {mine.kabupaten}".strip(),
            ),
            record.place("opd") if record is not None else None,
            step=say("Pastikan kantornya sama, atau sebutkan berkas yang benar pada --tahun-lalu."),
        )


@rule(*ANGKA, Level.BEDA, "Angka tahun lalu berbeda dari laporan tahun lalu", SUMBER)
def angka(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: realisasi dan capaian tahun-tahun sebelumnya (Tahun Lalu, Data Dasar, Nilai AKIP) sama dengan
    yang tercetak dalam laporan tahun lalu, menurut tempat desimal yang tertulis.

    Mengapa penting: pembaca membandingkan dua laporan. Angka yang bergeser tanpa penjelasan mengubah pertumbuhan dan
    membuat keduanya diragukan.

    Contoh yang ditemukan: realisasi 2023 tertulis 30,10; laporan 2023 menulis 31,82.
    Contoh yang lolos: 31,8 di sini dan 31,82 di sana.

    Cara memperbaiki: samakan dengan laporan tahun lalu, atau jelaskan revisinya dan catat di lembar Pengecualian.
    """
    last = last_of(book)
    for fact in _earlier(book, PUBLISHED) if last is not None else ():
        there = last.stated(fact) if last is not None else ()
        right = (
            (agreed(there) or there[0].value) if there else last.left_to_the_tool(fact) if last is not None else None
        )
        if right is not None and not any(_same(fact.value, value) for value in (right, *(o.value for o in there))):
            yield _differs(ANGKA, Level.BEDA, book, fact, right, there)


@rule(*TARGET, Level.GALAT, "Target tahun lalu berbeda dari laporan tahun lalu", SUMBER)
def target(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: target tahun lalu sama dengan Perjanjian Kinerja dalam laporan tahun lalu.

    Mengapa penting: target adalah keputusan, bukan hasil ukur: tidak ada pembulatan yang membenarkan perbedaan.

    Contoh yang ditemukan: target 2023 tertulis 4; laporan 2023 menulis 4,5.
    Contoh yang lolos: 4,5 % di sini dan 4,50 % di sana.

    Cara memperbaiki: samakan dengan laporan tahun lalu.
    """
    last = last_of(book)
    for fact in _earlier(book, ("target",)) if last is not None else ():
        subjek = last.names.get(fact.subjek, "") if last is not None else ""
        right = target_of(last.book, subjek, fact.tahun) if last is not None else None
        if right is not None and same_target(fact.value, right) is False:
            yield _differs(TARGET, Level.GALAT, book, fact, right, last.stated(fact) if last is not None else ())


@rule(*TANPA_PASANGAN, Level.CATATAN, "Angka tahun lalu tanpa pasangan", SUMBER)
def tanpa_pasangan(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: indikator yang punya angka tahun lalu juga ada dalam laporan tahun lalu.

    Mengapa penting: tanpa pasangannya angka itu tidak dapat dibandingkan, dan diam bukan berarti benar.

    Contoh yang ditemukan: indikator yang baru ada tahun ini, dengan realisasi tahun lalu.
    Contoh yang lolos: indikator dengan nama yang sama, walaupun kodenya berubah.

    Cara memperbaiki: sebutkan asal angkanya dalam laporan.
    """
    last = last_of(book)
    reported: set[str] = set()
    for fact in _earlier(book, PUBLISHED) if last is not None else ():
        known = last is None or bool(last.stated(fact)) or last.left_to_the_tool(fact) is not None
        if (
            known
            or fact.tahun != book.settings.tahun - 1
            or fact.subjek not in book.indikator
            or fact.subjek in reported
        ):
            continue
        reported.add(fact.subjek)
        yield Finding(
            *TANPA_PASANGAN,
            Level.CATATAN,
            say("Laporan tahun lalu tidak memuat {ukuran} indikator ini: belum dibandingkan.", ukuran=fact.ukuran),
            fact.value.where,
            fact.tabel,
            stated=fact.value.said,
            places=fact.value.places,
            step=say("Sebutkan asal angka di {sel} dalam laporan.", sel=fact.value.where),
            **of_fact(fact, named(book, fact.subjek), f"{fact.ukuran} {fact.tahun}"),
        )


def _same(one: Value, other: Value) -> bool:
    """Whether both state one figure, or the same word (BB beside BB (76,80)).

    At the same places a copy is the same to the last digit; at others, both must be able to mean one figure.
    """
    if one.interval is not None and other.interval is not None:
        copied = one.known == other.known if one.places == other.places else one.interval.meets(other.interval)
        return copied and one.upper == other.upper
    if one.letter is not None and other.letter is not None:
        return one.letter == other.letter
    return one.interval is not None or other.interval is not None or plain_title(one.text) == plain_title(other.text)


def _differs(
    kind: tuple[str, str], level: Level, book: Book, fact: Fact, right: Value, there: Sequence[Fact]
) -> Finding:
    places = ", ".join(dict.fromkeys(str(other.value.where) for other in there)) or str(right.where)
    one, other = fact.value.known, right.known
    return Finding(
        *kind,
        level,
        say(
            "Tertulis {lama}; laporan tahun lalu menulis {baru} ({sel} di berkas tahun lalu).",
            lama=fact.value.shown,
            baru=right.shown,
            sel=places,
        ),
        fact.value.where,
        fact.tabel,
        stated=fact.value.said,
        recomputed=right.said,
        difference=one - other if one is not None and other is not None else None,
        places=max(fact.value.places, right.places),
        flips=flips_of_fact(fact, other, book),
        step=say("Samakan {sel} dengan laporan tahun lalu, atau jelaskan revisinya.", sel=fact.value.where),
        **of_fact(fact, _name(book, fact), f"{fact.ukuran} {fact.tahun}"),
    )


def _name(book: Book, fact: Fact) -> str:
    row = book.data.get(fact.subjek)
    return row.text("uraian") if row is not None else named(book, fact.subjek)
