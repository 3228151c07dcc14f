"""The spine: one row an indicator, from target and realisasi to capaian, predikat and progress, each with its formula.

Other tables refer to these cells, so that one changed realisasi reaches every figure that hangs on it. A formula is
only given where it reaches the very value that the measures reached.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from lkj_xlsx.measures.agreement import target_of
from lkj_xlsx.measures.basis import Calculation, Input, evaluate, exact
from lkj_xlsx.measures.capaian import SAME_WORD, agreed_realisasi, best_realisasi, capaian_bases
from lkj_xlsx.measures.capaian_variants import goals, way
from lkj_xlsx.measures.capaian_words import PREDIKAT, predikat_skor
from lkj_xlsx.measures.plausible import doubt
from lkj_xlsx.measures.realisasi import FORMULAS, langsung, recipe
from lkj_xlsx.measures.renstra import (
    kemajuan,
    kumulatif,
    progress_excel,
    progress_formula,
    sifat_of,
    so_far,
    years_so_far,
)
from lkj_xlsx.measures.skala import chosen_scale, scale_of
from lkj_xlsx.model.cell import Value, Where
from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.expression import DASH, Expression, Place, Ref, Span, express
from lkj_xlsx.model.fact import Book, Indikator
from lkj_xlsx.model.number import Missing
from lkj_xlsx.model.record import year_key
from lkj_xlsx.tables import excel

UNIT_BASIS = "satuan"  # the basis that `measures.renstra` names so
CAPAIAN, REALISASI, RENSTRA, SKALA = "capaian", "realisasi", "renstra", "skala"


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of the spine: its value (or the word, or why there is none), its formula and its source cells."""

    value: Decimal | str | Missing
    formula: Expression | None = None
    source: Where | None = None
    note: str = ""

    @property
    def number(self) -> Decimal | None:
        return self.value if isinstance(self.value, Decimal) else None


@dataclass(frozen=True, slots=True)
class Spine:
    """All figures by place, and the row of each indicator."""

    rows: Mapping[str, int]
    figures: Mapping[Place, Figure]
    sources: frozenset[Where]

    def at(self, kode: str, section: str, column: str) -> tuple[Place, Figure] | None:
        """The place and the figure of an indicator's column; None where there is none."""
        if kode not in self.rows:
            return None
        place = Place(section, self.rows[kode], column)
        figure = self.figures.get(place)
        return None if figure is None else (place, figure)


def years_of(book: Book) -> range:
    """The years whose realisasi the spine holds: from the year before the Renstra (or the report) to the report's."""
    settings = book.settings
    return range(min(settings.awal or settings.tahun, settings.tahun) - 1, settings.tahun + 1)


def spine(book: Book, ledger: Ledger | None = None) -> Spine:
    """The spine of a book; with the `ledger`, progress has the basis that it was judged by in the report's tables."""
    rows = {kode: row for row, kode in enumerate(book.indikator)}
    figures: dict[Place, Figure] = {}
    for kode, row in rows.items():
        indikator = book.indikator[kode]
        for tahun in years_of(book):
            column = year_key("realisasi", tahun)
            figures[Place(REALISASI, row, column)] = _realisasi(book, indikator, tahun)
        figures |= _capaian(book, indikator, row, figures)
        figures |= _renstra(book, indikator, row, figures)
    figures |= _judged_progress(book, ledger, rows) if ledger is not None else {}
    sources = frozenset(figure.source for figure in figures.values() if figure.source is not None)
    return Spine(rows, figures, sources)


def _realisasi(book: Book, indikator: Indikator, tahun: int) -> Figure:
    """The realisasi to compute with: unrounded from Data Dasar, else the figure most tables state."""
    sure, said, reason = best_realisasi(book, indikator, tahun)
    inputs = recipe(book, indikator, tahun)
    if sure and not isinstance(inputs, Missing):
        names: dict[str, Ref | Span] = dict(zip("ab", (item.where[0] for item in inputs.inputs), strict=False))
        template = FORMULAS[indikator.rumus or langsung.code].excel
        return Figure(sure[0].value, excel.guarded(template, names))
    value = agreed_realisasi(book, indikator, tahun)
    if not said or value is None:
        return Figure(reason or "")
    return _stated(value, said[0], book)


def _stated(value: Value, said: Input, book: Book) -> Figure:
    """A figure that stands in a cell of the tables: the cell itself, or what its text says."""
    if value.ratio:  # `1 : 2.500` is a text for a spreadsheet
        return Figure(said.value, None, value.where)
    if value.known is None:  # a word with a rank of its own
        way_ = book.settings.option("rumus_predikat") or predikat_skor.code
        return Figure(said.value, express(PREDIKAT[way_].excel, {"x": value.where}, words=True), value.where)
    return Figure(said.value, excel.guarded("{a}", {"a": value.where}), value.where)


def _goal(book: Book, goal: Value | None, row: int, section: str, column: str) -> tuple[dict[Place, Figure], int]:
    """The target's one or two figures, and how many there are."""
    aims = goals(goal, book.settings) if goal is not None else None
    if goal is None or aims is None or isinstance(aims, Missing):
        return {}, 0
    if len(aims) == 1:
        return {Place(section, row, column): _stated(goal, aims[0], book)}, 1
    bounds = (Figure(aims[0].value, None, goal.where), Figure(aims[1].value, None, goal.where))
    return dict(zip((Place(section, row, column), Place(section, row, "batas_atas")), bounds, strict=True)), 2


