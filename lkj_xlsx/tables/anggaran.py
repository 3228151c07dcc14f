"""Levels and totals of the budget: what the table of Realisasi Anggaran and the key figures both need."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from lkj_xlsx.measures import tree
from lkj_xlsx.measures.basis import evaluate
from lkj_xlsx.measures.serapan import absorbed
from lkj_xlsx.model.message import Message, say
from lkj_xlsx.model.number import Missing, Reason
from lkj_xlsx.model.record import Record

PROGRAM, KEGIATAN, SUBKEGIATAN, JUMLAH, DATA = "program", "kegiatan", "subkegiatan", "jumlah", "data"
_STYLES = {
    tree.PROGRAM: PROGRAM,
    tree.KEGIATAN: KEGIATAN,
    tree.SUB: SUBKEGIATAN,
    tree.JUMLAH: JUMLAH,
}


@dataclass(frozen=True, slots=True)
class Totals:
    """Sums over the programmes, in rupiah, and the share spent in percent; `words` tells which `rows` were added."""

    anggaran: Decimal | Missing
    realisasi: Decimal | Missing
    words: Message
    rows: tuple[Record, ...] = ()

    @property
    def sisa(self) -> Decimal | Missing:
        if isinstance(self.anggaran, Missing):
            return self.anggaran
        return self.realisasi if isinstance(self.realisasi, Missing) else self.anggaran - self.realisasi

    @property
    def serapan(self) -> Decimal | Missing:
        if isinstance(self.anggaran, Missing):
            return self.anggaran
        if isinstance(self.realisasi, Missing):
            return self.realisasi
        return evaluate(absorbed, (self.anggaran, self.realisasi))


def level_of(record: Record) -> str:
    """The level of a row as the style of a table's row; `data` for one outside the tree of programmes."""
    return _STYLES.get(tree.level_of(record) or tree.OUTSIDE, DATA)


def totals(records: Iterable[Record]) -> Totals:
    """The sum of the programmes; of all rows where none has a level; the typed Jumlah where nothing can be added."""
    rows = [(level_of(record), record) for record in records]
    programs = [record for level, record in rows if level == PROGRAM]
    if programs:
        return _sum(programs, say("Jumlah {n} program.", n=len(programs)))
    flat = [record for level, record in rows if level == DATA]
    if flat and all(level in (DATA, JUMLAH) for level, _ in rows):
        return _sum(flat, say("Jumlah {n} baris.", n=len(flat)))
    typed = [record for level, record in rows if level == JUMLAH]
    if typed:
        return _sum(typed[-1:], say("Baris Jumlah seperti tertulis."))
    return _sum([], say("Tidak dihitung: tidak ada baris program."))


def _sum(records: list[Record], words: Message) -> Totals:
    return Totals(_column(records, "anggaran"), _column(records, "realisasi"), words, tuple(records))


def _column(records: list[Record], key: str) -> Decimal | Missing:
    """The sum of a column; blank is not zero, so one missing amount leaves no sum."""
    if not records:
        return Missing(Reason.MASUKAN)
    total = Decimal(0)
    for record in records:
        number = record.get(key).number
        if isinstance(number, Missing):
            return Missing(Reason.MASUKAN, str(record.place(key)))
        total += number
    return total
