"""Roots and what follows from them: the book with its culprits corrected shows which figures would agree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from lkj_xlsx.measures.matching import miscoded
from lkj_xlsx.measures.recompute import recompute, row_of
from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.computed import Base, Basis, Computed, Judged, Ledger, Suspect, Verdict
from lkj_xlsx.model.corrected import corrected
from lkj_xlsx.model.declare import Measure
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.message import say
from lkj_xlsx.model.number import Interval, places_of
from lkj_xlsx.model.ukuran import Ukuran
from lkj_xlsx.relations.amounts import suspects
from lkj_xlsx.relations.data_culprits import data_culprits, owner
from lkj_xlsx.relations.repair import wrong_inputs
from lkj_xlsx.relations.triwulan_culprits import judged_triwulan
from lkj_xlsx.relations.witnesses import Culprit

ACCUSED = Ukuran(code="SAKSI-DATA", label="data dasar", apart=True)  # a figure that others speak against


def with_data_culprits(book: Book, ledger: Ledger, measures: Iterable[Measure]) -> Ledger:
    """The ledger with an entry for every input that the others speak against, and with the suspects."""
    if book.records("triwulan"):
        looked = [judged_triwulan(entry, book) for entry in ledger.entries]
        ledger = Ledger.of((entry for entry, _ in looked), (suspect for _, some in looked for suspect in some))
    if not any(entry.verdict.wrong for entry in ledger.entries):
        return ledger
    wrong = {entry.where for entry in ledger.entries if entry.verdict is Verdict.SELISIH}
    named, doubted = data_culprits(book, ledger, measures)
    accused = [_accused(book, culprit) for culprit in named if culprit.where not in wrong]
    return Ledger.of(
        (*ledger.entries, *(entry for entry in accused if entry is not None)),
        (*ledger.suspects, *_rivals(book), *(suspect for suspect in doubted if suspect.where not in wrong)),
    )


def _rivals(book: Book) -> Iterator[Suspect]:
    """Amounts of rupiah that may be the wrong one instead of a total that is named with doubt."""
    for culprit in suspects(book).values():
        for where, right in culprit.rivals:
            yield Suspect(where, right, culprit.where)


def _accused(book: Book, culprit: Culprit) -> Judged | None:
    there = owner(book, culprit.where)
    if there is None or there[2].known is None:
        return None
    record, field, value = there
    basis = Basis(Base.EKSAK, Interval.point(culprit.right), say("angka lain yang berkaitan"), culprit.witnesses)
    base = record.sheet == "data_dasar"
    name = record.text("uraian") if base else record.text("indikator")
    label = say("data dasar") if base else say("realisasi") if field.startswith("realisasi") else say("target")
    places = max(value.places, min(places_of(culprit.right), value.places + 2))
    computed = Computed(ACCUSED, label, record, field, value, culprit.right, (basis,), subjek=name, places=places)
    return Judged(computed, Verdict.SELISIH, basis, None, (value.known or culprit.right) - culprit.right)


def follow_ons(book: Book, ledger: Ledger, measures: Iterable[Measure]) -> dict[Where, Where]:
    """Cells that are only wrong because another is, each with that cell.

    What agrees once the culprits (rupiah, base figures, wrong inputs) are corrected follows from them; a figure
    computed from a cell judged wrong follows from that cell.
    """
    wrong = {entry.where for entry in ledger.entries if entry.verdict is Verdict.SELISIH}
    sure = {where: culprit for where, culprit in suspects(book).items() if culprit.sure}
    accused = {where: culprit.right for where, culprit in sure.items()}
    moved = {cell: where for where, culprit in sure.items() for cell in culprit.moved if cell not in accused}
    accused |= {cell: sure[where].moved[cell] for cell, where in moved.items()}
    accused |= {e.where: e.against.value for e in ledger.entries if e.measure is ACCUSED and e.against is not None}
    vanishing = _vanishing(book, ledger, measures, accused)
    roots = {where: moved.get(root, root) for where, root in vanishing.items()} | moved
    inputs = wrong_inputs(ledger)
    others = {where: value for where, value in inputs.items() if where not in roots and where not in accused}
    roots = _vanishing(book, ledger, measures, others) | roots
    for entry in ledger.entries:
        if entry.verdict is Verdict.BEDA_BASIS and entry.met is not None:
            root = next((where for where in entry.met.inputs if where in wrong and where != entry.where), None)
            if root is not None:
                roots.setdefault(entry.where, root)
    for entry in ledger.entries:
        if entry.verdict.wrong and entry.record in miscoded(book):
            roots.setdefault(entry.where, entry.record.place("kode"))
    return roots


def _vanishing(
    book: Book, ledger: Ledger, measures: Iterable[Measure], right: Mapping[Where, Decimal]
) -> dict[Where, Where]:
    """Wrong figures that agree once these cells are put right, each with the nearest of them."""
    if not right:
        return {}
    wrong = [entry for entry in ledger.entries if entry.verdict.wrong and entry.where not in right]
    rows = {row_of(other.record) for entry in wrong for other in ledger.at(entry.where)}
    after = recompute(corrected(book, right), measures, rows)
    return {entry.where: _nearest(entry, right) for entry in wrong if _agrees(entry, after)}


def _agrees(entry: Judged, after: Ledger) -> bool:
    return any(other.field == entry.field and not other.verdict.wrong for other in after.at(entry.where))


def _nearest(entry: Judged, right: Mapping[Where, Decimal]) -> Where:
    inputs = [where for basis in entry.computed.bases for where in basis.inputs if where in right]
    same_row = [where for where in right if (where.sheet, where.row) == (entry.where.sheet, entry.where.row)]
    return (inputs or same_row or list(right))[0]
