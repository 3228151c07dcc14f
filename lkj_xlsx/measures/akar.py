"""Roots and what follows from them: the book with its culprits corrected shows which findings would vanish."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal

from lkj_xlsx.measures.anggaran import suspects
from lkj_xlsx.measures.recompute import recompute
from lkj_xlsx.model.cell import Value, Where
from lkj_xlsx.model.computed import Judged, Ledger, Verdict
from lkj_xlsx.model.declare import Measure
from lkj_xlsx.model.fact import Book, Record

WRONG = frozenset({Verdict.SELISIH, Verdict.BEDA_BASIS, Verdict.SELISIH_PEMBULATAN, Verdict.RUMUS_BERBEDA})


def corrected(book: Book, right: Mapping[Where, Decimal]) -> Book:
    """The book as it would be with these cells put right."""
    if not right:
        return book
    touched = {(where.sheet, where.row) for where in right}

    def mended(record: Record) -> Record:
        values = {key: _mended(value, right) for key, value in record.values.items()}
        return replace(record, values=values)

    rows = {
        r: mended(r) if any(v.where in right for v in r.values.values()) or (r.title, r.row) in touched else r
        for r in book.all_records
    }
    facts = tuple(replace(fact, value=_mended(fact.value, right), record=rows[fact.record]) for fact in book.facts)
    data = {kode: rows[record] for kode, record in book.data.items()}
    indikator = {kode: replace(item, record=rows[item.record]) for kode, item in book.indikator.items()}
    return Book(book.settings, book.sheets, tuple(rows.values()), indikator, data, facts, book.remarks)


def _mended(value: Value, right: Mapping[Where, Decimal]) -> Value:
    return replace(value, number=right[value.where]) if value.where in right else value


def follow_ons(book: Book, ledger: Ledger, measures: Iterable[Measure]) -> dict[Where, Where]:
    """Cells that are only wrong because another is, each with that cell.

    Budget culprits: what agrees once they are corrected. Other figures: what was computed from a cell judged wrong.
    """
    right = {where: culprit.right for where, culprit in suspects(book).items() if culprit.sure}
    roots: dict[Where, Where] = {}
    if right:
        after = recompute(corrected(book, right), measures)
        for entry in ledger.entries:
            if entry.verdict in WRONG and entry.where not in right and _agrees(entry, after):
                roots[entry.where] = _nearest(entry, right)
    wrong = {entry.where for entry in ledger.entries if entry.verdict is Verdict.SELISIH}
    for entry in ledger.entries:
        if entry.verdict is Verdict.BEDA_BASIS and entry.met is not None:
            root = next((where for where in entry.met.inputs if where in wrong and where != entry.where), None)
            if root is not None:
                roots.setdefault(entry.where, root)
    return roots


def _agrees(entry: Judged, after: Ledger) -> bool:
    return any(
        other.computed.field == entry.computed.field and other.verdict not in WRONG for other in after.at(entry.where)
    )


def _nearest(entry: Judged, right: Mapping[Where, Decimal]) -> Where:
    inputs = [where for basis in entry.computed.bases for where in basis.inputs if where in right]
    same_row = [where for where in right if (where.sheet, where.row) == (entry.where.sheet, entry.where.row)]
    return (inputs or same_row or list(right))[0]
