"""A wrong figure or word among what the office types itself."""

from __future__ import annotations

from collections.abc import Iterable
from random import Random

from benchmarks.families_typing import slipped
from benchmarks.family import Hit, family, hit, one, shuffled
from benchmarks.planting import Base, Site
from lkj_xlsx.measures.data_dasar import kind_of
from lkj_xlsx.measures.skala import Scale, scale_of
from lkj_xlsx.measures.tree import nodes
from lkj_xlsx.measures.verdict import normal_word

SLIP = ("salah-satu-angka", "angka-bertukar")


def _slips(random: Random, sites: Iterable[Site]) -> tuple[Hit, ...]:
    numbers = (site for site in shuffled(random, sites) if site.value.known is not None and site.value.upper is None)
    return one(random, (slipped(random, site) for site in numbers))


@family("masukan: data dasar", *SLIP, input=True)
def data(random: Random, base: Base) -> tuple[Hit, ...]:
    """A digit of a detail in Data Dasar."""
    sites = [s for s in base.sites if s.sheet == "data_dasar" and kind_of(s.record) in ("rincian", "bagian")]
    return _slips(random, [site for site in sites if site.key.startswith("realisasi@")])


@family("masukan: target", *SLIP, input=True)
def target(random: Random, base: Base) -> tuple[Hit, ...]:
    """A digit of a target in one table."""
    keys = ("target", "target_lalu", "target_akhir")
    return _slips(random, [s for s in base.sites if s.key in keys and s.sheet not in ("triwulan", "data_dasar")])


@family("masukan: realisasi", *SLIP, input=True)
def result(random: Random, base: Base) -> tuple[Hit, ...]:
    """A digit of a realisasi that comes from outside, in one table."""
    keys = ("realisasi", "realisasi_lalu")
    sites = [s for s in base.sites if s.key in keys and s.record.indikator and base.judged(s) is None]
    return _slips(random, sites)


@family("masukan: anggaran", *SLIP, input=True)
def budget(random: Random, base: Base) -> tuple[Hit, ...]:
    """A digit of a lowest budget row's amount, of a pagu, or of an efficiency table's budget."""
    tree, sites = nodes(base.book), []
    for site in base.sites:
        leaf = site.sheet == "realisasi_anggaran" and site.record in tree and not tree[site.record].children
        shared = site.key in ("pagu", "realisasi_anggaran") or (site.sheet == "efisiensi" and site.key == "anggaran")
        if shared or (leaf and site.key in ("anggaran", "realisasi")):
            sites.append(site)
    return _slips(random, sites)


@family("masukan: kata predikat", "LKJ331", input=True)
def word(random: Random, base: Base) -> tuple[Hit, ...]:
    """Another word of the scale."""
    scale = scale_of(base.book)
    labels = [step.label for step in scale.steps] if isinstance(scale, Scale) else []
    for site in shuffled(random, [s for s in base.sites if s.key == "predikat" and s.value.text.strip("- ")]):
        entry = base.judged(site)
        right = {normal_word(basis.words) for basis in entry.computed.bases} if entry is not None else set()
        others = [label for label in labels if normal_word(label) not in right]
        if right and others:
            return (Hit(site, random.choice(others)),)
    return ()


@family("masukan: dua angka satu fakta", *SLIP, "LKJ311", "LKJ312", "LKJ334", input=True)
def twofold(random: Random, base: Base) -> tuple[Hit, ...]:
    """One table states another result from outside than the others: 1,3 to 20 % away."""
    keys = ("realisasi", "realisasi_lalu")
    stated = [s for s in base.sites if (s.key in keys and s.record.indikator) or s.sheet == "nilai_akip"]
    for site in shuffled(random, stated):
        if site.value.known and site.value.upper is None and base.judged(site) is None:
            mistake = hit(site, site.value.known * random.choice((87, 98, 102, 113)) / 100)
            if mistake.entry != site.entry:
                return (mistake,)
    return ()
