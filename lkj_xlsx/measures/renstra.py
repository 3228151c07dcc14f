"""Progress towards the Renstra: realisasi up to now, and its share of the target at the end."""

from __future__ import annotations

from decimal import Decimal

from lkj_xlsx.measures.agreement import agreed, target_of
from lkj_xlsx.measures.basis import Calculation, Input, base_figure, decimals, in_unit, ladder, plus, strongest_first
from lkj_xlsx.measures.capaian import best_realisasi, readings, realisasi_word, word_reached
from lkj_xlsx.measures.capaian_variants import NAIK, goals, naik, result_of, turun_1, way
from lkj_xlsx.measures.conclusions import of_kemajuan
from lkj_xlsx.measures.plausible import doubt
from lkj_xlsx.measures.realisasi import data, exact_realisasi, persentase, share
from lkj_xlsx.measures.ways import Way
from lkj_xlsx.model.cell import Value
from lkj_xlsx.model.computed import Basis, Computed
from lkj_xlsx.model.declare import measure, variant
from lkj_xlsx.model.expression import each_result
from lkj_xlsx.model.fact import Book, Indikator
from lkj_xlsx.model.message import say
from lkj_xlsx.model.number import Missing, Reason
from lkj_xlsx.model.record import Record, year_key
from lkj_xlsx.model.ukuran import Inputs
from lkj_xlsx.spec import sources

OPTION = "sifat_renstra"


@variant(
    OPTION,
    "NON-KUMULATIF",
    "Tidak kumulatif: realisasi terakhir",
    sources.RENSTRA_RASIO,
    default=True,
    order=1,
    excel="{own}",
)
def non_kumulatif(chosen: Way) -> Calculation:
    """Realisasi terakhir dibandingkan target akhir dengan rumus capaian indikatornya."""
    return chosen.formula


@variant(OPTION, "KUMULATIF", "Kumulatif: jumlah sejak awal Renstra", sources.RENSTRA_RASIO, order=2, excel=NAIK)
def kumulatif(chosen: Way) -> Calculation:
    """Jumlah realisasi tahun-tahun Renstra dibagi target akhir, dikali 100."""
    return naik


@variant(OPTION, "REPETITIF", "Repetitif: target sama tiap tahun", sources.RENSTRA, order=3, excel="{own}")
def repetitif(chosen: Way) -> Calculation:
    """Realisasi terakhir dibandingkan target akhir; target tiap tahun sama."""
    return chosen.formula


@variant(
    OPTION,
    "PROGRES-POSITIF",
    "Progres positif: nilai akhir, makin besar makin baik",
    sources.RENSTRA,
    order=4,
    excel=NAIK,
)
def progres_positif(chosen: Way) -> Calculation:
    """Realisasi terakhir dibagi target akhir, dikali 100."""
    return naik


@variant(
    OPTION,
    "PROGRES-NEGATIF",
    "Progres negatif: nilai akhir, makin kecil makin baik",
    sources.RENSTRA,
    order=5,
    excel=turun_1.excel,
)
def progres_negatif(chosen: Way) -> Calculation:
    """(2 × target akhir − realisasi terakhir) ÷ target akhir × 100."""
    formula: Calculation = turun_1.apply
    return formula


SIFAT = {item.code: item for item in (non_kumulatif, kumulatif, repetitif, progres_positif, progres_negatif)}


def sifat_of(indikator: Indikator) -> str:
    """The chosen progress type; not cumulative where none was chosen."""
    return indikator.sifat or non_kumulatif.code


def years_so_far(book: Book) -> range:
    """The Renstra's years up to the report's."""
    return range(book.settings.awal, book.settings.tahun + 1)


def _sum(*parts: Decimal) -> Decimal:
    return sum(parts, Decimal(0))


def _this_year(
    book: Book, indikator: Indikator, own: Input | None
) -> tuple[list[list[Input]], list[list[Input]], Missing | None]:
    """Inputs for this year's realisasi: exact, as most tables say, and as typed in the row."""
    sure, said, reason = best_realisasi(book, indikator, book.settings.tahun)
    rows = [[item] for item in said]
    if own is not None and all(own.value != item.value for item in said):
        rows.append([own])
    return [[item] for item in sure], rows, reason


