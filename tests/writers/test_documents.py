"""Every name of `--format` gives its own document of the same report."""

from __future__ import annotations

import json

import pytest

from lkj_xlsx.cli import commands
from lkj_xlsx.model.collect import collect
from lkj_xlsx.model.declare import RulePage
from lkj_xlsx.writers.documents import DOCUMENTS
from tests.writers.small_reports import GALAT, NOTE, report

RULES = collect("lkj_xlsx.rules", RulePage)


@pytest.mark.parametrize(
    "name, start",
    [
        ("json", '{\n  "schema": 1,'),
        ("html", "<!DOCTYPE html>\n"),
        ("sarif", '{\n  "$schema": "https://docs.oasis-open.org'),
        ("markdown", "## Dinas Contoh"),
    ],
)
def test_the_form_is_the_one_asked_for(name, start):
    text = DOCUMENTS[name](report(GALAT, NOTE), RULES)
    assert text.startswith(start)
    assert not text.endswith("\n")
    assert "97,54" in text


def test_sarif_knows_the_rules():
    driver = json.loads(DOCUMENTS["sarif"](report(GALAT), RULES))["runs"][0]["tool"]["driver"]
    assert len(driver["rules"]) == len(RULES)


def test_the_command_offers_all_of_them():
    (option,) = [one for one in commands.commands["audit"].params if one.name == "style"]
    assert list(option.type.choices) == ["text", *DOCUMENTS]
