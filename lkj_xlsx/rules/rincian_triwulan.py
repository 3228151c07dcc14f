"""The parts of an indicator that the table of quarters lists below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.declare import rule
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.model.message import say
from lkj_xlsx.model.number import show
from lkj_xlsx.model.record import Record
from lkj_xlsx.rules.wording import cells
from lkj_xlsx.spec import sources
from lkj_xlsx.spec.closing import details

RINCIAN = "LKJ328", "rincian-triwulan-tidak-cocok"
KEYS = (*(f"{kind}_tw{n}" for kind in ("target", "realisasi") for n in range(1, 5)), "target", "realisasi")
FEWEST = 2  # columns that must add up before another is held against them


@rule(*RINCIAN, Level.BEDA, "Triwulan tidak sama dengan jumlah rinciannya", sources.SUSUNAN)
def rincian(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: angka triwulan indikator sama dengan jumlah baris rincian di bawahnya (a., b., ...), bila
    kolom-kolom lain menunjukkan bahwa rincian itu memang dijumlahkan.

    Mengapa penting: satu triwulan rincian yang salah ketik membuat jumlah setahun dan capaian keliru.

    Contoh yang ditemukan: padi sawah 20.001 dan padi ladang 11.000 ton di bawah produksi 30.001 ton.
    Contoh yang lolos: rincian indeks yang tidak dijumlahkan; rincian yang belum lengkap.

    Cara memperbaiki: cocokkan dengan laporan triwulan, lalu betulkan angka yang salah.
    """
    for parent, below in _parents(book):
        columns = [key for key in KEYS if all(row.get(key).known is not None for row in (parent, *below))]
        wrong = [key for key in columns if parent.get(key).known != _sum(below, key)]
        if wrong and len(columns) - len(wrong) >= max(FEWEST, len(wrong)):
            yield _finding(parent, below, wrong)


def _finding(parent: Record, below: Sequence[Record], wrong: Sequence[str]) -> Finding:
    value, parts = parent.get(wrong[0]), [row.get(wrong[0]).where for row in below]
    right = _sum(below, wrong[0])
    return Finding(
        *RINCIAN,
        Level.BEDA,
        say(
            "Tertulis {tertulis}, sedangkan jumlah rincian di {rincian} {jumlah}. Belum dapat dipastikan mana yang "
            "salah.",
            tertulis=value.shown,
            rincian=cells(parts),
            jumlah=show(right, value.places),
        ),
        value.where,
        parent.tabel,
        parent.text("indikator"),
        stated=value.said,
        recomputed=right,
        difference=(value.known or right) - right,
        places=value.places,
        related=(*parts, *(parent.get(key).where for key in wrong[1:])),
        step=say("Cocokkan {sel} dan {rincian} dengan laporan triwulan.", sel=value.where, rincian=cells(parts)),
        label=say("rincian triwulan"),
    )


def _parents(book: Book) -> Iterator[tuple[Record, list[Record]]]:
    """Rows of indicators with the rows of their parts right below them."""
    parent: Record | None = None
    below: list[Record] = []
    for record in (*book.records("triwulan"), None):
        if record is not None and parent is not None and not record.indikator and details(record.text("indikator")):
            below.append(record)
            continue
        if parent is not None and below:
            yield parent, below
        parent, below = record if record is not None and record.indikator else None, []


def _sum(rows: Sequence[Record], key: str) -> Decimal:
    return sum((row.get(key).known or Decimal(0) for row in rows), Decimal(0))
