"""Workbooks made to exhaust or to deceive a reader, each built here."""

from __future__ import annotations

import io
import re
import tracemalloc
from datetime import datetime

import pytest

from benchmarks.damage import packed, unpacked
from benchmarks.odd_workbooks import base_workbooks, with_macros
from lkj_xlsx.errors import UnreadableWorkbook
from lkj_xlsx.model.cell import Origin
from lkj_xlsx.model.limits import Limits
from lkj_xlsx.model.number import Missing, Reason
from lkj_xlsx.reader.book import read_book
from lkj_xlsx.reader.inspect import inspect_workbook
from lkj_xlsx.reader.stream import ended
from lkj_xlsx.reader.strings import LONGEST, shared_strings, unescaped
from lkj_xlsx.reader.styles import number_formats
from lkj_xlsx.reader.values import read
from lkj_xlsx.reader.workbook import open_workbook
from lkj_xlsx.spec import remarks
from lkj_xlsx.spec.field import Kind
from lkj_xlsx.spec.template import TEMPLATE
from tests.reader.small_workbooks import VARIANTS, build, noted

MAIN = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
MIB = 1024 * 1024


def book(tmp_path, rows: bytes = b"", before: bytes = b"", after: bytes = b"", **other: bytes):
    """A made workbook whose first sheet holds these rows, with parts replaced by name (`/` written `__`)."""
    parts = unpacked(base_workbooks()["excel.xlsx"])
    parts["xl/worksheets/sheet1.xml"] = (
        b'<worksheet xmlns="'
        + MAIN
        + b'">'
        + before
        + b"<sheetData>"
        + rows
        + b"</sheetData>"
        + after
        + b"</worksheet>"
    )
    for name, content in other.items():
        parts["xl/" + name.replace("__", "/") + ".xml"] = content
    path = tmp_path / "buku.xlsx"
    path.write_bytes(packed(parts))
    return path


def grid(path, limits: Limits | None = None):
    with open_workbook(path, limits or Limits()) as workbook:
        return workbook.grid(workbook.tabs[0])


def peak(path) -> int:
    """Bytes held at most while the first sheet is read."""
    tracemalloc.start()
    try:
        grid(path)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_more_cells_than_allowed_are_refused_with_the_way_out(tmp_path):
    path = book(tmp_path, b'<row r="1">' + b"<c><v>1</v></c>" * 10 + b"</row>")
    assert len(grid(path, Limits(cells=10)).rows[1]) == 10
    with pytest.raises(UnreadableWorkbook, match=r"lebih dari 9 sel terisi .*--batas sel=9"):
        grid(path, Limits(cells=9))


def test_the_allowance_is_for_the_whole_workbook(tmp_path):
    path = book(tmp_path, b"<row><c><v>1</v></c><c><v>1</v></c></row>")
    with open_workbook(path, Limits(cells=3)) as workbook:
        workbook.grid(workbook.tabs[0])
        with pytest.raises(UnreadableWorkbook, match="lebih dari 3 sel"):
            workbook.grid(workbook.tabs[0])


def test_long_texts_are_limited_however_often_one_is_shown(tmp_path):
    table = b'<sst xmlns="' + MAIN + b'"><si><t>' + b"x" * 30_000 + b"</t></si></sst>"
    path = book(tmp_path, b'<row><c t="s"><v>0</v></c></row>' * 34, sharedStrings=table)
    assert len(grid(path, Limits(text=2)).rows) == 34
    with pytest.raises(UnreadableWorkbook, match=r"lebih dari 1 juta huruf .*--batas teks=1"):
        grid(path, Limits(text=1))


def test_a_million_empty_rows_and_odd_elements_are_not_held(tmp_path):
    rows = b"<row/>" * 300_000
    assert peak(book(tmp_path, rows, after=b"<x/>" * 300_000)) < 8 * MIB


def test_elements_within_elements_without_end_are_refused(tmp_path):
    deep = b"<a>" * 50_000 + b"</a>" * 50_000
    with pytest.raises(UnreadableWorkbook, match="lembar 'Isi'"):
        grid(book(tmp_path, after=deep))
    with pytest.raises(ValueError, match="100"):
        list(ended(io.BytesIO(deep)))


def test_a_row_without_end_is_refused_before_it_is_held(tmp_path):
    with pytest.raises(UnreadableWorkbook, match="sel A1: isinya rusak"):
        grid(book(tmp_path, b"<row>" + b"<c/>" * 16_385 + b"</row>"))


