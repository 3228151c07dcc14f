"""All outcomes of a folder: what an earlier recap already holds, and what is audited now."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from lkj_xlsx import pipeline
from lkj_xlsx.folder.find import NamedFile, outputs
from lkj_xlsx.folder.summing import edition_of
from lkj_xlsx.folder.unit import Task, digest, local_copy, remote
from lkj_xlsx.model.outcome import Outcome
from lkj_xlsx.release import VERSION

FIRST = 100  # outcomes before what is done so far is kept for the first time; afterwards with each quarter more


def edition() -> str:
    """The edition of the rules of this program."""
    return edition_of(VERSION, ((rule.code, rule.level.word) for rule in pipeline.pages()))


def tasks_for(files: Sequence[NamedFile], task: Task, workbooks: bool) -> tuple[Task, ...]:
    """One task for each file, otherwise like `task`; with `workbooks` the local ones leave a finished workbook."""
    targets = outputs(item for item in files if not remote(item.source)) if workbooks else {}
    return tuple(
        replace(task, source=item.source, name=item.name, output=targets.get(str(Path(item.source)), ""))
        for item in files
    )


def known(tasks: Iterable[Task], earlier: Iterable[Outcome]) -> tuple[tuple[Outcome, ...], tuple[Task, ...]]:
    """Outcomes of an earlier recap that still hold, and the tasks that are left.

    An outcome holds where the file's bytes and the edition are the same (one that depends on the day, the day too),
    nothing had failed, and the finished workbook is still there. The files are read here for their SHA-256 only.
    """
    by_hash: dict[tuple[str, str], list[Outcome]] = {}
    for outcome in earlier:
        if not outcome.error:
            by_hash.setdefault((outcome.sha256, outcome.edition), []).append(outcome)
    kept: list[Outcome] = []
    left: list[Task] = []
    for task in tasks:
        sha256 = _digest(task.source) if by_hash else ""
        same = [o for edition in (task.dated, task.edition) for o in by_hash.get((sha256, edition), ())]
        if same and (not task.output or os.path.isfile(task.output)):
            kept.append(next((o for o in same if o.path == task.name), replace(same[0], path=task.name)))
        else:
            left.append(task)
    return tuple(kept), tuple(left)


def _digest(source: str) -> str:
    try:
        with local_copy(source) as path:
            return digest(path)
    except Exception:  # a storage's fault; the audit will tell it
        return ""


def gather(
    kept: Iterable[Outcome],
    fresh: Iterator[Outcome],
    seen: Callable[[Outcome], None],
    keep: Callable[[Sequence[Outcome]], None],
) -> tuple[Outcome, ...]:
    """All outcomes by name. `seen` is told of each new one; `keep` now and then of all so far, and when interrupted."""
    outcomes = list(kept)
    done, due = 0, FIRST
    try:
        for outcome in fresh:
            outcomes.append(outcome)
            seen(outcome)
            done += 1
            if done >= due:
                keep(by_name(outcomes))
                due = done + max(FIRST, done // 4)
    except KeyboardInterrupt:
        keep(by_name(outcomes))
        raise
    return by_name(outcomes)


def by_name(outcomes: Iterable[Outcome]) -> tuple[Outcome, ...]:
    """The one order of outcomes, whatever order they came in."""
    return tuple(sorted(outcomes, key=lambda outcome: outcome.path))
