"""The sheet Pengecualian: its entries, each with what it speaks of, who answers for it, and until when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.declare import Source, page, rule
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.model.message import Message, joined, say
from lkj_xlsx.model.record import Record
from lkj_xlsx.spec.field import plain_title

KEDALUWARSA = "LKJ801", "pengecualian-kedaluwarsa"
TANPA_TEMUAN = "LKJ802", "pengecualian-tanpa-temuan"
TIDAK_LENGKAP = "LKJ803", "pengecualian-tidak-lengkap"
NEEDED = {
    "kode_temuan": say("kode temuan"),
    "lembar": say("lembar"),
    "sel": say("sel"),
    "alasan": say("alasan"),
    "penyetuju": say("penyetuju"),
    "tanggal": say("tanggal"),
}
SUMBER = Source("TPL-3", "Penyimpangan diterima hanya dengan alasan, penyetuju, dan tanggal", "D")
Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Pengecualian:
    """One row of the sheet Pengecualian: what it speaks of, who answers for it, and until when."""

    record: Record
    kode: str
    lembar: str
    sel: str
    lacking: tuple[str, ...]
    until: date | None = None

    @classmethod
    def of(cls, record: Record) -> Pengecualian:
        lacking = [word for key, word in NEEDED.items() if not record.text(key)]
        for key, word in (("tanggal", say("tanggal")), ("berlaku", say("masa berlaku"))):
            if record.text(key) and _day(record.text(key)) is None:
                lacking.append(say("{0} yang terbaca", word))
        cell = "".join(record.text("sel").split()).replace("$", "").upper()
        kode = "".join(record.text("kode_temuan").split()).upper()
        return cls(record, kode, record.text("lembar"), cell, tuple(lacking), _day(record.text("berlaku")))

    @property
    def key(self) -> Key:
        return self.kode, plain_title(self.lembar), self.sel

    @property
    def where(self) -> Where:
        return self.record.place("kode_temuan")

    @property
    def words(self) -> str:
        """Why, by whom and when: `Sudah dibahas bersama Inspektorat (Sekretaris, 12/01/2025)`."""
        day = _day(self.record.text("tanggal"))
        when = f"{day:%d/%m/%Y}" if day is not None else self.record.text("tanggal")
        return f"{self.record.text('alasan')} ({self.record.text('penyetuju')}, {when})"

    def over(self, today: date | None) -> bool:
        """Whether it has run out; its last day still counts, and without a day to judge by nothing has."""
        return self.until is not None and today is not None and self.until < today

    def finding(self, code: tuple[str, str], message: Message, step: Message) -> Finding:
        subject = say("pengecualian {0} {1}", self.kode, f"{self.lembar}!{self.sel}")
        return Finding(*code, Level.PERIKSA, message, self.where, subject=subject, step=step)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


@rule(*TIDAK_LENGKAP, Level.PERIKSA, "Pengecualian belum lengkap", SUMBER)
def tidak_lengkap(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: setiap baris Pengecualian menyebut kode temuan, lembar, sel, alasan, penyetuju, dan tanggal.

    Mengapa penting: penyimpangan tanpa penanggung jawab tidak diterima; temuannya tetap dihitung.

    Contoh yang ditemukan: kolom Disetujui Oleh kosong.
    Contoh yang lolos: Berlaku Sampai kosong, yang berarti tanpa batas waktu.

    Cara memperbaiki: lengkapi barisnya, atau hapus.
    """
    for entry in map(Pengecualian.of, book.records("pengecualian")):
        if entry.lacking:
            yield entry.finding(
                TIDAK_LENGKAP,
                say(
                    "Baris {baris} belum menyebut {kurang}; temuannya tetap dihitung.",
                    baris=entry.record.row,
                    kurang=joined(entry.lacking),
                ),
                say("Lengkapi baris {baris} pada lembar Pengecualian, atau hapus.", baris=entry.record.row),
            )


kedaluwarsa = page(
    *KEDALUWARSA,
    Level.PERIKSA,
    "Masa berlaku pengecualian sudah lewat",
    SUMBER,
    """Apa yang diperiksa: Berlaku Sampai dibandingkan dengan tanggal pemeriksaan (pilihan --tanggal; bawaannya hari
    ini). Hari terakhirnya masih berlaku.

    Mengapa penting: persetujuan yang lewat masanya tidak lagi menjawab temuan; temuannya dihitung kembali.

    Contoh yang ditemukan: berlaku sampai 31/12/2024, diperiksa 02/01/2025.
    Contoh yang lolos: Berlaku Sampai kosong; diperiksa tepat pada hari terakhirnya.

    Cara memperbaiki: betulkan angkanya, atau mintakan persetujuan baru.
    """,
)


tanpa_temuan = page(
    *TANPA_TEMUAN,
    Level.PERIKSA,
    "Pengecualian tanpa temuan",
    SUMBER,
    """Apa yang diperiksa: setiap baris Pengecualian cocok dengan satu temuan: kode, lembar, dan selnya. Temuan susunan
    berkas (LKJ1xx) dan aturan yang gagal (LKJ901) tidak dapat dikecualikan.

    Mengapa penting: baris yang tertinggal dapat menutupi kesalahan lain di kemudian hari.

    Contoh yang ditemukan: LKJ301 di G9, padahal G9 sudah dibetulkan.
    Contoh yang lolos: nama lembar dengan huruf besar yang berbeda; sel ditulis $G$9.

    Cara memperbaiki: hapus barisnya, atau betulkan kode dan alamatnya.
    """,
)
