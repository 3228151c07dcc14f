"""A few audits killed at random moments; the long run is `python -m benchmarks.crash`."""

from __future__ import annotations

from benchmarks.crash import trial
from lkj_xlsx import pipeline
from lkj_xlsx.spec.field import Years
from lkj_xlsx.spec.template import TEMPLATE
from lkj_xlsx.writers.template import write_template


def test_killed_audits_leave_whole_files(tmp_path):
    write_template(tmp_path / "t.xlsx", TEMPLATE, Years(2024, 2024, 2026), pipeline.variants())
    run = trial(4, seed=2, sample=tmp_path / "t.xlsx")
    assert run.faults == []
    assert run.count["killed"] == 4
