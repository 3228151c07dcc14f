"""Whole processes measured in turns: elapsed time, the processor's time, and the most memory each of them held."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

# Compiled modules are kept, as for every installed package.
AS_INSTALLED = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


@dataclass(frozen=True, slots=True)
class Command:
    """What to run and how often."""

    words: Sequence[str]
    runs: int


@dataclass(frozen=True, slots=True)
class Run:
    """One process: seconds elapsed, seconds of the processor, the most memory in MiB, and the exit code."""

    elapsed: float
    worked: float
    memory: float
    code: int = 0

    @classmethod
    def median(cls, runs: Sequence[Run]) -> Run:
        return cls(
            median(run.elapsed for run in runs),
            median(run.worked for run in runs),
            median(run.memory for run in runs),
            max(abs(run.code) for run in runs),
        )


def turns(commands: Mapping[str, Command], folder: Path) -> dict[str, list[Run]]:
    """Each command as often as it asks for, all of them in turns. The first round warms up and does not count."""
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    for number in range(max(command.runs for command in commands.values()) + 1):
        for name, command in commands.items():
            if number <= command.runs:
                run = measured(command.words, folder)
                if number:
                    runs[name].append(run)
    return runs


def measured(words: Sequence[str], folder: Path) -> Run:
    """Run a command to its end, with what its own children used."""
    begin = time.perf_counter()
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(words, stdout=quiet, stderr=quiet, cwd=folder, env=AS_INSTALLED)
    _, status, usage = os.wait4(process.pid, 0)
    elapsed = time.perf_counter() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    return Run(elapsed, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, process.returncode)
