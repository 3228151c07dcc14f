"""A right figure of another cell, typed or pasted in the wrong place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from random import Random

from benchmarks.family import Hit, family, figures, hit, one, shuffled
from benchmarks.planting import Base, Site
from lkj_xlsx.measures.tree import nodes

COPIES = ("baris-tetangga", "baris-induk", "kolom-tetangga", "tahun-lalu", "indikator-lain", "salinan-jauh")


def copied(site: Site, other: Site | None) -> Hit | None:
    """The other cell's figure at its own places, if it is another figure."""
    if other is None or other.value.known is None or other.value.upper is not None:
        return None
    if other.value.known == site.value.known or other.where == site.where:
        return None
    return hit(site, other.value.known, other.value.places, other.where)


@family("baris di atas", *COPIES)
def above(random: Random, base: Base) -> tuple[Hit, ...]:
    """The figure of the row above."""
    places = {site.place: site for site in base.sites}
    sites = (site for site, _ in shuffled(random, figures(base)))
    return one(random, (copied(s, places.get((s.sheet, s.place[1] - 1, s.key))) for s in sites))


@family("baris induk", *COPIES)
def parent(random: Random, base: Base) -> tuple[Hit, ...]:
    """A kegiatan's figure in one of its sub kegiatan."""
    return one(random, _parents(random, base))


def _parents(random: Random, base: Base) -> Iterator[Hit | None]:
    tree = nodes(base.book)
    owner = {child.record: node.record for node in tree.values() for child in node.children}
    for site, _ in shuffled(random, figures(base, "SERAPAN", "SISA")):
        if site.record in owner:
            yield copied(site, base.site(owner[site.record], site.key))


@family("kolom sebelah", *COPIES)
def beside(random: Random, base: Base) -> tuple[Hit, ...]:
    """The figure of the column to the left or right."""
    return one(random, _beside(random, base))


def _beside(random: Random, base: Base) -> Iterator[Hit | None]:
    rows: dict[tuple[str, int], list[Site]] = {}
    for site in base.sites:
        if site.value.known is not None:
            rows.setdefault((site.where.sheet, site.where.row), []).append(site)
    for site, _ in shuffled(random, figures(base)):
        row = sorted(rows[site.where.sheet, site.where.row], key=lambda other: other.where.column)
        place = row.index(site)
        for other in shuffled(random, [row[i] for i in (place - 1, place + 1) if 0 <= i < len(row)]):
            yield copied(site, other)


@family("angka tahun lalu", *COPIES)
def last_year(random: Random, base: Base) -> tuple[Hit, ...]:
    """Last year's realisasi or capaian left in this year's table; the year before in a series."""
    return one(random, _last(random, base))


def _last(random: Random, base: Base) -> Iterable[Hit | None]:
    before = {
        (kode, site.key.removesuffix("_lalu")): site
        for site in base.sites
        if site.sheet == "tahun_lalu" and site.key.endswith("_lalu")
        for kode in site.record.indikator
    }
    places = {site.place: site for site in base.sites}
    for site, _ in shuffled(random, figures(base, "REALISASI", "CAPAIAN", "JUMLAH-DATA", "KENAIKAN")):
        key, _, year = site.key.partition("@")
        if year:
            yield copied(site, places.get((site.sheet, site.place[1], f"{key}@{int(year) - 1}")))
        elif not key.endswith("_lalu") and site.record.indikator:
            yield copied(site, before.get((site.record.indikator[0], key)))
