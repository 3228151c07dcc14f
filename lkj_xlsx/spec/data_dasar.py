"""The sheet of base data that realisasi and targets are computed from."""

from __future__ import annotations

from lkj_xlsx.spec.columns import TABEL
from lkj_xlsx.spec.field import Field, Kind, Role, Sheet, Tahun

_L, _M, _H = Role.LABEL, Role.MASUKAN, Role.HITUNGAN

DATA_DASAR = Sheet(
    key="data_dasar",
    title="Data Dasar",
    guide="Angka mentah asal realisasi: rupiah, unit, orang. Satu baris untuk tiap deret; beri Kode Data yang unik.",
    tables="3.4, 3.5, 3.11, 3.12",
    key_field="kode_data",
    fields=(
        TABEL,
        Field("kode_data", "Kode Data", Kind.KODE, _L, "Kode unik, contoh ASET.", required=True, width=12),
        Field(
            "uraian", "Uraian", Kind.TEKS, _L, "Uraian seperti tercetak.", required=True, width=40, aliases=("Skala",)
        ),
        Field("satuan", "Satuan", Kind.TEKS, _L, "Contoh: Rp, unit, orang.", required=True, width=10),
        Field(
            "jenis",
            "Jenis Data",
            Kind.PILIHAN,
            _L,
            "Rincian: data biasa. Jumlah: jumlah baris lain. Kenaikan: tahun ini dikurangi tahun lalu. "
            "Bagian: sebagian dari data lain (misalnya yang naik kelas).",
            required=True,
            choices=("Rincian", "Jumlah", "Kenaikan", "Bagian"),
            width=12,
        ),
        Field(
            "asal",
            "Dari Data",
            Kind.KODE,
            _L,
            "Untuk Jumlah, Kenaikan, dan Bagian: kode data asal, dipisah titik koma. "
            "Jumlah tanpa isian berarti semua rincian tabel yang sama.",
            refers="data_dasar",
            width=18,
        ),
        Field(
            "target_akhir",
            "Target Akhir Renstra",
            Kind.JUMLAH,
            _M,
            "Target seperti tercetak.",
            ukuran="target",
            tahun=Tahun.AKHIR,
            width=20,
            aliases=("Target Akhir Tahun Renstra",),
        ),
        Field(
            "tahun_target",
            "Tahun Target Tercetak",
            Kind.TAHUN,
            _M,
            "Tahun pada judul kolom target, bila tercetak.",
            width=10,
        ),
        Field(
            "data_awal",
            "Data Awal Renstra",
            Kind.JUMLAH,
            _M,
            "Data tahun awal Renstra.",
            ukuran="data awal",
            tahun=Tahun.AWAL,
            width=20,
            aliases=("Data Tahun Awal Renstra",),
        ),
        Field(
            "tahun_awal",
            "Tahun Data Awal Tercetak",
            Kind.TAHUN,
            _M,
            "Tahun pada judul kolom data awal, bila tercetak.",
            width=10,
        ),
        Field(
            "realisasi",
            "Realisasi {setiap}",
            Kind.JUMLAH,
            _M,
            "Realisasi tahun itu; kosong bila belum ada.",
            ukuran="realisasi",
            width=20,
            aliases=("Realisasi Tahun {setiap}",),
        ),
        Field(
            "realisasi_sd",
            "Realisasi s.d. {tahun}",
            Kind.JUMLAH,
            _H,
            "Boleh dikosongkan: alat yang menghitung.",
            ukuran="realisasi",
            sampai=True,
            width=20,
            aliases=("Realisasi s.d. Tahun {tahun}", "Realisasi sd {tahun}"),
        ),
    ),
)
