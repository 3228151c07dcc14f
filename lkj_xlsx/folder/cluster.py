"""The same unit of work on a Dask cluster: other machines, or a cluster of this computer's own processes.

A worker that is lost loses nothing: its files go to another one, and a file is tried twice before it is given up.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from lkj_xlsx.errors import LkjError
from lkj_xlsx.folder.run import AHEAD, STOPPED
from lkj_xlsx.folder.unit import Task, examine_file, failed
from lkj_xlsx.model.message import say
from lkj_xlsx.model.outcome import Outcome

if TYPE_CHECKING:
    from distributed import Client

LOCAL = "lokal"
RETRIES = 1


class NoCluster(LkjError):
    """The cluster is not there, or the library that speaks to it is not installed."""


def run_on_cluster(tasks: Iterable[Task], address: str, workers: int) -> Generator[Outcome, None, None]:
    """The outcome of each task, as it is ready. `address` is a scheduler's, or `LOCAL` for `workers` processes here.

    Raises `NoCluster`.
    """
    with connected(address, workers) as client:
        yield from gathered(client, tasks)


@contextmanager
def connected(address: str, workers: int) -> Iterator[Client]:
    """A client of the cluster; a cluster of our own ends with it."""
    try:
        import dask
        from distributed import Client, LocalCluster
    except ImportError as fault:
        raise NoCluster(say("--cluster memerlukan paket tambahan: pip install 'lkj-xlsx[cluster]'.")) from fault
    if address != LOCAL:
        try:
            client = Client(address, timeout="20s")
        except (OSError, TimeoutError, ValueError) as fault:
            text = say("Kluster {address} tidak menjawab ({fault}). Periksa alamatnya.", address=address, fault=fault)
            raise NoCluster(text) from fault
        with client:
            yield client
        return
    with (
        dask.config.set({"distributed.scheduler.allowed-failures": RETRIES}),
        LocalCluster(n_workers=workers, threads_per_worker=1, processes=True, dashboard_address=None) as cluster,
        Client(cluster) as client,
    ):
        yield client


def gathered(client: Client, tasks: Iterable[Task]) -> Iterator[Outcome]:
    """Outcomes through a client that is connected; few tasks are out at a time, so that a queue of any length fits."""
    from distributed import as_completed

    waiting = deque(tasks)
    names: dict[object, Task] = {}
    running = as_completed()

    def hand_out() -> None:
        while waiting and len(names) < AHEAD * max(1, len(client.scheduler_info(n_workers=-1)["workers"])):
            task = waiting.popleft()
            future = client.submit(examine_file, task, retries=RETRIES, pure=False)
            names[future.key] = task
            running.add(future)

    hand_out()
    for future in running:
        task = names.pop(future.key)
        yield future.result() if future.status == "finished" else failed(task, STOPPED)
        hand_out()
