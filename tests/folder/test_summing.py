"""From a report to the few figures of a recap."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from lkj_xlsx.findings.tree import grown
from lkj_xlsx.folder.summing import MOST, edition_of, outcome_of
from lkj_xlsx.measures.conclusions import kemajuan_flips
from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.model.flip import Conclusion, Flip
from lkj_xlsx.model.message import say
from lkj_xlsx.model.report import Column, Item, Row, Summary, Table
from tests.workbook_case import FULL, Typed, audited
from tests.writers.small_reports import report

MONEY, PERCENT = Where("Efisiensi", 5, 9), Where("Efisiensi", 5, 11)
TABLE = Table(
    "3.9",
    "",
    (Column("anggaran", "Anggaran", "rupiah"), Column("serapan", "%", "persen")),
    (Row({"anggaran": Item(Decimal(1), source=MONEY), "serapan": Item(Decimal(1), source=PERCENT)}),),
)


def finding(level: Level = Level.GALAT, **more: object) -> Finding:
    return replace(
        Finding("LKJ301", "selisih", level, say("Tertulis lain."), MONEY, "3.9", "Aset", label="capaian"), **more
    )


def outcome(*findings: Finding):
    return outcome_of(replace(report(), tree=grown(findings), tables=(TABLE,)), "a.xlsx", "e")


FLIP = Flip(Conclusion.PREDIKAT, "Tinggi", "Sedang")


@pytest.mark.parametrize(
    "flips, expected",
    [
        (kemajuan_flips(Decimal(99), Decimal(101)), (0, 1, 0)),
        ((FLIP,), (1, 0, 0)),
        ((Flip(Conclusion.TERCAPAI, "tidak tercapai", "tercapai"),), (0, 1, 0)),
        ((replace(FLIP, subject="Aset"),), (1, 0, 0)),
        ((Flip(Conclusion.EFISIEN, "tidak efisien", "efisien"),), (0, 0, 1)),
        ((Flip(Conclusion.SERAPAN, Decimal(1), Decimal(2)), Flip(Conclusion.EFISIEN, "a", "b")), (0, 0, 1)),
        ((Flip(Conclusion.SERAPAN, Decimal(1), Decimal(2)),), (0, 0, 0)),
        ((), (0, 0, 0)),
    ],
)
def test_conclusions_that_change_are_counted_by_kind(flips: tuple[Flip, ...], expected):
    summed = outcome(finding(flips=flips))
    assert (summed.predikat, summed.tercapai, summed.efisien) == expected
    accepted = outcome(finding(flips=flips, accepted="ya"))
    assert (accepted.predikat, accepted.tercapai, accepted.efisien) == (0, 0, 0)


def test_an_indicator_is_counted_once_and_a_wrong_word_counts():
    several = [
        finding(flips=(FLIP,)),
        finding(flips=(FLIP,), label="realisasi"),
        finding(subject="Jumlah aset", flips=(replace(FLIP, subject="Aset"),)),  # a base figure of the same indicator
        finding(subject="SHU", label="predikat", measure="PREDIKAT"),
        finding(Level.PERIKSA, subject="AKIP", label="predikat", measure="PREDIKAT"),
    ]
    assert outcome(*several).predikat == 2


def test_a_name_with_a_colon_is_one_name():
    named = [finding(subject=f"Nilai: {name}", flips=(FLIP,)) for name in ("aset", "laba")]
    assert outcome(*named).predikat == 2


def test_the_flips_are_those_of_a_real_audit():
    audit = audited(Typed("capaian_iku", "1.1", "capaian", "65,00"), base=FULL)
    flips = [f for f in audit.roots() if any(flip.conclusion is Conclusion.PREDIKAT for flip in f.flips)]
    assert flips and outcome(*audit.findings).predikat == len({f.subject for f in flips})


def test_the_rupiah_of_root_findings_each_cell_once():
    wrong = Decimal("-1500.4")
    assert outcome(finding(difference=wrong), finding(difference=Decimal(700))).rupiah == 1500
    assert outcome(finding(difference=wrong, root=PERCENT), finding(where=PERCENT)).rupiah == 0
    assert outcome(finding(difference=wrong, root=PERCENT)).rupiah == 1500  # nothing is told of its root
    assert outcome(finding(difference=wrong, accepted="ya")).rupiah == 0
    assert outcome(finding(difference=wrong, where=PERCENT)).rupiah == 0


def test_the_worst_table_has_most_of_the_worst():
    findings = [
        finding(tabel="3.10"),
        finding(tabel="3.9"),
        finding(tabel="3.9"),
        finding(tabel="3.9", accepted="ya"),
        *(finding(Level.BEDA, tabel="3.3") for _ in range(9)),
    ]
    assert outcome(*findings).table == "3.9"
    assert outcome(finding(tabel="3.10"), finding(tabel="3.9")).table == "3.9"
    assert outcome().table == ""


def test_levels_are_the_open_ones():
    summary = Summary(by_level={"galat": 4, "beda": 3, "periksa": 2, "catatan": 1}, accepted=5)
    summed = outcome_of(replace(report(), summary=summary), "a.xlsx", "e")
    assert (summed.galat, summed.beda, summed.periksa, summed.catatan, summed.accepted) == (4, 3, 2, 1, 5)


def test_lines_are_bounded_and_the_rest_is_counted():
    summed = outcome(*(finding(subject=str(n)) for n in range(MOST + 7)))
    assert (len(summed.lines), summed.more) == (MOST, 7)
    assert summed.lines[0].cell == "I5"


def test_signs_that_steer_a_terminal_do_not_come_through():
    assert "\x1b" not in outcome(finding(subject="\x1b[31mAset")).lines[0].subjek


def test_the_edition_changes_with_version_code_and_level():
    base = edition_of("1.0", [("LKJ301", "galat"), ("LKJ302", "beda")])
    assert edition_of("1.0", [("LKJ302", "beda"), ("LKJ301", "galat")]) == base
    others = [
        edition_of("1.1", [("LKJ301", "galat"), ("LKJ302", "beda")]),
        edition_of("1.0", [("LKJ301", "galat")]),
        edition_of("1.0", [("LKJ301", "beda"), ("LKJ302", "beda")]),
    ]
    assert base not in others
