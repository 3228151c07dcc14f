"""A data file in, a filled template out: each cell as it would be typed."""

from __future__ import annotations

import json

import openpyxl
import pytest

from lkj_xlsx.errors import DataError
from lkj_xlsx.spec.field import Years
from lkj_xlsx.spec.template import TEMPLATE
from lkj_xlsx.writers.fill import fill, load_data, years_of
from tests.writers.fake_variants import fake_variants


def filled(tmp_path, lembar, **identitas):
    path = tmp_path / "isi.xlsx"
    data = {"template": 1, "identitas": {"tahun": 2024, **identitas}, "lembar": lembar}
    fill(data, path, TEMPLATE, fake_variants())
    return openpyxl.load_workbook(path)


def at(sheet, heading, row):
    column = next(cell.column for cell in sheet[4] if cell.value == heading)
    return sheet.cell(row, column)


def answer(sheet, label):
    return next(row[1] for row in sheet.iter_rows(min_row=5) if row[0].value == label)


@pytest.mark.parametrize(
    "entry, value, number_format, kind",
    [
        ("31,82", 31.82, "0.00", "n"),
        ("11", 11, "0", "n"),
        ("3,50 %", 0.035, "0.00%", "n"),
        ("3,50, %", "3,50, %", "General", "s"),
        ("BB (75)", "BB (75)", "General", "s"),
        (1234567, 1234567, "General", "n"),
        (0.5, 0.5, "General", "n"),
        ({"teks": "2.17"}, "2.17", "General", "s"),
        ("-", "-", "General", "s"),
        (None, None, "General", "n"),
        ("", None, "General", "n"),
        ("=1+1", "=1+1", "General", "s"),
        ("@SUM(A1)", "@SUM(A1)", "General", "s"),
        (0, 0, "General", "n"),
    ],
)
def test_a_cell_of_a_figure(tmp_path, entry, value, number_format, kind):
    book = filled(tmp_path, {"capaian_iku": [{"target": entry}]})
    cell = at(book["Capaian IKU"], "Target 2024", 5)
    assert (cell.value, cell.number_format, cell.data_type) == (value, number_format, kind)


def test_text_that_looks_like_a_formula_stays_text_in_every_kind(tmp_path):
    book = filled(tmp_path, {"analisis": [{"uraian": '=HYPERLINK("http://x")'}]}, opd="+1")
    cell = at(book["Analisis"], "Uraian", 5)
    assert (cell.value, cell.data_type) == ('=HYPERLINK("http://x")', "s")
    assert (answer(book["Identitas dan Pengaturan"], "Perangkat Daerah").value) == "+1"


def test_text_that_looks_like_the_inside_of_a_rich_text_is_written_as_it_is(tmp_path):
    book = filled(tmp_path, {"analisis": [{"uraian": "<r>a & b<c</r>"}]}, opd="<r></r>")
    assert at(book["Analisis"], "Uraian", 5).value == "<r>a & b<c</r>"
    assert answer(book["Identitas dan Pengaturan"], "Perangkat Daerah").value == "<r></r>"


def test_codes_and_table_numbers_keep_their_zeros(tmp_path):
    book = filled(tmp_path, {"capaian_iku": [{"tabel": "3.10", "kode": "1.1", "no": "1."}]})
    row = [cell.value for cell in book["Capaian IKU"][5]][:4]
    assert row == ["3.10", "1.", None, "1.1"]


def test_cells_merged_with_those_above_are_one_range_with_the_top_value(tmp_path):
    up = {"gabung": "atas"}
    book = filled(
        tmp_path,
        {
            "efisiensi": [
                {"sasaran": "A", "anggaran": "3.901.964.176"},
                {"sasaran": "B", "anggaran": up},
                {"anggaran": up},
                {"anggaran": "5"},
                {"anggaran": None, "sasaran": up},
            ]
        },
    )
    sheet = book["Efisiensi"]
    assert sorted(str(item) for item in sheet.merged_cells.ranges) == ["B8:B9", "I5:I7"]
    assert (sheet["I5"].value, sheet["I5"].number_format) == (3901964176, "#,##0")
    assert [sheet[name].value for name in ("B5", "B6", "B7", "I8", "I9")] == ["A", "B", None, 5, None]


def test_a_merged_cell_gets_room_for_all_its_text(tmp_path):
    long = "Meningkatnya " + "pertumbuhan koperasi " * 8
    book = filled(tmp_path, {"capaian_iku": [{"sasaran": long}, {"sasaran": {"gabung": "atas"}}, {"sasaran": "x"}]})
    heights = book["Capaian IKU"].row_dimensions
    assert heights[6].height >= 4 * 15
    assert heights[5].height == 18  # under the thick line of the headings
    assert heights[7].height is None  # grows with what is typed


def test_a_row_is_as_high_as_its_longest_text(tmp_path):
    book = filled(tmp_path, {"analisis": [{"uraian": "Faktor " * 40}, {"uraian": "PENDEK"}]})
    heights = book["Analisis"].row_dimensions
    assert heights[5].height >= 3 * 15
    assert heights[6].height is None


