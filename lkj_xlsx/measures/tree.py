"""The tree of a budget table: which rows are programmes, kegiatan and sub kegiatan, and whose children they are."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import accumulate, groupby

from lkj_xlsx.model.fact import Book, per_book
from lkj_xlsx.model.record import Record

OUTSIDE, PROGRAM, KEGIATAN, SUB, JUMLAH = 0, 1, 2, 3, 9  # OUTSIDE the tree: urusan, bidang, rekening belanja
NAMES = {PROGRAM: "program", KEGIATAN: "kegiatan", SUB: "sub kegiatan"}
WORDS = {"program": PROGRAM, "kegiatan": KEGIATAN, "sub kegiatan": SUB, "subkegiatan": SUB, "jumlah": JUMLAH}
_REKENING = re.compile(r"\d\.\d(\.|$)")  # 5.1.02.01: an account, while the second group of a nomenclature code has two
TOTAL = re.compile(r"^(jumlah|total)\b", re.IGNORECASE)


PROVINSI, KABUPATEN = "1", "2"  # the fourth group of a code (BUD-7)


def region(name: str) -> str:
    """The fourth group that the codes of a region have, by its name; "" where the name does not tell."""
    plain = name.strip().casefold()
    return KABUPATEN if plain.startswith(("kab", "kota")) else PROVINSI if plain.startswith("prov") else ""


@dataclass(frozen=True, slots=True)
class Node:
    """A budget row with the rows directly below it. `level` is PROGRAM, KEGIATAN, SUB or JUMLAH."""

    record: Record
    level: int
    children: tuple[Node, ...] = ()


@lru_cache(maxsize=16_384)  # each row of the budget is asked several times
def code_level(kode: str) -> int | None:
    """The level told by a code: `2.17.03` a programme, two groups more a kegiatan, one more a sub kegiatan."""
    parts = [part for part in kode.strip().strip(".").split(".") if part.isalnum()]
    if _REKENING.match(kode.strip()):
        return OUTSIDE
    return {1: OUTSIDE, 2: OUTSIDE, 3: PROGRAM, 5: KEGIATAN, 6: SUB}.get(len(parts))


def level_of(record: Record) -> int | None:
    """A row's level from its Tingkat, its code, or its capitals (`PROGRAM ...`); None where nothing tells."""
    if record.closing is not None:
        return JUMLAH
    word = " ".join(record.text("tingkat").casefold().split())
    name = record.text("uraian")
    if word in WORDS:
        return WORDS[word]
    level = code_level(record.text("kode_rekening"))
    if level is not None:
        return level
    if TOTAL.match(name):
        return JUMLAH
    return PROGRAM if name.upper().startswith("PROGRAM ") and name == name.upper() else None


@per_book
def stated_levels(book: Book) -> Mapping[Record, int | None]:
    """What `level_of` tells of every budget row."""
    return {record: level_of(record) for record in book.records("realisasi_anggaran")}


def levels(rows: Sequence[Record], stated: Iterable[int | None] | None = None) -> tuple[int | None, ...]:
    """Levels of a table's rows; rows told by nothing are kegiatan where the sums below them fit, else sub kegiatan.

    `stated` are the levels that the rows tell by themselves.
    """
    known = [level_of(row) for row in rows] if stated is None else list(stated)
    begun, index = False, 0  # rows above the first programme belong to nothing
    while index < len(rows):
        begun = begun or known[index] == PROGRAM
        end = index + 1
        if known[index] is None and begun:
            while end < len(rows) and known[end] is None:
                end += 1
            known[index:end] = _inferred(rows[index:end])
        index = end
    return tuple(known)


def _inferred(rows: Sequence[Record]) -> list[int]:
    """Levels of rows that tell nothing: a kegiatan ends where the rows below it first add up to it."""
    inferred = [KEGIATAN] * len(rows)
    sums = [_Running(rows, key) for key in ("anggaran", "realisasi")]
    index = 0
    while index < len(rows):
        ends = [end for each in sums if (end := each.end(index)) is not None]
        if ends:
            last = min(ends)
            inferred[index + 1 : last + 1] = [SUB] * (last - index)
            index = last
        index += 1
    return inferred


class _Running:
    """The amounts of a column as they add up from row to row."""

    def __init__(self, rows: Sequence[Record], key: str) -> None:
        self._goals = [row.known(key) for row in rows]
        self._sums = list(accumulate(int(goal or 0) for goal in self._goals))
        self._places: dict[Decimal, list[int]] = {}  # by a sum, the rows after which it is reached
        for place, total in enumerate(self._sums):
            self._places.setdefault(Decimal(total), []).append(place)

    def end(self, index: int) -> int | None:
        """The first row that makes the rows below `index` add up to it, None where none does."""
        goal = self._goals[index]
        places = self._places.get(self._sums[index] + goal, ()) if goal is not None else ()
        after = bisect_right(places, index)
        return places[after] if after < len(places) else None


def tree(rows: Sequence[Record], stated: Iterable[int | None] | None = None) -> tuple[Node, ...]:
    """The rows of one table as programmes with what is below them; rows without a level are left out."""
    known = [(row, level) for row, level in zip(rows, levels(rows, stated), strict=True) if level]
    return tuple(_below(known, 0))


def _below(rows: Sequence[tuple[Record, int]], level: int) -> list[Node]:
    children: list[Node] = []
    index = 0
    while index < len(rows):
        record, own = rows[index]
        if own == JUMLAH:
            children.append(Node(record, JUMLAH))
            index += 1
            continue
        stop = index + 1
        while stop < len(rows) and rows[stop][1] > own and rows[stop][1] != JUMLAH:
            stop += 1
        children.append(Node(record, own, tuple(_below(rows[index + 1 : stop], own))))
        index = stop
    return children


@per_book  # the tree of one book, asked for by every row of it
def trees(book: Book) -> tuple[tuple[Node, ...], ...]:
    """One tree for each budget table of the book."""
    rows = book.records("realisasi_anggaran")
    stated = stated_levels(book)
    tables = [tuple(group) for _, group in groupby(rows, key=lambda record: record.tabel)]
    return tuple(tree(table, [stated[row] for row in table]) for table in tables)


def walk(roots: Iterable[Node]) -> Iterable[Node]:
    """Every node, parents before their children."""
    for node in roots:
        yield node
        yield from walk(node.children)


def programs(book: Book) -> tuple[Node, ...]:
    """All programme rows of the book."""
    return tuple(node for root in trees(book) for node in root if node.level == PROGRAM)


@per_book
def nodes(book: Book) -> Mapping[Record, Node]:
    """Every budget row's node."""
    return {node.record: node for root in trees(book) for node in walk(root)}


@per_book
def parts(book: Book) -> Mapping[Record, tuple[Node, ...]]:
    """What every budget row is the sum of: the rows below it, for a total all programmes of its table."""
    return {
        node.record: _programs(roots) if node.level == JUMLAH else node.children
        for roots in trees(book)
        for node in walk(roots)
    }


def _programs(roots: Iterable[Node]) -> tuple[Node, ...]:
    return tuple(node for node in roots if node.level == PROGRAM)


@per_book
def parents(book: Book) -> Mapping[Record, Node]:
    """Of every budget row that stands below another, that other's node."""
    return {child.record: node for node in nodes(book).values() for child in node.children}