def so_far(
    book: Book, indikator: Indikator, own: Input | None
) -> tuple[list[list[Input]], list[list[Input]], Missing | None]:
    """Inputs whose sum is the realisasi up to this year: exact ones, typed ones, and why there are none."""
    if sifat_of(indikator) != kumulatif.code:
        return _this_year(book, indikator, own)
    exact_parts: list[Input] = []
    typed_parts: list[Input] = []
    for tahun in years_so_far(book):
        unrounded = exact_realisasi(book, indikator, tahun)
        if isinstance(unrounded, Input):
            exact_parts.append(unrounded)
        value = agreed(book.stated(indikator.kode, "realisasi", tahun))
        part = in_unit(value, indikator.satuan) if value is not None else None
        if part is not None:
            typed_parts.append(part)
    wanted = len(years_so_far(book)) or 1  # a report from before the Renstra has nothing to add up
    lacking = Missing(Reason.MASUKAN, say("realisasi tahun-tahun Renstra sebelumnya tidak tertulis"))
    return (
        [exact_parts] if len(exact_parts) == wanted else [],
        [typed_parts] if len(typed_parts) == wanted else [],
        lacking,
    )


@measure(
    "REALISASI-SD",
    "Realisasi s.d. tahun ini",
    (("renstra", "realisasi_sd"),),
    sources.RENSTRA_RASIO,
    inputs=Inputs.SUM,
    choices=tuple(SIFAT.values()),
)
def realisasi_sd(record: Record, field: str, book: Book) -> Computed | None:
    """Kumulatif: jumlah realisasi sejak awal Renstra. Selain itu: realisasi tahun laporan."""
    indikator = book.indikator_of(record)
    value = record.get(field)
    if indikator is None or value.blank:
        return None
    own = result_of(record.get("realisasi"), indikator, book.settings)
    sure, said, reason = so_far(book, indikator, own if isinstance(own, Input) else None)
    words = plus(len((sure or said or [[]])[0]))
    bases, failed = ladder(_sum, words, sure, said)
    result: Decimal | str | Missing = bases[0].value if bases else failed or reason or Missing(Reason.MASUKAN)
    word = realisasi_word(book, indikator, book.settings.tahun)
    if word is not None and not bases and word.letter == value.letter:
        result = value.text
    formula = SIFAT[sifat_of(indikator)].label
    return Computed(
        realisasi_sd,
        say("realisasi s.d. tahun ini"),
        record,
        field,
        value,
        result,
        bases,
        formula,
        sifat_of(indikator),
        indikator.nama,
        decimals(result, indikator.satuan),
    )


def unit_basis(book: Book, indikator: Indikator) -> tuple[Basis, ...]:
    """Rupiah ÷ rupiah or unit ÷ unit: the same progress from the base data, as defensible as percent ÷ percent."""
    for record in book.records("data_dasar"):
        kind, origin = record.text("jenis").casefold(), record.text("asal").upper()
        matches = (kind == "kenaikan" and origin == indikator.pembilang.upper()) or (
            record.text("kode_data").upper() == indikator.pembilang.upper()
            and kind in {"bagian", "rincian"}
            and indikator.rumus in {persentase.code, data.code}
        )
        goal = base_figure(record, "target_akhir") if matches else None
        if goal is None:
            continue
        parts = [base_figure(record, year_key("realisasi", tahun)) for tahun in years_so_far(book)]
        ready = [part for part in parts if part is not None]
        if len(ready) != len(parts) or not ready:
            continue
        used = ready if kind in {"kenaikan", "bagian"} else ready[-1:]
        words = plus(len(used), 1)
        words = f"({words}) ÷ {{0}} × 100" if len(used) > 1 else f"{words} ÷ {{0}} × 100"
        bases, _ = ladder(lambda t, *rest: share(_sum(*rest), t), words, [[goal, *used]], [], "satuan")
        return bases
    return ()


