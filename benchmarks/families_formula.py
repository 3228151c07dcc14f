"""The right inputs put together wrongly, or a right formula with a wrong input."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from random import Random

from benchmarks.family import Hit, family, figures, hit, one, shuffled, strong
from benchmarks.planting import Base, Site
from lkj_xlsx.measures.tree import nodes
from lkj_xlsx.model.record import Record


def fraction(base: Base, site: Site) -> tuple[Decimal, Decimal, int] | None:
    """Numerator, denominator and scale of a figure that is a plain quotient; None where it is not one."""
    record, entry = site.record, base.entry(site)
    result = strong(entry)[0]
    if entry.computed.measure.code == "SERAPAN" and entry.computed.variant == "JUMLAH":
        top = record.get("realisasi_anggaran" if site.sheet == "efisiensi" else "realisasi").known
        bottom = record.get("anggaran").known
        return (top, bottom, 100) if top is not None and bottom is not None else None
    if entry.computed.measure.code == "EFISIENSI" and entry.computed.variant == "EFF-1":
        achieved, absorbed = _capaian(base, record), _absorbed(record)
        return (achieved, absorbed, 100 if site.value.text.endswith("%") else 1) if achieved and absorbed else None
    if entry.computed.measure.code in ("CAPAIAN", "KEMAJUAN"):
        key = {"capaian_lalu": "target_lalu", "capaian": "target"}.get(site.key, "target_akhir")
        goal = _goal(base, record, key)
        indikator = base.book.indikator_of(record)
        if indikator is None or indikator.arah != "Naik" or not goal or not result:
            return None
        if base.book.settings.option("batas_capaian") not in ("", "TANPA"):
            return None
        return result * goal / 100, goal, 100
    return None


def _goal(base: Base, record: Record, key: str) -> Decimal | None:
    if record.get(key).known is not None and record.get(key).upper is None:
        return record.get(key).known
    tahun = {"target_lalu": base.book.settings.tahun - 1, "target": base.book.settings.tahun}.get(key)
    facts = base.book.stated(record.indikator[0], "target", tahun or base.book.settings.akhir)
    return next((fact.value.known for fact in facts if fact.value.upper is None), None)


def _capaian(base: Base, record: Record) -> Decimal | None:
    entries = [e for e in base.ledger.at(record.get("capaian").where) if e.computed.measure.code == "CAPAIAN"]
    return strong(entries[0])[0] if entries and strong(entries[0]) else None


def _absorbed(record: Record) -> Decimal | None:
    given, spent = record.get("anggaran").known, record.get("realisasi_anggaran").known
    return spent / given * 100 if given and spent else None


def quotients(random: Random, base: Base) -> Iterator[tuple[Site, Decimal, Decimal, int]]:
    for site, _ in shuffled(random, figures(base, "SERAPAN", "EFISIENSI", "CAPAIAN", "KEMAJUAN")):
        parts = fraction(base, site)
        if parts is not None and parts[0] and parts[1]:
            yield site, *parts


@family("dibagi terbalik", "dibagi-terbalik", "LKJ306")
def inverted(random: Random, base: Base) -> tuple[Hit, ...]:
    """Target ÷ realisasi; anggaran ÷ realisasi; serapan ÷ capaian (which is a permitted formula by itself)."""
    return one(random, (hit(s, bottom / top * scale) for s, top, bottom, scale in quotients(random, base)))


@family("dikalikan, seharusnya dibagi", "dikalikan")
def multiplied(random: Random, base: Base) -> tuple[Hit, ...]:
    """0,318 × 0,981 for 0,318 ÷ 0,981; realisasi × target (percents) for their quotient."""
    return one(random, _multiplied(random, base))


def _multiplied(random: Random, base: Base) -> Iterator[Hit]:
    for site, top, bottom, _ in quotients(random, base):
        measure = base.entry(site).computed.measure.code
        if measure == "EFISIENSI":
            yield hit(site, top * bottom / 10000 * (100 if site.value.text.endswith("%") else 1))
        elif measure != "SERAPAN" and abs(top * bottom) < 10**9:
            yield hit(site, top * bottom / 100)


@family("anggaran indikator lain", "anggaran-lain", "indikator-lain", "baris-tetangga")
def other_budget(random: Random, base: Base) -> tuple[Hit, ...]:
    """Absorption or efficiency computed with another indicator's budget."""
    return one(random, _other_budget(random, base))


