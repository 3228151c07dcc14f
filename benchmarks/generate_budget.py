"""Programmes, kegiatan and sub kegiatan of a generated file, told apart by codes or by their Tingkat."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from random import Random

from benchmarks.arithmetic import indonesian
from benchmarks.draft import Draft
from benchmarks.generate_indicators import Indicator

SUBJECTS = (
    "Pengembangan Ekosistem",
    "Pemberdayaan Masyarakat",
    "Penataan Kawasan",
    "Pelayanan Dasar",
    "Pengelolaan Aset",
    "Peningkatan Kapasitas",
    "Perlindungan Sosial",
    "Pembinaan Kelembagaan",
    "Penguatan Data",
    "Pengendalian Mutu",
)
OBJECTS = ("Pertanian", "Perdagangan", "Kesehatan", "Pendidikan", "Kebudayaan", "Perhubungan", "Kelautan", "Pertanahan")
LEVELS = {1: "Program", 2: "Kegiatan", 3: "Sub Kegiatan"}


@dataclass(slots=True)
class Line:
    """A budget row: its level, name, amounts, and the rows directly below it."""

    level: int
    nama: str
    kode: str
    given: int
    spent: int
    below: tuple[Line, ...] = ()


@dataclass(slots=True)
class Program:
    """A programme with the indicators it pays for."""

    line: Line
    kodes: tuple[str, ...]

    @property
    def nama(self) -> str:
        return self.line.nama

    @property
    def given(self) -> int:
        return self.line.given

    @property
    def spent(self) -> int:
        return self.line.spent


def programs(random: Random, items: list[Indicator], rows: int, money: int = 1) -> list[Program]:
    """One or two programmes for every run of one to four indicators, of about `rows` rows together.

    money  what every amount is multiplied with
    """
    runs: list[tuple[str, ...]] = []
    place = 0
    while place < len(items):
        count = random.randint(1, 4)
        runs.append(tuple(item.kode for item in items[place : place + count]))
        place += count
    owners = [run for run in runs for _ in range(random.choice((1, 1, 2)))]
    each = max(2, rows // len(owners))
    return [Program(_times(_program(random, number, each), money), owner) for number, owner in enumerate(owners, 1)]


def _program(random: Random, number: int, rows: int) -> Line:
    name = f"{SUBJECTS[number % 10]} {OBJECTS[number // 10 % 8]} {_roman(number)}"
    code, left, place = f"2.17.{number:02d}", rows - 1, 0
    kegiatan: list[Line] = []
    while left > 0:
        place += 1
        kegiatan.append(_kegiatan(random, f"{code}.2.{place:02d}", f"Kegiatan {_roman(place)} {name}", left))
        left -= 1 + len(kegiatan[-1].below)
    return _parent(1, name, code, kegiatan)


def _times(line: Line, money: int) -> Line:
    below = tuple(_times(child, money) for child in line.below)
    return Line(line.level, line.nama, line.kode, line.given * money, line.spent * money, below)


def _kegiatan(random: Random, code: str, name: str, left: int) -> Line:
    count = min(left - 1, random.choice((0, 1, 2, 3, 4, 5)))
    if count <= 0:
        return _leaf(random, 2, name, code)
    below = [_leaf(random, 3, f"Sub Kegiatan {_roman(n)} {name}", f"{code}.{n:04d}") for n in range(1, count + 1)]
    return _parent(2, name, code, below)


def _leaf(random: Random, level: int, name: str, code: str) -> Line:
    given = random.randint(4, 900) * random.choice((250_000, 1_000_000, 1_250_500))
    spent = given if random.random() < 0.1 else given * random.randint(7000, 9990) // 10000 - random.randint(0, 999)
    return Line(level, name, code, given, spent)


def _parent(level: int, name: str, code: str, below: list[Line]) -> Line:
    return Line(level, name, code, sum(line.given for line in below), sum(line.spent for line in below), tuple(below))


def _roman(number: int) -> str:
    """A number in capitals, so that names differ by more than a digit."""
    text = ""
    for value, mark in (
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ):
        while number >= value:
            text, number = text + mark, number - value
    return text


def budget_rows(draft: Draft, spending: list[Program]) -> None:
    """The budget table, with a total at its end or not."""
    office, drawn = draft.office, [draft.random.random() < 0.6 for _ in range(3)]
    printed = zip((office.coded, office.left, office.total), drawn, strict=True)
    coded, left, total = (by_chance if chosen is None else chosen for chosen, by_chance in printed)
    for program in spending:
        _add(draft, program.line, coded, left)
    if total:
        given, spent = sum(p.given for p in spending), sum(p.spent for p in spending)
        percents = [_percent(p.line, draft) for p in spending]
        ratio = Fraction(spent, given) * 100
        row = {"tabel": "11.1", "uraian": "JUMLAH", "tingkat": None if coded else "Jumlah"}
        amounts = {"anggaran": _rupiah(given), "realisasi": _rupiah(spent), "serapan": ratio if percents else None}
        draft.add("realisasi_anggaran", {**row, **amounts, **({"sisa": _rupiah(given - spent)} if left else {})})


def _add(draft: Draft, line: Line, coded: bool, left: bool) -> None:
    label = {"kode_rekening": line.kode} if coded else {"tingkat": LEVELS[line.level]}
    name = f"PROGRAM {line.nama.upper()}" if line.level == 1 else line.nama
    row = {"tabel": "11.1", **label, "uraian": name, "anggaran": _rupiah(line.given), "realisasi": _rupiah(line.spent)}
    rest = {"sisa": _rupiah(line.given - line.spent)} if left else {}
    draft.add("realisasi_anggaran", {**row, "serapan": _percent(line, draft), **rest})
    for below in line.below:
        _add(draft, below, coded, left)


def _percent(line: Line, draft: Draft) -> Fraction:
    """Absorption: from the sums, or the mean of the rows below where the document declares that."""
    if line.below and draft.options["persen_induk"] == "RATA":
        own = [_percent(child, draft) for child in line.below]
        return sum(own, Fraction(0)) / len(own)
    return Fraction(line.spent, line.given) * 100


def _rupiah(amount: int) -> str:
    return indonesian(Fraction(amount), 0, True)
