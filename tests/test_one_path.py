"""Every row is judged by the same code, however long its sheet: a rule nobody knew before is heard on all of them."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from benchmarks.workbooks import SHEET, budget_data
from lkj_xlsx import pipeline
from lkj_xlsx.model.declare import rule
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.model.message import say
from lkj_xlsx.spec import sources
from lkj_xlsx.spec.template import TEMPLATE
from lkj_xlsx.writers.fill import fill

LOW = 90
SHORTEST = 60  # rows that are made; a shorter sheet is the end of one


@rule("LKJ998", "serapan-rendah", Level.PERIKSA, "Serapan rendah", sources.SERAPAN)
def serapan_rendah(book, ledger):
    """A rule made up here that reads the rows themselves."""
    for record in book.records(SHEET):
        percent = record.get("serapan").known
        if percent is not None and percent < LOW:
            yield Finding("LKJ998", "serapan-rendah", Level.PERIKSA, say("rendah"), record.get("serapan").where)


@rule("LKJ999", "serapan-rendah-dihitung", Level.PERIKSA, "Serapan rendah menurut hitungan", sources.SERAPAN)
def serapan_rendah_dihitung(book, ledger):
    """The same asked of the recomputed figures."""
    for entry in ledger.entries:
        if entry.computed.record.sheet == SHEET and entry.computed.field == "serapan":
            result = entry.computed.result
            if isinstance(result, Decimal) and result < LOW:
                yield Finding("LKJ999", "serapan-rendah-dihitung", Level.PERIKSA, say("rendah"), entry.where)


def number(text: str) -> int:
    return int(text.replace(".", ""))


def low_rows(data) -> int:
    """How many rows spent less than 90 %, told from the data the workbook is made of."""
    rows = data["lembar"][SHEET]
    return sum(number(row["realisasi"]) * 100 < number(row["anggaran"]) * LOW for row in rows)


@pytest.mark.parametrize("rows, formulas", [(10, False), (400, False), (400, True)])
def test_a_made_up_rule_is_heard_on_every_row(tmp_path: Path, monkeypatch, rows: int, formulas: bool):
    assert_heard(tmp_path, monkeypatch, rows, formulas)


def test_a_made_up_rule_is_heard_on_ten_thousand_rows(tmp_path: Path, monkeypatch):
    assert_heard(tmp_path, monkeypatch, 10_000, False)


def assert_heard(folder: Path, monkeypatch, rows: int, formulas: bool) -> None:
    data = budget_data(max(rows, SHORTEST), formulas=formulas)
    data["lembar"][SHEET] = data["lembar"][SHEET][-rows:]
    fill(data, folder / "a.xlsx", TEMPLATE, pipeline.variants())
    known = pipeline.rules()
    monkeypatch.setattr(pipeline, "rules", lambda: (*known, serapan_rendah, serapan_rendah_dihitung))
    for drawn in (False, True) if rows < 1_000 else (False,):
        report = pipeline.audit(folder / "a.xlsx", drawn=drawn)
        said = [finding.code for finding in report.findings]
        assert (said.count("LKJ998"), said.count("LKJ999")) == (low_rows(data),) * 2
    assert low_rows(data)
