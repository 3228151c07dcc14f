"""Sentences that state the figures of each table, for the office to paste; the figures are those the tables show."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from lkj_xlsx.measures.conclusions import reached
from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.number import show
from lkj_xlsx.model.record import Record
from lkj_xlsx.model.report import Narrative, Row, Table
from lkj_xlsx.tables import anggaran_sentences, spines
from lkj_xlsx.tables.spines import Spine

HUNDRED = Decimal(100)
FIGURE_UNITS = frozenset({"", "nilai", "angka", "indeks", "poin", "skor", "rasio", "predikat", "opini"})


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """A row of a table with the record it shows."""

    row: Row
    record: Record

    def number(self, key: str) -> Decimal | None:
        value = self.row.item(key).value
        return value if isinstance(value, Decimal) else None

    def figure(self, key: str) -> Decimal | None:
        """The number in the cell, also where it stands in a text: a score beside its letter, `3,50, %`."""
        value = self.record.get(key)
        shown = self.number(key)
        return value.known if shown is None and value.upper is None else shown

    def text(self, key: str) -> str:
        """The cell as it reads; a figure typed with an odd sign is written as it should be."""
        item, value = self.row.item(key), self.record.get(key)
        if isinstance(item.value, Decimal):
            return show(item.value, item.places)
        plain = value.letter is None and value.upper is None and value.second is None and not value.ratio
        return show(value.known, value.places) if value.known is not None and plain else item.value or ""


def narratives(book: Book, tables: Iterable[Table], spine: Spine) -> tuple[Narrative, ...]:
    """The sentences of every table that has some."""
    rows = {(record.title, record.row): record for record in book.all_records}
    keys = {seen.title: seen.key for seen in book.sheets}
    texts: list[Narrative] = []
    for table in tables:
        lines = [PrintedRow(row, record) for row in table.rows if (record := _record(row, rows)) is not None]
        key = keys.get(lines[0].record.title, lines[0].record.sheet) if lines else ""
        writer = _WRITERS.get(key)
        sentences = tuple(writer(book, lines, spine)) if writer is not None else ()
        if sentences:
            texts.append(Narrative(table.number, table.title, sentences))
    return tuple(texts)


def _record(row: Row, rows: dict[tuple[str, int], Record]) -> Record | None:
    """The record of a row: that of its last cell, since the first ones may be joined with the row above."""
    places = [item.source for item in row.items.values() if isinstance(item.source, Where) and not item.shared]
    return rows.get((places[-1].sheet, places[-1].row)) if places else None


def _unit(book: Book, line: PrintedRow) -> str:
    indikator = book.indikator_of(line.record)
    return indikator.satuan if indikator is not None else line.record.text("satuan")


def with_unit(text: str, satuan: str) -> str:
    """A figure and its unit: `3,50 %`, `262 orang`; units that only say "figure" are left out."""
    if not text or any(mark.isalpha() or mark == "%" for mark in text):
        return text
    if satuan.casefold() in {"%", "persen"}:
        return f"{text} %"
    return text if satuan.casefold() in FIGURE_UNITS else f"{text} {_written(satuan)}"


def _written(satuan: str) -> str:
    """A unit inside a sentence: `Orang` becomes `orang`; `kWh`, `pH` and `KK` stay as they are typed."""
    return " ".join(word.lower() if word.istitle() and len(word) > 2 else word for word in satuan.split())


def _realisasi(book: Book, line: PrintedRow, spine: Spine, key: str, tahun: int) -> str:
    """The realisasi as the table shows it; the agreed one where the typed cell is under suspicion."""
    item = line.row.item(key)
    spot = spine.at(next(iter(line.record.indikator), ""), spines.REALISASI, f"realisasi@{tahun}")
    if item.level is not None and isinstance(item.value, Decimal) and spot and spot[1].number is not None:
        return with_unit(show(spot[1].number, item.places), _unit(book, line))
    return with_unit(line.text(key), _unit(book, line))


def _percent(number: Decimal | None) -> str:
    return "" if number is None else f"{show(number, 2)} %"


def _capaian(book: Book, lines: list[PrintedRow], spine: Spine) -> Iterator[str]:
    tahun = book.settings.tahun
    known = [line for line in lines if line.number("capaian") is not None]
    for line in known:
        predikat = line.text("predikat")
        tail = f" dengan predikat {predikat}" if any(mark.isalpha() for mark in predikat) else ""
        yield (
            f"{line.text('indikator')} pada tahun {tahun} terealisasi "
            f"{_realisasi(book, line, spine, 'realisasi', tahun)} dari target "
            f"{with_unit(line.text('target'), _unit(book, line))}, sehingga capaiannya "
            f"{_percent(line.number('capaian'))}{tail}."
        )
    for line in lines:
        if line not in known and _words(line, "realisasi") and _words(line, "target"):
            yield (
                f"{line.text('indikator')} pada tahun {tahun} terealisasi {line.text('realisasi')} dari target "
                f"{line.text('target')}."
            )
    counted = [line for line in known if _recomputed(line, book, spine)]
    if len(counted) > 1:
        yield from _tally(counted, "" if len(counted) == len(lines) else " yang capaiannya dihitung")


def _recomputed(line: PrintedRow, book: Book, spine: Spine) -> bool:
    """Whether its capaian was recomputed, so that it counts here and among the key figures alike."""
    spots = [spine.at(kode, spines.CAPAIAN, "capaian") for kode in line.record.indikator if kode in book.indikator]
    return all(spot is not None and spot[1].number is not None for spot in spots)


def _words(line: PrintedRow, key: str) -> bool:
    """Whether the cell says a word, such as an opinion, instead of a figure."""
    return any(mark.isalpha() for mark in line.text(key)) and line.figure(key) is None


def _tally(lines: list[PrintedRow], those: str) -> Iterator[str]:
    """How many indicators each predikat holds, and how many reached their target."""
    counts: dict[str, int] = {}
    for line in lines:
        word = line.text("predikat")
        if any(mark.isalpha() for mark in word):
            counts[word] = counts.get(word, 0) + 1
    met = sum(1 for line in lines if reached(line.number("capaian") or Decimal(0)))
    if counts:
        phrases = [f"{count} berpredikat {word}" for word, count in counts.items()]
        yield f"Dari {len(lines)} indikator{those}, {enumerated(phrases)}."
    yield f"Target tercapai pada {met} dari {len(lines)} indikator{'' if counts else those}."


def enumerated(parts: list[str]) -> str:
    """Parts as one phrase: `a`, `a dan b`, `a, b, dan c`."""
    if len(parts) < 3:
        return " dan ".join(parts)
    return f"{', '.join(parts[:-1])}, dan {parts[-1]}"


def _moved(before: Decimal, now: Decimal) -> str:
    return "naik" if now > before else "turun" if now < before else "tetap"


def _data(book: Book, lines: list[PrintedRow], spine: Spine) -> Iterator[str]:
    tahun = book.settings.tahun
    for line in lines:
        now, before = line.number(f"realisasi@{tahun}"), line.number(f"realisasi@{tahun - 1}")
        if now is None:
            continue
        satuan = line.record.text("satuan")
        said = f"{line.text('uraian')} tahun {tahun} sebesar {_amount(now, satuan)}"
        if before is None or before <= 0:
            yield f"{said}."
        elif now == before:
            yield f"{said}, sama dengan tahun {tahun - 1}."
        else:
            gap = abs(now - before)
            yield (
                f"{said}, {_moved(before, now)} {_amount(gap, satuan)} atau {_percent(gap / before * 100)} "
                f"dari {_amount(before, satuan)} pada tahun {tahun - 1}."
            )


def _amount(number: Decimal, satuan: str) -> str:
    if satuan.casefold().strip(". ") in {"rp", "rupiah"}:
        return f"Rp {show(number)}"
    return with_unit(show(number), satuan)


def _last_year(book: Book, lines: list[PrintedRow], spine: Spine) -> Iterator[str]:
    tahun = book.settings.tahun
    for line in lines:
        now, before = line.figure("realisasi"), line.figure("realisasi_lalu")
        if now is None or before is None:
            continue
        old = with_unit(line.text("realisasi_lalu"), _unit(book, line))
        new = _realisasi(book, line, spine, "realisasi", tahun)
        moved = _moved(before, now)
        said = f"tetap {new}" if moved == "tetap" else f"{moved} dari {old} pada tahun {tahun - 1} menjadi {new}"
        capaian, past = line.number("capaian"), line.number("capaian_lalu")
        tail = ""
        if capaian is not None and past is not None:
            tail = f"; capaiannya {_percent(capaian)}, tahun {tahun - 1} {_percent(past)}"
        yield f"Realisasi {line.text('indikator')} tahun {tahun} {said}{tail}."


def _renstra(book: Book, lines: list[PrintedRow], spine: Spine) -> Iterator[str]:
    settings = book.settings
    for line in lines:
        spot = spine.at(next(iter(line.record.indikator), ""), spines.RENSTRA, "kemajuan_sd")
        number = line.number("kemajuan_sd") or line.number("kemajuan")
        if number is None and spot is not None:
            number = spot[1].number
        if number is None:
            continue
        goal = with_unit(line.text("target_akhir"), _unit(book, line))
        if number < 0:
            now = with_unit(line.text("realisasi_sd") or line.text("realisasi"), _unit(book, line))
            yield (
                f"Sampai dengan tahun {settings.tahun}, {line.text('indikator')} terealisasi {now}; belum ada kemajuan "
                f"menuju target akhir Renstra tahun {settings.akhir} sebesar {goal}."
            )
            continue
        rest = HUNDRED - number
        tail = f"; masih {_percent(rest)} lagi menuju target itu" if rest > 0 else "; target itu sudah tercapai"
        yield (
            f"Sampai dengan tahun {settings.tahun}, {line.text('indikator')} mencapai {_percent(number)} dari target "
            f"akhir Renstra tahun {settings.akhir} sebesar {goal}{tail}."
        )


def _triwulan(book: Book, lines: list[PrintedRow], spine: Spine) -> Iterator[str]:
    for line in lines:
        parts = [line.text(f"realisasi_tw{n}") for n in range(1, 5)]
        if all(part[:1].isdigit() for part in parts) and line.text("realisasi"):
            year = with_unit(line.text("realisasi"), _unit(book, line))
            yield (
                f"Realisasi triwulan {line.text('indikator')} berturut-turut {enumerated(parts)}, "
                f"sehingga setahun {year}."
            )


def _agreement(book: Book, lines: list[PrintedRow], spine: Spine) -> Iterator[str]:
    sasaran = {line.record.text("sasaran") for line in lines}
    yield (
        f"Perjanjian Kinerja tahun {book.settings.tahun} memuat {len(sasaran)} sasaran strategis "
        f"dengan {len(lines)} indikator kinerja."
    )


def _efisiensi(book: Book, lines: list[PrintedRow], spine: Spine) -> Iterator[str]:
    yield from anggaran_sentences.efisiensi(book, [(line.row, line.record) for line in lines])


def _support(book: Book, lines: list[PrintedRow], spine: Spine) -> Iterator[str]:
    yield from anggaran_sentences.support([(line.text("indikator"), line.row) for line in lines])


def _anggaran(book: Book, lines: list[PrintedRow], spine: Spine) -> Iterator[str]:
    yield from anggaran_sentences.anggaran_seluruhnya(book, [line.record for line in lines])


_WRITERS: dict[str, Callable[[Book, list[PrintedRow], Spine], Iterator[str]]] = {
    "perjanjian": _agreement,
    "capaian_iku": _capaian,
    "target_realisasi": _capaian,
    "data_dasar": _data,
    "tahun_lalu": _last_year,
    "renstra": _renstra,
    "triwulan": _triwulan,
    "efisiensi": _efisiensi,
    "program_pendukung": _support,
    "realisasi_anggaran": _anggaran,
}
