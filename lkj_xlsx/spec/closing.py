"""The words by which a row closes a table: a total, a mean, or the names of those who sign below it."""

from __future__ import annotations

import re

from lkj_xlsx.spec.field import plain_title

SHEETS = frozenset(  # whose tables may end in such rows
    (
        "perjanjian",
        "capaian_iku",
        "target_realisasi",
        "tahun_lalu",
        "renstra",
        "efisiensi",
        "program_pendukung",
        "realisasi_anggaran",
        "triwulan",
    )
)
_TOTAL = re.compile(r"(?:(?:grand|sub) )?(?:jumlah|jml|total)\b")
_MEAN = re.compile(
    r"(?:(?:nilai|capaian|persentase|tingkat|jumlah|total) )?(?:rata rata|ratarata|rata2|rerata|average|mean)\b"
)
_ENDS_IN_MEAN = re.compile(r"\b(?:rata rata|rerata)\b")
_BOTH = re.compile(
    r"(?:jumlah|jml|total)\s*(?:/|&|\bdan\b)\s*(?:rata|rerata)|rata\s*(?:/|&|\bdan\b)\s*(?:jumlah|total)"
)
_MAY = re.compile(r"\W*(?:jumlah|jml|total|grand|sub|rata|rerata|average|mean|nilai|capaian|persentase|tingkat)", re.I)
_BARE = frozenset(
    (
        *("jumlah", "jml", "total", "grand", "sub", "umum", "besar", "akhir", "keseluruhan", "seluruh", "seluruhnya"),
        *("semua", "rata", "ratarata", "rata2", "rerata", "average", "mean", "nilai", "capaian", "kinerja"),
        *("persentase", "tingkat", "dan"),
    )
)
_MORE = _BARE | frozenset(
    (
        *("pagu", "anggaran", "belanja", "realisasi", "serapan", "penyerapan", "sisa", "efisiensi", "keuangan", "rp"),
        *("rupiah", "program", "kegiatan", "sasaran", "strategis", "indikator", "utama", "iku", "ikk", "ikd", "tahun"),
        *("ini", "renstra", "target", "terhadap", "s", "d", "opd", "dinas", "perangkat", "daerah", "organisasi"),
        *("untuk", "pada", "kemajuan", "progres", "fisik", "triwulan", "ke"),
        *("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"),
    )
)
_DETAIL = re.compile(r"\s*(?:(?:[a-z]|\d{1,2}|[ivx]{1,4})[.)]\s*(?=\D)|[-–•*>]\s*\w)", re.IGNORECASE)
_MONTHS = "januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|nopember|desember"
_OFFICES = (
    r"mengetahui|menyetujui|disahkan|disetujui|ditetapkan|dibuat|dikeluarkan|a\.?n|u\.?b|plt|plh|pjs?|kepala|bupati|"
    r"wali ?kota|gubernur|camat|lurah|sekretaris|inspektur|direktur|ketua|pengguna|kuasa|pejabat|penanggung|nip|"
    r"pembina|penata"
)
_SIGNED = re.compile(
    rf"\W*(?:(?:{_OFFICES})\b|"
    rf"[^\d,]+,\s*(?:tanggal\s*)?(?:(?:\d{{1,2}}|[._…]+)\s*(?:{_MONTHS})\b\s*(?:\d{{4}}|[._…]*)|"
    rf"(?:{_MONTHS})\s*(?:\d{{4}}|[._…]+))\s*$)",
    re.IGNORECASE,
)


def may_close(text: str) -> bool:
    """Whether a text begins like the name of a total or a mean: a look that costs little."""
    return bool(_MAY.match(text))


def closes(text: str, performed: bool, money: bool) -> tuple[bool, bool]:
    """Whether a cell's words name a total and whether they name a mean; neither where they may name an indicator.

    performed  the row states figures of performance (a target, a realisasi) as rows of indicators do
    money      it states rupiah
    """
    plain = plain_title(text)
    total, mean = bool(_TOTAL.match(plain)), bool(_MEAN.match(plain) or _ENDS_IN_MEAN.search(plain))
    known = _BARE if performed else _MORE
    if not all(word in known or word.isdecimal() for word in plain.split()):
        mean = bool(_MEAN.match(plain))  # the name of what is summed or averaged follows
        if performed or not (mean or (money and total)):
            return False, False
    return total and (not mean or bool(_BOTH.search(text.casefold()))), mean


def details(text: str) -> bool:
    """Whether a name is that of a part of what stands above it: `a. Padi sawah`, `2) Kelas II`, `- laki-laki`."""
    return bool(_DETAIL.match(text))


def signs(text: str) -> bool:
    """Whether a text begins the lines in which a table is dated and signed: place and date, an office, a NIP."""
    return bool(_SIGNED.match(text))
