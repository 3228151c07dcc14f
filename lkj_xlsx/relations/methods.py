"""Wrong ways to compute a realisasi: with another year's figures, with the rest as divisor, with another series."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from lkj_xlsx.measures import realisasi, renstra
from lkj_xlsx.measures.basis import evaluate
from lkj_xlsx.model.cell import Value
from lkj_xlsx.model.computed import Judged
from lkj_xlsx.model.fact import Book, Indikator, per_book
from lkj_xlsx.model.message import Message, say
from lkj_xlsx.model.number import show
from lkj_xlsx.model.record import Record

LAST_YEAR, INSTEAD, UPSIDE_DOWN, REST, OTHER = "tahun lain", "tanpa dikurangi", "terbalik", "sisa", "data lain"
CHANCE = 50  # a figure of so many possible ones for each way that is tried
MOST_SERIES = 40  # base data that are each tried in the place of the right one


@dataclass(frozen=True, slots=True)
class Method:
    """A wrong way to compute: its kind, what it gives, how it goes in words, and of how many ways it is one."""

    kind: str
    result: Decimal
    words: Message
    tried: int

    def unlikely(self, value: Value) -> bool:
        """Whether so many ways would hardly give a figure of these digits by chance."""
        digits = str(abs((value.known or Decimal(0)).scaleb(value.places)).to_integral_value())
        return Decimal(self.tried * CHANCE) <= Decimal(1).scaleb(len(digits))


def year_of(entry: Judged, book: Book) -> tuple[Indikator, int] | None:
    """The indicator and the year of a realisasi that follows from base data; None for any other figure."""
    computed = entry.computed
    indikator = book.indikator_of(computed.record)
    if indikator is None or computed.measure not in (realisasi.realisasi, renstra.realisasi_sd):
        return None
    if computed.measure is renstra.realisasi_sd and renstra.sifat_of(indikator) == renstra.kumulatif.code:
        return None
    return indikator, book.settings.year_of(computed.field)


def methods_of(entry: Judged, book: Book) -> tuple[Method, ...]:
    """The wrong ways that give a stated realisasi."""
    there, says = year_of(entry, book), entry.computed.value.interval
    ways = methods(book, *there) if there is not None and says is not None else ()
    return tuple(way for way in ways if says is not None and says.holds(way.result))


@per_book
def methods(book: Book, indikator: Indikator, tahun: int) -> tuple[Method, ...]:
    """Every wrong way that is known for the formula of an indicator, with what it gives in a year."""
    top, bottom = book.series(indikator.pembilang), book.series(indikator.penyebut)
    ways: list[Method] = []
    if indikator.rumus == realisasi.pertumbuhan.code and top is not None:
        ways += _of_pertumbuhan(_year(top, tahun), _year(top, tahun - 1), _year(top, tahun - 2), tahun)
    if indikator.rumus in (realisasi.persentase.code, realisasi.rasio.code) and top is not None and bottom is not None:
        scale = 100 if indikator.rumus == realisasi.persentase.code else 1
        ways += _of_share(top, bottom, tahun, scale)
        ways += _of_others(book, indikator, tahun, scale)
    return tuple(ways)


def _year(series: Record, tahun: int) -> Value:
    return series.get("realisasi", tahun)


def _made(kind: str, x: object, words: str, values: Sequence[Value], tried: int, **more: object) -> Iterator[Method]:
    """The method, where its figures are known and may be divided."""
    if isinstance(x, Decimal):
        yield Method(kind, x, say(words, *(show(value.known or Decimal(0)) for value in values), **more), tried)


def _divided(one: Decimal | None, other: Decimal | None, scale: int = 100) -> Decimal | None:
    result = evaluate(lambda a, b: a / b * scale, [one, other]) if one is not None and other else None
    return result if isinstance(result, Decimal) else None


def _minus(one: Value, other: Value) -> Decimal | None:
    return one.known - other.known if one.known is not None and other.known is not None else None


def _of_pertumbuhan(now: Value, before: Value, old: Value, tahun: int) -> Iterator[Method]:
    both = (now, before)
    ratio = _divided(now.known, before.known)
    yield from _made(INSTEAD, ratio, say("{0} ÷ {1} × 100: belum dikurangi 100"), both, 3)
    by_now = _divided(_minus(now, before), now.known)
    yield from _made(INSTEAD, by_now, say("selisihnya dibagi tahun ini ({0}), seharusnya tahun lalu"), both, 3)
    reversed_ = _divided(_minus(before, now), before.known)
    yield from _made(INSTEAD, reversed_, say("pengurangannya terbalik ({1} − {0})"), both, 3)
    words = say("({0} − {1}) ÷ {1} × 100: terhadap {lama}, seharusnya terhadap {lalu}")
    years = {"lama": tahun - 2, "lalu": tahun - 1}
    yield from _made(LAST_YEAR, _divided(_minus(now, old), old.known), words, (now, old), 3, **years)
    words = say("({0} − {1}) ÷ {1} × 100: pertumbuhan {lalu}, seharusnya {ini}")
    years = {"lalu": tahun - 1, "ini": tahun}
    yield from _made(LAST_YEAR, _divided(_minus(before, old), old.known), words, (before, old), 3, **years)


def _of_share(top: Record, bottom: Record, tahun: int, scale: int) -> Iterator[Method]:
    a, b = _year(top, tahun), _year(bottom, tahun)
    old_a, old_b = _year(top, tahun - 1), _year(bottom, tahun - 1)
    times = " × 100" if scale == 100 else ""
    years = {"lalu": tahun - 1, "ini": tahun, "kali": times}
    for one, other, words in (
        (a, old_b, say("{0} ÷ {1}{kali}: penyebutnya data {lalu}, seharusnya {ini}")),
        (old_a, b, say("{0} ÷ {1}{kali}: pembilangnya data {lalu}, seharusnya {ini}")),
        (old_a, old_b, say("{0} ÷ {1}{kali}: data {lalu}, seharusnya {ini}")),
    ):
        yield from _made(LAST_YEAR, _divided(one.known, other.known, scale), words, (one, other), 3, **years)
    words = say("{0} ÷ ({1} − {0}){kali}: dibagi sisanya, seharusnya dibagi {1}")
    yield from _made(REST, _divided(a.known, _minus(b, a), scale), words, (a, b), 2, **years)
    words = say("({1} − {0}) ÷ {1}{kali}: sisanya yang dibagi, seharusnya {0}")
    yield from _made(REST, _divided(_minus(b, a), b.known, scale), words, (a, b), 2, **years)
    words = say("{1} ÷ {0}{kali}: pembagiannya terbalik")
    yield from _made(UPSIDE_DOWN, _divided(b.known, a.known, scale), words, (a, b), 1, **years)


def _of_others(book: Book, indikator: Indikator, tahun: int, scale: int) -> Iterator[Method]:
    """Another series in the place of the denominator, or of the numerator."""
    names = {indikator.pembilang.upper(): 0, indikator.penyebut.upper(): 1}
    own = [_year(book.data[name], tahun) for name in names if name in book.data]
    others = [series for kode, series in book.data.items() if kode not in names]
    for series in others if len(own) == 2 and len(others) <= MOST_SERIES else ():
        value = _year(series, tahun)
        for place, right in ((1, indikator.penyebut), (0, indikator.pembilang)):
            pair = (own[0].known, value.known) if place else (value.known, own[1].known)
            words = say("dihitung dari {nama} {angka} ({sel}), seharusnya dari {benar}")
            told = {"nama": series.text("uraian"), "angka": value.shown, "sel": value.where, "benar": right}
            yield from _made(OTHER, _divided(*pair, scale), words, (), 2 * len(others), **told)
