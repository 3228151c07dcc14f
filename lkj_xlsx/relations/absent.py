"""Amounts of rupiah where a sign stands for a figure, and what the others say they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from lkj_xlsx.measures.serapan import SPENT, states_share
from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.fact import Book, per_book
from lkj_xlsx.model.record import Record
from lkj_xlsx.model.spelling import says_nothing
from lkj_xlsx.relations.ties import AMOUNTS, amounts, every_relation, touched


@dataclass(frozen=True, slots=True)
class Absent:
    """A cell with a sign in place of an amount: what it would be, and the cells that say so.

    sure  they all say the same
    """

    record: Record
    field: str
    right: Decimal
    witnesses: tuple[Where, ...]
    sure: bool


@per_book
def absent(book: Book) -> Mapping[Where, Absent]:
    """The amounts that are a sign although others tell them, by cell. What would be 0 may well be told by a sign."""
    cells = {
        record.place(key): (record, key)
        for sheet, keys in AMOUNTS.items()
        for record in book.records(sheet)
        for key in keys
        if key != "sisa" and record.known(key) is None and says_nothing(record.text(key))
        if record.place(key).row == record.row
    }
    told: dict[Where, dict[Where, Decimal]] = {}
    if cells:
        known = amounts(book)
        for tie in every_relation(book):
            lacking = [place for place in touched(tie) if place not in known]
            if len(lacking) == 1 and lacking[0] in cells:
                right = tie.solved(lacking[0], known)
                told.setdefault(lacking[0], {}).update(
                    {place: right for place in touched(tie) if place != lacking[0] and right is not None}
                )
    found = ((where, _absent(record, key, told.get(where, {}))) for where, (record, key) in cells.items())
    return {where: item for where, item in found if item is not None}


def _absent(record: Record, field: str, votes: Mapping[Where, Decimal]) -> Absent | None:
    """What most of them say, the percent of the row deciding between two; by the percent alone it is about so much."""
    if not votes:
        return _about(record, field)
    count = Counter(votes.values())
    right = max(count, key=lambda amount: (count[amount] + _in_row(record, field, amount), amount))
    if right <= 0:
        return None
    return Absent(record, field, right, tuple(w for w, said in votes.items() if said == right), len(count) == 1)


def _pair(record: Record, field: str, amount: Decimal | None) -> tuple[Decimal | None, Decimal | None]:
    """The budget of a row and what was spent of it, with the amount in its place."""
    given, spent = record.get("anggaran").known, record.get(SPENT.get(record.sheet, "")).known
    return (amount, spent) if field == "anggaran" else (given, amount)


def _in_row(record: Record, field: str, amount: Decimal) -> bool:
    """Whether the percent that is typed in the row agrees with an amount."""
    return states_share(record.get("serapan"), *_pair(record, field, amount))


def _about(record: Record, field: str) -> Absent | None:
    """The amount as the percent typed in its row has it."""
    (given, spent), percent = _pair(record, field, None), record.get("serapan")
    if not percent.known or (given or spent) is None:
        return None
    right = given * percent.known / 100 if given is not None else (spent or Decimal(0)) * 100 / percent.known
    return Absent(record, field, right, (percent.where,), sure=False) if right > 0 else None
