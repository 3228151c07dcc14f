"""Figures that are judged wrong, and the base figures among them with what would be right."""

from __future__ import annotations

from decimal import Decimal

from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.computed import Ledger, Verdict
from lkj_xlsx.model.number import round_half_up


def wrong_inputs(ledger: Ledger) -> dict[Where, Decimal]:
    """Base figures judged wrong by themselves, each with its right value at the places it is typed with."""
    return {
        entry.where: round_half_up(entry.against.value, entry.computed.value.places)
        for entry in ledger.entries
        if entry.verdict is Verdict.SELISIH and entry.record.sheet == "data_dasar" and entry.against is not None
    }
