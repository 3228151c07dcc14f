"""Findings under their roots: nothing twice, nothing lost."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

from lkj_xlsx.findings.tree import grown, in_order
from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.model.flip import Conclusion, Flip
from lkj_xlsx.model.message import say
from tests.writers.small_reports import GALAT, GENERAL, NOTE, WRONG, report

CHILD = replace(GALAT, where=Where("Efisiensi", 6, 12), root=WRONG, flips=())
GRANDCHILD = replace(GALAT, where=Where("Efisiensi", 7, 12), root=CHILD.where, flips=())


def shape(*findings):
    def told(branch):
        return (str(branch.finding.where), *map(told, branch.follows))

    return [told(branch) for branch in grown(findings)]


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


def test_an_accepted_root_stays_above_an_open_finding_which_counts():
    accepted = replace(GALAT, accepted="Disetujui.")
    note = replace(NOTE, level=Level.PERIKSA)
    assert shape(accepted, CHILD, note) == [("Efisiensi!H6", ("Efisiensi!L6",)), ("Capaian IKU!G5",)]
    assert report(accepted, CHILD, note).worst() is Level.GALAT
    both = replace(CHILD, accepted="Disetujui.")
    assert shape(accepted, both, note) == [("Capaian IKU!G5",), ("Efisiensi!H6", ("Efisiensi!L6",))]
    assert report(accepted, both, note).worst() is Level.PERIKSA


def test_of_several_at_the_root_s_cell_an_open_one_stands_above_what_follows():
    accepted = replace(GALAT, accepted="Disetujui.")
    light = replace(GALAT, code="LKJ302", level=Level.CATATAN)
    assert [branch.finding.code for branch in grown((accepted, light, CHILD)) if branch.follows] == ["LKJ302"]


def test_a_light_root_with_a_heavy_consequence_comes_as_early_as_that():
    root = replace(GALAT, level=Level.PERIKSA)
    assert shape(root, CHILD, replace(GENERAL, level=Level.BEDA)) == [
        ("Efisiensi!H6", ("Efisiensi!L6",)),
        ("Triwulan",),
    ]


FLIP = Flip(Conclusion.PREDIKAT, "Tinggi", "Sedang")


def finding(code: str, level: Level, row: int, root: int = 0, tabel: str = "3.3", **more: object) -> Finding:
    made = Finding(
        code,
        "aturan",
        level,
        say("Salah."),
        Where("Capaian IKU", row, 9),
        tabel,
        root=Where("Capaian IKU", root, 9) if root else None,
    )
    return replace(made, **more)


def order(*findings: Finding) -> list[str]:
    orders = {tuple(found.code for found in in_order(grown(given))) for given in permutations(findings)}
    assert len(orders) == 1  # whatever order they were found in
    return list(orders.pop())


def test_the_worst_first_then_what_changes_something_then_the_table():
    assert order(
        finding("beda-flips", Level.BEDA, 5, flips=(FLIP,)),
        finding("galat", Level.GALAT, 5),
        finding("galat-flips", Level.GALAT, 9, flips=(FLIP,)),
        finding("galat-3.10", Level.GALAT, 5, tabel="3.10"),
    ) == ["galat-flips", "galat", "galat-3.10", "beda-flips"]


def test_a_follow_on_stands_right_after_its_root_and_brings_it_forward():
    assert order(
        finding("root", Level.BEDA, 5),
        finding("follows", Level.GALAT, 6, root=5),
        finding("other", Level.BEDA, 7),
        finding("galat", Level.GALAT, 8),
    ) == ["root", "follows", "galat", "other"]


def test_a_chain_of_roots_stands_together():
    assert order(
        finding("root", Level.GALAT, 5),
        finding("follows", Level.BEDA, 6, root=5),
        finding("last", Level.GALAT, 7, root=6),
        finding("first", Level.BEDA, 8, root=5),
    ) == ["root", "follows", "last", "first"]


def test_a_follow_on_of_a_cell_that_nothing_is_told_of_stands_by_itself():
    assert order(finding("a", Level.BEDA, 5), finding("b", Level.GALAT, 6, root=99)) == ["b", "a"]


def test_two_that_blame_each_other_are_both_kept():
    assert order(finding("a", Level.BEDA, 5, root=6), finding("b", Level.GALAT, 6, root=5)) == ["b", "a"]


def test_accepted_ones_come_last_but_where_an_open_one_follows():
    assert order(
        finding("root", Level.GALAT, 5, accepted="Disetujui"),
        finding("follows", Level.BEDA, 6, root=5),
        finding("note", Level.CATATAN, 7),
    ) == ["root", "follows", "note"]
    assert order(
        finding("root", Level.GALAT, 5, accepted="Disetujui"),
        finding("follows", Level.BEDA, 6, root=5, accepted="Disetujui"),
        finding("note", Level.CATATAN, 7),
    ) == ["note", "root", "follows"]
    assert order(
        finding("root", Level.GALAT, 5),
        finding("follows", Level.BEDA, 6, root=5, accepted="Disetujui"),
        finding("note", Level.CATATAN, 7),
    ) == ["root", "follows", "note"]


def test_a_figure_stands_under_the_formula_of_its_own_cell():
    figure, formula = replace(GALAT, root=WRONG), replace(GALAT, code="LKJ704")
    assert shape(figure, formula) == [("Efisiensi!H6", ("Efisiensi!H6",))]
    assert [branch.finding.code for branch in grown((figure, formula))] == ["LKJ704"]
    assert shape(figure) == [("Efisiensi!H6",)]
