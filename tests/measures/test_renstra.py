"""Progress towards the Renstra where its years and the report's do not overlap."""

from __future__ import annotations

from lkj_xlsx.model.number import Missing
from tests.workbook_case import FULL, Typed, audited


def test_a_report_from_before_the_renstra_has_nothing_to_add_up():
    found = audited(Typed("identitas", "", "awal", 2026), base=FULL)
    sums = [
        entry.computed.result
        for entry in found.ledger.entries
        if entry.computed.record.sheet == "renstra"
        and entry.computed.record.text("kode") == "1.2"
        and entry.computed.field in ("realisasi_sd", "kemajuan_sd")
    ]
    assert len(sums) == 2 and all(isinstance(result, Missing) for result in sums)
