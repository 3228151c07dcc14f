"""The same outcomes from a cluster of this computer, also when one of its workers is lost."""

from __future__ import annotations

import os
import signal
import time

import pytest

from lkj_xlsx.folder.cluster import LOCAL, NoCluster, connected, gathered
from lkj_xlsx.folder.find import listing
from lkj_xlsx.folder.gather import by_name, tasks_for
from lkj_xlsx.folder.run import run
from lkj_xlsx.folder.unit import Task
from tests.folder.many import fill

if not os.environ.get("CI"):  # there it must be installed
    pytest.importorskip("distributed", reason="distributed is not installed: pip install 'lkj-xlsx[cluster]'")

pytestmark = pytest.mark.filterwarnings("ignore")  # the library's own, about ports and about workers that are lost


@pytest.fixture
def tasks(tmp_path) -> tuple[Task, ...]:
    return tasks_for(listing([str(fill(tmp_path))]).workbooks, Task("", "", edition="e"), workbooks=False)


def test_a_lost_worker_loses_nothing(tasks):
    with connected(LOCAL, 2) as client:
        lost = next(iter(client.run(os.getpid).values()))
        work = gathered(client, tasks * 4)
        outcomes = [next(work)]
        os.kill(lost, signal.SIGTERM if os.name == "nt" else signal.SIGKILL)
        outcomes += work
        deadline = time.monotonic() + 60
        while lost in client.run(os.getpid).values() and time.monotonic() < deadline:
            time.sleep(0.1)
        assert lost not in client.run(os.getpid).values()
    assert by_name(outcomes) == by_name([*run(tasks, 1)] * 4)


def test_an_address_that_does_not_answer_is_said(monkeypatch):
    import distributed

    def refuse(*given: object, **more: object) -> None:
        raise OSError("tidak ada")

    monkeypatch.setattr(distributed, "Client", refuse)
    with pytest.raises(NoCluster, match=r"tcp://127\.0\.0\.1:9 tidak menjawab"), connected("tcp://127.0.0.1:9", 1):
        pass
