"""The table of data gathering: numbered by the list of tables, or not printed at all."""

from __future__ import annotations

import pytest

from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.tables.all_tables import build_tables
from tests.tables.small_books import book, records

ROWS = records(
    "indikator",
    "",
    "kode sasaran indikator satuan arah jenis_data formulasi",
    ["1.1", "Koperasi maju", "Aset", "%", "Naik", "Kuantitatif", "selisih dibagi aset tahun lalu"],
)
BARE = records("indikator", "", "kode sasaran indikator satuan arah", ["1.1", "Koperasi maju", "Aset", "%", "Naik"])


def listed(*pairs):
    return records("daftar_tabel", "", "nomor judul", *pairs)


@pytest.mark.parametrize("number", ["3.1", "3.5"])
def test_it_takes_the_number_of_the_title_that_names_it(number):
    (table,) = build_tables(book(listed([number, "Teknik Pengumpulan Data 2024"]), ROWS), Ledger(), ())
    assert table.number == number
    assert [column.key for column in table.columns] == ["sasaran", "indikator", "jenis_data", "formulasi"]


def test_it_takes_the_usual_number_unless_another_table_has_it():
    names = listed(["3.1", "Cara Mengukur"])
    assert [table.number for table in build_tables(book(names, ROWS), Ledger(), ())] == ["3.1"]
    scale = records("skala", "3.1", "tabel interval kriteria", ["3.1", "> 90", "Sangat Tinggi"])
    assert [table.columns[0].key for table in build_tables(book(names, ROWS, scale), Ledger(), ())] == ["interval"]


def test_it_is_left_out_where_nothing_is_described_or_listed():
    assert build_tables(book(listed(["3.1", "Teknik Pengumpulan Data"]), BARE), Ledger(), ()) == ()
    assert build_tables(book(ROWS), Ledger(), ()) == ()
