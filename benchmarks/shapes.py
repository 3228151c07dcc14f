"""The same clean report printed otherwise: cells left empty or filled that its office might as well have."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from benchmarks.draft import Row
from benchmarks.planting import Base, base_of, index_of
from lkj_xlsx.measures.tree import nodes

Rows = Mapping[str, list[Row]]
SHARED = ("anggaran", "realisasi_anggaran", "serapan")
AMOUNTS = ("anggaran", "realisasi", "sisa")


def each_row(base: Base) -> Rows:
    """The budget that indicators share typed in each of their rows of Efisiensi."""
    rows: list[Row] = []
    for row in base.data["lembar"].get("efisiensi", ()):
        above = rows[-1] if rows else {}
        blank = not any(_stated(row.get(key)) for key in SHARED)
        rows.append({**row, **{key: above[key] for key in SHARED if blank and key in above}})
    return {"efisiensi": rows}


def only_percents(base: Base) -> Rows:
    """Efisiensi with the absorption alone, without amounts, where it is stated."""
    rows = each_row(base)["efisiensi"]
    amounts = "anggaran", "realisasi_anggaran"
    return {"efisiensi": [_without(row, amounts) if _stated(row.get("serapan")) else row for row in rows]}


def no_year(base: Base) -> Rows:
    """Quarters without the columns of the year."""
    return {"triwulan": [_without(row, ("target", "realisasi")) for row in base.data["lembar"].get("triwulan", ())]}


def blank_parents(base: Base) -> Rows:
    """Amounts at the lowest budget rows only, percents at all."""
    parents = {index_of(base, node.record) for node in nodes(base.book).values() if node.children}
    rows = base.data["lembar"].get("realisasi_anggaran", ())
    return {"realisasi_anggaran": [_without(row, AMOUNTS) if at in parents else row for at, row in enumerate(rows)]}


SHAPES: Mapping[str, Callable[[Base], Rows]] = {
    "tiapbaris": each_row,
    "persensaja": only_percents,
    "tanpatahun": no_year,
    "tanpainduk": blank_parents,
}


def shaped(plain: Base, shape: str) -> Base:
    """The base in another shape."""
    sheets = {**plain.data["lembar"], **SHAPES[shape](plain)}
    return base_of(f"{shape}-{plain.name}", {**plain.data, "lembar": sheets})


def _without(row: Row, keys: Iterable[str]) -> Row:
    return {key: entry for key, entry in row.items() if key not in keys}


def _stated(entry: Any) -> bool:
    return entry is not None and not (isinstance(entry, Mapping) and "gabung" in entry)
