"""What an earlier recap still answers for, and keeping what is done so far."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from lkj_xlsx.folder.find import NamedFile
from lkj_xlsx.folder.gather import FIRST, edition, gather, known, tasks_for
from lkj_xlsx.folder.unit import Task, digest
from lkj_xlsx.model.outcome import Outcome

TASK = Task("", "", edition="e1")


@pytest.fixture
def task(tmp_path) -> Task:
    (tmp_path / "a.xlsx").write_bytes(b"isi")
    return replace(TASK, source=str(tmp_path / "a.xlsx"), name="a.xlsx")


@pytest.fixture
def earlier(task) -> Outcome:
    return Outcome("a.xlsx", digest(Path(task.source)), edition="e1", opd="Dinas A", galat=3)


def test_an_unchanged_file_is_not_audited_again(task, earlier):
    assert known([task], [earlier]) == ((earlier,), ())


def test_a_file_that_only_moved_keeps_its_outcome_under_the_new_name(task, earlier):
    assert known([task], [replace(earlier, path="lama/a.xlsx")]) == ((earlier,), ())


@pytest.mark.parametrize("change", [{"sha256": "0" * 64}, {"edition": "e0"}, {"error": "disk penuh"}], ids=str)
def test_other_bytes_other_rules_and_failures_are_audited_again(task, earlier, change):
    assert known([task], [replace(earlier, **change)]) == ((), (task,))


def test_an_outcome_of_one_day_holds_on_that_day_only(task, earlier):
    monday, tuesday = (replace(task, today=date(2025, 6, day)) for day in (2, 3))
    of_monday = replace(earlier, edition="e1@2025-06-02")
    assert known([monday], [of_monday]) == ((of_monday,), ())
    assert known([tuesday], [of_monday]) == ((), (tuesday,))
    assert known([task], [of_monday]) == ((), (task,))
    assert known([tuesday], [earlier]) == ((earlier,), ())  # the day does not matter to it


def test_a_finished_workbook_that_is_gone_is_made_again(task, earlier, tmp_path):
    wanted = replace(task, output=str(tmp_path / "a-hasil.xlsx"))
    assert known([wanted], [earlier]) == ((), (wanted,))
    (tmp_path / "a-hasil.xlsx").write_bytes(b"hasil")
    assert known([wanted], [earlier]) == ((earlier,), ())


def test_tasks_have_their_results_beside_the_files_unless_these_are_in_a_storage():
    files = [NamedFile(str(Path("x") / "a.xlsx"), "a.xlsx"), NamedFile("s3://w/b.xlsx", "b.xlsx")]
    tasks = tasks_for(files, TASK, workbooks=True)
    assert [(task.name, task.output) for task in tasks] == [("a.xlsx", str(Path("x") / "a-hasil.xlsx")), ("b.xlsx", "")]
    assert [task.output for task in tasks_for(files, TASK, workbooks=False)] == ["", ""]


def test_the_edition_follows_the_rules():
    assert edition() == edition() and len(edition()) == 12


def test_all_outcomes_come_by_name_and_each_new_one_is_seen():
    seen: list[str] = []
    fresh = iter([Outcome("c"), Outcome("a")])
    gathered = gather([Outcome("b")], fresh, lambda outcome: seen.append(outcome.path), lambda outcomes: None)
    assert [outcome.path for outcome in gathered] == ["a", "b", "c"]
    assert seen == ["c", "a"]


def test_what_is_done_is_kept_ever_less_often():
    kept: list[int] = []
    gather([], (Outcome(f"{n:04d}") for n in range(1_000)), lambda o: None, lambda outcomes: kept.append(len(outcomes)))
    assert kept[:4] == [FIRST, 2 * FIRST, 3 * FIRST, 4 * FIRST]
    assert kept[4:] == [500, 625, 781, 976]


def test_an_interrupt_keeps_what_is_done():
    def interrupted():
        yield Outcome("b")
        yield Outcome("a")
        raise KeyboardInterrupt

    kept: list[list[str]] = []
    with pytest.raises(KeyboardInterrupt):
        gather([], interrupted(), lambda o: None, lambda outcomes: kept.append([o.path for o in outcomes]))
    assert kept == [["a", "b"]]
