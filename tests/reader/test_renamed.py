"""A renamed sheet is known by its headings, read, and told once."""

from __future__ import annotations

from collections.abc import Callable

import openpyxl
import pytest

from tests.workbook_case import FULL, SAMPLES, Audit, read


def renamed(tmp_path, change: Callable[[openpyxl.Workbook], object]) -> Audit:
    book = openpyxl.load_workbook(SAMPLES / f"{FULL}.xlsx")
    change(book)
    book.save(tmp_path / "lkj.xlsx")
    return read(tmp_path / "lkj.xlsx")


@pytest.mark.parametrize(
    "title", ["Daftar Tabel", "Indikator", "Data Dasar", "Capaian IKU", "Target dan Realisasi", "Realisasi Anggaran"]
)
def test_it_is_read_and_told_once(tmp_path, title):
    audit = renamed(tmp_path, lambda book: setattr(book[title], "title", "Sheet5"))
    (finding,) = audit.findings
    assert (finding.code, finding.level.word, str(finding.where)) == ("LKJ101", "periksa", "Sheet5")
    assert str(finding.message) == (
        f"Lembar Sheet5 tampak seperti {title}: judul kolomnya sama. Isinya diperiksa sebagai lembar itu."
    )
    assert str(finding.step) == f"Kembalikan nama lembar Sheet5 menjadi {title}."


def test_a_copy_of_another_sheet_does_not_stand_in_for_a_missing_one(tmp_path):
    def change(book: openpyxl.Workbook) -> None:
        book.copy_worksheet(book["Capaian IKU"]).title = "cadangan"
        del book["Target dan Realisasi"]

    audit = renamed(tmp_path, change)
    assert {(f.code, str(f.where)) for f in audit.findings} == {
        ("LKJ101", "Target dan Realisasi"),
        ("LKJ102", "cadangan"),
    }


def test_of_two_sheets_that_may_be_meant_none_is_read(tmp_path):
    def change(book: openpyxl.Workbook) -> None:
        book.copy_worksheet(book["Triwulan"]).title = "TW lama"
        book["Triwulan"].title = "TW baru"

    audit = renamed(tmp_path, change)
    assert {(f.code, str(f.where)) for f in audit.findings} >= {
        ("LKJ101", "Triwulan"),
        ("LKJ102", "TW lama"),
        ("LKJ102", "TW baru"),
    }