def _other_budget(random: Random, base: Base) -> Iterator[Hit]:
    rows = {r.get("anggaran").where: r for r in base.book.records("efisiensi") if _absorbed(r)}
    for site, entry in shuffled(random, figures(base, "SERAPAN", "EFISIENSI")):
        others = [row for where, row in rows.items() if where != site.record.get("anggaran").where]
        if site.sheet != "efisiensi" or not others:
            continue
        other = random.choice(others)
        used, achieved = _absorbed(other) or Decimal(0), _capaian(base, site.record)
        sources = (other.get("anggaran").where, other.get("serapan").where)
        if entry.computed.measure.code == "SERAPAN":
            yield hit(site, used, None, *sources)
        elif entry.computed.variant == "EFF-1" and achieved:
            yield hit(site, achieved / used * (100 if site.value.text.endswith("%") else 1), None, *sources)
        elif entry.computed.variant == "EFF-2" and achieved:
            yield hit(site, achieved - used, None, *sources)


@family("dasar keliru", "dasar-keliru")
def wrong_base(random: Random, base: Base) -> tuple[Hit, ...]:
    """A share of another series: all UMKM instead of usaha mikro."""
    return one(random, _wrong_base(random, base))


def _wrong_base(random: Random, base: Base) -> Iterator[Hit]:
    book, tahun = base.book, base.book.settings.tahun
    for site, _ in shuffled(random, figures(base, "REALISASI")):
        item = base.indikator(site.record)
        part = book.series(item.pembilang) if item.rumus == "PERSENTASE" and not site.key.endswith("_lalu") else None
        others = [k for k in book.data if k not in (item.pembilang.upper(), item.penyebut.upper())]
        wholes = [w for k in others if (w := book.data[k].get("realisasi", tahun).known)]
        top = part.get("realisasi", tahun).known if part else None
        near = [w for w in wholes if top and Decimal("0.01") < top / w < 10]  # a share a person would believe
        if near and top:
            yield hit(site, top / random.choice(near) * 100)


@family("target keliru", "target-keliru")
def wrong_target(random: Random, base: Base) -> tuple[Hit, ...]:
    """Capaian held against the Renstra's last target or last year's."""
    return one(random, _wrong_target(random, base))


def _wrong_target(random: Random, base: Base) -> Iterator[Hit]:
    for site, top, bottom, _ in quotients(random, base):
        if base.entry(site).computed.measure.code in ("CAPAIAN", "KEMAJUAN") and not site.key.endswith("_lalu"):
            key = random.choice(("target_lalu", "target", "target_akhir"))
            goal = _goal(base, site.record, key)
            if goal and goal != bottom:
                yield hit(site, top / goal * 100)


@family("persen lain", "persen-lain")
def other_rate(random: Random, base: Base) -> tuple[Hit, ...]:
    """10 % of the base instead of 11 %."""
    return one(random, _other_rate(random, base))


def _other_rate(random: Random, base: Base) -> Iterator[Hit]:
    for site, entry in shuffled(random, figures(base, "TARGET-DATA")):
        item = next(
            (
                i
                for i in base.book.indikator.values()
                if i.pembilang in (site.record.text("kode_data"), site.record.text("asal"))
            ),
            None,
        )
        source = base.book.series(item.penyebut if item.rumus == "PERSENTASE" else item.pembilang) if item else None
        first = source.get("data_awal").known if source else None
        if first:
            rate = (strong(entry)[0] / first - 1) * 100
            rate = round(rate * 2) / Decimal(2) + random.choice((-2, -1, 1, 2))  # rates are whole or half percents
            yield hit(site, first * (100 + rate) / 100)


@family("besaran, bukan pertumbuhan", "jumlah-bukan-persen", "tanpa-dikurangi")
def level(random: Random, base: Base) -> tuple[Hit, ...]:
    """This year ÷ last year, the amount itself, or the increase, where growth in percent is due."""
    return one(random, _level(random, base))


