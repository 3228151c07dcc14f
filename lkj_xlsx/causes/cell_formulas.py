"""Mistakes in the formula that stands in the cell: read there, not guessed from the figure."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from lkj_xlsx.formulas.constants import constants
from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.computed import Judged, Ledger
from lkj_xlsx.model.declare import cause
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.finding import Cause
from lkj_xlsx.model.formula import Formula
from lkj_xlsx.model.message import Message, say
from lkj_xlsx.model.number import show
from lkj_xlsx.neighbours.columns import spots_at
from lkj_xlsx.neighbours.locks import locked
from lkj_xlsx.neighbours.meaning import odd_formulas
from lkj_xlsx.neighbours.results import unlike
from lkj_xlsx.neighbours.sums import sum_faults
from lkj_xlsx.neighbours.units import unit_faults
from lkj_xlsx.spec.field import Kind


@cause("rumus-di-sel", "Rumus di sel itu keliru", 1)
def rumus_di_sel(entry: Judged, book: Book, ledger: Ledger) -> Cause | None:
    """Rumus yang berbeda dari baris lain, melewatkan atau menggandakan baris, memuat angka ketikan atau persen,
    membagi dengan sel terkunci, atau hasil tersimpannya sudah basi."""
    sheet = book.cells.get(entry.where.sheet)
    formula = sheet.formulas.get(entry.where) if sheet is not None else None
    if formula is None:
        return None
    evidence = next(_evidence(formula, entry.where, book), None)
    return Cause("rumus-di-sel", evidence) if evidence is not None else None


def _evidence(formula: Formula, where: Where, book: Book) -> Iterator[Message]:
    spot = spots_at(book).get(where)
    if where in unlike(book).stale:
        now = unlike(book).stale[where]
        given = spot.meaning(now) if isinstance(now, Decimal) and spot is not None else now
        whole = spot is not None and spot.field.kind in {Kind.RUPIAH, Kind.JUMLAH}
        result = show(given, 0 if whole else 2) if isinstance(given, Decimal) else getattr(given, "code", given)
        yield say("hasil rumusnya sudah basi: {rumus} kini memberi {baru}", rumus=formula.shown, baru=result)
        return
    for fault in sum_faults(book):
        if fault.spot.where == where and fault.wrong:
            places = ", ".join(each.cell for each in (fault.missing or fault.double + fault.strange)[:4])
            words = (
                say("rumusnya {rumus} tidak menjumlah {sel}")
                if fault.missing
                else say("rumusnya {rumus} kelebihan {sel}")
            )
            yield say(words, rumus=formula.shown, sel=places)
    if any(fault.spot.where == where for fault in unit_faults(book)):
        yield say("rumusnya {rumus} menjumlah persen", rumus=formula.shown)
    for each in locked(book):
        if where in each.places:
            yield say("rumusnya {rumus} membagi dengan {sel} yang terkunci", rumus=formula.shown, sel=each.divisor.cell)
    typed = constants(formula)
    if typed is not None:
        yield say("rumusnya {rumus} memuat angka ketikan {angka}", rumus=formula.shown, angka=", ".join(typed.figures))
    odd = odd_formulas(book).get(where)
    if odd is not None:
        usual = odd.nearest.formula
        yield say(
            "rumusnya {rumus}, sedangkan {jumlah} baris lain memakai {lain} ({sel})",
            rumus=formula.shown,
            jumlah=len(odd.fellows),
            lain=usual.shown if usual is not None else "",
            sel=odd.nearest.where.cell,
        )