@pytest.mark.parametrize(
    ("rows", "place"),
    [
        (b'<row r="1e9999999"><c><v>1</v></c></row>', "A1"),
        (b'<row r="4"/><row r="NaN"><c><v>1</v></c></row>', "A5"),
        (b'<row r="2"><c r="B2" t="s"><v>-1</v></c></row>', "B2"),
        (b'<row r="2"><c r="B2" s="-1"><v>1</v></c></row>', "B2"),
        (b'<row r="2"><c r="A2"><v>1</v></c><c><v>1_0</v></c></row>', "B2"),
        (b'<row r="2"><c r="B99999999"><v>1</v></c></row>', "B99999999"),
    ],
)
def test_numbers_that_no_program_writes_are_refused_with_their_place(tmp_path, rows, place):
    with pytest.raises(UnreadableWorkbook, match=f"sel {place}: isinya rusak"):
        grid(book(tmp_path, rows))


def test_hidden_columns_that_overlap_a_thousand_times_are_one_set(tmp_path):
    before = b"<cols>" + b'<col min="2" max="16384" hidden="1"/>' * 20_000 + b"</cols>"
    assert grid(book(tmp_path, before=before)).hidden_columns == frozenset(range(2, 16_385))


def test_columns_beyond_the_last_are_cut(tmp_path):
    before = b'<cols><col min="16380" max="99999999999" hidden="true"/><col min="-5" max="1" hidden="1"/></cols>'
    assert grid(book(tmp_path, before=before)).hidden_columns == {1, *range(16_380, 16_385)}


def test_one_long_shared_text_is_held_once(tmp_path):
    text = b"x" * MIB
    table = b'<sst xmlns="' + MAIN + b'"><si><t>' + text + b"</t></si></sst>"
    rows = b"".join(b'<row><c t="s"><v>0</v></c></row>' for _ in range(200))
    path = book(tmp_path, rows, sharedStrings=table)
    cells = [cell for row in grid(path).rows.values() for cell in row.values()]
    assert len(cells) == 200
    assert {id(cell.raw) for cell in cells} == {id(cells[0].raw)}
    assert cells[0].raw == "x" * LONGEST, "no spreadsheet program keeps more"


@pytest.mark.parametrize("place", [b"A0", b"XFE1", b"A1048577", b"ZZZZ9", b"1A", b"A", b"A-1"])
def test_a_cell_outside_the_sheet_is_named(tmp_path, place):
    with pytest.raises(UnreadableWorkbook, match=f"sel {place.decode()}: isinya rusak"):
        grid(book(tmp_path, b'<row r="1"><c r="' + place + b'"><v>1</v></c></row>'))


@pytest.mark.parametrize(
    "cell",
    [
        b'<c r="B2" t="s"><v>99</v></c>',
        b'<c r="B2"><v>dua</v></c>',
        b'<c r="B2" t="d"><v>kemarin</v></c>',
        b'<c r="B2" s="x"><v>1</v></c>',
        b'<c r="B2"><v>' + b"9" * 5_000 + b"</v></c>",
    ],
)
def test_a_cell_that_cannot_be_read_is_named(tmp_path, cell):
    with pytest.raises(UnreadableWorkbook, match="lembar 'Isi', sel B2: isinya rusak"):
        grid(book(tmp_path, b'<row r="2">' + cell + b"</row>"))


def test_a_number_beyond_all_numbers_reads_and_is_no_figure(tmp_path):
    cell = grid(book(tmp_path, b'<row r="1"><c r="A1"><v>1e400</v></c></row>')).cell(1, 1)
    assert read(cell, Kind.NILAI).number == Missing(Reason.TAK_TERBACA, "∞")


@pytest.mark.parametrize("from_1904", [False, True])
def test_a_date_that_a_program_made_of_a_fraction_is_no_figure_in_either_calendar(tmp_path, from_1904):
    parts = unpacked(base_workbooks()["1904.xlsx" if from_1904 else "excel.xlsx"])
    path = tmp_path / "a.xlsx"
    path.write_bytes(packed(parts))
    cell = grid(path).cell(1, 3)
    assert cell.raw == datetime(2024, 8, 1)  # noqa: DTZ001 - dates in a workbook have no zone
    value = read(cell, Kind.PERSEN)
    assert (value.number, value.remarks) == (Missing(Reason.TANGGAL, "1 Agustus 2024"), (remarks.TANGGAL,))


