"""The unit of work: one file in, one small outcome out. It runs alike here, in another process, on another machine."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePosixPath

from lkj_xlsx import pipeline
from lkj_xlsx.errors import LkjError
from lkj_xlsx.folder.summing import of_the_day, outcome_of
from lkj_xlsx.model.limits import USUAL, Limits
from lkj_xlsx.model.message import printable, remade, say
from lkj_xlsx.model.outcome import Outcome
from lkj_xlsx.model.report import Report
from lkj_xlsx.release import VERSION


@dataclass(frozen=True, slots=True)
class Task:
    """One file to audit.

    source   its path, or its address in a storage (`s3://...`)
    name     what it is called in the recap
    output   where the finished workbook goes, "" for none
    listed   keep the findings beside the counts
    edition  the edition of the rules; `dated` is that of an outcome that holds on this task's day only
    """

    source: str
    name: str
    output: str = ""
    today: date | None = None
    limits: Limits = USUAL
    force: bool = False
    listed: bool = True
    edition: str = ""

    @property
    def dated(self) -> str:
        return f"{self.edition}@{self.today or ''}"


def examine_file(task: Task) -> Outcome:
    """The outcome of one file. Whatever is wrong with it becomes the outcome's `error`; nothing is raised."""
    try:
        with local_copy(task.source) as path:
            return _examined(path, task)
    except Exception as fault:  # the storage's own
        return failed(task, reason_of(fault))


def _examined(path: Path, task: Task) -> Outcome:
    try:
        report = pipeline.audit(path, task.today, task.limits, drawn=bool(task.output))
        outcome = outcome_of(report, task.name, task.dated if of_the_day(report) else task.edition, task.listed)
    except Exception as fault:  # one bad file must not stop the others
        return failed(task, remade(reason_of(fault), lambda part: part.replace(str(path), task.name)), digest(path))
    try:
        _write(report, task)
    except Exception as fault:
        return replace(outcome, error=reason_of(fault))
    return outcome


def failed(task: Task, error: str, sha256: str = "") -> Outcome:
    """The outcome of a file that could not be audited."""
    return Outcome(task.name, sha256, VERSION, task.edition, error=error, audited=False)


def digest(path: Path) -> str:
    """The file's SHA-256, "" where it cannot be read; a pipe or a device is not opened, it may have no end."""
    if not os.path.isfile(path):
        return ""
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return ""


def reason_of(fault: Exception) -> str:
    """A fault as one sentence of a recap."""
    text: str = say("Alat ini gagal pada berkas ini ({kind}: {fault}).", kind=type(fault).__name__, fault=fault)
    if isinstance(fault, LkjError):
        text = fault.args[0] if fault.args else str(fault)
    return remade(text, lambda part: " ".join(printable(part).split()))


def _write(report: Report, task: Task) -> None:
    if task.output:
        from lkj_xlsx.writers.workbook import write_workbook

        write_workbook(report, Path(task.output), force=task.force)


def remote(source: str) -> bool:
    """Whether a source is an address in a storage instead of a path."""
    return "://" in source


@contextmanager
def local_copy(source: str) -> Iterator[Path]:
    """The file itself, or a copy for the time of its audit where it stands in a storage.

    Raises what the storage raises; `ImportError` where the library that reaches it is not installed.
    """
    if not remote(source):
        yield Path(source)
        return
    from fsspec.core import url_to_fs

    with tempfile.TemporaryDirectory(prefix="lkj-xlsx-") as folder:
        storage, inside = url_to_fs(source)
        path = Path(folder) / PurePosixPath(inside).name
        storage.get_file(inside, str(path))
        yield path
