"""A few of the ways to write a clean report; `benchmarks.legitimate` tries hundreds."""

from __future__ import annotations

import io

import openpyxl
import pytest

from benchmarks.filled import columns, last, table_sheets
from benchmarks.legitimate import RESAVED, bases, known, varied, written
from lkj_xlsx.spec.template import TEMPLATE

NAMES = [item.name for item in known()]
NUMBERS = list(range(len(NAMES), 2 * len(NAMES)))


@pytest.mark.parametrize(
    "name, number",
    [*(("lkj-contoh-lengkap-2025", n) for n in NUMBERS[::2]), *(("kantor-kesehatan-0-1000", n) for n in NUMBERS[1::4])],
)
def test_a_report_written_otherwise_is_not_called_wrong(name: str, number: int) -> None:
    assert number >= RESAVED
    alarm = varied(name, number)
    assert alarm.did
    assert alarm.findings == ()


def test_the_bases_are_those_of_further_offices_too() -> None:
    assert len({name.split("-")[1] for name in bases(1) if name.startswith("kantor-")}) >= 5


def test_every_column_of_a_filled_template_is_known_by_its_heading() -> None:
    book = openpyxl.load_workbook(io.BytesIO(written("lkj-contoh-lengkap-2025")))
    for sheet in table_sheets(book):
        assert len(columns(sheet)) == sum(cell.value is not None for cell in sheet[4]), sheet.title
        assert last(sheet) > 4
    assert {sheet.title for sheet in table_sheets(book)} <= {sheet.title for sheet in TEMPLATE.sheets}
