"""Columns by their headings, wherever the header stands."""

from __future__ import annotations

import pytest

from lkj_xlsx.model.cell import Origin
from lkj_xlsx.reader.grid import Grid, Rows
from lkj_xlsx.reader.header import find_header
from lkj_xlsx.spec import remarks
from lkj_xlsx.spec.field import Years
from lkj_xlsx.spec.template import TEMPLATE

YEARS = Years(2024, 2024, 2026)
IKU, DATA, LALU, DAFTAR = (TEMPLATE.sheet(key) for key in ("capaian_iku", "data_dasar", "tahun_lalu", "daftar_tabel"))
PRINTED = [
    "Tabel",
    "No",
    "Sasaran Strategis",
    "Kode",
    "Indikator Kinerja",
    "Satuan",
    "Target 2024",
    "Realisasi 2024",
    "Capaian 2024 (%)",
    "Penilaian",
]


def grid(rows, merges=()):
    cells = {
        row: {column: (text, "General", Origin.KETIKAN, None) for column, text in enumerate(texts, 1) if text}
        for row, texts in rows.items()
    }
    return Grid.of("L", Rows("L", cells), merges)


def header(texts, sheet=IKU, years=YEARS, row=4):
    return find_header(grid({row: texts}), sheet, years)


def details(found, kind):
    return [(remark.where.cell, remark.detail) for remark in found.remarks if remark.kind == kind]


def test_the_printed_header_has_nothing_to_remark():
    found = header(PRINTED)
    assert found.row == 4
    assert found.columns["target"] == 7
    assert found.columns["predikat"] == 10
    assert found.remarks == ()


def test_any_order_any_row_any_case():
    found = header([text.upper() for text in reversed(PRINTED)], row=19)
    assert (found.row, found.columns["tabel"], found.columns["realisasi"]) == (19, 10, 3)
    assert found.remarks == ()


@pytest.mark.parametrize("text", ["Target", "TARGET\nTAHUN 2024", "Target Tahun  2024"])
def test_aliases_and_wrapped_headings(text):
    assert header([text if each == "Target 2024" else each for each in PRINTED]).columns["target"] == 7


def test_another_year_is_never_taken_for_this_one():
    found = header(["Target 2023" if each == "Target 2024" else each for each in PRINTED])
    assert "target" not in found.columns
    assert details(found, remarks.KOLOM_TAHUN_LAIN) == [
        ("G4", 'Target 2023 (tahunnya lain; mungkin maksudnya "Target 2024")')
    ]
    assert details(found, remarks.KOLOM_HILANG) == [("4:4", "Target 2024")]


def test_last_year_s_column_keeps_its_year():
    found = header(["Tabel", "Indikator", "Realisasi 2023", "Capaian 2023", "Realisasi 2024", "Capaian 2024"], LALU)
    assert [found.columns[key] for key in ("realisasi_lalu", "capaian_lalu", "realisasi", "capaian")] == [3, 4, 5, 6]


def test_repeating_columns_take_any_year():
    texts = ["Tabel", "Kode Data", "Uraian", "Realisasi 2019", "Realisasi Tahun 2024", "Realisasi s.d. 2024"]
    found = header(texts, DATA)
    assert [found.columns[key] for key in ("realisasi@2019", "realisasi@2024", "realisasi_sd")] == [4, 5, 6]
    assert details(found, remarks.KOLOM_ASING) == []


def test_strangers_and_doubles():
    found = header([*PRINTED, "Catatan Bidang", "Realisai 2024", "Target"])
    assert details(found, remarks.KOLOM_ASING) == [
        ("K4", "Catatan Bidang"),
        ("L4", 'Realisai 2024 (mungkin maksudnya "Realisasi 2024")'),
    ]
    assert details(found, remarks.KOLOM_GANDA) == [("M4", "Target (yang dibaca kolom G)")]
    assert found.columns["target"] == 7, "the printed heading wins over its alias"


def test_a_header_merged_over_two_rows_ends_below_both():
    merges = [(column, 4, column, 5) for column in range(1, 11)]
    found = find_header(grid({4: PRINTED}, merges), IKU, YEARS)
    assert (found.row, found.last_row) == (4, 5)


def test_a_heading_merged_to_the_right_counts_once():
    found = find_header(grid({4: [*PRINTED[:7], "", *PRINTED[7:]]}, [(7, 4, 8, 4)]), IKU, YEARS)
    assert (found.columns["target"], found.columns["realisasi"]) == (7, 9)
    assert found.remarks == ()


def test_one_heading_is_enough_on_a_sheet_of_two_columns():
    assert header(["Nomor Tabel"], DAFTAR).columns == {"nomor": 1}


def test_without_a_header_the_required_columns_are_missing():
    found = find_header(grid({1: ["Capaian IKU"], 2: ["Isi di sini", "Target"]}), IKU, YEARS)
    assert found.row == 0
    assert [detail for _, detail in details(found, remarks.KOLOM_HILANG)] == [
        "Tabel",
        "Indikator Kinerja",
        "Target 2024",
        "Realisasi 2024",
    ]


def test_without_a_known_year_the_headings_tell_it():
    nothing = Years(0, 0, 0)
    assert header(PRINTED, years=nothing).columns["target"] == 7
    found = header(["Tabel", "Indikator", "Realisasi 2023", "Realisasi 2024"], LALU, nothing)
    assert (found.columns["realisasi_lalu"], found.columns["realisasi"]) == (3, 4)
