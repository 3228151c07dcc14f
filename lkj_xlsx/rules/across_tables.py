"""References between sheets: names as in the agreement, indicators present everywhere, units and counts alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher

from lkj_xlsx.measures.matching import linked_programs, plain_name
from lkj_xlsx.model.cell import Value, Where
from lkj_xlsx.model.computed import Ledger, Verdict
from lkj_xlsx.model.declare import rule
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.model.message import Message, joined, say
from lkj_xlsx.model.number import show
from lkj_xlsx.model.record import Record
from lkj_xlsx.spec import sources
from lkj_xlsx.spec.field import plain_title

NAMA = "LKJ351", "nama-berbeda"
PROGRAM = "LKJ352", "nama-program-berbeda"
TANPA_BARIS = "LKJ353", "indikator-tanpa-baris"
BANYAKNYA = "LKJ354", "banyaknya-berbeda"
PROGRAM_ASING = "LKJ355", "program-tidak-ditemukan"
TABLES = ("capaian_iku", "target_realisasi", "tahun_lalu", "renstra", "efisiensi")
Misnamed = tuple[str, str, str]  # field, name as typed, right name

MUST = (("perjanjian", "Perjanjian Kinerja"), ("capaian_iku", "Capaian IKU"))


@rule(*NAMA, Level.PERIKSA, "Nama sasaran atau indikator berbeda dari Perjanjian Kinerja", sources.TARGET_PK)
def nama(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: nama sasaran dan indikator pada tabel Bab III sama dengan Perjanjian Kinerja. Huruf besar,
    tanda baca, dan spasi tidak dibedakan.

    Mengapa penting: satu sasaran dengan beberapa nama terbaca sebagai beberapa sasaran; formulir reviu menanyakan
    kesesuaiannya dengan Perjanjian Kinerja.

    Contoh yang ditemukan: "akuntabilitas kinerja OPD", Perjanjian Kinerja "akuntabilitas kinerja perangkat daerah".
    Contoh yang lolos: beda huruf besar saja.

    Cara memperbaiki: salin nama dari Perjanjian Kinerja.
    """
    for (key, _, right), cells in _misnamed(book).items():
        value, record, agreed_at = cells[0]
        places = tuple(dict.fromkeys(other.where for other, _, _ in cells))
        tables = list(dict.fromkeys(row.tabel for _, row, _ in cells))
        also = say(" Juga di Tabel {0}.", ", ".join(tables[1:])) if tables[1:] else ""
        yield Finding(
            *NAMA,
            Level.PERIKSA,
            say(
                "Nama {jenis} berbeda dari {sel}: {beda}.{juga}",
                jenis=key,
                sel=agreed_at,
                beda=_difference(value.text, right),
                juga=also,
            ),
            value.where,
            record.tabel,
            stated=value.text,
            recomputed=right,
            related=(agreed_at, *places[1:]),
            step=say("Salin nama dari {sel}: {benar}.", sel=agreed_at, benar=right),
            label=say("nama {0}", key),
        )


def _difference(text: str, right: str) -> Message:
    """The words that differ: "tertulis «OPD», seharusnya «perangkat daerah»"."""
    one, other = text.split(), right.split()
    parts: list[Message] = []
    plain = [[plain_title(word) for word in words] for words in (one, other)]
    for tag, a, b, c, d in SequenceMatcher(None, plain[0], plain[1], autojunk=False).get_opcodes():
        if tag != "equal":
            said, wanted = " ".join(one[a:b]), " ".join(other[c:d])
            parts.append(
                say("tertulis «{0}», seharusnya «{1}»", said, wanted)
                if said and wanted
                else say("kurang «{0}»", wanted)
                if wanted
                else say("lebih «{0}»", said)
            )
    return joined(parts, "; ")


def _misnamed(book: Book) -> Mapping[Misnamed, list[tuple[Value, Record, Where]]]:
    """Names that differ from Perjanjian Kinerja: where each is typed, and where its right name stands."""
    agreed = {kode: record for record in book.records("perjanjian") for kode in record.indikator}
    variants: dict[Misnamed, list[tuple[Value, Record, Where]]] = {}
    for record in (r for sheet in TABLES for r in book.records(sheet)):
        pk = agreed.get(record.indikator[0]) if len(record.indikator) == 1 else None
        for key in ("sasaran", "indikator") if pk is not None else ():
            value, right = record.get(key), pk.text(key) if pk is not None else ""
            if value.text.strip() and right and plain_title(value.text) != plain_title(right):
                there = pk.get(key).where if pk is not None else value.where
                variants.setdefault((key, plain_title(value.text), right), []).append((value, record, there))
    names = {record.text("sasaran"): record.place("sasaran") for record in reversed(book.records("perjanjian"))}
    known = {"", *map(plain_title, names)}
    for record in book.records("realisasi_anggaran") if any(names) else ():
        value = record.get("sasaran")
        if plain_title(value.text) not in known and value.text.strip():
            nearest = max(names, key=lambda name: SequenceMatcher(None, value.text.casefold(), name.casefold()).ratio())
            spelled = "sasaran", plain_title(value.text), nearest
            variants.setdefault(spelled, []).append((value, record, names[nearest]))
    return variants


