"""Budget absorption and what is left: always from the rupiah, never from rounded percents."""

from __future__ import annotations

from decimal import Decimal

from lkj_xlsx.measures.basis import Input, ladder, typed
from lkj_xlsx.measures.plausible import anggaran_gap, withheld
from lkj_xlsx.model.cell import Value
from lkj_xlsx.model.computed import Basis
from lkj_xlsx.model.declare import variant
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.message import say
from lkj_xlsx.model.number import Missing, Reason
from lkj_xlsx.model.record import Record
from lkj_xlsx.spec import sources

SPENT = {"realisasi_anggaran": "realisasi", "efisiensi": "realisasi_anggaran"}  # what was spent, by sheet


def absorbed(anggaran: Decimal, realisasi: Decimal) -> Decimal | Missing:
    """realisasi ÷ anggaran × 100; undefined without a budget, and withheld where the two are not of one scale."""
    power = anggaran_gap(anggaran, realisasi)
    if power is not None:
        return withheld(power)
    return realisasi / anggaran * 100 if anggaran else Missing(Reason.PEMBAGI_NOL, say("anggaran bernilai 0"))


def states_share(percent: Value, anggaran: Decimal | None, realisasi: Decimal | None) -> bool:
    """Whether a typed percent is what such a budget and what was spent of it give, at its stated places."""
    result = absorbed(anggaran, realisasi) if anggaran is not None and realisasi is not None else None
    return isinstance(result, Decimal) and percent.interval is not None and percent.interval.holds(result)


def remaining(anggaran: Decimal, realisasi: Decimal) -> Decimal:
    """anggaran − realisasi."""
    return anggaran - realisasi


@variant(
    "persen_induk",
    "JUMLAH",
    "Dari jumlah rupiahnya",
    sources.INDUK,
    default=True,
    order=1,
    words="{1} ÷ {0} × 100",
    excel="{r}/{t}*100",
)
def dari_jumlah(percents: tuple[Decimal, ...]) -> None:
    """Persen program dan kegiatan dihitung dari jumlah realisasi dibagi jumlah anggaran."""
    return None


@variant(
    "persen_induk",
    "RATA",
    "Rata-rata persen baris di bawahnya",
    sources.INDUK,
    order=2,
    excel="AVERAGE({all})",
)
def rata_rata(percents: tuple[Decimal, ...]) -> Decimal | None:
    """Rata-rata tanpa bobot dari persen anaknya; hanya bila cara ini memang dinyatakan dalam dokumen."""
    return sum(percents, Decimal(0)) / len(percents) if percents else None


INDUK = {item.code: item for item in (dari_jumlah, rata_rata)}


def serapan_bases(anggaran: Value, realisasi: Value) -> tuple[tuple[Basis, ...], Missing | None]:
    """The bases of an absorption, from two cells of rupiah."""
    return absorbed_bases(typed(anggaran, True), typed(realisasi, True))


def absorbed_bases(*inputs: Input | None) -> tuple[tuple[Basis, ...], Missing | None]:
    """The bases of an absorption, from a budget and what was spent of it."""
    ready = [item for item in inputs if item is not None]
    if len(ready) != 2:
        return (), Missing(Reason.MASUKAN, say("anggaran atau realisasi belum diisi"))
    return ladder(absorbed, dari_jumlah.words, [ready], [])


def name_of(record: Record, book: Book) -> str:
    """What a budget row speaks of: its programme or kegiatan, or the indicator it pays for."""
    if record.sheet == "realisasi_anggaran":
        return record.text("uraian")
    names = [book.indikator[kode].nama for kode in record.indikator if kode in book.indikator]
    return "; ".join(names)