def progress_formula(indikator: Indikator, chosen: Way, bounds: int) -> Calculation:
    """The formula of the indicator's progress type; a target of two bounds has one formula, whatever the type."""
    formula: Calculation = chosen.formula if bounds > 1 else SIFAT[sifat_of(indikator)].apply(chosen)
    return formula


def progress_excel(indikator: Indikator, chosen: Way, bounds: int) -> str:
    """The same as a live formula; the cap of capaian holds for the indicator's own formula only."""
    excel = "{own}" if bounds > 1 else each_result(SIFAT[sifat_of(indikator)].excel)
    return excel.replace("{own}", chosen.excel)


def progress_bases(
    book: Book, indikator: Indikator, field: str, record: Record, goal: Value, aims: tuple[Input, ...]
) -> tuple[tuple[Basis, ...], Missing | None]:
    """All bases of one progress figure: of this year's realisasi, or of all up to this year (`kemajuan_sd`)."""
    chosen = way(indikator, book.settings, goal)
    said_here = result_of(record.get("realisasi"), indikator, book.settings)
    own = said_here if isinstance(said_here, Input) else None
    inner = progress_formula(indikator, chosen, len(aims))
    sure, said, reason = so_far(book, indikator, own) if field == "kemajuan_sd" else _this_year(book, indikator, own)
    first = next(iter((*sure, *said)), None)
    far = doubt(book, indikator.satuan, goal, first[0] if first and len(first) == 1 else None, bool(sure))
    if far is not None:
        return (), far
    count = len(aims)
    words = chosen.words if len((sure or said or [[]])[0]) == 1 else say("jumlah realisasi ÷ {0} × 100")
    bases, failed = ladder(
        lambda *n: inner(*n[:count], _sum(*n[count:])),
        words,
        [[*aims, *row] for row in sure],
        [[*aims, *row] for row in said],
    )
    for other in readings(indikator, book.settings, goal)[1:]:
        more, _ = ladder(
            lambda *n, way=other: way.formula(*n[:count], _sum(*n[count:])),
            other.words,
            [[*aims, *row] for row in sure],
            [[*aims, *row] for row in said],
        )
        bases = strongest_first((*bases, *more))
    if field == "kemajuan_sd" or len(years_so_far(book)) == 1:
        bases = strongest_first((*bases, *unit_basis(book, indikator)))
    return bases, failed or reason


def _fraction(record: Record, field: str) -> tuple[str, str] | None:
    """The realisasi and the last target typed in the row of a progress figure."""
    names = {"kemajuan": "realisasi", "kemajuan_sd": "realisasi_sd"}
    return (names[field], "target_akhir") if field in names else None


@measure(
    "KEMAJUAN",
    "Capaian terhadap target akhir Renstra",
    (("renstra", "kemajuan"), ("renstra", "kemajuan_sd")),
    sources.RENSTRA_RASIO,
    of_kemajuan,
    percent=True,
    inputs=Inputs.TARGET_AKHIR,
    choices=tuple(SIFAT.values()),
    fraction=_fraction,
)
def kemajuan(record: Record, field: str, book: Book) -> Computed | None:
    """Realisasi dibandingkan target akhir Renstra menurut sifat kemajuannya; dari persen atau dari data dasarnya."""
    indikator = book.indikator_of(record)
    value = record.get(field)
    if indikator is None:
        return None
    goal = target_of(book, indikator.kode, book.settings.akhir) or record.get("target_akhir")
    aims = goals(goal, book.settings)
    if isinstance(aims, Missing):
        words = word_reached(book, indikator, book.settings.tahun, goal)
        none = words[0].value if words else aims
        return Computed(kemajuan, say("kemajuan Renstra"), record, field, value, none, words, subjek=indikator.nama)
    bases, reason = progress_bases(book, indikator, field, record, goal, aims)
    chosen = way(indikator, book.settings, goal)
    result = bases[0].value if bases else reason or Missing(Reason.MASUKAN)
    return Computed(
        kemajuan,
        say("kemajuan Renstra"),
        record,
        field,
        value,
        result,
        bases,
        chosen.words.format(*(name if name != "target" else "target akhir" for name in chosen.names)),
        sifat_of(indikator),
        indikator.nama,
    )
