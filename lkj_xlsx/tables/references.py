"""From which cells a figure of the report follows: every formula that may stand in its cell, with what it gives.

A caller takes the first that gives the figure to be shown; so no formula can ever change a figure by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from lkj_xlsx.measures import data_dasar, triwulan
from lkj_xlsx.measures.basis import evaluate
from lkj_xlsx.measures.capaian import capaian
from lkj_xlsx.measures.capaian_variants import goals, result_of, way
from lkj_xlsx.measures.data_dasar import kind_of, origins
from lkj_xlsx.measures.efisiensi import FORMULAS as EFISIENSI
from lkj_xlsx.measures.efisiensi import efisiensi, factor, template
from lkj_xlsx.measures.parent_amounts import stating
from lkj_xlsx.measures.realisasi import realisasi
from lkj_xlsx.measures.renstra import kemajuan, realisasi_sd, years_so_far
from lkj_xlsx.measures.serapan import SPENT, absorbed, rata_rata
from lkj_xlsx.measures.serapan_anggaran import serapan, sisa
from lkj_xlsx.measures.skala_predikat import predikat
from lkj_xlsx.measures.tree import Node, parts
from lkj_xlsx.measures.triwulan import AGREGASI
from lkj_xlsx.model.cell import Value, Where
from lkj_xlsx.model.computed import Computed
from lkj_xlsx.model.expression import Expression, Ref, Span, express
from lkj_xlsx.model.fact import Book, per_book
from lkj_xlsx.model.number import Missing
from lkj_xlsx.model.record import Record, year_key
from lkj_xlsx.model.ukuran import Ukuran
from lkj_xlsx.relations.amounts import rupiah
from lkj_xlsx.tables import excel, spines
from lkj_xlsx.tables.spines import Spine

MOST_PARTS = 100  # rows below one: a function takes 255 arguments, two for each row
Candidate = tuple[Expression, Decimal | str]


@per_book  # asked for by every amount of other sheets
def _rupiah(book: Book, sheet: str) -> Mapping[Where, Value]:
    """The amounts of a sheet, by cell."""
    names = ("anggaran", "realisasi", "pagu")
    values = (record.get(name) for record in book.records(sheet) for name in names)
    return {value.where: value for value in values if value.where.column}


@dataclass(frozen=True, slots=True)
class Sources:
    """What formulas are made from: the book, its spine, and the computed cells that keep what was typed."""

    book: Book
    spine: Spine
    standing: frozenset[Where] = frozenset()

    def of(self, computed: Computed) -> Iterator[Candidate]:
        """Every formula for a recomputed figure, the plainest first."""
        maker = _MAKERS.get(computed.measure)
        if maker is not None:
            yield from maker(self, computed)

    def copy(self, record: Record, key: str, value: Value) -> Iterator[Candidate]:
        """The spine's own figure, for a cell that states the same target or realisasi once more."""
        column = {
            "target": (spines.CAPAIAN, "target"),
            "realisasi": (spines.REALISASI, year_key("realisasi", self.book.settings.tahun)),
            "realisasi_lalu": (spines.REALISASI, year_key("realisasi", self.book.settings.tahun - 1)),
            "target_akhir": (spines.RENSTRA, "target_akhir"),
        }.get(key)
        if column and value.upper is None and not value.ratio and value.where not in self.spine.sources:
            yield from self._place(record, *column)

    def _place(self, record: Record, section: str, column: str) -> Iterator[Candidate]:
        kode = record.indikator[0] if len(record.indikator) == 1 else ""
        spot = self.spine.at(kode, section, column)
        if spot is not None and isinstance(spot[1].value, (Decimal, str)) and spot[1].value != "":
            yield Expression("{0}", (spot[0],)), spot[1].value

    def realisasi(self, computed: Computed) -> Iterator[Candidate]:
        tahun = self.book.settings.year_of(computed.field)
        yield from self._place(computed.record, spines.REALISASI, year_key("realisasi", tahun))

    def capaian(self, computed: Computed) -> Iterator[Candidate]:
        """The spine's capaian, else that of the figures typed in the same row."""
        last = computed.field == "capaian_lalu"
        if not last:
            yield from self._place(computed.record, spines.CAPAIAN, "capaian")
        record, suffix = computed.record, "_lalu" if last else ""
        indikator = self.book.indikator_of(record)
        goal, said = record.get(f"target{suffix}"), record.get(f"realisasi{suffix}")
        if indikator is None or goal.known is None or goal.upper is not None or said.known is None:
            return
        if goal.ratio or said.ratio:
            return
        aims, own = goals(goal, self.book.settings), result_of(said, indikator, self.book.settings)
        if isinstance(aims, Missing) or isinstance(own, Missing):
            return
        variant = way(indikator, self.book.settings, goal)
        spot = self.spine.at(indikator.kode, spines.REALISASI, year_key("realisasi", self.book.settings.tahun - 1))
        tries: list[tuple[Ref, Decimal]] = [(said.where, own.value)]
        if last and spot is not None and spot[1].number is not None:
            tries.insert(0, (spot[0], spot[1].number))
        for ref, number in tries:
            result = evaluate(variant.formula, [aims[0].value, number])
            if isinstance(result, Decimal):
                yield excel.guarded(variant.excel, {"t": goal.where, "r": ref}), result

    def predikat(self, computed: Computed) -> Iterator[Candidate]:
        yield from self._place(computed.record, spines.CAPAIAN, "predikat")

    def kemajuan(self, computed: Computed) -> Iterator[Candidate]:
        """The spine's progress, else the same from the base data: rupiah ÷ rupiah, unit ÷ unit."""
        yield from self._place(computed.record, spines.RENSTRA, computed.field)
        for basis in computed.bases:
            if basis.variant == "satuan" and len(basis.inputs) > 1:
                yield excel.unit_progress(basis.inputs[0], basis.inputs[1:]), basis.value

    def realisasi_sd(self, computed: Computed) -> Iterator[Candidate]:
        yield from self._place(computed.record, spines.RENSTRA, "realisasi_sd")

    def efisiensi(self, computed: Computed) -> Iterator[Candidate]:
        """From the capaian and the serapan of the row; from the spine's capaian where the row shows another."""
        record = computed.record
        anggaran, spent = record.known("anggaran"), record.known("realisasi_anggaran")
        spot = self.spine.at(next(iter(record.indikator), ""), spines.CAPAIAN, "capaian")
        code = computed.variant
        if code not in EFISIENSI or not anggaran or spent is None or spot is None or spot[1].number is None:
            return
        used = evaluate(absorbed, [anggaran, spent])
        if isinstance(used, Missing):
            return
        times = factor(EFISIENSI[code], computed.value)
        result = evaluate(lambda c, s: _times(EFISIENSI[code].apply(c, s), times), [spot[1].number, used])
        if isinstance(result, Decimal):
            own, serapan = record.place("capaian"), record.place("serapan")
            capaian: Ref = own if own.column and own not in self.standing else spot[0]
            if serapan not in self.standing:
                yield excel.guarded(template(EFISIENSI[code], times), {"c": capaian, "s": serapan}), result

    def serapan(self, computed: Computed) -> Iterator[Candidate]:
        record = computed.record
        if computed.variant == rata_rata.code:
            if isinstance(computed.result, Decimal):
                yield from self._mean(parts(self.book)[record], computed.result)
            return
        spent = record.get(SPENT[record.sheet])
        if isinstance(computed.result, Decimal):
            yield excel.serapan(record.place("anggaran"), spent.where), computed.result

    def _mean(self, below: Sequence[Node], result: Decimal) -> Iterator[Candidate]:
        """The mean of the percents below: of their cells, or of their rupiah where a cell shows another percent."""
        cells = [node.record.place("serapan") for node in below]
        if any(node.children for node in below):
            return  # a mean of means: no formula of these cells gives it without rounding
        if self.standing.isdisjoint(cells):
            yield excel.mean(cells), result
        elif len(below) <= MOST_PARTS:
            pairs = [(node.record.place("anggaran"), node.record.place("realisasi")) for node in below]
            yield excel.mean_serapan(pairs), result

    def sisa(self, computed: Computed) -> Iterator[Candidate]:
        if isinstance(computed.result, Decimal):
            record = computed.record
            yield excel.sisa(record.place("anggaran"), record.place("realisasi")), computed.result

    def rupiah(self, computed: Computed) -> Iterator[Candidate]:
        """A parent as the sum of what is below it; a budget elsewhere as that of its programmes."""
        record, key = computed.record, computed.field
        if record.sheet == "realisasi_anggaran":
            below = parts(self.book).get(record, ())
            yield from summed([row.get(key) for part in below for row in stating(part.record, key, self.book)])
            return
        for sheet in ("realisasi_anggaran", "program_pendukung"):
            own = _rupiah(self.book, sheet) if record.sheet != sheet else {}
            for basis in computed.bases:
                yield from summed([own[where] for where in dict.fromkeys(basis.inputs) if where in own])

    def jumlah_data(self, computed: Computed) -> Iterator[Candidate]:
        yield from summed([part.get(computed.field) for part in origins(computed.record, self.book)])

    def kenaikan(self, computed: Computed) -> Iterator[Candidate]:
        origin = next(iter(origins(computed.record, self.book)), None)
        tahun = int(computed.field.partition("@")[2])
        if origin is not None and isinstance(computed.result, Decimal):
            refs = {"a": origin.get("realisasi", tahun).where, "b": origin.get("realisasi", tahun - 1).where}
            yield excel.guarded("{a}-{b}", dict(refs)), computed.result

    def data_sd(self, computed: Computed) -> Iterator[Candidate]:
        yield from summed([computed.record.get("realisasi", tahun) for tahun in years_so_far(self.book)])

    def target_data(self, computed: Computed) -> Iterator[Candidate]:
        """Base data times the target's percent; a level is the base and its growth."""
        indikator = self.book.indikator
        grown = kind_of(computed.record) != "kenaikan"
        for basis in computed.bases:
            if len(basis.inputs) == 2:
                base, goal = basis.inputs
                for template in ("{b}*(100+{t})/100", "{b}*{t}/100") if grown and indikator else ("{b}*{t}/100",):
                    numbers = [self._known(base), self._known(goal)]
                    if None not in numbers:
                        value = evaluate(_LEVELS[template], [n for n in numbers if n is not None])
                        if isinstance(value, Decimal):
                            yield express(template, {"b": base, "t": goal}), value

    def _known(self, where: Where) -> Decimal | None:
        return next((fact.value.known for fact in self.book.facts.at(where)), None)

    def triwulan(self, computed: Computed) -> Iterator[Candidate]:
        cells = [computed.record.get(f"{computed.field}_tw{n}") for n in range(1, 5)]
        if computed.variant in AGREGASI and isinstance(computed.result, Decimal):
            yield (
                excel.guarded(
                    AGREGASI[computed.variant].excel, dict(zip("abcd", (cell.where for cell in cells), strict=True))
                ),
                computed.result,
            )


