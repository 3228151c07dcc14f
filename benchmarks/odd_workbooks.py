"""Small workbooks that hold much of what a reader meets, made here: what the fuzzer damages."""

from __future__ import annotations

import io
from datetime import datetime

import openpyxl
import xlsxwriter
from openpyxl.comments import Comment
from openpyxl.worksheet.datavalidation import DataValidation

from benchmarks.damage import packed, unpacked

DAY = datetime(2024, 8, 1)  # noqa: DTZ001 - dates in a workbook have no zone
_STRICT = (
    (b"http://schemas.openxmlformats.org/spreadsheetml/2006/main", b"http://purl.oclc.org/ooxml/spreadsheetml/main"),
    (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
    ),
)


def base_workbooks() -> dict[str, bytes]:
    """The workbooks by name."""
    excel = _like_excel()
    return {
        "excel.xlsx": excel,
        "1904.xlsx": _like_excel(from_1904=True),
        "openpyxl.xlsx": _like_openpyxl(),
        "strict.xlsx": strict(excel),
        "bersama.xlsx": shared_formulas(_like_openpyxl()),
        "makro.xlsm": with_macros(excel),
        "tertutup.xlsx": unseen(excel),
        "dde.xlsx": with_program(excel),
    }


def _like_excel(from_1904: bool = False) -> bytes:
    stream = io.BytesIO()
    options = {"in_memory": True, "default_date_format": "dd/mm/yyyy", "date_1904": from_1904}
    with xlsxwriter.Workbook(stream, options) as book:
        sheet, percent = book.add_worksheet("Isi"), book.add_format({"num_format": "0.00%"})
        bold = book.add_format({"bold": True})
        for row, content in enumerate((1, 2.5, "83,72%", "BB (76,8)", True, None, "1.234.567", "3,50, %")):
            sheet.write(row, 0, content)
            sheet.write_formula(row, 1, f"=A{row + 1}*2", percent, row)
        sheet.write_datetime(0, 2, DAY)
        sheet.write_rich_string(1, 2, "BB ", bold, "(76,80)")
        sheet.write_formula(2, 2, "=1/0", None, "#DIV/0!")
        sheet.merge_range("D1:D4", "gabung")
        sheet.write_comment("A1", "periksa")
        sheet.write_url("E1", "https://contoh.invalid/", string="tautan")
        sheet.data_validation("A1:A9", {"validate": "list", "source": ["a", "b"]})
        sheet.set_row(5, None, None, {"hidden": True})
        sheet.set_column("F:H", None, None, {"hidden": True})
        book.add_worksheet("Sembunyi").hide()
        chart = book.add_chart({"type": "column"})
        chart.add_series({"values": "=Isi!$A$1:$A$2"})
        book.add_chartsheet("Grafik").set_chart(chart)
        book.define_name("nilai", "=Isi!$A$1")
    return stream.getvalue()


def _like_openpyxl() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in range(1, 9):
        sheet.cell(row, 1, row)
        sheet.cell(row, 2, f"=A{row}*$A$1")
        sheet.cell(row, 3, f"teks {row % 3}")
    sheet["D1"], sheet["D2"] = DAY, "=SUM(A1:A8)"
    sheet["A1"].comment = Comment("periksa", "lkj-xlsx")
    rule = DataValidation("whole", operator="between", formula1="1", formula2="9")
    sheet.add_data_validation(rule)
    rule.add("A1:A8")
    book.create_sheet("Lain")["A1"] = "='Sheet'!A1"
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def strict(content: bytes) -> bytes:
    """The same workbook as Strict Open XML."""
    parts = unpacked(content)
    for name, part in parts.items():
        for usual, other in _STRICT:
            part = part.replace(usual, other)
        parts[name] = part
    return packed(parts)


def shared_formulas(content: bytes) -> bytes:
    """The same workbook with column B filled down, as Excel saves it."""
    parts = unpacked(content)
    name = "xl/worksheets/sheet1.xml"
    part = parts[name].replace(b"<f>A1*$A$1</f>", b'<f t="shared" ref="B1:B8" si="0">A1*$A$1</f>')
    for row in range(2, 9):
        part = part.replace(b"<f>A%d*$A$1</f>" % row, b'<f t="shared" si="0"/>')
    return packed({**parts, name: part})


def with_macros(content: bytes) -> bytes:
    """The same workbook as one that carries a program."""
    parts = unpacked(content)
    types, program = "[Content_Types].xml", b"application/vnd.ms-office.vbaProject"
    parts[types] = parts[types].replace(
        b"</Types>", b'<Override PartName="/xl/vbaProject.bin" ContentType="' + program + b'"/></Types>'
    )
    return packed({**parts, "xl/vbaProject.bin": b"program"})


def unseen(content: bytes) -> bytes:
    """The same workbook with what no program shows: a figure under a merged range, a cell told twice, no formats."""
    parts = unpacked(content)
    name = "xl/worksheets/sheet1.xml"
    more = b'<row r="2" hidden="1"><c r="A2" s="1"><v>9</v></c><c r="D2"><v>7</v></c></row></sheetData>'
    parts[name] = parts[name].replace(b"</sheetData>", more)
    del parts["xl/styles.xml"]
    return packed(parts)


def with_program(content: bytes) -> bytes:
    """The same workbook with a formula that asks another program for its data (DDE)."""
    parts = unpacked(content)
    kind = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLink"
    more = b'<Relationship Id="rIdX" Type="' + kind + b'" Target="externalLinks/externalLink1.xml"/></Relationships>'
    name = "xl/_rels/workbook.xml.rels"
    parts[name] = parts[name].replace(b"</Relationships>", more)
    space = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    link = b'<externalLink xmlns="' + space + b'"><ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>'
    return packed({**parts, "xl/externalLinks/externalLink1.xml": link})
