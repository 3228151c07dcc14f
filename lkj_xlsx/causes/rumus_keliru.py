"""The right inputs put together wrongly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from lkj_xlsx.causes.cocok import first, reproduces
from lkj_xlsx.measures.susunan import nodes
from lkj_xlsx.model.computed import Base, Judged, Ledger
from lkj_xlsx.model.declare import cause
from lkj_xlsx.model.fact import Book, Record
from lkj_xlsx.model.finding import Cause
from lkj_xlsx.model.message import say
from lkj_xlsx.model.number import show

FRACTIONS = {
    "efisiensi": ("capaian", "serapan"),
    "capaian": ("realisasi", "target"),
    "capaian_lalu": ("realisasi_lalu", "target_lalu"),
    "kemajuan": ("realisasi", "target_akhir"),
    "kemajuan_sd": ("realisasi_sd", "target_akhir"),
}


def pairs(entry: Judged, book: Book, ledger: Ledger) -> Iterator[tuple[Decimal, Decimal]]:
    """(numerator, denominator) of a ratio measure: as typed in the row, then as recomputed."""
    record, key = entry.computed.record, entry.computed.field
    if entry.computed.measure == "SERAPAN":
        top = "realisasi_anggaran" if record.sheet == "efisiensi" else "realisasi"
        names: tuple[str, str] = (top, "anggaran")
    elif key in FRACTIONS:
        names = FRACTIONS[key]
    else:
        return
    options = [_figures(record, name, ledger) for name in names]
    for one in options[0]:
        for other in options[1]:
            if one and other:
                yield one, other


def _figures(record: Record, key: str, ledger: Ledger) -> list[Decimal]:
    value = record.get(key)
    found = [value.known] if value.known is not None else []
    for judged in ledger.at(value.where):
        found += [b.value for b in judged.computed.bases if b.base is Base.EKSAK and judged.computed.field == key]
    return found


@cause("dibagi-terbalik", "Dibagi terbalik", 16)
def terbalik(entry: Judged, book: Book, ledger: Ledger) -> Cause | None:
    """Penyebut dibagi pembilang: target ÷ realisasi untuk indikator naik."""
    scale = 1 if entry.computed.measure == "EFISIENSI" else 100
    for top, bottom in pairs(entry, book, ledger):
        if reproduces(entry, bottom / top * scale):
            return Cause("dibagi-terbalik", say("{a} ÷ {b}: pembagiannya terbalik", a=show(bottom), b=show(top)), 2)
    return None


@cause("dikalikan", "Dikalikan, seharusnya dibagi", 8)
def dikalikan(entry: Judged, book: Book, ledger: Ledger) -> Cause | None:
    """Dua persen dikalikan padahal harus dibagi: 0,318 × 0,981 = 0,31."""
    for top, bottom in pairs(entry, book, ledger):
        if entry.computed.measure == "EFISIENSI":
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


@cause("tanpa-dikurangi", "Perbandingan, bukan pertumbuhan", 17)
def perbandingan(entry: Judged, book: Book, ledger: Ledger) -> Cause | None:
    """Data tahun ini dibagi tahun lalu tanpa dikurangi, atau selisihnya dibagi tahun ini."""
    for now, before in _pertumbuhan(entry, book):
        options = (
            (now / before * 100, "{0} ÷ {1} × 100: belum dikurangi 100"),
            ((now - before) / now * 100 if now else None, "selisihnya dibagi tahun ini ({0}), seharusnya tahun lalu"),
            ((before - now) / before * 100, "pengurangannya terbalik ({1} − {0})"),
        )
        for x, words in options:
            if x is not None and reproduces(entry, x):
                return Cause("tanpa-dikurangi", say(words.format(show(now, 0), show(before, 0))), 3)
    return None


def _pertumbuhan(entry: Judged, book: Book) -> Iterator[tuple[Decimal, Decimal]]:
    kode = next(iter(entry.computed.record.indikator), "")
    indikator = book.indikator.get(kode)
    series = book.series(indikator.pembilang) if indikator is not None and indikator.rumus == "PERTUMBUHAN" else None
    if series is None or entry.computed.measure not in ("REALISASI", "REALISASI-SD"):
        return
    tahun = book.settings.tahun - (1 if entry.computed.field.endswith("_lalu") else 0)
    now, before = (series.get("realisasi", year).known for year in (tahun, tahun - 1))
    if now is not None and before:
        yield now, before


@cause("jumlah-bukan-persen", "Jumlah, bukan persen", 18)
def jumlah_saja(entry: Judged, book: Book, ledger: Ledger) -> Cause | None:
    """Angka datanya sendiri, atau kenaikannya dalam rupiah atau unit, tertulis di tempat persen."""
    kode = next(iter(entry.computed.record.indikator), "")
    indikator = book.indikator.get(kode)
    if indikator is None or indikator.rumus not in ("PERTUMBUHAN", "PERSENTASE"):
        return None
    series = book.series(indikator.pembilang)
    if series is None or entry.computed.measure not in ("REALISASI", "REALISASI-SD"):
        return None
    now = series.get("realisasi", book.settings.tahun)
    options = [(now.known, f"{now.shown} adalah {series.text('uraian')} ({now.where})")]
    options += [(new - old, f"{show(new - old, 0)} adalah kenaikannya") for new, old in _pertumbuhan(entry, book)]
    evidence = first(options, entry)
    return Cause("jumlah-bukan-persen", say("{bukti}, bukan persennya", bukti=evidence), 2) if evidence else None


@cause("arah-terbalik", "Rumus untuk arah yang lain", 23)
def arah(entry: Judged, book: Book, ledger: Ledger) -> Cause | None:
    """Indikator yang makin kecil makin baik dihitung realisasi ÷ target, atau sebaliknya."""
    indikator = book.indikator.get(next(iter(entry.computed.record.indikator), ""))
    if indikator is None or entry.computed.measure not in ("CAPAIAN", "KEMAJUAN"):
        return None
    turun = indikator.arah.casefold() == "turun"
    for top, bottom in pairs(entry, book, ledger):
        tried = top / bottom * 100 if turun else (2 * bottom - top) / bottom * 100
        if reproduces(entry, tried):
            words = "{r} ÷ {t} × 100" if turun else "(2 × {t} − {r}) ÷ {t} × 100"
            kind = "naik" if turun else "turun"
            return Cause(
                "arah-terbalik",
                say(words + ": rumus untuk indikator {arah}", r=show(top), t=show(bottom), arah=kind),
                2,
            )
    return None


@cause("rata-rata-persen", "Rata-rata persen, bukan persen dari jumlah", 14)
def rata_persen(entry: Judged, book: Book, ledger: Ledger) -> Cause | None:
    """Persen baris induk diisi dengan rata-rata persen baris di bawahnya."""
    node = nodes(book).get(entry.computed.record)
    if entry.computed.measure != "SERAPAN" or node is None or len(node.children) < 2:
        return None
    percents = [child.record.get("serapan").known for child in node.children]
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
    given, spent = record.get("anggaran").known, record.get("realisasi").known
    return spent / given * 100 if given and spent is not None else None


@cause("pembagi-tetap", "Pembagi yang sama di beberapa baris", 9)
def pembagi_tetap(entry: Judged, book: Book, ledger: Ledger) -> Cause | None:
    """Rumus yang menunjuk satu sel pembagi: beberapa baris dibagi angka yang sama."""
    peers = [
        e
        for e in ledger.entries
        if e.computed.measure == entry.computed.measure
        and e.computed.field == entry.computed.field
        and e.verdict is entry.verdict
    ]
    low, high = Decimal(0), Decimal("Infinity")
    used = 0
    for peer in peers:
        says = peer.computed.value.interval
        top = next(iter(pairs(peer, book, ledger)), None)
        if says is None or top is None or says.low <= 0:
            return None
        scale = 1 if entry.computed.measure == "EFISIENSI" else 100
        low, high, used = max(low, top[0] * scale / says.high), min(high, top[0] * scale / says.low), used + 1
    if used < 3 or low > high or not _unlike(peers, low, high, book, ledger):
        return None
    return Cause(
        "pembagi-tetap",
        say(
            "{n} {apa} sama dengan pembilangnya dibagi {a}–{b}: pembaginya tampak sama di semua baris",
            n=_count(used),
            apa=entry.computed.label,
            a=show(low, 1),
            b=show(high, 1),
        ),
        2,
    )


def _count(n: int) -> str:
    return {3: "ketiga", 4: "keempat", 5: "kelima"}.get(n, f"{n}")


def _unlike(peers: Sequence[Judged], low: Decimal, high: Decimal, book: Book, ledger: Ledger) -> bool:
    """Whether the right divisors really differ, so that one for all is a mistake."""
    divisors = [top[1] for peer in peers if (top := next(iter(pairs(peer, book, ledger)), None)) is not None]
    return any(not low <= divisor <= high for divisor in divisors)
