"""The built template files are what the specification makes today."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from lkj_xlsx import pipeline
from lkj_xlsx.spec.field import period
from lkj_xlsx.spec.template import TEMPLATE
from lkj_xlsx.writers.template import write_template

FOLDER = Path(__file__).parents[1] / "workbook_templates"
YEARS = (2024, 2025, 2026)


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as file:
        return {name: file.read(name) for name in sorted(file.namelist())}


def test_there_is_one_file_a_year_and_no_other_workbook():
    assert sorted(path.name for path in FOLDER.glob("*.xlsx")) == [f"template-lkj-{year}.xlsx" for year in YEARS]


@pytest.mark.parametrize("tahun", YEARS)
def test_a_built_file_equals_a_fresh_one(tahun, tmp_path):
    fresh = tmp_path / "fresh.xlsx"
    write_template(fresh, TEMPLATE, period(tahun), pipeline.variants())
    built, rebuilt = parts(FOLDER / f"template-lkj-{tahun}.xlsx"), parts(fresh)
    assert list(built) == list(rebuilt)
    assert [name for name in rebuilt if built[name] != rebuilt[name]] == []
