"""Can every figure be read: the content of numeric cells."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.declare import Source, rule
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.model.message import Message, say
from lkj_xlsx.model.number import brief
from lkj_xlsx.rules.places import RemarkedCell, by_column, remarked
from lkj_xlsx.spec import remarks
from lkj_xlsx.spec.field import Role

TULISAN = Source("NUM-1", "Tanda desimal yang bercampur, seperti dijumpai dalam laporan yang terbit", "D")
PERSEN = Source("NUM-5", "Persen dapat tersimpan sebagai 83,72 atau 0,8372; ditentukan per kolom", "D")
SEL = Source("NUM-4", "Isi sel dan bentuk tampilannya menentukan angka yang tertulis", "D")

TAK_TERBACA = "LKJ205", "angka-tak-terbaca"
TANGGAL = "LKJ207", "angka-menjadi-tanggal"
LOGIKA = "LKJ208", "nilai-logika"
GALAT_SEL = "LKJ209", "sel-galat"
TANPA_HASIL = "LKJ210", "rumus-tanpa-hasil"
TANDA_BACA = "LKJ211", "tanda-baca"
TITIK_DESIMAL = "LKJ212", "titik-desimal"
PERSEN_CAMPUR = "LKJ213", "persen-campur"
_MOMENTS = {
    remarks.TANGGAL: say("{judul} di {sel} berisi tanggal ({isi}), bukan angka."),
    remarks.JAM: say("{judul} di {sel} berisi jam ({isi}), bukan angka."),
    remarks.LAMA: say("{judul} di {sel} berisi lama waktu ({isi}), bukan angka."),
}
_DOUBTFUL = re.compile(r"(?<![\d.,])(\d+)([.,])(\d{3})(?![\d.,]*\d)")  # one mark before three digits
_NAMED = re.compile(r"\b(?:ribu|ratus|juta|mili?ar|milyar|triliun|trilyun)\b", re.IGNORECASE)
_BESIDE = re.compile(r"^-?\d[\d.,]*\s+[^\d\s]|^[A-Za-z][^\d]*\s-?\d[\d.,]*$")  # a figure and words beside it


@rule(*TAK_TERBACA, Level.GALAT, "Angka tidak terbaca", TULISAN)
def tak_terbaca(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: teks di kolom angka yang tidak dapat dibaca sebagai angka, juga dua angka (rentang) di tempat
    yang hanya dapat berisi satu: persen, capaian, serapan, efisiensi, sisa, dan rupiah.

    Mengapa penting: angka yang tidak terbaca tidak ikut dihitung, dan alat tidak pernah menebak.

    Contoh yang ditemukan: "98,1o" (huruf o), "1.234.56", "sekitar 80"; capaian "100,00 s.d. 105,00".
    Contoh yang lolos: "83,72 %", "Rp 1.250.000,-", "BB (76,8)", "1,51 % (233 Unit)", "-".

    Cara memperbaiki: ketik ulang angkanya dengan koma sebagai tanda desimal; satuannya ditulis di kolom Satuan.
    """
    for place in remarked(book, remarks.RENTANG):
        yield place.finding(
            TAK_TERBACA,
            Level.GALAT,
            say('{judul} di {sel} berisi rentang "{isi}", padahal hitungannya memberi satu angka.', **_slots(place)),
            say("Ketik satu angka di {sel}, atau kosongkan agar dihitung alat.", sel=place.where)
            if place.field is not None and place.field.role is Role.HITUNGAN
            else say("Ketik satu angka di {sel}.", sel=place.where),
            stated=place.text,
        )
    for place in remarked(book, remarks.TAK_TERBACA):
        yield place.finding(
            TAK_TERBACA,
            Level.GALAT,
            say('{judul} di {sel} berisi "{isi}", yang tidak terbaca sebagai angka.', **_slots(place)),
            _retype(place),
            stated=brief(place.text),
        )


def _retype(place: RemarkedCell) -> Message:
    """The next step at an unreadable figure: where words or a large number's name stand beside it, only the figure."""
    big = _NAMED.search(place.text)
    if big:
        return say(
            "Ketik angka lengkapnya di {sel}, tanpa kata {kata}: 2,5 juta menjadi 2500000.",
            sel=place.where,
            kata=big[0],
        )
    if _BESIDE.match(place.text):
        return say("Ketik angkanya saja di {sel}; satuannya cukup di kolom Satuan lembar Indikator.", sel=place.where)
    return say("Ketik ulang angkanya di {sel}; koma untuk desimal, titik untuk ribuan.", sel=place.where)


