"""Which findings follow from the mistake at another cell."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lkj_xlsx import pipeline
from lkj_xlsx.findings import roots
from lkj_xlsx.findings.roots import rooted
from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.fact import Remark
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.model.message import say
from lkj_xlsx.spec import remarks
from tests.book_builder import place
from tests.rules.remarked_book import IKU, book
from tests.workbook_case import Typed, audited

PROGRAM = "PROGRAM PENGEMBANGAN UMKM"
YEAR = Where("Identitas dan Pengaturan", 9, 2)
DATED = [Remark(remarks.KOLOM_TAHUN_LAIN, Where(IKU, 4, column), "Target 2023") for column in (7, 8, 9)]


def under(finding: Finding, *given: Remark) -> Where | None:
    (found,) = rooted([finding], book(*given), Ledger(), ())
    return found.root


@pytest.mark.parametrize(
    "code, year, follows",
    [
        ("LKJ301", None, True),  # a figure is judged under the year, whatever it is
        ("LKJ105", 2024, True),
        ("LKJ106", 2023, True),
        ("LKJ106", None, False),  # a heading without a year is odd in every year
        ("LKJ101", 2024, False),
        ("LKJ212", 2024, False),
    ],
)
def test_what_a_wrong_year_of_the_report_may_have_caused(code, year, follows):
    finding = Finding(code, "aturan", Level.GALAT, say("Salah pada 2024."), Where(IKU, 7, 5), year=year)
    place = book().settings.record.get("tahun").where
    assert under(finding, *DATED) == (place if follows else None)
    assert under(finding) is None


def test_a_wrong_year_outweighs_the_root_that_a_rule_names():
    finding = Finding("LKJ324", "mungkin", Level.BEDA, say("Salah."), Where(IKU, 7, 5), root=Where(IKU, 8, 5))
    assert under(finding) == Where(IKU, 8, 5)
    assert under(finding, *DATED) == book().settings.record.get("tahun").where


def test_a_figure_computed_from_a_wrong_one_follows_where_that_is_told_of():
    audit = audited(Typed("realisasi_anggaran", PROGRAM, "realisasi", "2.128.742.505"))
    amount = audit.at("Realisasi Anggaran!H48").where
    plain = [replace(finding, root=None) for finding in audit.findings]
    again = rooted(plain, audit.book, audit.ledger, pipeline.measures())
    assert {str(f.where): f.root for f in again if f.root is not None} == {
        str(f.where): f.root for f in audit.findings if f.root is not None
    }
    assert amount in {finding.root for finding in again}
    untold = [finding for finding in plain if finding.where != amount]
    assert amount not in {f.root for f in rooted(untold, audit.book, audit.ledger, pipeline.measures())}


def test_no_finding_follows_from_its_own_cell():
    audit = audited(Typed("realisasi_anggaran", PROGRAM, "realisasi", "2.128.742.505"))
    assert [finding for finding in audit.findings if finding.root == finding.where and finding.where] == []


@pytest.mark.parametrize(
    "level, told, root",
    [
        (Level.GALAT, True, True),
        (Level.BEDA, True, True),
        (Level.PERIKSA, True, False),  # says something of its own
        (Level.CATATAN, True, False),
        (Level.GALAT, False, False),  # nothing would stand above it
    ],
)
def test_only_what_is_wrong_is_folded_and_only_under_a_cell_that_is_told_of(monkeypatch, level, told, root):
    where, above = place("realisasi_anggaran", 1, "serapan"), place("realisasi_anggaran", 1, "realisasi")
    monkeypatch.setattr(roots, "speaks", lambda finding, ledger: True)
    finding = Finding("LKJ301", "selisih", level, say("x"), where)
    found = roots._computed(finding, Ledger(), {where: above}, {above} if told else {where})
    assert found.root == (above if root else None)