_LEVELS = {
    "{b}*(100+{t})/100": lambda b, t: b * (100 + t) / 100,
    "{b}*{t}/100": lambda b, t: b * t / 100,
}
_MAKERS: Mapping[Ukuran, Callable[[Sources, Computed], Iterator[Candidate]]] = {
    realisasi: Sources.realisasi,
    capaian: Sources.capaian,
    predikat: Sources.predikat,
    kemajuan: Sources.kemajuan,
    realisasi_sd: Sources.realisasi_sd,
    efisiensi: Sources.efisiensi,
    serapan: Sources.serapan,
    sisa: Sources.sisa,
    rupiah: Sources.rupiah,
    data_dasar.jumlah: Sources.jumlah_data,
    data_dasar.kenaikan: Sources.kenaikan,
    data_dasar.sampai_dengan: Sources.data_sd,
    data_dasar.target_data: Sources.target_data,
    triwulan.setahun: Sources.triwulan,
}


def summed(values: list[Value]) -> Iterator[Candidate]:
    """The sum of cells that all hold numbers."""
    numbers = [value.known for value in values]
    ready = [number for number in numbers if number is not None]
    if ready and len(ready) == len(numbers):
        total = evaluate(lambda *parts: sum(parts, Decimal(0)), ready)
        if isinstance(total, Decimal):
            yield excel.listed("SUM", ranges([value.where for value in values])), total


def ranges(cells: list[Where]) -> list[Ref | Span]:
    """Cells that follow each other in a column, as ranges: rows keep their order in the report's tables."""
    runs: list[list[Where]] = []
    for cell in cells:
        last = runs[-1][-1] if runs else None
        if last is not None and (cell.sheet, cell.column, cell.row) == (last.sheet, last.column, last.row + 1):
            runs[-1].append(cell)
        else:
            runs.append([cell])
    pieces: list[Ref | Span] = []
    for run in runs:
        pieces += [Span(run[0], run[-1])] if len(run) > 2 else run
    return pieces


def _times(result: Decimal | Missing, factor: int) -> Decimal | Missing:
    return result if isinstance(result, Missing) else result * factor