@rule(*TANGGAL, Level.GALAT, "Tanggal di kolom angka", SEL)
def tanggal(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: sel angka yang isinya tanggal, jam, atau lama waktu.

    Mengapa penting: Excel mengubah ketikan seperti 1/8 atau 1.5 menjadi tanggal; angka aslinya sudah hilang.

    Contoh yang ditemukan: Target berisi 1 Mei 2024; Realisasi berformat [h]:mm yang menampilkan 36:30.
    Contoh yang lolos: 1,5.

    Cara memperbaiki: ubah format sel menjadi General (Umum), lalu ketik ulang angkanya.
    """
    for place in remarked(book, *_MOMENTS):
        yield place.finding(
            TANGGAL,
            Level.GALAT,
            say(_MOMENTS[place.remark.kind], **_slots(place)),
            say("Ubah format sel {sel} menjadi General (Umum), lalu ketik ulang angkanya.", sel=place.where),
            stated=place.text,
        )


@rule(*LOGIKA, Level.GALAT, "BENAR/SALAH di kolom angka", SEL)
def logika(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: sel angka yang berisi TRUE atau FALSE (BENAR atau SALAH).

    Mengapa penting: nilai itu biasanya sisa rumus perbandingan; Excel dapat menghitungnya sebagai 1 atau 0.

    Contoh yang ditemukan: Realisasi berisi TRUE.
    Contoh yang lolos: 1.

    Cara memperbaiki: ganti dengan angkanya.
    """
    for place in remarked(book, remarks.LOGIKA):
        yield place.finding(
            LOGIKA,
            Level.GALAT,
            say("{judul} di {sel} berisi {isi}, bukan angka.", **_slots(place)),
            say("Ganti isi {sel} dengan angkanya.", sel=place.where),
            stated=place.text,
        )


@rule(*GALAT_SEL, Level.GALAT, "Sel berisi kode galat", SEL)
def galat_sel(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: sel yang menampilkan #DIV/0!, #REF!, #N/A, #VALUE!, dan sejenisnya.

    Mengapa penting: rumusnya gagal, dan semua hitungan yang memakai sel itu ikut gagal.

    Contoh yang ditemukan: Capaian menampilkan #DIV/0! karena target kosong.
    Contoh yang lolos: rumus yang hasilnya angka.

    Cara memperbaiki: betulkan rumusnya, atau hapus dan ketik angkanya. Kolom hitungan boleh dikosongkan. Pada #VALUE!
    periksa dulu sel yang dirujuk rumus: angka yang diketik bersama satuannya ("262 Orang") adalah teks bagi rumus.
    """
    for place in remarked(book, remarks.GALAT_SEL):
        yield place.finding(
            GALAT_SEL,
            Level.GALAT,
            say("{judul} di {sel} menampilkan {isi}: rumusnya gagal.", **_slots(place)),
            say(
                "Rumus di {sel} memakai sel berisi teks, misalnya angka yang diketik bersama satuannya; "
                "ketik angkanya saja di sel itu.",
                sel=place.where,
            )
            if place.text == "#VALUE!"
            else say("Betulkan rumus di {sel}, atau ganti dengan angkanya.", sel=place.where),
            stated=place.text,
        )


@rule(*TANPA_HASIL, Level.GALAT, "Rumus tanpa hasil tersimpan", SEL)
def tanpa_hasil(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: rumus yang hasilnya tidak ikut tersimpan di berkas. Satu temuan untuk tiap lembar.

    Mengapa penting: berkas yang dibuat program lain dan belum pernah dibuka di Excel tidak memuat hasil rumus;
    alat ini tidak menganggapnya kosong atau nol, dan tidak menebak hasilnya.

    Contoh yang ditemukan: berkas hasil ekspor aplikasi, langsung diperiksa.
    Contoh yang lolos: berkas yang sama setelah dibuka dan disimpan di Excel atau LibreOffice.

    Cara memperbaiki: buka dan simpan di Excel/LibreOffice, lalu periksa lagi.
    """
    sheets: dict[str, list[RemarkedCell]] = {}
    for place in remarked(book, remarks.TANPA_HASIL):
        sheets.setdefault(place.where.sheet, []).append(place)
    for first, *rest in sheets.values():
        yield first.finding(
            TANPA_HASIL,
            Level.GALAT,
            say(
                "{judul} di {sel}{lain} berisi rumus yang hasilnya tidak tersimpan.",
                **_slots(first),
                lain=_others(rest),
            ),
            say("Buka dan simpan berkas ini di Excel/LibreOffice, lalu periksa lagi."),
            related=tuple(place.where for place in rest),
        )


@rule(*TANDA_BACA, Level.CATATAN, "Tanda baca berlebih pada angka", TULISAN)
def tanda_baca(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: koma atau titik yang tersisa di belakang angka.

    Mengapa penting: angkanya masih terbaca, tetapi tersimpan sebagai teks dan tercetak salah.

    Contoh yang ditemukan: "3,50, %", dibaca 3,50.
    Contoh yang lolos: "3,50 %"; "Rp 31.000.000,-".

    Cara memperbaiki: hapus tanda baca yang berlebih.
    """
    for place in remarked(book, remarks.TANDA_BACA):
        read = place.value.shown if place.value is not None else ""
        yield place.finding(
            TANDA_BACA,
            Level.CATATAN,
            say(
                '{judul} di {sel} tertulis "{isi}": ada tanda baca berlebih{dibaca}.',
                **_slots(place),
                dibaca=say("; dibaca sebagai {0}", read) if read else "",
            ),
            say("Hapus tanda baca yang berlebih di {sel}.", sel=place.where),
            stated=place.text,
        )


@rule(*TITIK_DESIMAL, Level.CATATAN, "Titik sebagai tanda desimal", TULISAN)
def titik_desimal(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: angka yang diketik sebagai teks dengan titik desimal. Satu catatan untuk tiap kolom.

    Mengapa penting: laporan berbahasa Indonesia memakai koma; titik mudah terbaca sebagai pemisah ribuan.

    Contoh yang ditemukan: "4.5 %" di antara "4,47 %" dan "109,34 %".
    Contoh yang lolos: "4,5 %"; sel yang berisi angka, apa pun bentuk tampilannya.

    Cara memperbaiki: ganti titik dengan koma.
    """
    for place, rest in by_column(remarked(book, remarks.TITIK_DESIMAL)):
        yield place.finding(
            TITIK_DESIMAL,
            Level.CATATAN,
            say(
                '{judul} di {sel}{lain} memakai titik sebagai tanda desimal: "{isi}".',
                **_slots(place),
                lain=_others(rest),
            ),
            say("Ganti titik desimal dengan koma."),
            stated=place.text,
            related=rest,
        )


@rule(*PERSEN_CAMPUR, Level.PERIKSA, "Persen dan pecahan bercampur dalam satu kolom", PERSEN)
def persen_campur(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: kolom persen yang sebagian selnya tampak ditulis sebagai pecahan (0,84 untuk 84 %).

    Mengapa penting: selisih seratus kali lipat mengubah predikat dan rata-rata. Alat tidak menebak: angka dibaca
    seperti tertulis. Satu temuan untuk tiap kolom.

    Contoh yang ditemukan: 83,72 · 0,9810 · 101,45 dalam satu kolom Capaian (%), tanpa format persen.
    Contoh yang lolos: kolom yang seluruhnya 83,72 · 98,10; kolom yang seluruhnya berformat persen.

    Cara memperbaiki: tulis semua sel kolom itu dengan cara yang sama, sebaiknya 83,72.
    """
    for place, rest in by_column(remarked(book, remarks.PERSEN_CAMPUR)):
        yield place.finding(
            PERSEN_CAMPUR,
            Level.PERIKSA,
            say(
                "{judul} di {sel}{lain} tampak sebagai pecahan ({isi}), padahal sel lain di kolom itu persen.",
                **_slots(place),
                lain=_others(rest),
            ),
            say("Samakan cara menulis persen di kolom {judul}, misalnya 83,72.", judul=place.heading),
            stated=place.text,
            related=rest,
        )


def _slots(place: RemarkedCell) -> dict[str, object]:
    return {"judul": place.heading, "sel": place.where, "isi": brief(place.text)}


def _others(rest: list[RemarkedCell] | tuple[Where, ...]) -> str:
    return say(" dan {0} sel lain", len(rest)) if rest else ""
