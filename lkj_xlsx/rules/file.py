"""What the file carries beside its tables: programs and ties to other files."""

from __future__ import annotations

from collections.abc import Iterator

from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.declare import Source, rule
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.model.message import say
from lkj_xlsx.spec import remarks

BACA = Source("TPL-5", "Cara alat ini membaca: makro tidak dijalankan, berkas lain tidak dibuka", "D")

MAKRO = "LKJ109", "makro"
TAUTAN_LUAR = "LKJ110", "tautan-luar"


@rule(*MAKRO, Level.CATATAN, "Berkas memuat makro", BACA)
def makro(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: berkas membawa program (makro VBA atau lembar makro), biasanya berakhiran .xlsm.

    Mengapa penting: makro dapat mengubah angka saat berkas dibuka. Alat ini tidak menjalankannya dan membaca angka
    yang tersimpan; buku kerja hasil tidak membawa makro.

    Contoh yang ditemukan: template yang disimpan sebagai Excel Macro-Enabled Workbook.
    Contoh yang lolos: template berakhiran .xlsx.

    Cara memperbaiki: simpan sebagai Excel Workbook (.xlsx) bila makronya tidak diperlukan.
    """
    if any(remark.kind == remarks.MAKRO for remark in book.remarks):
        yield Finding(
            *MAKRO,
            Level.CATATAN,
            say("Berkas ini memuat makro. Makro tidak dijalankan; yang diperiksa adalah angka yang tersimpan."),
            None,
            step=say("Bila makronya tidak diperlukan, simpan sebagai Excel Workbook (.xlsx)."),
        )


@rule(*TAUTAN_LUAR, Level.PERIKSA, "Rumus merujuk berkas lain", BACA)
def tautan_luar(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: berkas terhubung ke buku kerja lain melalui rumusnya.

    Mengapa penting: angka yang diambil dari berkas lain tidak dapat dihitung ulang dari berkas ini. Bila berkas lain
    itu berubah atau hilang, angka di sini tertinggal tanpa tanda. Berkas lain tidak pernah dibuka oleh alat ini.

    Contoh yang ditemukan: ='[anggaran.xlsx]DPA'!F12; data dari program lain lewat DDE.
    Contoh yang lolos: rumus yang hanya merujuk lembar di berkas yang sama.

    Cara memperbaiki: di Excel pilih Data, Edit Links, Break Link, sehingga angkanya menjadi angka biasa; atau salin
    tabel sumbernya ke lembar Data Dasar.
    """
    programs = sorted({remark.detail for remark in book.remarks if remark.kind == remarks.TAUTAN_PROGRAM})
    if programs:
        yield Finding(
            *TAUTAN_LUAR,
            Level.PERIKSA,
            say(
                "Rumus di berkas ini mengambil data dari program lain (DDE), yang tidak dijalankan: {program}.",
                program=_listed(programs),
            ),
            None,
            step=say("Ganti rumusnya dengan angkanya; jangan izinkan Excel memperbarui tautan yang tidak dikenal."),
        )
    files = sorted({remark.detail for remark in book.remarks if remark.kind == remarks.TAUTAN_LUAR})
    if files:
        yield Finding(
            *TAUTAN_LUAR,
            Level.PERIKSA,
            say(
                "Rumus di berkas ini merujuk {jumlah} berkas lain, yang tidak dibuka: {berkas}.",
                jumlah=len(files),
                berkas=_listed(files),
            ),
            None,
            step=say("Putuskan tautannya (Data, Edit Links, Break Link), lalu pastikan angkanya masih benar."),
        )


def _listed(names: list[str]) -> str:
    return ", ".join(name[:200] for name in names[:5]) + (", ..." if len(names) > 5 else "")
