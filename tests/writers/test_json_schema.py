"""The published schema and what `--format json` prints hold each other to account."""

from __future__ import annotations

import copy
import json
from dataclasses import replace
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.message import say
from lkj_xlsx.model.report import Sensitivity
from lkj_xlsx.writers.as_json import report_json
from lkj_xlsx.writers.json_schema import audit_schema, published
from tests.writers.small_reports import GALAT, GENERAL, NOTE, report

ROOT = Path(__file__).parents[2]
SCHEMA = audit_schema()
VALIDATOR = Draft202012Validator(SCHEMA)
FULL = replace(
    report(replace(GALAT, root=Where("Efisiensi", 5, 8), accepted="Disetujui."), GENERAL, NOTE),
    sensitivity=(Sensitivity("Rumus Efisiensi", "EFF-2", "efisien", 1, 4, say("Satu berubah.")),),
)


def document() -> dict:
    return json.loads(report_json(FULL))


def described(schema: dict) -> dict:
    """The schema behind a reference or the first choice of several."""
    if "$ref" in schema:
        return described(SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]])
    return described(schema["anyOf"][0]) if "anyOf" in schema else schema


def undescribed(value: object, schema: dict, path: str = "") -> list[str]:
    """Keys of a document that the schema does not know, at any depth."""
    schema = described(schema)
    if isinstance(value, list):
        return [key for item in value for key in undescribed(item, schema["items"], f"{path}[]")]
    if not isinstance(value, dict):
        return []
    known = schema["properties"]
    return [f"{path}.{key}" for key in value if key not in known] + [
        key for name, item in value.items() if name in known for key in undescribed(item, known[name], f"{path}.{name}")
    ]


def test_the_published_file_is_this_schema():
    text = (ROOT / "docs" / "audit.schema.json").read_text(encoding="utf-8")
    assert text == published(), "python -m lkj_xlsx.writers.json_schema > docs/audit.schema.json"


def test_it_is_a_schema():
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("whole", [FULL, report(), report(GENERAL)], ids=["full", "empty", "no cell"])
def test_what_is_printed_is_valid_and_every_key_is_described(whole):
    printed = json.loads(report_json(whole))
    assert [error.message for error in VALIDATOR.iter_errors(printed)] == []
    assert undescribed(printed, SCHEMA) == []


def test_every_required_key_is_missed_wherever_it_is_left_out():
    for path in [
        (),
        ("summary",),
        ("summary", "by_level"),
        ("summary", "not_checked", 0),
        ("findings", -1),
        ("findings", -1, "related", 0),
        ("findings", -1, "root"),
        ("sensitivity", 0),
        ("source",),
        ("tool",),
    ]:
        whole = document()
        part = whole
        for step in path:
            part = part[step]
        for key in list(part):
            broken = copy.deepcopy(whole)
            inner = broken
            for step in path:
                inner = inner[step]
            del inner[key]
            assert not VALIDATOR.is_valid(broken), (path, key)


@pytest.mark.parametrize(
    "key, value",
    [
        ("level", "error"),
        ("code", "301"),
        ("difference", "0,40"),
        ("stated", 97.94),
        ("message", None),
        ("related", ["F6"]),
    ],
)
def test_wrong_values_are_refused(key, value):
    wrong = document()
    wrong["findings"][0][key] = value
    assert not VALIDATOR.is_valid(wrong)


def test_a_later_key_is_not_forbidden():
    later = document() | {"baru": 1}
    assert VALIDATOR.is_valid(later)
