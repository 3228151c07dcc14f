"""A wrong word where the office says how to compute: direction, base data, code, chosen formula; a copied mistake."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from benchmarks.families_input import SLIP
from benchmarks.families_tables import same_fact
from benchmarks.families_typing import slipped
from benchmarks.family import ANY, Hit, family, figures, shuffled
from benchmarks.planting import Base, Site
from lkj_xlsx.model.fact import Indikator
from lkj_xlsx.model.finding import Level
from lkj_xlsx.pipeline import variants

ONE = "LKJ326"


def _declared(base: Base, item: Indikator, key: str) -> Site | None:
    return base.cell(item.record, key)


def _judged(base: Base, item: Indikator, *measures: str) -> int:
    """How many figures of the indicator are computed that way and differ from 100."""
    listed = [site for site, _ in figures(base, *measures) if site.record.indikator == (item.kode,)]
    return sum(site.number != 100 for site in listed)


@family("arah keliru", ONE, written=True, whole=True)
def direction(random: Random, base: Base) -> tuple[Hit, ...]:
    """Naik for an indicator whose every capaian was computed as Turun."""
    for item in shuffled(random, base.book.indikator.values()):
        site = _declared(base, item, "arah")
        if site is not None and item.arah in ("Naik", "Turun") and _judged(base, item, "CAPAIAN") >= 3:
            return (Hit(site, "Turun" if item.arah == "Naik" else "Naik", sure=True),)
    return ()


@family("pembilang dan penyebut tertukar", ONE, written=True, whole=True)
def upside_down(random: Random, base: Base) -> tuple[Hit, ...]:
    """The codes of the numerator and the denominator in each other's place."""
    for item in shuffled(random, base.book.indikator.values()):
        top, bottom = _declared(base, item, "pembilang"), _declared(base, item, "penyebut")
        if top is not None and bottom is not None and item.penyebut and _judged(base, item, "REALISASI") >= 3:
            return Hit(top, bottom.entry, sure=True), Hit(bottom, top.entry, sure=True)
    return ()


@family("pembilang atau penyebut lain", ONE, written=True, whole=True)
def other_base(random: Random, base: Base) -> tuple[Hit, ...]:
    """The code of another series of Data Dasar."""
    for item in shuffled(random, base.book.indikator.values()):
        key = random.choice(("pembilang", "penyebut") if item.penyebut else ("pembilang",))
        site = _declared(base, item, key)
        own = {item.pembilang.upper(), item.penyebut.upper()}
        others = [record.text("kode_data") for kode, record in base.book.data.items() if kode not in own]
        if site is not None and others and item.rumus != "LANGSUNG" and _judged(base, item, "REALISASI") >= 3:
            return (Hit(site, random.choice(others), sure=True),)
    return ()


@family("kode indikator keliru", ONE, ANY, written=True, whole=True, least=Level.PERIKSA)
def code(random: Random, base: Base) -> tuple[Hit, ...]:
    """The code of one row, or the codes of two rows, of another indicator."""
    for sheet in shuffled(random, ("capaian_iku", "target_realisasi")):
        cells = [base.cell(record, "kode") for record in base.book.records(sheet)]
        ready = [cell for cell in cells if cell is not None and isinstance(cell.entry, str)]
        if len(ready) < 3:
            continue
        first, other = random.sample(ready, 2)
        mistakes = Hit(first, other.entry, sure=True), Hit(other, first.entry, sure=True)
        return mistakes[: random.choice((1, 2))]
    return ()


OPTIONS = {"rumus_efisiensi": ("EFISIENSI",), "rumus_turun": ("CAPAIAN",), "persen_induk": ("SERAPAN",)}


@family("pilihan rumus keliru", ONE, "LKJ306", written=True, whole=True)
def option(random: Random, base: Base) -> tuple[Hit, ...]:
    """Another formula chosen than the one that every figure was computed with."""
    record = base.book.settings.record
    for key in shuffled(random, OPTIONS) if record is not None else ():
        others = [v for v in variants() if v.option == key and v.code != base.book.settings.option(key)]
        data = {**base.data, "identitas": {**base.data["identitas"], key: (chosen := random.choice(others)).code}}
        if _affected(base, key) >= 3 and chosen.code.removesuffix("-NOL") != base.book.settings.option(
            key
        ).removesuffix("-NOL"):
            value = record.get(key)
            site = Site(("identitas", 0, key), value.where, record, value, base.data["identitas"][key])
            return (Hit(site, chosen.label, sure=True, data=data),)
    return ()


def _affected(base: Base, key: str) -> int:
    listed = [site for site, _ in figures(base, *OPTIONS[key]) if site.number != 100]
    if key == "rumus_turun":
        return sum(base.indikator(site.record).arah == "Turun" for site in listed)
    return sum(site.sheet == "realisasi_anggaran" for site in listed) // 2 if key == "persen_induk" else len(listed)


@family("salah, lalu disalin dengan rumus", *SLIP, ANY, written=True, whole=True)
def spread(random: Random, base: Base) -> tuple[Hit, ...]:
    """A wrong realisasi in Capaian IKU that the other tables take from there by formula."""
    return next(_spread(random, base), ())


def _spread(random: Random, base: Base) -> Iterator[tuple[Hit, ...]]:
    sites = [s for s in base.sites if s.sheet == "capaian_iku" and s.key == "realisasi" and s.value.known]
    for site in shuffled(random, sites):
        own = same_fact(base, site)
        others = [
            o for o in own if o.sheet in ("target_realisasi", "tahun_lalu") and o.value.places == site.value.places
        ]
        mistake = slipped(random, site)
        if mistake is None or not others or len(own) < len(others) + 1 or not isinstance(mistake.entry, str):
            continue
        figure = mistake.entry.replace("%", "").strip().replace(".", "").replace(",", ".")
        if not figure.replace(".", "").replace("-", "").isdigit() or "%" in mistake.entry:
            continue
        formula = {"rumus": f"='Capaian IKU'!{site.where.cell}", "nilai": float(figure)}
        yield (replace(mistake, along=tuple((other.place, formula) for other in others), sure=True),)
