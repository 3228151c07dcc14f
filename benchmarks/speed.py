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
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median

from benchmarks.growth import drawn, growth
from benchmarks.measuring import Command, Run, turns
from benchmarks.peers import CHECKERS, PEERS, missing, python, two_loads, writing
from benchmarks.workbooks import FOLDER, MANY_WRONG, SAMPLES, TYPED, WRONG, budget_workbook, finished_cells

ROOT = Path(__file__).parents[1]
README = Path(__file__).with_name("README.md")
BEGIN, END = "<!-- kecepatan -->", "<!-- /kecepatan -->"
SAMPLE = SAMPLES / "lkj-batubara-2024.xlsx"
LARGE = 100_000
Medians = Mapping[str, Run]
Line = tuple[str, float, float, float, float]  # what, ratio of elapsed time, of processor time, must, aim


def audit(path: Path, *options: str) -> list[str]:
    return [sys.executable, "-m", "lkj_xlsx", "audit", str(path), *options]


def commands(runs: int, quick: bool) -> dict[str, Command]:
    """Everything to measure, by name, with how often."""
    small, middle = SAMPLE, budget_workbook(10_000)
    target, cells = FOLDER / "hasil.xlsx", finished_cells(middle)
    measured = {
        "help": Command([sys.executable, "-m", "lkj_xlsx", "--help"], runs),
        "import openpyxl": Command(python("import openpyxl"), runs),
        "API": Command(python("import lkj_xlsx"), runs),
        "small": Command(audit(small, "--no-workbook"), runs),
        "small bare": Command(two_loads(small), runs),
        "10k": Command(audit(middle, "--no-workbook"), runs),
        "10k bare": Command(two_loads(middle), runs),
        "10k typed": Command(audit(budget_workbook(10_000, TYPED), "--no-workbook"), runs),
        "10k typed bare": Command(two_loads(budget_workbook(10_000, TYPED)), runs),
        "10k with one wrong amount": Command(audit(budget_workbook(10_000, WRONG), "--no-workbook"), min(runs, 3)),
        "10k with 333 wrong amounts": Command(
            audit(budget_workbook(10_000, MANY_WRONG), "--no-workbook"), min(runs, 3)
        ),
        "10k finished": Command(audit(middle, "-o", str(target), "--force"), min(runs, 3)),
        "10k written": Command(writing(cells, FOLDER / "tulis.xlsx"), min(runs, 3)),
    }
    if not quick:
        measured["100k"] = Command(audit(budget_workbook(LARGE), "--no-workbook"), min(runs, 3))
    for name, (_, command) in PEERS.items():
        if not missing(name):
            few = min(runs, 3) if name in ("LibreOffice", "formulas") else runs
            measured[f"small {name}"] = Command(command(small), few)
            if name != "formulas":
                measured[f"10k {name}"] = Command(command(middle), few)
    return measured


def ratios(medians: Medians) -> list[Line]:
    """The lines of the table whose numbers could be measured."""

    def line(what: str, one: str, others: Sequence[str], must: float, aim: float) -> list[Line]:
        if one not in medians or any(name not in medians for name in others):
            return []
        elapsed, worked = sum(medians[name].elapsed for name in others), sum(medians[name].worked for name in others)
        return [(what, medians[one].elapsed / elapsed, medians[one].worked / worked, must, aim)]

    small, middle = fastest(medians, "small"), fastest(medians, "10k")
    return [
        *line("`--help` / `import openpyxl`", "help", ["import openpyxl"], 0.45, 0.3),
        *line("sample / two bare loads", "small", ["small bare"], 1.3, 0.8),
        *(line(f"sample / {small.partition(' ')[2]}", "small", [small], 0.4, 0.2) if small else []),
        *line("10,000 rows / two bare loads", "10k", ["10k bare"], 0.75, 0.4),
        *(line(f"10,000 rows / {middle.partition(' ')[2]}", "10k", [middle], 0.7, 0.35) if middle else []),
        *line("10,000 typed rows / two bare loads", "10k typed", ["10k typed bare"], 0.75, 0.4),
        *line("100,000 rows / 10,000 rows", "100k", ["10k"], 12, 10),
        *line("finished workbook / (audit + bare xlsxwriter)", "10k finished", ["10k", "10k written"], 1.4, 1.1),
    ]


