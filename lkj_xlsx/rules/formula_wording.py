"""Findings at formulas: where they stand, what they are called, and their effect in rupiah or points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.computed import Ledger, Verdict
from lkj_xlsx.model.declare import Source
from lkj_xlsx.model.fact import Book, Remark, per_book
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.model.message import Message, say
from lkj_xlsx.model.number import places_of, show
from lkj_xlsx.neighbours.columns import Spot
from lkj_xlsx.rules.places import Directory, RemarkedCell
from lkj_xlsx.spec.field import Kind

RUMUS = Source("BUD-12", "Kesalahan rumus yang dijumpai dalam buku kerja yang diisi petugas", "D")
_MOST_PLACES = 4
_LONGEST = 120  # of a formula in a sentence


@per_book
def _places(book: Book) -> Directory:
    return Directory(book)


def place(book: Book, where: Where) -> RemarkedCell:
    """What is known about a cell."""
    return _places(book).of(Remark("", where))


def short(formula: str) -> str:
    """A formula short enough for a sentence."""
    return formula if len(formula) <= _LONGEST else formula[: _LONGEST - 1] + "…"


def sum_text(parts: Sequence[Where]) -> str:
    """The formula that adds these cells of one column, as a range where they stand together."""
    first, last = parts[0], parts[-1]
    if len(parts) > 1 and last.row - first.row == len(parts) - 1:
        return f"=SUM({first.cell}:{last.cell})"
    return f"=SUM({';'.join(where.cell for where in parts)})"


def digits(spot: Spot, *figures: Decimal | None) -> int:
    """Places for figures of a cell: none for rupiah, at least two for percents, more where they differ by less."""
    if spot.field.kind in {Kind.RUPIAH, Kind.JUMLAH}:
        return 0 if all(figure is None or not places_of(figure) for figure in figures) else 2
    least = max(2, min(spot.value.places, _MOST_PLACES))
    known = [figure for figure in figures if figure is not None]
    return least if len({show(figure, least) for figure in known}) == len(set(known)) else _MOST_PLACES


def effect(spot: Spot, difference: Decimal) -> str:
    """A difference in the unit of its column: `Rp 5.000.000`, `0,52 poin`."""
    text = show(abs(difference), digits(spot, difference))
    kind = spot.field.kind
    return f"Rp {text}" if kind is Kind.RUPIAH else say("{0} poin", text) if kind is Kind.PERSEN else text


def agrees(ledger: Ledger, where: Where) -> bool:
    """Whether the audit's own recomputation finds the cell right."""
    entries = ledger.at(where)
    return bool(entries) and all(entry.verdict.derived for entry in entries)


def disagrees(ledger: Ledger, where: Where) -> bool:
    """Whether the audit's own recomputation finds the cell wrong."""
    return any(entry.verdict is Verdict.SELISIH for entry in ledger.at(where))


def formula_finding(
    book: Book,
    rule: tuple[str, str],
    level: Level,
    spot: Spot,
    message: Message,
    step: Message,
    right: Decimal | None = None,
    related: Sequence[Where] = (),
) -> Finding:
    """A finding at a cell, with its figures."""
    stated = spot.value.known
    finding = place(book, spot.where).finding(rule, level, message, step, stated, tuple(related))
    if right is None or stated is None:
        return finding
    return replace(finding, recomputed=right, difference=stated - right, places=digits(spot, stated, right))
