"""A long budget sheet at a glance: is every row, sum, percent and remainder plainly right?

The glance only says yes or "in doubt". In doubt, and wherever any finding touches the budget, all rows are read and
judged one by one, so that it never decides what is wrong. A test holds both ways against each other.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import zip_longest
from typing import NamedTuple

from lkj_xlsx.measures.recompute import recompute
from lkj_xlsx.measures.serapan import absorbed, dari_jumlah, remaining
from lkj_xlsx.measures.tree import JUMLAH, KEGIATAN, PROGRAM, TOTAL, WORDS, code_level, region
from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.declare import Measure
from lkj_xlsx.model.fact import Book, Record
from lkj_xlsx.model.finding import Finding
from lkj_xlsx.model.formula import Area, CellRef, walk
from lkj_xlsx.model.glance import PlainLine, Settled
from lkj_xlsx.relations.amounts import cleared

_KODE = re.compile(r"(\d\.\d{2}\.\d{2})(?:(\.([12])\.\d{2})(\.\d{4})?)?")  # programme, kegiatan, sub kegiatan (BUD-9)
_MONEY = ("realisasi_anggaran", "program_pendukung", "efisiensi")


def settled(lines: Sequence[PlainLine], daerah: str) -> Settled | None:
    """The rows below the programmes; None if anything is in doubt.

    Sumber: sama dengan ukuran SERAPAN, SISA, dan ANGGARAN: realisasi ÷ anggaran × 100, anggaran − realisasi,
    program = jumlah kegiatan = jumlah sub kegiatan.
    """
    descent = _Descent(region(daerah))
    for line in lines:
        if not (_plain(line) and descent.take(line)):
            return None
    return Settled(frozenset(descent.rows), descent.figures, descent.percents) if descent.closes() else None


def in_doubt(book: Book, findings: Iterable[Finding]) -> bool:
    """Whether anything in a book with settled rows might read otherwise with all its rows."""
    if book.settled is None:
        return False
    if book.records("pengecualian") or book.settings.option("persen_induk") not in ("", dari_jumlah.code):
        return True
    money = {seen.title for seen in book.sheets if seen.key in _MONEY}
    told = {where.sheet for each in findings for where in (each.where, *each.related) if where is not None}
    return bool(money & told) or _looked_at(book, book.settled)


def others(book: Book) -> Book:
    """The book without the records of settled rows, where they were kept."""
    if book.settled is None:
        return book
    return replace(
        book,
        all_records=tuple(record for record in book.all_records if not _is_settled(record, book.settled)),
        facts=book.facts.of(record for record in book.all_records if not _is_settled(record, book.settled)),
    )


def completed(ledger: Ledger, book: Book, measures: Iterable[Measure]) -> Ledger:
    """The ledger of the others with the settled rows of the book in their places."""
    title = book.settled.sheet if book.settled is not None else ""
    rows = tuple(record for record in book.all_records if record.title == title)
    whole = recompute(cleared(book, rows), measures).entries
    place = next((at for at, entry in enumerate(ledger.entries) if entry.computed.record.title == title), None)
    if place is None:
        return ledger
    rest = [entry for entry in ledger.entries if entry.computed.record.title != title]
    return Ledger.of((*rest[:place], *whole, *rest[place:]), ledger.suspects)


def _is_settled(record: Record, settled: Settled) -> bool:
    return record.row in settled.rows and record.title == settled.sheet


def _looked_at(book: Book, settled: Settled) -> bool:
    """Whether a formula that is left refers to a settled row."""
    for cells in book.cells.values():
        for home, formula in cells.formulas.items():
            for part in walk(formula.root):
                if isinstance(part, CellRef):
                    place = part.at(home)
                    sheet, rows = place.sheet, range(place.row, place.row + 1)
                elif isinstance(part, Area):
                    sheet, rows, _ = part.box(home)
                else:
                    continue
                if sheet.casefold() == settled.sheet.casefold() and not settled.rows.isdisjoint(rows):
                    return True
    return False


def _level(line: PlainLine) -> int:
    """The level that the code, the Tingkat or the name tells, 0 where they do not tell one level with one voice."""
    word = WORDS.get(line.tingkat.casefold(), 0) if line.tingkat else None
    told = code_level(line.kode) if line.kode else JUMLAH if TOTAL.match(line.uraian) else word
    return told or 0 if word in (None, told) else 0


def _plain(line: PlainLine) -> bool:
    """Whether the row's own figures agree, each well inside its bounds."""
    if not line.uraian or bool(TOTAL.match(line.uraian)) is not (_level(line) == JUMLAH):
        return False
    given, spent = Decimal(line.anggaran), Decimal(line.realisasi)
    if not 0 <= spent <= given or (line.sisa is not None and line.sisa != remaining(given, spent)):
        return False
    percent = absorbed(given, spent)
    return isinstance(percent, Decimal) and (line.serapan is None or abs(line.serapan - percent) < line.half)


