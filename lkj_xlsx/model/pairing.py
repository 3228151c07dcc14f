"""Which rows of two versions are the same row: by their codes and names, never by their place on the sheet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from lkj_xlsx.model.record import Record

CODES = ("kode", "kode_data", "kode_rekening", "nomor", "kode_temuan")
NAMES = ("indikator", "program", "uraian", "judul", "kriteria", "alasan")
ALIKE = 0.75
MOST = 200  # rows left over on either side that are still compared letter by letter: it costs the square of them


@dataclass(frozen=True, slots=True)
class Pairs:
    """Rows of both versions, rows of the new one alone, rows of the old one alone; each in the order of its sheet."""

    both: tuple[tuple[Record, Record], ...]
    added: tuple[Record, ...]
    removed: tuple[Record, ...]


def name_of(record: Record) -> str:
    """What a row is called: its name, else its code, else its place."""
    name = _first(record, NAMES)
    code = _first(record, CODES)
    return name or code or f"baris {record.row}"


def pair(old: Sequence[Record], new: Sequence[Record]) -> Pairs:
    """Pair the rows of one sheet. Of rows that are called alike the first goes with the first, and so on."""
    left, right = list(old), list(new)
    both: list[tuple[Record, Record]] = []
    for key in (_whole, _code, _name, _moved):
        couples = _equal(left, right, key)
        both += couples
        taken = {id(record) for couple in couples for record in couple}
        left = [record for record in left if id(record) not in taken]
        right = [record for record in right if id(record) not in taken]
    for couple in _alike(left, right):
        both.append(couple)
        left.remove(couple[0])
        right.remove(couple[1])
    return Pairs(tuple(sorted(both, key=lambda couple: couple[1].row)), tuple(right), tuple(left))


def _first(record: Record, keys: Iterable[str]) -> str:
    return next((text for key in keys if key in record.values and (text := record.text(key))), "")


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _whole(record: Record) -> tuple[str, ...]:
    return record.tabel, _plain(_first(record, CODES)), _plain(_first(record, NAMES)), record.text("jenis")


def _code(record: Record) -> tuple[str, ...]:
    code = _plain(_first(record, CODES))
    return (record.tabel, code, record.text("jenis")) if code else ()


def _name(record: Record) -> tuple[str, ...]:
    name = _plain(_first(record, NAMES))
    return (record.tabel, name) if name else ()


def _moved(record: Record) -> tuple[str, ...]:
    """A row that changed its table number."""
    code, name = _plain(_first(record, CODES)), _plain(_first(record, NAMES))
    return (code, name) if code or name else ()


def _equal(
    old: Iterable[Record], new: Iterable[Record], key: Callable[[Record], tuple[str, ...]]
) -> list[tuple[Record, Record]]:
    waiting: dict[tuple[str, ...], list[Record]] = defaultdict(list)
    for record in old:
        waiting[key(record)].append(record)
    couples: list[tuple[Record, Record]] = []
    for record in new:
        called = key(record)
        if called and waiting.get(called):
            couples.append((waiting[called].pop(0), record))
    return couples


def _alike(old: Sequence[Record], new: Sequence[Record]) -> list[tuple[Record, Record]]:
    """Rows of one table whose names differ by little: a name that was mended."""
    if len(old) > MOST or len(new) > MOST:
        return []
    couples: list[tuple[Record, Record]] = []
    free = list(new)
    for record in old:
        name = _plain(_first(record, NAMES))
        rated = [
            (SequenceMatcher(None, name, _plain(_first(other, NAMES))).ratio(), -place, other)
            for place, other in enumerate(free)
            if other.tabel == record.tabel and name
        ]
        best = max(rated, key=lambda item: item[:2], default=None)
        if best is not None and best[0] >= ALIKE:
            couples.append((record, best[2]))
            free.remove(best[2])
    return couples
