"""Columns by their headings, wherever the header stands."""

from __future__ import annotations

import pytest

from lkj_xlsx.model.cell import Origin
from lkj_xlsx.model.held import Rows
from lkj_xlsx.reader.grid import Grid
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


def details(head, kind):
    return [(remark.where.cell, remark.detail) for remark in head.remarks if remark.kind == kind]


def test_the_printed_header_has_nothing_to_remark():
    head = header(PRINTED)
    assert head.row == 4
    assert head.columns["target"] == 7
    assert head.columns["predikat"] == 10
    assert head.remarks == ()


def test_any_order_any_row_any_case():
    head = header([text.upper() for text in reversed(PRINTED)], row=19)
    assert (head.row, head.columns["tabel"], head.columns["realisasi"]) == (19, 10, 3)
    assert head.remarks == ()


@pytest.mark.parametrize("text", ["Target", "TARGET\nTAHUN 2024", "Target Tahun  2024"])
def test_aliases_and_wrapped_headings(text):
    assert header([text if each == "Target 2024" else each for each in PRINTED]).columns["target"] == 7


def test_another_year_is_never_taken_for_this_one():
    head = header(["Target 2023" if each == "Target 2024" else each for each in PRINTED])
    assert "target" not in head.columns
    assert details(head, remarks.KOLOM_TAHUN_LAIN) == [
        ("G4", 'Target 2023 (tahunnya lain; mungkin maksudnya "Target 2024")')
    ]
    assert details(head, remarks.KOLOM_HILANG) == [("4:4", "Target 2024")]


def test_last_year_s_column_keeps_its_year():
    head = header(["Tabel", "Indikator", "Realisasi 2023", "Capaian 2023", "Realisasi 2024", "Capaian 2024"], LALU)
    assert [head.columns[key] for key in ("realisasi_lalu", "capaian_lalu", "realisasi", "capaian")] == [3, 4, 5, 6]


def test_repeating_columns_take_any_year():
    texts = ["Tabel", "Kode Data", "Uraian", "Realisasi 2019", "Realisasi Tahun 2024", "Realisasi s.d. 2024"]
    head = header(texts, DATA)
    assert [head.columns[key] for key in ("realisasi@2019", "realisasi@2024", "realisasi_sd")] == [4, 5, 6]
    assert details(head, remarks.KOLOM_ASING) == []


def test_strangers_and_doubles():
    head = header([*PRINTED, "Catatan Bidang", "Realisai 2024", "Target"])
    assert details(head, remarks.KOLOM_ASING) == [
        ("K4", "Catatan Bidang"),
        ("L4", 'Realisai 2024 (mungkin maksudnya "Realisasi 2024")'),
    ]
    assert details(head, remarks.KOLOM_GANDA) == [("M4", "Target (yang dibaca kolom G)")]
    assert head.columns["target"] == 7, "the printed heading wins over its alias"


def test_a_header_merged_over_two_rows_ends_below_both():
    merges = [(column, 4, column, 5) for column in range(1, 11)]
    head = find_header(grid({4: PRINTED}, merges), IKU, YEARS)
    assert (head.row, head.last_row) == (4, 5)


def test_a_heading_merged_to_the_right_counts_once():
    head = find_header(grid({4: [*PRINTED[:7], "", *PRINTED[7:]]}, [(7, 4, 8, 4)]), IKU, YEARS)
    assert (head.columns["target"], head.columns["realisasi"]) == (7, 9)
    assert head.remarks == ()


def test_one_heading_is_enough_on_a_sheet_of_two_columns():
    assert header(["Nomor Tabel"], DAFTAR).columns == {"nomor": 1}


def test_without_a_header_the_required_columns_are_missing():
    head = find_header(grid({1: ["Capaian IKU"], 2: ["Isi di sini", "Target"]}), IKU, YEARS)
    assert head.row == 0
    assert [detail for _, detail in details(head, remarks.KOLOM_HILANG)] == [
        "Tabel",
        "Indikator Kinerja",
        "Target 2024",
        "Realisasi 2024",
    ]


def test_without_a_known_year_the_headings_tell_it():
    nothing = Years(0, 0, 0)
    assert header(PRINTED, years=nothing).columns["target"] == 7
    head = header(["Tabel", "Indikator", "Realisasi 2023", "Realisasi 2024"], LALU, nothing)
    assert (head.columns["realisasi_lalu"], head.columns["realisasi"]) == (3, 4)
