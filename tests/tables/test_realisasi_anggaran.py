"""The budget table: levels, the total of the programmes, what the rest is called."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.number import Missing, Reason
from lkj_xlsx.tables.all_tables import build_tables
from lkj_xlsx.tables.anggaran import level_of, totals
from tests.tables.small_books import book, records

KEYS = "tabel no sasaran kode_rekening tingkat uraian anggaran realisasi serapan sisa"


def row(uraian, anggaran, realisasi, tingkat=None, code=None, sasaran=None):
    return ["3.22", None, sasaran, code, tingkat, uraian, anggaran, realisasi, None, None]


PROGRAMS = (
    row("Penunjang", "5.000", "4.500", "Program", sasaran="Akuntabel"),
    row("Rapat", "5.000", "4.500", "Kegiatan"),
    row("Koperasi", "3.000", "1.500", "Program", sasaran="Koperasi maju"),
)


def draw(*rows, record=None):
    return build_tables(book(records("realisasi_anggaran", "3.22", KEYS, *rows), record=record), Ledger(), ())[0]


@pytest.mark.parametrize(
    "line, level",
    [
        (row("Rapat", "1", "1", tingkat="Sub Kegiatan"), "subkegiatan"),
        (row("Rapat", "1", "1", tingkat="sub kegiatan", code="2.17.03"), "subkegiatan"),
        (row("Koperasi", "1", "1", code="2.17.03"), "program"),
        (row("Koperasi", "1", "1", code="2.17.03.2.01"), "kegiatan"),
        (row("Koperasi", "1", "1", code="2.17.03.2.01.0004"), "subkegiatan"),
        (row("Koperasi", "1", "1", code="2.17.03.2.01.01."), "subkegiatan"),
        (row("JUMLAH BELANJA", "1", "1"), "jumlah"),
        (row("PROGRAM PENUNJANG", "1", "1"), "program"),
        (row("Programa radio", "1", "1"), "data"),
        (row("Belanja Barang dan Jasa", "1", "1", code="5.1.02"), "data"),
        (row("Belanja Barang Pakai Habis", "1", "1", code="5.1.02.01.01"), "data"),
    ],
)
def test_the_level_is_chosen_or_seen_in_the_code_or_the_name(line, level):
    (record,) = records("realisasi_anggaran", "3.22", KEYS, line)
    assert level_of(record) == level


def test_a_missing_total_is_added_from_the_programmes_and_marked():
    table = draw(*PROGRAMS)
    assert [line.style for line in table.rows] == ["program", "kegiatan", "program", "jumlah"]
    total = table.rows[-1].items
    assert [total[key].value for key in ("uraian", "anggaran", "realisasi", "serapan", "sisa")] == [
        "Jumlah",
        Decimal(8000),
        Decimal(6000),
        Decimal(75),
        Decimal(2000),
    ]
    assert [total[key].places for key in ("anggaran", "serapan", "sisa")] == [0, 2, 0]
    assert all(total[key].filled for key in ("uraian", "anggaran", "realisasi", "serapan", "sisa"))
    assert total["anggaran"].note == "Dihitung oleh alat: Jumlah 2 program."


def test_a_typed_total_is_kept_alone_and_belongs_to_no_sasaran():
    table = draw(*PROGRAMS, row("Jumlah", "8.001", "6.000"))
    assert [line.style for line in table.rows].count("jumlah") == 1
    assert table.rows[-1].items["anggaran"].value == Decimal(8001)
    assert table.rows[-1].items["sasaran"].value is None


def test_a_blank_amount_is_not_zero():
    table = draw(row("Penunjang", None, "1", "Program"), row("Koperasi", "3.000", "1.500", "Program"))
    assert [line.style for line in table.rows] == ["program", "program"]
    assert table.notes[-1] == "Baris Jumlah tidak dapat dihitung: masukan tidak ada: Realisasi Anggaran!G5."


def test_nothing_realised_yet_still_gives_the_budget():
    table = draw(row("Penunjang", "5.000", None, "Program"))
    total = table.rows[-1].items
    assert (total["anggaran"].value, total["realisasi"].value, total["sisa"].value) == (Decimal(5000), "-", "-")


def test_a_budget_of_zero_has_no_share():
    total = totals(records("realisasi_anggaran", "3.22", KEYS, row("Penunjang", "0", "0", "Program")))
    assert total.serapan == Missing(Reason.PEMBAGI_NOL, "anggaran bernilai 0")
    assert total.sisa == 0


def test_rows_without_levels_are_all_added():
    total = totals(records("realisasi_anggaran", "3.22", KEYS, row("Rapat", "10", "4"), row("Kunjungan", "20", "6")))
    assert (total.anggaran, total.realisasi, str(total.words)) == (Decimal(30), Decimal(10), "Jumlah 2 baris.")


def test_the_rest_is_called_as_the_office_calls_it():
    (form,) = records("identitas", "", "nama_sisa", ["SiLPA"])
    assert [column.title for column in draw(*PROGRAMS, record=form).columns][-1] == "SiLPA (Rp)"
    assert [column.title for column in draw(*PROGRAMS).columns][-1] == "Sisa anggaran (Rp)"
