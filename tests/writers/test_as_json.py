"""The JSON document: its shape, its numbers, its order."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal

from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.message import say
from lkj_xlsx.model.report import Sensitivity, Summary
from lkj_xlsx.writers.as_json import report_json
from tests.writers.small_reports import GALAT, GENERAL, NOTE, report


def test_the_whole_shape():
    assert json.loads(report_json(report(GALAT))) == {
        "schema": 1,
        "tool": {"name": "lkj-xlsx", "version": "9.9"},
        "source": {"path": "berkas/lkj contoh.xlsx", "sha256": "ab" * 32},
        "template": {"version": "1"},
        "summary": {
            "checked": 12,
            "agree": 10,
            "by_level": {"galat": 1, "beda": 0, "periksa": 0, "catatan": 0},
            "accepted": 0,
            "not_checked": [{"what": "Efisiensi 3.16", "reason": "rumus belum dipilih"}],
        },
        "readiness": {
            "state": "belum siap",
            "sentence": "BELUM SIAP dilampirkan: masih ada 1 temuan galat.",
            "missing": [],
        },
        "findings": [
            {
                "code": "LKJ301",
                "level": "galat",
                "rule": "selisih",
                "sheet": "Efisiensi",
                "cell": "H6",
                "table": "3.9",
                "subject": "Rapat: capaian",
                "stated": "97.94",
                "recomputed": "97.5369",
                "difference": "0.4031",
                "message": "Tertulis 97,94, hasil hitung ulang 97,54.",
                "cause": "Angka 5 tertulis 9.",
                "consequence": "Predikat berubah dari Tinggi menjadi Sedang.",
                "related": [{"sheet": "Efisiensi", "cell": "F6"}, {"sheet": "Renstra", "cell": None}],
                "basis": "eksak",
                "root": None,
                "step": "Ganti 97,94 dengan 97,54.",
                "accepted": None,
                "name": "Rapat",
                "measure": "CAPAIAN",
                "year": 2024,
                "flips": [{"conclusion": "predikat", "of": None, "from": "Tinggi", "to": "Sedang", "sure": True}],
            }
        ],
        "sensitivity": [],
    }


def test_what_is_absent_is_null():
    (finding,) = json.loads(report_json(report(GENERAL)))["findings"]
    assert {key for key, value in finding.items() if value is None} == {
        "cell",
        "table",
        "subject",
        "stated",
        "recomputed",
        "difference",
        "cause",
        "consequence",
        "basis",
        "root",
        "step",
        "accepted",
        "name",
        "measure",
        "year",
    }


def test_numbers_are_text_without_exponent_and_words_stay_words():
    large = replace(GALAT, stated=Decimal("5E+10"), recomputed="Tinggi", difference=Decimal("-1E-7"))
    (finding,) = json.loads(report_json(report(large)))["findings"]
    assert (finding["stated"], finding["recomputed"], finding["difference"]) == ("50000000000", "Tinggi", "-0.0000001")


def test_an_accepted_finding_stays_and_says_why_after_the_open_ones():
    whole = report(replace(GALAT, accepted="Disetujui (Sekretaris, 12/01/2025)"), NOTE, summary=Summary(accepted=1))
    document = json.loads(report_json(whole))
    assert [(f["code"], f["accepted"]) for f in document["findings"]] == [
        ("LKJ212", None),
        ("LKJ301", "Disetujui (Sekretaris, 12/01/2025)"),
    ]
    assert document["summary"]["accepted"] == 1


def test_a_follow_on_names_its_root_and_stands_right_after_it():
    follows = replace(NOTE, where=Where("Efisiensi", 6, 12), root=GALAT.where)
    findings = json.loads(report_json(report(follows, GENERAL, GALAT)))["findings"]
    assert [(f["code"], f["root"]) for f in findings] == [
        ("LKJ301", None),
        ("LKJ212", {"sheet": "Efisiensi", "cell": "H6"}),
        ("LKJ101", None),
    ]


def test_sensitivity_tells_what_rival_formulas_change():
    sentence = say("Bila rumus turun TURUN-2 yang dipakai: 1 dari 8 predikat berubah.")
    whole = report(sensitivity=(Sensitivity("Rumus Turun", "TURUN-2", "predikat", 1, 8, sentence),))
    assert json.loads(report_json(whole))["sensitivity"] == [
        {
            "option": "Rumus Turun",
            "variant": "TURUN-2",
            "word": "predikat",
            "changed": 1,
            "of": 8,
            "message": str(sentence),
        }
    ]


def test_the_order_does_not_depend_on_the_order_found():
    one, other = report_json(report(NOTE, GALAT, GENERAL)), report_json(report(GENERAL, NOTE, GALAT))
    assert one == other
    assert [finding["level"] for finding in json.loads(one)["findings"]] == ["galat", "beda", "catatan"]


def test_table_3_9_comes_before_3_10_of_the_same_level():
    later = replace(GALAT, tabel="3.10")
    assert [f["table"] for f in json.loads(report_json(report(later, GALAT)))["findings"]] == ["3.9", "3.10"]


def test_signs_stay_readable():
    assert "÷" in report_json(report(replace(GALAT, basis="5 ÷ 2")))
