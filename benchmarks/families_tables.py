"""One fact that one of several tables states otherwise: by a unit, by a sign, in another unit, on another scale."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from random import Random

from benchmarks.families_input import SLIP
from benchmarks.families_typing import slipped
from benchmarks.family import ANY, Hit, family, figures, hit, one, shuffled
from benchmarks.planting import Base, Site
from lkj_xlsx.model.finding import Level

TABLES = ("capaian_iku", "target_realisasi", "tahun_lalu", "renstra", "efisiensi")
SIGNS = ("-", "n/a", "nihil")
SHARED = ("anggaran", "realisasi_anggaran", "serapan")
UNITS = ("%", "Orang", "Unit", "Dokumen", "Kasus", "Hari")
FOREIGN = ("%", "Orang", "Ton", "Hari", "Rp")
FACTS = ("LKJ311", "LKJ312", "LKJ334", "LKJ343")


def same_fact(base: Base, site: Site) -> list[Site]:
    """Other cells that state what this one states."""
    facts = base.book.facts.at(site.where)
    stated = (o for f in facts for o in base.book.stated(f.subjek, f.ukuran, f.tahun, f.sampai))
    return [
        base.at[fact.value.where] for fact in stated if fact.value.where != site.where and fact.value.where in base.at
    ]


def _results(base: Base) -> list[Site]:
    keys = ("realisasi", "realisasi_lalu")
    sites = [s for s in base.sites if s.key in keys and s.sheet in TABLES and s.record.indikator]
    return [s for s in sites if s.value.known is not None and s.value.upper is None]


@family("satu satuan lain antar tabel", *SLIP, *FACTS, input=True)
def by_one(random: Random, base: Base) -> tuple[Hit, ...]:
    """15 kasus where every other table says 14; 77,11 where they say 77,10."""
    return one(random, _by_one(random, base))


def _by_one(random: Random, base: Base) -> Iterator[Hit]:
    for site in shuffled(random, _results(base)):
        others = [other for other in same_fact(base, site) if other.value.known == site.number]
        item, places = base.indikator(site.record), site.value.places
        counted = places == 0 and item.satuan in UNITS and item.satuan != "%"
        if len(others) >= 2 and (counted or base.judged(site) is None) and {o.value.places for o in others} == {places}:
            yield replace(hit(site, site.number + random.choice((-1, 1)) * Decimal(1).scaleb(-places)), sure=True)


@family("tanda untuk angka", ANY, input=True, least=Level.PERIKSA)
def sign(random: Random, base: Base) -> tuple[Hit, ...]:
    """`-`, `n/a` or `nihil` where other tables state the figure."""
    keys = ("target", "target_akhir", "realisasi", "pagu", "anggaran", "realisasi_anggaran")
    sites = [s for s in base.sites if s.key in keys and s.sheet not in ("triwulan", "data_dasar")]
    for site in shuffled(random, [s for s in sites if s.value.known is not None]):
        if any(other.value.known == site.number for other in same_fact(base, site)):
            return (Hit(site, random.choice(SIGNS), sure=True),)
    return ()


@family("anggaran bersama di tiap baris", *SLIP, ANY, input=True, shape="tiapbaris")
def shared(random: Random, base: Base) -> tuple[Hit, ...]:
    """A digit of a budget that several indicators share, in one of the rows that all repeat it."""
    rows = {site.place: site for site in base.sites if site.sheet == "efisiensi" and site.key in SHARED}
    twice = [site for site in rows.values() if _repeats(site, rows)]
    mistakes = (slipped(random, site) for site in shuffled(random, twice))
    return one(random, (replace(mistake, sure=True) for mistake in mistakes if mistake is not None))


def _repeats(site: Site, rows: dict[tuple[str, int, str], Site]) -> bool:
    sheet, index, key = site.place
    above = rows.get((sheet, index - 1, key))
    money = rows.get((sheet, index, "anggaran")), rows.get((sheet, index - 1, "anggaran"))
    return above is not None and None not in money and money[0].number == money[1].number  # type: ignore[union-attr]


@family("rentang di kolom hitungan", ANY, least=Level.PERIKSA)
def ranged(random: Random, base: Base) -> tuple[Hit, ...]:
    """100,00 s.d. 105,00 as a capaian."""
    for site, _ in shuffled(random, figures(base, "CAPAIAN", "KEMAJUAN", "SERAPAN", "EFISIENSI", "SISA")):
        upper = hit(site, site.number + random.choice((1, 5, 10))).entry
        between = random.choice((" s.d. ", " - ", " sampai dengan ", " s/d "))
        low, high = (entry["teks"] if isinstance(entry, dict) else str(entry) for entry in (site.entry, upper))
        return (Hit(site, {"teks": f"{low}{between}{high}"}, sure=True),)
    return ()


@family("satuan lain jenis", ANY, written=True, least=Level.PERIKSA)
def unit(random: Random, base: Base) -> tuple[Hit, ...]:
    """262 % for 262 orang; Ton in the column of units of an indicator in persons."""
    return one(random, _unit(random, base))


def _unit(random: Random, base: Base) -> Iterator[Hit]:
    for site in shuffled(random, [s for s in base.sites if s.sheet in TABLES and s.key in ("target", "realisasi")]):
        own = base.indikator(site.record).satuan if site.record.indikator else ""
        if own not in UNITS or site.value.known is None or site.value.upper is not None:
            continue
        other = random.choice([unit for unit in FOREIGN if unit != own])
        label = base.cell(site.record, "satuan") if site.sheet in ("capaian_iku", "efisiensi") else None
        if label is not None and random.random() < 0.5:
            yield Hit(label, other, sure=True)
        else:
            shown = site.value.shown.rstrip(" %")
            yield Hit(site, {"teks": f"Rp {shown}" if other == "Rp" else f"{shown} {other}"}, sure=True)


@family("skala terputus", ANY, written=True, whole=True, least=Level.PERIKSA)
def scale(random: Random, base: Base) -> tuple[Hit, ...]:
    """A target of 0,82 for an index of 77,10, everywhere, and no capaian typed that would tell."""
    blank = ("capaian", "predikat", "kemajuan", "kemajuan_sd", "efisiensi")
    for item in shuffled(random, base.book.indikator.values()):
        if item.satuan not in ("%", "Indeks", "Nilai") or item.rumus != "LANGSUNG":
            continue
        rows = [s for s in base.sites if s.record.indikator == (item.kode,)]
        goals = [s for s in rows if s.key == "target" or s.key.startswith("target_tw")]
        goals = [s for s in goals if s.value.known and s.value.upper is None and not s.value.letter]
        along = tuple((s.place, None) for s in rows if s.key in blank)
        if goals and min(site.number for site in goals) >= 10:
            hits = [hit(site, site.number / 100, site.value.places + 2) for site in goals]
            return tuple(replace(mistake, along=along, sure=True) for mistake in hits)
    return ()


@family("judul tabel tahun lain", ANY, written=True, least=Level.CATATAN)
def title(random: Random, base: Base) -> tuple[Hit, ...]:
    """The list of tables calls a table of this year by last year's name."""
    numbers = {row["tabel"] for sheet in ("capaian_iku", "target_realisasi") for row in base.data["lembar"][sheet]}
    records = [r for r in base.book.records("daftar_tabel") if r.text("nomor") in numbers]
    for record in shuffled(random, records):
        site = base.cell(record, "judul")
        if site is not None:
            return (Hit(site, f"Capaian Kinerja Tahun {base.book.settings.tahun - 1}", sure=True),)
    return ()
