"""Audits killed at random moments: the target is the old file or the new one, the input stays, nothing is left over.

    python -m benchmarks.crash --count 200 --seed 1

Half of the kills fall anywhere in a run; the other half just after the temporary file has appeared, where it matters.
Every tenth run is let through: it must remove what the killed ones left.
"""

from __future__ import annotations

import argparse
import hashlib
import subprocess
import sys
import tempfile
import time
import zipfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from lkj_xlsx.writers.temporary import is_temporary

SAMPLE = Path(__file__).parents[1] / "samples" / "lkj-batubara-2024.xlsx"
FINISHED = (0, 1)  # exit codes of an audit that came to its end


@dataclass(slots=True)
class Trial:
    """One folder with an input and, perhaps, an output; what happened to them is counted."""

    folder: Path
    random: Random
    seconds: float = 0.0  # a whole run
    new: str = ""  # the hash of a whole output
    whole: bytes = b""
    count: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    @property
    def source(self) -> Path:
        return self.folder / "lkj.xlsx"

    @property
    def target(self) -> Path:
        return self.folder / "hasil.xlsx"

    def start(self) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "lkj_xlsx", "audit", str(self.source), "-o", str(self.target)]
        return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def finish(self) -> None:
        """A run that nobody kills: it must end well and clear what the killed ones left."""
        began = time.monotonic()
        code = self.start().wait()
        self.seconds = time.monotonic() - began
        if not self.new:
            self.new, self.whole = digest(self.target), self.target.read_bytes()
        if code not in FINISHED or digest(self.target) != self.new or self.leftovers():
            self.faults.append(f"a whole run: code {code}, left {self.leftovers()}")

    def prepare(self, number: int) -> None:
        """What the run finds: no output, or an older one of ours, which differs from the new one."""
        if number % 5 == 0:
            self.target.unlink(missing_ok=True)
        elif digest(self.target) in ("", self.new):
            self.target.write_bytes(self.whole)
            with zipfile.ZipFile(self.target, "a") as archive:
                archive.comment = b"older"

    def kill(self, number: int) -> None:
        """One run killed; the target must be what it was or what it would have become."""
        before = digest(self.target)
        process = self.start()
        if number % 2:
            time.sleep(self.random.uniform(0, self.seconds * 1.1))
        else:
            self.wait_for_writing(process)
        process.kill()
        code = process.wait()
        after = digest(self.target)
        self.count["killed" if code not in FINISHED else "finished before the kill"] += 1
        self.count["with a left-over"] += bool(self.leftovers())
        self.count["new file in place" if after == self.new and before != after else "old file kept"] += 1
        if after not in (before, self.new):
            self.faults.append(f"run {number}: the target is neither the old file nor the new one")

    def wait_for_writing(self, process: subprocess.Popen[bytes]) -> None:
        known = set(self.leftovers())
        while process.poll() is None and set(self.leftovers()) <= known:
            time.sleep(0.001)
        time.sleep(self.random.uniform(0, self.seconds * 0.3))

    def leftovers(self) -> list[str]:
        return sorted(path.name for path in self.folder.iterdir() if is_temporary(path))

    def strangers(self) -> list[str]:
        known = {self.source.name, self.target.name, *self.leftovers()}
        return sorted(path.name for path in self.folder.iterdir() if path.name not in known)


def digest(path: Path) -> str:
    """The file's hash, "" where there is none."""
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else ""


def trial(count: int, seed: int, sample: Path = SAMPLE) -> Trial:
    """Kill `count` audits of a copy of the sample."""
    with tempfile.TemporaryDirectory() as folder:
        run = Trial(Path(folder), Random(seed))
        run.source.write_bytes(sample.read_bytes())
        given = digest(run.source)
        run.finish()
        number = 0
        while run.count["killed"] < count:
            run.prepare(number)
            run.kill(number)
            number += 1
            if number % 10 == 0 or run.count["killed"] == count:
                run.finish()
            if digest(run.source) != given or run.strangers():
                run.faults.append(f"run {number}: the input changed, or a stranger was left: {run.strangers()}")
        return run


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--count", type=int, default=200)
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    run = trial(given.count, given.seed)
    print(f"{given.count} audits killed: " + ", ".join(f"{what} {times}" for what, times in sorted(run.count.items())))
    print(
        "\n".join(run.faults) or "no half file, input unchanged, nothing left behind by the runs that were let through"
    )
    return 1 if run.faults else 0


if __name__ == "__main__":
    sys.exit(main())
