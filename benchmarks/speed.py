"""How fast an audit is beside bare scripts and other checkers, and how time and memory grow with the rows.

    python -m benchmarks.speed              everything, into README.md and growth.svg
    python -m benchmarks.speed --runs 3 --quick   without 100,000 rows, the growth and the folder, printed only

Whole processes, one after another in turns so that a busy moment meets all of them; ratios of the medians. Beside the
elapsed time stands that of the processor alone, which a busy computer disturbs less.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.growth import LONGER, drawn, growth, steepness
from benchmarks.measuring import Command, Run, turns
from benchmarks.peers import PEERS, missing, python, two_loads, writing
from benchmarks.workbooks import (
    FOLDER,
    FORMULAS,
    MANY_WRONG,
    NO_SUMS,
    SAMPLES,
    TYPED,
    UNTOLD,
    UNTOLD_WRONG,
    WRONG,
    WRONG_CODES,
    budget_workbook,
    finished_cells,
)

ROOT = Path(__file__).parents[1]
README = Path(__file__).with_name("README.md")
BEGIN, END = "<!-- kecepatan -->", "<!-- /kecepatan -->"
SAMPLE = SAMPLES / "lkj-batubara-2024.xlsx"
MIDDLE, LARGE = 10_000, 100_000
SHEETS = {  # of MIDDLE rows each
    "clean with formulas": FORMULAS,
    "clean typed": TYPED,
    "one wrong amount": WRONG,
    "333 wrong amounts": MANY_WRONG,
    "2,000 wrong codes": WRONG_CODES,
    "no codes": UNTOLD,
    "no codes, one wrong amount": UNTOLD_WRONG,
}
GROWING = {"no codes": UNTOLD, "no codes, one wrong amount": UNTOLD_WRONG, "no codes, no sum fits": NO_SUMS}
CLEAN = (FORMULAS, TYPED, UNTOLD)
PLAIN = "clean with formulas"  # the sheet that everything else is measured with
Medians = Mapping[str, Run]


@dataclass(frozen=True, slots=True)
class Target:
    """What may take how many times as long as others together; `aim` is what it should."""

    what: str
    one: str
    others: tuple[str, ...]
    must: float
    aim: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the table. Without `aim` the must is all that is asked, and memory has no time of the processor."""

    what: str
    number: float
    worked: float | None
    must: float
    aim: float | None = None

    @property
    def word(self) -> str:
        if self.aim is not None and self.number <= self.aim:
            return "aim"
        return "must" if self.number <= self.must else "**not reached**"

    def __str__(self) -> str:
        number = f"{self.number:.0f}" if self.worked is None else f"{self.number:.2f}"
        worked = "" if self.worked is None else f"{self.worked:.2f}"
        aim = "" if self.aim is None else f"{self.aim:g}"
        return f"| {self.what} | {number} | {worked} | {self.must:g} | {aim} | {self.word} |"


TARGETS = (
    Target("`--help` / `import openpyxl`", "help", ("import openpyxl",), 0.45, 0.3),
    Target("sample / two bare loads", "sample", ("sample bare",), 1.3, 0.8),
    Target("sample / pandera", "sample", ("sample pandera",), 0.4, 0.2),
    *(Target(f"10,000 rows, {sheet} / two bare loads", sheet, (f"{sheet} bare",), 1.3, 0.75) for sheet in SHEETS),
    *(Target(f"10,000 rows, {sheet} / pandera", sheet, (f"{sheet} pandera",), 1.0, 0.6) for sheet in SHEETS),
    Target("100,000 rows / 10,000 rows", "100k", (PLAIN,), 12, 10),
    Target("finished workbook / (audit + bare xlsxwriter)", "finished", (PLAIN, "written"), 1.3, 1.1),
)
MEMORY, STEEPNESS, FOLDER_SHARE = (400, 200), 1.5, 0.55


def audit(path: Path, *options: str) -> list[str]:
    return [sys.executable, "-m", "lkj_xlsx", "audit", str(path), *options]


def commands(runs: int, quick: bool) -> dict[str, Command]:
    """Everything to measure, by name, with how often."""
    few = min(runs, 3)
    found = {
        "help": Command([sys.executable, "-m", "lkj_xlsx", "--help"], runs),
        "import openpyxl": Command(python("import openpyxl"), runs),
        "API": Command(python("import lkj_xlsx"), runs),
        **compared("sample", SAMPLE, runs),
    }
    for sheet, kind in SHEETS.items():
        found |= compared(sheet, budget_workbook(MIDDLE, kind), runs)
    plain = budget_workbook(MIDDLE)
    found["finished"] = Command(audit(plain, "-o", str(FOLDER / "hasil.xlsx"), "--force"), few)
    found["written"] = Command(writing(finished_cells(plain), FOLDER / "tulis.xlsx"), few)
    if not quick:
        found["100k"] = Command(audit(budget_workbook(LARGE), "--no-workbook"), few)
    for name, (_, command) in PEERS.items():
        if name != "pandera" and not missing(name):
            found[f"sample {name}"] = Command(command(SAMPLE), few)
            if name != "formulas":  # it stops before it computes
                found[f"{PLAIN} {name}"] = Command(command(plain), few)
    return found


