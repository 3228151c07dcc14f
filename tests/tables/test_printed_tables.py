"""The tables that only declare what they show of their sheet: headings, groups, years, totals, numbers."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lkj_xlsx.model.computed import Ledger, Verdict
from lkj_xlsx.tables.all_tables import build_tables
from tests.tables.small_books import book, judged, records


@pytest.mark.parametrize(
    "sheet, keys, row, titles",
    [
        (
            "perjanjian",
            "tabel no sasaran kode indikator target",
            ["2.2", "1.", "Koperasi maju", "1.1", "Aset", "11%"],
            ["No", "Sasaran Strategis", "Indikator Kinerja", "Target"],
        ),
        (
            "skala",
            "tabel no interval kriteria singkatan",
            ["3.2", "1", "≥ 90,1", "Sangat Tinggi", None],
            ["No", "Interval Nilai Realisasi Kinerja", "Kriteria Penilaian Realisasi Kinerja"],
        ),
        (
            "target_realisasi",
            "tabel sasaran kode indikator target realisasi capaian predikat",
            ["3.6", "Koperasi maju", "1.1", "Aset", "11", "3,50", "32", "Sangat Rendah"],
            [
                "Sasaran Strategis",
                "Indikator Kinerja",
                "Target 2024",
                "Realisasi 2024",
                "Capaian 2024 (%)",
                "Keterangan",
            ],
        ),
        (
            "program_pendukung",
            "tabel no kode indikator program pagu bidang",
            ["3.10", "1", "1.1; 1.2", "Aset dan SHU", "Program A", "39.974.224", "Bidang Koperasi"],
            ["No", "Indikator Kinerja", "Program", "Pagu (Rp)", "Bidang Pelaksana"],
        ),
        (
            "nilai_akip",
            "tabel kode uraian data_awal tahun_awal realisasi@2024 realisasi@2025",
            ["3.18", "2.1", "Nilai AKIP", "BB", "2023", "BB (76,80)", "-"],
            ["Uraian", "Data Awal (2023)", "Realisasi 2024", "Realisasi 2025"],
        ),
    ],
)
def test_headings(sheet, keys, row, titles):
    (table,) = build_tables(book(records(sheet, row[0], keys, row)), Ledger(), ())
    assert [column.title for column in table.columns] == titles


def test_efisiensi_sets_kinerja_beside_anggaran():
    rows = records(
        "efisiensi",
        "3.9",
        "tabel sasaran indikator satuan target realisasi capaian anggaran realisasi_anggaran serapan efisiensi",
        ["3.9", "Koperasi maju", "Aset", "%", "11", "3,5", "31,8", "3.901.964.176", "3.827.714.393", "98,10", "0,31"],
    )
    (table,) = build_tables(book(rows), Ledger(), ())
    assert [(column.group, column.title) for column in table.columns[3:]] == [
        ("Kinerja", "Target"),
        ("Kinerja", "Realisasi"),
        ("Kinerja", "Capaian (%)"),
        ("Anggaran", "Anggaran (Rp)"),
        ("Anggaran", "Realisasi (Rp)"),
        ("Anggaran", "Capaian (%)"),
        ("", "Efisiensi"),
    ]
    assert table.rows[0].items["efisiensi"].value == Decimal("0.31")


def test_quarters_stand_under_target_and_realisasi():
    keys = "tabel indikator " + " ".join(f"{kind}_tw{n}" for kind in ("target", "realisasi") for n in range(1, 5))
    rows = records("triwulan", "3.24", keys, ["3.24", "Wirausaha", "50", "60", "70", "70", "48", "71", "69", "74"])
    (table,) = build_tables(book(rows), Ledger(), ())
    assert [(column.group, column.title) for column in table.columns[1:9]] == [
        *(("Target", f"Triwulan {n}") for n in range(1, 5)),
        *(("Realisasi", f"Triwulan {n}") for n in range(1, 5)),
    ]


DATA_DASAR = (
    "tabel kode_data uraian satuan jenis target_akhir tahun_target realisasi@2023 realisasi@2024 realisasi@2025 "
    "realisasi_sd"
)


def data_dasar(*rows, ledger=None):
    rows_read = records("data_dasar", "3.11", DATA_DASAR, *rows)
    return build_tables(book(rows_read), ledger(rows_read) if ledger else Ledger(), ())[0]


def test_years_without_a_figure_are_left_out_and_a_dash_is_a_figure():
    table = data_dasar(["3.11", "MIKRO", "Usaha Mikro", "unit", "Rincian", "14.611", "2026", None, "15.461", "-", None])
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
    table = data_dasar(
        ["3.11", "A", "A", "Rp", "Rincian", "1", "2024", None, "1", None, None],
        ["3.11", "B", "B", "Rp", "Rincian", "1", "2026", None, "1", None, None],
    )
    assert "Target Akhir Renstra" in [column.title for column in table.columns]


def test_a_total_of_base_data_is_styled_and_an_empty_one_filled():
    table = data_dasar(
        ["3.11", "MIKRO", "Usaha Mikro", "unit", "Rincian", None, None, None, "15.461", None, None],
        ["3.11", "SEMUA", "Total", "unit", "Jumlah", None, None, None, None, None, None],
        ledger=lambda rows: Ledger.of([judged(rows[1], "realisasi@2024", "15731", Verdict.DIISI)]),
    )
    assert [row.style for row in table.rows] == ["data", "jumlah"]
    total = table.rows[1].items["realisasi@2024"]
    assert (total.value, total.filled) == (Decimal(15731), True)


def test_a_typed_total_stays_as_typed():
    table = data_dasar(
        ["3.11", "SEMUA", "Total", "unit", "Jumlah", "15.731", None, None, "15.731", None, None],
        ledger=lambda rows: Ledger.of([judged(rows[0], "target_akhir", "15497", Verdict.SELISIH)]),
    )
    assert table.rows[0].items["target_akhir"].value == Decimal(15731)
