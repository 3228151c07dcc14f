"""Slips of the finger at a derived figure: its right value is known, another is typed."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from random import Random

from benchmarks.family import Hit, family, figures, hit, one, shuffled, strong
from benchmarks.planting import Base, Site
from lkj_xlsx.model.number import cut, round_half_up


def slipped(random: Random, site: Site) -> Hit | None:
    """One digit typed as another."""
    places = site.value.places
    digits = _digits(site)
    at = random.randrange(len(digits))
    first = at == 0 and len(digits) > places + 1  # nobody types 06,00
    new = random.choice([d for d in "0123456789" if d != digits[at] and not (first and d == "0")])
    if random.random() < 0.2 and len(digits) > 3 and not first:  # a digit too few or too many
        mistake = _of(site, digits[:at] + (digits[at + 1 :] if random.random() < 0.5 else digits[at] + digits[at:]))
        return replace(mistake, also=frozenset({"tanda-desimal"})) if digits[at:].strip("0") == "" else mistake
    return _of(site, digits[:at] + new + digits[at + 1 :])


def _digits(site: Site) -> str:
    number, places = site.number, site.value.places
    return str(abs(int(round_half_up(number, places).scaleb(places)))).zfill(places + 1)


def _of(site: Site, digits: str) -> Hit:
    number, places = site.number, site.value.places
    size = Decimal(digits).scaleb(-places)
    return hit(site, -size if number < 0 else size)


@family("satu angka salah", "salah-satu-angka")
def digit(random: Random, base: Base) -> tuple[Hit, ...]:
    """97,94 for 97,54."""
    return one(random, (slipped(random, site) for site, _ in shuffled(random, figures(base))))


@family("dua angka bertukar", "angka-bertukar")
def swap(random: Random, base: Base) -> tuple[Hit, ...]:
    """97,45 for 97,54."""
    for site, _ in shuffled(random, figures(base)):
        digits = _digits(site)
        whole = len(digits) > site.value.places + 1  # then a leading zero would not be typed
        pairs = [i for i in range(len(digits) - 1) if digits[i] != digits[i + 1]]
        pairs = [i for i in pairs if not (i == 0 and whole and digits[1] == "0")]
        if pairs:
            i = random.choice(pairs)
            return (_of(site, digits[:i] + digits[i + 1] + digits[i] + digits[i + 2 :]),)
    return ()


@family("desimal bergeser", "tanda-desimal", "satuan-rupiah")
def shift(random: Random, base: Base) -> tuple[Hit, ...]:
    """8,372 for 83,72; a percent typed times 100 or as its fraction."""
    for site, _ in shuffled(random, figures(base)):
        power = random.choice((-2, -1, 1, 2, 2, -2))
        if site.number:
            return (hit(site, site.number.scaleb(power), max(0, site.value.places - power)),)
    return ()


@family("pemisah salah dibaca", "tanda-desimal", "satuan-rupiah")
def separators(random: Random, base: Base) -> tuple[Hit, ...]:
    """The decimal comma lost (8372 for 83,72); groups of thousands taken for decimals (526,226 for 526.225,9)."""
    for site, _ in shuffled(random, figures(base)):
        number, places = site.number, site.value.places
        if places and number:
            return (hit(site, number.scaleb(places), 0),)
        if abs(number) >= 100_000:
            return (hit(site, number.scaleb(-3), 3),)
    return ()


@family("dipotong, bukan dibulatkan", "LKJ304")
def truncated(random: Random, base: Base) -> tuple[Hit, ...]:
    """97,53 for 97,5369."""
    for site, entry in shuffled(random, figures(base)):
        shortened = cut(strong(entry)[0], site.value.places)
        if site.value.places and shortened != site.number:
            return (hit(site, shortened),)
    return ()


@family("tanda minus", "tanda-minus")
def sign(random: Random, base: Base) -> tuple[Hit, ...]:
    """-3,50 for 3,50."""
    return one(random, (hit(s, -s.number) for s, _ in shuffled(random, figures(base)) if s.number))


@family("satuan rupiah", "satuan-rupiah", "tanda-desimal")
def unit(random: Random, base: Base) -> tuple[Hit, ...]:
    """Thousands, millions or milliards among whole rupiah."""
    amounts = figures(base, "ANGGARAN", "SISA", "JUMLAH-DATA", "DATA", "KENAIKAN")
    large = [site for site, _ in amounts if abs(site.number) >= 10**7]
    for site in shuffled(random, large):
        power = random.choice([p for p in (3, 6, 9) if abs(site.number) >= 10 ** (p + 1)])
        return (hit(site, site.number.scaleb(-power), random.choice((0, 2))),)
    return ()
