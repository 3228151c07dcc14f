"""Budgets of the efficiency tables: which programmes pay for a row, and rows that several indicators share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from lkj_xlsx.measures.matching import plain_name
from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.fact import Book, per_book
from lkj_xlsx.model.record import Record

ROUND = 100_000  # an amount of whole hundred thousands may stand in two rows by chance


@dataclass(frozen=True, slots=True, eq=False)
class Paid:
    """The budget cells of one efficiency row, or of several that share them, and the programmes that pay for it.

    whole  the cells hold the sum of all their programmes: those pay for no other indicator, or each row of the
           indicators they pay for states the whole budget again. Otherwise the office has divided it, nobody knows how.
    """

    anggaran: Where
    realisasi: Where
    indikator: frozenset[str]
    rows: tuple[Record, ...]
    whole: bool


@per_book
def paid(book: Book) -> tuple[Paid, ...]:
    """Every budget of the efficiency tables with its programmes; without those where none is named for it."""
    cells: dict[tuple[Where, Where], set[str]] = {}
    for record in book.records("efisiensi"):
        pair = (record.place("anggaran"), record.place("realisasi_anggaran"))
        cells.setdefault(pair, set()).update(record.indikator)
    known = _amounts(book)
    rows = {pair: _programmes(book, indikator) for pair, indikator in cells.items()}
    stated = {pair: known.get(pair[0]) == _pagu(rows[pair]) for pair in cells if rows[pair]}
    return tuple(
        Paid(
            *pair,
            frozenset(indikator),
            tuple(_distinct(rows[pair])),
            all(set(row.indikator) <= indikator for row in rows[pair])
            or any(stated.get(other, False) for other in cells if set(rows[other]) & set(rows[pair])),
        )
        for pair, indikator in cells.items()
    )


def _programmes(book: Book, indikator: set[str]) -> tuple[Record, ...]:
    return tuple(row for row in book.records("program_pendukung") if set(row.indikator) & indikator)


def _amounts(book: Book) -> Mapping[Where, Decimal | None]:
    return {r.place("anggaran"): r.known("anggaran") for r in book.records("efisiensi")}


def _pagu(rows: Iterable[Record]) -> Decimal | None:
    amounts = [row.known("pagu") for row in _distinct(rows)]
    known = [amount for amount in amounts if amount is not None]
    return sum(known, Decimal(0)) if len(known) == len(amounts) else None


def _distinct(rows: Iterable[Record]) -> list[Record]:
    """One row a programme: listed for each of the indicators it serves, it is still one budget."""
    distinct: dict[object, Record] = {}
    for row in rows:
        distinct.setdefault(plain_name(row.text("program")) or row, row)
    return list(distinct.values())


def repeated(book: Book) -> Iterator[tuple[Where, Where]]:
    """Pairs of amounts of two rows that state one budget twice, as the other figures of the rows tell.

    The same realisasi to the rupiah, or the same budget with the same percent, is no chance.
    """
    for one, other in combinations(book.records("efisiensi"), 2):
        if one.tabel != other.tabel or one.get("anggaran").where == other.get("anggaran").where:
            continue
        given, spent, percent = (
            (one.get(key), other.get(key)) for key in ("anggaran", "realisasi_anggaran", "serapan")
        )
        same = [a.known is not None and a.known == b.known for a, b in (given, spent, percent)]
        if same[1] and (same[2] or (spent[0].known or 0) % ROUND):
            yield given[0].where, given[1].where
        elif same[0] and same[2]:
            yield spent[0].where, spent[1].where
