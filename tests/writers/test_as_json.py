"""The JSON document: its shape, its numbers, its order."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal

from lkj_xlsx.writers.as_json import report_json
from tests.writers.small_reports import GALAT, GENERAL, NOTE, report


def test_the_whole_shape():
    assert json.loads(report_json(report(GALAT))) == {
        "schema": 1,
        "tool": {"name": "lkj-xlsx", "version": "9.9"},
        "source": {"path": "berkas/lkj contoh.xlsx", "sha256": "ab" * 32},
        "template": {"version": "1"},
        "summary": {
            "checked": 12, "agree": 10, "by_level": {"galat": 1, "beda": 0, "periksa": 0, "catatan": 0},
            "not_checked": [{"what": "Efisiensi 3.16", "reason": "rumus belum dipilih"}],
        },
        "findings": [{
            "code": "LKJ301", "level": "galat", "rule": "selisih", "sheet": "Efisiensi", "cell": "H6", "table": "3.9",
            "subject": "Rapat: capaian", "stated": "97.94", "recomputed": "97.5369", "difference": "0.4031",
            "message": "Tertulis 97,94, hasil hitung ulang 97,54.", "cause": "Angka 5 tertulis 9.",
            "consequence": "Predikat tidak berubah.",
            "related": [{"sheet": "Efisiensi", "cell": "F6"}, {"sheet": "Renstra", "cell": None}], "basis": "eksak",
        }],
    }


def test_what_is_absent_is_null():
    (finding,) = json.loads(report_json(report(GENERAL)))["findings"]
    assert {key for key, value in finding.items() if value is None} == {
        "cell", "table", "subject", "stated", "recomputed", "difference", "cause", "consequence", "basis"}


def test_numbers_are_text_without_exponent_and_words_stay_words():
    large = replace(GALAT, stated=Decimal("5E+10"), recomputed="Tinggi", difference=Decimal("-1E-7"))
    (finding,) = json.loads(report_json(report(large)))["findings"]
    assert (finding["stated"], finding["recomputed"], finding["difference"]) == ("50000000000", "Tinggi", "-0.0000001")


def test_the_order_does_not_depend_on_the_order_found():
    one, other = report_json(report(NOTE, GALAT, GENERAL)), report_json(report(GENERAL, NOTE, GALAT))
    assert one == other
    assert [finding["level"] for finding in json.loads(one)["findings"]] == ["galat", "beda", "catatan"]


def test_table_3_9_comes_before_3_10_of_the_same_level():
    later = replace(GALAT, tabel="3.10")
    assert [f["table"] for f in json.loads(report_json(report(later, GALAT)))["findings"]] == ["3.9", "3.10"]


def test_signs_stay_readable():
    assert "÷" in report_json(report(replace(GALAT, basis="5 ÷ 2")))
