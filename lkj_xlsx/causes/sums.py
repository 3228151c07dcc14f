"""Sums that miss, double or mix rows."""

from __future__ import annotations

from decimal import Decimal

from lkj_xlsx.measures.data_dasar import kind_of, origins
from lkj_xlsx.measures.tree import nodes, walk
from lkj_xlsx.model.cell import Value
from lkj_xlsx.model.computed import Judged, Ledger
from lkj_xlsx.model.declare import cause
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.finding import Cause
from lkj_xlsx.model.message import say
from lkj_xlsx.model.record import Record
from lkj_xlsx.relations.amounts import rupiah


def parts(entry: Judged, book: Book) -> list[Value]:
    """The cells that a total adds up, [] where the figure is no total."""
    record, field = entry.record, entry.field
    if record.sheet == "data_dasar" and kind_of(record) == "jumlah":
        return [row.get(field) for row in origins(record, book)]
    node = nodes(book).get(record) if entry.measure is rupiah else None
    return [child.record.get(field) for child in node.children] if node is not None else []


@cause("rincian-tertinggal", "Satu rincian tertinggal atau terhitung dua kali", 30)
def tertinggal(entry: Judged, book: Book, ledger: Ledger) -> Cause | None:
    """Jumlah yang kurang atau lebih sebesar satu rinciannya."""
    cells = parts(entry, book)
    known = [cell for cell in cells if cell.known is not None]
    said, total = entry.computed.value.known, sum((c.known for c in known if c.known is not None), Decimal(0))
    if said is None or len(known) < 2:
        return None
    for cell in known:
        for amount, word in (
            (total - (cell.known or 0), say("belum ikut dijumlah")),
            (total + (cell.known or 0), say("terhitung dua kali")),
        ):
            if cell.known and amount == said:
                return Cause("rincian-tertinggal", say("{sel} {kata}", sel=cell.where, kata=word), 2 * len(known))
    return None


@cause("induk-ikut-dijumlah", "Baris induk ikut dijumlah bersama rinciannya", 31)
def induk_ikut(entry: Judged, book: Book, ledger: Ledger) -> Cause | None:
    """Jumlah yang memuat kegiatan dan sub kegiatannya sekaligus."""
    node = nodes(book).get(entry.record) if entry.measure is rupiah else None
    said = entry.computed.value.known
    if node is None or said is None:
        return None
    below = [_amount(item.record, entry.field) for item in walk(node.children)]
    if len(below) > len(node.children) and sum(below, Decimal(0)) == said:
        return Cause("induk-ikut-dijumlah", say("kegiatan dan sub kegiatannya dijumlah sekaligus"), 1)
    return None


def _amount(record: Record, field: str) -> Decimal:
    return record.known(field) or Decimal(0)
