"""The figures that the report's text needs and often leaves blank: totals, counts, averages, extremes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, localcontext

from lkj_xlsx.measures.conclusions import reached
from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.declare import Variant
from lkj_xlsx.model.expression import Expression
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.message import say
from lkj_xlsx.model.number import PRECISION, Missing, show
from lkj_xlsx.model.record import Record
from lkj_xlsx.model.report import KeyFigure
from lkj_xlsx.spec.template import TEMPLATE
from lkj_xlsx.tables.anggaran import totals
from lkj_xlsx.tables.live_figures import HIGHEST, LOWEST, MEAN, MET, RATED, live
from lkj_xlsx.tables.realisasi_anggaran import name_of_rest, sums
from lkj_xlsx.tables.spines import Spine

SOURCES = ("capaian_iku", "target_realisasi")  # where an indicator's capaian is stated, the summary table first
UNKNOWN = say("tidak dapat dihitung")


@dataclass(frozen=True, slots=True)
class Capaian:
    """An indicator's capaian in percent and its predikat, recomputed where that was possible; None or "" if unknown."""

    nama: str
    sasaran: str
    capaian: Decimal | None
    predikat: str


def key_figures(
    book: Book, ledger: Ledger, rata: Variant | None = None, spine: Spine | None = None
) -> tuple[KeyFigure, ...]:
    """All key figures, each with how it was reached; a part without its sheet is left out.

    `rata` is the chosen way to average capaian (of the option `rata_sasaran`); without it no average is given.
    With the `spine` the figures that follow from it are live.
    """
    capaian = _capaian(book, ledger)
    averages = _averages(capaian, rata) if rata else ()
    figures = (*_counts(book, capaian), *_predikat(book, capaian), *averages, *_extremes(capaian))
    return (*_anggaran(book), *(figures if spine is None else (live(figure, book, spine) for figure in figures)))


def _anggaran(book: Book) -> Iterator[KeyFigure]:
    records = book.records("realisasi_anggaran")
    if not records:
        return
    total = totals(records)
    words = total.words
    rest = name_of_rest(book)
    formulas = sums(total)
    yield _figure(say("Total anggaran"), total.anggaran, "rupiah", 0, words, formulas["anggaran"])
    yield _figure(say("Total realisasi anggaran"), total.realisasi, "rupiah", 0, words, formulas["realisasi"])
    reached = say("Total realisasi dibagi total anggaran, kali 100.")
    yield _figure(say("Serapan anggaran"), total.serapan, "persen", 2, reached, formulas["serapan"])
    yield _figure(rest, total.sisa, "rupiah", 0, say("Total anggaran dikurangi total realisasi."), formulas["sisa"])


def _figure(
    label: str, number: Decimal | Missing, kind: str, places: int, words: str, formula: Expression | None = None
) -> KeyFigure:
    if isinstance(number, Missing):
        return KeyFigure(label, UNKNOWN, words=say("Sebab: {reason}.", reason=number.words))
    return KeyFigure(label, number, kind, places, words, formula)


def _capaian(book: Book, ledger: Ledger) -> tuple[Capaian, ...]:
    """Each indicator once, from the first sheet that states its capaian."""
    by_record = {(id(entry.record), entry.field): entry.computed.result for entry in ledger.entries}
    capaian: dict[str, Capaian] = {}
    for sheet in SOURCES:
        for record in book.records(sheet):
            name = record.text("indikator")
            key = next(iter(record.indikator), name)
            if key and key not in capaian:
                result = by_record.get((id(record), "capaian"), record.get("capaian").number)
                word = by_record.get((id(record), "predikat"), record.text("predikat"))
                capaian[key] = Capaian(
                    name,
                    _sasaran(book, record, key),
                    result if isinstance(result, Decimal) else None,
                    word if isinstance(word, str) and any(mark.isalpha() for mark in word) else "",
                )
    return tuple(capaian.values())


def _sasaran(book: Book, record: Record, key: str) -> str:
    declared = book.indikator.get(key)
    return declared.sasaran if declared else record.text("sasaran")


def _counts(book: Book, capaian: tuple[Capaian, ...]) -> Iterator[KeyFigure]:
    names = [item.sasaran for item in book.indikator.values()] or [item.sasaran for item in capaian]
    if not names:
        return
    source = say("Lembar {sheet}.", sheet=TEMPLATE.sheet("indikator" if book.indikator else "capaian_iku").title)
    yield KeyFigure(say("Jumlah sasaran"), Decimal(len(set(names))), "angka", 0, source)
    yield KeyFigure(say("Jumlah indikator"), Decimal(len(names)), "angka", 0, source)
    known = [item for item in capaian if item.capaian is not None]
    if known:
        met = sum(1 for item in known if item.capaian is not None and reached(item.capaian))
        words = say("Capaian hitung ulang 100 % atau lebih, dari {n} indikator yang dapat dihitung.", n=len(known))
        yield KeyFigure(MET, Decimal(met), "angka", 0, words)


def _predikat(book: Book, capaian: tuple[Capaian, ...]) -> Iterator[KeyFigure]:
    """How many indicators each predikat holds, in the order of the printed scale."""
    order = [record.text("kriteria") for record in book.records("skala")]
    counts: dict[str, int] = {}
    for item in capaian:
        if item.predikat:
            counts[item.predikat] = counts.get(item.predikat, 0) + 1
    places = {word.casefold(): place for place, word in enumerate(order)}
    for word in sorted(counts, key=lambda word: (places.get(word.casefold(), len(order)), word)):
        yield KeyFigure(
            say("{0}{1}", RATED, word), Decimal(counts[word]), "angka", 0, say("Predikat menurut capaian hitung ulang.")
        )


def _averages(capaian: tuple[Capaian, ...], rata: Variant) -> Iterator[KeyFigure]:
    groups: dict[str, list[Capaian]] = {}
    for item in capaian:
        groups.setdefault(item.sasaran, []).append(item)
    for sasaran, members in groups.items():
        known = [item.capaian for item in members if item.capaian is not None]
        if known:
            with localcontext() as context:
                context.prec = PRECISION
                mean: Decimal | Missing = rata.apply(known)
            words = say(
                "{sasaran}: {way:a}, {n} dari {all} indikator.",
                sasaran=sasaran,
                way=say(rata.label),
                n=len(known),
                all=len(members),
            )
            yield _figure(MEAN, mean, "persen", 2, words)


def _extremes(capaians: tuple[Capaian, ...]) -> Iterator[KeyFigure]:
    known = sorted(((item.capaian, item.nama) for item in capaians if item.capaian is not None), reverse=True)
    if len(known) > 1:
        for label, (capaian, name) in ((HIGHEST, known[0]), (LOWEST, known[-1])):
            yield KeyFigure(
                label, capaian, "persen", 2, say("{name}: {capaian} %.", name=name, capaian=show(capaian, 2))
            )
