"""Quarters put together into the year, as declared per indicator and never guessed."""

from __future__ import annotations

from decimal import Decimal

from lkj_xlsx.measures.basis import TAKEN, decimals, in_unit, ladder, target
from lkj_xlsx.model.computed import Computed
from lkj_xlsx.model.declare import measure, variant
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.message import say
from lkj_xlsx.model.number import Missing, Reason
from lkj_xlsx.model.record import Record
from lkj_xlsx.spec import sources

OPTION = "agregasi"


@variant(OPTION, "AKHIR", "Nilai triwulan terakhir", sources.TRIWULAN, order=1, words=TAKEN, excel="{d}")
def akhir(*parts: Decimal) -> Decimal:
    """Untuk angka keadaan: triwulan keempat adalah angka setahun."""
    return parts[-1]


@variant(
    OPTION,
    "JUMLAH",
    "Jumlah keempat triwulan",
    sources.TRIWULAN,
    order=2,
    words="{0} + {1} + {2} + {3}",
    excel="{a}+{b}+{c}+{d}",
    part=lambda year, others: year - sum(others),
)
def jumlah(*parts: Decimal) -> Decimal:
    """Untuk hasil yang bertambah sepanjang tahun."""
    return sum(parts, Decimal(0))


@variant(
    OPTION,
    "RATA",
    "Rata-rata keempat triwulan",
    sources.TRIWULAN,
    order=3,
    words="({0} + {1} + {2} + {3}) ÷ 4",
    excel="({a}+{b}+{c}+{d})/4",
    part=lambda year, others: year * (len(others) + 1) - sum(others),
)
def rata(*parts: Decimal) -> Decimal:
    """Untuk indeks yang diukur tiap triwulan."""
    return sum(parts, Decimal(0)) / len(parts)


@variant(
    OPTION,
    "TERTINGGI",
    "Nilai triwulan tertinggi",
    sources.TRIWULAN,
    order=4,
    words=say("terbesar dari {0}, {1}, {2}, {3}"),
    excel="MAX({a},{b},{c},{d})",
)
def tertinggi(*parts: Decimal) -> Decimal:
    """Untuk capaian yang dihitung dari puncaknya."""
    return max(parts)


AGREGASI = {item.code: item for item in (akhir, jumlah, rata, tertinggi)}


@measure(
    "TRIWULAN",
    "Angka setahun dari triwulan",
    (("triwulan", "target"), ("triwulan", "realisasi")),
    sources.TRIWULAN,
    choices=tuple(AGREGASI.values()),
)
def setahun(record: Record, field: str, book: Book) -> Computed | None:
    """Empat triwulan digabung menurut Agregasi Triwulan indikatornya."""
    indikator = book.indikator_of(record)
    value = record.get(field)
    if indikator is None:
        return None
    cells = [record.get(f"{field}_tw{n}") for n in range(1, 5)]
    if all(cell.blank for cell in cells):
        return None
    parts = [target(cell) if field == "target" else in_unit(cell, indikator.satuan) for cell in cells]
    ready = [part for part in parts if part is not None]
    how = AGREGASI.get(indikator.agregasi)

    def missing(reason: Reason, detail: str) -> Computed:
        return Computed(setahun, field, record, field, value, Missing(reason, detail), subjek=indikator.nama)

    if how is None:
        return missing(Reason.RUMUS_BELUM_DIPILIH, say("Agregasi Triwulan pada lembar Indikator"))
    last = parts[3]
    if how is akhir and last is not None:  # only the last quarter is needed
        ready = [last._replace(origin=say("TW IV, {0}", cells[3].where))]
    elif len(ready) != 4:
        return missing(Reason.MASUKAN, say("ada triwulan yang belum diisi"))
    bases, _ = ladder(how.apply, how.words, [], [ready])
    four = [part.value for part in ready] * (4 // len(ready))
    others = {code: item.apply(*four) for code, item in AGREGASI.items() if code != how.code}
    rivals = {code: result for code, result in others.items() if result != bases[0].value}
    return Computed(
        setahun,
        field,
        record,
        field,
        value,
        bases[0].value,
        bases,
        how.label,
        how.code,
        indikator.nama,
        decimals(bases[0].value, indikator.satuan),
        rivals=rivals,
    )
