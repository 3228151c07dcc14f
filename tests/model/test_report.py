"""The order of findings."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.model.flip import Conclusion, Flip
from lkj_xlsx.model.message import say
from lkj_xlsx.model.report import arranged

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
    orders = {tuple(found.code for found in arranged(given)) for given in permutations(findings)}
    assert len(orders) == 1  # whatever order they were found in
    return list(orders.pop())


def test_the_worst_first_then_what_changes_something_then_the_table():
    assert order(
        finding("beda-flips", Level.BEDA, 5, flips=(FLIP,)),
        finding("galat", Level.GALAT, 5),
        finding("galat-flips", Level.GALAT, 9, flips=(FLIP,)),
        finding("galat-3.10", Level.GALAT, 5, tabel="3.10"),
    ) == ["galat-flips", "galat", "galat-3.10", "beda-flips"]


def test_a_follow_on_stands_right_after_its_root_however_heavy():
    assert order(
        finding("root", Level.BEDA, 5),
        finding("follows", Level.GALAT, 6, root=5),
        finding("other", Level.BEDA, 7),
        finding("galat", Level.GALAT, 8),
    ) == ["galat", "root", "follows", "other"]


def test_a_follow_on_of_a_cell_that_nothing_is_told_of_stands_by_itself():
    assert order(finding("a", Level.BEDA, 5), finding("b", Level.GALAT, 6, root=99)) == ["b", "a"]


def test_two_that_blame_each_other_are_both_kept():
    assert order(finding("a", Level.BEDA, 5, root=6), finding("b", Level.GALAT, 6, root=5)) == ["b", "a"]


def test_accepted_ones_come_last_and_hide_no_open_one():
    assert order(
        finding("root", Level.GALAT, 5, accepted="Disetujui"),
        finding("follows", Level.BEDA, 6, root=5),
        finding("note", Level.CATATAN, 7),
    ) == ["follows", "note", "root"]
    assert order(
        finding("root", Level.GALAT, 5),
        finding("follows", Level.BEDA, 6, root=5, accepted="Disetujui"),
        finding("note", Level.CATATAN, 7),
    ) == ["root", "follows", "note"]