@rule(*PROGRAM, Level.CATATAN, "Nama program berbeda antar tabel", sources.SUSUNAN)
def nama_program(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: program yang sama ditulis sama pada tabel program pendukung dan tabel realisasi anggaran.

    Mengapa penting: perbedaan kecil membuat pembaca ragu apakah programnya sama.

    Contoh yang ditemukan: "Pendidikan dan Latihan Koperasi" dan "Pendidikan dan Latihan Perkoperasian".
    Contoh yang lolos: beda huruf besar saja.

    Cara memperbaiki: pakai nama menurut nomenklatur di semua tabel.
    """
    for row, node in linked_programs(book).items():
        value, other = row.get("program"), node.record.get("uraian")
        if plain_name(value.text) != plain_name(other.text):
            yield Finding(
                *PROGRAM,
                Level.CATATAN,
                say(
                    "Program yang sama tertulis «{lain}» di Tabel {tabel} ({sel}).",
                    lain=other.text,
                    tabel=node.record.tabel,
                    sel=other.where,
                ),
                value.where,
                row.tabel,
                value.text,
                stated=value.text,
                recomputed=other.text,
                related=(other.where,),
                step=say("Pakai nama menurut nomenklatur di {a} dan {b}.", a=value.where, b=other.where),
            )


@rule(*PROGRAM_ASING, Level.PERIKSA, "Program pendukung tidak ada di tabel realisasi anggaran", sources.SUSUNAN)
def program_asing(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: setiap program pendukung ada sebagai baris program pada Realisasi Anggaran.

    Mengapa penting: tanpa pasangannya, pagu dan realisasi program itu tidak dapat dicocokkan.

    Contoh yang ditemukan: program pendukung dengan nama yang tidak mirip satu pun program pada Realisasi Anggaran.
    Contoh yang lolos: nama yang hanya berbeda sedikit.

    Cara memperbaiki: samakan namanya, atau tambahkan barisnya.
    """
    links = linked_programs(book)
    for row in book.records("program_pendukung") if book.records("realisasi_anggaran") else ():
        value = row.get("program")
        if row not in links and value.text.strip():
            yield Finding(
                *PROGRAM_ASING,
                Level.PERIKSA,
                say("Program «{nama}» tidak ditemukan pada Realisasi Anggaran.", nama=value.text),
                value.where,
                row.tabel,
                value.text,
                stated=value.text,
                step=say(
                    "Samakan nama di {sel} dengan Realisasi Anggaran, atau tambahkan programnya di sana.",
                    sel=value.where,
                ),
            )


@rule(*TANPA_BARIS, Level.PERIKSA, "Indikator tidak muncul di tabel", sources.TARGET_PK)
def tanpa_baris(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: setiap indikator pada lembar Indikator ada di Perjanjian Kinerja dan Capaian IKU.

    Mengapa penting: indikator yang diperjanjikan tetapi tidak dilaporkan adalah kekurangan yang dicari pereviu.

    Contoh yang ditemukan: indikator 1.3 tidak ada di Capaian IKU.
    Contoh yang lolos: indikator tanpa baris di Data Dasar.

    Cara memperbaiki: tambahkan barisnya, atau isi kolom Kode agar baris itu dikenali.
    """
    for sheet, title in MUST:
        codes = {kode for record in book.records(sheet) for kode in record.indikator}
        for kode, indikator in book.indikator.items() if codes else ():
            if kode not in codes:
                yield Finding(
                    *TANPA_BARIS,
                    Level.PERIKSA,
                    say("Indikator {kode} {nama} tidak ada di {lembar}.", kode=kode, nama=indikator.nama, lembar=title),
                    indikator.record.place("kode"),
                    "",
                    indikator.nama,
                    step=say("Tambahkan barisnya di {lembar}, atau isi kolom Kode di sana.", lembar=title),
                )


@rule(*BANYAKNYA, Level.BEDA, "Banyaknya berbeda dari Data Dasar", sources.BAGIAN)
def banyaknya(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: banyaknya yang ditulis di samping persen, misalnya 1,51 % (233 Unit), sama dengan pembilang
    pada Data Dasar.

    Mengapa penting: dua angka dalam satu sel harus menceritakan hal yang sama.

    Contoh yang ditemukan: 1,51 % (223 Unit) sedangkan Data Dasar 233.
    Contoh yang lolos: 1,51 % (233 Unit).

    Cara memperbaiki: samakan dengan Data Dasar.
    """
    for record in (r for sheet in TABLES for r in book.records(sheet)):
        indikator = book.indikator_of(record)
        series = book.series(indikator.pembilang) if indikator is not None and indikator.pembilang else None
        for key in ("realisasi", "realisasi_sd") if series is not None else ():
            value, base = record.get(key), series.get("realisasi", book.settings.tahun) if series is not None else None
            if value.second is None or base is None or base.known is None or value.second == base.known:
                continue
            yield Finding(
                *BANYAKNYA,
                Level.BEDA,
                say(
                    "Banyaknya tertulis {lama}, Data Dasar menulis {baru} ({sel}).",
                    lama=show(value.second, 0),
                    baru=base.shown,
                    sel=base.where,
                ),
                value.where,
                record.tabel,
                indikator.nama if indikator else "",
                stated=value.second,
                recomputed=base.known,
                difference=value.second - base.known,
                places=0,
                related=(base.where,),
                root=base.where if any(e.verdict is Verdict.SELISIH for e in ledger.at(base.where)) else None,
                step=say("Samakan {a} dengan {b}.", a=value.where, b=base.where),
                label=say("banyaknya"),
                year=book.settings.tahun,
            )
