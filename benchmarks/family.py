"""A family of mistakes: how one is planted, and which causes or rules name it rightly."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from random import Random
from typing import Any

from benchmarks.planting import Base, Place, Site
from benchmarks.respell import respelled
from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.computed import Base as Strength
from lkj_xlsx.model.computed import Judged
from lkj_xlsx.model.finding import Level


@dataclass(frozen=True, slots=True)
class Hit:
    """One cell that was typed wrong.

    sources  cells the figure was copied from
    also     causes that are equally true of this one figure (see `EQUALLY_TRUE`)
    along    other cells, by place in the data file, that are computed from it and now state another result
    sure     another statement in the book contradicts it by construction
    data     the data file with rows that the base lacks, in which the cell stands, where typing it is not enough
    """

    site: Site
    entry: Any
    sources: tuple[Where, ...] = ()
    also: frozenset[str] = frozenset()
    along: tuple[tuple[Place, Any], ...] = ()
    sure: bool = False
    data: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Family:
    """`accepted` holds cause kinds and rule codes; a cause of a copy must name one of the hit's `sources`.

    input    what is typed wrong is an input
    shape    planted in bases of this shape (`bases.base`), "" in plain ones
    written  a workbook is written and read for each planting: what is wrong is no figure, or a formula
    whole    all its cells are one mistake: found where one finding that stands by itself names one of them
    least    the lowest level that tells of it
    """

    name: str
    accepted: frozenset[str]
    plant: Callable[[Random, Base], tuple[Hit, ...]]
    input: bool = False
    shape: str = ""
    written: bool = False
    whole: bool = False
    least: Level = Level.BEDA

    @property
    def sheet(self) -> bool:
        """Whether what is wrong is a formula among formulas."""
        return self.shape == FORMULAS


ANY = "*"  # accepted: whatever finding stands at the cell says by itself what the mistake is
FORMULAS = "rumus"
EQUALLY_TRUE = (
    # planted, also right, why
    ("desimal bergeser, pemisah, satuan rupiah", "tanda-desimal, satuan-rupiah", "a thousandth is both"),
    ("satu angka salah, a 0 too many or too few at the end", "tanda-desimal", "30.000.000 → 300.000.000 is both"),
    ("any copy", "any copy cause that names the cell copied from", "a row above may be the parent, or last year's"),
    ("dibagi terbalik", "LKJ306 rumus berbeda", "serapan ÷ capaian is a permitted formula of its own"),
    ("anggaran indikator lain", "a copy cause that names that absorption", "the same figure stands there"),
    ("besaran, bukan pertumbuhan", "jumlah-bukan-persen, tanpa-dikurangi", "one kind of slip, told by two causes"),
    ("rincian tertinggal", "a copy cause that names the other row", "of two rows, leaving one out copies the other"),
    ("induk ikut dijumlah", "rincian-tertinggal", "where one row alone has rows below it, it was added twice"),
    ("a word, a cut figure, two figures", "the rule's own code", "the finding itself says what the mistake is"),
)

Plant = Callable[[Random, Base], tuple[Hit, ...]]


def family(
    name: str,
    *accepted: str,
    input: bool = False,
    sheet: bool = False,
    shape: str = "",
    written: bool = False,
    whole: bool = False,
    least: Level = Level.BEDA,
) -> Callable[[Plant], Family]:
    """Declare the decorated function as a family; `sheet`: planted among formulas."""

    def wrap(plant: Plant) -> Family:
        chosen = FORMULAS if sheet else shape
        return Family(name, frozenset(accepted), plant, input, chosen, written or sheet, whole, least)

    return wrap


def hit(site: Site, number: Decimal, places: int | None = None, *sources: Where) -> Hit:
    """The site stating `number`, at its own places unless others are given."""
    return Hit(site, respelled(site, number, site.value.places if places is None else places), sources)


def figures(base: Base, *measures: str) -> list[tuple[Site, Judged]]:
    """Derived figures of these measures (of all for none) that state a number and can be recomputed."""
    pairs = []
    for site in base.sites:
        entry = base.judged(site)
        if site.value.known is None or site.value.upper is not None or entry is None or not strong(entry):
            continue
        if not measures or entry.computed.measure.code in measures:
            pairs.append((site, entry))
    return pairs


def strong(entry: Judged) -> list[Decimal]:
    """Exact results where there are any, else those from typed figures."""
    bases = entry.computed.bases
    exact = [basis.value for basis in bases if basis.base is Strength.EKSAK]
    return exact or [basis.value for basis in bases if basis.base is Strength.TERTULIS]


def one(random: Random, items: Iterable[Hit | None]) -> tuple[Hit, ...]:
    """The first of the offered mistakes that can be typed and differs from what stands there, in random order."""
    del random
    for item in items:
        if item is not None and item.entry != item.site.entry:
            return (item,)
    return ()


def shuffled(random: Random, items: Iterable[Any]) -> Iterator[Any]:
    listed = list(items)
    random.shuffle(listed)
    yield from listed
