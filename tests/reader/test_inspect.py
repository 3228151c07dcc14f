"""What a look at any workbook tells."""

# ruff: noqa: DTZ001 - dates in a workbook have no zone

from __future__ import annotations

import zipfile
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from benchmarks.damage import packed, unpacked
from benchmarks.odd_workbooks import base_workbooks
from lkj_xlsx.errors import UnreadableWorkbook
from lkj_xlsx.model.inspection import Counts, SheetKind, Visibility
from lkj_xlsx.reader.inspect import inspect_workbook, reads_as_number


def written(path: Path, fill) -> Path:
    with xlsxwriter.Workbook(str(path)) as book:
        fill(book)
    return path


def counts_of(path: Path, sheet: int = 0) -> Counts:
    return inspect_workbook(path).sheets[sheet].counts


def test_cells_are_counted_by_what_they_hold(tmp_path):
    def fill(book):
        sheet = book.add_worksheet()
        percent, day = book.add_format({"num_format": "0.00%"}), book.add_format({"num_format": "dd/mm/yyyy"})
        sheet.write_number("A1", 5)
        sheet.write_number("A2", 0.5, percent)
        sheet.write_datetime("A3", datetime(2024, 8, 1), day)
        sheet.write_number("A4", -5, day)  # before its calendar begins: a date all the same
        sheet.write_boolean("B1", True)
        sheet.write_string("B2", "Dinas Contoh")
        sheet.write_string("B3", "83,72%")
        sheet.write_formula("C1", "=A1*2", None, 10)
        sheet.write_formula("C2", "=1/0", None, "#DIV/0!")
        sheet.write_blank("C9", None, percent)

    inspection = inspect_workbook(written(tmp_path / "a.xlsx", fill))
    (sheet,) = inspection.sheets
    assert sheet.counts == Counts(
        numbers=3, percents=1, dates=2, texts=2, text_numbers=1, booleans=1, errors=1, formulas=2
    )
    assert sheet.counts.cells == 9
    assert (sheet.codes, inspection.codes) == ({"#DIV/0!": 1}, {"#DIV/0!": 1})
    assert sheet.places == {"errors": ("C2",), "text_numbers": ("B3",)} or sheet.places["text_numbers"] == ("B3",)


def test_formulas_without_a_saved_result_are_placed(tmp_path):
    book = openpyxl.Workbook()
    for row in range(1, 8):
        book.active.cell(row, 2, f"=A{row}*2")
    book.save(tmp_path / "a.xlsx")
    (sheet,) = inspect_workbook(tmp_path / "a.xlsx").sheets
    assert (sheet.counts.unsaved, sheet.counts.formulas, sheet.counts.cells) == (7, 7, 7)
    assert sheet.places == {"unsaved": ("B1", "B2", "B3", "B4", "B5")}


def test_what_is_hidden_merged_ruled_and_commented_is_counted(tmp_path):
    def fill(book):
        sheet = book.add_worksheet("Isi")
        sheet.merge_range("A1:B2", "gabung")
        sheet.set_row(3, None, None, {"hidden": True})
        sheet.set_column("F:H", None, None, {"hidden": True})
        sheet.data_validation("C1", {"validate": "list", "source": ["a"]})
        sheet.write_comment("A1", "periksa")
        sheet.write_comment("A5", "periksa")
        book.add_worksheet("Tersembunyi").hide()
        book.add_worksheet("Sangat").very_hidden()
        chart = book.add_chart({"type": "column"})
        chart.add_series({"values": "=Isi!$A$1:$A$2"})
        book.add_chartsheet("Grafik").set_chart(chart)

    inspection = inspect_workbook(written(tmp_path / "a.xlsx", fill))
    first = inspection.sheets[0].counts
    assert (first.merges, first.hidden_rows, first.hidden_columns, first.validations, first.comments) == (1, 1, 3, 1, 2)
    assert [(s.title, s.kind, s.visibility) for s in inspection.sheets] == [
        ("Isi", SheetKind.LEMBAR, Visibility.TAMPAK),
        ("Tersembunyi", SheetKind.LEMBAR, Visibility.TERSEMBUNYI),
        ("Sangat", SheetKind.LEMBAR, Visibility.SANGAT_TERSEMBUNYI),
        ("Grafik", SheetKind.GRAFIK, Visibility.TAMPAK),
    ]


def test_a_fresh_workbook_has_nothing_to_tell(tmp_path):
    inspection = inspect_workbook(written(tmp_path / "a.xlsx", lambda book: book.add_worksheet()))
    assert inspection.application.startswith("Microsoft Excel")
    assert (inspection.strict, inspection.from_1904, inspection.macros, inspection.links, inspection.outside) == (
        False,
        False,
        False,
        (),
        {},
    )
    assert (inspection.names, inspection.broken_names, inspection.totals) == ((), (), Counts())


