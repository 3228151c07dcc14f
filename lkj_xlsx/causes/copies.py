"""Copied from somewhere else: the row above, the parent row, the next column, another table's cell, last year."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from decimal import Decimal

from lkj_xlsx.causes.likelihood import reproduces, right_values
from lkj_xlsx.measures.tree import Node, nodes, parents
from lkj_xlsx.model.cell import Value
from lkj_xlsx.model.computed import Judged, Ledger
from lkj_xlsx.model.declare import cause
from lkj_xlsx.model.fact import Book, per_book
from lkj_xlsx.model.finding import Cause
from lkj_xlsx.model.message import say
from lkj_xlsx.model.record import Record, year_key
from lkj_xlsx.relations.amounts import rupiah


def _numbers(record: Record) -> list[tuple[str, Value]]:
    """The row's own figures in the order of its columns."""
    cells = [(key, value) for key, value in record.values.items() if value.known is not None and value.where.column]
    return sorted(cells, key=lambda cell: cell[1].where.column)


def _same(entry: Judged, value: Value, ledger: Ledger) -> bool:
    """Whether the stated figure is that of another cell, which is itself right.

    A cell computed from this one is right if it does not agree: it keeps what the right figure gave. Of a total in
    rupiah the verdict tells by itself, as it names the amount that the others speak against.
    """
    if value.where == entry.where or not value.known or not reproduces(entry, value.known):
        return False
    return all(_keeps(entry, other) for other in ledger.at(value.where))


def _keeps(entry: Judged, other: Judged) -> bool:
    if other.computed.measure is rupiah:
        return not other.verdict.mistaken
    return other.verdict.mistaken == _made_from(entry, other)


def _made_from(entry: Judged, other: Judged) -> bool:
    return any(entry.where in basis.inputs for basis in other.computed.bases)


@cause("baris-induk", "Disalin dari baris induknya", 20, follows=True)
def induk(entry: Judged, book: Book, ledger: Ledger) -> Cause | None:
    """Angka baris induk terbawa ke baris di bawahnya: 99,43 adalah persentase kegiatannya."""
    parent = parents(book).get(entry.record)
    if parent is None:
        return None
    value = parent.record.get(entry.field)
    if _same(entry, value, ledger):
        return Cause(
            "baris-induk",
            say(
                "{angka} adalah {apa} baris induknya ({sel})",
                angka=value.shown,
                apa=entry.computed.label,
                sel=value.where,
            ),
            1,
        )
    return None


@cause("baris-tetangga", "Disalin dari baris di atas atau di bawahnya", 22)
def tetangga(entry: Judged, book: Book, ledger: Ledger) -> Cause | None:
    """Angka baris sebelumnya terbawa."""
    record, key = entry.record, entry.field
    rows = book.records(record.sheet)
    place = _places(book, record.sheet).get(record)
    if place is None:
        return None
    for step, word in ((-1, say("di atasnya")), (1, say("di bawahnya"))):
        other = rows[place + step] if 0 <= place + step < len(rows) else None
        if other is not None and _same(entry, other.get(key), ledger) and not _children(book, record, other):
            value = other.get(key)
            return Cause(
                "baris-tetangga",
                say(
                    "{angka} adalah {apa} baris {mana} ({sel})",
                    angka=value.shown,
                    apa=entry.computed.label,
                    mana=word,
                    sel=value.where,
                ),
                2,
            )
    return None


@per_book
def _places(book: Book, sheet: str) -> Mapping[Record, int]:
    return {record: place for place, record in enumerate(book.records(sheet))}


def _children(book: Book, record: Record, other: Record) -> bool:
    tree = nodes(book)
    return any(child.record is other for child in tree.get(record, Node(record, 0)).children)


@cause("kolom-tetangga", "Disalin dari kolom di sebelahnya", 21)
def kolom(entry: Judged, book: Book, ledger: Ledger) -> Cause | None:
    """Angka kolom sebelah terbawa: jumlah tahun lain, rasio di kolom realisasi."""
    cells = _numbers(entry.record)
    for key, value in sorted(cells, key=lambda cell: abs(cell[1].where.column - entry.where.column)):
        if key != entry.field and _same(entry, value, ledger) and not _one_fact(entry, key):
            return Cause(
                "kolom-tetangga",
                say("{angka} sama dengan isi kolom di sebelahnya ({sel})", angka=value.shown, sel=value.where),
                len(cells),
            )
    return None


