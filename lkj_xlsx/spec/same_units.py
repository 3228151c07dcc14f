"""Whether two units mean the same: spellings and synonyms do, a percent beside people does not.

A unit that is not known says nothing against another one: offices name units in many ways, and only what is certainly
another thing is told.
"""

from __future__ import annotations

import re
from enum import IntEnum

from lkj_xlsx.spec.field import plain_title
from lkj_xlsx.spec.units import GRADES

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_ALIKE = {  # by kind, words for one thing between two strokes
    "persen": "% persen percent persentase prosentase",
    "uang": "rp rupiah idr",
    "skor": "nilai indeks index skor score poin point bobot ikm " + " ".join(sorted(GRADES)),
    "orang": """
        orang org jiwa penduduk warga peserta siswa murid pelajar mahasiswa guru dosen pasien pegawai asn pns petugas
        kader tenaga pekerja petani nelayan pedagang pelaku pelanggan pengguna pengunjung wisatawan pemuda atlet anak
        bayi balita ibu lansia korban penyandang investor responden wirausaha / kk keluarga kepala
    """,
    "benda": """
        unit buah bh / desa kelurahan nagari kampung dusun gampong / kecamatan / kabupaten kota / provinsi / sekolah /
        puskesmas posyandu / dokumen dok laporan berkas naskah / ekor / batang pohon bibit / paket / lokasi titik /
        lembaga organisasi instansi opd skpd uptd badan / umkm ukm ikm usaha perusahaan / koperasi /
        kelompok komunitas / rumah
    """,
    "peristiwa": """
        kali kasus kejadian perkara pengaduan aduan pelanggaran kunjungan / kegiatan program event acara pelatihan
    """,
    "berat": "ton / kg kilogram / kwintal kuintal kw / gram gr",
    "luas": "ha hektar hektare / m2 / km2",
    "panjang": "km kilometer / m meter",
    "isi": "liter ltr / m3",
    "daya": "kwh / mwh / mw megawatt / watt",
    "waktu": "menit / jam / hari / minggu / bulan bln / tahun thn",
}
_KNOWN = {  # each word: its kind, and the words it stands among
    word: (kind, f"{kind} {place}")
    for kind, groups in _ALIKE.items()
    for place, group in enumerate(groups.split("/"))
    for word in group.split()
}
_ANY_THING = frozenset(("unit", "buah", "bh"))  # of things and places that have a name of their own
_VAGUE = frozenset(("angka", "satuan", "jumlah", "rasio", "ratio"))  # they say "figure" and no more
_POWERS = {"ribu": 3, "ribuan": 3, "rb": 3, "juta": 6, "jutaan": 6, "jt": 6, "miliar": 9, "milyar": 9, "triliun": 12}


class UnitGap(IntEnum):
    """How far two units are apart."""

    NONE = 0  # the same, or nothing tells
    UNIT = 1  # another unit: orang and unit, ton and kilogram
    KIND = 2  # another kind of quantity: a percent and people


def unit_gap(one: str, other: str) -> UnitGap:
    """How far two units, as written, are apart; no difference where one of them is blank or not known."""
    first, second = _words(one), _words(other)
    if not first or not second or _VAGUE & {first[0], second[0]}:
        return UnitGap.NONE
    if _power(one) != _power(other) and _kind(first) == _kind(second) == "uang":
        return UnitGap.UNIT
    if rate(one) and rate(other):
        return UnitGap.UNIT if rate(one) != rate(other) else UnitGap.NONE
    if rate(one) or rate(other):
        bare = second if rate(one) else first
        return UnitGap.KIND if _kind(bare) in ("persen", "uang") else UnitGap.NONE
    return _apart(first, second)


def _apart(first: list[str], second: list[str]) -> UnitGap:
    ours, theirs = _known(first), _known(second)
    if not ours or not theirs:
        strict = {kind for kind, _ in (*ours, *theirs)} & {"persen", "uang"}
        return UnitGap.UNIT if strict and (ours or theirs) else UnitGap.NONE
    if ours & theirs or set(first) & set(second):
        return UnitGap.NONE
    kinds, others = {kind for kind, _ in ours}, {kind for kind, _ in theirs}
    if kinds & others:
        things = kinds & others == {"benda"} and _ANY_THING & {*first, *second}
        return UnitGap.NONE if things else UnitGap.UNIT
    near = ({"persen", "skor"}, {"orang", "benda"}, {"orang", "peristiwa"}, {"benda", "peristiwa"})
    return UnitGap.UNIT if any(kinds | others == pair for pair in near) else UnitGap.KIND


def unit_kind(satuan: str) -> str:
    """What kind of quantity a unit is of (`persen`, `skor`, `uang`, `orang` ...), "" where it is not known."""
    return "" if rate(satuan) else _kind(_words(satuan))


def rate(satuan: str) -> str:
    """What a rate is held against: `kasus per 1.000 penduduk` → 1000; "" for what is no rate."""
    text = satuan.casefold()
    number = _NUMBER.search(text)
    return re.sub(r"\D", "", number[0]) if number and ("per" in text or "/" in text) else ""


def _words(satuan: str) -> list[str]:
    text = plain_title(satuan.replace("²", "2").replace("³", "3"))
    return [word for word in text.split() if word not in _POWERS and not word.isdecimal()]


def _power(satuan: str) -> int:
    return next((_POWERS[word] for word in plain_title(satuan).split() if word in _POWERS), 0)


def _known(words: list[str]) -> set[tuple[str, str]]:
    """What the words of a unit are known as: those before `per` or a period, `Desa/Kelurahan` as both."""
    until = words.index("per") if "per" in words[1:] else len(words)
    return {_KNOWN[word] for word in words[:until] if word in _KNOWN} if words[0] in _KNOWN else set()


def _kind(words: list[str]) -> str:
    return next((_KNOWN[word][0] for word in words[:2] if word in _KNOWN), "")