def test_calendar_flavour_and_macros_are_noticed(tmp_path):
    seen = {}
    for name, content in base_workbooks().items():
        (tmp_path / name).write_bytes(content)
        inspection = inspect_workbook(tmp_path / name)
        seen[name] = (inspection.from_1904, inspection.strict, inspection.macros)
    assert seen == {
        "excel.xlsx": (False, False, False),
        "1904.xlsx": (True, False, False),
        "openpyxl.xlsx": (False, False, False),
        "strict.xlsx": (False, True, False),
        "bersama.xlsx": (False, False, False),
        "makro.xlsm": (False, False, True),
        "tertutup.xlsx": (False, False, False),
        "dde.xlsx": (False, False, False),
    }


def test_the_same_cells_in_every_dress(tmp_path):
    usual, strict = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    usual.write_bytes(base_workbooks()["excel.xlsx"])
    strict.write_bytes(base_workbooks()["strict.xlsx"])
    one, other = inspect_workbook(usual), inspect_workbook(strict)
    assert one.sheets == other.sheets
    assert replace(one, strict=True, name="b.xlsx", sha256=other.sha256, size=other.size) == other


def test_an_extension_of_the_same_name_changes_nothing(tmp_path):
    """Excel writes a second `workbookPr` among its extensions; the calendar stands in the first."""
    parts = unpacked(base_workbooks()["1904.xlsx"])
    extension = b'<extLst><ext><x:workbookPr xmlns:x="urn:lain"/></ext></extLst></workbook>'
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(b"</workbook>", extension)
    (tmp_path / "a.xlsx").write_bytes(packed(parts))
    assert inspect_workbook(tmp_path / "a.xlsx").from_1904


def test_links_to_other_files_are_told_and_never_opened(tmp_path):
    parts = unpacked(base_workbooks()["excel.xlsx"])
    rels, space = "xl/_rels/workbook.xml.rels", b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    parts[rels] = parts[rels].replace(
        b"</Relationships>",
        b'<Relationship Id="rLuar" Type="' + space + b'externalLink" Target="externalLinks/externalLink1.xml"/>'
        b"</Relationships>",
    )
    parts["xl/externalLinks/externalLink1.xml"] = b"<externalLink/>"
    parts["xl/externalLinks/_rels/externalLink1.xml.rels"] = (
        b'<Relationships><Relationship Id="rId1" Type="' + space + b'externalLinkPath" '
        b'Target="file:///tidak/ada/anggaran.xlsx" TargetMode="External"/></Relationships>'
    )
    (tmp_path / "a.xlsx").write_bytes(packed(parts))
    inspection = inspect_workbook(tmp_path / "a.xlsx")
    assert inspection.links == ("file:///tidak/ada/anggaran.xlsx",)
    assert inspection.outside == {"hyperlink": 1}


def test_names_without_a_target_are_told(tmp_path):
    parts = unpacked(base_workbooks()["excel.xlsx"])
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(
        b"</definedNames>", b'<definedName name="hilang">Isi!#REF!</definedName></definedNames>'
    )
    (tmp_path / "a.xlsx").write_bytes(packed(parts))
    inspection = inspect_workbook(tmp_path / "a.xlsx")
    assert (inspection.names, inspection.broken_names) == (("nilai", "hilang"), ("hilang",))


def test_a_broken_sheet_is_refused_by_name_and_cell(tmp_path):
    parts = unpacked(base_workbooks()["excel.xlsx"])
    name = "xl/worksheets/sheet1.xml"
    parts[name] = parts[name].replace(b'<c r="A2"><v>2.5</v>', b'<c r="A2"><v>dua</v>')
    (tmp_path / "a.xlsx").write_bytes(packed(parts))
    with pytest.raises(UnreadableWorkbook, match="lembar 'Isi', sel A2: isinya rusak"):
        inspect_workbook(tmp_path / "a.xlsx")


@pytest.mark.parametrize(
    "text, expected",
    [
        ("83,72%", True),
        ("1.234.567", True),
        ("3.14", True),
        ("-5", True),
        ("2024", True),
        ("BB (76,8)", False),
        ("12 orang", False),
        ("6,5 - 7,5", False),
        ("A1", False),
        ("", False),
        ("²", False),
        ("tidak ada", False),
    ],
)
def test_a_text_that_is_a_figure_and_nothing_beside_it(text, expected):
    assert reads_as_number(text) is expected


def test_the_archive_is_closed(tmp_path):
    path = tmp_path / "a.xlsx"
    path.write_bytes(base_workbooks()["excel.xlsx"])
    inspect_workbook(path)
    path.unlink()  # on Windows an open file cannot be removed
    assert not zipfile.is_zipfile(path)


def test_what_the_bases_hide_is_known(tmp_path):
    for name, content in base_workbooks().items():
        (tmp_path / name).write_bytes(content)
    bare, clean = (inspect_workbook(tmp_path / name) for name in ("tertutup.xlsx", "excel.xlsx"))
    assert bare.sheets[0].places["unformatted"] == ("B1",)
    assert [sheet for sheet in clean.sheets if "unformatted" in sheet.places] == []
    assert inspect_workbook(tmp_path / "dde.xlsx").outside["ddeLink"] == 1
    assert "ddeLink" not in clean.outside
