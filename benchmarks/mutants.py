"""Mutants of the judging code: would the tests notice it?

    python -m benchmarks.mutants                        # each edit of mutants.toml against the tests of its module
    python -m benchmarks.mutants --only verdict --jobs 1
    python -m benchmarks.mutants --whole                # what survives meets the whole suite as well

Every edit is made in a copy of the tree, never in the checkout; the first failing test ends its run. Exit code 1 where
an edit or a test file of the list is no longer found, an edit breaks the import, or the tests fail without any edit.
Survivors are printed; they do not change the exit code unless `--strict` is given.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib.util import cache_from_source
from pathlib import Path
from queue import SimpleQueue

ROOT = Path(__file__).parents[1]
LIST = Path(__file__).with_suffix(".toml")
PACKAGE, TESTS = "lkj_xlsx", "tests"
CHECKS = (".pre-commit-config.yaml", ".pre-commit-hooks.yaml")
FILES = ("setup.cfg", "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE", *CHECKS)
FOLDERS = (PACKAGE, TESTS, "benchmarks", "samples", "workbook_templates", "docs", ".ci", ".github")
LEFT_OUT = shutil.ignore_patterns("__pycache__", ".hypothesis", ".*_cache")
LONGEST = 900  # seconds of one run of tests; an edit that never ends is noticed
KILLED, SURVIVED, BROKEN = "killed", "survived", "broken"
PASSED, FAILED = 0, 1  # exit codes of pytest


@dataclass(frozen=True, slots=True)
class Mutant:
    """One edit: `old`, which stands once in the module, becomes `new`; `tests` (from the root) are run against it."""

    name: str
    module: str
    old: str
    new: str
    tests: tuple[str, ...]

    @property
    def path(self) -> Path:
        return Path(PACKAGE, self.module)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a mutant: by which test it was killed, and after how many seconds."""

    mutant: Mutant
    verdict: str
    test: str
    seconds: float


def mirrored(module: str) -> str:
    """The test file of a module: measures/verdict.py → tests/measures/test_verdict.py."""
    path = Path(module)
    return Path(TESTS, path.parent, f"test_{path.name}").as_posix()


def listed(text: str) -> Iterator[Mutant]:
    """The mutants of a list. A module's tests are its mirror, where there is one, and those named beside it."""
    for module in tomllib.loads(text)["module"]:
        path = module["path"]
        own = [mirrored(path)] if (ROOT / mirrored(path)).exists() else []
        for edit in module["edit"]:
            tests = (*edit.get("tests", ()), *own, *module.get("tests", ()))
            yield Mutant(edit["name"], path, edit["old"], edit["new"], tuple(dict.fromkeys(tests)))


def faults(mutants: Sequence[Mutant], root: Path) -> Iterator[str]:
    """What of a list no longer fits the code."""
    for mutant in mutants:
        path = root / mutant.path
        count = path.read_text(encoding="utf-8").count(mutant.old) if path.is_file() else -1
        if count != 1:
            reasons = {-1: "there is no such module", 0: "its text is no longer found"}
            yield f"{mutant.module}: {mutant.name}: {reasons.get(count, f'its text stands there {count} times')}"
        if mutant.old == mutant.new:
            yield f"{mutant.module}: {mutant.name}: it changes nothing"
        yield from (f"{mutant.module}: there is no {test}" for test in mutant.tests if not (root / test).exists())
        if not mutant.tests:
            yield f"{mutant.module}: {mutant.name}: no test is named for it"


def copied(folder: Path) -> Path:
    """A copy of all that the tests need."""
    for name in FOLDERS:
        shutil.copytree(ROOT / name, folder / name, ignore=LEFT_OUT)
    for name in FILES:
        shutil.copy(ROOT / name, folder / name)
    return folder


