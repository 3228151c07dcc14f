"""The columns of the recap, the same in every form, and its rows as a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lkj_xlsx.model.outcome import Outcome

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
)
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
    return getattr(outcome, column.field) if outcome.audited or not counted else None


_TYPES = {"teks": "str", "angka": "Int64", "rupiah": "object", "ya": "bool"}
