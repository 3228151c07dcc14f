"""Settings of an indicator that its figures speak against: direction, numerator, denominator, or the code of a row."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Set
from dataclasses import replace
from functools import partial

from lkj_xlsx.measures.basis import Input
from lkj_xlsx.measures.matching import miscoded
from lkj_xlsx.measures.realisasi import exact_realisasi
from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.fact import Book, Indikator
from lkj_xlsx.model.message import Message, say
from lkj_xlsx.model.record import Record
from lkj_xlsx.model.ukuran import Choice
from lkj_xlsx.relations.mistakes import Mistake
from lkj_xlsx.spec.field import Field
from lkj_xlsx.spec.template import TEMPLATE

FEWEST = 3  # figures that have to speak against a formula that was chosen
MOST_SERIES = 12  # base data that are each tried in an indicator's formula


def wrong_settings(places: Set[Where], book: Book, ledger: Ledger) -> Iterator[Mistake]:
    """What may be set wrong, where these cells are told to be wrong: what is set wrong makes every table wrong."""
    checked: Counter[tuple[str, str]] = Counter()
    wrong: Counter[tuple[str, str]] = Counter()
    for entry in ledger.entries:
        for kode in entry.record.indikator if entry.measure.choices and entry.verdict.checked else ():
            checked[kode, entry.measure.code] += 1
            wrong[kode, entry.measure.code] += entry.verdict.conclusive and entry.where in places
    yield from _options(places, book, ledger)
    all_wrong = {kode for (kode, code), count in wrong.items() if count >= 2 and count == checked[kode, code]}
    for kode, indikator in book.indikator.items():
        if kode in all_wrong:
            yield from _directions(indikator, book)
            yield from _series(indikator, book)


def _options(places: Set[Where], book: Book, ledger: Ledger) -> Iterator[Mistake]:
    """Formulas chosen on Identitas dan Pengaturan that a third of the figures they give, or more, speak against."""
    chosen = [entry for entry in ledger.entries if entry.measure.choices and entry.verdict.checked]
    checked = Counter(option for entry in chosen for option in {item.option for item in entry.measure.choices})
    entries = [entry for entry in chosen if entry.verdict.conclusive and entry.where in places]
    count = Counter(option for entry in entries for option in {item.option for item in entry.measure.choices})
    variants = {(item.option, item.code): item for entry in entries for item in entry.measure.choices}
    for field in TEMPLATE.sheet("identitas").fields:
        code = book.settings.option(field.option) if field.option else ""
        doubted = count[field.option] >= FEWEST and count[field.option] * 3 >= checked[field.option]
        if code and doubted and book.settings.record is not None:
            where = book.settings.record.place(field.key)
            others = [item for (option, _), item in variants.items() if option == field.option and item.code != code]
            yield from (_option(book, field, code, item, where) for item in others)


def _option(book: Book, field: Field, code: str, item: Choice, where: Where) -> Mistake:
    return Mistake(
        where,
        (where,),
        say(
            "{judul} {lama} tampaknya bukan yang dipakai laporan: dengan {baru} ({rumus}) angka yang tertulis cocok.",
            judul=field.header,
            lama=code,
            baru=item.code,
            rumus=item.label,
        ),
        say("Pilih {baru} di {sel}, bila memang rumus itu yang dipakai.", baru=item.code, sel=where),
        partial(_chosen, book, field.option, item.code),
        FEWEST,
        subject=field.header,
        guessed=True,
    )


def _chosen(book: Book, option: str, code: str) -> Book:
    return replace(book, settings=replace(book.settings, options={**book.settings.options, option: code}))


def wrong_codes(book: Book) -> Iterator[Mistake]:
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
            say("Kode {n} baris tampaknya tertukar atau bergeser ({sel}).", n=len(group), sel=named)
            if len(group) > 1
            else say("Kode di {sel} bukan kode indikator yang disebut barisnya.", sel=cells[0]),
            say("Betulkan kode pada lembar {lembar} menurut nama indikator barisnya: {sel}.", lembar=title, sel=named),
            partial(_recoded, book, group),
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
    where = indikator.record.place(key)
    mended = partial(replace, book, indikator={**book.indikator, indikator.kode: right})
    return Mistake(where, (where,), message, step, mended, 2, indikator.record.tabel, indikator.nama, guessed=True)
