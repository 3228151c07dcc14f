"""Every departure of a data file is told at once, with its path and the nearest known key."""

from __future__ import annotations

import pytest

from lkj_xlsx.spec.field import period
from lkj_xlsx.spec.template import TEMPLATE
from lkj_xlsx.writers.fill_check import problems


def complaints(data):
    return [str(problem) for problem in problems(data, TEMPLATE, period(2024))]


def sheet(key, *rows):
    return {"template": 1, "identitas": {"tahun": 2024}, "lembar": {key: list(rows)}}


def test_all_problems_are_told_in_file_order():
    texts = complaints(
        {
            "template": 7,
            "identitas": {"tahun": 2024, "opdd": "x"},
            "lembar": {"capaian_iqu": [], "capaian_iku": [{"tarjet": "1"}, {"target": True}], "triwulan": 3},
        }
    )
    assert [text.split(":")[0] for text in texts] == [
        "$.template",
        "$.identitas.opdd",
        "$.lembar.capaian_iqu",
        "$.lembar.capaian_iku[0].tarjet",
        "$.lembar.capaian_iku[1].target",
        "$.lembar.triwulan",
    ]


@pytest.mark.parametrize(
    "data, near",
    [
        (sheet("capaian_iqu"), "capaian_iku"),
        (sheet("capaian_iku", {"tarjet": "1"}), "target"),
        ({"template": 1, "identitas": {"tahun": 2024, "kabupten": "x"}}, "kabupaten"),
        ({"template": 1, "identitas": {"tahun": 2024}, "lembr": {}}, "lembar"),
    ],
)
def test_an_unknown_key_is_told_with_the_nearest_known_one(data, near):
    [text] = complaints(data)
    assert text.endswith(f"mungkin maksudnya {near}.")


def test_a_key_like_no_other_lists_the_known_ones():
    [text] = complaints(sheet("daftar_tabel", {"zzz": "1"}))
    assert text == "$.lembar.daftar_tabel[0].zzz: kunci ini tidak dikenal. Yang dikenal: nomor, judul."


def test_nothing_stands_above_the_first_row():
    [text] = complaints(sheet("capaian_iku", {"target": {"gabung": "atas"}}))
    assert text.startswith("$.lembar.capaian_iku[0].target: tidak ada sel di atasnya")
    assert complaints(sheet("capaian_iku", {}, {"target": {"gabung": "atas"}})) == []


def test_a_year_without_a_column_is_told_with_the_years_there_are():
    [text] = complaints(sheet("data_dasar", {"realisasi": {"2023": "1", "2031": "2"}}))
    assert text.startswith(
        "$.lembar.data_dasar[0].realisasi.2031: tidak ada kolom tahun itu; yang ada 2023 sampai 2026."
    )


def test_a_repeating_field_without_years_shows_how_to_write_it():
    [text] = complaints(sheet("data_dasar", {"realisasi": "1"}))
    assert text.endswith('tulis sebagai objek, contoh {"2024": "..."}.')


@pytest.mark.parametrize(
    "entry, words",
    [
        (10**400, "terlalu besar"),
        (float("inf"), "terlalu besar"),
        ("\ud800", "rusak"),
        ("x" * 40000, "tidak muat"),
        ({"rumus": "=1", "nilai": float("inf")}, "terlalu besar"),
    ],
)
def test_what_no_cell_can_hold_is_told(entry, words):
    [text] = complaints(sheet("capaian_iku", {"target": entry}))
    assert text.startswith("$.lembar.capaian_iku[0].target")
    assert words in text
