"""Right figures in each other's place: two cells of a row, two rows, two columns, a column moved by a row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from random import Random

from benchmarks.family import Hit, family, shuffled
from benchmarks.planting import Base, Site

ONE = "LKJ326"
PAIRS = (
    ("realisasi_anggaran", "anggaran", "realisasi"),
    ("efisiensi", "anggaran", "realisasi_anggaran"),
    ("capaian_iku", "target", "realisasi"),
    ("target_realisasi", "realisasi", "capaian"),
    ("tahun_lalu", "realisasi_lalu", "realisasi"),
)
MOVED = (
    ("realisasi_anggaran", "realisasi"),
    ("realisasi_anggaran", "serapan"),
    ("capaian_iku", "realisasi"),
    ("target_realisasi", "capaian"),
)
FEWEST = 4  # rows of a column


def _column(base: Base, sheet: str, key: str, tabel: str | None = None) -> list[Site]:
    rows = [s for s in base.sites if s.sheet == sheet and s.key == key and s.value.known is not None]
    return [site for site in rows if tabel is None or site.record.tabel == tabel]


def _pairs(base: Base, sheet: str, one: str, other: str) -> list[tuple[Site, Site]]:
    """The two cells of each row that has both."""
    right = {site.place[1]: site for site in _column(base, sheet, other)}
    return [(left, right[left.place[1]]) for left in _column(base, sheet, one) if left.place[1] in right]


def _swapped(pairs: Iterable[tuple[Site, Site]]) -> tuple[Hit, ...]:
    hits = [Hit(place, taken.entry, sure=True) for one, other in pairs for place, taken in ((one, other), (other, one))]
    return tuple(mistake for mistake in hits if mistake.entry != mistake.site.entry)


@family("dua sel sebaris tertukar", ONE, "LKJ322", whole=True, input=True)
def cells(random: Random, base: Base) -> tuple[Hit, ...]:
    """Anggaran and realisasi of one row, target and realisasi of one indicator."""
    for sheet, one, other in shuffled(random, PAIRS):
        ready = [pair for pair in _pairs(base, sheet, one, other) if _apart(*pair)]
        if ready:
            return _swapped([random.choice(ready)])
    return ()


def _apart(one: Site, other: Site) -> bool:
    """Whether the exchange would be seen."""
    return one.value.upper is None and abs(one.number - other.number) * 50 > max(abs(one.number), abs(other.number))


@family("dua kolom tertukar", ONE, whole=True, input=True)
def columns(random: Random, base: Base) -> tuple[Hit, ...]:
    """Anggaran and realisasi of every row; this year and last year."""
    for sheet, one, other in shuffled(random, PAIRS):
        for tabel in shuffled(random, sorted({site.record.tabel for site in _column(base, sheet, one)})):
            pairs = [pair for pair in _pairs(base, sheet, one, other) if pair[0].record.tabel == tabel]
            if sum(_apart(*pair) for pair in pairs) >= FEWEST:
                return _swapped(pairs)
    return ()


@family("angka dua indikator tertukar", ONE, whole=True, input=True)
def rows(random: Random, base: Base) -> tuple[Hit, ...]:
    """What one indicator reached stands in another's row, and the other way round."""
    for sheet in shuffled(random, ("capaian_iku", "target_realisasi", "efisiensi", "perjanjian")):
        keys = (
            ("target",)
            if sheet == "perjanjian"
            else random.choice((("realisasi",), ("target", "realisasi", "capaian")))
        )
        listed = shuffled(random, list(pairwise(shuffled(random, _column(base, sheet, keys[0])))))
        for one, other in listed:
            pairs = [(base.site(one.record, key), base.site(other.record, key)) for key in keys]
            ready = [(a, b) for a, b in pairs if a is not None and b is not None and a.value.known and b.value.known]
            if len(ready) == len(keys) and _apart(*ready[0]) and one.record.indikator != other.record.indikator:
                return _swapped(ready)
    return ()


@family("kolom bergeser sebaris", ONE, whole=True, input=True)
def moved(random: Random, base: Base) -> tuple[Hit, ...]:
    """Each figure of a column stands in the row below its own, the last one in the first."""
    for sheet, key in shuffled(random, MOVED):
        for tabel in shuffled(random, sorted({site.record.tabel for site in _column(base, sheet, key)})):
            sites = _column(base, sheet, key, tabel)
            if len(sites) >= FEWEST and sum(_apart(a, b) for a, b in pairwise(sites)) >= len(sites) - 2:
                return _shifted(sites, random.choice((1, -1)))
    return ()


def _shifted(sites: Sequence[Site], step: int) -> tuple[Hit, ...]:
    taken = [sites[(place - step) % len(sites)] for place in range(len(sites))]
    hits = [Hit(site, other.entry, sure=True) for site, other in zip(sites, taken, strict=True)]
    return tuple(mistake for mistake in hits if mistake.entry != mistake.site.entry)


@family("data dasar masih tahun lalu", ONE, whole=True, input=True)
def last_year(random: Random, base: Base) -> tuple[Hit, ...]:
    """Last year's figures in this year's column of Data Dasar, in every row."""
    tahun = base.book.settings.tahun
    pairs = _pairs(base, "data_dasar", f"realisasi@{tahun}", f"realisasi@{tahun - 1}")
    hits = [Hit(now, before.entry, sure=True) for now, before in pairs if now.entry != before.entry]
    return tuple(hits) if len(hits) >= 2 else ()
