"""Sheets of performance: achievement, comparisons with last year and with the Renstra, AKIP, quarters."""

from __future__ import annotations

from lkj_xlsx.spec.columns import INDIKATOR, KODE, NO, SASARAN, SATUAN, TABEL
from lkj_xlsx.spec.field import Field, Kind, Role, Sheet, Tahun

_L, _M, _H = Role.LABEL, Role.MASUKAN, Role.HITUNGAN

_TARGET = Field(
    "target",
    "Target {tahun}",
    Kind.NILAI,
    _M,
    "Target tahun laporan, sama dengan Perjanjian Kinerja.",
    required=True,
    ukuran="target",
    aliases=("Target", "Target Tahun {tahun}"),
)
_REALISASI = Field(
    "realisasi",
    "Realisasi {tahun}",
    Kind.NILAI,
    _M,
    "Realisasi tahun laporan.",
    required=True,
    ukuran="realisasi",
    aliases=("Realisasi", "Realisasi Tahun {tahun}", "Realisasi Tahun Ini"),
)
_CAPAIAN = Field(
    "capaian",
    "Capaian {tahun} (%)",
    Kind.PERSEN,
    _H,
    "Boleh dikosongkan: alat yang menghitung.",
    ukuran="capaian",
    aliases=("Capaian", "Capaian (%)", "Capaian {tahun}", "Capaian Tahun {tahun}", "% Capaian", "Capaian Tahun Ini"),
)

CAPAIAN_IKU = Sheet(
    key="capaian_iku",
    title="Capaian IKU",
    guide="Ringkasan capaian seluruh indikator kinerja utama.",
    tables="3.3",
    required=True,
    fields=(
        TABEL,
        NO,
        SASARAN,
        KODE,
        INDIKATOR,
        SATUAN,
        _TARGET,
        _REALISASI,
        _CAPAIAN,
        Field(
            "predikat",
            "Penilaian",
            Kind.PREDIKAT,
            _H,
            "Kriteria menurut Skala Nilai.",
            ukuran="predikat",
            aliases=("Predikat", "Keterangan", "Kriteria"),
            width=18,
        ),
    ),
)

TARGET_REALISASI = Sheet(
    key="target_realisasi",
    title="Target dan Realisasi",
    guide="Perbandingan target dan realisasi tahun laporan, satu kelompok tabel untuk tiap kelompok indikator.",
    tables="3.6, 3.13, 3.19",
    fields=(
        TABEL,
        SASARAN,
        KODE,
        INDIKATOR,
        _TARGET,
        _REALISASI,
        _CAPAIAN,
        Field(
            "predikat",
            "Keterangan",
            Kind.PREDIKAT,
            _H,
            "Kriteria menurut Skala Nilai.",
            ukuran="predikat",
            aliases=("Penilaian", "Predikat", "Kriteria"),
            width=18,
        ),
    ),
)

TAHUN_LALU = Sheet(
    key="tahun_lalu",
    title="Tahun Lalu",
    guide="Perbandingan realisasi dan capaian tahun laporan dengan tahun sebelumnya.",
    tables="3.7, 3.14",
    fields=(
        TABEL,
        SASARAN,
        KODE,
        INDIKATOR,
        Field(
            "target_lalu",
            "Target {tahun_lalu}",
            Kind.NILAI,
            _M,
            "Boleh kosong; bila diisi, capaian tahun lalu ikut diperiksa.",
            ukuran="target",
            tahun=Tahun.LALU,
            aliases=("Target Tahun {tahun_lalu}", "Target Tahun Lalu"),
        ),
        Field(
            "realisasi_lalu",
            "Realisasi {tahun_lalu}",
            Kind.NILAI,
            _M,
            "Seperti laporan tahun lalu.",
            ukuran="realisasi",
            tahun=Tahun.LALU,
            aliases=("Realisasi Tahun {tahun_lalu}", "Realisasi Tahun Lalu"),
        ),
        Field(
            "capaian_lalu",
            "Capaian {tahun_lalu} (%)",
            Kind.PERSEN,
            _M,
            "Seperti laporan tahun lalu.",
            ukuran="capaian",
            tahun=Tahun.LALU,
            aliases=("Capaian {tahun_lalu}", "Capaian Tahun {tahun_lalu}", "Capaian Tahun Lalu"),
        ),
        _REALISASI,
        _CAPAIAN,
    ),
)

