"""Sheets of planning: identity and chosen variants, list of tables, indicators, agreement (PK), rating scale."""

from __future__ import annotations

from lkj_xlsx.spec.columns import INDIKATOR, KODE, NO, SASARAN, TABEL
from lkj_xlsx.spec.field import Field, Kind, Role, Sheet

_L, _M, _H = Role.LABEL, Role.MASUKAN, Role.HITUNGAN

IDENTITAS = Sheet(
    key="identitas",
    title="Identitas dan Pengaturan",
    guide="Isi kolom Nilai. Bagian pengaturan menentukan rumus dan skala yang dipakai saat pemeriksaan.",
    form=True,
    required=True,
    fields=(
        Field("versi", "Versi Template", Kind.KODE, _L, "Jangan diubah: alat memeriksa versi ini.", required=True),
        Field("opd", "Perangkat Daerah", Kind.TEKS, _M, "Nama dinas, badan, atau kecamatan.", required=True),
        Field("kabupaten", "Kabupaten/Kota", Kind.TEKS, _M, "Contoh: Kabupaten Batu Bara.", required=True),
        Field("tahun", "Tahun Laporan", Kind.TAHUN, _M, "Tahun kinerja yang dilaporkan.", required=True),
        Field("awal", "Tahun Awal Renstra", Kind.TAHUN, _M, "Tahun pertama periode Renstra.", required=True),
        Field("akhir", "Tahun Akhir Renstra", Kind.TAHUN, _M, "Tahun terakhir periode Renstra.", required=True),
        Field(
            "nama_laporan",
            "Nama Laporan",
            Kind.PILIHAN,
            _M,
            "Sebutan laporan di daerah Anda.",
            choices=("LKj", "LKjIP", "LKIP", "LAKIP", "LAPKIN"),
            default="LKj",
        ),
        Field("pejabat", "Nama Kepala Perangkat Daerah", Kind.TEKS, _M, "Dicetak pada lembar tanda tangan."),
        Field("nip", "NIP", Kind.KODE, _M, "Nomor induk pegawai kepala perangkat daerah."),
        Field("jabatan", "Jabatan", Kind.TEKS, _M, "Contoh: Kepala Dinas."),
        Field("tempat", "Tempat Penetapan", Kind.TEKS, _M, "Contoh: Air Putih."),
        Field("tanggal", "Tanggal Penetapan", Kind.TEKS, _M, "Contoh: Januari 2025."),
        Field(
            "skala",
            "Skala Nilai yang Dipakai",
            Kind.PILIHAN,
            _M,
            "Pilih 'Sesuai lembar Skala Nilai' bila dokumen mencetak skalanya sendiri.",
            option="skala",
        ),
        Field(
            "rumus_turun",
            "Rumus Capaian Indikator Turun",
            Kind.PILIHAN,
            _M,
            "Untuk indikator yang makin kecil makin baik.",
            option="rumus_turun",
        ),
        Field(
            "batas_capaian", "Batas Capaian", Kind.PILIHAN, _M, "Capaian tertinggi yang diakui.", option="batas_capaian"
        ),
        Field(
            "target_nol",
            "Capaian bila Target Nol",
            Kind.PILIHAN,
            _M,
            "Perlakuan bila target bernilai 0.",
            option="target_nol",
        ),
        Field(
            "rumus_rentang",
            "Rumus Capaian Target Rentang",
            Kind.PILIHAN,
            _M,
            "Untuk target berbentuk batas bawah dan batas atas.",
            option="rumus_rentang",
        ),
        Field(
            "rumus_predikat",
            "Capaian Indikator Predikat",
            Kind.PILIHAN,
            _M,
            "Untuk WTP, BB, dan sejenisnya.",
            option="rumus_predikat",
        ),
        Field(
            "rumus_efisiensi",
            "Rumus Efisiensi",
            Kind.PILIHAN,
            _M,
            "Wajib dipilih: daerah memakai rumus yang berlainan.",
            option="rumus_efisiensi",
        ),
        Field(
            "syarat_efisien",
            "Syarat Disebut Efisien",
            Kind.PILIHAN,
            _M,
            "Kapan kata efisien boleh dipakai.",
            option="syarat_efisien",
        ),
        Field(
            "rata_sasaran",
            "Rata-rata Capaian Sasaran",
            Kind.PILIHAN,
            _M,
            "Cara merata-ratakan capaian indikator.",
            option="rata_sasaran",
        ),
        Field(
            "persen_induk",
            "Persen pada Baris Induk",
            Kind.PILIHAN,
            _M,
            "Cara menghitung persen program dan kegiatan.",
            option="persen_induk",
        ),
        Field(
            "nama_sisa",
            "Sebutan Sisa Anggaran",
            Kind.PILIHAN,
            _M,
            "Istilah untuk anggaran dikurangi realisasi.",
            choices=("Sisa anggaran", "SiLPA"),
            default="Sisa anggaran",
        ),
    ),
)

