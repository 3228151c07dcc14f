"""Findings from judged figures: subject, wording of figures, and the next step."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TypedDict

from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.computed import Basis, Judged
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.model.message import Message, joined, say
from lkj_xlsx.model.number import Missing, show
from lkj_xlsx.model.record import Fact
from lkj_xlsx.rules.consequences import flips
from lkj_xlsx.spec.template import TEMPLATE, years_of


def figure(entry: Judged) -> str:
    """The stated figure as written."""
    return entry.computed.value.shown


def right_places(entry: Judged) -> int:
    """Decimals for the right figure: those stated, at least the report's standard for fractions."""
    return max(entry.computed.value.places, entry.computed.places)


def right_figure(entry: Judged) -> str:
    """The recomputed figure in the places of the report."""
    result = entry.against.value if entry.against is not None else entry.computed.result
    if isinstance(result, Missing):
        return result.words
    return show(result, right_places(entry)) if isinstance(result, Decimal) else result


def way(basis: Basis) -> str:
    """How a basis comes about; a figure that is simply taken over is told with its cell."""
    words = basis.words
    if any(mark in words for mark in "÷×+−(") or not basis.inputs:
        return words
    return say("{angka} di {sel}", angka=words, sel=basis.inputs[0])


class Quantity(TypedDict):
    """What a figure is, as a finding tells it."""

    subject: str
    label: str
    measure: str
    year: int | None


def of_entry(entry: Judged, book: Book) -> Quantity:
    """What a judged figure is: of which indicator or programme, which measure, of which year."""
    computed = entry.computed
    year = year_of(computed.record.sheet, computed.field, book)
    return Quantity(subject=computed.subjek, label=computed.label, measure=computed.measure.code, year=year)


def of_fact(fact: Fact, name: str, label: str) -> Quantity:
    """What a stated fact is; `label` as it is to be printed behind the name."""
    return Quantity(subject=name, label=label, measure=fact.ukuran.upper(), year=fact.tahun)


def year_of(sheet: str, key: str, book: Book) -> int | None:
    """The year of a column: its own where it repeats, else the one its field is for; None where no field is known."""
    column = key.partition("@")[2]
    if column.isdecimal() or not TEMPLATE.sheet(sheet).has(key):
        return int(column) if column.isdecimal() else None
    return years_of(book.settings).of(TEMPLATE.sheet(sheet).field(key).tahun) or None


def named(book: Book, kode: str) -> str:
    """The name of an indicator, or the code itself where it is none."""
    return book.indikator[kode].nama if kode in book.indikator else kode


def cells(places: Sequence[Where], most: int = 6) -> Message:
    """Cells for a sentence, the sheet named once: `Realisasi Anggaran!H43, H42 dan Efisiensi!J5`."""
    names: list[str] = []
    for place, where in enumerate(places[:most]):
        same = place and places[place - 1].sheet == where.sheet
        names.append(where.cell if same else str(where))
    return listed([*names, *([say("{0} sel lain", len(places) - most)] if len(places) > most else [])])


def listed(parts: Sequence[str]) -> Message:
    """Parts for a sentence: `A, B dan C`."""
    return say("{0} dan {1}", joined(parts[:-1]), parts[-1]) if len(parts) > 1 else joined(parts)


def heading_cell(book: Book, where: Where) -> Where:
    """The heading above a cell."""
    seen = next((seen for seen in book.sheets if seen.title == where.sheet), None)
    return Where(where.sheet, seen.header_row if seen is not None else 0, where.column)


def _replace(entry: Judged) -> Message:
    """The next step: another figure in the cell, or a mended formula where the cell holds one."""
    cell, right = entry.computed.value.cell, right_figure(entry)
    if cell.formula is not None:
        return say("Perbaiki rumus di {sel}; hasilnya seharusnya {baru}.", sel=entry.where, baru=right)
    return say("Ganti {lama} di {sel} dengan {baru}.", lama=figure(entry), sel=entry.where, baru=right)


def judged_finding(
    rule: tuple[str, str], level: Level, entry: Judged, book: Book, message: Message, related: tuple[Where, ...] = ()
) -> Finding:
    """A finding at a judged figure, with its numbers, consequence and next step."""
    computed, against = entry.computed, entry.against
    result = against.value if against is not None else computed.result
    return Finding(
        *rule,
        level,
        message,
        entry.where,
        computed.record.tabel,
        stated=computed.value.said,
        recomputed=None if isinstance(result, Missing) else result,
        difference=entry.difference,
        places=right_places(entry),
        flips=flips(entry, book),
        related=related or (against.inputs if against is not None else ()),
        basis=against.base.value if against is not None else "",
        step=_replace(entry),
        **of_entry(entry, book),
    )
