"""Codes of the budget nomenclature."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lkj_xlsx.model.cell import Cell, Origin, Value
from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.finding import Level
from lkj_xlsx.model.values_by_key import MadeValues
from lkj_xlsx.rules.nomenklatur import kode
from tests.book_builder import make, place
from tests.workbook_case import FULL, audited


def budget(*rows: str, kabupaten: str = "Kabupaten Contoh"):
    """A budget table; each row is a code, or a code and a Tingkat parted by `|`."""
    made = []
    for n, row in enumerate(rows):
        code, _, tingkat = row.partition("|")
        made.append(
            {"kode_rekening": code, "tingkat": tingkat, "uraian": f"Baris {n}", "anggaran": "1", "realisasi": "1"}
        )
    book = make({"realisasi_anggaran": made})
    return replace(book, settings=replace(book.settings, kabupaten=kabupaten))


def found(book):
    return [(f.level, str(f.where.cell), str(f.message)) for f in kode.check(book, Ledger())]


def cell(line: int) -> str:
    return place("realisasi_anggaran", line, "kode_rekening").cell


@pytest.mark.parametrize(
    "code",
    [
        "2",
        "2.17",
        "2.17.03",
        "2.17.03.2.01",
        "2.17.03.2.01.0004",
        "2.17.03.2.01.04",
        "X.XX.01.2.01",
        "x.xx.01",
        "2.17.03.",
        "5.1.02.01.01.0024",
        "5.1",
        "",
    ],
)
def test_codes_of_every_permitted_shape_pass(code):
    assert found(budget(code)) == []


@pytest.mark.parametrize(
    "code",
    [
        "2.17.3",
        "2.17.03.2",
        "2.17.03.2.1",
        "2.17.03.3.01",
        "2.17.03.2.01.004",
        "217.03",
        "2,17,03",
        "2.17.03.2.01.0004.1",
    ],
)
def test_a_code_of_another_shape_is_to_be_looked_at(code):
    assert found(budget("2.17.03", code)) == [
        (Level.PERIKSA, cell(2), f"Kode {code} tidak berbentuk kode program, kegiatan, atau sub kegiatan.")
    ]


@pytest.mark.parametrize(
    "row, told",
    [
        ("2.17.03|Kegiatan", "Kode 2.17.03 adalah kode program, sedangkan Tingkat tertulis Kegiatan."),
        (
            "2.17.03.2.01|Sub Kegiatan",
            "Kode 2.17.03.2.01 adalah kode kegiatan, sedangkan Tingkat tertulis Sub Kegiatan.",
        ),
        (
            "2.17.03.2.01.0004|Kegiatan",
            "Kode 2.17.03.2.01.0004 adalah kode sub kegiatan, sedangkan Tingkat tertulis Kegiatan.",
        ),
        ("2.17|Program", "Kode 2.17 adalah kode urusan atau bidang urusan, sedangkan Tingkat tertulis Program."),
    ],
)
def test_a_code_of_another_level_than_the_row_says(row, told):
    assert found(budget(row)) == [(Level.PERIKSA, cell(1), told)]


@pytest.mark.parametrize(
    "row", ["2.17.03|Program", "2.17.03.2.01|Kegiatan", "2.17.03.2.01.0004|Sub Kegiatan", "|Jumlah"]
)
def test_a_code_of_its_own_level_passes(row):
    assert found(budget(row)) == []


@pytest.mark.parametrize(
    "kabupaten, codes, told",
    [
        (
            "Kabupaten Contoh",
            ("2.17.03.2.01", "2.17.03.1.02", "2.17.03.1.03"),
            "Kode 2.17.03.1.02 adalah kode provinsi (angka keempat 1), sedangkan laporan ini milik Kabupaten Contoh",
        ),
        (
            "Kota Contoh",
            ("2.17.03.2.01", "2.17.03.1.02", "2.17.03.1.03"),
            "Kode 2.17.03.1.02 adalah kode provinsi (angka keempat 1), sedangkan laporan ini milik Kota Contoh",
        ),
        (
            "Provinsi Contoh",
            ("2.17.03.1.01", "2.17.03.2.02", "2.17.03.2.03"),
            "Kode 2.17.03.2.02 adalah kode kabupaten/kota (angka keempat 2), sedangkan laporan ini milik "
            "Provinsi Contoh",
        ),
    ],
)
def test_codes_of_the_other_kind_of_region_are_told_once(kabupaten, codes, told):
    ((level, where, message),) = found(budget(*codes, kabupaten=kabupaten))
    assert (level, where) == (Level.PERIKSA, cell(2))
    assert message == f"{told}; begitu juga di Realisasi Anggaran!{cell(3)}."


def test_a_region_of_unknown_kind_is_not_judged():
    assert found(budget("2.17.03.1.01", kabupaten="Batu Bara")) == []


def test_old_and_new_codes_of_sub_kegiatan_in_one_report_are_a_note_at_the_fewer():
    book = budget("2.17.03.2.01.0004", "2.17.03.2.01.05", "2.17.03.2.01.0006")
    assert found(book) == [
        (
            Level.CATATAN,
            cell(2),
            "Kode sub kegiatan ditulis dengan dua cara: 2.17.03.2.01.05 (dua "
            "angka, 1 baris) dan 2.17.03.2.01.0004 (empat angka, 2 baris).",
        )
    ]


def test_a_code_stored_as_a_number_is_told():
    book = budget("2.17", "2.17.03")
    first = book.records("realisasi_anggaran")[0]
    where = place("realisasi_anggaran", 1, "kode_rekening")
    number = Value(Cell(where, 2.1, origin=Origin.KETIKAN), text="2.1")
    changed = replace(first, values=MadeValues({**first.values, "kode_rekening": number}))
    told = found(replace(book, all_records=(*book.all_records[:1], changed, *book.all_records[2:])))
    assert told == [
        (
            Level.PERIKSA,
            cell(1),
            f"Kode tersimpan sebagai angka, bukan teks, di Realisasi Anggaran!{cell(1)}; nol di akhir dapat hilang.",
        )
    ]


def test_a_real_table_with_codes_passes():
    audit = audited(base=FULL)
    assert audit.book.records("realisasi_anggaran")[0].text("kode_rekening") == "2.17.01"
    assert audit.of("LKJ361") == set()


def test_it_is_not_asked_of_a_report_older_than_the_nomenclature():
    assert (kode.source.since, kode.source.holds(2020), kode.source.holds(2021)) == (2021, False, True)
