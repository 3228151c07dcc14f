"""Audits side by side on the cores of this computer. What comes out does not depend on how many there are."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections import deque
from collections.abc import Generator, Iterable
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool

from lkj_xlsx.folder.unit import Task, examine_file, failed
from lkj_xlsx.model.message import say
from lkj_xlsx.model.outcome import Outcome

AHEAD = 2  # files handed out for each worker: enough to keep it busy, few enough to hold no queue in memory
MOST = 61 if sys.platform == "win32" else 256  # Windows waits for no more processes at once
STOPPED = say(
    "Proses yang memeriksa berkas ini berhenti mendadak, mungkin karena kehabisan memori. Periksa berkas ini "
    "tersendiri, bila perlu dengan --batas yang lebih kecil."
)


def cores() -> int:
    """How many workers this computer carries."""
    count = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(MOST, count)


def run(tasks: Iterable[Task], workers: int) -> Generator[Outcome, None, None]:
    """The outcome of each task, as it is ready. One worker works in this process, more in processes of their own.

    A process that dies takes no other file with it: the files it may have held are audited again, each by itself.
    """
    waiting = deque(tasks)
    workers = max(1, min(workers, MOST, len(waiting)))
    if workers == 1:
        yield from map(examine_file, waiting)
        return
    while waiting:
        held = yield from _until_broken(waiting, workers)
        for task in held:
            yield _alone(task)


def _pool(workers: int) -> ProcessPoolExecutor:
    """Fresh processes, started alike on every system."""
    spawn = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(workers, mp_context=spawn, initializer=_leave_interrupts)


def _leave_interrupts() -> None:
    """Ctrl-C is the first process's to answer: it lets the files at work be finished."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _until_broken(waiting: deque[Task], workers: int) -> Generator[Outcome, None, tuple[Task, ...]]:
    """Outcomes until nothing waits, or until a process dies; then the tasks that were handed out."""
    pool = _pool(workers)
    held: dict[Future[Outcome], Task] = {}
    try:
        while waiting or held:
            while waiting and len(held) < AHEAD * workers:
                held[pool.submit(examine_file, waiting[0])] = waiting[0]
                waiting.popleft()
            for future in wait(held, return_when=FIRST_COMPLETED).done:
                outcome = future.result()
                del held[future]
                yield outcome
    except BrokenProcessPool:
        return tuple(held.values())
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
    return ()


def _alone(task: Task) -> Outcome:
    """A task in a process of its own, which may die with it."""
    with _pool(1) as pool:
        try:
            return pool.submit(examine_file, task).result()
        except BrokenProcessPool:
            return failed(task, STOPPED)
