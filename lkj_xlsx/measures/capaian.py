"""Capaian: realisasi held against target, from the figures that most tables agree on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial

from lkj_xlsx.measures import capaian_words
from lkj_xlsx.measures.agreement import agreed, target_of
from lkj_xlsx.measures.basis import Input, evaluate, ladder, strongest_first
from lkj_xlsx.measures.capaian_variants import BATAS, HUNDRED, RENTANG, TURUN, goals, result_of, way
from lkj_xlsx.measures.conclusions import of_capaian
from lkj_xlsx.measures.plausible import doubt
from lkj_xlsx.measures.realisasi import exact_realisasi
from lkj_xlsx.measures.ways import Way
from lkj_xlsx.model.cell import Value
from lkj_xlsx.model.computed import Base, Basis, Computed, Later
from lkj_xlsx.model.declare import measure
from lkj_xlsx.model.fact import Book, Indikator, Settings, per_book
from lkj_xlsx.model.message import say
from lkj_xlsx.model.number import Interval, Missing, Reason
from lkj_xlsx.model.record import Record
from lkj_xlsx.model.ukuran import Inputs
from lkj_xlsx.spec import sources

SAME_WORD = "SAMA-KATA"  # the basis of a capaian whose realisasi is the word of its target
RASIO_N = "N naik"  # a ratio `1 : N` with N as the figure, the larger the better


@per_book
def agreed_realisasi(book: Book, indikator: Indikator, tahun: int) -> Value | None:
    """The realisasi most tables state, the typed capaian of the same year voting with them."""
    goal = target_of(book, indikator.kode, tahun)
    results = [fact.value.interval for fact in book.stated(indikator.kode, "capaian", tahun)]

    def support(number: Decimal) -> int:
        inputs = goals(goal, book.settings) if goal is not None else Missing(Reason.MASUKAN)
        if isinstance(inputs, Missing) or goal is None:
            return 0
        chosen = way(indikator, book.settings, goal)
        result = evaluate(chosen.formula, [*(item.value for item in inputs), number])
        return sum(1 for says in results if isinstance(result, Decimal) and says is not None and says.holds(result))

    return agreed(book.stated(indikator.kode, "realisasi", tahun), support)


@per_book
def best_realisasi(
    book: Book, indikator: Indikator, tahun: int
) -> tuple[tuple[Input, ...], tuple[Input, ...], Missing | None]:
    """What to compute with: exact inputs (from Data Dasar), typed ones (most tables agree), and why there is none."""
    value = agreed_realisasi(book, indikator, tahun)
    unrounded = exact_realisasi(book, indikator, tahun, value is not None and value.ratio)
    said = (
        result_of(value, indikator, book.settings)
        if value is not None
        else Missing(Reason.MASUKAN, say("realisasi belum diisi"))
    )
    return (
        () if isinstance(unrounded, Missing) else (unrounded,),
        () if isinstance(said, Missing) else (said,),
        said if isinstance(said, Missing) else None,
    )


@per_book
def realisasi_word(book: Book, indikator: Indikator, tahun: int) -> Value | None:
    """The predikat without a score that the most tables state as the realisasi; None where a figure stands there."""
    facts = book.stated(indikator.kode, "realisasi", tahun)
    words = [fact.value for fact in facts if capaian_words.is_word(fact.value)]
    if not words or any(fact.value.known is not None for fact in facts):
        return None
    said = [value.letter for value in words]
    return max(words, key=lambda value: said.count(value.letter))


def word_reached(book: Book, indikator: Indikator, tahun: int, goal: Value) -> tuple[Basis, ...]:
    """The capaian of a realisasi that is the very word of its target (`WTP` of `WTP`): 100; () of any other."""
    said = realisasi_word(book, indikator, tahun)
    if said is None or not capaian_words.is_word(goal) or said.letter != goal.letter:
        return ()
    words = say("realisasi {0} sama dengan targetnya", said.text.strip())
    return (Basis(Base.EKSAK, Interval.point(HUNDRED), words, (goal.where, said.where), SAME_WORD),)


def capaian_bases(
    book: Book, indikator: Indikator, tahun: int, row: Value | None = None, row_goal: Value | None = None
) -> tuple[tuple[Basis, ...], Way | None, Missing | None]:
    """All bases of an indicator's capaian in a year; `row` and `row_goal` add the figures typed in the same row."""
    goal = target_of(book, indikator.kode, tahun) or row_goal
    if goal is None:
        return (), None, Missing(Reason.MASUKAN, say("target {0} tidak tertulis", tahun))
    aims = goals(goal, book.settings)
    if isinstance(aims, Missing):
        reached = word_reached(book, indikator, tahun, goal)
        return reached, None, None if reached else aims
    chosen = way(indikator, book.settings, goal)
    sure, said, reason = best_realisasi(book, indikator, tahun)
    far = doubt(book, indikator.satuan, goal, next(iter((*sure, *said)), None), bool(sure))
    if far is not None:
        return (), chosen, far
    own = result_of(row, indikator, book.settings) if row is not None and not row.blank else None
    if isinstance(own, Input) and doubt(book, indikator.satuan, goal, own) is not None:
        own = None
    rows = [(*aims, item) for item in said]
    if isinstance(own, Input) and all(own.value != item.value or own.span != item.span for item in said):
        rows.append((*aims, own))
    if row_goal is not None and doubt(book, indikator.satuan, row_goal, next(iter((*sure, *said)), None)) is not None:
        row_goal = None
    row_aims = goals(row_goal, book.settings) if row_goal is not None and not row_goal.blank else aims
    if not isinstance(row_aims, Missing) and _other_target(row_aims, aims):
        rows.append((*row_aims, own if isinstance(own, Input) else said[0])) if said or isinstance(own, Input) else None
    of_data = [(*aims, item) for item in sure]
    bases, failed = ladder(chosen.formula, chosen.words, of_data, rows, chosen.code)
    for other in readings(indikator, book.settings, goal)[1:]:
        bases = strongest_first((*bases, *ladder(other.formula, other.words, of_data, rows, other.code)[0]))
    unread = own if isinstance(own, Missing) and not said else None
    return bases, chosen, failed or unread or reason


