"""Which existing file may be written again without losing anybody's work."""

from __future__ import annotations

import zipfile

import openpyxl
import pytest
import xlsxwriter

from lkj_xlsx.errors import OutputError
from lkj_xlsx.spec.field import Years
from lkj_xlsx.spec.template import TEMPLATE
from lkj_xlsx.writers.ours import result_of_ours, untouched, whole
from lkj_xlsx.writers.recap import refuse_foreign
from lkj_xlsx.writers.template import write_template
from lkj_xlsx.writers.workbook import write_workbook
from tests.writers.small_reports import report


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    path = tmp_path_factory.mktemp("template") / "t.xlsx"
    write_template(path, TEMPLATE, Years(2024, 2024, 2026), ())
    return path


def test_what_we_wrote_is_untouched(tmp_path, template):
    write_workbook(report(), tmp_path / "hasil.xlsx")
    assert untouched(tmp_path / "hasil.xlsx")
    assert untouched(template)
    assert whole(template)


def test_only_a_file_of_the_same_kind_gives_way(tmp_path, template):
    filled = tmp_path / "isi.xlsx"
    write_template(filled, TEMPLATE, Years(2024, 2024, 2026), (), {"lembar": {}})
    before = filled.read_bytes()
    for write in (
        lambda: write_workbook(report(), filled),
        lambda: write_template(filled, TEMPLATE, Years(2024, 2024, 2026), ()),
        lambda: refuse_foreign(filled, force=False),
    ):
        with pytest.raises(OutputError, match="sudah ada"):
            write()
    assert filled.read_bytes() == before
    write_template(filled, TEMPLATE, Years(2025, 2024, 2026), (), {"lembar": {}})
    assert filled.read_bytes() != before
    write_workbook(report(), tmp_path / "hasil.xlsx")
    with pytest.raises(OutputError, match="sudah ada"):
        refuse_foreign(tmp_path / "hasil.xlsx", force=False)


def test_what_a_program_saved_since_is_not(tmp_path, template):
    path = tmp_path / "terisi.xlsx"
    openpyxl.load_workbook(template).save(path)
    assert not untouched(path)


def test_a_stranger_is_not(tmp_path):
    with xlsxwriter.Workbook(str(tmp_path / "a.xlsx")) as book:
        book.add_worksheet()
    (tmp_path / "b.xlsx").write_bytes(b"teks lkj-xlsx")
    assert [untouched(tmp_path / name) for name in ("a.xlsx", "b.xlsx", "tidak-ada.xlsx")] == [False] * 3


def test_a_cut_or_flipped_file_is_not_whole(tmp_path, template):
    content = template.read_bytes()
    (tmp_path / "a.xlsx").write_bytes(content[:-100])
    middle = zipfile.ZipFile(template).getinfo("xl/styles.xml").header_offset + 200
    (tmp_path / "b.xlsx").write_bytes(content[:middle] + b"\xff\xff\xff\xff" + content[middle + 4 :])
    assert [whole(tmp_path / name) for name in ("a.xlsx", "b.xlsx", "tidak-ada.xlsx")] == [False] * 3


def test_a_finished_workbook_is_known_after_another_program_saved_it_and_a_template_is_none(tmp_path, template):
    path = tmp_path / "hasil.xlsx"
    write_workbook(report(), path)
    openpyxl.load_workbook(path).save(tmp_path / "disimpan.xlsx")
    names = [path, tmp_path / "disimpan.xlsx", template, tmp_path / "tidak-ada.xlsx"]
    assert [result_of_ours(name) for name in names] == [True, True, False, False]