def test_a_formula_keeps_its_saved_result_or_has_none(tmp_path):
    book = filled(
        tmp_path,
        {
            "realisasi_anggaran": [
                {"anggaran": {"rumus": "=SUM(G6:G7)", "nilai": 123}},
                {"anggaran": {"rumus": "=1+1"}},
            ]
        },
    )
    assert [at(book["Realisasi Anggaran"], "Anggaran (Rp)", row).value for row in (5, 6)] == ["=SUM(G6:G7)", "=1+1"]
    saved = openpyxl.load_workbook(tmp_path / "isi.xlsx", data_only=True)
    assert [at(saved["Realisasi Anggaran"], "Anggaran (Rp)", row).value for row in (5, 6)] == [123, None]


def test_years_go_to_their_own_columns(tmp_path):
    book = filled(tmp_path, {"data_dasar": [{"realisasi": {"2023": "52.963.916.931", "2026": "7"}}]})
    sheet = book["Data Dasar"]
    assert [at(sheet, f"Realisasi {year}", 5).value for year in range(2023, 2027)] == [52963916931, None, None, 7]


def test_the_form_keeps_proposals_for_what_is_not_given(tmp_path):
    book = filled(tmp_path, {}, opd="Dinas Contoh", nama_laporan=None, nip="199901012020011001")
    form = book["Identitas dan Pengaturan"]
    got = {
        label: answer(form, label).value
        for label in (
            "Versi Template",
            "Perangkat Daerah",
            "Tahun Laporan",
            "Tahun Awal Renstra",
            "Nama Laporan",
            "NIP",
            "Batas Capaian",
            "Rumus Efisiensi",
        )
    }
    assert got == {
        "Versi Template": "1",
        "Perangkat Daerah": "Dinas Contoh",
        "Tahun Laporan": 2024,
        "Tahun Awal Renstra": 2024,
        "Nama Laporan": None,
        "NIP": "199901012020011001",
        "Batas Capaian": "Cara 1 untuk batas_capaian",
        "Rumus Efisiensi": None,
    }


def test_many_rows_are_all_written_with_free_ones_below(tmp_path):
    book = filled(tmp_path, {"daftar_tabel": [{"nomor": f"3.{n}"} for n in range(300)]})
    sheet = book["Daftar Tabel"]
    assert sheet.cell(304, 1).value == "3.299"
    assert sheet.cell(314, 1).border.left.style == "thin"


def test_bad_data_names_every_problem_and_writes_nothing(tmp_path):
    with pytest.raises(DataError) as caught:
        filled(tmp_path, {"capaian_iku": [{"tarjet": "1"}], "x": []})
    assert "(2 hal)" in str(caught.value)
    assert "$.lembar.capaian_iku[0].tarjet" in str(caught.value)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "form, years",
    [
        ({"tahun": 2024}, Years(2024, 2024, 2026)),
        ({"tahun": "2026"}, Years(2026, 2025, 2029)),
        ({"tahun": 2024, "awal": 2021, "akhir": "2026"}, Years(2024, 2021, 2026)),
    ],
)
def test_the_years_come_from_the_form(form, years):
    assert years_of({"identitas": form}) == years


@pytest.mark.parametrize(
    "form, path",
    [
        ({}, "$.identitas.tahun"),
        ({"tahun": True}, "$.identitas.tahun"),
        ({"tahun": 20240}, "$.identitas.tahun"),
        ({"tahun": "dua ribu"}, "$.identitas.tahun"),
        ({"tahun": 2024, "awal": 2026, "akhir": 2024}, "$.identitas.akhir"),
        (None, "$.identitas.tahun"),
    ],
)
def test_without_a_year_nothing_can_be_filled(form, path):
    with pytest.raises(DataError, match=path.replace("$", r"\$")):
        years_of({"identitas": form})


def test_a_data_file_is_read_with_or_without_a_mark(tmp_path):
    path = tmp_path / "data.json"
    for encoding in ("utf-8", "utf-8-sig"):
        path.write_text(json.dumps({"template": 1}), encoding=encoding)
        assert load_data(path) == {"template": 1}


@pytest.mark.parametrize(
    "content, words",
    [
        (b'{"a": 1,\n "b": }', "baris 2, kolom 7"),
        (b'{"a": "\xe9"}', "bukan teks UTF-8"),
        (b"[1]", "harus sebuah objek { ... }"),
        (b'{"identitas": {"opd": "A", "opd": "B"}}', 'Kunci "opd" ditulis dua kali'),
        (b'{"a": NaN}', "NaN bukan angka JSON"),
        (b'{"a": ' + b"9" * 5000 + b"}", "tidak dapat dibaca sebagai berkas data"),
        (b"[" * 100_000, "tidak dapat dibaca sebagai berkas data"),
        (b"", "baris 1, kolom 1"),
    ],
)
def test_a_file_that_is_no_data_file_says_why(tmp_path, content, words):
    path = tmp_path / "data.json"
    path.write_bytes(content)
    with pytest.raises(DataError) as caught:
        load_data(path)
    assert words in str(caught.value)


def test_a_missing_data_file_is_named(tmp_path):
    with pytest.raises(DataError, match=r"tidak-ada\.json tidak dapat dibaca"):
        load_data(tmp_path / "tidak-ada.json")
