"""What the file holds and a spreadsheet program does not show: it is read, and told."""

from __future__ import annotations

from collections.abc import Iterator

from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.declare import Source, rule
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.model.message import say
from lkj_xlsx.model.number import brief
from lkj_xlsx.rules.places import RemarkedCell, remarked
from lkj_xlsx.spec import remarks

TERLIHAT = Source("TPL-6", "Yang terlihat di Excel dan yang tersimpan di berkas harus sama", "D")

ISI_GANDA = "LKJ111", "isi-ganda"
TERTUTUP = "LKJ112", "isi-tertutup-gabungan"
TERSEMBUNYI = "LKJ113", "baris-kolom-tersembunyi"
TANPA_FORMAT = "LKJ114", "format-angka-hilang"
_HIDDEN = {
    remarks.BARIS_TERSEMBUNYI: say("Baris {mana} di lembar {lembar} tersembunyi; isinya tetap dibaca dan diperiksa."),
    remarks.KOLOM_TERSEMBUNYI: say("Kolom {mana} di lembar {lembar} tersembunyi; isinya tetap dibaca dan diperiksa."),
}


@rule(*ISI_GANDA, Level.PERIKSA, "Satu sel tersimpan dua kali", TERLIHAT)
def isi_ganda(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: sel yang tersimpan lebih dari sekali di dalam berkas dengan isi yang berbeda.

    Mengapa penting: Excel dan LibreOffice tidak pernah menulisnya begitu; program satu dapat menampilkan isi yang
    pertama, program lain isi yang terakhir. Yang diperiksa adalah isi yang terakhir, seperti di LibreOffice.

    Contoh yang ditemukan: G7 tersimpan dua kali, dengan isi 83,72 dan 93,72.
    Contoh yang lolos: setiap sel tersimpan sekali.

    Cara memperbaiki: buka berkasnya di Excel, pastikan angka yang tampak benar, lalu simpan.
    """
    for place in remarked(book, remarks.ISI_GANDA):
        yield place.finding(
            ISI_GANDA,
            Level.PERIKSA,
            say(
                "{sel} tersimpan lebih dari sekali di dalam berkas dengan isi berbeda; yang dibaca isi terakhir{isi}.",
                sel=place.where,
                isi=_content(place),
            ),
            say("Buka berkasnya di Excel, pastikan isi {sel} benar, lalu simpan.", sel=place.where),
        )


@rule(*TERTUTUP, Level.PERIKSA, "Isi tertutup sel gabungan", TERLIHAT)
def tertutup(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: sel tabel yang berisi, tetapi tertutup sel gabungan (Merge) yang menampilkan isi lain.

    Mengapa penting: isinya tidak terlihat dan tidak tercetak, tetapi tetap dibaca dan tetap dihitung oleh rumus.

    Contoh yang ditemukan: G7:G9 digabung dan menampilkan 80,00, sedangkan di G8 masih tersimpan 75,00.
    Contoh yang lolos: sel gabungan yang hanya berisi di sel pertamanya, atau yang isinya sama semua.

    Cara memperbaiki: batalkan gabungannya (Unmerge Cells), hapus atau betulkan isi yang tertutup, lalu gabungkan lagi.
    """
    for place in remarked(book, remarks.TERTUTUP):
        yield place.finding(
            TERTUTUP,
            Level.PERIKSA,
            say(
                "{judul} di {sel} berisi {isi}, tetapi tertutup sel gabungan{tampak}; isi itu yang dibaca.",
                judul=place.heading,
                sel=place.where,
                isi=brief(place.value.text) if place.value is not None and place.value.text else say("sesuatu"),
                tampak=say(" yang menampilkan {0}", brief(place.remark.detail)) if place.remark.detail else "",
            ),
            say("Batalkan gabungan di {sel} (Unmerge Cells), lalu betulkan isi yang tertutup.", sel=place.where),
        )


@rule(*TERSEMBUNYI, Level.PERIKSA, "Baris atau kolom tabel tersembunyi", TERLIHAT)
def tersembunyi(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: baris atau kolom tabel yang berisi tetapi disembunyikan, juga oleh saringan (filter).

    Mengapa penting: angka yang tidak terlihat tetap dibaca, dijumlahkan, dan diperiksa; pembaca berkas dapat terkejut.

    Contoh yang ditemukan: baris 7 sampai 9 lembar Realisasi Anggaran disembunyikan (Hide).
    Contoh yang lolos: baris kosong yang disembunyikan; kolom bantu di luar template.

    Cara memperbaiki: tampilkan (Unhide, atau hapus saringannya), lalu pastikan isinya memang untuk laporan ini.
    """
    for place in remarked(book, *_HIDDEN):
        yield place.finding(
            TERSEMBUNYI,
            Level.PERIKSA,
            say(_HIDDEN[place.remark.kind], mana=brief(place.remark.detail), lembar=place.where.sheet),
            say("Tampilkan (Unhide, atau hapus saringannya) dan pastikan isinya memang untuk laporan ini."),
        )


@rule(*TANPA_FORMAT, Level.PERIKSA, "Format angka tidak ada di berkas", TERLIHAT)
def tanpa_format(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: sel yang menyebut format angka (persen, tanggal, desimal), padahal format itu tidak ada di
    dalam berkas. Satu temuan untuk tiap lembar.

    Mengapa penting: tanpa format, 0,83 tidak dapat dibedakan dari 83 %, dan tanggal tampak sebagai angka biasa. Angka
    dibaca seperti tersimpan, sebagaimana LibreOffice menampilkannya.

    Contoh yang ditemukan: berkas buatan aplikasi yang bagian formatnya (styles) hilang.
    Contoh yang lolos: berkas yang disimpan Excel atau LibreOffice.

    Cara memperbaiki: buka di Excel, pulihkan format kolom-kolom angkanya, lalu simpan.
    """
    for place in remarked(book, remarks.TANPA_FORMAT):
        yield place.finding(
            TANPA_FORMAT,
            Level.PERIKSA,
            say(
                "Format angka lembar {lembar} (mulai {sel}) tidak ada di dalam berkas; angka dibaca tanpa persen dan "
                "tanpa tanggal.",
                lembar=place.where.sheet,
                sel=place.where.cell,
            ),
            say("Buka di Excel, pastikan format kolom-kolom angkanya, lalu simpan."),
        )


def _content(place: RemarkedCell) -> str:
    return say(" ({0})", brief(place.remark.detail)) if place.remark.detail else ""
