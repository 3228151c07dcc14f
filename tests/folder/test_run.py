"""Side by side: the same outcomes from any number of workers, and none lost where a process dies."""

from __future__ import annotations

import multiprocessing
import os
import signal

import pytest

from lkj_xlsx.folder import run as runner
from lkj_xlsx.folder.find import listing
from lkj_xlsx.folder.gather import by_name, tasks_for
from lkj_xlsx.folder.run import STOPPED, cores, run
from lkj_xlsx.folder.unit import Task, examine_file
from lkj_xlsx.model.outcome import Outcome
from tests.folder.many import NAMES, UNUSABLE, fill, rows_of

DEADLY = "mati.xlsx"


def dying(task: Task) -> Outcome:
    """The unit of work, with a file that takes its process with it."""
    if task.name == DEADLY:
        os.kill(os.getpid(), signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
    return examine_file(task)


@pytest.fixture
def tasks(tmp_path) -> tuple[Task, ...]:
    return tasks_for(listing([str(fill(tmp_path))]).workbooks, Task("", "", edition="e"), workbooks=False)


def test_results_do_not_depend_on_the_number_of_workers(tasks):
    one = by_name(run(tasks, 1))
    assert [(name, audited) for name, _, _, _, audited in rows_of(one)] == [
        (name, name not in UNUSABLE) for name in NAMES
    ]
    assert [opd for _, opd, *_ in rows_of(one)] == ["Dinas A", "Dinas B", "Dinas C", "", ""]
    assert by_name(run(tasks, 2)) == one
    assert by_name(run(tasks, 7)) == one


def test_a_process_that_dies_takes_only_its_own_file(tasks, monkeypatch):
    monkeypatch.setattr(runner, "examine_file", dying)
    deadly = Task("mati.xlsx", DEADLY)
    by_path = {outcome.path: outcome for outcome in run([deadly, *tasks, *tasks], 2)}
    assert set(by_path) == {DEADLY, *NAMES}
    assert (by_path[DEADLY].audited, by_path[DEADLY].error) == (False, STOPPED)
    assert by_path["kab-b/bersih.xlsx"].audited


def test_leaving_early_leaves_no_process(tasks):
    work = run([*tasks, *tasks], 2)
    next(work)
    work.close()
    assert multiprocessing.active_children() == []


def test_nothing_to_do_is_done_at_once():
    assert list(run([], 4)) == []


def test_there_is_at_least_one_core():
    assert cores() >= 1