def tested(root: Path, tests: Sequence[str]) -> tuple[int, str]:
    """The exit code of pytest in a copy, and the first test that failed."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-n", "0", "-p", "no:cacheprovider", "--tb=no"]
    command += ["--hypothesis-profile=ci", *tests]
    environment = {**os.environ, "PYTHONPATH": str(root)}
    try:
        run = subprocess.run(
            command, cwd=root, env=environment, capture_output=True, text=True, timeout=LONGEST, check=False
        )
    except subprocess.TimeoutExpired:
        return FAILED, f"no end after {LONGEST} s"
    failed = (line for line in run.stdout.splitlines() if line.startswith(("FAILED ", "ERROR ")))
    return run.returncode, next(failed, "").partition(" ")[2].partition(" - ")[0]


def tried(mutant: Mutant, root: Path, whole: bool) -> Outcome:
    """Make the edit in a copy, run its tests, take the edit back."""
    path, began = root / mutant.path, time.monotonic()
    text = path.read_text(encoding="utf-8")
    try:
        _write(path, text.replace(mutant.old, mutant.new))
        code, test = tested(root, mutant.tests)
        if code == PASSED and whole:
            code, test = tested(root, (TESTS,))
    finally:
        _write(path, text)
    verdict = {PASSED: SURVIVED, FAILED: KILLED}.get(code, BROKEN)  # broken: it cannot even be imported
    return Outcome(mutant, verdict, test, time.monotonic() - began)


def _write(path: Path, text: str) -> None:
    """Python takes a compiled module of the same length and second for the same: it must go with the old text."""
    path.write_text(text, encoding="utf-8")
    Path(cache_from_source(str(path))).unlink(missing_ok=True)


def outcomes(mutants: Sequence[Mutant], folder: Path, jobs: int, whole: bool) -> Iterator[Outcome]:
    """Every mutant tried, in the order of the list, in as many copies as there are jobs."""
    copies: SimpleQueue[Path] = SimpleQueue()
    for n in range(jobs):
        copies.put(copied(folder / str(n)))

    def one(mutant: Mutant) -> Outcome:
        root = copies.get()
        try:
            return tried(mutant, root, whole)
        finally:
            copies.put(root)

    with ThreadPoolExecutor(jobs) as pool:
        yield from pool.map(one, mutants)


def row_of(outcome: Outcome) -> str:
    """One line of the table."""
    mutant = outcome.mutant
    return f"{outcome.verdict:8} {outcome.seconds:6.1f}  {mutant.module:28} {mutant.name:62} {outcome.test}".rstrip()


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--only", default="", help="mutants whose module or name holds this text")
    options.add_argument("--jobs", type=int, default=2)
    options.add_argument("--whole", action="store_true", help="survivors meet the whole suite as well")
    options.add_argument("--strict", action="store_true", help="exit code 1 also where a mutant survives")
    options.add_argument("--check", action="store_true", help="only look whether the list still fits the code")
    chosen = options.parse_args()
    known = list(listed(LIST.read_text(encoding="utf-8")))
    wrong = list(dict.fromkeys(faults(known, ROOT)))
    print("\n".join(wrong) if wrong else f"{len(known)} mutants, all found")
    if wrong or chosen.check:
        return 1 if wrong else 0
    mutants = [one for one in known if chosen.only in f"{one.module} {one.name}"]
    with tempfile.TemporaryDirectory(prefix="mutants") as folder:
        unedited = sorted({test for one in mutants for test in one.tests})
        code, test = tested(copied(Path(folder, "unedited")), unedited) if mutants else (PASSED, "")
        if code != PASSED:
            print(f"without any edit the tests fail already: {test or code}")
            return 1
        done = []
        for outcome in outcomes(mutants, Path(folder), chosen.jobs, chosen.whole):
            print(row_of(outcome), flush=True)
            done.append(outcome)
    count = Counter(outcome.verdict for outcome in done)
    print(", ".join(f"{count[verdict]} {verdict}" for verdict in (KILLED, SURVIVED, BROKEN)))
    return 1 if count[BROKEN] or (count[SURVIVED] and chosen.strict) else 0


if __name__ == "__main__":
    sys.exit(main())
