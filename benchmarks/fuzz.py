"""Damaged workbooks by the thousand: each must end in a result or in a refusal in words, and soon.

    python -m benchmarks.fuzz --seconds 600 --seed 1 --keep FOLDER
    python -m benchmarks.fuzz --atheris --seconds 600          (needs `pip install atheris`)

Bases are small made workbooks and the samples. A find is any other exception, a rule that failed, or a file that took
longer than ten seconds; its damage is decided by the base and a number, both printed, and `--keep` saves it.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from random import Random

from benchmarks.damage import damaged
from benchmarks.odd_workbooks import base_workbooks
from lkj_xlsx import pipeline
from lkj_xlsx.errors import LkjError
from lkj_xlsx.model.message import printable
from lkj_xlsx.writers.as_json import report_json
from lkj_xlsx.writers.inspection import inspection_json, inspection_text

SLOW = 10.0  # seconds of work, whatever else the machine does
AUDITED = 0.1  # of the damaged samples go through the whole audit, which takes much longer than reading
SAMPLES = Path(__file__).parents[1] / "samples"


def bases() -> dict[str, bytes]:
    """The workbooks that are damaged, by name."""
    return {**base_workbooks(), **{path.name: path.read_bytes() for path in sorted(SAMPLES.glob("*.xlsx"))}}


def outcome(path: Path, whole: bool) -> str:
    """How reading ends: `dibaca`, `diaudit` or the first words of a refusal. Whatever else is raised passes through."""
    try:
        inspection = pipeline.inspect(path)
        _shown(inspection_text(inspection))
        json.loads(_shown(inspection_json(inspection)))
        if whole:
            report = pipeline.audit(path)
            json.loads(_shown(report_json(report)))
            broken = [str(f.message) for f in report.findings if "gagal dijalankan" in str(f.message)]
            if broken:
                raise AssertionError(broken[0])
            return "diaudit"
    except LkjError as fault:
        text = str(fault)
        if not text.startswith(str(path)):
            raise AssertionError(f"refused without naming the file: {text}") from fault
        return type(fault).__name__
    return "dibaca"


def _shown(text: str) -> str:
    """Raises where a sign that steers or hides would be sent."""
    if printable(text) != text:
        raise AssertionError("a sign that steers is sent")
    return text


def run(base: bytes, number: int, path: Path, whole: bool) -> tuple[str, str]:
    """Damage a base by its number and read it: the outcome, and the fault if it is a find."""
    path.write_bytes(damaged(base, Random(number)))
    began = time.process_time()
    try:
        ended = outcome(path, whole)
    except Exception:
        return "TEMUAN", traceback.format_exc()
    took = time.process_time() - began
    return (ended, "") if took < SLOW else ("TEMUAN", f"{took:.1f} seconds")


def seeded(seed: int, seconds: float, keep: Path | None) -> int:
    """Damage one base after the other until time is up; the number of finds."""
    random, known, count, finds = Random(seed), bases(), Counter[str](), 0
    end = time.monotonic() + seconds
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "lkj.xlsx"
        while time.monotonic() < end:
            name, number = random.choice(sorted(known)), random.randrange(2**32)
            whole = name.startswith("lkj-") and random.random() < AUDITED
            ended, fault = run(known[name], number, path, whole)
            count[ended] += 1
            if fault:
                finds += 1
                print(f"{name} {number} whole={whole}\n{fault}", flush=True)
                if keep is not None:
                    keep.mkdir(parents=True, exist_ok=True)
                    (keep / f"{number}-{name}").write_bytes(path.read_bytes())
    print(f"{sum(count.values())} damaged workbooks: " + ", ".join(f"{k} {n}" for k, n in count.most_common()))
    return finds


def guided(arguments: Iterable[str]) -> None:
    """The same under atheris, which keeps the damages that reach new lines of the reader."""
    import atheris

    known = sorted(bases().items())
    atheris.instrument_all()  # what was imported above
    folder = tempfile.mkdtemp()
    path = Path(folder) / "lkj.xlsx"

    def one(data: bytes) -> None:
        steps = atheris.FuzzedDataProvider(data)
        content = known[steps.ConsumeIntInRange(0, len(known) - 1)][1]
        for _ in range(steps.ConsumeIntInRange(1, 3)):
            content = _again(content, steps.ConsumeInt(4))
        path.write_bytes(content)
        outcome(path, whole=False)

    atheris.Setup([sys.argv[0], *arguments, f"-artifact_prefix={folder}/"], one)
    atheris.Fuzz()


def _again(content: bytes, number: int) -> bytes:
    try:
        return damaged(content, Random(number))
    except Exception:  # what the last damage left is no zip any more
        return content


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--seconds", type=float, default=60)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--keep", type=Path)
    options.add_argument("--atheris", action="store_true")
    given = options.parse_args()
    if given.atheris:
        guided([f"-max_total_time={given.seconds:.0f}", f"-seed={given.seed}", "-max_len=64", "-len_control=0"])
        return 0
    return 1 if seeded(given.seed, given.seconds, given.keep) else 0


if __name__ == "__main__":
    sys.exit(main())
