"""Units of figures as the field writes them: what counts whole things, what is a fraction, what is told in words.

A unit is known by its first word (`Orang/tahun`, `Usaha mikro`). Counted figures are exact; a rate of counts
(`kasus per 1.000 penduduk`) and an amount in millions are not, nor is a duration, which is measured.
"""

from __future__ import annotations

from lkj_xlsx.spec.field import plain_title

_PEOPLE = """
    orang org jiwa kk keluarga kepala penduduk warga peserta siswa murid pelajar mahasiswa guru dosen pasien pegawai asn
    pns petugas kader tenaga pekerja petani nelayan pedagang pelaku pelanggan pengguna pengunjung wisatawan pemuda atlet
    anak bayi balita ibu lansia korban penyandang investor responden
"""
_PLACES = """
    desa kelurahan kecamatan kabupaten kota provinsi nagari dusun kampung rt rw rumah sekolah puskesmas posyandu klinik
    apotek pasar kios lokasi titik ruas jembatan bangunan gedung hotel restoran destinasi museum perpustakaan bidang
    persil
"""
_BODIES = """
    lembaga organisasi instansi opd skpd uptd perusahaan badan koperasi umkm ukm ikm usaha bumdes kelompok komunitas
    partai
"""
_THINGS = """
    unit buah paket ekor lembar berkas dok dokumen laporan naskah buku eksemplar judul arsip surat izin perda peraturan
    produk sertifikat sampel aplikasi inovasi sambungan kendaraan kapal pohon batang bibit jenis
"""
_EVENTS = """
    kali kasus kejadian perkara pengaduan aduan pelanggaran temuan rekomendasi kunjungan kegiatan program event acara
    pelatihan medali penghargaan
"""
COUNTS = frozenset(" ".join((_PEOPLE, _PLACES, _BODIES, _THINGS, _EVENTS)).split()) | {"rp", "rupiah"}
DURATIONS = frozenset(("hari", "bulan"))  # a dot groups their digits, too, but a mean of days is rounded
FRACTIONS = frozenset(("%", "persen", "percent", "persentase", "nilai", "indeks", "skor", "poin", "rasio", "angka"))
GRADES = frozenset(("predikat", "opini", "kategori", "huruf", "peringkat", "level"))
_SCALED = frozenset(("ribu", "ribuan", "juta", "jutaan", "miliar", "milyar", "triliun"))
_PERIODS = frozenset(("tahun", "semester", "triwulan", "bulan", "minggu", "hari"))  # `orang per tahun` still counts


def counts(satuan: str) -> bool | None:
    """What a unit says of a lone dot before three digits: True it groups (people, units), False it marks decimals
    (percent, scores), None for a measure that may be either (km, ton)."""
    first = next(iter(plain_title(satuan).split()), "")
    if first in COUNTS or first in DURATIONS:
        return True
    return False if first in FRACTIONS else None


def is_whole(satuan: str) -> bool:
    """True for units that count (orang, unit, Rp ...): a figure in them is exact."""
    title = plain_title(satuan.replace("/", " per "))
    first, *rest = title.split() or [""]
    below = set(title.partition(" per ")[2].split())
    return first in COUNTS and below <= _PERIODS and (_SCALED | FRACTIONS).isdisjoint(rest)


def graded(satuan: str) -> bool:
    """Whether figures of this unit are words (`Predikat`, `Opini`)."""
    return not GRADES.isdisjoint(plain_title(satuan).split())
