"""Which rows are records, and what a blank cell takes from above."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lkj_xlsx.reader.rows import table_number
from lkj_xlsx.spec import remarks
from tests.reader.small_workbooks import Formula, In, Merge, built, indicator, noted, only

TWO = [indicator("1.1", "Aset"), indicator("1.2", "Omzet")]


def shared(first, second, **more):
    return {
        "indikator": TWO,
        "efisiensi": [
            {
                "tabel": "3.9",
                "sasaran": "S",
                "kode": "1.1",
                "indikator": "Aset",
                "target": 11,
                "realisasi": 3.5,
                **first,
            },
            {
                "tabel": more.get("tabel"),
                "kode": "1.2",
                "indikator": "Omzet",
                "target": 4.5,
                "realisasi": 4.47,
                **second,
            },
        ],
    }


BUDGET = {"anggaran": In(3901964176, "#,##0"), "realisasi_anggaran": In(3827714393, "#,##0"), "serapan": 98.1}


def places(record, *keys):
    return [record.get(key).where.cell for key in keys]


def test_one_budget_for_two_indicators_left_blank(tmp_path):
    _, second = built(tmp_path, rows=shared(BUDGET, {})).records("efisiensi")
    assert places(second, "sasaran", "anggaran", "realisasi_anggaran", "serapan") == ["B5", "I5", "J5", "K5"]
    assert second.get("anggaran").number == Decimal(3901964176)
    assert (second.row, second.tabel, second.indikator) == (6, "3.9", ("1.2",))
    assert second.get("efisiensi").where.cell == "L6"


def test_one_budget_for_two_indicators_in_merged_cells(tmp_path):
    merged = {key: Merge(content.content if isinstance(content, In) else content) for key, content in BUDGET.items()}
    first, second = built(tmp_path, rows=shared(merged, {})).records("efisiensi")
    assert second.get("anggaran") == first.get("anggaran")
    assert places(second, "anggaran", "realisasi_anggaran", "serapan") == ["I5", "J5", "K5"]


def test_a_budget_of_its_own_takes_nothing_from_above(tmp_path):
    book = built(tmp_path, rows=shared(BUDGET, {"anggaran": 500, "realisasi_anggaran": 400}))
    _, second = book.records("efisiensi")
    assert second.get("serapan").blank, "the percent above belongs to another budget"
    assert places(second, "anggaran", "serapan") == ["I6", "K6"]


def test_a_forgotten_realisation_is_not_the_one_above(tmp_path):
    book = built(tmp_path, rows=shared(BUDGET, {"anggaran": 500}))
    assert book.records("efisiensi")[1].get("realisasi_anggaran").blank
    assert noted(book, remarks.WAJIB) == [("Efisiensi!J6", "Realisasi Anggaran (Rp)")]


def test_nothing_is_taken_from_another_table(tmp_path):
    book = built(tmp_path, rows=shared(BUDGET, {}, tabel="3.16"))
    second = book.records("efisiensi")[1]
    assert second.get("anggaran").blank
    assert second.get("sasaran").blank
    assert ("Efisiensi!I6", "Anggaran (Rp)") in noted(book, remarks.WAJIB)


def test_code_and_name_are_taken_together_or_not_at_all(tmp_path):
    rows = {
        "indikator": TWO,
        "program_pendukung": [
            {"tabel": "3.10", "kode": "1.1", "indikator": "Aset", "program": "P1", "pagu": 1},
            {"program": "P2", "pagu": 2},
            {"kode": "1.2", "program": "P3", "pagu": 3},
        ],
    }
    one, two, three = built(tmp_path, rows=rows).records("program_pendukung")
    assert [record.indikator for record in (one, two, three)] == [("1.1",), ("1.1",), ("1.2",)]
    assert two.text("indikator") == "Aset"
    assert three.text("indikator") == "", "the name above belongs to another code"


def line(**more):
    return {"tabel": "3.22", "uraian": "Penyediaan Jasa", "anggaran": 100, "realisasi": 90, **more}


@pytest.mark.parametrize(
    "row",
    [
        {"tabel": "Sumber: Dinas Uji, 2025"},
        {"uraian": "Catatan : angka sementara"},
        {"no": "*) setelah perubahan"},
        {"tabel": "3.22"},
        {"no": 7},
        {"uraian": "   "},
        {"tabel": "Tabel", "uraian": "Program/Kegiatan/Sub Kegiatan", "anggaran": "Anggaran (Rp)"},
        {"tabel": "(1)", "no": "(2)", "sasaran": "(3)", "kode_rekening": "(4)", "tingkat": "(5)"},
        {"no": 1, "sasaran": 2, "kode_rekening": 3, "tingkat": 4},
    ],
)
def test_rows_that_are_no_records(tmp_path, row):
    book = built(tmp_path, rows={"realisasi_anggaran": [line(), row, line(uraian="Lain")]})
    assert [(r.row, r.text("uraian")) for r in book.records("realisasi_anggaran")] == [
        (5, "Penyediaan Jasa"),
        (7, "Lain"),
    ]
    assert not [remark for remark in book.remarks if remark.where.row == 6]


def test_three_figures_that_happen_to_count_are_a_record(tmp_path):
    row = {"no": 1, "anggaran": 2, "realisasi": 3}
    book = built(tmp_path, rows={"realisasi_anggaran": [line(), row, line(uraian="Lain")]})
    record = book.records("realisasi_anggaran")[1]
    assert (record.row, record.get("anggaran").number, record.get("realisasi").number) == (6, 2, 3)


def test_a_row_with_a_number_is_never_dropped(tmp_path):
    book = built(tmp_path, rows={"realisasi_anggaran": [line(), {"anggaran": 5}, {"uraian": "Program Tanpa Angka"}]})
    assert [r.row for r in book.records("realisasi_anggaran")] == [5, 6, 7]
    assert ("Realisasi Anggaran!F6", "Program/Kegiatan/Sub Kegiatan") in noted(book, remarks.WAJIB)
    assert ("Realisasi Anggaran!G7", "Anggaran (Rp)") in noted(book, remarks.WAJIB)


def test_a_row_that_opens_a_group_is_inherited_from(tmp_path):
    rows = {"realisasi_anggaran": [{"tabel": "3.22", "sasaran": "Koperasi maju"}, line(tabel=None)]}
    record = only(built(tmp_path, rows=rows), "realisasi_anggaran")
    assert (record.tabel, record.text("sasaran"), record.get("sasaran").where.cell) == ("3.22", "Koperasi maju", "C5")


def test_the_unit_of_the_row_or_of_the_indicator_decides_a_lone_dot(tmp_path):
    rows = {
        "indikator": [indicator("1.1", "Wirausaha", "Orang"), indicator("1.2", "Kemandirian", "Orang")],
        "perjanjian": [{"tabel": "2.2", "kode": "1.1", "indikator": "Wirausaha", "target": "1.250"}],
        "capaian_iku": [
            {
                "tabel": "3.3",
                "kode": "1.2",
                "indikator": "Kemandirian",
                "satuan": "Indeks",
                "target": "1.250",
            }
        ],
    }
    book = built(tmp_path, rows=rows)
    assert only(book, "perjanjian").get("target").number == Decimal(1250)
    assert only(book, "capaian_iku").get("target").number == Decimal("1.250")
    assert noted(book, remarks.AMBIGU) == [("Capaian IKU!G5", "1.250")]


@pytest.mark.parametrize("text, number", [("3.13", "3.13"), ("Tabel 3.13.", "3.13"), ("TABEL 3.1 ", "3.1"), ("", "")])
def test_table_number(text, number):
    assert table_number(text) == number


def test_formulas_dragged_below_the_last_row_make_no_records(tmp_path):
    row = {"tabel": "3.22", "uraian": "Program", "anggaran": 1000, "realisasi": 900, "serapan": 90.0, "sisa": 100}
    dragged = [
        {"serapan": Formula(f"=H{n}/G{n}*100", "#DIV/0!"), "sisa": Formula(f"=G{n}-H{n}", 0)} for n in range(6, 12)
    ]
    book = built(tmp_path, rows={"realisasi_anggaran": [row, *dragged]})
    assert [record.row for record in book.records("realisasi_anggaran")] == [5]


def test_a_typed_percent_alone_in_its_row_is_a_record(tmp_path):
    row = {"tabel": "3.22", "uraian": "Program", "anggaran": 1000, "realisasi": 900, "serapan": 90.0, "sisa": 100}
    book = built(tmp_path, rows={"realisasi_anggaran": [row, {"serapan": 97.5}]})
    assert [record.row for record in book.records("realisasi_anggaran")] == [5, 6]
