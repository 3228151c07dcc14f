"""Sheets of resources: efficiency, supporting programmes, budget realisation."""

from __future__ import annotations

from lkj_xlsx.spec.field import Field, Kind, Role, Sheet
from lkj_xlsx.spec.kolom import INDIKATOR, KODE, NO, PROGRAM_LEVELS, SASARAN, SATUAN, TABEL

_L, _M, _H = Role.LABEL, Role.MASUKAN, Role.HITUNGAN

EFISIENSI = Sheet(
    key="efisiensi",
    title="Efisiensi",
    guide="Capaian kinerja dibandingkan serapan anggaran. Satu anggaran untuk beberapa indikator cukup ditulis sekali "
          "(gabungkan selnya atau kosongkan baris di bawahnya).",
    tables="3.9, 3.16, 3.20",
    fields=(
        TABEL, SASARAN, KODE, INDIKATOR, SATUAN,
        Field("target", "Target Kinerja", Kind.NILAI, _M, "Target tahun laporan.", required=True, ukuran="target"),
        Field("realisasi", "Realisasi Kinerja", Kind.NILAI, _M, "Realisasi tahun laporan.", required=True,
              ukuran="realisasi"),
        Field("capaian", "Capaian Kinerja (%)", Kind.PERSEN, _H, "Boleh dikosongkan: alat yang menghitung.",
              ukuran="capaian", aliases=("% Capaian", "Capaian Kinerja")),
        Field("anggaran", "Anggaran (Rp)", Kind.RUPIAH, _M, "Anggaran program yang mendukung indikator.",
              required=True, inherits=True, ukuran="anggaran", width=20, aliases=("Target Anggaran", "Anggaran")),
        Field("realisasi_anggaran", "Realisasi Anggaran (Rp)", Kind.RUPIAH, _M, "Realisasi anggaran itu.",
              required=True, inherits=True, ukuran="realisasi anggaran", width=20, aliases=("Realisasi Anggaran",)),
        Field("serapan", "Capaian Anggaran (%)", Kind.PERSEN, _H, "Boleh dikosongkan: alat yang menghitung.",
              inherits=True, ukuran="serapan", aliases=("Serapan Anggaran (%)", "Capaian Anggaran")),
        Field("efisiensi", "Efisiensi", Kind.RASIO, _H, "Boleh dikosongkan: alat menghitung dengan rumus yang dipilih.",
              ukuran="efisiensi", aliases=("Tingkat Efisiensi",)),
    ),
)

PROGRAM_PENDUKUNG = Sheet(
    key="program_pendukung",
    title="Program Pendukung",
    guide="Program yang menunjang tiap indikator. Beberapa indikator ditulis dengan kode dipisah titik koma.",
    tables="3.10, 3.17, 3.21",
    fields=(
        TABEL, NO,
        Field("kode", "Kode", Kind.KODE, _L, "Kode indikator; beberapa dipisah titik koma, contoh 1.1; 1.2.",
              refers="indikator", inherits=True, width=10, aliases=("Kode Indikator",)),
        Field("indikator", "Indikator Kinerja", Kind.TEKS, _L, "Nama indikator seperti tercetak.", inherits=True,
              width=40, aliases=("Indikator",)),
        Field("program", "Program", Kind.TEKS, _L, "Nama program seperti tercetak.", required=True, width=44),
        Field("pagu", "Pagu (Rp)", Kind.RUPIAH, _M, "Pagu program setelah perubahan.", required=True, ukuran="pagu",
              width=20, aliases=("Pagu",)),
        Field("bidang", "Bidang Pelaksana", Kind.TEKS, _L, "Bidang yang melaksanakan.", width=22),
    ),
)

REALISASI_ANGGARAN = Sheet(
    key="realisasi_anggaran",
    title="Realisasi Anggaran",
    guide="Program, kegiatan, dan sub kegiatan berurutan. Isi Kode Rekening atau Tingkat agar susunannya terbaca.",
    tables="3.22",
    required=True,
    fields=(
        TABEL, NO, SASARAN,
        Field("kode_rekening", "Kode Rekening", Kind.KODE, _L, "Kode nomenklatur, contoh 2.17.03.2.01.", width=18,
              aliases=("Kode Program", "Kode Nomenklatur")),
        Field("tingkat", "Tingkat", Kind.PILIHAN, _L, "Boleh kosong bila Kode Rekening diisi.",
              choices=PROGRAM_LEVELS, width=14),
        Field("uraian", "Program/Kegiatan/Sub Kegiatan", Kind.TEKS, _L, "Nama seperti tercetak.", required=True,
              width=60),
        Field("anggaran", "Anggaran (Rp)", Kind.RUPIAH, _M, "Anggaran setelah perubahan.", required=True,
              ukuran="anggaran", width=20, aliases=("Anggaran", "Pagu")),
        Field("realisasi", "Realisasi (Rp)", Kind.RUPIAH, _M, "Realisasi anggaran.", required=True,
              ukuran="realisasi anggaran", width=20, aliases=("Realisasi",)),
        Field("serapan", "%", Kind.PERSEN, _H, "Boleh dikosongkan: alat yang menghitung.", ukuran="serapan", width=10,
              aliases=("Persen", "Capaian (%)", "Serapan (%)")),
        Field("sisa", "Sisa (Rp)", Kind.RUPIAH, _H, "Boleh dikosongkan: alat yang menghitung.", ukuran="sisa",
              width=20, aliases=("Sisa Anggaran", "SiLPA", "Sisa")),
    ),
)
