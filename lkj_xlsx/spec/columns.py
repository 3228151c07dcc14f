"""Columns that several sheets share, declared once."""

from __future__ import annotations

from lkj_xlsx.spec.field import Field, Kind, Role

TABEL = Field(
    "tabel",
    "Tabel",
    Kind.TABEL,
    Role.LABEL,
    "Nomor tabel dalam laporan, contoh 3.13.",
    inherits=True,
    required=True,
    width=8,
    aliases=("Nomor Tabel", "No. Tabel"),
)
NO = Field("no", "No", Kind.TEKS, Role.LABEL, "Nomor urut seperti tercetak.", width=6, aliases=("No.", "Nomor"))
SASARAN = Field(
    "sasaran",
    "Sasaran Strategis",
    Kind.TEKS,
    Role.LABEL,
    "Sasaran seperti tercetak di tabel ini.",
    inherits=True,
    width=36,
    aliases=("Sasaran",),
)
KODE = Field(
    "kode",
    "Kode",
    Kind.KODE,
    Role.LABEL,
    "Kode indikator dari lembar Indikator.",
    refers="indikator",
    width=8,
    aliases=("Kode Indikator",),
)
INDIKATOR = Field(
    "indikator",
    "Indikator Kinerja",
    Kind.TEKS,
    Role.LABEL,
    "Nama indikator seperti tercetak di tabel ini.",
    required=True,
    width=40,
    aliases=("Indikator Kinerja Utama", "Indikator"),
)
SATUAN = Field("satuan", "Satuan", Kind.TEKS, Role.LABEL, "Satuan seperti tercetak di tabel ini.", width=10)
PROGRAM_LEVELS = ("Program", "Kegiatan", "Sub Kegiatan", "Jumlah")
