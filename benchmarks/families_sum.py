"""Sums that miss, double or mix rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from random import Random

from lkj_xlsx.measures.data_dasar import kind_of, origins
from lkj_xlsx.measures.susunan import nodes, walk

from benchmarks.family import Hit, family, figures, hit, one, shuffled
from benchmarks.planting import Base, Site


def totals(random: Random, base: Base) -> Iterator[tuple[Site, list[Site]]]:
    """Totals with the cells they add up."""
    tree = nodes(base.book)
    for site, _ in shuffled(random, figures(base, "ANGGARAN", "DATA")):
        if site.sheet == "realisasi_anggaran" and site.record in tree:
            rows = [child.record for child in tree[site.record].children]
        elif site.sheet == "data_dasar" and kind_of(site.record) == "jumlah":
            rows = list(origins(site.record, base.book))
        else:
            continue
        cells = [base.at.get(row.values[site.key].where) for row in rows if site.key in row.values]
        ready = [cell for cell in cells if cell is not None]
        if len(ready) >= 2:
            yield site, ready


def _spoiled(random: Random, base: Base, by: Callable[[Site, Site], Hit]) -> tuple[Hit, ...]:
    return one(random, (by(site, random.choice(cells)) for site, cells in totals(random, base)))


@family("rincian tertinggal", "rincian-tertinggal")
def left_out(random: Random, base: Base) -> tuple[Hit, ...]:
    """A row missing from the sum."""
    return _spoiled(random, base, lambda site, cell: hit(site, site.value.known - cell.value.known))


@family("rincian terhitung dua kali", "rincian-tertinggal")
def twice(random: Random, base: Base) -> tuple[Hit, ...]:
    """A row added twice."""
    return _spoiled(random, base, lambda site, cell: hit(site, site.value.known + cell.value.known))


@family("induk ikut dijumlah", "induk-ikut-dijumlah")
def with_parent(random: Random, base: Base) -> tuple[Hit, ...]:
    """A programme's sum over its kegiatan and their sub kegiatan."""
    return one(random, _with_parent(random, base))


def _with_parent(random: Random, base: Base) -> Iterator[Hit]:
    tree = nodes(base.book)
    for site, _ in shuffled(random, figures(base, "ANGGARAN")):
        node = tree.get(site.record) if site.sheet == "realisasi_anggaran" else None
        below = list(walk(node.children)) if node is not None else []
        if node is not None and len(below) > len(node.children):
            yield hit(site, sum((row.record.get(site.key).known for row in below), Decimal(0)))
