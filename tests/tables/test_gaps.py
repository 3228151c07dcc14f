"""What a report lacks before it can be attached: listed with its reason and its cell, and nothing else."""

from __future__ import annotations

import pytest

from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.finding import Level
from lkj_xlsx.rules.failed_rule import failed
from lkj_xlsx.tables.gaps import FAILED, gaps
from tests.workbook_case import FULL, TWIN, Typed, audited

IKU = "capaian_iku"


def told(*changes: Typed, base: str = TWIN) -> dict[str, tuple[str, str]]:
    """What is missing, by cell: the figure and why."""
    audit = audited(*changes, base=base)
    return {str(gap.where): (str(gap.what), str(gap.reason)) for gap in gaps(audit.book, audit.ledger, audit.findings)}


@pytest.mark.parametrize("base", [TWIN, FULL])
def test_nothing_is_missing_in_a_finished_report(base):
    assert told(base=base) == {}


def test_a_rating_that_is_a_dash_is_missing_although_it_could_be_given():
    name = "Persentase Peningkatan Level Skala Usaha Mikro"
    assert told(Typed(IKU, "1.3", "predikat", "-")) == {"Capaian IKU!J7": (f"{name}: predikat", "tertulis -")}


def test_a_rating_left_blank_is_given_by_the_tool():
    assert told(Typed(IKU, "1.3", "predikat", None)) == {}


def test_a_capaian_that_is_a_dash_is_missing():
    assert list(told(Typed(IKU, "1.3", "capaian", "-"))) == ["Capaian IKU!I7"]


def test_figures_of_last_year_are_not_missing():
    assert told(Typed("tahun_lalu", "1.3", "capaian_lalu", "-")) == {}


def test_a_dash_for_a_typed_figure_is_told_once():
    missing = told(Typed(IKU, "1.3", "realisasi", "-"))
    assert missing["Capaian IKU!H7"] == ("Persentase Peningkatan Level Skala Usaha Mikro: Realisasi 2024", "tertulis -")


def test_a_rule_that_failed_is_missing():
    finding = failed("LKJ301", ValueError("x"))
    assert (finding.code, finding.level) == (FAILED, Level.GALAT)
    audit = audited(base=TWIN)
    (gap,) = gaps(audit.book, Ledger(), (finding,))
    assert (str(gap.what), str(gap.reason), gap.where) == ("aturan LKJ301", "gagal dijalankan", None)


def test_a_place_is_told_as_a_cell():
    audit = audited(Typed(IKU, "1.3", "predikat", "n/a"), base=TWIN)
    assert [gap.where for gap in gaps(audit.book, audit.ledger, ())] == [Where("Capaian IKU", 7, 10)]
