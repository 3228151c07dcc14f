"""Settings of an indicator that its figures speak against: direction, numerator, denominator, or the code of a row."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Set
from dataclasses import replace

from lkj_xlsx.measures.basis import Input
from lkj_xlsx.measures.matching import miscoded
from lkj_xlsx.measures.realisasi import exact_realisasi
from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.computed import Ledger, Verdict
from lkj_xlsx.model.declare import Variant
from lkj_xlsx.model.fact import Book, Indikator, Record
from lkj_xlsx.model.message import Message, say
from lkj_xlsx.relations.mistakes import Mistake
from lkj_xlsx.spec.template import TEMPLATE

FEWEST = 2  # indicators whose figures all fit another formula than the chosen one
MOST_SERIES = 12  # base data that are each tried in an indicator's formula


def wrong_settings(places: Set[Where], book: Book, ledger: Ledger) -> Iterator[Mistake]:
    """What may be set wrong, where these cells are told to be wrong."""
    yield from _codes(book)
    yield from _options(book, ledger)
    wrong: Counter[str] = Counter()
    for place in places:
        for entry in ledger.at(place):
            wrong.update(entry.computed.record.indikator if entry.verdict.wrong else ())
    for kode, count in wrong.most_common():
        indikator = book.indikator.get(kode)
        if indikator is not None and count >= 2:
            yield from _directions(indikator, book)
            yield from _series(indikator, book)


def _options(book: Book, ledger: Ledger) -> Iterator[Mistake]:
    """A formula chosen for the whole report, where the figures of several indicators fit another permitted one."""
    fits: dict[Variant, set[tuple[str, ...]]] = defaultdict(set)
    for entry in ledger.entries:
        chosen = entry.computed.measure.choice(entry.variant) if entry.verdict is Verdict.RUMUS_BERBEDA else None
        if isinstance(chosen, Variant):
            fits[chosen].add(entry.computed.record.indikator)
    record = book.settings.record
    for other, indicators in fits.items():
        if record is None or other.option not in book.settings.options or len(indicators) < FEWEST:
            continue
        value = record.get(other.option)
        settings = replace(book.settings, options={**book.settings.options, other.option: other.code})
        yield Mistake(
            value.where,
            (value.where,),
            say(
                "Pilihan {lama} tampaknya bukan rumus yang dipakai: dengan {baru} angka {n} indikator cocok.",
                lama=value.text,
                baru=other.label,
                n=len(indicators),
            ),
            say("Pilih {baru} di {sel}, atau samakan angkanya.", baru=other.label, sel=value.where),
            lambda settings=settings: replace(book, settings=settings),  # type: ignore[misc]
            FEWEST,
        )


def _codes(book: Book) -> Iterator[Mistake]:
    """Rows of one sheet under the code of another indicator than the one they name."""
    rows: dict[str, list[Record]] = defaultdict(list)
    for record in miscoded(book):
        rows[record.title].append(record)
    for title, group in rows.items():
        cells = tuple(record.get("kode").where for record in group)
        named = ", ".join(cell.cell for cell in cells)
        yield Mistake(
            cells[0],
            cells,
            say("Kode {n} baris tampaknya tertukar atau bergeser ({sel}).", n=len(group), sel=named),
            say("Betulkan kode pada lembar {lembar} menurut nama indikator barisnya: {sel}.", lembar=title, sel=named),
            lambda group=group: _recoded(book, group),  # type: ignore[misc]
            2,
            group[0].tabel,
        )


def _recoded(book: Book, rows: list[Record]) -> Book:
    """The book with each of these rows under the code of the indicator it names."""
    meant = {record: replace(record, indikator=(miscoded(book)[record],)) for record in rows}
    records = tuple(meant.get(record, record) for record in book.all_records)
    facts = book.facts.of(meant.get(record, record) for record in book.facts.records)
    return replace(book, all_records=records, facts=facts)


def _directions(indikator: Indikator, book: Book) -> Iterator[Mistake]:
    directions = TEMPLATE.sheet("indikator").field("arah").choices
    for arah in directions:
        if arah != indikator.arah:
            yield _setting(
                indikator,
                book,
                "arah",
                replace(indikator, arah=arah),
                say(
                    "Arah {lama} tampaknya keliru: dengan {baru} angka yang tertulis cocok.",
                    lama=indikator.arah,
                    baru=arah,
                ),
                say("Ganti arah di {sel} dengan {baru}.", sel=indikator.record.get("arah").where, baru=arah),
            )


def _series(indikator: Indikator, book: Book) -> Iterator[Mistake]:
    top, bottom = indikator.pembilang, indikator.penyebut
    if top and bottom:
        yield _setting(
            indikator,
            book,
            "pembilang",
            replace(indikator, pembilang=bottom, penyebut=top),
            say("Pembilang {a} dan penyebut {b} tampaknya tertukar.", a=top, b=bottom),
            say(
                "Tukar isi {a} dan {b}.",
                a=indikator.record.get("pembilang").where,
                b=indikator.record.get("penyebut").where,
            ),
        )
    for kode in book.data if len(book.data) <= MOST_SERIES else ():
        if kode in (top.upper(), bottom.upper()):
            continue
        for key, now, right in (
            ("pembilang", top, replace(indikator, pembilang=kode)),
            ("penyebut", bottom, replace(indikator, penyebut=kode)),
        ):
            where = indikator.record.get(key).where
            if now and _fits(right, book):
                yield _setting(
                    indikator,
                    book,
                    key,
                    right,
                    say("Kode {lama} tampaknya keliru: dengan {baru} angka yang tertulis cocok.", lama=now, baru=kode),
                    say("Ganti {lama} di {sel} dengan {baru}.", lama=now, sel=where, baru=kode),
                )


def _fits(indikator: Indikator, book: Book) -> bool:
    """Whether the stated realisasi is what the indicator set in this way gives: nothing is right for want of data."""
    result = exact_realisasi(book, indikator, book.settings.tahun)
    stated = book.stated(indikator.kode, "realisasi", book.settings.tahun)
    spans = [fact.value.interval for fact in stated if fact.value.known is not None]
    return isinstance(result, Input) and any(span is not None and span.holds(result.value) for span in spans)


def _setting(indikator: Indikator, book: Book, key: str, right: Indikator, message: Message, step: Message) -> Mistake:
    def mended() -> Book:
        return replace(book, indikator={**book.indikator, indikator.kode: right})

    where = indikator.record.get(key).where
    return Mistake(where, (where,), message, step, mended, 2, indikator.record.tabel, indikator.nama)
