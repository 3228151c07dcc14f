"""Small books whose rows are written as an office would type them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from lkj_xlsx.model.cell import Cell, Origin, Value, Where
from lkj_xlsx.model.computed import Base, Basis, Computed, Judged, Verdict
from lkj_xlsx.model.fact import Book, Settings
from lkj_xlsx.model.number import Interval, Missing, Reason
from lkj_xlsx.model.record import Record
from lkj_xlsx.model.spelling import spell
from lkj_xlsx.model.ukuran import Ukuran
from lkj_xlsx.model.values_by_key import MadeValues
from lkj_xlsx.spec.field import Kind
from lkj_xlsx.spec.template import TEMPLATE
from lkj_xlsx.writers.template_entries import typed

FIRST_ROW = 5
MERGED = "^"  # this cell is merged with the one above it


def value(where: Where, text: str | None, kind: Kind) -> Value:
    """A cell as typed; None is a blank one."""
    if text is None:
        return Value(Cell(where))
    stored = typed(text, kind)
    cell = Cell(where, stored.content, stored.number_format, Origin.KETIKAN)
    if not kind.numeric:
        return Value(cell, Missing(Reason.TAK_TERBACA), 0, text)
    said = spell(text, kind in (Kind.RUPIAH, Kind.JUMLAH))
    return Value(cell, said.number, said.places, text, said.letter, said.upper, said.count, said.remarks)


def records(sheet: str, number: str, keys: str, *rows: Sequence[str | None]) -> tuple[Record, ...]:
    """Records of a sheet: `keys` parted by spaces name the columns from A on, each row gives their contents."""
    spec = TEMPLATE.sheet(sheet)
    filled: list[Record] = []
    for line, row in enumerate(rows):
        values: dict[str, Value] = {}
        for column, (key, text) in enumerate(zip(keys.split(), row, strict=True), start=1):
            where = Where(spec.title, FIRST_ROW + line, column)
            merged = text == MERGED
            values[key] = filled[-1].values[key] if merged else value(where, text, spec.field(key).kind)
        filled.append(Record(sheet, spec.title, FIRST_ROW + line, number, MadeValues(values)))
    return tuple(filled)


def book(*groups: Iterable[Record], tahun: int = 2024, record: Record | None = None) -> Book:
    return Book(
        Settings("Dinas Contoh", "Kabupaten Contoh", tahun, 2024, 2026, record=record),
        all_records=tuple(record for group in groups for record in group),
    )


def judged(record: Record, key: str, result: str, verdict: Verdict, places: int = 2) -> Judged:
    """A recomputed figure (or word) of a cell, with its verdict."""
    number = Decimal(result) if result.replace(".", "").lstrip("-").isdigit() else result
    basis = (Basis(Base.EKSAK, Interval.point(number), "hitung"),) if isinstance(number, Decimal) else ()
    computed = Computed(
        Ukuran(code=key.upper(), label=key),
        key,
        record,
        key,
        record.get(key),
        number,
        basis,
        "realisasi ÷ target × 100",
        places=places,
    )
    return Judged(computed, verdict, basis[0] if basis else None)
