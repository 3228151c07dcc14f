"""Columns for given years, and the room that their texts need."""

from __future__ import annotations

import pytest

from lkj_xlsx.spec.field import Field, Kind, Role, Sheet, Years
from lkj_xlsx.writers.template_columns import columns, guide_line, row_lines

YEARS = Years(2025, 2025, 2026)
A = Field("a", "A", Kind.TEKS, Role.LABEL, "", width=12)
B = Field("b", "Realisasi {setiap}", Kind.JUMLAH, Role.MASUKAN, "", width=14)
UP = {"gabung": "atas"}


def test_a_repeating_field_takes_its_entries_by_year():
    plan = columns(Sheet("s", "S", "", (A, B)), YEARS)
    assert [item.heading for item in plan] == ["A", "Realisasi 2024", "Realisasi 2025", "Realisasi 2026"]
    row = {"a": "x", "b": {"2024": "1", "2026": 3}}
    assert [item.entry(row) for item in plan] == ["x", "1", None, 3]
    assert [item.entry({}) for item in plan] == [None] * 4


def test_the_widest_column_grows_until_the_guide_line_fits():
    spec = Sheet("s", "S", "x" * 60, (A, Field("c", "C", Kind.TEKS, Role.LABEL, "", width=20)), tables="3.1")
    assert guide_line(spec) == "x" * 60 + " Tabel LKj: 3.1."
    assert [item.width for item in columns(spec, YEARS)] == [12, len(guide_line(spec)) - 12]


def test_a_long_word_of_a_heading_is_never_broken():
    field = Field("p", "Pertanggungjawaban %", Kind.PERSEN, Role.HITUNGAN, "")
    [column] = columns(Sheet("s", "S", "", (field,)), YEARS)
    assert column.width >= len("Pertanggungjawaban") + 3


@pytest.mark.parametrize(
    "entries, expected",
    [
        (["x", None, "y"], [1, 1, 1]),
        (["satu dua tiga empat", "y"], [2, 1]),
        (["satu dua tiga empat lima enam", UP, "y"], [1, 2, 1]),
        (["satu dua", UP, UP], [1, 1, 1]),
        ([12345678901234567890, "y"], [1, 1]),
    ],
)
def test_rows_grow_for_their_texts_and_the_last_one_for_a_merged_text(entries, expected):
    plan = columns(Sheet("s", "S", "", (A,)), YEARS)
    assert row_lines(plan, [{"a": entry} for entry in entries]) == expected
