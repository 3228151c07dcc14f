"""How much the conclusions hang on the chosen formulas: the words that judge, under every rival variant.

Each rival is put into the settings and the measures are asked again; there is no second way to compute anything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from lkj_xlsx.measures.efisiensi import judged_efficient
from lkj_xlsx.measures.skala import scale_of
from lkj_xlsx.measures.skala_predikat import predikat
from lkj_xlsx.model.declare import Variant
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.message import Message, joined, say
from lkj_xlsx.model.number import Missing
from lkj_xlsx.model.record import Record
from lkj_xlsx.model.report import Sensitivity
from lkj_xlsx.spec.template import TEMPLATE

Groups = Mapping[str, Sequence[Variant]]
Words = dict[str, str]  # indicator code → the word that judges it, "" where it cannot be judged
PREDIKAT = {
    "skala": say("skala"),
    "rumus_turun": say("rumus turun"),
    "rumus_rentang": say("rumus rentang"),
    "batas_capaian": say("batas capaian"),
    "target_nol": say("perlakuan target nol"),
    "rumus_predikat": say("capaian predikat"),
}  # option → what a sentence calls it
EFISIEN = {"rumus_efisiensi": say("rumus efisiensi"), "syarat_efisien": say("syarat efisien")}
ANGGARAN = "realisasi_anggaran"  # the largest sheet, which no predikat and no efisien hangs on
UNKNOWN = say("tidak dinilai")
NAMED = 3  # indicators named in a sentence


def sensitivity(book: Book, groups: Groups) -> tuple[Sensitivity, ...]:
    """For every option that matters to this book, what each of its other variants would change; 0 is told as well."""
    rows = tuple(record for record in book.all_records if record.sheet != ANGGARAN)
    small = replace(book, all_records=rows, facts=book.facts.of(rows))
    return (*_of(small, groups, PREDIKAT, "predikat", _predikat), *_of(small, groups, EFISIEN, "efisien", _efisien))


def _of(
    book: Book, groups: Groups, options: Mapping[str, str], kata: str, judge: Callable[[Book], Words]
) -> Iterator[Sensitivity]:
    now = judge(book)
    if not any(now.values()):
        return
    for option, name in options.items():
        chosen = book.settings.option(option)
        for item in groups.get(option, ()) if chosen and _matters(option, book) else ():
            other = _under(book, option, item.code)
            if item.code == chosen or not item.source.holds(book.settings.tahun):
                continue
            same = _same_places(book, other) if option == "skala" else {}
            if same is not None:
                then = {kode: same.get(word, word) for kode, word in judge(other).items()}
                yield _compared(option, say("{0} {1}", name, _called(item)), item, kata, now, then)


def _called(item: Variant) -> Message:
    """A variant by its code and in words; some words begin with the code."""
    if item.label.startswith(item.code):
        return say("«{0}»", say(item.label))
    return say("{0} «{1}»", item.code, say(item.label))


def _under(book: Book, option: str, code: str) -> Book:
    settings = book.settings
    return replace(book, settings=replace(settings, options={**settings.options, option: code}))


def _matters(option: str, book: Book) -> bool:
    """Whether any indicator is of the kind that the option speaks of."""
    ways = {item.arah.casefold() for item in book.indikator.values()}
    if option in ("rumus_turun", "target_nol"):
        return "turun" in ways
    if option == "rumus_rentang":
        ranged = any(fact.value.upper is not None for fact in book.facts.measuring("target"))
        return "rentang" in ways or ranged
    return True


def _same_places(book: Book, other: Book) -> dict[str, str] | None:
    """The other scale's words by the word in the same place of this one, so that a mere renaming is no change.

    None where the scales cannot be held against each other: one with another number of rows calls all otherwise.
    """
    one, two = scale_of(book), scale_of(other)
    if isinstance(one, Missing) or isinstance(two, Missing) or len(one.steps) != len(two.steps):
        return None
    return {there.label: here.label for here, there in zip(one.steps, two.steps, strict=True)}


def _rows(book: Book, *sheets: str) -> Mapping[str, Record]:
    """The first row of each indicator, in the order of the indicators."""
    records: dict[str, Record] = {}
    for sheet in sheets:
        for record in book.records(sheet):
            if len(record.indikator) == 1:
                records.setdefault(record.indikator[0], record)
    return {kode: records[kode] for kode in book.indikator if kode in records}


def _predikat(book: Book) -> Words:
    words: Words = {}
    for kode, record in _rows(book, "capaian_iku", "target_realisasi").items():
        computed = predikat.compute(record, "predikat", book)
        words[kode] = computed.result if computed is not None and isinstance(computed.result, str) else ""
    return words


def _efisien(book: Book) -> Words:
    verdicts = {kode: judged_efficient(record, book) for kode, record in _rows(book, "efisiensi").items()}
    return {
        kode: "" if word is None else say("efisien") if word else say("tidak efisien")
        for kode, word in verdicts.items()
    }


def _compared(option: str, name: str, item: Variant, kata: str, now: Words, then: Words) -> Sensitivity:
    moved = [kode for kode in now if now[kode] != then.get(kode, "")]
    total = sum(1 for kode in now if now[kode] or then.get(kode))
    field = next(field for field in TEMPLATE.sheet("identitas").fields if field.option == option)
    changes = [say("{0} {1} → {2}", kode, now[kode] or UNKNOWN, then.get(kode) or UNKNOWN) for kode in moved[:NAMED]]
    more = [say("{0} lainnya", len(moved) - NAMED)] if len(moved) > NAMED else []
    message = say(
        "Bila {pilihan} yang dipakai: {n} dari {semua} {kata} berubah{rincian}.",
        pilihan=name,
        n=len(moved),
        semua=total,
        kata=kata if kata == "predikat" else say("kesimpulan efisiensi"),
        rincian=say(" ({0})", joined([*changes, *more])) if changes else "",
    )
    return Sensitivity(field.header, item.code, kata, len(moved), total, message)
