"""A folder of other people's odd workbooks, named by LKJ_CORPUS: each is read or refused in words, and read right."""

from __future__ import annotations

import csv
import os
from pathlib import Path

import pytest

from benchmarks.fuzz import outcome
from lkj_xlsx.errors import UnreadableWorkbook
from lkj_xlsx.reader.inspect import inspect_workbook

CORPUS = Path(os.environ.get("LKJ_CORPUS", ""))
FACTS = CORPUS.parent / "FACTS.tsv"  # what independent readers count in each file
pytestmark = pytest.mark.skipif(not os.environ.get("LKJ_CORPUS"), reason="LKJ_CORPUS names no folder of odd workbooks")


def test_every_file_is_read_or_refused_in_words():
    files = [path for path in sorted(CORPUS.iterdir()) if path.is_file()]
    ended = {path.name: outcome(path, whole=False) for path in files}
    assert files
    assert set(ended.values()) <= {"dibaca", "UnreadableWorkbook"}


def counted(path: Path) -> dict[str, str] | None:
    """What the table counts, as we count it; None for a file that is refused."""
    try:
        inspection = inspect_workbook(path)
    except UnreadableWorkbook:
        return None
    all_ = inspection.totals
    counts = {
        "sheets": len(inspection.sheets), "hidden": sum(sheet.visibility != "visible" for sheet in inspection.sheets),
        "other": sum(sheet.kind != "worksheet" for sheet in inspection.sheets), "cells": all_.cells,
        "n": all_.numbers + all_.dates - all_.iso_dates, "s": all_.texts + all_.empty_texts, "b": all_.booleans,
        "e": all_.errors, "d": all_.iso_dates, "nocache": all_.unsaved, "formulas": all_.formulas,
        "percent": all_.percents, "merges": all_.merges, "dv": all_.validations,
    }  # fmt: skip
    return {name: str(count) for name, count in counts.items()}


@pytest.mark.skipif(not FACTS.is_file(), reason="no table of facts beside the folder")
def test_what_is_read_is_what_independent_readers_count():
    with FACTS.open(encoding="utf-8", newline="") as stream:
        rows = {row["file"]: row for row in csv.DictReader(stream, delimiter="\t")}
    mine = {name: counted(CORPUS / name) for name in rows}
    read = {name: counts for name, counts in mine.items() if counts is not None}
    assert read == {name: {key: rows[name][key] for key in counts} for name, counts in read.items()}
    assert len(read) >= 0.95 * len(rows)
