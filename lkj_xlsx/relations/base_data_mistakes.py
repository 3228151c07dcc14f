"""Base data of this year that are still last year's, or stand in another year's or row's cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from lkj_xlsx.measures.data_dasar import kind_of
from lkj_xlsx.model.cell import Value, Where
from lkj_xlsx.model.computed import Judged, Ledger
from lkj_xlsx.model.corrected import rewritten
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.finding import Cause
from lkj_xlsx.model.message import Message, say
from lkj_xlsx.model.record import Record
from lkj_xlsx.model.ukuran import Inputs
from lkj_xlsx.relations.methods import methods_of
from lkj_xlsx.relations.mistakes import Mistake

FEWEST = 2  # series that are all unchanged
MOST_ROWS = 12  # series that are each held against one behind wrong figures
LONG = 20  # smaller figures are often alike by chance


def base_of_last_year(book: Book, ledger: Ledger) -> Iterator[Mistake]:
    """The column of this year, where every series states last year's figure again and figures speak against it."""
    tahun = book.settings.tahun
    rows = [record for record in book.records("data_dasar") if kind_of(record) not in ("kenaikan", "jumlah")]
    pairs = [(row.get("realisasi", tahun), row.get("realisasi", tahun - 1)) for row in rows]
    stated = [(now, before) for now, before in pairs if now.known is not None and before.known is not None]
    if len(stated) < FEWEST or any(now.known != before.known for now, before in stated):
        return
    cells = tuple(now.where for now, _ in stated)
    wrong = [entry for entry in ledger.entries if entry.verdict.wrong]
    explains = {e.where for e in wrong if any(cell in cells for basis in e.computed.bases for cell in basis.inputs)}
    yield Mistake(
        cells[0],
        cells,
        say(
            "Realisasi {tahun} pada Data Dasar sama dengan realisasi {lalu} di semua baris: tampaknya belum diganti.",
            tahun=tahun,
            lalu=tahun - 1,
        ),
        say("Isi kolom realisasi {tahun} pada lembar {lembar}.", tahun=tahun, lembar=cells[0].sheet),
        None,
        tabel=rows[0].tabel,
        explains=frozenset(explains | set(cells)),
    )


def misplaced_base(book: Book, ledger: Ledger) -> Iterator[Mistake]:
    """Base figures behind wrong realisasi: exchanged with last year's or another row's, or still last year's."""
    tahun = book.settings.tahun
    behind = _behind(book, ledger, tahun)
    data = [row for row in book.records("data_dasar") if kind_of(row) != "jumlah"]
    for place, row in enumerate(data):
        now, before = row.get("realisasi", tahun), row.get("realisasi", tahun - 1)
        entries = behind.get(now.where, [])
        if not entries or now.known is None or any(entry.verdict.wrong for entry in ledger.at(now.where)):
            continue
        by_method = any(methods_of(entry, book) for entry in entries)
        near = [(data[n].get("realisasi", tahun), where) for n, where in _beside(place, len(data))]
        near = [(value, where) for value, where in near if value.where.row < row.row or value.where not in behind]
        beside = [(before, say("realisasi {0}", tahun - 1)), *near]
        copied = [(value, what) for value, what in beside if value.known == now.known and abs(now.known) >= LONG]
        made = any(entry.computed.measure.inputs is Inputs.DATA for entry in entries)
        if copied and made and not by_method:
            yield _copied(row, now, *copied[0], entries)
        if before.known not in (None, now.known) and (not by_method or _also_wrong(before.where, ledger)):
            yield _exchanged(row, now, before, book)
        for other in data[: MOST_ROWS if place < MOST_ROWS else 0]:
            there = other.get("realisasi", tahun)
            if other is not row and not by_method and there.known not in (None, now.known):
                yield _exchanged(row, now, there, book)


def _beside(place: int, count: int) -> Iterator[tuple[int, Message]]:
    if place > 0:
        yield place - 1, say("baris di atasnya")
    if place + 1 < count:
        yield place + 1, say("baris di bawahnya")


def _behind(book: Book, ledger: Ledger, tahun: int) -> dict[Where, list[Judged]]:
    """The base figures of this year with the wrong figures that are computed from each."""
    cells = {row.get("realisasi", tahun).where for row in book.records("data_dasar") if kind_of(row) != "jumlah"}
    behind: dict[Where, list[Judged]] = {}
    for entry in ledger.entries:
        if entry.verdict.wrong:
            for where in {where for basis in entry.computed.bases for where in basis.inputs} & cells:
                behind.setdefault(where, []).append(entry)
    return behind


def _also_wrong(before: Where, ledger: Ledger) -> bool:
    """Whether figures of the year before are wrong as well, which a wrong way to compute this year's is not."""
    others = (e for e in ledger.entries if e.verdict.wrong and e.computed.field.endswith(("_lalu", "_sd")))
    return any(before in basis.inputs for entry in others for basis in entry.computed.bases)


def _copied(row: Record, now: Value, other: Value, what: Message, entries: Iterable[Judged]) -> Mistake:
    last = other.where.row == now.where.row
    evidence = say("{angka} adalah angka {apa} ({sel})", angka=now.shown, apa=what, sel=other.where)
    return Mistake(
        now.where,
        (now.where,),
        say(
            "Tertulis {angka}, sama dengan {apa} ({sel}), dan angka lain tidak cocok dengannya.",
            angka=now.shown,
            apa=what,
            sel=other.where,
        ),
        say("Cocokkan {sel} dengan sumbernya.", sel=now.where),
        None,
        tabel=row.tabel,
        subject=row.text("uraian"),
        explains=frozenset((now.where, *(entry.where for entry in entries))),
        cause=Cause("tahun-lalu" if last else "baris-tetangga", evidence),
    )


def _exchanged(row: Record, one: Value, other: Value, book: Book) -> Mistake:
    right = {one.where: other, other.where: one}
    return Mistake(
        one.where,
        (one.where, other.where),
        say(
            "{a} dan {b} tampaknya tertukar: tertulis {satu} dan {dua}.",
            a=one.where,
            b=other.where,
            satu=one.shown,
            dua=other.shown,
        ),
        say("Tukar isi {a} dan {b}.", a=one.where, b=other.where),
        partial(rewritten, book, right),
        2,
        row.tabel,
        row.text("uraian"),
        guessed=True,
    )
