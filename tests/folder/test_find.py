"""Which files a folder audit takes, and where their results go."""

from __future__ import annotations

from pathlib import Path

import pytest

from lkj_xlsx import pipeline
from lkj_xlsx.errors import UnreadableWorkbook
from lkj_xlsx.folder.find import NamedFile, listing, outputs, several
from lkj_xlsx.writers.workbook import write_workbook
from tests.folder.many import NAMES, fill, pipe
from tests.workbook_case import SAMPLES


@pytest.fixture
def folder(tmp_path) -> Path:
    return fill(tmp_path / "masuk")


def test_every_workbook_below_in_one_order_without_locks_and_hidden_files(folder):
    files = listing([str(folder)])
    assert [item.name for item in files.workbooks] == NAMES
    assert [Path(item.source) for item in files.workbooks] == [folder / name for name in NAMES]


@pytest.mark.parametrize("ending", ["xls", "xlsb", "ODS"])
def test_other_spreadsheets_are_taken_too_and_their_locks_are_not(tmp_path, ending):
    for name in (f"lama.{ending}", f"~$lama.{ending}", f".~lock.lama.{ending}#"):
        (tmp_path / name).write_bytes(b"isi")
    assert [item.name for item in listing([str(tmp_path)]).workbooks] == [f"lama.{ending}"]


def test_what_is_no_plain_file_is_taken_and_not_opened(tmp_path):
    with pipe(tmp_path / "pipa.xlsx"):
        (tmp_path / "putar.xlsx").symlink_to("putar.xlsx")
        assert [item.name for item in listing([str(tmp_path)]).workbooks] == ["pipa.xlsx", "putar.xlsx"]


def test_our_own_results_are_passed_over_whatever_their_name(folder):
    report = pipeline.audit(SAMPLES / "lkj-batubara-2024-benar.xlsx")
    write_workbook(report, folder / "kab-a-hasil.xlsx")
    write_workbook(report, folder / "kab-b" / "nama lain.xlsx")
    files = listing([str(folder)])
    assert [item.name for item in files.workbooks] == NAMES
    assert files.results == ("kab-a-hasil.xlsx", "kab-b/nama lain.xlsx")


def test_a_filled_template_named_like_a_result_is_none(folder):
    (folder / "kab-a.xlsx").rename(folder / "kab-a-hasil.xlsx")
    assert next(item.name for item in listing([str(folder)]).workbooks) == "kab-a-hasil.xlsx"


def test_a_file_named_twice_is_taken_once(folder):
    paths = [str(folder), str(folder / "kab-a.xlsx"), folder.as_uri() + "/kab-a.xlsx"]
    assert [Path(item.source).name for item in listing(paths).workbooks] == [Path(name).name for name in NAMES]


def test_a_file_that_is_named_is_taken_whatever_it_is():
    assert listing(["tidak-ada.xlsx"]).workbooks == (NamedFile("tidak-ada.xlsx", "tidak-ada.xlsx"),)


def test_nothing_to_audit_is_said(tmp_path):
    with pytest.raises(UnreadableWorkbook, match="Tidak ada berkas"):
        listing([str(tmp_path)])


def test_one_plain_file_is_not_several(folder):
    asked = [["a.xlsx"], [str(folder)], ["a.xlsx", "b.xlsx"], ["s3://wadah/a.xlsx"]]
    assert [several(paths) for paths in asked] == [False, True, True, True]


def test_results_never_meet_each_other_or_an_input():
    names = ["a.xlsx", "a.xlsm", "b.xlsx", "b-hasil.xlsx", "C.xlsx", "c.xlsm"]
    assert outputs(NamedFile(name, name) for name in names) == {
        "a.xlsx": "a.xlsx-hasil.xlsx",
        "a.xlsm": "a.xlsm-hasil.xlsx",
        "b.xlsx": "b.xlsx-hasil.xlsx",
        "b-hasil.xlsx": "b-hasil-hasil.xlsx",
        "C.xlsx": "C.xlsx-hasil.xlsx",
        "c.xlsm": "c.xlsm-hasil.xlsx",
    }
    assert outputs(NamedFile(name, name) for name in ["e.xls", "e.xlsx", "f.ODS"]) == {
        "e.xls": "e.xls-hasil.xlsx",
        "e.xlsx": "e-hasil.xlsx",
        "f.ODS": "f.ODS-hasil.xlsx",
    }
    assert outputs([NamedFile("d.xlsx", "d.xlsx")]) == {"d.xlsx": "d-hasil.xlsx"}
