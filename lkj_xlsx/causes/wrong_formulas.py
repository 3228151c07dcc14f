"""The right inputs put together wrongly."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from lkj_xlsx.causes.likelihood import first, reproduces, short
from lkj_xlsx.measures.agreement import target_of
from lkj_xlsx.measures.realisasi import persentase, pertumbuhan, realisasi
from lkj_xlsx.measures.renstra import realisasi_sd
from lkj_xlsx.measures.serapan import rata_rata
from lkj_xlsx.measures.serapan_anggaran import serapan
from lkj_xlsx.measures.tree import nodes
from lkj_xlsx.model.computed import Base, Judged, Ledger, Verdict
from lkj_xlsx.model.declare import cause
from lkj_xlsx.model.fact import Book, per_book
from lkj_xlsx.model.finding import Cause
from lkj_xlsx.model.message import Message, say
from lkj_xlsx.model.number import Interval, show
from lkj_xlsx.model.record import Record
from lkj_xlsx.model.ukuran import Ukuran
from lkj_xlsx.relations.methods import INSTEAD, UPSIDE_DOWN, methods_of

Likeness = tuple[Ukuran, str, Verdict]  # measure, field, verdict
FEWEST = 3  # indicators, or rows of a budget, that seem to share a divisor
MOST_PEERS = 300  # figures wrong alike: beyond so many one divisor is not what they have in common


def pairs(entry: Judged, book: Book, ledger: Ledger) -> Iterator[tuple[Decimal, Decimal]]:
    """(numerator, denominator) of a ratio measure: as typed in the row, then as recomputed."""
    record = entry.record
    names = entry.measure.fraction(record, entry.field)
    options = [_figures(record, name, ledger) or _agreed(record, name, book) for name in names or ()]
    if not options:
        return
    for one in options[0]:
        for other in options[1]:
            if one and other:
                yield one, other


def _agreed(record: Record, key: str, book: Book) -> list[Decimal]:
    """A target that the row's own table does not print: as the other tables state it."""
    years = {"target": book.settings.tahun, "target_lalu": book.settings.tahun - 1, "target_akhir": book.settings.akhir}
    goals = [target_of(book, kode, years[key]) for kode in record.indikator] if key in years else []
    return [goal.known for goal in goals if goal is not None and goal.known is not None]


def _figures(record: Record, key: str, ledger: Ledger) -> list[Decimal]:
    value = record.get(key)
    figures = [value.known] if value.known is not None else []
    for judged in ledger.at(value.where):
        figures += [b.value for b in judged.computed.bases if b.base is Base.EKSAK and judged.field == key]
    return figures


@cause("dibagi-terbalik", "Dibagi terbalik", 6, computing=True)
def terbalik(entry: Judged, book: Book, ledger: Ledger) -> Cause | None:
    """Penyebut dibagi pembilang: target ÷ realisasi untuk indikator naik."""
    scale = entry.measure.scale
    for top, bottom in pairs(entry, book, ledger):
        if reproduces(entry, bottom / top * scale):
            return Cause("dibagi-terbalik", say("{a} ÷ {b}: pembagiannya terbalik", a=short(bottom), b=short(top)), 2)
    way = next((way for way in methods_of(entry, book) if way.kind == UPSIDE_DOWN), None)
    return Cause("dibagi-terbalik", way.words, way.tried) if way is not None else None


@cause("dikalikan", "Dikalikan, seharusnya dibagi", 8, computing=True)
def dikalikan(entry: Judged, book: Book, ledger: Ledger) -> Cause | None:
    """Dua persen dikalikan padahal harus dibagi: 0,318 × 0,981 = 0,31."""
    for top, bottom in pairs(entry, book, ledger):
        if 100 in (top, bottom):  # times 100 % is what dividing by it gives: it explains any row
            continue
        if entry.computed.measure.scale == 1:
            tries = ((top / 100 * bottom / 100, 100), (top * bottom / 100, 1))
        else:
            tries = ((top * bottom, 1), (top * bottom / 100, 1))
        for x, divisor in tries:
            if reproduces(entry, x):
                return Cause(
                    "dikalikan",
                    say(
                        "{hasil} = {a} × {b}: dikalikan, seharusnya dibagi",
                        hasil=entry.computed.value.shown,
                        a=_three(top / divisor),
                        b=_three(bottom / divisor),
                    ),
                    2,
                )
    return None


