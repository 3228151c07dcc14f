"""Wrong amounts of the budget and wrong years of the base data."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from random import Random

from benchmarks.families_copy import COPIES, copied
from benchmarks.families_input import SLIP
from benchmarks.family import ANY, Hit, family, figures, hit, one, shuffled
from benchmarks.planting import Base, Site
from lkj_xlsx.measures.tree import JUMLAH, nodes

MONEY = ("anggaran", "realisasi")
Digits = Callable[[Random, str], str]


def leaves(base: Base) -> list[Site]:
    """Amounts of the lowest budget rows."""
    tree = nodes(base.book)
    rows = [s for s in base.sites if s.sheet == "realisasi_anggaran" and s.key in MONEY and s.record in tree]
    return [
        site
        for site in rows
        if tree[site.record].level != JUMLAH and not tree[site.record].children and site.number >= 10**6
    ]


def _typed(random: Random, base: Base, change: Digits) -> tuple[Hit, ...]:
    """An amount, or a budget of Efisiensi or of a programme, whose digits are changed."""
    tables = [s for s in base.sites if s.key in ("pagu", "realisasi_anggaran") and s.value.known]
    changed = ((site, change(random, str(int(site.number)))) for site in shuffled(random, [*leaves(base), *tables]))
    return one(random, (replace(hit(site, Decimal(text), 0), sure=True) for site, text in changed))


def _dropped(random: Random, digits: str) -> str:
    at = random.randrange(1, len(digits))
    return digits[:at] + digits[at + 1 :]


def _doubled(random: Random, digits: str) -> str:
    at = random.randrange(len(digits))
    return digits[:at] + digits[at] + digits[at:]


def _swapped(random: Random, digits: str) -> str:
    pairs = [i for i in range(len(digits) - 1) if digits[i] != digits[i + 1] and (i or digits[1] != "0")]
    at = random.choice(pairs) if pairs else 0
    return digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]


def _other(random: Random, digits: str) -> str:
    at = random.randrange(len(digits))
    return digits[:at] + random.choice([d for d in "123456789" if d != digits[at]]) + digits[at + 1 :]


@family("rupiah: angka hilang", "salah-satu-angka", "tanda-desimal", "satuan-rupiah", input=True)
def dropped(random: Random, base: Base) -> tuple[Hit, ...]:
    """211.480.000 typed as 21.480.000."""
    return _typed(random, base, _dropped)


@family("rupiah: angka ganda", "salah-satu-angka", "tanda-desimal", "satuan-rupiah", input=True)
def doubled(random: Random, base: Base) -> tuple[Hit, ...]:
    """211.480.000 typed as 2.111.480.000."""
    return _typed(random, base, _doubled)


@family("rupiah: angka bertukar", *SLIP, input=True)
def swapped(random: Random, base: Base) -> tuple[Hit, ...]:
    """211.480.000 typed as 214.180.000."""
    return _typed(random, base, _swapped)


@family("rupiah: angka lain", *SLIP, input=True)
def other(random: Random, base: Base) -> tuple[Hit, ...]:
    """211.480.000 typed as 217.480.000."""
    return _typed(random, base, _other)


@family("miliar di antara rupiah", "satuan-rupiah", "tanda-desimal", input=True)
def short(random: Random, base: Base) -> tuple[Hit, ...]:
    """2,74 among whole rupiah."""
    tables = [s for s in base.sites if s.key in ("pagu", "realisasi_anggaran") and s.value.known]
    for site in shuffled(random, [*leaves(base), *tables]):
        powers = [power for power in (6, 9) if site.number >= 10**power]
        if powers:
            return (replace(hit(site, site.number.scaleb(-random.choice(powers)), 2), sure=True),)
    return ()


@family("angka induk di rincian", *COPIES, ANY, input=True)
def of_parent(random: Random, base: Base) -> tuple[Hit, ...]:
    """The amount of a kegiatan in one of its sub kegiatan."""
    return one(random, _of_parent(random, base))


def _of_parent(random: Random, base: Base) -> Iterator[Hit | None]:
    owner = {child.record: node.record for node in nodes(base.book).values() for child in node.children}
    for site in shuffled(random, [site for site in leaves(base) if site.record in owner]):
        mistake = copied(site, base.site(owner[site.record], site.key))
        yield replace(mistake, sure=True) if mistake is not None else None


@family("penyebut tahun lalu", "dasar-keliru", "tahun-keliru", "penyebut-tahun-lalu")
def old_whole(random: Random, base: Base) -> tuple[Hit, ...]:
    """This year's numerator over last year's denominator."""
    return one(random, _old_whole(random, base))


def _old_whole(random: Random, base: Base) -> Iterator[Hit]:
    for site, _ in shuffled(random, figures(base, "REALISASI")):
        item, tahun = base.indikator(site.record), base.book.settings.tahun
        part, whole = base.book.series(item.pembilang), base.book.series(item.penyebut)
        if item.rumus != "PERSENTASE" or site.key != "realisasi" or part is None or whole is None:
            continue
        top, bottom = part.get("realisasi", tahun).known, whole.get("realisasi", tahun - 1).known
        if top and bottom:
            yield hit(site, top / bottom * 100)


@family("pertumbuhan dari tahun lebih tua", "dasar-keliru", "tahun-keliru", "dasar-lebih-tua")
def old_base(random: Random, base: Base) -> tuple[Hit, ...]:
    """Growth since two years ago where last year is the base."""
    return one(random, _old_base(random, base))


def _old_base(random: Random, base: Base) -> Iterator[Hit]:
    for site, _ in shuffled(random, figures(base, "REALISASI")):
        item, tahun = base.indikator(site.record), base.book.settings.tahun
        series = base.book.series(item.pembilang)
        if item.rumus != "PERTUMBUHAN" or site.key != "realisasi" or series is None:
            continue
        now, old = series.get("realisasi", tahun).known, series.get("realisasi", tahun - 2).known
        if now and old:
            yield hit(site, (now - old) / old * 100)
