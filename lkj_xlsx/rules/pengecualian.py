"""Accepted deviations: which findings an approver has answered for, and entries that answer for nothing.

Validity is judged against a day that the caller names, never against the clock: same input, same output.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.declare import Source, rule
from lkj_xlsx.model.fact import Book, Record
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.model.message import Message, joined, say
from lkj_xlsx.spec.field import plain_title

KEDALUWARSA = "LKJ801", "pengecualian-kedaluwarsa"
TANPA_TEMUAN = "LKJ802", "pengecualian-tanpa-temuan"
TIDAK_LENGKAP = "LKJ803", "pengecualian-tidak-lengkap"
NEVER = ("LKJ1", "LKJ8", "LKJ9")  # the structure, the exceptions themselves, a rule that failed
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
class Entry:
    """One row of the sheet Pengecualian: what it speaks of, who answers for it, and until when."""

    record: Record
    kode: str
    lembar: str
    sel: str
    lacking: tuple[str, ...]
    until: date | None = None

    @classmethod
    def of(cls, record: Record) -> Entry:
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
        return self.record.get("kode_temuan").where

    @property
    def words(self) -> str:
        """Why, by whom and when: `Sudah dibahas bersama Inspektorat (Sekretaris, 12/01/2025)`."""
        day = _day(self.record.text("tanggal"))
        told = f"{day:%d/%m/%Y}" if day is not None else self.record.text("tanggal")
        return f"{self.record.text('alasan')} ({self.record.text('penyetuju')}, {told})"

    def over(self, today: date | None) -> bool:
        """Whether it has run out; its last day still counts, and without a day to judge by nothing has."""
        return self.until is not None and today is not None and self.until < today

    def found(self, code: tuple[str, str], message: Message, step: Message) -> Finding:
        subject = say("pengecualian {0} {1}", self.kode, f"{self.lembar}!{self.sel}")
        return Finding(*code, Level.PERIKSA, message, self.where, subject=subject, step=step)


def accepted(findings: Iterable[Finding], book: Book, today: date | None = None) -> list[Finding]:
    """The findings, those answered for marked as accepted, and with them what is wrong with the entries.

    `today` is the day the entries must still be valid on; None where that is not to be judged.
    """
    findings = list(findings)
    entries = [entry for record in book.records("pengecualian") if not (entry := Entry.of(record)).lacking]
    valid = {entry.key: entry for entry in reversed(entries) if not entry.over(today)}  # the first entry counts
    known = {_key(finding) for finding in findings}
    marked = [
        replace(finding, accepted=valid[_key(finding)].words)
        if _may(finding.code) and _key(finding) in valid
        else finding
        for finding in findings
    ]
    return [*marked, *(told for entry in entries if (told := _told(entry, known, valid.keys(), today)) is not None)]


def _told(entry: Entry, known: Iterable[Key], valid: Iterable[Key], today: date | None) -> Finding | None:
    if not _may(entry.kode):
        return entry.found(
            TANPA_TEMUAN,
            say("Temuan {kode} tidak dapat dikecualikan; baris ini tidak berlaku.", kode=entry.kode),
            say("Selesaikan temuannya, lalu hapus baris {baris} pada lembar Pengecualian.", baris=entry.record.row),
        )
    if entry.key not in known:
        return entry.found(
            TANPA_TEMUAN,
            say(
                "Tidak ada temuan {kode} di {sel}. Mungkin sudah dibetulkan, atau barisnya bergeser.",
                kode=entry.kode,
                sel=f"{entry.lembar}!{entry.sel}",
            ),
            say("Hapus baris {baris} pada lembar Pengecualian, atau betulkan alamatnya.", baris=entry.record.row),
        )
    if entry.over(today) and entry.key not in valid and entry.until is not None:
        return entry.found(
            KEDALUWARSA,
            say(
                "Pengecualian {kode} di {sel} berlaku sampai {akhir}. Temuannya dihitung kembali.",
                kode=entry.kode,
                sel=f"{entry.lembar}!{entry.sel}",
                akhir=f"{entry.until:%d/%m/%Y}",
            ),
            say("Betulkan angkanya, atau mintakan persetujuan baru."),
        )
    return None


def _may(kode: str) -> bool:
    """Whether findings of this code can be accepted at all."""
    return not kode.startswith(NEVER)


def _key(finding: Finding) -> Key:
    where = finding.where or Where("")
    return finding.code, plain_title(where.sheet), where.cell


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
    for entry in map(Entry.of, book.records("pengecualian")):
        if entry.lacking:
            yield entry.found(
                TIDAK_LENGKAP,
                say(
                    "Baris {baris} belum menyebut {kurang}; temuannya tetap dihitung.",
                    baris=entry.record.row,
                    kurang=joined(entry.lacking),
                ),
                say("Lengkapi baris {baris} pada lembar Pengecualian, atau hapus.", baris=entry.record.row),
            )


@rule(*KEDALUWARSA, Level.PERIKSA, "Masa berlaku pengecualian sudah lewat", SUMBER)
def kedaluwarsa(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: Berlaku Sampai dibandingkan dengan tanggal pemeriksaan (pilihan --tanggal; bawaannya hari
    ini). Hari terakhirnya masih berlaku.

    Mengapa penting: persetujuan yang lewat masanya tidak lagi menjawab temuan; temuannya dihitung kembali.

    Contoh yang ditemukan: berlaku sampai 31/12/2024, diperiksa 02/01/2025.
    Contoh yang lolos: Berlaku Sampai kosong; diperiksa tepat pada hari terakhirnya.

    Cara memperbaiki: betulkan angkanya, atau mintakan persetujuan baru.
    """
    return iter(())  # told by `accepted`, which knows the findings and the day


@rule(*TANPA_TEMUAN, Level.PERIKSA, "Pengecualian tanpa temuan", SUMBER)
def tanpa_temuan(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: setiap baris Pengecualian cocok dengan satu temuan: kode, lembar, dan selnya. Temuan susunan
    berkas (LKJ1xx) dan aturan yang gagal (LKJ901) tidak dapat dikecualikan.

    Mengapa penting: baris yang tertinggal dapat menutupi kesalahan lain di kemudian hari.

    Contoh yang ditemukan: LKJ301 di G9, padahal G9 sudah dibetulkan.
    Contoh yang lolos: nama lembar dengan huruf besar yang berbeda; sel ditulis $G$9.

    Cara memperbaiki: hapus barisnya, atau betulkan kode dan alamatnya.
    """
    return iter(())  # told by `accepted`, which knows the findings
