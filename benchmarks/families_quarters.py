"""A wrong quarter: against the year beside it, or against what other tables say of the year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from benchmarks.families_input import SLIP
from benchmarks.families_typing import slipped
from benchmarks.family import ANY, Hit, family, one, shuffled
from benchmarks.planting import Base, Site, value_of

LAST = ("tw4",)
EACH = ("tw1", "tw2", "tw3", "tw4")


def _telling(base: Base, site: Site) -> bool:
    """Whether the year is another one with another figure in this quarter."""
    key, _, quarter = site.key.rpartition("_")
    item = base.book.indikator_of(site.record)
    if key not in ("target", "realisasi") or item is None or site.value.known is None:
        return False
    return quarter in (EACH if item.agregasi in ("JUMLAH", "RATA") else LAST)


def _wrong(random: Random, base: Base) -> Iterator[Hit | None]:
    sites = [site for site in base.sites if site.sheet == "triwulan" and _telling(base, site)]
    for site in shuffled(random, sites):
        item, mistake = base.indikator(site.record), slipped(random, site)
        if mistake is None:
            continue
        least = 3 if item.agregasi == "RATA" else 0  # the mean of four may round the slip away
        if _moved(mistake, base) * 10**site.value.places > least:
            yield replace(mistake, sure=True)


def _moved(mistake: Hit, base: Base) -> float:
    after = value_of(mistake.site, mistake.entry, base.book).known
    return float(abs(after - mistake.site.number)) if after is not None else 0.0


@family("triwulan tidak cocok dengan setahun", *SLIP, ANY, input=True)
def quarter(random: Random, base: Base) -> tuple[Hit, ...]:
    """A digit of a quarter, beside the year that the other tables confirm."""
    return one(random, _wrong(random, base))


@family("triwulan tanpa kolom setahun", *SLIP, ANY, input=True, shape="tanpatahun")
def alone(random: Random, base: Base) -> tuple[Hit, ...]:
    """A digit of a quarter where only the other tables state the year."""
    return one(random, _wrong(random, base))
