"""A rule that failed is a finding."""

from __future__ import annotations

from lkj_xlsx.model.finding import Level
from lkj_xlsx.rules.failed_rule import failed


def test_a_failure_names_the_rule_and_the_fault():
    found = failed("LKJ311", ZeroDivisionError("pembagi nol"))
    assert (found.code, found.rule, found.level, found.where) == ("LKJ901", "aturan-gagal", Level.GALAT, None)
    assert str(found.message) == (
        "Aturan LKJ311 gagal dijalankan (ZeroDivisionError: pembagi nol); hasilnya tidak lengkap."
    )
    assert found.title == "aturan LKJ311" and "Laporkan" in str(found.step)
