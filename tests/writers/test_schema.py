"""The JSON Schema and the check of `fill` hold the same things right and wrong."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator

from lkj_xlsx.spec.field import period
from lkj_xlsx.spec.template import TEMPLATE
from lkj_xlsx.writers.fill_check import problems
from lkj_xlsx.writers.schema import data_schema
from tests.writers.fake_variants import fake_variants

SCHEMA = data_schema(TEMPLATE, fake_variants())
VALIDATOR = Draft202012Validator(SCHEMA)


def data(**cells):
    return {
        "template": 1,
        "identitas": {"tahun": 2024},
        "lembar": {"capaian_iku": [{"indikator": "A"}, {"indikator": "B", **cells}]},
    }


def test_it_is_a_schema_of_plain_json_values():
    Draft202012Validator.check_schema(SCHEMA)
    assert json.loads(json.dumps(SCHEMA)) == SCHEMA


def test_every_sheet_and_field_of_the_spec_has_its_entry_with_its_help():
    tables = SCHEMA["properties"]["lembar"]["properties"]
    for sheet in TEMPLATE.sheets:
        own = SCHEMA["properties"][sheet.key] if sheet.form else tables[sheet.key]["items"]
        assert own["additionalProperties"] is False
        assert {key: entry["description"] for key, entry in own["properties"].items()} == {
            field.key: field.help for field in sheet.fields
        }


def test_choices_are_examples_and_do_not_forbid_a_misprint():
    arah = SCHEMA["properties"]["lembar"]["properties"]["indikator"]["items"]["properties"]["arah"]
    assert arah["examples"] == ["Naik", "Turun", "Rentang"]
    batas = SCHEMA["properties"]["identitas"]["properties"]["batas_capaian"]
    assert batas["examples"] == [f"Cara {n} untuk batas_capaian" for n in (1, 2, 3)]
    wrong = {"template": 1, "identitas": {"tahun": 2024}, "lembar": {"indikator": [{"arah": "Niak"}]}}
    assert VALIDATOR.is_valid(wrong)


def test_a_repeating_field_is_an_object_by_year():
    dasar = {"template": 1, "identitas": {"tahun": 2024}, "lembar": {"data_dasar": [{"realisasi": {"2023": "5"}}]}}
    assert VALIDATOR.is_valid(dasar)
    dasar["lembar"]["data_dasar"][0]["realisasi"] = "5"
    assert not VALIDATOR.is_valid(dasar)


@pytest.mark.parametrize(
    "cells",
    [
        {"target": "11"},
        {"target": 11},
        {"target": 3.5},
        {"target": None},
        {"target": {"gabung": "atas"}},
        {"capaian": {"rumus": "=1+1", "nilai": 2}},
        {"capaian": {"rumus": "=1+1"}},
        {"capaian": {"teks": "2.17"}},
        {"capaian": {"rumus": "=1/0", "nilai": "#DIV/0!"}},
        {},
    ],
)
def test_both_accept(cells):
    assert VALIDATOR.is_valid(data(**cells))
    assert list(problems(data(**cells), TEMPLATE, period(2024))) == []


@pytest.mark.parametrize(
    "cells",
    [
        {"tarjet": "11"},
        {"target": True},
        {"target": ["11"]},
        {"target": {"gabung": "bawah"}},
        {"target": {}},
        {"target": {"rumus": "1+1"}},
        {"target": {"rumus": "="}},
        {"target": {"teks": 2}},
        {"target": {"nilai": 2}},
        {"target": {"rumus": "=1", "nilai": [1]}},
        {"target": {"teks": "a", "gabung": "atas"}},
        {"target": "x" * 32768},
    ],
)
def test_both_refuse(cells):
    assert not VALIDATOR.is_valid(data(**cells))
    assert [
        str(problem).startswith("$.lembar.capaian_iku[1].")
        for problem in problems(data(**cells), TEMPLATE, period(2024))
    ] == [True]


@pytest.mark.parametrize(
    "whole",
    [
        {},
        {"template": 1},
        {"template": 2, "identitas": {"tahun": 2024}},
        {"template": "1", "identitas": {"tahun": 2024}},
        {"template": 1, "identitas": []},
        {"template": 1, "identitas": {"tahun": 2024}, "lembar": []},
        {"template": 1, "identitas": {"tahun": 2024}, "lembar": {"capaian_iku": {}}},
        {"template": 1, "identitas": {"tahun": 2024}, "lembar": {"capaian_iku": ["x"]}},
        {"template": 1, "identitas": {"tahun": 2024, "opd": {"gabung": "atas"}}},
        [],
    ],
)
def test_both_refuse_another_frame(whole):
    assert not VALIDATOR.is_valid(whole)
    assert list(problems(whole, TEMPLATE, period(2024)))
