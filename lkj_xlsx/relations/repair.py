"""A book with some of its cells put right, to see what would agree then."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from lkj_xlsx.model.cell import Value, Where
from lkj_xlsx.model.computed import Ledger, Verdict
from lkj_xlsx.model.fact import Book, Record
from lkj_xlsx.model.number import round_half_up


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
    facts = tuple(
        replace(fact, value=_mended(fact.value, right), record=rows.get(fact.record, fact.record))
        if fact.value.where in right or rows.get(fact.record, fact.record) is not fact.record
        else fact
        for fact in book.facts
    )
    data = {kode: rows.get(record, record) for kode, record in book.data.items()}
    indikator = {
        kode: replace(item, record=rows[item.record]) if item.record in rows else item
        for kode, item in book.indikator.items()
    }
    return Book(book.settings, book.sheets, tuple(rows.values()), indikator, data, facts, book.remarks)


def _mended(value: Value, right: Mapping[Where, Decimal]) -> Value:
    return replace(value, number=right[value.where]) if value.where in right else value


def wrong_inputs(ledger: Ledger) -> dict[Where, Decimal]:
    """Base figures judged wrong by themselves, each with its right value at the places it is typed with."""
    return {
        entry.where: round_half_up(entry.against.value, entry.computed.value.places)
        for entry in ledger.entries
        if entry.verdict is Verdict.SELISIH
        and entry.computed.record.sheet == "data_dasar"
        and entry.against is not None
    }
