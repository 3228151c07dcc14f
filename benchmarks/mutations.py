"""Plant seeded mistakes in clean reports, audit, and count what was found, explained and said falsely.

python -m benchmarks.mutations --seed 1 --count 2000
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from multiprocessing import Pool
from random import Random

from benchmarks import (
    families_amounts,
    families_copy,
    families_exchange,
    families_formula,
    families_input,
    families_layout,
    families_quarters,
    families_range,
    families_setting,
    families_sheet,
    families_sum,
    families_tables,
    families_typing,
)
from benchmarks.bases import SIZES, WRITTEN, base, clean, drawn
from benchmarks.counting import beside, misses, table, told
from benchmarks.family import FORMULAS, Family, Hit
from benchmarks.planting import Base, changed, planted, reread
from benchmarks.scoring import Verdicts, score
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.pipeline import examine

MODULES = (
    families_typing,
    families_copy,
    families_formula,
    families_sum,
    families_input,
    families_amounts,
    families_tables,
    families_quarters,
    families_layout,
    families_exchange,
    families_setting,
    families_sheet,
    families_range,
)
TRIES = 30


@dataclass(frozen=True, slots=True)
class Task:
    """One audit: the families to plant, drawn from a seed of its own."""

    seed: str
    families: tuple[str, ...]
    largest: int  # only the first so many sizes of generated files


def families() -> dict[str, Family]:
    """Every declared family by name, in the order of the modules."""
    declared = [item for module in MODULES for item in vars(module).values() if isinstance(item, Family)]
    return {item.name: item for item in declared}


def tasks(seed: int, count: int, several: int, largest: int = len(SIZES)) -> list[Task]:
    """`count` plantings, the families in turn, `several` to an audit."""
    known = families()
    order = [list(known)[place % len(known)] for place in range(count)]
    if several > 1:
        Random(f"{seed}-order").shuffle(order)
    kinds: dict[tuple[str, bool], list[str]] = {}  # workbooks of their own
    for name in order:
        kinds.setdefault((known[name].shape, known[name].written), []).append(name)
    groups: list[tuple[str, ...]] = []
    for (shape, written), names in kinds.items():
        each = 1 if written and shape != FORMULAS else several
        groups += [tuple(names[start : start + each]) for start in range(0, len(names), each)]
    return [Task(f"{seed}/{place}", group, largest) for place, group in enumerate(groups)]


def run(task: Task) -> list[Verdicts]:
    """Plant, audit and score one task; a base that has no place for the family is drawn again."""
    random, known = Random(task.seed), families()
    first = known[task.families[0]]
    for _ in range(TRIES):
        largest = min(task.largest, WRITTEN) if first.written or first.shape else task.largest
        name = drawn(random, int(task.seed.partition("/")[0]), largest)
        chosen = base(f"{first.shape}-{name}" if first.shape else name)
        plants = _plants(random, chosen, [known[name] for name in task.families])
        if len(plants) == len(task.families):
            book = _book(chosen, [hit for _, hits in plants for hit in hits], first.written)
            return score(chosen, plants, book, *examine(book))
    return []


def _book(chosen: Base, hits: Iterable[Hit], written: bool) -> Book:
    """The base's book with the mistakes in it."""
    listed = list(hits)
    typed = {place: entry for hit in listed for place, entry in hit.along}
    typed |= {hit.site.place: hit.entry for hit in listed if hit.data is None}
    data = next((hit.data for hit in listed if hit.data is not None), chosen.data)
    return reread(changed(data, typed)) if written else planted(chosen, typed)


def _plants(random: Random, chosen: Base, wanted: Iterable[Family]) -> list[tuple[Family, tuple[Hit, ...]]]:
    plants: list[tuple[Family, tuple[Hit, ...]]] = []
    rows: set[tuple[str, int]] = set()
    for item in wanted:
        hits = item.plant(random, chosen)
        places = {hit.site.place[:2] for hit in hits}
        if hits and not places & rows:
            plants.append((item, hits))
            rows |= places
    return plants


def results(seed: int, count: int, several: int = 1, processes: int = 2, largest: int = len(SIZES)) -> list[Verdicts]:
    """All plantings of a run, in order."""
    todo = tasks(seed, count, several, largest)
    if processes == 1:
        return [verdicts for task in todo for verdicts in run(task)]
    with Pool(processes) as pool:
        return [verdicts for group in pool.map(run, todo, chunksize=8) for verdicts in group]


def false_alarms(seed: int, largest: int = len(SIZES)) -> list[tuple[str, Finding]]:
    """`galat` and `beda` findings on the clean bases of a run."""
    names = clean(seed, largest)
    return [(name, finding) for name in names for finding in base(name).findings if finding.level >= Level.BEDA]


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; the exit code is 1 where a clean base has a `galat` or `beda`."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.mutations", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=2000, help="plantings")
    parser.add_argument("--several", type=int, default=1, metavar="K", help="plantings in one workbook")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--show-misses", type=int, default=0, metavar="N")
    given = parser.parse_args(arguments)
    print(f"benih {given.seed}, tanaman {given.count}, sekaligus {given.several}")
    alarms = false_alarms(given.seed)
    print(f"galat atau beda pada berkas bersih: {len(alarms)}")
    for name, finding in alarms:
        print(f"  {name}: {told(finding)}")
    verdicts = results(given.seed, given.count, given.several, given.processes)
    print(table(verdicts, families()))
    print(beside(verdicts))
    for text, _ in zip(misses(verdicts), range(given.show_misses), strict=False):
        print(text)
    return 1 if alarms else 0


if __name__ == "__main__":
    raise SystemExit(main())