def _one_fact(entry: Judged, key: str) -> bool:
    """Whether two columns of base data state the same year: the base data of a year and its realisasi."""
    tahun = entry.record.known("tahun_awal")
    return tahun is not None and {key, entry.field} == {"data_awal", year_key("realisasi", int(tahun))}


@cause("tahun-lalu", "Angka tahun lalu", 19)
def tahun_lalu(entry: Judged, book: Book, ledger: Ledger) -> Cause | None:
    """Angka tahun sebelumnya tertinggal di tabel tahun ini: 4,03 adalah realisasi 2023, yang benar 4,47."""
    for value, label in _last_year(entry, book):
        if _same(entry, value, ledger):
            return Cause(
                "tahun-lalu",
                say(
                    "{angka} adalah {apa} {tahun} ({sel})",
                    angka=value.shown,
                    apa=label,
                    tahun=book.settings.tahun - 1,
                    sel=value.where,
                ),
                1,
            )
    return None


def _last_year(entry: Judged, book: Book) -> Iterator[tuple[Value, str]]:
    computed, before = entry.computed, book.settings.tahun - 1
    if computed.field.endswith("_lalu"):
        return
    for kode in computed.record.indikator:
        for fact in book.stated(kode, computed.field.partition("@")[0], before):
            yield fact.value, computed.label
    key, _, year = computed.field.partition("@")
    if year:
        yield computed.record.get(key, int(year) - 1), computed.label


@cause("indikator-lain", "Angka indikator lain", 24)
def indikator_lain(entry: Judged, book: Book, ledger: Ledger) -> Cause | None:
    """Angka ukuran yang sama milik indikator lain dalam tabel yang sama."""
    record, key = entry.record, entry.field
    rows = [r for r in _speaking(book, record.sheet) if r is not record and r.indikator != record.indikator]
    for other in rows:
        value = other.get(key)
        exchanged = _right_there(entry, value, ledger)
        if exchanged or _same(entry, value, ledger):
            names = [book.indikator[kode].nama for kode in other.indikator if kode in book.indikator]
            return Cause(
                "indikator-lain",
                say(
                    "{angka} adalah {apa} yang benar untuk {nama} ({sel})"
                    if exchanged
                    else "{angka} adalah {apa} {nama} ({sel})",
                    angka=entry.computed.value.shown,
                    apa=entry.computed.label,
                    nama="; ".join(names),
                    sel=value.where,
                ),
                len(rows),
            )
    return None


@per_book
def _speaking(book: Book, sheet: str) -> tuple[Record, ...]:
    """Rows that speak of an indicator."""
    return tuple(record for record in book.records(sheet) if record.indikator)


def _right_there(entry: Judged, value: Value, ledger: Ledger) -> bool:
    """Whether the stated figure is the right one of another cell that states something else: two rows exchanged."""
    wrong = [e for e in ledger.at(value.where) if e.verdict.mistaken and e.field == entry.field]
    return any(reproduces(entry, right) for other in wrong for right in right_values(other)[:1])


@cause("salinan-jauh", "Sama dengan sel lain di kolom ini", 40)
def jauh(entry: Judged, book: Book, ledger: Ledger) -> Cause | None:
    """Angka baris lain di kolom yang sama; makin banyak baris, makin lemah petunjuknya."""
    record, key, says = entry.record, entry.field, entry.computed.value.interval
    if says is None:
        return None
    numbers, rows = _column(book, record.sheet, key)
    alike = rows[bisect_left(numbers, says.low) : bisect_right(numbers, says.high)]
    same = [row.get(key) for row in alike if row is not record and _same(entry, row.get(key), ledger)]
    if len(same) != 1 or same[0].known == Decimal(100):
        return None
    others = len(book.records(record.sheet)) - 1
    return Cause("salinan-jauh", say("{angka} sama dengan {sel}", angka=same[0].shown, sel=same[0].where), others)


@per_book
def _column(book: Book, sheet: str, key: str) -> tuple[tuple[Decimal, ...], tuple[Record, ...]]:
    """The figures of a column, the smallest first, and the rows they stand in."""
    known = [(value, row) for row in book.records(sheet) if (value := row.known(key)) is not None]
    known.sort(key=lambda pair: pair[0])
    return tuple(value for value, _ in known), tuple(row for _, row in known)
