"""Sums that miss, double or mix rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from random import Random

from benchmarks.family import Hit, family, figures, hit, one, shuffled
from benchmarks.planting import Base, Site
from lkj_xlsx.measures.data_dasar import kind_of, origins
from lkj_xlsx.measures.tree import nodes, walk


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
    return one(random, (mistake for mistake, _ in _left_out(random, base)))


def _left_out(random: Random, base: Base) -> Iterator[tuple[Hit, Decimal]]:
    """The wrong sum as it is typed, and the amount itself."""
    for site, cells in totals(random, base):
        cell = random.choice(cells)
        rest = [other.where for other in cells if other is not cell] if len(cells) == 2 else []
        number = site.number - cell.number
        yield hit(site, number, None, *rest), number


@family("rincian tertinggal, persen ikut", "rincian-tertinggal")
def left_out_with_percent(random: Random, base: Base) -> tuple[Hit, ...]:
    """A row missing from the sum, and the row's percent and remainder computed from the wrong sum."""
    return one(random, (_followed(base, mistake, number) for mistake, number in _left_out(random, base)))


def _followed(base: Base, mistake: Hit, number: Decimal) -> Hit | None:
    record = mistake.site.record
    if mistake.site.sheet != "realisasi_anggaran":
        return None
    amounts = {key: record.get(key).known for key in ("anggaran", "realisasi")} | {mistake.site.key: number}
    given, spent = amounts["anggaran"], amounts["realisasi"]
    if given is None or spent is None or given <= 0 or spent < 0:
        return None
    figures = {"serapan": spent / given * 100, "sisa": given - spent}
    sites = {key: base.site(record, key) for key in figures}
    along = tuple((site.place, hit(site, figures[key]).entry) for key, site in sites.items() if site is not None)
    return replace(mistake, along=along)


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
            mistake = hit(site, sum((row.record.get(site.key).known or Decimal(0) for row in below), Decimal(0)))
            single = sum(bool(child.children) for child in node.children) == 1
            yield replace(mistake, also=frozenset({"rincian-tertinggal"})) if single else mistake