def _three(x: Decimal) -> str:
    return show(x, 3) if abs(x) < 10 else show(x, 2)


@cause("tanpa-dikurangi", "Perbandingan, bukan pertumbuhan", 17, computing=True)
def perbandingan(entry: Judged, book: Book, ledger: Ledger) -> Cause | None:
    """Data tahun ini dibagi tahun lalu tanpa dikurangi, atau selisihnya dibagi tahun ini."""
    way = next((way for way in methods_of(entry, book) if way.kind == INSTEAD), None)
    return Cause("tanpa-dikurangi", way.words, way.tried) if way is not None else None


def _pertumbuhan(entry: Judged, book: Book) -> Iterator[tuple[Decimal, Decimal]]:
    kode = next(iter(entry.record.indikator), "")
    indikator = book.indikator.get(kode)
    series = book.series(indikator.pembilang) if indikator is not None and indikator.rumus == pertumbuhan.code else None
    if series is None or entry.measure not in (realisasi, realisasi_sd):
        return
    tahun = book.settings.year_of(entry.field)
    now, before = (series.get("realisasi", year).known for year in (tahun, tahun - 1))
    if now is not None and before:
        yield now, before


@cause("jumlah-bukan-persen", "Jumlah, bukan persen", 18, computing=True)
def jumlah_saja(entry: Judged, book: Book, ledger: Ledger) -> Cause | None:
    """Angka datanya sendiri, atau kenaikannya dalam rupiah atau unit, tertulis di tempat persen."""
    kode = next(iter(entry.record.indikator), "")
    indikator = book.indikator.get(kode)
    if indikator is None or indikator.rumus not in (pertumbuhan.code, persentase.code):
        return None
    series = book.series(indikator.pembilang)
    if series is None or entry.measure not in (realisasi, realisasi_sd):
        return None
    now = series.get("realisasi", book.settings.tahun)
    options = [(now.known, say("{0} adalah {1} ({2})", now.shown, series.text("uraian"), now.where))]
    options += [
        (new - old, say("{0} adalah kenaikannya", show(new - old, 0))) for new, old in _pertumbuhan(entry, book)
    ]
    evidence = first(options, entry)
    return Cause("jumlah-bukan-persen", say("{bukti}, bukan persennya", bukti=evidence), 2) if evidence else None


@cause("arah-terbalik", "Rumus untuk arah yang lain", 7, computing=True)
def arah(entry: Judged, book: Book, ledger: Ledger) -> Cause | None:
    """Indikator yang makin kecil makin baik dihitung realisasi ÷ target, atau sebaliknya."""
    indikator = book.indikator.get(next(iter(entry.record.indikator), ""))
    if indikator is None or not entry.measure.against_target:
        return None
    turun = indikator.arah.casefold() == "turun"
    for top, bottom in pairs(entry, book, ledger):
        tried = top / bottom * 100 if turun else (2 * bottom - top) / bottom * 100
        if reproduces(entry, tried):
            words = "{0} ÷ {1} × 100" if turun else "(2 × {1} − {0}) ÷ {1} × 100"
            kind = say("naik") if turun else say("turun")
            return Cause(
                "arah-terbalik",
                say("{cara}: rumus untuk indikator {arah}", cara=say(words, short(top), short(bottom)), arah=kind),
                2,
            )
    return None


