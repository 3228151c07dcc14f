"""Write clean reports in ways an office may as well, and audit: nothing may be called wrong.

python -m benchmarks.legitimate --seed 1 --count 500
"""

from __future__ import annotations

import argparse
import io
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from multiprocessing import Pool
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import openpyxl

from benchmarks import variations, variations_figures
from benchmarks.bases import CLEAN, base, offices
from benchmarks.counting import told
from benchmarks.variations import Variation
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.pipeline import examine, read, variants
from lkj_xlsx.spec.template import TEMPLATE
from lkj_xlsx.writers.fill import fill

RESAVED = 4  # of each base also opened and saved by LibreOffice, where it is installed
TRIES = 20
FIGURES = ("benchmarks.variations", "benchmarks.variations_figures")


@dataclass(frozen=True, slots=True)
class Alarm:
    """A variation of a base at which something was called wrong; `did` is what was done to it."""

    base: str
    did: tuple[str, ...]
    findings: tuple[Finding, ...]


def known() -> tuple[Variation, ...]:
    """Every declared variation: those of the arrangement before those of figures, which may hide a column's kind."""
    modules = (variations_figures, variations)
    return tuple(item for module in modules for item in vars(module).values() if isinstance(item, Variation))


@lru_cache(maxsize=32)
def written(name: str) -> bytes:
    """The clean workbook of a base."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "lkj.xlsx"
        fill(base(name).data, path, TEMPLATE, variants())
        return path.read_bytes()


def varied(name: str, number: int) -> Alarm:
    """The variation of a base with this number, one or two changes, audited."""
    random = Random(f"{name} {number}")
    book = openpyxl.load_workbook(io.BytesIO(written(name)))
    listed = known()
    wanted, did = 1 if number < 2 * len(listed) else random.choice((1, 2)), list[str]()
    chosen = [listed[number % len(listed)], *random.sample(listed, TRIES % len(listed))]
    for change in chosen if wanted == 1 else sorted(chosen[:8], key=listed.index):
        what = change.apply(random, book) if len(did) < wanted else None
        did += [f"{change.name} ({what})"] if what is not None else []
    with TemporaryDirectory() as folder:
        path = Path(folder) / "lkj.xlsx"
        book.save(path)
        if resaves(number):
            path, did = resaved(path), [*did, "disimpan LibreOffice"]
        findings = tuple(f for f in examine(read(path))[1] if f.level >= Level.BEDA)
    return Alarm(name, tuple(did), findings)


def resaves(number: int) -> bool:
    """Whether LibreOffice saves this variation anew."""
    return number < RESAVED and shutil.which("soffice") is not None


def resaved(path: Path) -> Path:
    """The workbook as LibreOffice saves it."""
    folder = path.parent / "anew"
    profile = f"-env:UserInstallation=file://{path.parent / 'profile'}"
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return folder / path.name


def _varied(task: tuple[str, int]) -> Alarm:
    return varied(*task)


def alarms(seed: int, count: int, processes: int = 2, names: Sequence[str] = ()) -> Iterator[Alarm]:
    """The first `count` variations of each base that are called wrong."""
    todo = [(name, number) for name in names or bases(seed) for number in range(count)]
    with Pool(processes) as pool:
        yield from (alarm for alarm in pool.imap(_varied, todo, chunksize=8) if alarm.findings)


def bases(seed: int) -> tuple[str, ...]:
    """The bases of a run."""
    return (*CLEAN, *offices(seed), f"acak-0-{seed * 1000}", f"acak-1-{seed * 1000}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print every alarm; the exit code is 1 where there is one."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.legitimate", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=500, help="variations of each base")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--base", action="append", default=[], help="only this base")
    given = parser.parse_args(arguments)
    kinds: Counter[str] = Counter()
    for alarm in alarms(given.seed, given.count, given.processes, given.base):
        kinds[" + ".join(did.partition(" (")[0] for did in alarm.did)] += 1
        first = next((f for f in alarm.findings if f.root is None), alarm.findings[0])
        print(f"ALARM {alarm.base} | {'; '.join(alarm.did)} | {len(alarm.findings)} | {told(first)}")
    number = len(given.base or bases(given.seed))
    print(f"{number} berkas, {given.count} variasi tiap berkas, {sum(kinds.values())} dengan galat atau beda")
    for kind, amount in kinds.most_common():
        print(f"{amount:>6}  {kind}")
    return 1 if kinds else 0


if __name__ == "__main__":
    raise SystemExit(main())
