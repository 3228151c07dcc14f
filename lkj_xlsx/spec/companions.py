"""Sheets beside the figures: analysis and accepted deviations."""

from __future__ import annotations

from lkj_xlsx.spec.columns import KODE, TABEL
from lkj_xlsx.spec.field import Field, Kind, Role, Sheet

_L, _M = Role.LABEL, Role.MASUKAN

ANALISIS = Sheet(
    key="analisis",
    title="Analisis",
    guide="Faktor pendorong, faktor penghambat, dan solusi untuk tiap indikator.",
    fields=(
        TABEL,
        KODE,
        Field(
            "jenis",
            "Jenis",
            Kind.PILIHAN,
            _M,
            "Faktor atau solusi.",
            required=True,
            choices=("Faktor pendorong", "Faktor penghambat", "Solusi"),
            width=20,
        ),
        Field("uraian", "Uraian", Kind.TEKS, _M, "Satu faktor atau satu solusi.", required=True, width=90),
    ),
)

PENGECUALIAN = Sheet(
    key="pengecualian",
    title="Pengecualian",
    guide="Penyimpangan yang sudah disetujui. Temuannya tetap terlihat, tetapi tidak menahan pengiriman.",
    fields=(
        Field("kode_temuan", "Kode Temuan", Kind.KODE, _M, "Contoh: LKJ301.", required=True, width=14),
        Field("lembar", "Lembar", Kind.TEKS, _M, "Nama lembar temuan.", required=True, width=24),
        Field("sel", "Sel", Kind.KODE, _M, "Alamat sel temuan, contoh G9.", required=True, width=10),
        Field("alasan", "Alasan", Kind.TEKS, _M, "Mengapa penyimpangan ini diterima.", required=True, width=60),
        Field("penyetuju", "Disetujui Oleh", Kind.TEKS, _M, "Nama atau jabatan penyetuju.", required=True, width=28),
        Field("tanggal", "Tanggal", Kind.TANGGAL, _M, "Tanggal persetujuan.", required=True, width=14),
        Field("berlaku", "Berlaku Sampai", Kind.TANGGAL, _M, "Sesudah tanggal ini temuan kembali dihitung.", width=14),
    ),
)
