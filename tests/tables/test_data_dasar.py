"""Base data: only the columns in use, years in the headings, totals marked."""

from __future__ import annotations

from decimal import Decimal

from lkj_xlsx.model.computed import Ledger, Verdict
from lkj_xlsx.tables.all_tables import build_tables
from tests.tables.small_books import book, judged, records

KEYS = (
    "tabel kode_data uraian satuan jenis target_akhir tahun_target realisasi@2023 realisasi@2024 realisasi@2025 "
    "realisasi_sd"
)


def draw(*rows, ledger=None):
    made = records("data_dasar", "3.11", KEYS, *rows)
    return build_tables(book(made), ledger(made) if ledger else Ledger(), ())[0]


def test_years_without_a_figure_are_left_out_and_a_dash_is_a_figure():
    table = draw(["3.11", "MIKRO", "Usaha Mikro", "unit", "Rincian", "14.611", "2026", None, "15.461", "-", None])
    assert [column.title for column in table.columns] == [
        "Uraian",
        "Satuan",
        "Target Akhir Renstra (2026)",
        "Realisasi 2024",
        "Realisasi 2025",
    ]
    assert table.rows[0].items["realisasi@2025"].value == "-"
    assert table.rows[0].items["realisasi@2024"].value == Decimal(15461)


def test_a_heading_names_no_year_where_the_rows_disagree():
    table = draw(
        ["3.11", "A", "A", "Rp", "Rincian", "1", "2024", None, "1", None, None],
        ["3.11", "B", "B", "Rp", "Rincian", "1", "2026", None, "1", None, None],
    )
    assert "Target Akhir Renstra" in [column.title for column in table.columns]


def test_a_total_is_styled_and_an_empty_one_filled():
    table = draw(
        ["3.11", "MIKRO", "Usaha Mikro", "unit", "Rincian", None, None, None, "15.461", None, None],
        ["3.11", "SEMUA", "Total", "unit", "Jumlah", None, None, None, None, None, None],
        ledger=lambda rows: Ledger.of([judged(rows[1], "realisasi@2024", "15731", Verdict.DIISI)]),
    )
    assert [row.style for row in table.rows] == ["data", "jumlah"]
    total = table.rows[1].items["realisasi@2024"]
    assert (total.value, total.filled) == (Decimal(15731), True)


def test_a_typed_total_stays_as_typed():
    table = draw(
        ["3.11", "SEMUA", "Total", "unit", "Jumlah", "15.731", None, None, "15.731", None, None],
        ledger=lambda rows: Ledger.of([judged(rows[0], "target_akhir", "15497", Verdict.SELISIH)]),
    )
    assert table.rows[0].items["target_akhir"].value == Decimal(15731)
