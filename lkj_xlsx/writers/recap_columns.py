"""The columns of the recap, the same in every form, and its rows as a table."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from lkj_xlsx.model.outcome import Outcome
from lkj_xlsx.writers.shown import shown

if TYPE_CHECKING:
    import pandas


@dataclass(frozen=True, slots=True)
class RecapColumn:
    """A column of the recap: its key in CSV, Parquet and JSON, its heading in the workbook, and the outcome's field.

    kind  teks | angka | rupiah | ya
    """

    key: str
    title: str
    field: str
    kind: str = "teks"
    width: int = 10


COLUMNS = (
    RecapColumn("berkas", "Berkas", "path", width=40),
    RecapColumn("opd", "Perangkat Daerah", "opd", width=36),
    RecapColumn("kabupaten", "Kabupaten/Kota", "kabupaten", width=22),
    RecapColumn("tahun", "Tahun", "tahun", width=8),
    RecapColumn("galat", "Galat", "galat", "angka"),
    RecapColumn("beda", "Beda", "beda", "angka"),
    RecapColumn("periksa", "Periksa", "periksa", "angka"),
    RecapColumn("catatan", "Catatan", "catatan", "angka"),
    RecapColumn("diterima", "Diterima", "accepted", "angka"),
    RecapColumn("predikat_berubah", "Predikat Berubah", "predikat", "angka"),
    RecapColumn("tercapai_berubah", "Tercapai Berubah", "tercapai", "angka"),
    RecapColumn("efisien_berubah", "Efisien Berubah", "efisien", "angka"),
    RecapColumn("dampak_rupiah", "Dampak (Rp)", "rupiah", "rupiah", 20),
    RecapColumn("tabel_terburuk", "Tabel Terburuk", "table"),
    RecapColumn("terperiksa", "Terperiksa", "audited", "ya"),
    RecapColumn("kesalahan", "Kesalahan", "error", width=60),
    RecapColumn("sha256", "SHA-256", "sha256", width=18),
    RecapColumn("alat", "Versi Alat", "tool"),
    RecapColumn("aturan", "Edisi Aturan", "edition", width=24),
    RecapColumn("segel", "Segel", "seal", width=18),
)
SEAL = "seal"
YES, NO = "ya", "tidak"
LINE_COLUMNS = (  # of the findings sheet: heading, field of a line, width
    ("Kode", "code", 10),
    ("Tingkat", "level", 10),
    ("Tabel", "tabel", 8),
    ("Lembar", "sheet", 24),
    ("Sel", "cell", 8),
    ("Perihal", "subjek", 44),
    ("Tertulis", "stated", 18),
    ("Hitung Ulang", "recomputed", 18),
    ("Temuan", "message", 60),
    ("Akibat", "consequence", 40),
    ("Diterima", "accepted", 24),
)


def recap_frame(outcomes: Sequence[Outcome]) -> pandas.DataFrame:
    """One row an outcome, as ordered; text, whole numbers, rupiah as `Decimal`; no number where none was audited."""
    import pandas

    rows = [[cell_of(outcome, column) for column in COLUMNS] for outcome in outcomes]
    frame = pandas.DataFrame(rows, columns=[column.key for column in COLUMNS], dtype=object)
    frame.insert(0, "peringkat", range(1, len(frame) + 1))
    return frame.astype({column.key: _TYPES[column.kind] for column in COLUMNS})


def cell_of(outcome: Outcome, column: RecapColumn) -> Any:
    """What a column says of an outcome; None for the counts of a file that could not be audited: blank is not zero."""
    counted = column.kind in ("angka", "rupiah")
    value = getattr(outcome, column.field) if outcome.audited or not counted else None
    return shown(value) if isinstance(value, str) else value


def sealed(outcome: Outcome, listed: bool) -> Outcome:
    """The outcome as it is written, with the hash of all that a recap keeps of it; `listed`: its findings as well."""
    return replace(outcome, seal=_seal(outcome, listed))


def as_written(outcome: Outcome, listed: bool) -> bool:
    """Whether an outcome that was read from a recap is the one that was written: nobody has changed a cell of it."""
    return outcome.seal == _seal(outcome, listed)


def _seal(outcome: Outcome, listed: bool) -> str:
    texts = [_kept(cell_of(outcome, column)) for column in COLUMNS if column.field != SEAL]
    for line in outcome.lines if listed else ():
        texts += [shown(getattr(line, field)) for _, field, _ in LINE_COLUMNS]
    texts.append(str(outcome.more if listed else 0))
    return hashlib.sha256("\x1f".join(texts).encode()).hexdigest()[:32]


def _kept(value: Any) -> str:
    """A value as every form keeps it: a workbook holds 15 digits of an amount."""
    return f"{float(value):.15g}" if isinstance(value, Decimal) else str(value)


_TYPES = {"teks": "str", "angka": "Int64", "rupiah": "object", "ya": "bool"}
