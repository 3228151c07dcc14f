"""One mistake behind many findings: cells or columns exchanged, a column moved, a wrong setting of an indicator."""

from __future__ import annotations

from lkj_xlsx.model.declare import page
from lkj_xlsx.model.finding import Level
from lkj_xlsx.spec import sources

SATU = "LKJ326", "satu-kekeliruan"


satu = page(
    *SATU,
    Level.GALAT,
    "Satu kekeliruan di balik banyak temuan",
    sources.SUSUNAN,
    """Apa yang diperiksa: bila ada temuan, apakah satu pembetulan menghilangkannya sekaligus: dua sel, dua kolom, atau
    dua baris yang tertukar, satu kolom yang bergeser sebaris, Data Dasar yang masih berisi angka tahun lalu, atau arah,
    pembilang, dan penyebut indikator yang keliru.

    Mengapa penting: satu salah tempel membuat puluhan angka tampak salah. Yang perlu dibetulkan hanya satu; temuan
    lainnya terlipat di bawahnya. Kekeliruan ini hanya disebut bila hitungan ulang dengan pembetulan itu benar-benar
    menghilangkan temuannya dan tidak menimbulkan temuan baru.

    Contoh yang ditemukan: anggaran dan realisasi tertukar di satu baris; kolom realisasi bergeser sebaris; arah Naik
    untuk indikator yang seluruh capaiannya cocok dengan Turun.
    Contoh yang lolos: satu angka salah ketik.

    Cara memperbaiki: betulkan seperti tertulis pada langkahnya, lalu periksa lagi.
    """,
)
