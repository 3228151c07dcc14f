"""Realisasi from its base data: growth, share, ratio, the series itself, or a figure given from outside."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from lkj_xlsx.measures.basis import Calculation, Input, base_figure, evaluate, ladder, reach
from lkj_xlsx.measures.conclusions import of_realisasi
from lkj_xlsx.model.computed import Computed
from lkj_xlsx.model.declare import measure, variant
from lkj_xlsx.model.expression import DASH
from lkj_xlsx.model.fact import Book, Indikator
from lkj_xlsx.model.message import say
from lkj_xlsx.model.number import Interval, Missing, Reason, places_of, show
from lkj_xlsx.model.record import Record, year_key
from lkj_xlsx.model.ukuran import Inputs
from lkj_xlsx.spec import sources

OPTION = "rumus_realisasi"
SHOWN = 6  # decimals of an unrounded realisasi in a sentence


@dataclass(frozen=True, slots=True)
class Recipe:
    """A formula with its inputs and its words, ready to be evaluated."""

    formula: Calculation
    inputs: tuple[Input, ...]
    words: str


def tumbuh(now: Decimal, before: Decimal) -> Decimal | Missing:
    """(n − (n−1)) ÷ (n−1) × 100; undefined on a base of zero or below (a loss has no growth rate)."""
    if before == 0:
        return Missing(Reason.PEMBAGI_NOL, say("data tahun sebelumnya bernilai 0"))
    if before < 0:
        return Missing(Reason.PEMBAGI_NEGATIF, say("data tahun sebelumnya negatif; sebutkan jumlahnya saja"))
    return (now - before) / before * 100


def share(part: Decimal, whole: Decimal) -> Decimal | Missing:
    """part ÷ whole × 100."""
    return Missing(Reason.PEMBAGI_NOL, say("penyebut bernilai 0")) if whole == 0 else part / whole * 100


def ratio(part: Decimal, whole: Decimal) -> Decimal | Missing:
    """part ÷ whole."""
    return Missing(Reason.PEMBAGI_NOL, say("penyebut bernilai 0")) if whole == 0 else part / whole


def itself(value: Decimal) -> Decimal:
    """The series' own figure."""
    return value


def _figure(book: Book, kode: str, tahun: int) -> Input | Missing:
    record = book.series(kode)
    if record is None:
        return Missing(Reason.MASUKAN, say("kode data {0} tidak ada di Data Dasar", kode or say("(kosong)")))
    figure = base_figure(record, year_key("realisasi", tahun))
    return figure or Missing(Reason.MASUKAN, say("realisasi {0} untuk {1} tidak ada di Data Dasar", tahun, kode))


def _recipe(formula: Calculation, words: str, *inputs: Input | Missing) -> Recipe | Missing:
    ready: list[Input] = []
    for item in inputs:
        if isinstance(item, Missing):
            return item
        ready.append(item)
    return Recipe(formula, tuple(ready), words)


@variant(
    OPTION,
    "PERTUMBUHAN",
    "Pertumbuhan terhadap tahun lalu",
    sources.PERTUMBUHAN,
    order=1,
    words="({0} − {1}) ÷ {1} × 100",
    excel=f"IF({{b}}<=0,{DASH},({{a}}-{{b}})/{{b}}*100)",
)
def pertumbuhan(book: Book, indikator: Indikator, tahun: int) -> Recipe | Missing:
    """Data tahun n dikurangi tahun n−1, dibagi tahun n−1, dikali 100. Pembilang: kode data yang tumbuh."""
    now = _figure(book, indikator.pembilang, tahun)
    return _recipe(tumbuh, pertumbuhan.words, now, _figure(book, indikator.pembilang, tahun - 1))


@variant(
    OPTION,
    "PERSENTASE",
    "Persentase pembilang terhadap penyebut",
    sources.BAGIAN,
    order=2,
    words="{0} ÷ {1} × 100",
    excel=f"IF({{b}}=0,{DASH},{{a}}/{{b}}*100)",
)
def persentase(book: Book, indikator: Indikator, tahun: int) -> Recipe | Missing:
    """Pembilang dibagi penyebut, dikali 100, keduanya data tahun yang sama."""
    part = _figure(book, indikator.pembilang, tahun)
    return _recipe(share, persentase.words, part, _figure(book, indikator.penyebut, tahun))


@variant(
    OPTION,
    "RASIO",
    "Pembilang dibagi penyebut",
    sources.BAGIAN,
    order=3,
    words="{0} ÷ {1}",
    excel=f"IF({{b}}=0,{DASH},{{a}}/{{b}})",
)
def rasio(book: Book, indikator: Indikator, tahun: int) -> Recipe | Missing:
    """Pembilang dibagi penyebut tanpa dikali 100."""
    part = _figure(book, indikator.pembilang, tahun)
    return _recipe(ratio, rasio.words, part, _figure(book, indikator.penyebut, tahun))


