"""Units of indicators: which ones count whole things, and are therefore exact."""

from __future__ import annotations

_WHOLE = frozenset(
    {
        "orang",
        "org",
        "jiwa",
        "unit",
        "buah",
        "dokumen",
        "laporan",
        "kasus",
        "koperasi",
        "umkm",
        "usaha",
        "desa",
        "kelurahan",
        "kecamatan",
        "lembaga",
        "kelompok",
        "paket",
        "kegiatan",
        "keluarga",
        "kk",
        "rumah",
        "ekor",
        "rp",
        "rupiah",
        "peserta",
        "siswa",
        "lokasi",
        "titik",
        "aplikasi",
    }
)


def is_whole(satuan: str) -> bool:
    """True for units that count (orang, unit, Rp ...): a figure in them is exact."""
    return satuan.casefold().strip(" .") in _WHOLE
