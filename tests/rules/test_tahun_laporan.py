"""A wrong year of the report is one finding; what only follows from it is folded under it."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.fact import Remark
from lkj_xlsx.rules.tahun_laporan import tahun_laporan
from lkj_xlsx.spec import remarks
from tests.rules.remarked_book import IKU, book
from tests.workbook_case import FULL, SAMPLES, TWIN, Audit, audited, read

CELL = "Identitas dan Pengaturan!B9"


def with_year(name: str, year: int, folder: Path) -> Audit:
    """A sample whose Tahun Laporan alone is typed otherwise."""
    workbook = openpyxl.load_workbook(SAMPLES / f"{name}.xlsx")
    workbook["Identitas dan Pengaturan"]["B9"] = year
    workbook.save(folder / "tahun.xlsx")
    return read(folder / "tahun.xlsx")


@pytest.mark.parametrize("name, year, right", [(TWIN, 2025, 2024), (TWIN, 2023, 2024), (FULL, 2024, 2025)])
def test_a_wrong_year_is_the_only_root(name, year, right, tmp_path):
    audit = with_year(name, year, tmp_path)
    assert audit.told == {("LKJ217", "galat", CELL, str(year), str(right))}
    assert len(audit.follow_ons) > 10
    assert {root for _, _, root in audit.follow_ons} == {CELL}


def test_the_finding_names_the_sheets_and_the_step(tmp_path):
    found = with_year(TWIN, 2025, tmp_path).at(CELL)
    assert str(found.message) == (
        "Tahun Laporan tertulis 2025, sedangkan judul kolom pada Capaian IKU, Target dan Realisasi dan Renstra "
        "menyebut 2024."
    )
    assert str(found.step) == f"Ganti 2025 di {CELL} dengan 2024, lalu periksa lagi."


@pytest.mark.parametrize("name", [TWIN, FULL])
def test_right_years_are_silent(name):
    assert audited(base=name).of("LKJ217") == set()


def test_one_heading_of_another_year_is_a_wrong_heading():
    given = Remark(
        remarks.KOLOM_TAHUN_LAIN, Where(IKU, 4, 7), 'Target 2023 (tahunnya lain; mungkin maksudnya "Target 2024")'
    )
    assert list(tahun_laporan.check(book(given), Ledger())) == []


def test_two_headings_of_another_year_are_too_few_to_doubt_the_report_s():
    given = [
        Remark(remarks.KOLOM_TAHUN_LAIN, Where(IKU, 4, column), f"Target {year}")
        for column, year in ((7, 2023), (8, 2023))
    ]
    assert list(tahun_laporan.check(book(*given), Ledger())) == []


def test_headings_of_different_years_do_not_tell_one():
    given = [
        Remark(remarks.KOLOM_TAHUN_LAIN, Where(IKU, 4, column), f"Target {year}")
        for column, year in ((7, 2023), (8, 2023), (9, 2022))
    ]
    assert list(tahun_laporan.check(book(*given), Ledger())) == []
    same = [Remark(remarks.KOLOM_TAHUN_LAIN, Where(IKU, 4, column), "Target 2023") for column in (7, 8, 9)]
    (found,) = tahun_laporan.check(book(*same), Ledger())
    assert (found.recomputed, found.related) == ("2023", tuple(remark.where for remark in same))
