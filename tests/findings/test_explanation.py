"""Which findings are given a cause, and which are none to have one of their own."""

from __future__ import annotations

from dataclasses import replace

from lkj_xlsx import pipeline
from lkj_xlsx.findings.explanation import explained, speaks
from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.finding import Finding, Level
from tests.workbook_case import Audit, Typed, audited

SWAPPED = Typed("capaian_iku", "1.1", "capaian", "31,97")  # 31,79 with two digits exchanged
CELL = "Capaian IKU!I5"


def again(audit: Audit, *findings: Finding) -> list[Finding]:
    """The findings explained anew, from what they are without a cause."""
    plain = [replace(finding, cause=None) for finding in findings]
    return explained(plain, pipeline.causes(), audit.book, audit.ledger)


def test_a_wrong_figure_is_given_the_mistake_that_reproduces_it():
    audit = audited(SWAPPED)
    (found,) = again(audit, audit.at(CELL))
    assert found.cause is not None and found.cause == audit.at(CELL).cause
    assert [entry.where for entry in speaks(found, audit.ledger)] == [found.where]


def test_what_follows_from_a_root_has_no_cause_of_its_own():
    audit = audited(SWAPPED)
    (found,) = again(audit, replace(audit.at(CELL), root=Where("Data Dasar", 5, 12)))
    assert found.cause is None


def test_a_light_finding_is_not_explained():
    audit = audited(SWAPPED)
    (found,) = again(audit, replace(audit.at(CELL), level=Level.PERIKSA))
    assert found.cause is None