def test_styles_without_end_are_cut_and_those_of_other_tables_do_not_count():
    style = b'<xf numFmtId="164"/>'
    sheet = (
        b'<styleSheet xmlns="' + MAIN + b'"><numFmts><numFmt numFmtId="164" formatCode="0.00%"/></numFmts>'
        b"<cellStyleXfs>" + style * 3 + b"</cellStyleXfs><cellXfs>" + style * 70_000 + b"</cellXfs>"
        b'<dxfs><dxf><numFmt numFmtId="164" formatCode="yyyy"/></dxf></dxfs></styleSheet>'
    )
    formats = number_formats(io.BytesIO(sheet))
    assert (len(formats), set(formats)) == (65_490, {"0.00%"})


@pytest.mark.parametrize(
    "ways", [b"<Choice>%s</Choice><Fallback>%s</Fallback>", b"<Choice>%s</Choice><Choice>%s</Choice>"]
)
def test_a_style_written_in_several_ways_is_one_style(ways):
    """As Hancom Office writes them; without it every later format would be another cell's."""
    one = b'<xf numFmtId="9"/>'
    sheet = (
        b'<styleSheet xmlns="'
        + MAIN
        + b'"><cellXfs><xf numFmtId="0"/><AlternateContent>'
        + ways % (one, one)
        + b'</AlternateContent><AlternateContent/><xf numFmtId="3"/></cellXfs></styleSheet>'
    )
    assert number_formats(io.BytesIO(sheet)) == ("General", "0%", "#,##0")


@pytest.mark.parametrize("xml", [b"", b"<styleSheet", b"<a>" * 200, b'<?xml version="1.0" encoding="x"?><a/>'])
def test_a_broken_style_sheet_is_refused_since_percents_would_be_lost(tmp_path, xml):
    with pytest.raises(UnreadableWorkbook, match="daftar format angka rusak"):
        grid(book(tmp_path, styles=xml))


def test_a_shared_formula_is_moved_to_its_place_or_left_untold(tmp_path):
    rows = (
        b'<row r="1"><c r="A1"><f t="shared" si="0" ref="A1:A3">B1*$C$1</f><v>1</v></c></row>'
        b'<row r="2"><c r="A2"><f t="shared" si="0"/><v>1</v></c></row>'
        b'<row r="3"><c><f t="shared" si="0"/><v>1</v></c></row>'
        b'<row r="4"><c r="A4"><f t="shared" si="9"/><v>1</v></c></row>'
        b'<row r="5"><c r="A5"><f t="shared" si="1">&quot;buka</f><v>1</v></c></row>'
        b'<row r="6"><c r="A6"><f t="shared" si="1"/><v>1</v></c></row>'
        b'<row r="7"><c r="A7"><f>' + b"1+" * 5_000 + b"1</f><v>1</v></c></row>"
    )
    cells = grid(book(tmp_path, rows))
    assert [cells.cell(row, 1).formula for row in (1, 2, 3, 4, 6, 7)] == ["=B1*$C$1", "=B2*$C$1", "=B3*$C$1", *"==="]
    assert {cells.cell(row, 1).origin for row in range(1, 8)} == {Origin.RUMUS}


def test_a_formula_that_names_its_own_text_does_not_follow_an_earlier_one(tmp_path):
    rows = (
        b'<row r="1"><c r="A1"><f t="shared" si="0" ref="A1:A2">B1</f><v>1</v></c></row>'
        b'<row r="2"><c r="A2"><f t="shared" si="0" ref="A2:A3">C2*2</f><v>1</v></c></row>'
        b'<row r="3"><c r="A3"><f t="shared" si="0"/><v>1</v></c></row>'
    )
    cells = grid(book(tmp_path, rows))
    assert [cells.cell(row, 1).formula for row in (1, 2, 3)] == ["=B1", "=C2*2", "=C3*2"]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("a_x000D_\nb", "a\r\nb"),
        ("_x005F_x000D_", "_x000D_"),
        ("_x0041_", "A"),
        ("_x00e9_", "é"),
        ("_x", "_x"),
        ("_x001B_[31m", "\ufffd[31m"),
        ("_xD800_", "\ufffd"),
        ("_x0000_", "\ufffd"),
        ("nilai_x_y", "nilai_x_y"),
    ],
)
def test_escapes_are_resolved_once_and_never_into_signs_that_steer(text, expected):
    assert unescaped(text) == expected