def readings(indikator: Indikator, settings: Settings, goal: Value) -> tuple[Way, ...]:
    """The permitted ways to hold a realisasi against this target, the one to compute with first.

    Of a ratio `1 : N` there are two: as the number 1/N under the indicator's direction, and N itself, the smaller the
    better.
    """
    chosen = way(indikator, settings, goal)
    if not goal.ratio or goal.upper is not None:
        return (chosen,)
    falling = replace(indikator, arah="Turun")
    other = way(indikator, settings, goal, parts=True) if indikator.arah.casefold() == "turun" else None
    return chosen, other or way(falling, settings, goal)


def _other_target(row: Sequence[Input], goal: Sequence[Input]) -> bool:
    """Whether a row states another target of the same form (a range beside one figure is left to the cross-checks)."""
    return len(row) == len(goal) and [item.value for item in row] != [item.value for item in goal]


def rivals(book: Book, indikator: Indikator, tahun: int) -> dict[str, Decimal]:
    """Capaian under the other permitted variants, from the strongest realisasi, by variant code."""
    goal = target_of(book, indikator.kode, tahun)
    aims = goals(goal, book.settings) if goal is not None else Missing(Reason.MASUKAN)
    sure, said, _ = best_realisasi(book, indikator, tahun)
    best = next(iter((*sure, *said)), None)
    if goal is None or isinstance(aims, Missing) or best is None:
        return {}
    chosen = way(indikator, book.settings, goal)
    tries = {code: way(indikator, book.settings, goal, turun=code) for code in TURUN if chosen.code in TURUN}
    tries |= {code: way(indikator, book.settings, goal, rentang=code) for code in RENTANG if chosen.code in RENTANG}
    tries |= {code: way(indikator, book.settings, goal, batas=code) for code in BATAS}
    if goal.ratio and chosen.code == "NAIK":
        tries[RASIO_N] = way(indikator, book.settings, goal._replace(ratio=False))
    numbers = [*(item.value for item in aims), best.value]
    results = {code: evaluate(other.formula, numbers) for code, other in tries.items()}
    own = evaluate(chosen.formula, numbers)
    return {code: result for code, result in results.items() if isinstance(result, Decimal) and result != own}


_FILLS = (
    ("capaian_iku", "capaian"),
    ("target_realisasi", "capaian"),
    ("tahun_lalu", "capaian"),
    ("tahun_lalu", "capaian_lalu"),
    ("efisiensi", "capaian"),
)


def _fraction(record: Record, field: str) -> tuple[str, str] | None:
    """The realisasi and the target typed in the row of a capaian."""
    return {"capaian": ("realisasi", "target"), "capaian_lalu": ("realisasi_lalu", "target_lalu")}.get(field)


@measure(
    "CAPAIAN",
    "Capaian",
    _FILLS,
    sources.CAP_NAIK,
    of_capaian,
    percent=True,
    inputs=Inputs.TARGET,
    choices=(*TURUN.values(), *RENTANG.values(), *BATAS.values()),
    fraction=_fraction,
)
def capaian(record: Record, field: str, book: Book) -> Computed | None:
    """Realisasi dibandingkan target menurut arah indikator dan rumus yang dipilih."""
    indikator = book.indikator_of(record)
    value = record.get(field)
    if indikator is None:
        return None
    last = field == "capaian_lalu"
    tahun = book.settings.year_of(field)
    row = record.get("realisasi_lalu" if last else "realisasi")
    row_goal = record.get("target_lalu" if last else "target")
    bases, chosen, reason = capaian_bases(book, indikator, tahun, row, row_goal)
    result = bases[0].value if bases else reason or Missing(Reason.MASUKAN)
    return Computed(
        capaian,
        "capaian",
        record,
        field,
        value,
        result,
        bases,
        chosen.named() if chosen else "",
        chosen.code if chosen else "",
        indikator.nama,
        rivals=Later(partial(rivals, book, indikator, tahun)),
    )
