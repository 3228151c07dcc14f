"""What a capaian lets one conclude, and which conclusions turn over between two figures."""

from __future__ import annotations

from decimal import Decimal

from lkj_xlsx.measures.agreement import target_of
from lkj_xlsx.measures.basis import evaluate
from lkj_xlsx.measures.capaian_variants import HUNDRED, goals, way
from lkj_xlsx.measures.skala import scale_of
from lkj_xlsx.model.cell import Value
from lkj_xlsx.model.declare import Mended
from lkj_xlsx.model.fact import Book, Indikator
from lkj_xlsx.model.flip import Conclusion, Flip
from lkj_xlsx.model.message import say
from lkj_xlsx.model.number import Missing


def reached(number: Decimal) -> bool:
    """Whether a capaian counts as tercapai: at least 100."""
    return number >= HUNDRED


def capaian_flips(said: Decimal, right: Decimal, book: Book) -> tuple[Flip, ...]:
    """The predikat where it turns over, else tercapai where that does; both figures are capaian in percent."""
    scale = scale_of(book)
    if not isinstance(scale, Missing) and scale.rate(said) != scale.rate(right):
        return (Flip(Conclusion.PREDIKAT, scale.rate(said), scale.rate(right)),)
    if reached(said) == reached(right):
        return ()
    words = {True: say("tercapai"), False: say("tidak tercapai")}
    return (Flip(Conclusion.TERCAPAI, words[reached(said)], words[reached(right)]),)


def kemajuan_flips(said: Decimal, right: Decimal) -> tuple[Flip, ...]:
    """Whether the target at the end of the Renstra becomes reached or no longer is; both figures in percent."""
    if reached(said) == reached(right):
        return ()
    words = {True: say("tercapai"), False: say("belum tercapai")}
    return (Flip(Conclusion.RENSTRA, words[reached(said)], words[reached(right)]),)


def capaian_of(goal: Value | None, realisasi: Decimal, indikator: Indikator, book: Book) -> Decimal | None:
    """The capaian of a realisasi against a target, None where there is none."""
    aims = goals(goal, book.settings) if goal is not None else None
    if goal is None or aims is None or isinstance(aims, Missing):
        return None
    formula = way(indikator, book.settings, goal).formula
    result = evaluate(formula, [*(aim.value for aim in aims), realisasi])
    return result if isinstance(result, Decimal) else None


def of_capaian(mended: Mended, book: Book) -> tuple[Flip, ...]:
    """What another capaian concludes."""
    return capaian_flips(mended.said, mended.right, book)


def of_kemajuan(mended: Mended, book: Book) -> tuple[Flip, ...]:
    """What other progress towards the Renstra concludes."""
    return kemajuan_flips(mended.said, mended.right)


def of_realisasi(mended: Mended, book: Book) -> tuple[Flip, ...]:
    """What the capaian of another realisasi concludes."""
    indikator = mended.indikator
    if indikator is None:
        return ()
    goal = target_of(book, indikator.kode, mended.tahun)
    one, other = (capaian_of(goal, number, indikator, book) for number in (mended.said, mended.right))
    return capaian_flips(one, other, book) if one is not None and other is not None else ()
