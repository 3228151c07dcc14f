"""Indicators of a generated file: their kinds, targets, results of two years, and the base data they come from."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from random import Random

from benchmarks.arithmetic import akip, capaian, capped, indonesian, rounded
from benchmarks.draft import Draft

KINDS = ("tumbuh", "bagian", "data", "langsung", "rasio", "rentang", "predikat", "opini")
WEIGHTS = (5, 5, 5, 6, 1, 1, 1, 1)
SERVICES = ("Koperasi", "Usaha Mikro", "Puskesmas", "Jalan Desa", "Irigasi", "Pasar Rakyat", "Perpustakaan", "Taman")
THINGS = ("Layanan", "Pembinaan", "Pendataan", "Pelatihan", "Pengawasan", "Perizinan", "Rehabilitasi", "Sertifikasi")
MARKS = (
    "Utama",
    "Wilayah Pesisir",
    "Kawasan Kota",
    "Kecamatan Hulu",
    "Bidang Teknis",
    "Tahap Kedua",
    "Program Prioritas",
)


@dataclass(slots=True)
class Indicator:
    """One indicator: declaration, targets and results as typed, and the exact results where base data give them."""

    kind: str
    kode: str
    nama: str
    sasaran: str
    satuan: str
    arah: str
    rumus: str
    sifat: str
    agregasi: str = "AKHIR"
    pembilang: str = ""
    penyebut: str = ""
    goals: dict[int, tuple[Fraction, ...]] = field(default_factory=dict)
    results: dict[int, Fraction] = field(default_factory=dict)  # unrounded, by year
    typed: dict[int, str] = field(default_factory=dict)  # as typed, where it is given from outside
    series: dict[str, dict[int, int]] = field(default_factory=dict)
    places: int = 2
    year: int = 0
    akhir: int = 0

    @property
    def whole(self) -> bool:
        return self.satuan in ("Orang", "Unit", "Dokumen", "Kasus")

    @property
    def target(self) -> str:
        return self.goal_text(self.year)

    def goal_text(self, tahun: int) -> str:
        """A target as typed; a predikat with its letter, a range with both bounds."""
        if self.kind == "opini":
            return "WTP"
        goal = self.goals[tahun]
        texts = [indonesian(bound, self.places, self.whole) for bound in goal]
        return f"{akip(goal[0])} ({texts[0]})" if self.kind == "predikat" else " - ".join(texts)

    def achieved(self, tahun: int, options: dict[str, str], goal: int | None = None) -> Fraction:
        """The capaian of a year in percent, against its own target or that of the year `goal`."""
        raw = capaian(self.arah, self.goals[goal or tahun], self.results[tahun], options)
        return capped(raw, options["batas_capaian"])


def indicators(draft: Draft, count: int) -> list[Indicator]:
    """`count` indicators under sasaran of one to five; the first ones cover every kind."""
    random, drawn = draft.random, []
    kinds = draft.office.kinds or KINDS
    weights = [WEIGHTS[KINDS.index(kind)] for kind in kinds]
    group, left = 0, 0
    for place in range(count):
        if left == 0:
            group, left = group + 1, random.randint(*draft.office.sasaran)
            number = 0
        number, left = number + 1, left - 1
        kind = kinds[place] if place < min(count, len(kinds)) else random.choices(kinds, weights)[0]
        drawn.append(_indicator(draft, kind, f"{group}.{number}", place, f"Meningkatnya Mutu Sasaran Nomor {group}"))
    return drawn


def _indicator(draft: Draft, kind: str, kode: str, place: int, sasaran: str) -> Indicator:
    random = draft.random
    name = f"{THINGS[place % 8]} {SERVICES[place // 8 % 8]} {MARKS[place // 64 % 7]} {place + 1}"
    arah, rumus, satuan, sifat = "Naik", "LANGSUNG", "%", "NON-KUMULATIF"
    if kind == "tumbuh":
        rumus = "PERTUMBUHAN"
    elif kind == "bagian":
        rumus, arah = "PERSENTASE", random.choice(("Naik", "Naik", "Turun"))
    elif kind == "rasio":
        rumus, satuan = "RASIO", "Rasio"
    elif kind == "data":
        rumus, satuan = "DATA", random.choice(("Orang", "Unit", "Dokumen"))
        arah, sifat = random.choice(("Naik", "Naik", "Turun")), random.choice(("NON-KUMULATIF", "KUMULATIF"))
    elif kind == "langsung":
        satuan, arah = random.choice(("Hari", "Indeks", "Kasus", "%")), random.choice(("Naik", "Turun"))
        sifat = (
            random.choice(("NON-KUMULATIF", "KUMULATIF")) if satuan == "Kasus" and draft.awal == draft.tahun else sifat
        )
    elif kind == "rentang":
        satuan, arah = "Indeks", "Rentang"
    else:
        satuan = "Nilai" if kind == "predikat" else "Predikat"
    item = Indicator(kind, kode, name, sasaran, satuan, arah, rumus, sifat)
    item.year, item.akhir = draft.tahun, int(draft.identity["akhir"])
    item.places = 0 if item.whole else 1 if satuan == "Hari" else 2
    _results(draft, item, f"D{place + 1}")
    if kind != "opini":
        _targets(draft, item)
    return item


def _results(draft: Draft, item: Indicator, code: str) -> None:
    random, years = draft.random, range(draft.awal - 1, draft.tahun + 1)
    if item.rumus == "LANGSUNG":
        low, high = {"Hari": (30, 300), "Kasus": (5, 80), "Nilai": (5200, 9300)}.get(item.satuan, (500, 9500))
        for tahun in (draft.tahun - 1, draft.tahun):
            _given(item, tahun, Fraction(random.randint(low, high), 10**item.places))
        return
    item.pembilang = code
    size = random.choice((10**10, 10**9)) if item.kind == "tumbuh" else random.choice((400, 5000, 90000))
    first = random.randint(size // 3, size)
    item.series[code] = {
        year: int(first * (1 + Fraction(random.randint(1, 120) * (place + 1), 1000))) + place
        for place, year in enumerate(years)
    }
    if item.kind in ("bagian", "rasio"):
        item.penyebut = f"{code}-SEMUA"
        item.series[item.penyebut] = {
            year: int(part * Fraction(random.randint(105, 700), 100)) + 1 for year, part in item.series[code].items()
        }
    for tahun in (*years[1:], years[0]):
        result = _computed(item, tahun)
        if result is not None:
            item.results[tahun] = result
    if draft.tahun - 1 not in item.results:
        _given(item, draft.tahun - 1, Fraction(random.randint(150, 900), 100))


def _given(item: Indicator, tahun: int, x: Fraction) -> None:
    item.results[tahun] = x
    text = indonesian(x, item.places, item.whole)
    item.typed[tahun] = f"{akip(x)} ({text})" if item.kind == "predikat" else "WTP" if item.kind == "opini" else text


def _computed(item: Indicator, tahun: int) -> Fraction | None:
    now = item.series[item.pembilang][tahun]
    if item.rumus == "PERTUMBUHAN":
        before = item.series[item.pembilang].get(tahun - 1)
        return None if before is None else Fraction(now - before, before) * 100
    if item.rumus == "DATA":
        return Fraction(now)
    part = Fraction(now, item.series[item.penyebut][tahun])
    return part * 100 if item.rumus == "PERSENTASE" else part


def _targets(draft: Draft, item: Indicator) -> None:
    random = draft.random
    for tahun in (draft.tahun - 1, draft.tahun):
        item.goals[tahun] = _target(random, item, item.results[tahun], draft.options)
    later = Fraction(random.randint(110, 180), 100) if item.arah == "Naik" else Fraction(random.randint(97, 102), 100)
    scale = (draft.tahun - draft.awal + 2) if item.sifat == "KUMULATIF" else 1
    if item.kind == "predikat":
        later = Fraction(random.randint(101, 106), 100)
    item.goals[item.akhir] = tuple(
        rounded(bound * later * scale, item.places) or bound for bound in item.goals[draft.tahun]
    )


def _target(random: Random, item: Indicator, result: Fraction, options: dict[str, str]) -> tuple[Fraction, ...]:
    """A target near the result, so that capaian is ordinary and every formula is defined and positive."""
    if item.kind == "rentang":
        low = rounded(result * Fraction(random.randint(80, 115), 100), item.places)
        return low, rounded(low * Fraction(random.randint(102, 120), 100), item.places) + Fraction(1, 100)
    if item.arah == "Turun":
        shares = (105, 190) if options["rumus_turun"] == "TURUN-3" else (70, 160)
        share = random.randint(*shares)
    else:
        share = random.randint(75, 180) if random.random() < 0.3 else random.randint(88, 112)
    if result <= 0:  # a fall where growth was meant
        return (Fraction(random.randint(50, 600), 100),)
    smallest = Fraction(1, 10**item.places)
    goal = max(smallest, rounded(result * Fraction(share, 100), item.places))
    if item.arah == "Turun" and 2 * goal <= result:  # keeps the capaian above zero
        goal = rounded(result, item.places)
    return (
        (goal + smallest,)
        if item.arah == "Turun" and goal <= result and options["rumus_turun"] == "TURUN-3"
        else (goal,)
    )


def base_data(draft: Draft, items: list[Indicator]) -> None:
    """Rows of Data Dasar, a table for each indicator that needs them; some series are totals of two to four details."""
    for place, item in enumerate(items, 1):
        tabel = f"4.{place}"
        for code in item.series:
            _series(draft, item, code, tabel)
        if item.kind == "tumbuh" and draft.random.random() < 0.5:
            _increase(draft, item, f"5.{place}")


def _series(draft: Draft, item: Indicator, code: str, tabel: str) -> None:
    random, series = draft.random, item.series[code]
    satuan = "Rp" if item.kind == "tumbuh" else "unit"
    row = {"tabel": tabel, "kode_data": code, "uraian": f"Deret data {code}", "satuan": satuan}
    if random.random() < 0.3:
        names = [f"{code}-{letter}" for letter in "ABCD"[: random.randint(2, 4)]]
        for name, parts in zip(names, _split(random, series, len(names)), strict=True):
            detail = {"tabel": tabel, "kode_data": name, "uraian": f"Rincian data {name}", "satuan": satuan}
            draft.add("data_dasar", {**detail, "jenis": "Rincian", "realisasi": _amounts(parts)})
        draft.add("data_dasar", {**row, "jenis": "Jumlah", "asal": "; ".join(names), "realisasi": _amounts(series)})
        return
    extra: dict[str, object] = {}
    if item.kind == "tumbuh" and random.random() < 0.5:
        first = series[draft.awal - 1]
        goal = rounded(Fraction(first) * (100 + item.goals[item.akhir][0]) / 100, 0)
        extra = {
            "target_akhir": indonesian(goal, 0, True),
            "tahun_target": str(item.akhir),
            "data_awal": indonesian(Fraction(first), 0, True),
            "tahun_awal": str(draft.awal - 1),
        }
    draft.add("data_dasar", {**row, "jenis": "Rincian", **extra, "realisasi": _amounts(series)})


def _increase(draft: Draft, item: Indicator, tabel: str) -> None:
    series = item.series[item.pembilang]
    grown = {year: series[year] - series[year - 1] for year in series if year - 1 in series}
    total = sum(grown.values())
    row = {
        "tabel": tabel,
        "kode_data": f"{item.pembilang}-NAIK",
        "uraian": f"Kenaikan {item.pembilang}",
        "satuan": "Rp",
    }
    row |= {"jenis": "Kenaikan", "asal": item.pembilang}
    draft.add("data_dasar", {**row, "realisasi": _amounts(grown), "realisasi_sd": indonesian(Fraction(total), 0, True)})


def _split(random: Random, series: dict[int, int], count: int) -> list[dict[int, int]]:
    shares = [random.randint(10, 90) for _ in range(count)]
    parts = [{year: amount * share // sum(shares) for year, amount in series.items()} for share in shares]
    parts[-1] = {year: amount - sum(part[year] for part in parts[:-1]) for year, amount in series.items()}
    return parts


def _amounts(series: dict[int, int]) -> dict[str, str]:
    return {str(year): indonesian(Fraction(amount), 0, True) for year, amount in series.items()}
