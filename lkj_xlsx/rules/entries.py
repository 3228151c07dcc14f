"""Is everything filled in that must be, and does every word and code mean something."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lkj_xlsx.measures.only_percents import only_percents
from lkj_xlsx.measures.parent_amounts import derived
from lkj_xlsx.measures.serapan import SPENT
from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.collect import collect
from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.declare import Source, Variant, rule
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.model.message import say
from lkj_xlsx.model.options import by_option
from lkj_xlsx.rules.places import RemarkedCell, by_column, remarked
from lkj_xlsx.spec import remarks, sources
from lkj_xlsx.spec.field import Kind
from lkj_xlsx.spec.template import TEMPLATE

RUJUKAN_LEMBAR = Source("TPL-2", "Isian template ini: daftar pilihan, kode, dan rujukan antarlembar", "D")

WAJIB = "LKJ201", "isian-wajib"
TABEL = "LKJ216", "nomor-tabel"
PILIHAN = "LKJ202", "pilihan-tak-dikenal"
RUJUKAN = "LKJ203", "rujukan-tak-dikenal"
KODE_GANDA = "LKJ204", "kode-ganda"


@rule(*WAJIB, Level.GALAT, "Isian wajib kosong", sources.ISI_LAPORAN)
def wajib(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: sel wajib yang dibiarkan kosong pada baris yang sudah diisi.

    Mengapa penting: kosong bukan nol. Tanpa target, realisasi, atau anggaran, baris itu tidak dapat dihitung,
    dan laporan yang dicetak akan berlubang.

    Contoh yang ditemukan: indikator tertulis, tetapi Realisasi 2024 kosong.
    Contoh yang lolos: realisasi 0; sel di bawah sel gabungan; kolom hitungan yang dikosongkan; anggaran kegiatan yang
    dikosongkan di atas sub kegiatan yang terisi; tabel efisiensi tanpa rupiah yang serapannya tertulis.

    Cara memperbaiki: isi sel itu. Bila memang tidak ada realisasi, tulis 0 atau tanda - sesuai keadaannya.
    """
    for place in remarked(book, remarks.WAJIB):
        if place.sheet is not None and place.sheet.key == "pengecualian":
            continue  # an incomplete exception has its own rule, which says what follows from it
        if place.field is not None and place.field.key == "tabel":
            continue  # told once a sheet, by the rule about table numbers
        if _follows(place, book):
            continue
        heading = place.heading if place.field is not None else place.text or place.heading
        yield place.finding(
            WAJIB,
            Level.GALAT,
            say("{judul} belum diisi di {sel}.", judul=heading, sel=place.where),
            say("Isi {judul} di {sel}.", judul=heading, sel=place.where),
        )


def _follows(place: RemarkedCell, book: Book) -> bool:
    """Whether a blank amount is told by other cells: the rows below it, or the percent of a table without amounts."""
    record, key = place.record, place.field.key if place.field is not None else ""
    if record is None or key not in ("anggaran", SPENT.get(record.sheet)):
        return False
    return only_percents(record, book) if record.sheet == "efisiensi" else derived(record, key, book)