def _level(random: Random, base: Base) -> Iterator[Hit]:
    book = base.book
    for site, _ in shuffled(random, figures(base, "REALISASI")):
        item, tahun = base.indikator(site.record), book.settings.tahun - site.key.endswith("_lalu")
        if item.rumus != "PERTUMBUHAN":
            continue
        series = book.data[item.pembilang.upper()]
        now, old = series.get("realisasi", tahun).known, series.get("realisasi", tahun - 1).known
        if not now or not old:
            continue
        ways = ((now / old * 100, None), (now, 0), (now - old, 0), ((now - old) / now * 100, None))
        yield hit(site, *random.choice(ways))


@family("rumus lain yang diakui", "LKJ306")
def other_formula(random: Random, base: Base) -> tuple[Hit, ...]:
    """Another permitted formula of the same figure."""
    return one(random, _other_formula(random, base))


def _other_formula(random: Random, base: Base) -> Iterator[Hit]:
    for site, _ in shuffled(random, figures(base, "CAPAIAN", "EFISIENSI")):
        item, achieved, absorbed = (
            base.indikator(site.record),
            _capaian(base, site.record),
            _absorbed(site.record),
        )
        if site.key == "efisiensi" and achieved and absorbed:
            scale = 100 if site.value.text.endswith("%") else 1
            ways = {
                "EFF-1": achieved / absorbed * scale,
                "EFF-2": achieved - absorbed,
                "EFF-4": 100 - absorbed,
                "EFF-7": absorbed / achieved * scale,
                "EFF-5": 100 - absorbed / achieved * 100,
            }
            chosen = base.book.settings.option("rumus_efisiensi")
            yield hit(site, ways[random.choice([code for code in ways if code != chosen])])
        elif site.key == "capaian" and item.arah == "Turun":
            yield from _falling(random, base, site)


def _falling(random: Random, base: Base, site: Site) -> Iterator[Hit]:
    goal, settings = _goal(base, site.record, "target"), base.book.settings
    result, chosen = strong(base.entry(site))[0], settings.option("rumus_turun")
    if not goal or settings.option("batas_capaian") not in ("", "TANPA") or result == 0:
        return
    now = {"TURUN-2": lambda: goal / result * 100, "TURUN-3": lambda: goal - result * goal / 100}.get(
        chosen, lambda: 2 * goal - result * goal / 100
    )()
    ways = {"TURUN-1": (2 * goal - now) / goal * 100, "TURUN-3": (goal - now) / goal * 100}
    if now:
        ways["TURUN-2"] = goal / now * 100
    yield hit(site, ways[random.choice([code for code in ways if code != chosen.removesuffix("-NOL")])])


@family("rata-rata persen", "rata-rata-persen")
def mean(random: Random, base: Base) -> tuple[Hit, ...]:
    """A parent's percent as the mean of the percents below it."""
    if base.book.settings.option("persen_induk") == "RATA":
        return ()
    return one(random, _mean(random, base))


def _mean(random: Random, base: Base) -> Iterator[Hit]:
    tree = nodes(base.book)
    for site, _ in shuffled(random, figures(base, "SERAPAN")):
        node = tree.get(site.record)
        if node is None or len(node.children) < 2:
            continue
        rows = [(c.record.get("anggaran").known, c.record.get("realisasi").known or Decimal(0)) for c in node.children]
        yield hit(site, sum((spent / given * 100 for given, spent in rows if given), Decimal(0)) / len(rows))


@family("pembagi tetap", "pembagi-tetap")
def stuck(random: Random, base: Base) -> tuple[Hit, ...]:
    """Three to six rows divided by the first row's divisor."""
    columns: dict[tuple[str, ...], list[tuple[Site, Decimal, Decimal, int]]] = {}
    for item in sorted(quotients(random, base), key=lambda item: item[0].place):
        indikator = base.book.indikator_of(item[0].record)
        unit = indikator.satuan if indikator is not None else ""
        columns.setdefault((item[0].sheet, item[0].key, unit), []).append(item)
    ready = [rows for rows in columns.values() if len(rows) >= 4]
    if not ready:
        return ()
    rows = random.choice(ready)
    start = random.randrange(len(rows) - 3)
    divisor = rows[start][2]
    used = [row for row in rows[start + 1 :] if row[2] != divisor][: random.randint(3, 5)]
    if len(used) < 3:
        return ()
    return tuple(hit(site, top / divisor * scale) for site, top, _, scale in used)
