"""The whole reader: what a workbook says must not depend on how it is arranged."""

from __future__ import annotations

import zipfile

import openpyxl
import pytest

from lkj_xlsx.errors import UnknownTemplate, UnreadableWorkbook
from lkj_xlsx.spec import remarks
from lkj_xlsx.spec.template import TEMPLATE
from tests.reader.small_workbooks import In, Look, Merge, build, built, figures, indicator, noted, read

ROWS = {
    "indikator": [
        indicator("1.1", "Aset Koperasi"),
        indicator("1.2", "SHU Koperasi"),
        indicator("2.1", "AKIP", "Nilai"),
    ],
    "perjanjian": [
        {
            "tabel": "2.2",
            "sasaran": Merge("Koperasi maju", 2),
            "kode": "1.1",
            "indikator": "Aset Koperasi",
            "target": In(0.11, "0%"),
        },
        {"tabel": "2.2", "kode": "1.2", "indikator": "SHU Koperasi", "target": In(0.045, "0.0%")},
        {"tabel": "2.2", "kode": "2.1", "indikator": "AKIP", "target": "BB (75)"},
    ],
    "capaian_iku": [
        {
            "tabel": "3.3",
            "kode": "1.1",
            "indikator": "Aset Koperasi",
            "satuan": "%",
            "target": 11,
            "realisasi": In(3.5, "0.00"),
            "capaian": In(31.82, "0.00"),
            "predikat": "Sangat Rendah",
        },
        {
            "tabel": "3.3",
            "kode": "1.2",
            "indikator": "SHU Koperasi",
            "satuan": "%",
            "target": 4.5,
            "realisasi": 4.47,
            "capaian": In(99.33, "0.00"),
            "predikat": "Sangat Tinggi",
        },
    ],
    "data_dasar": [
        {
            "tabel": "3.4",
            "kode_data": "ASET",
            "uraian": "Aset",
            "satuan": "Rp",
            "jenis": "Rincian",
            "realisasi@2023": In(52963916931, "#,##0"),
            "realisasi@2024": In(54815970217, "#,##0"),
        },
    ],
    "efisiensi": [
        {
            "tabel": "3.9",
            "kode": "1.1",
            "indikator": "Aset Koperasi",
            "satuan": "%",
            "target": 11,
            "realisasi": 3.5,
            "anggaran": Merge(3901964176),
            "realisasi_anggaran": Merge(3827714393),
        },
        {"tabel": "3.9", "kode": "1.2", "indikator": "SHU Koperasi", "satuan": "%", "target": 4.5, "realisasi": 4.47},
    ],
    "realisasi_anggaran": [
        {
            "tabel": "3.22",
            "uraian": "PROGRAM PENUNJANG",
            "tingkat": "Program",
            "anggaran": In(5435078025, "#,##0"),
            "realisasi": In(5078852957, "#,##0"),
            "serapan": In(93.45, "0.00"),
            "sisa": In(356225068, "#,##0"),
        },
    ],
}


def backwards(key):
    sheet = TEMPLATE.sheet(key)
    keys = []
    for each in reversed(sheet.fields):
        keys += [f"{each.key}@{year}" for year in range(2026, 2022, -1)] if each.repeats else [each.key]
    return keys


MOVED = {sheet.key: Look(order=backwards(sheet.key)) for sheet in TEMPLATE.sheets if not sheet.form}
LOOKS = {
    "columns reordered": MOVED,
    "rows inserted": {sheet.key: Look(above=7) for sheet in TEMPLATE.sheets},
    "titles in capitals": {sheet.key: Look(title=f" {sheet.title.upper()}") for sheet in TEMPLATE.sheets},
    "columns added": {sheet.key: Look(extra=("Catatan Bidang", "Paraf")) for sheet in TEMPLATE.sheets},
    "columns hidden": {sheet.key: Look(hide_columns=True) for sheet in TEMPLATE.sheets},
    "sheets hidden": {sheet.key: Look(hidden=True) for sheet in TEMPLATE.sheets if not sheet.form},
}


@pytest.mark.parametrize("looks", LOOKS.values(), ids=LOOKS)
def test_no_arrangement_changes_what_is_read(tmp_path, looks):
    expected = figures(built(tmp_path, rows=ROWS))
    assert expected["1.2", "realisasi", 2024, "3.3 realisasi SHU Koperasi"] == "4.47 2 "
    assert figures(read(build(tmp_path / "lain.xlsx", rows=ROWS, looks=looks))) == expected


