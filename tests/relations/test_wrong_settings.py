"""Settings that the figures speak against."""

from __future__ import annotations

from lkj_xlsx.findings.one_mistake import SATU
from tests.workbook_case import TWIN, Typed, audited


def test_a_code_that_leaves_nothing_to_compute_is_no_explanation():
    audit = audited(Typed("data_dasar", "ASET", "realisasi@2023", "529.639.169.310"), base=TWIN)
    assert not [f for f in audit.findings if f.code == SATU[0] and f.where is not None and f.where.sheet == "Indikator"]
