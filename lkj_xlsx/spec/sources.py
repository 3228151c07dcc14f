"""Where rules and formulas come from. A regulation is a label here; no article is claimed as verified."""

from __future__ import annotations

from lkj_xlsx.model.declare import Source
from lkj_xlsx.model.message import Message, say

CONFIDENCE = {
    "T": say("teks aturan dilihat"),
    "S": say("dari sumber kedua"),
    "R": say("dari ingatan, belum diverifikasi"),
    "D": say("diturunkan dari perhitungan"),
}


def cited(source: Source) -> Message:
    """A citation with the word for its confidence."""
    return say("{0} ({1})", say(source.text), CONFIDENCE[source.confidence])


CAP_NAIK = Source("CAP-1", "Capaian = realisasi ÷ target × 100, seperti tertulis dalam LKj yang diperiksa", "T")
CAP_TURUN_1 = Source("CAP-2", "Bentuk (2T − R) ÷ T, dipakai LKj provinsi dan kabupaten", "S")
CAP_TURUN_2 = Source("CAP-3", "Bentuk T ÷ R, dipakai sebagian aplikasi SAKIP daerah", "S")
CAP_TURUN_3 = Source("CAP-4", "Bentuk (T − R) ÷ T: laju penurunan, dipakai sebagian aplikasi daerah", "S")
CAP_RENTANG = Source("CAP-6", "Target rentang, serupa aturan penilaian kinerja pegawai (PermenPANRB 6/2022)", "S")
CAP_BATAS = Source("CAP-7", "Batas capaian menurut peraturan kepala daerah masing-masing", "S")
CAP_NOL = Source("CAP-8", "Target nol: perlakuan berbeda antar daerah", "S")
CAP_NEGATIF = Source("CAP-9", "Target negatif: (1 + (R − T) ÷ |T|) × 100", "D")
CAP_RATA = Source("CAP-13", "Rata-rata capaian sasaran tanpa bobot, dari laporan yang terbit", "D")
PREDIKAT_SKOR = Source("AKIP-5", "Predikat dibandingkan lewat skornya bila skor tertulis", "D")
PREDIKAT_ORDINAL = Source("AKIP-5", "Predikat sebagai urutan: WTP 4, WDP 3, TW 2, TMP 1; AKIP D 1 sampai AA 7", "S")
AKIP = Source("AKIP-1", "Kategori nilai AKIP, PermenPANRB 12/2015; selangnya sama dalam 88/2021", "S", since=2015)
SKALA = Source(
    "SCALE-1", "Skala dalam dokumen yang diperiksa; bentuk umum menyebut Permendagri 54/2010 dan 86/2017", "R"
)
SKALA_PERMENDAGRI = Source(
    "SCALE-B", "Skala Permendagri 54/2010, diulang dalam 86/2017, seperti tercetak dalam LKj 2018", "R", since=2010
)
SKALA_BATAS = Source("SCALE-2", "Batas atas 50, 65, 75, 90 sama pada semua bentuk yang tercetak", "D")
SKALA_SAMPANG = Source("SCALE-C", "Label skala pada LKjIP Inspektorat Kabupaten Sampang 2019", "S")
SKALA_ENAM = Source("SCALE-D", "Skala enam tingkat pada LKj Maluku Tengah 2021", "S")
SKALA_LOKAL = Source("SCALE-H", "Skala 60, 80, 95, 105 pada satu aplikasi daerah", "S")
RENSTRA = Source("REN-1", "Jenis kemajuan Renstra pada aplikasi daerah", "S")
RENSTRA_RASIO = Source("REN-2", "Kumulatif: jumlah realisasi ÷ target akhir; tidak kumulatif: realisasi terakhir", "D")
RENSTRA_GANDA = Source("REN-5", "Indikator pertumbuhan: persen ÷ persen dan rupiah ÷ rupiah sama-sama sah", "D")
EFF_1 = Source("EFF-1", "Capaian ÷ serapan, tercetak dalam laporan sebuah badan", "S")
EFF_2 = Source("EFF-2", "Capaian − serapan dalam poin persen, dipakai banyak tabel tingkat efisiensi", "S")
EFF_4 = Source("EFF-4", "100 − serapan bila target tercapai, laporan kota 2019", "S")
EFF_5 = Source(
    "EFF-5",
    "(PAK × CK − RAK) ÷ (PAK × CK) × 100: PMK 214/2017 dan 22/2021; untuk satu keluaran sama dengan PMK 249/2011",
    "R",
    since=2011,
)
EFF_7 = Source("EFF-7", "Serapan ÷ capaian, kebalikan EFF-1", "R")
EFF_SYARAT = Source("EFF-9", "Kata efisien menuntut target tercapai", "D")
PERTUMBUHAN = Source("GRO-1", "(n − (n−1)) ÷ (n−1) × 100, tercetak dalam LKj yang diperiksa", "T")
BAGIAN = Source("GRO-5", "Dasar sebuah bagian harus disebut", "D")
SERAPAN = Source("BUD-1", "Serapan dari rupiah, bukan dari persen yang dibulatkan", "D")
SUSUNAN = Source("BUD-2", "Program = jumlah kegiatan = jumlah sub kegiatan", "D")
INDUK = Source("BUD-3", "Persen induk dari jumlahnya; rata-rata persen anak hanya bila dinyatakan", "D")
SISA = Source("BUD-4", "Sisa = anggaran − realisasi", "D")
NOMENKLATUR = Source(
    "BUD-6",
    "Bentuk kode menurut Permendagri 90/2019 dan pemutakhirannya, seperti dalam data dua daerah; sejak APBD 2021",
    "S",
    since=2021,
)
ISI_LAPORAN = Source("LKJ-2", "Bagian yang wajib ada dalam LKj, PermenPANRB 53/2014 Lampiran II", "T")
TARGET_PK = Source("LKJ-5", "Target pada Bab III sama dengan Perjanjian Kinerja, PermenPANRB 53/2014 Lampiran I", "R")
TRIWULAN = Source("LKJ-5a", "Triwulan digabung menurut sifat indikator; yang akumulatif dijumlah", "S")
PEMBULATAN = Source("TOL-1", "Angka tertulis mewakili selang setengah satuan tempat terakhirnya", "D")
