"""Plant seeded mistakes in clean reports, audit, and count what was found, explained and said falsely.

python -m benchmarks.mutations --seed 1 --count 2000
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from multiprocessing import Pool
from pathlib import Path
from random import Random

from benchmarks import families_copy, families_formula, families_input, families_sheet, families_sum, families_typing
from benchmarks.draft import Size
from benchmarks.family import Family, Hit
from benchmarks.generate import generate
from benchmarks.planting import Base, base_of, changed, planted, reread
from benchmarks.scoring import Outcome, Verdicts, score
from benchmarks.sheets import with_formulas
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.pipeline import examine

SAMPLES = Path(__file__).parents[1] / "samples"
CLEAN = ("lkj-batubara-2024-benar", "lkj-contoh-lengkap-2025")
SIZES = (
    Size(5, 15),
    Size(8, 40),
    Size(12, 60),
    Size(5, 25),
    Size(10, 80),
    Size(20, 100),
    Size(40, 160),
    Size(100, 500),
)
SHEETS = 5  # sizes of workbooks with formulas: each planting is written and read again
SHARES = (6, 6, 5, 5, 5, 4, 3, 1)  # how often each size is drawn: the large ones take long
SAMPLE_SHARE = 0.35
POOL = 4  # generated files of each size
TRIES = 30


@dataclass(frozen=True, slots=True)
class Task:
    """One audit: the families to plant, drawn from a seed of its own."""

    seed: str
    families: tuple[str, ...]
    largest: int  # only the first so many sizes of generated files


def families() -> dict[str, Family]:
    """Every declared family by name, in the order of the modules."""
    modules = (families_typing, families_copy, families_formula, families_sum, families_input, families_sheet)
    declared = [item for module in modules for item in vars(module).values() if isinstance(item, Family)]
    return {item.name: item for item in declared}


@lru_cache(maxsize=64)
def base(name: str) -> Base:
    """A clean base by name: a sample's, or `acak-<size>-<seed>`; with formulas where `rumus-` stands before it."""
    if name.startswith("rumus-"):
        return with_formulas(base(name.removeprefix("rumus-")))
    if name in CLEAN:
        return base_of(name, json.loads((SAMPLES / f"{name}.json").read_text(encoding="utf-8")))
    _, size, seed = name.split("-")
    report = generate(int(seed), SIZES[int(size)])
    return base_of(name, report.data, report.truth)


def drawn(random: Random, seed: int, largest: int) -> str:
    """The name of a base: one of the samples, or a generated one."""
    if random.random() < SAMPLE_SHARE:
        return random.choice(CLEAN)
    size = random.choices(range(largest), SHARES[:largest])[0]
    return random.choice(pool(seed, size))


def pool(seed: int, size: int) -> tuple[str, ...]:
    """Names of the generated bases of one size."""
    return tuple(f"acak-{size}-{seed * 1000 + number}" for number in range(POOL if size < 6 else 2))


def tasks(seed: int, count: int, several: int, largest: int = len(SIZES)) -> list[Task]:
    """`count` plantings, the families in turn, `several` to an audit."""
    known = families()
    order = [list(known)[place % len(known)] for place in range(count)]
    if several > 1:
        Random(f"{seed}-order").shuffle(order)
    kinds = [
        [name for name in order if known[name].sheet is sheet] for sheet in (False, True)
    ]  # workbooks of their own
    groups = [tuple(kind[start : start + several]) for kind in kinds for start in range(0, len(kind), several)]
    return [Task(f"{seed}/{place}", group, largest) for place, group in enumerate(groups)]


def run(task: Task) -> list[Verdicts]:
    """Plant, audit and score one task; a base that has no place for the family is drawn again."""
    random, known = Random(task.seed), families()
    sheet = any(known[name].sheet for name in task.families)
    for _ in range(TRIES):
        name = drawn(random, int(task.seed.partition("/")[0]), min(task.largest, SHEETS) if sheet else task.largest)
        chosen = base(f"rumus-{name}" if sheet else name)
        plants = _plants(random, chosen, [known[name] for name in task.families])
        if len(plants) == len(task.families):
            changes = {hit.site.place: hit.entry for _, hits in plants for hit in hits}
            along = {place: entry for _, hits in plants for hit in hits for place, entry in hit.along}
            typed = {**along, **changes}
            book = reread(changed(chosen.data, typed)) if sheet else planted(chosen, typed)
            return score(chosen, plants, book, *examine(book))
    return []


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
    names = [*CLEAN, *(name for size in range(largest) for name in pool(seed, size))]
    formulas = [*CLEAN, *(name for size in range(min(largest, SHEETS)) for name in pool(seed, size))]
    names += [f"rumus-{name}" for name in formulas]
    return [(name, finding) for name in names for finding in base(name).findings if finding.level >= Level.BEDA]