def test_rich_text_is_joined_without_its_phonetic_guide():
    table = (
        b'<x:sst xmlns:x="' + MAIN + b'"><x:si><x:r><x:t>BB </x:t></x:r><x:r><x:t>(76,80)</x:t></x:r>'
        b"<x:rPh><x:t>be be</x:t></x:rPh></x:si><x:si/></x:sst>"
    )
    assert shared_strings(io.BytesIO(table)) == ["BB (76,80)", ""]


@pytest.mark.parametrize("cell, raw", [
    (b'<c t="inlineStr"><is><t>isi</t></is></c>', "isi"), (b'<c t="inlineStr"><v>isi</v></c>', "isi"),
    (b'<c t="inlineStr"><is><r><t>i</t></r><r><t>si</t></r></is></c>', "isi"), (b'<c t="str"><v>isi</v></c>', "isi"),
    (b'<c t="b"><v>true</v></c>', True), (b'<c t="b"><v>0</v></c>', False), (b'<c s="999"><v>3</v></c>', 3),
    (b'<c s=""><v>3</v></c>', 3), (b'<c t="s"/>', None), (b'<c t="str"><v></v></c>', None),
    (b'<c t="inlineStr"/>', None),
])  # fmt: skip
def test_contents_in_every_writing(tmp_path, cell, raw):
    assert grid(book(tmp_path, b"<row>" + cell + b"</row>")).cell(1, 1).raw == raw


def test_a_template_with_macros_is_read_and_remarked(tmp_path):
    path = build(tmp_path / "a.xlsx")
    macros = tmp_path / "a.xlsm"
    macros.write_bytes(with_macros(path.read_bytes()))
    usual, odd = read_book(path, TEMPLATE, VARIANTS), read_book(macros, TEMPLATE, VARIANTS)
    read_of = [
        [(r.title, r.row, {key: value.text for key, value in r.values.items()}) for r in each.all_records]
        for each in (usual, odd)
    ]
    assert read_of[0] == read_of[1] != []
    assert noted(odd, remarks.MAKRO) == [("Identitas dan Pengaturan", "")]
    assert noted(usual, remarks.MAKRO) == []


def test_two_sheets_of_one_part_are_refused(tmp_path):
    """A list of a thousand sheets that all show one long part would be read a thousand times."""
    parts = unpacked(base_workbooks()["openpyxl.xlsx"])
    name = "xl/workbook.xml"
    first = re.search(rb"<sheet [^>]*/>", parts[name])[0]
    parts[name] = parts[name].replace(first, first * 2_000)
    path = tmp_path / "a.xlsx"
    path.write_bytes(packed(parts))
    with pytest.raises(UnreadableWorkbook, match="lembar 'Sheet' dan 'Sheet' menunjuk isi yang sama"):
        inspect_workbook(path)


def test_a_part_without_a_name_is_damage(tmp_path):
    parts = unpacked(base_workbooks()["excel.xlsx"])
    content = packed({**parts, "nama": b"x"})
    path = tmp_path / "lkj.xlsx"
    path.write_bytes(content.replace(b"nama", b"\0ama"))
    with pytest.raises(UnreadableWorkbook, match="rusak"):
        inspect_workbook(path)


def test_an_encoding_that_nobody_knows_is_named_with_its_part(tmp_path):
    path = book(tmp_path, sharedStrings=b'<?xml version="1.0" encoding="kuno"?><sst/>')
    with pytest.raises(UnreadableWorkbook, match="daftar teks bersama rusak"):
        inspect_workbook(path)


@pytest.mark.parametrize(
    "cell",
    [
        b'<c r="B2"><v>1</v><v>2</v></c>',
        b'<c r="B2"><f>1+1</f><f>5</f><v>2</v></c>',
        b'<c r="B2" t="inlineStr"><is><t>a</t></is><is><t>b</t></is></c>',
        b'<c r="B2"><v>1<x>5</x>2</v></c>',
        b'<c r="B2"><v>1<x/></v></c>',
        b'<c r="B2"><f>1<x/>+1</f><v>2</v></c>',
        '<c r="B2"><v>١٢</v></c>'.encode(),
        '<c r="B2"><v>１２.５</v></c>'.encode(),
        '<c r="B2" t="s"><v>٠</v></c>'.encode(),
        '<c r="B2" s="٠"><v>1</v></c>'.encode(),
    ],
)
def test_a_content_that_programs_would_show_unlike_is_refused_with_its_place(tmp_path, cell):
    """LibreOffice shows the last value, and what stands behind markup; Excel opens none of these."""
    with pytest.raises(UnreadableWorkbook, match="lembar 'Isi', sel B2: isinya rusak"):
        grid(book(tmp_path, b'<row r="2">' + cell + b"</row>"))