def compared(name: str, path: Path, runs: int) -> dict[str, Command]:
    """An audit, and what each is held against."""
    found = {name: Command(audit(path, "--no-workbook"), runs), f"{name} bare": Command(two_loads(path), runs)}
    if not missing("pandera"):
        found[f"{name} pandera"] = Command(PEERS["pandera"][1](path), runs)
    return found


def ratios(found: Medians) -> Iterator[Line]:
    """The targets whose numbers could be measured."""
    for target in TARGETS:
        if {target.one, *target.others} <= found.keys():
            one, others = found[target.one], [found[name] for name in target.others]
            elapsed = one.elapsed / sum(run.elapsed for run in others)
            worked = one.worked / sum(run.worked for run in others)
            yield Line(target.what, elapsed, worked, target.must, target.aim)
    if "100k" in found:
        yield Line("100,000 rows, MiB", found["100k"].memory, None, *MEMORY)


def steep() -> Iterator[Line]:
    """How much dearer a row becomes in long sheets whose rows are told by nothing but capitals."""
    for sheet, kind in GROWING.items():
        elapsed, worked = steepness(lambda path: audit(path, "--no-workbook"), ROOT, kind)
        yield Line(f"{sheet}: a row more, up to {LONGER[-1]:,} / {LONGER[1]:,} rows", elapsed, worked, STEEPNESS)


def table(found: Medians, lines: list[Line], told: Mapping[str, int]) -> str:
    """What was measured, as Markdown; `told` are the findings of each sheet."""
    text = ["| what | elapsed | processor | must | aim | |", "|---|---|---|---|---|---|", *map(str, lines)]
    text.append(f"| `import lkj_xlsx` without pandas | {without_pandas()} | | yes | | |")
    text += ["", "| whole process | s | processor, s | MiB |", "|---|---|---|---|"]
    for name, run in found.items():
        more = f" ({told[name]:,} findings)" if told.get(name) else f" (exit code {run.code})" if run.code else ""
        text.append(f"| {name}{more} | {run.elapsed:.2f} | {run.worked:.2f} | {run.memory:.0f} |")
    absent = [name for name in PEERS if missing(name)]
    return "\n".join([*text, *(["", f"Not installed here: {', '.join(absent)}."] if absent else [])])


def findings(large: bool) -> dict[str, int]:
    """How many findings each sheet has. Raises `SystemExit` where a clean one has any, or a wrong one none."""
    sheets = {name: budget_workbook(MIDDLE, kind) for name, kind in SHEETS.items()}
    clean = {name for name, kind in SHEETS.items() if kind in CLEAN} | {"100k"}
    if large:
        sheets["100k"] = budget_workbook(LARGE)
    found = {name: _findings(path) for name, path in sheets.items()}
    for name, count in found.items():
        if bool(count) == (name in clean):
            raise SystemExit(f"{sheets[name]}: {count} findings, so its time says nothing")
    return found


def _findings(path: Path) -> int:
    told = subprocess.run(audit(path, "--no-workbook", "--format", "json"), capture_output=True, cwd=ROOT)
    return len(json.loads(told.stdout)["findings"])


def without_pandas() -> str:
    script = "import sys, lkj_xlsx; lkj_xlsx.audit; print('pandas' not in sys.modules)"
    told = subprocess.run(python(script), capture_output=True, text=True, check=True, cwd=ROOT).stdout
    return "yes" if told.strip() == "True" else "no"


def folder_of_many(count: int) -> Line:
    """One folder of samples, with one worker and with two."""
    with tempfile.TemporaryDirectory() as name:
        for number in range(count):
            shutil.copy(SAMPLE, Path(name) / f"kantor-{number:04d}.xlsx")
        one, two = ([*audit(Path(name), "--no-workbook"), "--pekerja", str(workers)] for workers in (1, 2))
        found = turns({"one": Command(one, 3), "two": Command(two, 3)}, ROOT)
    alone, both = Run.median(found["one"]), Run.median(found["two"])
    what = f"a folder of {count} workbooks, two workers / one"
    return Line(what, both.elapsed / alone.elapsed, both.worked / alone.worked, FOLDER_SHARE)


def main() -> None:
    given = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    given.add_argument("--runs", type=int, default=7)
    given.add_argument("--folder", type=int, default=200, help="workbooks in the folder")
    given.add_argument("--quick", action="store_true")
    options = given.parse_args()
    told = findings(not options.quick)
    found = {name: Run.median(runs) for name, runs in turns(commands(options.runs, options.quick), ROOT).items()}
    lines = list(ratios(found))
    if options.quick:
        print(table(found, lines, told))
        return
    text = table(found, [*lines, *steep(), folder_of_many(options.folder)], told)
    print(text)
    points = growth(lambda path: audit(path, "--no-workbook"), ROOT)
    Path(__file__).with_name("growth.svg").write_text(drawn(points), encoding="utf-8")
    before, _, rest = README.read_text(encoding="utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    README.write_text(f"{before}{BEGIN}\n{text}\n\n![growth](growth.svg)\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
