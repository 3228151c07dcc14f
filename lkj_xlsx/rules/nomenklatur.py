"""Codes of the budget nomenclature: their shape, their level, and whether they are a regency's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lkj_xlsx.measures.tree import JUMLAH, KABUPATEN, NAMES, SUB, code_level, level_of, region
from lkj_xlsx.model.cell import Value
from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.declare import rule
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.model.message import Message, say
from lkj_xlsx.model.record import Record
from lkj_xlsx.rules.wording import cells
from lkj_xlsx.spec import sources

KODE = "LKJ361", "kode-nomenklatur"
SHAPE = re.compile(r"(X|\d)(\.(XX|\d{2})(\.\d{2}(\.[12]\.\d{2}(\.(\d{2}|\d{4}))?)?)?)?")  # BUD-9
ACCOUNT = re.compile(r"[456]\.\d(\.\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?)?")  # rekening belanja below a sub kegiatan
Coded = tuple[Record, Value, str]


@rule(*KODE, Level.PERIKSA, "Kode nomenklatur tidak lazim", sources.NOMENKLATUR)
def kode(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: bentuk Kode Rekening pada Realisasi Anggaran: 2.17.03 program, 2.17.03.2.01 kegiatan,
    2.17.03.2.01.0004 (bentuk lama .04) sub kegiatan; angka keempat 1 untuk provinsi dan 2 untuk kabupaten/kota;
    tingkat menurut kode sama dengan kolom Tingkat. Kode rekening belanja (5.1.02 ...) tidak diperiksa.

    Mengapa penting: susunan program, kegiatan, dan sub kegiatan dibaca dari kode; kode yang keliru membuat jumlahnya
    dihitung di tempat yang salah.

    Contoh yang ditemukan: 2.17.3.2.01; kode sub kegiatan pada baris Kegiatan; 2.17.03.1.01 di laporan kabupaten;
    2.17.03.2.01.04 dan 2.17.03.2.01.0005 dalam satu laporan (catatan).
    Contoh yang lolos: baris tanpa kode; X.XX.01.2.01.

    Cara memperbaiki: salin kodenya dari DPA, dan simpan sebagai teks.
    """
    coded = tuple(_coded(book))
    shaped = [(row, value, text) for row, value, text in coded if SHAPE.fullmatch(text)]
    known = {id(row) for row, _, _ in shaped}
    yield from _numbers(coded)
    for row, value, text in coded:
        if id(row) not in known and not ACCOUNT.fullmatch(text) and isinstance(row.raw("kode_rekening"), str):
            yield _odd(row, value, text)
    yield from _levels(shaped)
    yield from _region(shaped, book.settings.kabupaten)
    yield from _mixed(shaped)


def _coded(book: Book) -> Iterator[Coded]:
    for row in book.records("realisasi_anggaran"):
        value = row.get("kode_rekening")
        text = value.text.strip().rstrip(".").upper()
        if text and value.where.row == row.row:
            yield row, value, text


def _finding(
    row: Record, value: Value, level: Level, message: Message, step: Message, rest: list[Coded] | None = None
) -> Finding:
    related = tuple(other.where for _, other, _ in rest or ())
    return Finding(
        *KODE,
        level,
        message,
        value.where,
        row.tabel,
        row.text("uraian"),
        value.text,
        related=related,
        step=step,
        label=say("kode rekening"),
    )


def _odd(row: Record, value: Value, text: str) -> Finding:
    return _finding(
        row,
        value,
        Level.PERIKSA,
        say("Kode {kode} tidak berbentuk kode program, kegiatan, atau sub kegiatan.", kode=text),
        say("Cocokkan {sel} dengan DPA; contoh bentuknya 2.17.03.2.01.0004.", sel=value.where),
    )


def _numbers(coded: tuple[Coded, ...]) -> Iterator[Finding]:
    """Codes stored as numbers, told once: 2.10 becomes 2.1."""
    stored = [item for item in coded if not isinstance(item[0].raw("kode_rekening"), str)]
    if stored:
        row, value, _ = stored[0]
        yield _finding(
            row,
            value,
            Level.PERIKSA,
            say("Kode tersimpan sebagai angka, bukan teks, di {sel}; nol di akhir dapat hilang.", sel=_at(stored)),
            say("Ubah format selnya menjadi Teks, lalu ketik ulang kodenya."),
            stored[1:],
        )


def _levels(shaped: list[Coded]) -> Iterator[Finding]:
    for row, value, text in shaped:
        if not row.text("tingkat"):
            continue
        typed, by_code = level_of(row), code_level(text)
        if typed not in (by_code, JUMLAH):
            yield _finding(
                row,
                value,
                Level.PERIKSA,
                say(
                    "Kode {kode} adalah kode {menurut}, sedangkan Tingkat tertulis {tingkat}.",
                    kode=text,
                    menurut=NAMES.get(by_code or 0, say("urusan atau bidang urusan")),
                    tingkat=row.text("tingkat"),
                ),
                say(
                    "Betulkan kode di {sel} atau Tingkat di {lain}.",
                    sel=value.where,
                    lain=row.place("tingkat").cell,
                ),
            )


def _region(shaped: list[Coded], kabupaten: str) -> Iterator[Finding]:
    """Codes of the other kind of region, told once."""
    own = region(kabupaten)
    others = [item for item in shaped if len(parts := item[2].split(".")) > 3 and parts[3] != own]
    if own and others:
        row, value, text = others[0]
        other = say("provinsi") if own == KABUPATEN else say("kabupaten/kota")
        yield _finding(
            row,
            value,
            Level.PERIKSA,
            say(
                "Kode {kode} adalah kode {lain} (angka keempat {angka}), sedangkan laporan ini milik {daerah}{sel}.",
                kode=text,
                lain=other,
                angka=text.split(".")[3],
                daerah=kabupaten,
                sel=say("; begitu juga di {0}", _at(others[1:])) if others[1:] else "",
            ),
            say("Cocokkan kodenya dengan DPA; angka keempat seharusnya {angka}.", angka=own),
            others[1:],
        )


def _mixed(shaped: list[Coded]) -> Iterator[Finding]:
    """Old and new codes of sub kegiatan side by side, told once at the first of the fewer."""
    subs = [item for item in shaped if code_level(item[2]) == SUB]
    old = [item for item in subs if len(item[2].rpartition(".")[2]) == 2]
    new = [item for item in subs if len(item[2].rpartition(".")[2]) == 4]
    if old and new:
        fewer = old if len(old) <= len(new) else new
        row, value, _ = fewer[0]
        yield _finding(
            row,
            value,
            Level.CATATAN,
            say(
                "Kode sub kegiatan ditulis dengan dua cara: {lama} (dua angka, {n} baris) dan {baru} (empat angka, "
                "{m} baris).",
                lama=old[0][2],
                n=len(old),
                baru=new[0][2],
                m=len(new),
            ),
            say("Pakai satu bentuk menurut nomenklatur tahun laporan, mulai dari {sel}.", sel=value.where),
            fewer[1:],
        )


def _at(items: list[Coded]) -> str:
    return cells([value.where for _, value, _ in items])
