"""Key figures that follow from the spine: counted and averaged by the spreadsheet program itself."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from lkj_xlsx.measures.basis import evaluate
from lkj_xlsx.measures.conclusions import reached
from lkj_xlsx.measures.sasaran_means import RATA, rata
from lkj_xlsx.model.expression import Expression, Place, Ref, Span
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.message import say
from lkj_xlsx.model.report import KeyFigure
from lkj_xlsx.tables import excel, spines
from lkj_xlsx.tables.spines import Spine

MET, MEAN = say("Indikator yang mencapai target"), say("Rata-rata capaian sasaran")
RATED = say("Indikator berpredikat ")
HIGHEST, LOWEST = say("Capaian tertinggi"), say("Capaian terendah")
NEAR_100 = '">="&(100-0.000000001)'  # put together from a number, so that every country's decimal mark fits
PLAIN = re.compile(r"[^\W\d_][\w .()-]*")  # a word that a criterion takes as itself


def live(figure: KeyFigure, book: Book, spine: Spine) -> KeyFigure:
    """The figure with its formula, where the spine leads to the same value; else as it is."""
    capaian = _numbers(spine)
    if not capaian:
        return figure
    column = {name: _span(spine, name) for name in ("capaian", "predikat")}
    candidate: tuple[Expression, Decimal] | None = None
    if figure.label == MET:
        met = Decimal(sum(1 for number in capaian.values() if reached(number)))
        candidate = Expression(f"COUNTIF({{0}},{NEAR_100})", (column["capaian"],)), met
    elif figure.label.startswith(RATED):
        candidate = _rated(figure.label.removeprefix(RATED), spine, column["predikat"])
    elif figure.label in (HIGHEST, LOWEST):
        name, best = ("MAX", max) if figure.label == HIGHEST else ("MIN", min)
        candidate = Expression(f"{name}({{0}})", (column["capaian"],)), best(capaian.values())
    elif figure.label == MEAN:
        candidate = _mean(figure, book, spine)
    return replace(figure, formula=candidate[0]) if candidate is not None and candidate[1] == figure.value else figure


def _numbers(spine: Spine) -> dict[str, Decimal]:
    spots = {kode: spine.at(kode, spines.CAPAIAN, "capaian") for kode in spine.rows}
    return {kode: at[1].number for kode, at in spots.items() if at is not None and at[1].number is not None}


def _span(spine: Spine, column: str) -> Span:
    return Span(Place(spines.CAPAIAN, 0, column), Place(spines.CAPAIAN, len(spine.rows) - 1, column))


def _rated(word: str, spine: Spine, column: Span) -> tuple[Expression, Decimal] | None:
    if PLAIN.fullmatch(word) is None:
        return None
    spots = [spine.at(kode, spines.CAPAIAN, "predikat") for kode in spine.rows]
    count = sum(1 for at in spots if at is not None and str(at[1].value).casefold() == word.casefold())
    return Expression(f'COUNTIF({{0}},"{word}")', (column,)), Decimal(count)


def _mean(figure: KeyFigure, book: Book, spine: Spine) -> tuple[Expression, Decimal] | None:
    """The mean of one sasaran's indicators; which one, the words of the figure tell."""
    way = book.settings.option("rata_sasaran") or rata.code
    capaian = _numbers(spine)
    for sasaran in dict.fromkeys(item.sasaran for item in book.indikator.values()):
        if not figure.words.startswith(f"{sasaran}: "):
            continue
        members = [kode for kode, item in book.indikator.items() if item.sasaran == sasaran and kode in capaian]
        refs: list[Ref] = [Place(spines.CAPAIAN, spine.rows[kode], "capaian") for kode in members]
        value = evaluate(lambda *parts: RATA[way].apply(parts), [capaian[kode] for kode in members])
        if refs and isinstance(value, Decimal):
            return excel.mean(refs, RATA[way].excel), value
    return None
