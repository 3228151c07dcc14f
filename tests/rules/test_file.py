"""Rules on what the file carries beside its tables."""

from __future__ import annotations

from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.fact import Remark
from lkj_xlsx.model.finding import Level
from lkj_xlsx.rules import file
from lkj_xlsx.spec import remarks
from tests.rules.remarked_book import book

FIRST = Where("Petunjuk")


def test_a_book_without_remarks_is_silent():
    assert [*file.makro.check(book(), Ledger()), *file.tautan_luar.check(book(), Ledger())] == []


def test_macros_are_a_note_about_the_whole_file():
    (finding,) = file.makro.check(book(Remark(remarks.MAKRO, FIRST)), Ledger())
    assert (finding.code, finding.level, finding.where) == ("LKJ109", Level.CATATAN, None)
    assert "tidak dijalankan" in str(finding.message)


def test_other_files_are_named_once_in_one_finding():
    given = [Remark(remarks.TAUTAN_LUAR, FIRST, name) for name in ("b.xlsx", "a.xlsx", "b.xlsx")]
    (finding,) = file.tautan_luar.check(book(*given), Ledger())
    assert (finding.code, finding.level, finding.where) == ("LKJ110", Level.PERIKSA, None)
    assert "2 berkas lain, yang tidak dibuka: a.xlsx, b.xlsx." in str(finding.message)


def test_of_many_other_files_the_first_are_named():
    given = [Remark(remarks.TAUTAN_LUAR, FIRST, f"{letter}.xlsx") for letter in "abcdefg"]
    (finding,) = file.tautan_luar.check(book(*given), Ledger())
    assert "7 berkas lain" in str(finding.message)
    assert "e.xlsx, ...." in str(finding.message)


def test_programs_asked_for_data_are_named_in_a_finding_of_their_own():
    given = [Remark(remarks.TAUTAN_PROGRAM, FIRST, name) for name in ("excel|b", "cmd|a", "excel|b")]
    (finding,) = file.tautan_luar.check(book(*given), Ledger())
    assert (finding.code, finding.level, finding.where) == ("LKJ110", Level.PERIKSA, None)
    assert "dari program lain (DDE), yang tidak dijalankan: cmd|a, excel|b." in str(finding.message)
