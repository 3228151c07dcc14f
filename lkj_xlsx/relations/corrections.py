"""Corrections worth trying: what an input would have to be for a figure computed from it to be as stated.

A sum or an increase asks for one value of each part; the same amount may stand in another column; and every slip of the
finger is tried that brings a stated realisasi, capaian or progress back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from lkj_xlsx.measures.basis import evaluate
from lkj_xlsx.measures.data_dasar import kind_of
from lkj_xlsx.measures.realisasi import recipe
from lkj_xlsx.model.cell import Value, Where
from lkj_xlsx.model.computed import Judged, Ledger
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.number import Missing, round_half_up
from lkj_xlsx.model.ukuran import Inputs
from lkj_xlsx.relations.input_culprits import slipped_data, slipped_inputs, solved_targets
from lkj_xlsx.relations.slips import slips_of

Correction = tuple[Where, Decimal]  # a cell and what it would have to be


def candidates(book: Book, ledger: Ledger, cells: Mapping[Where, Value]) -> Iterator[Correction]:
    """Corrections of these cells that may mend a wrong figure, by what each figure follows from."""
    for entry in ledger.entries:
        if not entry.verdict.wrong or entry.against is None:
            continue
        inputs = [where for where in entry.against.inputs if where in cells]
        match entry.measure.inputs:
            case Inputs.SUM:
                yield from _addends(entry, inputs, cells)
            case Inputs.DATA:
                yield from _slips(entry, book, cells)
            case Inputs.TARGET | Inputs.TARGET_AKHIR:
                yield from ((value.where, right) for value, right in slipped_inputs(entry, book))
                yield from ((value.where, right) for value, right in solved_targets(entry, book))
                yield from ((where, right) for where, right in slipped_data(entry, book) if where in cells)
            case Inputs.LEVEL:
                for where in inputs:
                    yield from ((where, value) for value in elsewhere(book, where))
                yield from _targets(entry, book, cells)


def _addends(entry: Judged, inputs: Iterable[Where], cells: Mapping[Where, Value]) -> Iterator[Correction]:
    """What each figure of a sum would have to be; what cannot have been typed in its cell is left out."""
    gap = entry.difference or Decimal(0)
    for where in inputs:
        known, places = cells[where].known or Decimal(0), cells[where].places
        fits = (x for x in (known + gap, known - gap) if x >= 0 and round_half_up(x, places) == x)
        yield from ((where, x) for x in fits)


def _targets(entry: Judged, book: Book, cells: Mapping[Where, Value]) -> Iterator[Correction]:
    """The percents that the stated amount would be of its base, for each target it is computed from."""
    said, growing = entry.computed.value.known, kind_of(entry.record) == "rincian"
    for basis in entry.computed.bases:
        places = [where for where in basis.inputs if where in cells]
        if said is not None and len(basis.inputs) == 1 and len(places) == 1:  # the target itself
            yield places[0], said
        base = cells[places[0]].known if len(places) == 2 else None
        if said is None or not base:
            continue
        percent = said / base * 100
        for exact in (percent - 100, percent) if growing else (percent,):
            yield places[1], round_half_up(exact, cells[places[1]].places)


def elsewhere(book: Book, where: Where, same_year: bool = False) -> Iterator[Decimal]:
    """The amounts that a figure of the base year may be: data awal and the realisasi of its year, or of any year."""
    for record in book.records("data_dasar"):
        awal, tahun = record.get("data_awal"), record.known("tahun_awal")
        years = [v for key, v in record.values.items() if key.startswith("realisasi@")]
        if same_year:
            years = [record.get("realisasi", int(tahun))] if tahun is not None else []
        if where == awal.where:
            yield from (v.known for v in years if v.known is not None)
        elif awal.known is not None and any(where == v.where for v in years):
            yield awal.known


def _slips(entry: Judged, book: Book, cells: Mapping[Where, Value]) -> Iterator[Correction]:
    indikator, says = book.indikator_of(entry.record), entry.computed.value.interval
    tahun = book.settings.year_of(entry.field)
    derivation = recipe(book, indikator, tahun) if indikator is not None else None
    if derivation is None or isinstance(derivation, Missing) or says is None:
        return
    for place, item in enumerate(derivation.inputs):
        where = item.where[0]
        yield from ((where, value) for value in elsewhere(book, where))
        for other in slips_of(item.value, 0):
            numbers = [other if i == place else each.value for i, each in enumerate(derivation.inputs)]
            result = evaluate(derivation.formula, numbers)
            if isinstance(result, Decimal) and says.holds(result) and where in cells:
                yield where, other
