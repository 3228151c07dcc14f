"""Columns of percents that are fractions throughout: computed without × 100, or typed so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.computed import Judged, Ledger, Verdict
from lkj_xlsx.model.declare import rule
from lkj_xlsx.model.fact import Book, per_book
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.model.message import say
from lkj_xlsx.model.number import Interval
from lkj_xlsx.rules.wording import figure, heading_cell, right_figure
from lkj_xlsx.spec import sources

PERSERATUS = "LKJ327", "kolom-perseratus"
FEWEST = 3  # rows that make a habit of a column


@dataclass(frozen=True, slots=True)
class Hundredths:
    """A column whose every judged figure is a hundredth of the right one, with its heading."""

    heading: Where
    entries: tuple[Judged, ...]

    @property
    def cells(self) -> tuple[Where, ...]:
        return tuple(entry.where for entry in self.entries)


@per_book
def hundredths(book: Book, ledger: Ledger) -> tuple[Hundredths, ...]:
    """All such columns, in the order of the ledger."""
    percents = [entry for entry in ledger.entries if entry.measure.percent and entry.verdict.checked]
    unlike = {_column(entry) for entry in percents if entry.verdict is Verdict.SELISIH}
    columns: dict[tuple[str, int], list[Judged]] = {}
    for entry in percents if unlike else ():
        if _column(entry) in unlike:
            columns.setdefault(_column(entry), []).append(entry)
    return tuple(
        Hundredths(heading_cell(book, Where(sheet, 0, column)), tuple(entries))
        for (sheet, column), entries in columns.items()
        if len({entry.where for entry in entries}) >= FEWEST and all(map(_hundredth, entries))
    )


def _column(entry: Judged) -> tuple[str, int]:
    return entry.where.sheet, entry.where.column


def _hundredth(entry: Judged) -> bool:
    if entry.verdict is not Verdict.SELISIH:  # most figures agree, and are not worked out for this
        return False
    said = entry.computed.value.interval
    right = entry.against.value if entry.against is not None else None
    return said is not None and right is not None and Interval(said.low * 100, said.high * 100).holds(right)


@rule(*PERSERATUS, Level.GALAT, "Kolom persen tanpa dikali 100", sources.PEMBULATAN)
def perseratus(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: kolom persen yang semua angkanya seperseratus dari hasil hitung ulangnya.

    Mengapa penting: satu kekeliruan yang berulang di setiap baris: rumusnya tanpa × 100, atau format selnya bukan
    persen. Cukup satu temuan pada judul kolom; angka tiap barisnya terlipat di bawahnya.

    Contoh yang ditemukan: =H5/G5 sampai =H22/G22 dengan format 0,00, sehingga tertulis 0,97 untuk 96,64 %.
    Contoh yang lolos: =H5/G5 dengan format persen (96,64 %); satu baris saja yang tertulis 0,97.

    Cara memperbaiki: kalikan rumusnya dengan 100, atau pakai format persen pada seluruh kolom.
    """
    for column in hundredths(book, ledger):
        first = column.entries[0]
        yield Finding(
            *PERSERATUS,
            Level.GALAT,
            say(
                "Semua {n} angka kolom ini seperseratus dari hasil hitung ulangnya, misalnya {tertulis} di {sel} untuk "
                "{benar} %: tidak dikali 100.",
                n=len(column.entries),
                tertulis=figure(first),
                sel=first.where,
                benar=right_figure(first),
            ),
            column.heading,
            first.computed.record.tabel,
            related=column.cells,
            step=say("Kalikan dengan 100 mulai {sel}, atau pakai format persen pada seluruh kolom.", sel=first.where),
            label=first.computed.label,
            measure=first.computed.measure.code,
        )
