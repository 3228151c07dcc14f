"""Mistakes in the base data: this year's column still last year's, two years or two series exchanged."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from lkj_xlsx.measures.data_dasar import kind_of
from lkj_xlsx.model.cell import Value, Where
from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.corrected import rewritten
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.message import say
from lkj_xlsx.model.record import Record
from lkj_xlsx.relations.mistakes import Mistake

FEWEST = 2  # series that are all unchanged; figures that speak against a base figure
MOST_PAIRS = 12  # exchanges of base figures that are tried


def base_data_mistakes(book: Book, ledger: Ledger) -> Iterator[Mistake]:
    """What may be wrong with the base data, where figures speak against them."""
    against = _spoken_against(ledger)
    yield from _last_years(book, against)
    pairs = [pair for pair in _pairs(book, against) if pair[0].known != pair[1].known]
    for one, other in pairs[:MOST_PAIRS]:
        yield Mistake(
            one.where,
            (one.where, other.where),
            say("Angka {a} dan {b} pada Data Dasar tampaknya tertukar.", a=one.where.cell, b=other.where.cell),
            say("Tukar isi {a} dan {b}.", a=one.where, b=other.where),
            lambda one=one, other=other: rewritten(book, {one.where: other, other.where: one}),  # type: ignore[misc]
            guessed=True,
        )


def _spoken_against(ledger: Ledger) -> dict[Where, set[Where]]:
    """The base figures that wrong figures are computed from, each with those figures."""
    against: dict[Where, set[Where]] = {}
    for entry in ledger.entries:
        if entry.verdict.wrong:
            for cell in {cell for basis in entry.computed.bases for cell in basis.inputs}:
                against.setdefault(cell, set()).add(entry.where)
    return against


def _pairs(book: Book, against: dict[Where, set[Where]]) -> Iterator[tuple[Value, Value]]:
    """Figures of two years of one series, and of two series of one year."""
    tahun = book.settings.tahun
    doubted: list[Record] = []
    for record in book.records("data_dasar"):
        values = [record.get("realisasi", year) for year in (tahun, tahun - 1)]
        if any(len(against.get(value.where, ())) >= FEWEST for value in values):
            doubted.append(record)
            if all(value.known is not None for value in values):
                yield values[0], values[1]
    for one, other in combinations(doubted, 2):
        pair = one.get("realisasi", tahun), other.get("realisasi", tahun)
        if all(value.known is not None for value in pair):
            yield pair


def _last_years(book: Book, against: dict[Where, set[Where]]) -> Iterator[Mistake]:
    """The column of this year, where every series states last year's figure again."""
    tahun = book.settings.tahun
    rows = [record for record in book.records("data_dasar") if kind_of(record) not in ("kenaikan", "jumlah")]
    pairs = [(row.get("realisasi", tahun), row.get("realisasi", tahun - 1)) for row in rows]
    stated = [(now, before) for now, before in pairs if now.known is not None and before.known is not None]
    if len(stated) < FEWEST or any(now.known != before.known for now, before in stated):
        return
    cells = tuple(now.where for now, _ in stated)
    explains = {figure for cell in cells for figure in against.get(cell, ())}
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