RENSTRA = Sheet(
    key="renstra",
    title="Renstra",
    guide="Perbandingan realisasi dengan target akhir Renstra.",
    tables="3.8, 3.15",
    fields=(
        TABEL,
        NO,
        SASARAN,
        KODE,
        INDIKATOR,
        Field(
            "target_akhir",
            "Target Akhir Renstra",
            Kind.NILAI,
            _M,
            "Target tahun terakhir Renstra.",
            required=True,
            ukuran="target",
            tahun=Tahun.AKHIR,
            aliases=("Target Akhir Renstra {akhir}",),
        ),
        _REALISASI,
        Field(
            "realisasi_sd",
            "Realisasi s.d. {tahun}",
            Kind.NILAI,
            _M,
            "Realisasi sampai dengan tahun laporan, dalam satuan indikator (bukan persen capaian).",
            ukuran="realisasi",
            sampai=True,
            aliases=("Realisasi s.d. Tahun {tahun}", "Realisasi sd Tahun {tahun}"),
        ),
        Field(
            "kemajuan",
            "Capaian {tahun} terhadap Target Akhir Renstra (%)",
            Kind.PERSEN,
            _H,
            "Boleh dikosongkan: alat yang menghitung.",
            ukuran="kemajuan",
            width=22,
            aliases=("Capaian Realisasi {tahun} Terhadap Target Akhir Renstra",),
        ),
        Field(
            "kemajuan_sd",
            "Capaian s.d. {tahun} terhadap Target Akhir Renstra (%)",
            Kind.PERSEN,
            _H,
            "Boleh dikosongkan: alat yang menghitung.",
            ukuran="kemajuan",
            sampai=True,
            width=22,
            aliases=("Capaian Realisasi s.d. Tahun {tahun} Terhadap Target Akhir Renstra",),
        ),
    ),
)

NILAI_AKIP = Sheet(
    key="nilai_akip",
    title="Nilai AKIP",
    guide="Nilai AKIP dari tahun ke tahun: huruf, skor, atau keduanya seperti BB (76,80).",
    tables="3.18",
    fields=(
        TABEL,
        KODE,
        Field("uraian", "Uraian", Kind.TEKS, _L, "Uraian seperti tercetak.", required=True, width=30),
        Field("data_awal", "Data Awal", Kind.NILAI, _M, "Nilai tahun awal.", ukuran="realisasi", tahun=Tahun.LALU),
        Field("tahun_awal", "Tahun Data Awal", Kind.TAHUN, _M, "Tahun nilai awal.", width=10),
        Field("realisasi", "Realisasi {setiap}", Kind.NILAI, _M, "Nilai tahun itu.", ukuran="realisasi"),
    ),
)

TRIWULAN = Sheet(
    key="triwulan",
    title="Triwulan",
    guide="Boleh dikosongkan. Bila diisi, keempat triwulan digabung menurut Agregasi Triwulan pada lembar Indikator.",
    fields=(
        TABEL,
        KODE,
        INDIKATOR,
        *(Field(f"target_tw{n}", f"Target Triwulan {n}", Kind.NILAI, _M, f"Target triwulan {n}.") for n in range(1, 5)),
        *(
            Field(f"realisasi_tw{n}", f"Realisasi Triwulan {n}", Kind.NILAI, _M, f"Realisasi triwulan {n}.")
            for n in range(1, 5)
        ),
        Field("target", "Target Setahun", Kind.NILAI, _H, "Boleh dikosongkan: alat yang menghitung.", ukuran="target"),
        Field(
            "realisasi",
            "Realisasi Setahun",
            Kind.NILAI,
            _H,
            "Boleh dikosongkan: alat yang menghitung.",
            ukuran="realisasi",
        ),
    ),
)
