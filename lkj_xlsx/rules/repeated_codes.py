"""Codes of the budget that stand twice in a table, or under a head they do not belong to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from lkj_xlsx.measures.tree import KEGIATAN, NAMES, PROGRAM, SUB, code_level
from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.declare import rule
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.model.message import Message, say
from lkj_xlsx.model.record import Record
from lkj_xlsx.spec import sources

GANDA = "LKJ362", "kode-rekening-salah-tempat"
_ABOVE = {KEGIATAN: PROGRAM, SUB: KEGIATAN}


@rule(*GANDA, Level.PERIKSA, "Kode rekening dipakai dua kali atau di bawah induk lain", sources.NOMENKLATUR)
def ganda(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: dalam satu tabel Realisasi Anggaran setiap kode program, kegiatan, dan sub kegiatan hanya
    sekali, dan kode itu diawali kode induk di atasnya.

    Mengapa penting: kode yang tersalin dari baris lain membuat dua baris terbaca sebagai satu pekerjaan, dan jumlahnya
    dihitung di tempat yang salah.

    Contoh yang ditemukan: 2.17.01.2.06.0001 pada dua baris; 2.17.01.2.01.0001 di bawah kegiatan 3.10.15.2.02.
    Contoh yang lolos: kode yang sama di tabel lain; X.XX.01.2.01 di bawah 2.17.01; baris tanpa kode.

    Cara memperbaiki: salin kodenya dari DPA.
    """
    for _, rows in groupby(book.records("realisasi_anggaran"), key=lambda record: record.tabel):
        yield from _table(rows)


def _table(rows: Iterable[Record]) -> Iterator[Finding]:
    seen: dict[str, Where] = {}
    heads: dict[int, str] = {}
    for row in rows:
        where, text = row.place("kode_rekening"), row.text("kode_rekening").rstrip(".").upper()
        level = code_level(text)
        if level not in NAMES or where.row != row.row:
            continue
        first, head = seen.setdefault(text, where), heads.get(_ABOVE.get(level, level), "")
        if first is not where:
            yield _finding(row, say("Kode {kode} sudah dipakai di {sel}.", kode=text, sel=first), first)
        elif level in _ABOVE and head and "X" not in text + head and not text.startswith(f"{head}."):
            yield _finding(
                row,
                say(
                    "Kode {kode} tidak diawali kode {tingkat} di atasnya, {induk}.",
                    kode=text,
                    tingkat=NAMES[_ABOVE[level]],
                    induk=head,
                ),
            )
        heads = {above: code for above, code in heads.items() if above < level} | {level: text}


def _finding(row: Record, message: Message, *others: Where) -> Finding:
    value = row.get("kode_rekening")
    return Finding(
        *GANDA,
        Level.PERIKSA,
        message,
        value.where,
        row.tabel,
        row.text("uraian"),
        value.text,
        related=others,
        step=say("Salin kode di {sel} dari DPA.", sel=value.where),
        label=say("kode rekening"),
    )
