"""The years that titles of tables name against the year of the report."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.declare import rule
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.model.message import say
from lkj_xlsx.model.report import natural
from lkj_xlsx.rules.plausibility import JUDUL
from lkj_xlsx.rules.tahun_laporan import printed_year

TAHUN_TABEL = "LKJ347", "tahun-judul-tabel"
OF_THE_YEAR = frozenset(
    (
        *("perjanjian", "capaian_iku", "target_realisasi", "efisiensi", "program_pendukung"),
        *("realisasi_anggaran", "triwulan"),
    )
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LAW = re.compile(r"\b(?:nomor|no\.?)\s*\S+\s+tahun\s+(?:19|20)\d\d", re.IGNORECASE)
_FROM_TO = re.compile(
    r"\b((?:19|20)\d\d)\s*(?:-|–|—|/|s\.?\s?d\.?|sampai(?: dengan)?)\s*((?:19|20)\d\d)\b", re.IGNORECASE
)


@rule(*TAHUN_TABEL, Level.PERIKSA, "Judul tabel menyebut tahun lain", JUDUL)
def tahun_judul(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: judul tabel tahun laporan pada Daftar Tabel menyebut tahun laporan, bila menyebut tahun.

    Mengapa penting: judul yang tersalin dari laporan tahun lalu membuat pembaca mengira angkanya juga.

    Contoh yang ditemukan: "Capaian IKU Tahun 2023" dalam laporan 2024.
    Contoh yang lolos: "Realisasi Tahun 2023 dan 2024"; "Renstra 2023–2026"; tabel Renstra, tahun lalu, dan data dasar;
    tahun pada nomor peraturan.

    Cara memperbaiki: betulkan judulnya, atau Tahun Laporan bila itu yang keliru.
    """
    tahun = book.settings.tahun
    if not tahun or printed_year(book) is not None:
        return
    now = {natural(record.tabel) for key in OF_THE_YEAR for record in book.records(key) if record.tabel}
    for record in book.records("daftar_tabel"):
        value = record.get("judul")
        years = _years(value.text)
        if not years or tahun in years or natural(record.text("nomor")) not in now:
            continue
        named = ", ".join(str(year) for year in sorted(years))
        yield Finding(
            *TAHUN_TABEL,
            Level.PERIKSA,
            say("Judul tabel menyebut {lama}, sedangkan laporan ini tahun {baru}.", lama=named, baru=tahun),
            value.where,
            record.text("nomor"),
            stated=value.text,
            step=say(
                "Ganti tahunnya di {sel} dengan {baru}, bila isi tabelnya memang tahun itu.",
                sel=value.where,
                baru=tahun,
            ),
            label=say("judul tabel"),
            year=tahun,
        )


def _years(title: str) -> set[int]:
    """The years that a title speaks of: those between two with a dash as well, those of a regulation not."""
    plain = _LAW.sub("", title)
    years = {int(year) for year in _YEAR.findall(plain)}
    for first, last in _FROM_TO.findall(plain):
        years |= set(range(int(first), int(last) + 1))
    return years
