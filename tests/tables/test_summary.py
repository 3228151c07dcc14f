"""Counts of the run."""

from __future__ import annotations

from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.model.message import say
from lkj_xlsx.tables.summary import summary


def finding(level: Level, accepted: str = "") -> Finding:
    return Finding("LKJ301", "selisih", level, say("Salah."), Where("Capaian IKU", 5, 9), accepted=accepted)


def test_levels_count_open_findings_and_accepted_ones_are_counted_apart():
    made = summary(
        [finding(Level.GALAT), finding(Level.GALAT, "Disetujui"), finding(Level.BEDA, "Disetujui")], Ledger()
    )
    assert dict(made.by_level) == {"galat": 1, "beda": 0, "periksa": 0, "catatan": 0}
    assert made.accepted == 2
