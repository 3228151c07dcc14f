"""Sums that miss, double or mix rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from lkj_xlsx.measures.data_dasar import kind_of, origins
from lkj_xlsx.measures.tree import JUMLAH, NAMES, PROGRAM, Node, nodes, trees, walk
from lkj_xlsx.model.cell import Origin, Value
from lkj_xlsx.model.computed import Judged, Ledger
from lkj_xlsx.model.declare import cause
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.finding import Cause
from lkj_xlsx.model.message import joined, say
from lkj_xlsx.model.number import show
from lkj_xlsx.relations.amounts import rupiah

LEVELS = tuple(NAMES)  # programme, kegiatan, sub kegiatan


def parts(entry: Judged, book: Book) -> list[Value]:
    """The cells that a total adds up, [] where the figure is no total."""
    record, field = entry.record, entry.field
    if record.sheet == "data_dasar" and kind_of(record) == "jumlah":
        return [row.get(field) for row in origins(record, book)]
    return [child.record.get(field) for child in _children(entry, book)]


def _children(entry: Judged, book: Book) -> tuple[Node, ...]:
    """The budget rows that an amount adds up: those below it, all programmes for the total of a table."""
    record = entry.computed.record
    node = nodes(book).get(record) if entry.computed.measure is rupiah else None
    if node is None or node.level != JUMLAH:
        return node.children if node is not None else ()
    table = next((tree for tree in trees(book) if any(each.record is record for each in tree)), ())
    return tuple(each for each in table if each.level == PROGRAM)


def _known(cells: Sequence[Value]) -> list[tuple[Value, Decimal]]:
    return [(cell, cell.known) for cell in cells if cell.known is not None]


def _right(entry: Judged, cells: Sequence[tuple[Value, Decimal]]) -> list[Decimal]:
    """What a total should be: the sum of its rows, or where one of those is wrong itself what the others say."""
    named = [entry.against.value] if entry.against is not None else []
    return list(dict.fromkeys([sum((amount for _, amount in cells), Decimal(0)), *named]))


@cause("rincian-tertinggal", "Satu rincian tertinggal atau terhitung dua kali", 30, adding=True)
def tertinggal(entry: Judged, book: Book, ledger: Ledger) -> Cause | None:
    """Jumlah yang kurang atau lebih sebesar satu rinciannya, atau satu baris di bawah rinciannya."""
    direct, said = _known(parts(entry, book)), entry.computed.value.known
    below = _known([node.record.get(entry.computed.field) for node in walk(_children(entry, book))])
    rows = direct + [pair for pair in below if pair not in direct]
    if said is None or len(direct) < 2:
        return None
    for total in _right(entry, direct):
        left_out = [cell for cell, amount in rows if amount and total - amount == said]
        twice = [cell for cell, amount in rows if amount and total + amount == said]
        for cells, words in ((left_out, say("{sel} belum ikut dijumlah")), (twice, say("{sel} terhitung dua kali"))):
            if cells:
                places = joined((cell.where for cell in cells[:3]), say(" atau "))
                return Cause("rincian-tertinggal", say(words, sel=places), 2 * len(rows), sure=len(cells) == 1)
    return None


@cause("induk-ikut-dijumlah", "Baris induk ikut dijumlah bersama rinciannya", 29, adding=True)
def induk_ikut(entry: Judged, book: Book, ledger: Ledger) -> Cause | None:
    """Jumlah yang memuat kegiatan dan sub kegiatannya sekaligus, atau dua kali jumlah yang benar."""
    said, direct = entry.computed.value.known, _known(parts(entry, book))
    if not said or not direct:
        return None
    for words, total in _levels(_children(entry, book), entry.computed.field):
        if total == said:
            return Cause("induk-ikut-dijumlah", say("{baris} dijumlah sekaligus", baris=words), 2)
    for total in _right(entry, direct):
        if 2 * total == said and total:
            evidence = say("dua kali {benar}: barisnya terhitung dua kali", benar=show(total, 0))
            return Cause("induk-ikut-dijumlah", evidence, 2)
    return None


def _levels(children: Sequence[Node], field: str) -> Iterator[tuple[str, Decimal]]:
    """What is got by adding the rows of several levels at once, with the names of these levels."""
    below = list(walk(children))
    total, names = Decimal(0), list[str]()
    for level in LEVELS:
        amounts = [amount for node in below if node.level == level for _, amount in _known([node.record.get(field)])]
        if amounts:
            total += sum(amounts, Decimal(0))
            names.append(NAMES[level] if not names else say("{0}nya", NAMES[level]))
        if amounts and len(names) > 1:
            yield joined(names, say(" dan ")), total


@cause("teks-tidak-dijumlah", "Angka yang tersimpan sebagai teks tidak ikut dijumlah", 28, adding=True)
def teks_dilewati(entry: Judged, book: Book, ledger: Ledger) -> Cause | None:
    """SUM melewati angka yang tersimpan sebagai teks: jumlahnya kurang sebesar sel-sel itu."""
    said, cells = entry.computed.value.known, _known(parts(entry, book))
    texts = [cell for cell, _ in cells if cell.cell.origin is Origin.KETIKAN and isinstance(cell.cell.raw, str)]
    if not texts or len(texts) == len(cells):
        return None
    if said == sum((amount for cell, amount in cells if cell not in texts), Decimal(0)):
        places = joined((cell.where for cell in texts[:4]), ", ")
        return Cause("teks-tidak-dijumlah", say("{sel} tersimpan sebagai teks: SUM melewatinya", sel=places), 1)
    return None
