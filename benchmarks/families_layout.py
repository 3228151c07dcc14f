"""Mistakes of rows: a total of totals, a row entered twice, percents over nothing, parents without amounts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from random import Random
from typing import Any

from benchmarks.arithmetic import indonesian
from benchmarks.draft import Row
from benchmarks.families_input import SLIP
from benchmarks.families_typing import slipped
from benchmarks.family import ANY, Hit, family, hit, one, shuffled
from benchmarks.planting import Base, Site, index_of
from lkj_xlsx.measures.tree import JUMLAH, Node, nodes
from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.finding import Level

SHEET = "realisasi_anggaran"
MONEY = ("anggaran", "realisasi")


@family("jumlah digandakan", ANY, "rincian-tertinggal", "induk-ikut-dijumlah")
def doubled(random: Random, base: Base) -> tuple[Hit, ...]:
    """The total over programmes and everything below them once more; its percent and its remainder do not show it."""
    for node in nodes(base.book).values():
        sites, rest = [base.site(node.record, key) for key in MONEY], base.site(node.record, "sisa")
        ready = [site for site in sites if site is not None]
        along = ((rest.place, hit(rest, rest.number * 2).entry),) if rest is not None else ()
        if node.level == JUMLAH and len(ready) == len(MONEY):
            return tuple(replace(hit(site, site.number * 2), along=along, sure=True) for site in ready)
    return ()


@family("persen di baris induk tanpa rupiah", *SLIP, ANY, shape="tanpainduk")
def parent(random: Random, base: Base) -> tuple[Hit, ...]:
    """A digit of a parent's percent where amounts stand at the lowest rows only."""
    rows = [site for site in base.sites if site.sheet == SHEET and site.key == "serapan"]
    blank = [site for site in rows if site.record.get("anggaran").known is None]
    return one(random, (_plainly(random, site, Decimal("0.5")) for site in shuffled(random, blank)))


@family("efisiensi dari persen saja", *SLIP, ANY, shape="persensaja")
def percents(random: Random, base: Base) -> tuple[Hit, ...]:
    """A digit of an efficiency whose row states a capaian and an absorption, and no amounts."""
    rows = [s for s in base.sites if s.sheet == "efisiensi" and s.key == "efisiensi" and s.value.known is not None]
    return one(random, (_plainly(random, site, Decimal("0.1")) for site in shuffled(random, rows)))


def _plainly(random: Random, site: Site, least: Decimal) -> Hit | None:
    """A slip that no rounding of what stands beside it would explain."""
    mistake = slipped(random, site)
    return replace(mistake, sure=True) if mistake is not None and _gap(mistake) >= least else None


def _gap(mistake: Hit) -> Decimal:
    entry = mistake.entry["teks"] if isinstance(mistake.entry, Mapping) else str(mistake.entry)
    text = entry.replace("%", "").strip().replace(".", "").replace(",", ".")
    return abs(Decimal(text) - mistake.site.number)


@family("baris ganda ikut dijumlah", ANY, written=True, whole=True, least=Level.PERIKSA)
def twice(random: Random, base: Base) -> tuple[Hit, ...]:
    """A lowest row that stands twice, with all sums over it made to fit."""
    tree = nodes(base.book)
    leaves = [node for node in tree.values() if not node.children and node.level != JUMLAH]
    for leaf in shuffled(random, leaves):
        index, rows = index_of(base, leaf.record), [dict(row) for row in base.data["lembar"][SHEET]]
        given, spent = (leaf.record.get(key).known for key in MONEY)
        above = [index_of(base, node.record) for node in _over(tree, leaf)]
        if given and spent and above and base.book.settings.option("persen_induk") != "RATA":
            for place in above:
                rows[place] = _more(rows[place], int(given), int(spent))
            rows.insert(index + 1, dict(rows[index]))
            data = {**base.data, "lembar": {**base.data["lembar"], SHEET: rows}}
            return tuple(_hits(base, index, [index, index + 1, *above], data))
    return ()


def _over(tree: Mapping[Any, Node], leaf: Node) -> list[Node]:
    """The rows whose sums hold this one."""
    above, sought = [], leaf
    while owner := next((node for node in tree.values() if sought in node.children), None):
        above.append(owner)
        sought = owner
    return above + [node for node in tree.values() if node.level == JUMLAH]


def _more(row: Row, given: int, spent: int) -> Row:
    now = [int(str(row[key]).replace(".", "")) for key in MONEY]
    amounts = now[0] + given, now[1] + spent
    shown = {key: indonesian(Fraction(amount), 0, True) for key, amount in zip(MONEY, amounts, strict=True)}
    more = {**row, **shown, "serapan": indonesian(Fraction(amounts[1], amounts[0]) * 100, 2)}
    return {**more, "sisa": indonesian(Fraction(amounts[0] - amounts[1]), 0, True)} if "sisa" in row else more


def _hits(base: Base, index: int, places: list[int], data: Mapping[str, Any]) -> list[Hit]:
    """Every amount of these rows of the longer sheet; rows below the new one stand one lower than they did."""
    hits = []
    for place in places:
        record = base.book.records(SHEET)[index if place == index + 1 else place]
        lower = place > index and place != index + 1
        for key in (*MONEY, "serapan", "sisa"):
            site = base.site(record, key)
            if site is not None:
                row = site.where.row + (1 if lower or place == index + 1 else 0)
                moved = replace(site, where=Where(site.where.sheet, row, site.where.column))
                hits.append(Hit(moved, site.entry, sure=True, data=data))
    return hits


@family("persen dari anggaran nol", ANY, written=True, whole=True, least=Level.PERIKSA)
def nothing(random: Random, base: Base) -> tuple[Hit, ...]:
    """100 % of a budget of nothing."""
    tree = nodes(base.book)
    for leaf in shuffled(random, [node for node in tree.values() if not node.children and node.level != JUMLAH]):
        index, rows = index_of(base, leaf.record), [dict(row) for row in base.data["lembar"][SHEET]]
        code = rows[index].get("kode_rekening")
        more: Row = {**rows[index], "uraian": "Kegiatan yang Dihapus", **dict.fromkeys(MONEY, "0"), "serapan": "100,00"}
        more |= {"kode_rekening": f"{code[:-1]}9"} if isinstance(code, str) and len(code) > 15 else {}
        more |= {"sisa": "0"} if "sisa" in more else {}
        if code is not None and len(code) <= 15:
            continue
        rows.insert(index + 1, more)
        return tuple(_hits(base, index, [index + 1], {**base.data, "lembar": {**base.data["lembar"], SHEET: rows}}))
    return ()
