"""Are the formula and the scale chosen that the filled tables need."""

from __future__ import annotations

from collections.abc import Iterator

from lkj_xlsx.measures.efisiensi import OPTION
from lkj_xlsx.measures.skala import scale_of
from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.declare import rule
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.model.message import say
from lkj_xlsx.model.number import Missing
from lkj_xlsx.spec import sources

RUMUS = "LKJ214", "rumus-efisiensi-belum-dipilih"
SKALA = "LKJ215", "skala-belum-ada"
RATED = ("capaian_iku", "target_realisasi")


@rule(*RUMUS, Level.GALAT, "Rumus efisiensi belum dipilih", sources.EFF_1)
def rumus_efisiensi(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: Rumus Efisiensi pada Identitas dan Pengaturan dipilih bila lembar Efisiensi diisi.

    Mengapa penting: daerah memakai rumus yang berlainan, jadi alat ini tidak memilihkan. Tanpa pilihan, kolom efisiensi
    tidak dapat dihitung atau diperiksa.

    Contoh yang ditemukan: lembar Efisiensi berisi baris, Rumus Efisiensi kosong.
    Contoh yang lolos: lembar Efisiensi kosong.

    Cara memperbaiki: pilih rumus yang dipakai kantor; capaian ÷ serapan paling umum.
    """
    record = book.settings.record
    if record is None or book.settings.option(OPTION) or not book.records("efisiensi"):
        return
    place = record.place(OPTION)
    yield Finding(
        *RUMUS,
        Level.GALAT,
        say("Rumus Efisiensi belum dipilih, sehingga kolom efisiensi tidak dapat diperiksa."),
        place,
        label="Rumus Efisiensi",
        step=say("Pilih rumusnya di {sel}; capaian ÷ serapan paling umum.", sel=place),
    )


@rule(*SKALA, Level.PERIKSA, "Skala nilai belum ada", sources.SKALA)
def skala(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: ada skala yang terbaca bila tabel capaian diisi.

    Mengapa penting: tanpa skala, kata predikat tidak dinilai dan tidak diisi.

    Contoh yang ditemukan: pilihan "Sesuai lembar Skala Nilai" sedangkan lembarnya kosong.
    Contoh yang lolos: skala baku dipilih pada Identitas dan Pengaturan.

    Cara memperbaiki: salin skala dari laporan ke lembar Skala Nilai, atau pilih skala baku.
    """
    record, scale = book.settings.record, scale_of(book)
    if record is None or not isinstance(scale, Missing) or not any(book.records(sheet) for sheet in RATED):
        return
    place = record.place("skala")
    yield Finding(
        *SKALA,
        Level.PERIKSA,
        say("Predikat tidak dapat dinilai: {sebab}.", sebab=scale.words),
        place,
        label="Skala Nilai",
        step=say("Isi lembar Skala Nilai, atau pilih skala baku di {sel}.", sel=place),
    )
