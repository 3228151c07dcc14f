"""Sums that miss, double or mix rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from random import Random

from benchmarks.family import Hit, family, figures, hit, one, shuffled
from benchmarks.planting import Base, Site
from lkj_xlsx.measures.data_dasar import kind_of, origins
from lkj_xlsx.measures.susunan import nodes, walk


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
    return one(random, _left_out(random, base))


def _left_out(random: Random, base: Base) -> Iterator[Hit]:
    for site, cells in totals(random, base):
        cell = random.choice(cells)
        rest = [other.where for other in cells if other is not cell] if len(cells) == 2 else []
        yield hit(site, site.number - cell.number, None, *rest)


@family("rincian terhitung dua kali", "rincian-tertinggal")
def twice(random: Random, base: Base) -> tuple[Hit, ...]:
    """A row added twice."""
    return _spoiled(random, base, lambda site, cell: hit(site, site.number + cell.number))


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
            made = hit(site, sum((row.record.get(site.key).known or Decimal(0) for row in below), Decimal(0)))
            single = sum(bool(child.children) for child in node.children) == 1
            yield replace(made, also=frozenset({"rincian-tertinggal"})) if single else made
