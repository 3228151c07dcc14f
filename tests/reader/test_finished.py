"""From a finished workbook to the filled template it was made of."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from lkj_xlsx import pipeline
from lkj_xlsx.errors import UnknownTemplate
from lkj_xlsx.reader.finished import filled
from lkj_xlsx.writers.workbook import write_workbook
from tests.workbook_case import SAMPLES, TWIN

SAMPLE = SAMPLES / f"{TWIN}.xlsx"


@pytest.fixture(scope="module")
def result(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("hasil") / "lkj-hasil.xlsx"
    write_workbook(pipeline.audit(SAMPLE), path)
    return path


@pytest.fixture
def finished(result, tmp_path) -> Path:
    return Path(shutil.copy(result, tmp_path / "lkj-hasil.xlsx"))


def test_a_filled_template_is_itself():
    assert filled(SAMPLE) == SAMPLE


def test_the_same_bytes_beside_it_are_found_by_name_or_under_another(finished):
    shutil.copy(SAMPLES / "lkj-batubara-2024.xlsx", finished.with_name(SAMPLE.name))  # the name, but other bytes
    other = Path(shutil.copy(SAMPLE, finished.with_name("laporan 2024.xlsx")))
    assert filled(finished) == other
    shutil.copy(SAMPLE, finished.with_name(SAMPLE.name))
    assert filled(finished) == finished.with_name(SAMPLE.name)


def test_without_them_the_file_is_named(finished):
    with pytest.raises(UnknownTemplate, match=f"hasil pemeriksaan {SAMPLE.name}"):
        filled(finished)


def test_last_year_may_be_a_finished_workbook(finished):
    shutil.copy(SAMPLE, finished.with_name(SAMPLE.name))
    book = pipeline.read(SAMPLE, lalu=finished)
    assert book.lalu is not None and book.lalu.settings.tahun == 2024
