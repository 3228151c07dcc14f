"""Which tables a report gets, and in which order."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from lkj_xlsx.model.collect import collect
from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.declare import TableKind
from lkj_xlsx.tables.all_tables import build_tables
from tests import book_builder
from tests.tables.small_books import book, records


def pagu(number, program, amount):
    return records("program_pendukung", number, "tabel indikator program pagu", [number, "Aset", program, amount])


def test_one_table_for_each_number_in_the_order_of_the_numbers():
    first, second = records(
        "analisis", "3.9", "kode jenis uraian", ["1.1", "Solusi", "Rapat rutin."], ["1.2", "Solusi", "Pelatihan."]
    )
    small = book(
        pagu("3.10", "Program A", "1.000"),
        pagu("3.9", "Program B", "2.000"),
        (replace(first, tabel="3.10"), second),
        records("perjanjian", "2.2", "tabel indikator target", ["2.2", "Aset", "11"]),
    )
    tables = build_tables(small, Ledger(), ())
    assert [table.number for table in tables] == ["2.2", "3.9", "3.10", ""]
    assert [row.items["program"].value for row in tables[1].rows] == ["Program B"]
    assert [row.items["uraian"].value for row in tables[3].rows] == ["Rapat rutin.", "Pelatihan."]


def test_an_empty_book_has_no_tables():
    assert build_tables(book(), Ledger(), ()) == ()


def test_a_sheet_has_one_table_and_a_place_of_its_own():
    kinds = collect("lkj_xlsx.tables", TableKind)
    assert len({kind.sheet for kind in kinds}) == len({kind.order for kind in kinds}) == len(kinds) == 14


def test_a_closing_row_is_printed_as_the_mean_it_is():
    rows = [{"target": "100", "realisasi": "90", "capaian": "90,00"}, {"penutup": "Rata-rata", "capaian": "90,00"}]
    filled = book_builder.make({"capaian_iku": rows})
    (table,) = (table for table in build_tables(filled, Ledger(), ()) if table.number == "3.3")
    assert [row.style for row in table.rows] == ["data", "jumlah"]
    assert (table.rows[1].item("indikator").value, table.rows[1].item("capaian").value) == ("Rata-rata", Decimal(90))
