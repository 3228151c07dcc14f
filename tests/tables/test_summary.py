"""Counts of the run."""

from __future__ import annotations

from dataclasses import replace

from lkj_xlsx.measures.capaian import capaian
from lkj_xlsx.model.cell import Cell, Origin, Value, Where
from lkj_xlsx.model.computed import Computed, Judged, Ledger, Verdict
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.model.message import say
from lkj_xlsx.model.number import Missing, Reason
from lkj_xlsx.model.record import Record
from lkj_xlsx.model.values_by_key import MadeValues
from lkj_xlsx.tables.summary import summary


def finding(level: Level, accepted: str = "") -> Finding:
    return Finding("LKJ301", "selisih", level, say("Salah."), Where("Capaian IKU", 5, 9), accepted=accepted)


def test_levels_count_open_findings_and_accepted_ones_are_counted_apart():
    counts = summary(
        [finding(Level.GALAT), finding(Level.GALAT, "Disetujui"), finding(Level.BEDA, "Disetujui")], Ledger()
    )
    assert dict(counts.by_level) == {"galat": 1, "beda": 0, "periksa": 0, "catatan": 0}
    assert counts.accepted == 2


def judged(verdict: Verdict, text: str) -> Judged:
    where = Where("Capaian IKU", 5, 9)
    value = Value(Cell(where, text or None, origin=Origin.KETIKAN if text else Origin.KOSONG), text=text)
    record = Record("capaian_iku", "Capaian IKU", 5, "3.3", MadeValues({"capaian": value}))
    return Judged(Computed(capaian, "capaian", record, "capaian", value, Missing(Reason.MASUKAN)), verdict)


def test_a_blank_that_could_not_be_computed_counts_as_not_checked():
    ledger = Ledger.of((judged(Verdict.SESUAI, "9"), judged(Verdict.TIDAK_DIPERIKSA, ""), judged(Verdict.DIISI, "")))
    counts = summary((), ledger)
    assert (counts.checked, counts.agree, len(counts.not_checked)) == (1, 1, 1)


def test_a_typed_figure_that_could_not_be_computed_is_told_of():
    counts = summary((), Ledger.of((judged(Verdict.TIDAK_DIPERIKSA, "9"),)))
    assert (counts.checked, [str(item.where) for item in counts.not_checked]) == (0, ["Capaian IKU!I5"])


def test_the_reason_is_that_of_the_computation_else_what_is_typed():
    entry = judged(Verdict.TIDAK_DIPERIKSA, "-")
    lacking = replace(entry.computed, result=Missing(Reason.MASUKAN, "target belum diisi"))
    strip = replace(entry.computed, result="Tinggi", value=entry.computed.value._replace(number=Missing(Reason.STRIP)))
    counts = summary((), Ledger.of((replace(entry, computed=lacking), replace(entry, computed=strip))))
    assert [item.reason for item in counts.not_checked] == ["target belum diisi", "tertulis -"]


def test_a_figure_that_another_rule_finds_wrong_does_not_count_as_agreeing():
    entry = judged(Verdict.SESUAI, "9")
    wrong = Finding("LKJ321", "x", Level.GALAT, say("salah"), entry.where)
    assert (summary((), Ledger.of((entry,))).agree, summary((wrong,), Ledger.of((entry,))).agree) == (1, 0)
    assert summary((replace(wrong, accepted="Ya."),), Ledger.of((entry,))).agree == 1