@dataclass(frozen=True, slots=True)
class Count:
    """One row of the table."""

    name: str
    planted: int
    visible: int
    found: int
    beside: int
    right: int
    false: int


def counted(name: str, verdicts: Sequence[Verdicts]) -> Count:
    seen = [outcome for item in verdicts for outcome in item.outcomes if outcome.visible]
    return Count(
        name,
        sum(len(item.outcomes) for item in verdicts),
        len(seen),
        sum(outcome.found for outcome in seen),
        sum(outcome.beside for outcome in seen),
        sum(outcome.right for outcome in seen),
        sum(len(item.false) for item in verdicts),
    )


def table(verdicts: Sequence[Verdicts]) -> str:
    """The table of a run: a row for each family, then all derived figures, all inputs, and everything."""
    rows = [counted(name, [v for v in verdicts if v.family == name]) for name in families()]
    parts = [("hitungan", False), ("masukan", True)]
    rows += [counted(f"SEMUA {name}", [v for v in verdicts if v.input is flag]) for name, flag in parts]
    rows.append(counted("SEMUA", verdicts))
    head = f"{'keluarga':34}{'tanam':>7}{'tampak':>7}{'temu':>6}{'temu %':>8}{'berdua':>8}"
    head += f"{'sebab benar %':>15}{'palsu':>7}"
    return "\n".join([head, *(_line(row) for row in rows)])


def _line(row: Count) -> str:
    rate = f"{100 * row.found / row.visible:.1f}" if row.visible else "-"
    right = f"{100 * row.right / row.found:.1f}" if row.found else "-"
    return (
        f"{row.name:34}{row.planted:>7}{row.visible:>7}{row.found:>6}{rate:>8}{row.beside:>8}{right:>15}{row.false:>7}"
    )


def beside(verdicts: Sequence[Verdicts]) -> str:
    """How many findings at other cells hang under a planted one, and how many stand by themselves."""
    others = [(item, finding) for item in verdicts for finding in item.elsewhere]
    folded = sum(finding.root in {outcome.where for outcome in item.outcomes} for item, finding in others)
    false = sum(len(item.false) for item in verdicts)
    alone = len(others) - folded - false
    return f"temuan di sel lain: {folded} terlipat, {alone} ikut berubah tetapi berdiri sendiri, {false} palsu"


def misses(verdicts: Iterable[Verdicts]) -> Iterator[str]:
    """Every visible mistake that was not found or not explained rightly, and every false finding, in words."""
    for item in verdicts:
        for outcome in item.outcomes:
            if outcome.visible and not (outcome.found and outcome.right):
                yield _miss(item, outcome)
        for finding in item.false:
            hits = ", ".join(f"{o.where} {o.before} → {o.after}" for o in item.outcomes)
            yield f"PALSU {item.base} | {item.family} | {hits} | {_finding(finding)}"


def _miss(item: Verdicts, outcome: Outcome) -> str:
    kind = "SEBAB" if outcome.found else "LEWAT"
    said = "; ".join(_finding(finding) for finding in outcome.said) or "tidak ada temuan di sel ini"
    if not outcome.found and item.elsewhere:
        said += "; di sel lain: " + "; ".join(_finding(finding) for finding in item.elsewhere[:3])
    place = f"{outcome.where} ({outcome.key})"
    return f"{kind} {item.base} | {item.family} | {place} {outcome.before} → {outcome.after} | {said}"


def _finding(finding: Finding) -> str:
    cause = f" [{finding.cause.kind}: {finding.cause.evidence}]" if finding.cause else " [tanpa sebab]"
    root = f" <akar {finding.root}>" if finding.root else ""
    return f"{finding.code} {finding.level.word} {finding.where}: {finding.message}{cause}{root}"


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
        print(f"  {name}: {_finding(finding)}")
    verdicts = results(given.seed, given.count, given.several, given.processes)
    print(table(verdicts))
    print(beside(verdicts))
    for text, _ in zip(misses(verdicts), range(given.show_misses), strict=False):
        print(text)
    return 1 if alarms else 0


if __name__ == "__main__":
    raise SystemExit(main())