@rule(*TABEL, Level.PERIKSA, "Nomor tabel belum diisi", sources.ISI_LAPORAN)
def nomor_tabel(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: kolom Tabel diisi nomor tabel laporan; satu temuan untuk satu lembar.

    Mengapa penting: dengan nomor itu temuan dan tabel hasil memakai nomor yang sama dengan laporan.

    Contoh yang ditemukan: kolom Tabel pada Capaian IKU kosong seluruhnya.
    Contoh yang lolos: nomor hanya pada baris pertama tiap tabel.

    Cara memperbaiki: isi nomornya pada baris pertama tiap tabel; baris di bawahnya boleh kosong.
    """
    blanks = (p for p in remarked(book, remarks.WAJIB) if p.field is not None and p.field.key == "tabel")
    for place, others in by_column(blanks):
        finding = place.finding(
            TABEL,
            Level.PERIKSA,
            say("Nomor tabel belum diisi pada lembar {lembar}.", lembar=place.where.sheet),
            say("Isi nomor tabel pada baris pertama tiap tabel, mulai {sel}.", sel=place.where),
        )
        yield replace(finding, related=others)


@rule(*PILIHAN, Level.GALAT, "Kata tidak ada dalam daftar pilihan", RUJUKAN_LEMBAR)
def pilihan(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: isi kolom berdaftar pilihan yang tidak ada dalam daftarnya.

    Mengapa penting: arah dan rumus menentukan hitungan. Kata yang tidak dikenal pada kolom itu adalah galat;
    pada kolom lain cukup diperiksa. Huruf besar, huruf kecil, dan spasi tidak dibedakan.

    Contoh yang ditemukan: Arah diisi "Meningkat"; daftar pilihannya Naik, Turun, Rentang.
    Contoh yang lolos: "naik"; kode rumus sebagai ganti namanya.

    Cara memperbaiki: pilih dari daftar yang muncul saat sel diklik.
    """
    for place in remarked(book, remarks.PILIHAN):
        field = place.field
        decides = field is not None and (field.key == "arah" or bool(field.option))
        choices = (field.choices or _labels(field.option)) if field is not None else ()
        allowed = say(" Pilihannya: {0}.", "; ".join(choices)) if choices else ""
        yield place.finding(
            PILIHAN,
            Level.GALAT if decides else Level.PERIKSA,
            say(
                '{judul} di {sel} berisi "{isi}", yang tidak ada dalam daftar pilihannya.',
                judul=place.heading,
                sel=place.where,
                isi=_typed(place),
            ),
            say("Klik sel {sel} dan pilih dari daftarnya.{daftar}", sel=place.where.cell, daftar=allowed),
            stated=_typed(place),
        )


def _labels(option: str) -> tuple[str, ...]:
    """The entries of a drop-down list of declared variants."""
    group = by_option(collect("lkj_xlsx.measures", Variant)).get(option, ()) if option else ()
    return tuple(item.label for item in group)


@rule(*RUJUKAN, Level.GALAT, "Kode atau nama tidak dikenal", RUJUKAN_LEMBAR)
def rujukan(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: kode indikator, kode data, atau nomor tabel yang tidak terdaftar di lembar asalnya.

    Mengapa penting: baris dengan kode yang tidak dikenal tidak dapat dihubungkan dengan target, arah, dan datanya.
    Kode yang sama di tempat lain disebut akibat dari temuan pertama: satu perbaikan menyelesaikan semuanya.

    Contoh yang ditemukan: Kode "1.9" di Capaian IKU, padahal lembar Indikator hanya sampai 1.3.
    Contoh yang lolos: "1.1; 1.2", bila keduanya terdaftar.

    Cara memperbaiki: samakan kodenya dengan lembar asal, atau daftarkan kode itu di sana.
    """
    first: dict[tuple[str, str], Where] = {}
    for place in remarked(book, remarks.RUJUKAN):
        origin = _origin(place)
        root = first.setdefault((origin, _typed(place).casefold()), place.where)
        finding = place.finding(
            RUJUKAN,
            Level.GALAT,
            say(
                '{judul} "{isi}" di {sel} tidak terdaftar di lembar {asal}.',
                judul=place.heading,
                isi=_typed(place),
                sel=place.where,
                asal=origin,
            ),
            say('Samakan isinya dengan lembar {asal}, atau daftarkan "{isi}" di sana.', asal=origin, isi=_typed(place)),
            stated=_typed(place),
        )
        yield finding if root == place.where else replace(finding, root=root)


@rule(*KODE_GANDA, Level.GALAT, "Kode dipakai dua kali", RUJUKAN_LEMBAR)
def kode_ganda(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: kode yang harus unik (kode indikator, kode data, nomor tabel) tetapi tertulis dua kali.

    Mengapa penting: baris lain yang memakai kode itu tidak jelas merujuk ke mana; hanya baris pertama yang dipakai.

    Contoh yang ditemukan: dua indikator berkode 1.2.
    Contoh yang lolos: kode 1.2 sekali di lembar Indikator dan berkali-kali di lembar lain.

    Cara memperbaiki: beri kode baru pada salah satu baris, lalu sesuaikan baris yang merujuk kepadanya.
    """
    for place in remarked(book, remarks.KODE_GANDA):
        yield place.finding(
            KODE_GANDA,
            Level.GALAT,
            say(
                '{judul} "{isi}" di {sel} sudah dipakai baris sebelumnya.',
                judul=place.heading,
                isi=_typed(place),
                sel=place.where,
            ),
            say("Beri kode lain pada salah satu baris, lalu sesuaikan baris yang merujuk kepadanya."),
            stated=_typed(place),
        )


def _origin(place: RemarkedCell) -> str:
    """The title of the sheet that declares what this cell refers to."""
    if place.field is not None and place.field.kind is Kind.TABEL:
        return TEMPLATE.sheet("daftar_tabel").title
    return TEMPLATE.sheet(place.field.refers if place.field is not None and place.field.refers else "indikator").title


def _typed(place: RemarkedCell) -> str:
    return place.text.strip()
