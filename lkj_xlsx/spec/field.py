"""The vocabulary of the specification: kinds of content, fields and sheets."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


class Kind(StrEnum):
    """What a cell holds, and thereby how its text is read.

    RUPIAH and JUMLAH are whole quantities: a dot before three digits groups thousands. PERSEN and RASIO are
    fractions: such a dot is in doubt. NILAI follows the unit of its row (`satuan`): percent, number, range,
    or a predikat with or without a score (`BB (75)`).
    """

    TEKS = "teks"
    KODE = "kode"
    TABEL = "nomor tabel"
    PILIHAN = "pilihan"
    TAHUN = "tahun"
    TANGGAL = "tanggal"
    RUPIAH = "rupiah"
    JUMLAH = "jumlah"
    PERSEN = "persen"
    RASIO = "rasio"
    NILAI = "nilai"
    PREDIKAT = "predikat"
    INTERVAL = "interval"

    @property
    def numeric(self) -> bool:
        return self in NUMERIC


NUMERIC = frozenset({Kind.RUPIAH, Kind.JUMLAH, Kind.PERSEN, Kind.RASIO, Kind.NILAI, Kind.TAHUN})


class Role(StrEnum):
    """Who fills a field: LABEL names the row, MASUKAN is typed by the office, HITUNGAN may be left to the tool."""

    LABEL = "label"
    MASUKAN = "masukan"
    HITUNGAN = "hitungan"


class Tahun(StrEnum):
    """The year a figure belongs to, told from the report's year and the Renstra period."""

    INI = "tahun"
    LALU = "tahun_lalu"
    AWAL = "awal"
    AKHIR = "akhir"


@dataclass(frozen=True, slots=True)
class Field:
    """One column (on a form sheet: one line).

    key       stable name in code, data files and JSON
    header    heading in the template; `{tahun}`, `{tahun_lalu}`, `{awal}`, `{akhir}` stand for years,
              `{setiap}` makes one column a year (`repeats`)
    choices   a fixed drop-down list; `option` instead names a set of declared variants
    refers    the sheet whose key field this one must name (`indikator`, `data_dasar`); may hold several, parted by `;`
    inherits  a blank cell takes the value above it in the same table (merged sasaran, a shared budget)
    ukuran    what the figure measures, so that the same fact in other tables can be found
    sampai    the figure is accumulated up to the year
    """

    key: str
    header: str
    kind: Kind
    role: Role
    help: str
    required: bool = False
    choices: tuple[str, ...] = ()
    option: str = ""
    refers: str = ""
    inherits: bool = False
    ukuran: str = ""
    tahun: Tahun = Tahun.INI
    sampai: bool = False
    aliases: tuple[str, ...] = ()
    width: int = 16
    default: str = ""

    @property
    def repeats(self) -> bool:
        return "{setiap}" in self.header

    def heading(self, years: Years, year: int | None = None) -> str:
        """The heading as printed for a report of these years."""
        return years.fill(self.header, year)

    def headings(self, years: Years, year: int | None = None) -> tuple[str, ...]:
        """Every heading accepted for this field, the printed one first."""
        return tuple(years.fill(text, year) for text in (self.header, *self.aliases))


@dataclass(frozen=True, slots=True)
class Years:
    """The report's year and the Renstra period."""

    tahun: int
    awal: int
    akhir: int

    def of(self, when: Tahun) -> int:
        return {Tahun.INI: self.tahun, Tahun.LALU: self.tahun - 1, Tahun.AWAL: self.awal, Tahun.AKHIR: self.akhir}[when]

    def fill(self, text: str, year: int | None = None) -> str:
        """Years put into a heading's holes."""
        return text.format(tahun=self.tahun, tahun_lalu=self.tahun - 1, awal=self.awal, akhir=self.akhir, setiap=year)

    def series(self) -> range:
        """Years for which a repeating field has a column: the year before the Renstra (or the report) to its end."""
        return range(min(self.awal, self.tahun) - 1, max(self.akhir, self.tahun) + 1)


def period(tahun: int) -> Years:
    """The usual planning period of a year: RPD 2024-2026, then five-year periods from 2025 (2025-2029, 2030-2034 ...).

    Only a proposal for the template; the sheet Identitas dan Pengaturan decides.
    """
    if tahun == 2024:
        return Years(tahun, 2024, 2026)
    awal = tahun - (tahun - 2025) % 5
    return Years(tahun, awal, awal + 4)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of the template.

    tables    the LKJ table numbers it usually carries, for help texts
    form      label/value lines instead of columns
    required  an audit cannot do without it
    key_field the field other sheets refer to
    guide     one or two sentences for Petunjuk and for the line under the title
    """

    key: str
    title: str
    guide: str
    fields: tuple[Field, ...]
    tables: str = ""
    form: bool = False
    required: bool = False
    key_field: str = ""
    aliases: tuple[str, ...] = ()
    _by_key: Mapping[str, Field] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_key", {each.key: each for each in self.fields})

    def field(self, key: str) -> Field:
        """The field of a key, also of one year's column of it."""
        return self._by_key[key.partition("@")[0]]

    def has(self, key: str) -> bool:
        return key.partition("@")[0] in self._by_key


@dataclass(frozen=True, slots=True)
class Template:
    """The whole template and its version."""

    version: int
    sheets: tuple[Sheet, ...]
    _by_key: Mapping[str, Sheet] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_key", {each.key: each for each in self.sheets})

    def sheet(self, key: str) -> Sheet:
        return self._by_key[key]


def year_in(text: str) -> int | None:
    """The first year that a heading prints, None where it prints none."""
    match = _YEAR.search(text)
    return int(match[0]) if match else None


@lru_cache(maxsize=512)  # the same words stand in row after row
def plain_title(text: str) -> str:
    """A title or heading for comparison: lower case, letters, digits and the percent sign, single spaces."""
    return " ".join(re.findall(r"[a-z0-9]+|%", text.casefold()))
