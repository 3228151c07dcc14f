"""Findings under their roots: nothing twice, nothing lost."""

from __future__ import annotations

from dataclasses import replace

from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.finding import Level
from lkj_xlsx.writers.folding import trees
from tests.writers.small_reports import GALAT, GENERAL, NOTE, WRONG

CHILD = replace(GALAT, where=Where("Efisiensi", 6, 12), root=WRONG, flips=())
GRANDCHILD = replace(GALAT, where=Where("Efisiensi", 7, 12), root=CHILD.where, flips=())


def shape(*findings):
    def told(branch):
        return (str(branch.finding.where), *map(told, branch.follows))

    return [told(branch) for branch in trees(findings)]


def test_what_follows_stands_under_its_root_at_any_depth():
    assert shape(NOTE, GRANDCHILD, CHILD, GALAT) == [
        ("Efisiensi!H6", ("Efisiensi!L6", ("Efisiensi!L7",))),
        ("Capaian IKU!G5",),
    ]


def test_without_its_root_a_finding_stands_for_itself():
    assert shape(CHILD, GENERAL) == [("Efisiensi!L6",), ("Triwulan",)]


def test_two_findings_at_the_root_share_what_follows():
    second = replace(GALAT, code="LKJ302", level=Level.BEDA)
    assert shape(GALAT, second, CHILD) == [("Efisiensi!H6", ("Efisiensi!L6",)), ("Efisiensi!H6",)]


def test_a_circle_of_roots_hides_nothing():
    one, other = replace(GALAT, root=CHILD.where), CHILD
    assert shape(one, other) == [("Efisiensi!H6", ("Efisiensi!L6",))]


def test_an_open_finding_is_not_hidden_under_an_accepted_one():
    accepted = replace(GALAT, accepted="Disetujui.")
    assert shape(accepted, CHILD) == [("Efisiensi!L6",), ("Efisiensi!H6",)]
    assert shape(accepted, replace(CHILD, accepted="Disetujui.")) == [("Efisiensi!H6", ("Efisiensi!L6",))]


def test_a_light_root_with_a_heavy_consequence_comes_as_early_as_that():
    root = replace(GALAT, level=Level.PERIKSA)
    assert shape(root, CHILD, replace(GENERAL, level=Level.BEDA)) == [
        ("Efisiensi!H6", ("Efisiensi!L6",)),
        ("Triwulan",),
    ]
