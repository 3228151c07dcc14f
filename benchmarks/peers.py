"""What the tool is held against: bare scripts and other checkers, each a small program run as a process of its own.

All read every sheet, as the audit does, and check as far as each can: kinds of content and missing cells of each sheet
(frictionless), the budget's kinds and percentages (pandera over pandas), all formulas (LibreOffice, `formulas`).
"""

from __future__ import annotations

import importlib.util
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

SHEET, HEADER_ROW = "Realisasi Anggaran", 4

_TWO_LOADS = """
import sys
from openpyxl import load_workbook
for data_only in (True, False):
    workbook = load_workbook(sys.argv[1], read_only=True, data_only=data_only)
    for sheet in workbook:
        for row in sheet.iter_rows(values_only=True):
            pass
    workbook.close()
"""
_PANDAS = """
import sys, pandas
pandas.read_excel(sys.argv[1], sheet_name=None, header=None)
"""
_FRICTIONLESS = f"""
import os, sys
from frictionless import Detector, Dialect, Resource
from frictionless.formats import ExcelControl
from openpyxl import load_workbook
folder, name = os.path.split(sys.argv[1])
workbook = load_workbook(sys.argv[1], read_only=True)
titles = workbook.sheetnames
workbook.close()
for title in titles:
    dialect = Dialect(header_rows=[{HEADER_ROW}], controls=[ExcelControl(sheet=title)])
    Resource(path=name, basepath=folder, dialect=dialect, detector=Detector(sample_size=100)).validate()
"""
_PANDERA = f"""
import sys, pandas, pandera.pandas as pa
frame = pandas.read_excel(sys.argv[1], sheet_name=None, header={HEADER_ROW - 1})[{SHEET!r}]
given, spent, percent = frame.columns[6:9]
schema = pa.DataFrameSchema(
    {{name: pa.Column(float, pa.Check.ge(0), nullable=True, coerce=True) for name in (given, spent, percent)}},
    checks=pa.Check(lambda rows: ((rows[spent] / rows[given] * 100 - rows[percent]).abs() < 0.006)),
)
try:
    schema.validate(frame, lazy=True)
except pa.errors.SchemaErrors:
    pass
"""
_FORMULAS = """
import sys, formulas
formulas.ExcelModel().loads(sys.argv[1]).finish().calculate()
"""
_XLSXWRITER = """
import datetime, json, sys
import xlsxwriter
workbook = xlsxwriter.Workbook(sys.argv[2])
formats = {}
for title, cells in json.load(open(sys.argv[1], encoding="utf-8")):
    sheet = workbook.add_worksheet(title)
    for row, column, kind, value, code, formula in cells:
        style = formats.get(code)
        if style is None:
            style = formats[code] = workbook.add_format({"num_format": code, "border": 1})
        if kind == "f":
            sheet.write_formula(row, column, formula, style, value)
        elif kind == "n":
            sheet.write_number(row, column, value, style)
        elif kind == "s":
            sheet.write_string(row, column, value, style)
        else:
            sheet.write_blank(row, column, None, style)
workbook.close()
"""


def python(script: str, *arguments: str | Path) -> list[str]:
    """A script as a command of its own."""
    return [sys.executable, "-c", script, *map(str, arguments)]


def two_loads(path: Path) -> list[str]:
    return python(_TWO_LOADS, path)


def writing(cells: Path, target: Path) -> list[str]:
    """The bare script that writes what `cells` lists."""
    return python(_XLSXWRITER, cells, target)


def libreoffice(path: Path) -> list[str]:
    """A conversion with every formula computed again, in a profile that is kept between the runs."""
    program = shutil.which("soffice") or shutil.which("libreoffice") or "soffice"
    folder = Path(tempfile.gettempdir()) / "lkj-xlsx-benchmarks"
    profile = folder / "libreoffice"
    settings = profile / "user" / "registrymodifications.xcu"
    if not settings.exists():
        settings.parent.mkdir(parents=True, exist_ok=True)
        settings.write_text(_ALWAYS_RECALCULATE, encoding="utf-8")
    out = folder / "recalculated"
    return [
        program,
        f"-env:UserInstallation={profile.as_uri()}",
        "--headless",
        "--convert-to",
        "xlsx",
        "--outdir",
        str(out),
        str(path),
    ]


_ALWAYS_RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">
<value>0</value></prop></item></oor:items>
"""

PEERS: dict[str, tuple[str, Callable[[Path], list[str]]]] = {
    "pandas.read_excel": ("pandas", lambda path: python(_PANDAS, path)),
    "frictionless": ("frictionless", lambda path: python(_FRICTIONLESS, path)),
    "pandera": ("pandera", lambda path: python(_PANDERA, path)),
    "formulas": ("formulas", lambda path: python(_FORMULAS, path)),
    "LibreOffice": ("", libreoffice),
}


def missing(name: str) -> bool:
    """Whether a peer is not installed."""
    module, _ = PEERS[name]
    if module:
        return importlib.util.find_spec(module) is None
    return not (shutil.which("soffice") or shutil.which("libreoffice"))