def fastest(medians: Medians, size: str) -> str:
    """The fastest of the checkers that could read the workbook, "" where none is here."""
    names = [
        f"{size} {name}" for name in CHECKERS if f"{size} {name}" in medians and not medians[f"{size} {name}"].code
    ]
    return min(names, key=lambda name: medians[name].elapsed, default="")


def table(medians: Medians) -> str:
    """What was measured, as Markdown."""
    text = ["| what | elapsed | processor | must | aim | |", "|---|---|---|---|---|---|"]
    for what, elapsed, worked, must, aim in ratios(medians):
        word = "aim" if elapsed <= aim else "must" if elapsed <= must else "**not reached**"
        text.append(f"| {what} | {elapsed:.2f} | {worked:.2f} | {must:g} | {aim:g} | {word} |")
    if "100k" in medians:
        memory = medians["100k"].memory
        word = "aim" if memory <= 160 else "must" if memory <= 400 else "**not reached**"
        text.append(f"| 100,000 rows, MiB | {memory:.0f} | | 400 | 160 | {word} |")
    text.append(f"| `import lkj_xlsx` without pandas | {without_pandas()} | | yes | | |")
    text += ["", "| whole process | s | processor, s | MiB |", "|---|---|---|---|"]
    for name, run in medians.items():
        code = f" (exit code {run.code})" if run.code else ""
        text.append(f"| {name}{code} | {run.elapsed:.2f} | {run.worked:.2f} | {run.memory:.0f} |")
    absent = [name for name in PEERS if missing(name)]
    return "\n".join([*text, *(["", f"Not installed here: {', '.join(absent)}."] if absent else [])])


def check_clean(medians: Medians) -> None:
    """A budget sheet has no findings, or its audit would be slowed by telling them. Raises `SystemExit`."""
    for rows in (10_000, LARGE):
        name = "100k" if rows == LARGE else "10k"
        if name in medians:
            process = subprocess.run(
                audit(budget_workbook(rows), "--no-workbook", "--format", "json"), capture_output=True, cwd=ROOT
            )
            if json.loads(process.stdout)["findings"]:
                raise SystemExit(f"{budget_workbook(rows)}: not clean, so its time says nothing")


def without_pandas() -> str:
    script = "import sys, lkj_xlsx; lkj_xlsx.audit; print('pandas' not in sys.modules)"
    output = subprocess.run(python(script), capture_output=True, text=True, check=True, cwd=ROOT).stdout
    return "yes" if output.strip() == "True" else "no"


def folder_of_many(count: int) -> str:
    """One folder of samples, with one worker and with two."""
    with tempfile.TemporaryDirectory() as name:
        for number in range(count):
            shutil.copy(SAMPLE, Path(name) / f"kantor-{number:04d}.xlsx")
        one, two = ([*audit(Path(name), "--no-workbook"), "--pekerja", str(workers)] for workers in (1, 2))
        runs = turns({"one": Command(one, 3), "two": Command(two, 3)}, ROOT)
    ratio = median(run.elapsed for run in runs["two"]) / median(run.elapsed for run in runs["one"])
    word = "must" if ratio <= 0.55 else "**not reached**"
    return f"A folder of {count} workbooks, two workers / one: {ratio:.2f} (must 0.55: {word})."


def main() -> None:
    given = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    given.add_argument("--runs", type=int, default=7)
    given.add_argument("--folder", type=int, default=200, help="workbooks in the folder")
    given.add_argument("--quick", action="store_true")
    options = given.parse_args()
    medians = {name: Run.median(runs) for name, runs in turns(commands(options.runs, options.quick), ROOT).items()}
    check_clean(medians)
    text = table(medians)
    print(text)
    if options.quick:
        return
    points = growth(lambda path: audit(path, "--no-workbook"), ROOT)
    Path(__file__).with_name("growth.svg").write_text(drawn(points), encoding="utf-8")
    many = folder_of_many(options.folder)
    print(many)
    before, _, rest = README.read_text(encoding="utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    text = f"{before}{BEGIN}\n{text}\n\n{many}\n\n![growth](growth.svg)\n{END}{after}"
    README.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
