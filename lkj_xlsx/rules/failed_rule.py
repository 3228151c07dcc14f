"""About the tool itself: a rule that failed is said aloud, never passed over."""

from __future__ import annotations

from lkj_xlsx.model.declare import Source, page
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.model.message import say

GAGAL = "LKJ901", "aturan-gagal"


gagal = page(
    *GAGAL,
    Level.GALAT,
    "Sebuah aturan gagal dijalankan",
    Source("ALAT-1", "Aturan yang gagal tidak boleh diam", "D"),
    """Apa yang diperiksa: apakah setiap aturan selesai dijalankan.

    Mengapa penting: aturan yang gagal tanpa suara terbaca sebagai tidak ada temuan.

    Contoh yang ditemukan: aturan berhenti karena isi yang tidak terduga.
    Contoh yang lolos: semua aturan selesai.

    Cara memperbaiki: laporkan kepada pengelola alat ini beserta berkasnya; temuan lain tetap berlaku.
    """,
)


def failed(code: str, fault: Exception) -> Finding:
    """The finding that stands for a rule that raised."""
    return Finding(
        *GAGAL,
        Level.GALAT,
        say(
            "Aturan {kode} gagal dijalankan ({galat}); hasilnya tidak lengkap.",
            kode=code,
            galat=f"{type(fault).__name__}: {fault}",
        ),
        subject=say("aturan {0}", code),
        step=say("Laporkan kepada pengelola alat ini beserta berkasnya."),
    )
