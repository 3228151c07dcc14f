"""Changes inside a filled template: the list is whole, and a part of it is tried (`benchmarks.hostile` tries all)."""

from __future__ import annotations

from collections import Counter

import pytest

from benchmarks.hostile import ANY, Change, faults, listed
from lkj_xlsx.declared import pages

CHANGES = listed()
# What nothing tells yet.
UNTOLD = {"base data: this year empty", "setting: period ends before it begins", "scale: unreadable row"}
TRIED = [change for change in CHANGES if change.name not in UNTOLD][::11]


def test_the_list_names_a_hundred_changes_and_each_once() -> None:
    assert len(CHANGES) >= 100
    assert [name for name, count in Counter(change.name for change in CHANGES).items() if count > 1] == []
    assert {change.name for change in CHANGES} >= UNTOLD
    assert 15 <= sum(change.silent for change in CHANGES) <= len(CHANGES) / 3


def test_what_must_be_told_is_the_code_of_a_rule_and_a_cell() -> None:
    codes = {page.code for page in pages()} | {ANY}
    wanted = [each.partition(" ") for change in CHANGES for each in change.tell]
    assert [code for code, _, place in wanted if code not in codes or "!" not in place] == []


@pytest.mark.parametrize("change", TRIED, ids=lambda change: change.name)
def test_a_change_is_told_where_it_stands(change: Change) -> None:
    assert faults(change) == []


def test_what_is_not_told_is_named() -> None:
    typed = Change("a right capaian", set={"Capaian IKU!I5": 106.14}, tell=("LKJ301 Capaian IKU!I5",))
    assert faults(typed) == ["tidak disebut: LKJ301 Capaian IKU!I5"]


def test_what_is_told_without_need_is_named() -> None:
    (fault,) = faults(Change("a wrong capaian that should be fine", set={"Tahun Lalu!G5": 69.0}))[:1]
    assert fault.startswith("tidak perlu: LKJ")