@variant(OPTION, "DATA", "Sama dengan data dasar", sources.BAGIAN, order=4, words="{0}", excel="{a}")
def data(book: Book, indikator: Indikator, tahun: int) -> Recipe | Missing:
    """Realisasi adalah angka data itu sendiri, misalnya jumlah orang yang dilatih."""
    return _recipe(itself, data.words, _figure(book, indikator.pembilang, tahun))


@variant(OPTION, "LANGSUNG", "Langsung dari sumbernya", sources.BAGIAN, default=True, order=5, excel="{a}")
def langsung(book: Book, indikator: Indikator, tahun: int) -> Recipe | Missing:
    """Angka dari penilai atau survei; tidak dihitung ulang dari data dasar."""
    return Missing(Reason.MASUKAN, say("realisasi berasal langsung dari sumbernya"))


FORMULAS = {item.code: item for item in (pertumbuhan, persentase, rasio, data, langsung)}


def recipe(book: Book, indikator: Indikator, tahun: int) -> Recipe | Missing:
    """How the indicator's realisasi of a year follows from Data Dasar, or why it cannot."""
    formula = FORMULAS.get(indikator.rumus or langsung.code)
    if formula is None:
        return Missing(Reason.RUMUS_BELUM_DIPILIH, say("rumus realisasi belum dipilih"))
    result: Recipe | Missing = formula.apply(book, indikator, tahun)
    return result


def second_of(derivation: Recipe) -> Recipe:
    """The same for a figure written `1 : N`: N, where the formula gives the part 1/N."""

    def formula(*numbers: Decimal) -> Decimal | Missing:
        result = derivation.formula(*numbers)
        return result if isinstance(result, Missing) or not 0 < result < 1 else 1 / result

    return Recipe(formula, derivation.inputs, say("1 ÷ ({0})", derivation.words))


def exact_realisasi(book: Book, indikator: Indikator, tahun: int, ratio: bool = False) -> Input | Missing:
    """The unrounded realisasi from Data Dasar as one input, as exact as the data; or why there is none.

    With `ratio` it is the N of `1 : N`.
    """
    derivation = recipe(book, indikator, tahun)
    if isinstance(derivation, Missing):
        return derivation
    derivation = second_of(derivation) if ratio else derivation
    result = evaluate(derivation.formula, [item.value for item in derivation.inputs])
    if isinstance(result, Missing):
        return result
    words = say(derivation.words, *(item.text for item in derivation.inputs))
    figure = Input(
        result,
        reach(derivation.formula, derivation.inputs) or Interval.point(result),
        show(result, min(SHOWN, places_of(result))),
        tuple(where for item in derivation.inputs for where in item.where),
    )
    return figure if derivation.words == data.words else figure._replace(origin=words)


_FILLS = (
    ("capaian_iku", "realisasi"),
    ("target_realisasi", "realisasi"),
    ("tahun_lalu", "realisasi"),
    ("tahun_lalu", "realisasi_lalu"),
    ("renstra", "realisasi"),
    ("efisiensi", "realisasi"),
)


@measure(
    "REALISASI",
    "Realisasi",
    _FILLS,
    sources.PERTUMBUHAN,
    of_realisasi,
    inputs=Inputs.DATA,
    choices=tuple(FORMULAS.values()),
)
def realisasi(record: Record, field: str, book: Book) -> Computed | None:
    """Realisasi dihitung ulang dari Data Dasar menurut rumus indikatornya."""
    indikator = book.indikator_of(record)
    value = record.get(field)
    if indikator is None or value.blank:
        return None
    tahun = book.settings.year_of(field)
    derivation = recipe(book, indikator, tahun)
    variant_code = indikator.rumus or langsung.code
    if isinstance(derivation, Missing):
        if variant_code == langsung.code:
            return None
        return Computed(realisasi, "realisasi", record, field, value, derivation, subjek=indikator.nama)
    if value.ratio:
        derivation = second_of(derivation)
    bases, reason = ladder(derivation.formula, derivation.words, [derivation.inputs], [])
    result = bases[0].value if bases else reason or Missing(Reason.MASUKAN)
    places = 2
    if variant_code == data.code and isinstance(result, Decimal):
        places = min(places, places_of(result))  # people and units have no decimals to be told
    return Computed(
        realisasi,
        "realisasi",
        record,
        field,
        value,
        result,
        bases,
        FORMULAS[variant_code].label,
        variant_code,
        indikator.nama,
        places,
    )