class _Head(NamedTuple):
    """A row that others stand below."""

    kode: str
    anggaran: int
    realisasi: int

    @classmethod
    def of(cls, line: PlainLine) -> _Head:
        return cls(line.kode, line.anggaran, line.realisasi)


class _Descent:
    """Goes down the rows and adds up what stands below each programme and kegiatan."""

    def __init__(self, region: str) -> None:
        self.region = region
        self.rows: list[int] = []
        self.figures = 0
        self.percents: Counter[int] = Counter()
        self._kodes: set[str] = set()
        self._coded: bool | None = None  # whether the rows have codes: all of them, or none
        self._labels: tuple[str, ...] = ()
        self._program: _Head | None = None
        self._kegiatan: _Head | None = None
        self._ended = False
        self._sums = [0, 0, 0]  # kegiatan below the programme: rows, anggaran, realisasi
        self._parts = [0, 0, 0]  # sub kegiatan below the kegiatan

    def take(self, line: PlainLine) -> bool:
        """Take a row in; False if it does not fit."""
        level = _level(line)
        if self._ended or not level:
            return False
        if level == JUMLAH:
            self._ended = True
            return not line.kode and self._program is not None
        if self._coded is None:
            self._coded = bool(line.kode)
        if bool(line.kode) is not self._coded or (self._coded and not self._follows(line.kode)):
            return False
        if level == PROGRAM:
            fits = self.closes()
            self._labels = tuple(own or above for own, above in zip_longest(line.labels, self._labels, fillvalue=""))
            self._program, self._sums = _Head.of(line), [0, 0, 0]
            return fits
        if self._program is None:
            return False
        if any(own not in ("", above) for own, above in zip(line.labels, self._labels, strict=True)):
            return False
        self.rows.append(line.row)
        self.figures += (line.serapan is not None) + (line.sisa is not None)
        if line.places is not None:
            self.percents[line.places] += 1
        if level == KEGIATAN:
            fits = self._kegiatan_closes()
            self._kegiatan, self._parts = _Head.of(line), [0, 0, 0]
            _add(self._sums, line)
            return fits
        _add(self._parts, line)
        return self._kegiatan is not None

    def _follows(self, kode: str) -> bool:
        """Whether a code is new, of the region, and below the programme and kegiatan that are open."""
        found = _KODE.fullmatch(kode)
        if found is None or kode in self._kodes:
            return False
        self._kodes.add(kode)
        program, kegiatan, group, sub = found.groups()
        if kegiatan is None:
            return True
        if self._program is None or program != self._program.kode or (self.region and group != self.region):
            return False
        self.region = group
        return sub is None or (self._kegiatan is not None and self._kegiatan.kode == program + kegiatan)

    def closes(self) -> bool:
        """Whether the sums of the programme that is open come out; nothing is open afterwards."""
        fits = self._kegiatan_closes() and self._comes_out(self._program, self._sums)
        self._program = None if self._ended else self._program
        return fits

    def _kegiatan_closes(self) -> bool:
        fits = self._comes_out(self._kegiatan, self._parts)
        self._kegiatan = None
        return fits

    def _comes_out(self, head: _Head | None, sums: list[int]) -> bool:
        if head is None or not sums[0]:
            return True
        self.figures += 2
        return [head.anggaran, head.realisasi] == sums[1:]


def _add(sums: list[int], line: PlainLine) -> None:
    sums[0] += 1
    sums[1] += line.anggaran
    sums[2] += line.realisasi
