"""The tree of a budget table: which rows are programmes, kegiatan and sub kegiatan, and whose children they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from lkj_xlsx.model.fact import Book, Record, per_book

LUAR, PROGRAM, KEGIATAN, SUB, JUMLAH = 0, 1, 2, 3, 9  # LUAR: urusan, bidang, rekening belanja; outside the tree
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
        return LUAR
    return {1: LUAR, 2: LUAR, 3: PROGRAM, 5: KEGIATAN, 6: SUB}.get(len(parts))


def level_of(record: Record) -> int | None:
    """A row's level from its Tingkat, its code, or its capitals (`PROGRAM ...`); None where nothing tells."""
    word = " ".join(record.text("tingkat").casefold().split())
    name = record.text("uraian")
    if word in WORDS:
        return WORDS[word]
    told = code_level(record.text("kode_rekening"))
    if told is not None:
        return told
    if TOTAL.match(name):
        return JUMLAH
    return PROGRAM if name.upper().startswith("PROGRAM ") and name == name.upper() else None


def levels(rows: Sequence[Record]) -> tuple[int | None, ...]:
    """Levels of a table's rows; rows told by nothing are kegiatan where the sums below them fit, else sub kegiatan."""
    told = [level_of(row) for row in rows]
    index = 0
    while index < len(rows):
        if told[index] is None and any(level == PROGRAM for level in told[:index]):
            end = index + 1
            while end < len(rows) and told[end] is None:
                end += 1
            _infer(rows, told, index, end)
            index = end
        else:
            index += 1
    return tuple(told)


def _infer(rows: Sequence[Record], told: list[int | None], start: int, end: int) -> None:
    index = start
    while index < end:
        told[index] = KEGIATAN
        goals = [rows[index].get(key).known for key in ("anggaran", "realisasi")]
        sums = [0, 0]
        for last in range(index + 1, end):
            for place, key in enumerate(("anggaran", "realisasi")):
                sums[place] += int(rows[last].get(key).known or 0)
            if any(goal is not None and goal == total for goal, total in zip(goals, sums, strict=True)):
                told[index + 1 : last + 1] = [SUB] * (last - index)
                index = last
                break
        index += 1


def tree(rows: Sequence[Record]) -> tuple[Node, ...]:
    """The rows of one table as programmes with what is below them; rows without a level are left out."""
    known = [(row, level) for row, level in zip(rows, levels(rows), strict=True) if level]
    return tuple(_below(known, 0))


def _below(rows: Sequence[tuple[Record, int]], level: int) -> list[Node]:
    found: list[Node] = []
    index = 0
    while index < len(rows):
        record, own = rows[index]
        if own == JUMLAH:
            found.append(Node(record, JUMLAH))
            index += 1
            continue
        stop = index + 1
        while stop < len(rows) and rows[stop][1] > own and rows[stop][1] != JUMLAH:
            stop += 1
        found.append(Node(record, own, tuple(_below(rows[index + 1 : stop], own))))
        index = stop
    return found


@per_book  # the tree of one book, asked for by every row of it
def trees(book: Book) -> tuple[tuple[Node, ...], ...]:
    """One tree for each budget table of the book."""
    rows = book.records("realisasi_anggaran")
    return tuple(tree(tuple(group)) for _, group in groupby(rows, key=lambda record: record.tabel))


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
def parents(book: Book) -> Mapping[Record, Node]:
    """Of every budget row that stands below another, that other's node."""
    return {child.record: node for node in nodes(book).values() for child in node.children}