DAFTAR_TABEL = Sheet(
    key="daftar_tabel",
    title="Daftar Tabel",
    guide="Nomor dan judul tabel seperti tercetak dalam laporan. Nomor ini dipakai pada kolom Tabel di lembar lain.",
    key_field="nomor",
    fields=(
        Field("nomor", "Nomor Tabel", Kind.TABEL, _L, "Contoh: 3.13.", required=True),
        Field("judul", "Judul Tabel", Kind.TEKS, _L, "Judul seperti tercetak.", required=True, width=80),
    ),
)

LEMBAR_INDIKATOR = Sheet(
    key="indikator",
    title="Indikator",
    guide="Satu baris untuk tiap indikator. Kode dipakai oleh lembar lain; arah dan rumus menentukan cara hitung.",
    tables="3.1",
    required=True,
    key_field="kode",
    fields=(
        Field(
            "kode", "Kode", Kind.KODE, _L, "Kode unik, contoh 1.1.", required=True, width=8, aliases=("Kode Indikator",)
        ),
        Field(
            "sasaran",
            "Sasaran Strategis",
            Kind.TEKS,
            _L,
            "Sasaran seperti pada Perjanjian Kinerja.",
            required=True,
            inherits=True,
            width=36,
        ),
        Field(
            "indikator",
            "Indikator Kinerja",
            Kind.TEKS,
            _L,
            "Nama indikator seperti pada Perjanjian Kinerja.",
            required=True,
            width=40,
            aliases=("Indikator Kinerja Utama",),
        ),
        Field(
            "satuan", "Satuan", Kind.TEKS, _M, "Contoh: %, Nilai, Orang, Unit, Predikat, Hari.", required=True, width=10
        ),
        Field(
            "arah",
            "Arah",
            Kind.PILIHAN,
            _M,
            "Naik: makin besar makin baik. Turun: makin kecil makin baik.",
            required=True,
            choices=("Naik", "Turun", "Rentang"),
            width=10,
        ),
        Field(
            "rumus",
            "Rumus Realisasi",
            Kind.PILIHAN,
            _M,
            "Cara memperoleh realisasi dari Data Dasar.",
            option="rumus_realisasi",
            width=22,
        ),
        Field(
            "pembilang", "Pembilang", Kind.KODE, _M, "Kode Data pada lembar Data Dasar.", refers="data_dasar", width=12
        ),
        Field(
            "penyebut", "Penyebut", Kind.KODE, _M, "Kode Data pada lembar Data Dasar.", refers="data_dasar", width=12
        ),
        Field(
            "agregasi",
            "Agregasi Triwulan",
            Kind.PILIHAN,
            _M,
            "Cara menggabungkan empat triwulan.",
            option="agregasi",
            width=18,
        ),
        Field(
            "sifat",
            "Sifat Kemajuan Renstra",
            Kind.PILIHAN,
            _M,
            "Cara membandingkan realisasi dengan target akhir Renstra.",
            option="sifat_renstra",
            width=22,
        ),
        Field("bidang", "Bidang", Kind.TEKS, _M, "Bidang pelaksana.", width=18, aliases=("Bidang Pelaksana",)),
        Field("jenis_data", "Jenis Data", Kind.TEKS, _M, "Kuantitatif atau kualitatif.", width=14),
        Field("formulasi", "Formulasi", Kind.TEKS, _M, "Rumus dalam kata-kata.", width=40),
        Field("pengumpulan", "Teknik Pengumpulan Data", Kind.TEKS, _M, "Asal dan cara memperoleh data.", width=30),
        Field("pemantauan", "Teknik Monitoring dan Evaluasi", Kind.TEKS, _M, "Cara memastikan data.", width=30),
    ),
)

PERJANJIAN = Sheet(
    key="perjanjian",
    title="Perjanjian Kinerja",
    guide="Target seperti pada Perjanjian Kinerja tahun laporan (yang terakhir, bila ada perubahan).",
    tables="2.2",
    required=True,
    fields=(
        TABEL,
        NO,
        SASARAN,
        KODE,
        INDIKATOR,
        Field(
            "target",
            "Target",
            Kind.NILAI,
            _M,
            "Target tahun laporan.",
            required=True,
            ukuran="target",
            aliases=("Target {tahun}", "Target Tahun {tahun}"),
        ),
    ),
)

SKALA = Sheet(
    key="skala",
    title="Skala Nilai",
    guide="Skala peringkat kinerja seperti tercetak, dari yang tertinggi. Batas atas tiap baris yang menentukan.",
    tables="3.2",
    fields=(
        TABEL,
        NO,
        Field(
            "interval",
            "Interval Nilai Realisasi Kinerja",
            Kind.INTERVAL,
            _M,
            "Contoh: ≥ 90,1 · 75,1 ≤ 90 · > 65 – 75 · ≤ 50.",
            required=True,
            width=26,
        ),
        Field(
            "kriteria",
            "Kriteria Penilaian Realisasi Kinerja",
            Kind.TEKS,
            _M,
            "Contoh: Sangat Tinggi.",
            required=True,
            width=28,
        ),
        Field("singkatan", "Kode", Kind.TEKS, _M, "Singkatan, bila dicetak.", width=8),
    ),
)