def _capaian(book: Book, indikator: Indikator, row: int, known: Mapping[Place, Figure]) -> dict[Place, Figure]:
    tahun = book.settings.tahun
    goal = target_of(book, indikator.kode, tahun)
    figures, count = _goal(book, goal, row, CAPAIAN, "target")
    here = Place(REALISASI, row, year_key("realisasi", tahun))
    realisasi = known[here]
    figures[Place(CAPAIAN, row, "realisasi")] = Figure(realisasi.value, Expression("{0}", (here,)))
    bases, variant, _ = capaian_bases(book, indikator, tahun)
    place = Place(CAPAIAN, row, "capaian")
    if bases and bases[0].variant == SAME_WORD:
        figures[place] = Figure(bases[0].value, Expression(_SAME, bases[0].inputs, words=True))
    elif not count or not bases or variant is None or realisasi.number is None:
        return figures
    else:
        names = _names(row, CAPAIAN, "target", Place(CAPAIAN, row, "realisasi"))
        numbers = [*_aims(figures, row, CAPAIAN, "target"), realisasi.number]
        figures[place] = _checked(bases[0].value, variant.formula, numbers, excel.guarded(variant.excel, names))
    scale = scale_of(book)
    if not isinstance(scale, Missing):
        last = len(scale.steps) - 1
        words = {name: Span(Place(SKALA, 0, key), Place(SKALA, last, key)) for name, key in _SCALE_COLUMNS}
        looked = express(f"IF(ISNUMBER({{c}}),{chosen_scale(book).excel},{DASH})", {**words, "c": place})
        figures[Place(CAPAIAN, row, "predikat")] = Figure(scale.rate(bases[0].value), looked)
    return figures


_SAME = f"IF(UPPER(TRIM({{0}}))=UPPER(TRIM({{1}})),100,{DASH})"  # of two words
_SCALE_COLUMNS = (("kata", "kriteria"), ("batas", "batas"))


def _names(row: int, section: str, target: str, realisasi: Ref) -> dict[str, Ref | Span]:
    return {"t": Place(section, row, target), "u": Place(section, row, "batas_atas"), "r": realisasi}


def _aims(figures: Mapping[Place, Figure], row: int, section: str, target: str) -> list[Decimal]:
    places = (Place(section, row, target), Place(section, row, "batas_atas"))
    return [number for place in places if place in figures and (number := figures[place].number) is not None]


def _checked(value: Decimal, formula: Calculation, numbers: list[Decimal], expression: Expression) -> Figure:
    """The figure, with its formula where the spine's own cells lead to the same value."""
    return Figure(value, expression if evaluate(formula, numbers) == value else None)


def _renstra(book: Book, indikator: Indikator, row: int, known: Mapping[Place, Figure]) -> dict[Place, Figure]:
    settings = book.settings
    goal = target_of(book, indikator.kode, settings.akhir) if settings.akhir else None
    figures, count = _goal(book, goal, row, RENSTRA, "target_akhir")
    if goal is None or not count:
        return figures
    here = Place(REALISASI, row, year_key("realisasi", settings.tahun))
    sum_place = Place(RENSTRA, row, "realisasi_sd")
    figures[sum_place] = _so_far(book, indikator, row, known)
    variant = way(indikator, settings, goal)
    inner, template = progress_formula(indikator, variant, count), progress_excel(indikator, variant, count)
    aims = _aims(figures, row, RENSTRA, "target_akhir")
    sure = (here, sum_place) if so_far(book, indikator, None)[0] else ()
    for column, place in (("kemajuan", here), ("kemajuan_sd", sum_place)):
        number = (known.get(place) or figures[sum_place]).number if place == here else figures[sum_place].number
        if number is not None:
            far = doubt(book, indikator.satuan, goal, exact(number), place in sure)
            value = far or evaluate(inner, [*aims, number])
            names = _names(row, RENSTRA, "target_akhir", place)
            figures[Place(RENSTRA, row, column)] = Figure(value, excel.guarded(template, names))
    return figures


def _judged_progress(book: Book, ledger: Ledger, rows: Mapping[str, int]) -> dict[Place, Figure]:
    """The progress that the tables state from the base data (unit ÷ unit): one figure has one basis everywhere."""
    figures: dict[Place, Figure] = {}
    for entry in ledger.entries:
        computed = entry.computed
        indikator = book.indikator_of(computed.record) if computed.measure is kemajuan else None
        basis = entry.against or next(iter(computed.bases), None)
        if indikator is None or basis is None or basis.variant != UNIT_BASIS or len(basis.inputs) < 2:
            continue
        expression = excel.unit_progress(basis.inputs[0], basis.inputs[1:])
        figures.setdefault(Place(RENSTRA, rows[indikator.kode], computed.field), Figure(basis.value, expression))
    return figures


def _so_far(book: Book, indikator: Indikator, row: int, known: Mapping[Place, Figure]) -> Figure:
    """Realisasi up to this year: the sum since the Renstra began where it accumulates, else this year's."""
    settings = book.settings
    here = Place(REALISASI, row, year_key("realisasi", settings.tahun))
    if sifat_of(indikator) != kumulatif.code:
        return Figure(known[here].value, Expression("{0}", (here,)))
    sure, said, reason = so_far(book, indikator, None)
    parts = next(iter((*sure, *said)), None)
    if parts is None:
        return Figure(reason or "")
    total = evaluate(_sum, [part.value for part in parts])
    places = [Place(REALISASI, row, year_key("realisasi", tahun)) for tahun in years_so_far(book)]
    numbers = [known[place].number for place in places if place in known]
    ready = [number for number in numbers if number is not None]
    same = len(ready) == len(places) and evaluate(_sum, ready) == total
    summed = express(f"IF(COUNT({{all}})<{len(places)},{DASH},SUM({{all}}))", {"all": Span(places[0], places[-1])})
    return Figure(total, summed if same else None)


def _sum(*parts: Decimal) -> Decimal:
    return sum(parts, Decimal(0))