@cause("rata-rata-persen", "Rata-rata persen, bukan persen dari jumlah", 14, computing=True)
def rata_persen(entry: Judged, book: Book, ledger: Ledger) -> Cause | None:
    """Persen baris induk diisi dengan rata-rata persen baris di bawahnya."""
    node = nodes(book).get(entry.record)
    if entry.measure is not serapan or node is None or len(node.children) < 2:
        return None
    if book.settings.option("persen_induk") == rata_rata.code:
        return None  # that is the way the office chose
    percents = [child.record.known("serapan") for child in node.children]
    exact = [_serapan(child.record) for child in node.children]
    for parts in (percents, exact):
        known = [part for part in parts if part is not None]
        if len(known) == len(parts) and reproduces(entry, sum(known, Decimal(0)) / len(known)):
            return Cause(
                "rata-rata-persen",
                say("rata-rata dari {n} persen di bawahnya, seharusnya dari jumlah rupiahnya", n=len(known)),
                2,
            )
    return None


def _serapan(record: Record) -> Decimal | None:
    given, spent = record.known("anggaran"), record.known("realisasi")
    return spent / given * 100 if given and spent is not None else None


@cause("pembagi-tetap", "Pembagi yang sama di beberapa baris", 9, computing=True)
def pembagi_tetap(entry: Judged, book: Book, ledger: Ledger) -> Cause | None:
    """Rumus yang menunjuk satu sel pembagi: sekurangnya tiga indikator atau baris anggaran dibagi angka yang sama."""
    kind = _kind(entry)
    if len(_peers(book, ledger).get(kind, ())) > MOST_PEERS:
        return None
    for pick in (0, -1):  # numerators as typed, then as recomputed
        shared, used = _divisor(entry, pick, book, ledger), 0
        subjects: set[object] = set()
        for peer, divisor in zip(_peers(book, ledger).get(kind, ()), _divisors(book, ledger, kind, pick), strict=True):
            meeting = shared.meet(divisor) if shared is not None and divisor is not None else None
            if meeting is not None:
                shared, used = meeting, used + 1
                subjects.add(peer.computed.record.indikator or peer.computed.record)
        if shared is None or len(subjects) < FEWEST or not _unlike(book, ledger, kind, shared):
            continue
        return Cause(
            "pembagi-tetap",
            say(
                "{n} {apa} cocok bila semua barisnya dibagi satu angka yang sama ({a}–{b}): pembaginya tampak tidak "
                "ikut berganti baris",
                n=_count(used),
                apa=entry.computed.label,
                a=show(shared.low, 1),
                b=show(shared.high, 1),
            ),
            2,
        )
    return None


def _kind(entry: Judged) -> Likeness:
    return entry.measure, entry.field, entry.verdict


@per_book
def _peers(book: Book, ledger: Ledger) -> Mapping[Likeness, tuple[Judged, ...]]:
    """Figures of one measure, column and verdict: rows that may share one wrong divisor."""
    groups: dict[Likeness, list[Judged]] = {}
    for entry in ledger.entries:
        groups.setdefault(_kind(entry), []).append(entry)
    return {kind: tuple(entries) for kind, entries in groups.items()}


@per_book
def _divisors(book: Book, ledger: Ledger, kind: Likeness, pick: int) -> tuple[Interval | None, ...]:
    return tuple(_divisor(peer, pick, book, ledger) for peer in _peers(book, ledger).get(kind, ()))


def _divisor(peer: Judged, pick: int, book: Book, ledger: Ledger) -> Interval | None:
    """The divisors that would give the stated figure of one row."""
    says, tops = peer.computed.value.interval, list(pairs(peer, book, ledger))
    if says is None or not tops or says.low <= 0:
        return None
    top = tops[pick][0] * peer.measure.scale
    return Interval(top / says.high, top / says.low)


def _count(n: int) -> Message | str:
    return {3: say("ketiga"), 4: say("keempat"), 5: say("kelima")}.get(n, f"{n}")


def _unlike(book: Book, ledger: Ledger, kind: Likeness, shared: Interval) -> bool:
    """Whether the right divisors really differ, so that one for all is a mistake."""
    return any(not shared.holds(divisor) for divisor in _right_divisors(book, ledger, kind))


@per_book
def _right_divisors(book: Book, ledger: Ledger, kind: Likeness) -> tuple[Decimal, ...]:
    tops = (next(iter(pairs(peer, book, ledger)), None) for peer in _peers(book, ledger).get(kind, ()))
    return tuple(top[1] for top in tops if top is not None)