def typed(content):
    """What an Indonesian keyboard would have typed, kept as text."""
    if isinstance(content, Merge):
        return Merge(typed(content.content), content.below)
    number, form = (content.content, content.number_format) if isinstance(content, In) else (content, "General")
    if isinstance(number, str) or number is None:
        return number
    percent = form.endswith("%")
    places = form.rstrip("%").partition(".")[2].count("0")
    shown = f"{number * 100 if percent else number:,.{places}f}" if form != "General" else f"{number:,}"
    return shown.translate(str.maketrans({",": ".", ".": ","})) + (" %" if percent else "")


def test_numbers_typed_as_text_say_the_same(tmp_path):
    rows = {
        key: [{field: typed(content) for field, content in row.items()} for row in group] for key, group in ROWS.items()
    }
    assert rows["perjanjian"][1]["target"] == "4,5 %"
    assert rows["efisiensi"][0]["anggaran"] == Merge("3.901.964.176")
    assert figures(built(tmp_path, rows=rows)) == figures(built(tmp_path, rows=ROWS))


def test_moved_columns_keep_their_new_places(tmp_path):
    book = built(tmp_path, rows=ROWS, looks=MOVED)
    record = book.records("capaian_iku")[1]
    assert (str(record.get("target").where), record.get("target").shown) == ("Capaian IKU!D6", "4,5")
    assert book.sheet("capaian_iku").columns["target"] == 4
    assert book.remarks == ()


def test_one_budget_speaks_of_both_indicators_from_one_cell(tmp_path):
    book = built(tmp_path, rows=ROWS)
    facts = [fact for fact in book.facts if fact.ukuran == "anggaran" and fact.record.sheet == "efisiensi"]
    assert [(fact.subjek, str(fact.value.where)) for fact in facts] == [
        ("1.1", "Efisiensi!I5"),
        ("1.2", "Efisiensi!I5"),
    ]


def test_sheets_and_records_come_in_the_template_s_order(tmp_path):
    book = built(tmp_path, rows=ROWS)
    keys = [sheet.key for sheet in TEMPLATE.sheets]
    assert [seen.key for seen in book.sheets] == keys
    assert [keys.index(record.sheet) for record in book.all_records] == sorted(
        keys.index(record.sheet) for record in book.all_records
    )
    assert book.sheet("indikator").header_row == 4


def test_hidden_and_foreign_sheets_are_told(tmp_path):
    book = built(tmp_path, rows=ROWS, looks={"data_dasar": Look(hidden=True)}, strangers=["Hitungan"])
    assert noted(book, remarks.LEMBAR_TERSEMBUNYI) == [("Data Dasar", "Data Dasar")]
    assert noted(book, remarks.LEMBAR_ASING) == [("Hitungan", "")]
    assert book.sheet("data_dasar").hidden
    assert "ASET" in book.data


def test_a_report_of_another_year_is_not_read_as_this_one_s(tmp_path):
    book = built(tmp_path, rows=ROWS, identity={"tahun": 2025, "awal": 2025, "akhir": 2029})
    assert [record.get("capaian").number.reason.value for record in book.records("capaian_iku")] == [
        "kolomnya tidak ada",
        "kolomnya tidak ada",
    ]
    asing = [detail for where, detail in noted(book, remarks.KOLOM_TAHUN_LAIN) if where == "Capaian IKU!G4"]
    assert asing == ['Target 2024 (tahunnya lain; mungkin maksudnya "Target 2025")']


def test_any_other_workbook_is_told_so(tmp_path):
    book = openpyxl.Workbook()
    book.active["A1"] = "Daftar hadir"
    book.save(tmp_path / "hadir.xlsx")
    with pytest.raises(UnknownTemplate, match="Bukan template lkj-xlsx"):
        read(tmp_path / "hadir.xlsx")


def test_a_broken_sheet_ends_the_run_with_its_name(tmp_path):
    build(tmp_path / "a.xlsx", rows=ROWS)
    with zipfile.ZipFile(tmp_path / "a.xlsx") as old, zipfile.ZipFile(tmp_path / "b.xlsx", "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, content.replace(b"<v>", b"<v>x") if name.endswith("sheet4.xml") else content)
    with pytest.raises(UnreadableWorkbook, match="lembar 'Perjanjian Kinerja'"):
        read(tmp_path / "b.xlsx")


def test_reading_twice_gives_the_same_values_and_leaves_the_file_alone(tmp_path):
    path = build(tmp_path / "a.xlsx", rows=ROWS)
    before = path.read_bytes()
    once, again = read(path), read(path)
    assert [record.values for record in once.all_records] == [record.values for record in again.all_records]
    assert figures(once) == figures(again)
    assert once.remarks == again.remarks
    assert path.read_bytes() == before
