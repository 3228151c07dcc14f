"""Is the workbook built like the template: its sheets and its columns."""

from __future__ import annotations

from collections.abc import Iterator

from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.declare import Source, rule
from lkj_xlsx.model.fact import Book, Remark
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.model.message import say
from lkj_xlsx.rules.places import Directory, field_named, remarked
from lkj_xlsx.spec import remarks, sources
from lkj_xlsx.spec.field import Field, Role, Sheet
from lkj_xlsx.spec.template import TEMPLATE

SUSUNAN = Source("TPL-1", "Susunan template ini: lembar dan kolom dikenali dari judulnya", "D")

LEMBAR_HILANG = "LKJ101", "lembar-hilang"
LEMBAR_ASING = "LKJ102", "lembar-asing"
LEMBAR_TERSEMBUNYI = "LKJ103", "lembar-tersembunyi"
LEMBAR_GANDA = "LKJ104", "lembar-ganda"
KOLOM_HILANG = "LKJ105", "kolom-hilang"
KOLOM_ASING = "LKJ106", "kolom-asing"
KOLOM_GANDA = "LKJ107", "kolom-ganda"
LEMBAR_KOSONG = "LKJ108", "lembar-kosong"
TABEL_BERULANG = "LKJ116", "tabel-berulang"


@rule(*LEMBAR_HILANG, Level.GALAT, "Lembar template tidak ada", sources.ISI_LAPORAN)
def lembar_hilang(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: setiap lembar template ada di berkas, dikenali dari judulnya.

    Mengapa penting: tabel pada lembar yang hilang tidak dapat diperiksa. Lembar wajib (Identitas dan Pengaturan,
    Indikator, Perjanjian Kinerja, Capaian IKU, Realisasi Anggaran) menjadi galat, lembar lain menjadi catatan.
    Lembar yang hanya berganti nama dikenali dari judul kolomnya: isinya tetap diperiksa, dan namanya ditanyakan.

    Contoh yang ditemukan: lembar "Capaian IKU" dihapus, atau diganti nama menjadi "Sheet5".
    Contoh yang lolos: lembar bernama "CAPAIAN IKU", di urutan mana pun.

    Cara memperbaiki: kembalikan nama lembar, atau salin lembar kosongnya dari template baru lalu isi.
    """
    for place in remarked(book, remarks.LEMBAR_LAIN_NAMA):
        yield place.finding(
            LEMBAR_HILANG,
            Level.PERIKSA,
            say(
                "Lembar {lama} tampak seperti {lembar}: judul kolomnya sama. Isinya diperiksa sebagai lembar itu.",
                lama=place.where.sheet,
                lembar=place.text,
            ),
            say("Kembalikan nama lembar {lama} menjadi {lembar}.", lama=place.where.sheet, lembar=place.text),
        )
    for place in remarked(book, remarks.LEMBAR_HILANG):
        sheet = _sheet_named(place.remark)
        title = sheet.title if sheet is not None else place.text
        level = Level.GALAT if sheet is None or sheet.required else Level.CATATAN
        yield place.finding(
            LEMBAR_HILANG,
            level,
            say("Lembar {lembar} tidak ada di berkas ini, sehingga tabelnya tidak diperiksa.", lembar=title),
            say("Kembalikan nama lembarnya menjadi {lembar}, atau salin lembar itu dari template.", lembar=title),
        )


@rule(*LEMBAR_ASING, Level.CATATAN, "Lembar di luar template", SUSUNAN)
def lembar_asing(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: lembar yang judulnya bukan judul lembar template.

    Mengapa penting: isi lembar seperti itu tidak dibaca dan tidak diperiksa; pengguna perlu tahu.

    Contoh yang ditemukan: lembar "Hitungan Bidang" yang ditambahkan sendiri.
    Contoh yang lolos: lembar template yang dipindah urutannya.

    Cara memperbaiki: biarkan bila memang lembar bantu. Bila isinya harus diperiksa, pindahkan ke lembar template.
    """
    for place in remarked(book, remarks.LEMBAR_ASING):
        near = say(" (mungkin maksudnya {0})", place.text) if place.text else ""
        yield place.finding(
            LEMBAR_ASING,
            Level.CATATAN,
            say(
                "Lembar {lembar} bukan bagian dari template{dekat}; isinya tidak diperiksa.",
                lembar=place.where.sheet,
                dekat=near,
            ),
            say("Biarkan bila hanya lembar bantu; bila berisi tabel laporan, pindahkan isinya ke lembar template."),
        )


@rule(*LEMBAR_TERSEMBUNYI, Level.PERIKSA, "Lembar tersembunyi", SUSUNAN)
def lembar_tersembunyi(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: lembar yang disembunyikan.

    Mengapa penting: angka yang tidak terlihat tetap dibaca dan tetap diperiksa; pembaca berkas dapat terkejut.

    Contoh yang ditemukan: lembar "Data Dasar" disembunyikan (Hide).
    Contoh yang lolos: semua lembar terlihat.

    Cara memperbaiki: klik kanan pada deretan nama lembar, pilih Unhide (Tampilkan), lalu periksa isinya.
    """
    for place in remarked(book, remarks.LEMBAR_TERSEMBUNYI):
        yield place.finding(
            LEMBAR_TERSEMBUNYI,
            Level.PERIKSA,
            say("Lembar {lembar} tersembunyi; isinya tetap dibaca dan diperiksa.", lembar=place.where.sheet),
            say("Tampilkan lembar itu dan pastikan isinya memang untuk laporan ini."),
        )


@rule(*LEMBAR_GANDA, Level.GALAT, "Dua lembar dengan judul yang sama", SUSUNAN)
def lembar_ganda(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: dua lembar yang sama-sama dikenali sebagai satu lembar template.

    Mengapa penting: hanya satu yang dapat dibaca; angka di lembar kedua tidak diperiksa.

    Contoh yang ditemukan: "Capaian IKU" dan "capaian-iku" dalam satu berkas.
    Contoh yang lolos: "Capaian IKU" dan salinannya "Capaian IKU (2)".

    Cara memperbaiki: gabungkan isinya ke satu lembar, lalu hapus atau ganti nama yang lain.
    """
    for place in remarked(book, remarks.LEMBAR_GANDA):
        kept = place.text
        yield place.finding(
            LEMBAR_GANDA,
            Level.GALAT,
            say(
                "Lembar {lembar} terbaca sama dengan lembar {lain}; yang diperiksa hanya lembar {lain}.",
                lembar=place.where.sheet,
                lain=kept,
            ),
            say("Gabungkan isinya ke satu lembar, lalu hapus atau ganti nama yang lain."),
        )


@rule(*KOLOM_HILANG, Level.GALAT, "Kolom template tidak ada", SUSUNAN)
def kolom_hilang(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: setiap kolom (pada lembar isian: setiap baris) template ada, dikenali dari judulnya.

    Mengapa penting: tanpa kolom wajib, hitungan baris itu tidak dapat diperiksa: galat. Kolom angka yang boleh
    kosong dilaporkan untuk diperiksa, kolom lain sebagai catatan. Kolom yang dihitung alat boleh tidak ada.

    Contoh yang ditemukan: judul kolom "Target 2024" diganti menjadi "T1".
    Contoh yang lolos: kolom dipindah, disembunyikan, atau ditulis "TARGET TAHUN 2024".

    Cara memperbaiki: kembalikan judul kolom seperti di template; urutannya bebas.
    """
    places: Directory | None = None
    for place in remarked(book, remarks.KOLOM_HILANG):
        places = places or Directory(book)
        named = field_named(place.sheet, place.text, places.years) if place.sheet is not None else None
        level = Level.GALAT if named is None else _weight(named[0])
        if level is None:
            continue
        heading = place.text if named is None else named[1]
        yield place.finding(
            KOLOM_HILANG,
            level,
            say(
                "{jenis} {judul} tidak ditemukan di lembar {lembar}.",
                judul=heading,
                lembar=place.where.sheet,
                jenis=say("Baris isian") if place.sheet is not None and place.sheet.form else say("Kolom"),
            ),
            say("Tulis kembali judul {judul} seperti di template; letaknya bebas.", judul=heading),
        )


@rule(*KOLOM_ASING, Level.CATATAN, "Kolom di luar template", SUSUNAN)
def kolom_asing(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: kolom yang judulnya tidak dikenal di lembar itu.

    Mengapa penting: isinya tidak dibaca; bila itu sebenarnya kolom template yang salah tulis, angkanya terlewat.

    Contoh yang ditemukan: kolom "Catatan Bidang", atau "Realisai 2024".
    Contoh yang lolos: semua judul seperti di template.

    Cara memperbaiki: biarkan bila kolom tambahan; bila salah tulis, betulkan judulnya.
    """
    for place in remarked(book, remarks.KOLOM_ASING, remarks.KOLOM_TAHUN_LAIN):
        yield place.finding(
            KOLOM_ASING,
            Level.CATATAN,
            say("Kolom {judul} di {sel} tidak dikenal; isinya tidak diperiksa.", judul=place.text, sel=place.where),
            say("Biarkan bila kolom tambahan; bila judulnya salah tulis, betulkan seperti di template."),
        )


@rule(*KOLOM_GANDA, Level.GALAT, "Dua kolom dengan judul yang sama", SUSUNAN)
def kolom_ganda(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: dua kolom satu lembar yang judulnya dikenali sebagai kolom template yang sama.

    Mengapa penting: hanya satu yang dibaca; bila isinya berbeda, tidak jelas mana yang benar.

    Contoh yang ditemukan: kolom "Target 2024" dan "Target" di lembar Capaian IKU.
    Contoh yang lolos: kolom "Target 2024" dan kolom tambahan "Target Triwulan".

    Cara memperbaiki: sisakan satu kolom; ganti judul kolom yang lain atau hapus.
    """
    for place in remarked(book, remarks.KOLOM_GANDA):
        yield place.finding(
            KOLOM_GANDA,
            Level.GALAT,
            say(
                "Judul di {sel} sama artinya dengan judul lain di lembar itu: {judul}. Hanya satu yang diperiksa.",
                judul=place.text,
                sel=place.where,
            ),
            say("Sisakan satu; hapus yang lain atau ganti judulnya."),
        )


@rule(*LEMBAR_KOSONG, Level.GALAT, "Lembar wajib tanpa isi", sources.ISI_LAPORAN)
def lembar_kosong(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: lembar wajib yang ada di berkas tetapi belum berisi satu baris pun.

    Mengapa penting: tabel kosong tidak punya angka yang salah; tanpa temuan ini, diam dapat dikira lolos.

    Contoh yang ditemukan: lembar Realisasi Anggaran hanya berisi judul kolom.
    Contoh yang lolos: lembar Triwulan kosong (tidak wajib).

    Cara memperbaiki: isi lembarnya mulai dari baris di bawah judul kolom.
    """
    filled = {record.sheet for record in book.all_records}
    for seen in book.sheets:
        sheet = next((s for s in TEMPLATE.sheets if s.key == seen.key), None)
        if sheet is None or not sheet.required or sheet.form or sheet.key in filled:
            continue
        place = Directory(book).of(Remark("", Where(seen.title)))
        yield place.finding(
            LEMBAR_KOSONG,
            Level.GALAT,
            say("Lembar {lembar} wajib diisi, tetapi belum ada satu baris pun.", lembar=seen.title),
            say("Isi lembar {lembar} mulai dari baris di bawah judul kolom.", lembar=seen.title),
        )


@rule(*TABEL_BERULANG, Level.PERIKSA, "Tabel yang sama ditempel dua kali dalam satu lembar", SUSUNAN)
def tabel_berulang(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: baris judul kolom kedua, yang di bawahnya mengulang baris-baris di atasnya.

    Mengapa penting: indikator atau program yang sama terbaca dua kali; jumlah dan rata-ratanya keliru. Yang diperiksa
    hanya tabel yang pertama.

    Contoh yang ditemukan: salinan tabel ditempel di bawah tabelnya sendiri, lengkap dengan judul kolomnya.
    Contoh yang lolos: judul kolom yang diulang di awal halaman, dengan baris lain di bawahnya; tabel bernomor lain.

    Cara memperbaiki: hapus tabel kedua, atau isi nomornya di kolom Tabel bila memang tabel lain.
    """
    for place in remarked(book, remarks.JUDUL_ULANG):
        yield place.finding(
            TABEL_BERULANG,
            Level.PERIKSA,
            say(
                "Baris {baris} tampak seperti judul kolom, dan baris di bawahnya sampai baris {akhir} mengulang tabel "
                "di atasnya; isinya tidak diperiksa.",
                baris=place.where.row,
                akhir=place.remark.detail,
            ),
            say(
                "Hapus baris {baris} sampai {akhir}, atau isi nomornya di kolom Tabel bila memang tabel lain.",
                baris=place.where.row,
                akhir=place.remark.detail,
            ),
        )


def _weight(field: Field) -> Level | None:
    """How much a missing column matters; None where the tool computes it anyway."""
    if field.required:
        return Level.GALAT
    if field.role is Role.HITUNGAN:
        return None
    return Level.PERIKSA if field.ukuran and not field.repeats else Level.CATATAN


def _sheet_named(remark: Remark) -> Sheet | None:
    """The declared sheet a remark speaks of, by key or title."""
    words = {remark.detail.casefold(), remark.where.sheet.casefold()}
    return next((s for s in TEMPLATE.sheets if {s.key.casefold(), s.title.casefold()} & words), None)
