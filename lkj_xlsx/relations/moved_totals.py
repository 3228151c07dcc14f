"""What moves with an amount of rupiah: totals it is or is added to, the absorption of its row, the word efisien."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from lkj_xlsx.measures.efisiensi import of_serapan
from lkj_xlsx.measures.serapan import SPENT, absorbed, serapan_bases
from lkj_xlsx.measures.tree import JUMLAH, NAMES, PROGRAM, nodes, programs, trees
from lkj_xlsx.model.declare import Mended
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.flip import PLACES, Conclusion, Flip
from lkj_xlsx.model.message import say
from lkj_xlsx.model.number import Missing, show


def moved(mended: Mended, book: Book) -> Iterator[Flip]:
    """Totals in rupiah that the amount is, or that are added from it."""
    node, label = nodes(book).get(mended.record), mended.field
    if node is None:
        return
    whole = say("Total {label} perangkat daerah", label=label)
    if node.level == JUMLAH:
        yield Flip(Conclusion.TOTAL, mended.said, mended.right, whole)
    elif node.children or node.level == PROGRAM:
        name = node.record.text("uraian")
        kind = NAMES.get(node.level, "")
        name = name if name.casefold().startswith(f"{kind} ") else f"{kind} {name}"
        subject = say("Total {label} {nama}", label=label, nama=name)
        yield Flip(Conclusion.TOTAL, mended.said, mended.right, subject)
    stated = any(other.level == JUMLAH for tree in trees(book) for other in tree)  # a printed total stays as it is
    if node.level == PROGRAM and not stated:
        total = sum((other.record.known(label) or Decimal(0) for other in programs(book)), Decimal(0))
        yield Flip(Conclusion.TOTAL, total, total - mended.said + mended.right, whole)


def moved_serapan(mended: Mended, book: Book) -> Iterator[Flip]:
    """The absorption of the same row, where it changes at the places that reports print, and the word efisien."""
    record = mended.record
    spent = SPENT.get(record.sheet, "")
    bases, _ = serapan_bases(record.get("anggaran"), record.get(spent)) if spent else ((), None)
    given, used = record.known("anggaran"), record.known(spent) if spent else None
    if not bases or given is None or used is None:
        return
    right = absorbed(given, mended.right) if mended.field == spent else absorbed(mended.right, used)
    if isinstance(right, Missing):
        return
    said = bases[0].value
    if show(said, PLACES) != show(right, PLACES):
        yield Flip(Conclusion.SERAPAN, said, right)
    yield from of_serapan(replace(mended, said=said, right=right), book)
