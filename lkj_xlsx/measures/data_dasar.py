"""Base data: totals, increases, accumulated figures, and target levels held against their percents."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from lkj_xlsx.measures import realisasi
from lkj_xlsx.measures.agreement import target_of
from lkj_xlsx.measures.basis import Input, base_figure, ladder, plus, target
from lkj_xlsx.measures.capaian import capaian_bases
from lkj_xlsx.measures.conclusions import capaian_flips
from lkj_xlsx.measures.renstra import years_so_far
from lkj_xlsx.model.cell import Value
from lkj_xlsx.model.computed import Basis, Computed
from lkj_xlsx.model.corrected import corrected
from lkj_xlsx.model.declare import Measure, Mended, measure
from lkj_xlsx.model.fact import Book, Indikator
from lkj_xlsx.model.flip import Flip
from lkj_xlsx.model.message import say
from lkj_xlsx.model.number import Missing, Reason
from lkj_xlsx.model.record import Record, year_key
from lkj_xlsx.model.ukuran import Inputs
from lkj_xlsx.spec import sources


def of_base_figure(mended: Mended, book: Book) -> tuple[Flip, ...]:
    """What the first indicator that is computed from a base figure, and turns over, says once it is right."""
    kode = mended.record.text("kode_data").upper() if mended.record.sheet == "data_dasar" else ""
    uses = [i for i in book.indikator.values() if kode and kode in (i.pembilang.upper(), i.penyebut.upper())]
    after = corrected(book, {mended.where: mended.right}) if uses else book
    for indikator in uses:
        one, other = (capaian_bases(each, indikator, book.settings.tahun)[0] for each in (book, after))
        turned = capaian_flips(one[0].value, other[0].value, book) if one and other else ()
        if turned:
            return tuple(replace(flip, subject=indikator.nama) for flip in turned)
    return ()


def _sum(*parts: Decimal) -> Decimal:
    return sum(parts, Decimal(0))


def kind_of(record: Record) -> str:
    """The kind of series: rincian, jumlah, kenaikan, bagian."""
    return record.text("jenis").casefold()


def origins(record: Record, book: Book) -> tuple[Record, ...]:
    """The series a row is made from: those it names, or for a total all details of the same table."""
    named = [part.strip() for part in record.text("asal").replace(",", ";").split(";") if part.strip()]
    if named:
        return tuple(series for name in named if (series := book.series(name)) is not None)
    return tuple(
        other for other in book.records("data_dasar") if other.tabel == record.tabel and kind_of(other) == "rincian"
    )


def _answer(
    record: Record,
    field: str,
    value: Value,
    inputs: list[Input] | Missing,
    what: Measure,
    label: str,
    formula: str,
    words: str,
    how: Callable[..., Decimal],
) -> Computed:
    name = record.text("uraian")
    if isinstance(inputs, Missing):
        return Computed(what, label, record, field, value, inputs, subjek=name, places=0)
    bases, reason = ladder(how, words, [inputs], [])
    result = bases[0].value if bases else reason or Missing(Reason.MASUKAN)
    return Computed(what, label, record, field, value, result, bases, formula, subjek=name, places=0)


@measure(
    "JUMLAH-DATA",
    "Jumlah data dasar",
    (
        ("data_dasar", "target_akhir"),
        ("data_dasar", "data_awal"),
        ("data_dasar", "realisasi"),
        ("data_dasar", "realisasi_sd"),
    ),
    sources.SUSUNAN,
    of_base_figure,
    inputs=Inputs.SUM,
)
def jumlah(record: Record, field: str, book: Book) -> Computed | None:
    """Baris Jumlah sama dengan jumlah rinciannya, kolom demi kolom."""
    value = record.get(field)
    if kind_of(record) != "jumlah" or (value.blank and field != "realisasi_sd"):
        return None
    parts = [base_figure(origin, field) for origin in origins(record, book)]
    ready = [part for part in parts if part is not None]
    if field == "realisasi_sd" and not ready:
        return None
    inputs = (
        ready if ready and len(ready) == len(parts) else Missing(Reason.MASUKAN, say("ada rincian yang belum diisi"))
    )
    words = plus(len(ready))
    return _answer(record, field, value, inputs, jumlah, say("jumlah"), say("jumlah rincian"), words, _sum)


@measure(
    "KENAIKAN",
    "Kenaikan data dasar",
    (("data_dasar", "realisasi"),),
    sources.PERTUMBUHAN,
    of_base_figure,
    inputs=Inputs.SUM,
)
def kenaikan(record: Record, field: str, book: Book) -> Computed | None:
    """Kenaikan setahun sama dengan data tahun itu dikurangi data tahun sebelumnya."""
    value = record.get(field)
    if kind_of(record) != "kenaikan" or value.known is None:
        return None
    origin = next(iter(origins(record, book)), None)
    tahun = int(field.partition("@")[2])
    parts = [base_figure(origin, year_key("realisasi", year)) for year in (tahun, tahun - 1)] if origin else [None]
    ready = [part for part in parts if part is not None]
    inputs = (
        ready
        if len(ready) == 2
        else Missing(Reason.MASUKAN, say("data {0} atau {1} asalnya tidak ada", tahun, tahun - 1))
    )
    return _answer(
        record,
        field,
        value,
        inputs,
        kenaikan,
        say("kenaikan"),
        say("data tahun ini − data tahun lalu"),
        "{0} − {1}",
        lambda now, before: now - before,
    )


@measure(
    "DATA-SD",
    "Realisasi s.d. tahun ini",
    (("data_dasar", "realisasi_sd"),),
    sources.RENSTRA_RASIO,
    of_base_figure,
    inputs=Inputs.SUM,
)
def sampai_dengan(record: Record, field: str, book: Book) -> Computed | None:
    """Kenaikan dan bagian dijumlah sejak awal Renstra; data keadaan memakai angka tahun laporan."""
    value = record.get(field)
    if kind_of(record) not in {"kenaikan", "bagian"} or value.blank:
        return None
    parts = [base_figure(record, year_key("realisasi", tahun)) for tahun in years_so_far(book)]
    ready = [part for part in parts if part is not None]
    inputs = ready if ready and len(ready) == len(parts) else Missing(Reason.MASUKAN, say("ada tahun yang belum diisi"))
    words = plus(len(ready))
    return _answer(
        record,
        field,
        value,
        inputs,
        sampai_dengan,
        say("realisasi s.d. tahun ini"),
        say("jumlah sejak awal Renstra"),
        words,
        _sum,
    )


def owners(record: Record, book: Book) -> tuple[Indikator, ...]:
    """The indicators that a series of base data, or the increase of one, stands for."""
    kode = record.text("kode_data").upper()
    source = record.text("asal").upper() if kind_of(record) == "kenaikan" else kode
    return tuple(item for item in book.indikator.values() if item.pembilang.upper() == source)


def level_bases(record: Record, book: Book, indikator: Indikator) -> tuple[Basis, ...]:
    """Amounts a target may be: the percent of the year (or of the Renstra's end) put to its base, or the target itself
    where the indicator is the figure."""
    settings, kind = book.settings, kind_of(record)
    if indikator.rumus == realisasi.data.code and kind != "kenaikan":
        return _as_stated(book, indikator)
    readings: list[Basis] = []
    grows = indikator.rumus == realisasi.pertumbuhan.code
    source = book.series(indikator.penyebut if indikator.rumus == realisasi.persentase.code else indikator.pembilang)
    if source is None or indikator.rumus not in {realisasi.pertumbuhan.code, realisasi.persentase.code}:
        return ()
    for tahun, base in (
        (settings.akhir, "data_awal"),
        (settings.tahun, year_key("realisasi", settings.tahun - 1)),
        (settings.tahun, year_key("realisasi", settings.tahun)),
    ):
        goal = target_of(book, indikator.kode, tahun)
        inputs = [base_figure(source, base), target(goal) if goal is not None else None]
        ready = [item for item in inputs if item is not None]
        if len(ready) != 2 or (grows and base == year_key("realisasi", settings.tahun)):
            continue
        if grows and kind != "kenaikan":
            bases, _ = ladder(lambda b, t: b * (100 + t) / 100, "{0} × (100 + {1}) ÷ 100", [ready], [], str(tahun))
        else:
            bases, _ = ladder(lambda b, t: b * t / 100, "{0} × {1} ÷ 100", [ready], [], str(tahun))
        readings += bases
    return tuple(readings)


def _as_stated(book: Book, indikator: Indikator) -> tuple[Basis, ...]:
    """The targets of an indicator that is a base figure: of the Renstra's end, then of the year."""
    readings: list[Basis] = []
    for tahun, words in ((book.settings.akhir, say("target akhir Renstra")), (book.settings.tahun, say("target"))):
        goal = target_of(book, indikator.kode, tahun)
        item = target(goal) if goal is not None and goal.upper is None else None
        if item is not None:
            readings += ladder(lambda t: t, words, [[item]], [], str(tahun))[0]
    return tuple(readings)


def of_year(readings: tuple[Basis, ...], record: Record, book: Book) -> tuple[Basis, ...]:
    """The readings of the year printed over the column, then those of the Renstra's end, which the column is for.

    None, where the targets of these years are not stated: another year's target says nothing about them.
    """
    printed = record.known("tahun_target")
    wanted = [str(year) for year in (printed, book.settings.akhir) if year is not None]
    return tuple(dict.fromkeys(b for year in wanted for b in readings if b.variant == year))


@measure(
    "TARGET-DATA",
    "Target dalam rupiah atau unit",
    (("data_dasar", "target_akhir"),),
    sources.TARGET_PK,
    of_base_figure,
    inputs=Inputs.LEVEL,
)
def target_data(record: Record, field: str, book: Book) -> Computed | None:
    """Target dalam rupiah atau unit sama dengan persentase targetnya dikali datanya, selisih paling banyak satu; target
    indikator yang angkanya data itu sendiri sama persis."""
    value = record.get(field)
    served = owners(record, book)
    if value.known is None or not served or kind_of(record) == "jumlah":
        return None
    readings = tuple(dict.fromkeys(basis for owner in served for basis in level_bases(record, book, owner)))
    if not readings:
        return None
    ordered = of_year(readings, record, book)
    stated = all(item.rumus == realisasi.data.code for item in served) and kind_of(record) != "kenaikan"
    return Computed(
        target_data,
        "target",
        record,
        field,
        value,
        ordered[0].value if ordered else Missing(Reason.MASUKAN, say("target {0} tidak tertulis", book.settings.akhir)),
        ordered,
        say("data dasar × persentase target"),
        subjek=record.text("uraian"),
        places=0,
        exact_places=None if stated else 0,
    )
