"""The clean files that mistakes are planted in, by name: samples, generated files, other offices, other shapes."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from random import Random

from benchmarks.draft import Size
from benchmarks.family import FORMULAS
from benchmarks.generate import generate
from benchmarks.offices import OFFICES
from benchmarks.planting import Base, base_of
from benchmarks.shapes import SHAPES, shaped
from benchmarks.sheets import with_formulas

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
OFFICE_SIZES = (Size(8, 24), Size(12, 50))
WRITTEN = 5  # sizes of workbooks that are written and read again for each planting
SHARES = (6, 6, 5, 5, 5, 4, 3, 1)  # how often each size is drawn: the large ones take long
SAMPLE_SHARE, OFFICE_SHARE = 0.25, 0.35
POOL = 4  # generated files of each size


@lru_cache(maxsize=96)
def base(name: str) -> Base:
    """A clean base by name: a sample's, `acak-<size>-<seed>`, or `kantor-<office>-<size>-<seed>`.

    Before it may stand `rumus-` for one with formulas, or another shape's name.
    """
    shape, _, rest = name.partition("-")
    if shape == FORMULAS:
        return with_formulas(base(rest))
    if shape in SHAPES:
        return shaped(base(rest), shape)
    if name in CLEAN:
        return base_of(name, json.loads((SAMPLES / f"{name}.json").read_text(encoding="utf-8")))
    if shape == "kantor":
        office, size, seed = rest.split("-")
        report = generate(int(seed), OFFICE_SIZES[int(size)], OFFICES[office])
    else:
        size, seed = rest.split("-")
        report = generate(int(seed), SIZES[int(size)])
    return base_of(name, report.data, report.truth)


def drawn(random: Random, seed: int, largest: int) -> str:
    """The name of a base: one of the samples, another office's, or a generated one."""
    chance = random.random()
    if chance < SAMPLE_SHARE:
        return random.choice(CLEAN)
    if chance < SAMPLE_SHARE + OFFICE_SHARE:
        return random.choice(offices(seed))
    size = random.choices(range(largest), SHARES[:largest])[0]
    return random.choice(pool(seed, size))


def pool(seed: int, size: int) -> tuple[str, ...]:
    """Names of the generated bases of one size."""
    return tuple(f"acak-{size}-{seed * 1000 + number}" for number in range(POOL if size < 6 else 2))


def offices(seed: int) -> tuple[str, ...]:
    """Names of the bases of the other offices, each of two sizes."""
    return tuple(f"kantor-{name}-{size}-{seed * 1000 + size}" for name in OFFICES for size in range(len(OFFICE_SIZES)))


def clean(seed: int, largest: int = len(SIZES)) -> list[str]:
    """Names of all clean bases of a run, each that is written again also with formulas and in the other shapes."""
    plain = [*CLEAN, *offices(seed), *(name for size in range(largest) for name in pool(seed, size))]
    again = [*CLEAN, *offices(seed), *(name for size in range(min(largest, WRITTEN)) for name in pool(seed, size))]
    return [*plain, *(f"{shape}-{name}" for shape in (FORMULAS, *SHAPES) for name in again)]