def test_rows_are_numbered_in_our_digits(tmp_path):
    with pytest.raises(UnreadableWorkbook, match="sel A1: isinya rusak"):
        grid(book(tmp_path, '<row r="٢"><c><v>1</v></c></row>'.encode()))


def test_a_comment_or_a_foreign_element_in_a_cell_changes_nothing(tmp_path):
    row = b'<row r="1"><c r="A1"><x:v xmlns:x="urn:x">4</x:v><v>9<!-- a -->8</v><extLst/></c></row>'
    assert grid(book(tmp_path, row)).cell(1, 1).raw == 98


ROW = b'<row r="1"><c r="A1"><v>1</v></c></row>'


@pytest.mark.parametrize(
    "after",
    [
        b'<extLst><ext><row r="1"><c r="A1"><v>2</v></c></row></ext></extLst>',
        b'<extLst><ext><sheetData><row r="1"><c r="A1"><v>2</v></c></row></sheetData></ext></extLst>',
        b'<row r="1"><c r="A1"><v>2</v></c></row>',
        b'<other><row r="1"><c r="A1"><v>2</v></c></row></other>',
        b'<extLst><ext><mergeCell ref="A1:B9"/><col min="1" max="1" hidden="1"/></ext></extLst>',
    ],
)
def test_rows_and_merges_count_only_where_a_spreadsheet_program_looks_for_them(tmp_path, after):
    sheet = grid(book(tmp_path, ROW, after=after))
    assert ({row: dict(cells) for row, cells in sheet.rows.held.items()}, sheet.merges) == (
        {1: {1: (1, "General", Origin.KETIKAN, None)}},
        (),
    )
    assert not sheet.hidden_columns


@pytest.mark.parametrize(
    "rows, doubled",
    [
        (b'<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>', ((1, 1),)),
        (b'<row r="1"><c r="A1"><v>2</v></c><c r="B1"><v>2</v></c><c r="A1"><v>2</v></c></row>', ()),
        (ROW + b'<row r="1"><c r="A1"><v>2</v></c><c r="C1"><v>7</v></c></row>', ((1, 1),)),
        (ROW + b'</sheetData><sheetData><row r="1"><c r="A1"><v>2</v></c></row>', ((1, 1),)),
        (b'<row r="1"><c r="A1"><v>2</v></c><c r="A1"/></row>', ()),
        (b'<row r="1"><c r="A1"><v>2</v></c></row><row r="1"><c r="B1"><v>7</v></c></row>', ()),
    ],
)
def test_a_cell_told_twice_counts_as_libreoffice_shows_it_and_is_known(tmp_path, rows, doubled):
    sheet = grid(book(tmp_path, rows))
    assert (sheet.cell(1, 1).raw, sheet.doubled) == (2, doubled)


@pytest.mark.parametrize("style, place", [(b"", None), (b' s="0"', None), (b' s="3"', (1, 1))])
def test_number_formats_that_the_file_lacks_are_known(tmp_path, style, place):
    parts = unpacked(book(tmp_path, b'<row r="1"><c r="A1"' + style + b"><v>0.83</v></c></row>").read_bytes())
    del parts["xl/styles.xml"]
    path = tmp_path / "tanpa.xlsx"
    path.write_bytes(packed(parts))
    sheet = grid(path)
    assert (sheet.cell(1, 1).raw, sheet.cell(1, 1).number_format, sheet.unformatted) == (0.83, "General", place)


def test_a_link_to_another_program_is_told_and_never_followed(tmp_path):
    parts = unpacked(book(tmp_path, ROW).read_bytes())
    link = b'<externalLink xmlns="' + MAIN + b'"><ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>'
    rels = "xl/_rels/workbook.xml.rels"
    kind = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLink"
    more = b'<Relationship Id="rIdX" Type="' + kind + b'" Target="externalLinks/externalLink1.xml"/></Relationships>'
    parts[rels] = parts[rels].replace(b"</Relationships>", more)
    path = tmp_path / "dde.xlsx"
    path.write_bytes(packed({**parts, "xl/externalLinks/externalLink1.xml": link}))
    with open_workbook(path) as workbook:
        assert workbook.programs == ("cmd|/c calc",)
        assert [(remark.kind, remark.detail) for remark in workbook.remarks] == [
            (remarks.TAUTAN_PROGRAM, "cmd|/c calc")
        ]
    assert inspect_workbook(path).outside["ddeLink"] == 1
