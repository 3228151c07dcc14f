"""Damaged workbooks: a short run of the fuzzer, the same on every machine."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.damage import damaged, packed, unpacked
from benchmarks.fuzz import outcome
from benchmarks.odd_workbooks import base_workbooks
from lkj_xlsx.errors import LkjError

BASES = base_workbooks()
READ = {"dibaca", "UnreadableWorkbook"}


@pytest.mark.parametrize("name", BASES)
def test_the_bases_are_read(tmp_path, name):
    path = tmp_path / "lkj.xlsx"
    path.write_bytes(BASES[name])
    assert outcome(path, whole=False) == "dibaca"


def test_damage_is_decided_by_its_number():
    base = BASES["excel.xlsx"]
    assert damaged(base, Random(7)) == damaged(base, Random(7)) != base


def test_packing_keeps_every_part():
    parts = unpacked(BASES["excel.xlsx"])
    assert unpacked(packed(parts)) == parts


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.sampled_from(sorted(BASES)), st.integers(0, 2**32 - 1))
def test_a_damaged_workbook_is_read_or_refused_in_words(tmp_path_factory, name, number):
    path = tmp_path_factory.mktemp("rusak") / "lkj.xlsx"
    path.write_bytes(damaged(BASES[name], Random(number)))
    assert outcome(path, whole=False) in READ


@settings(max_examples=40, deadline=None, derandomize=True)
@given(st.sampled_from(sorted(BASES)), st.floats(0, 1))
def test_a_half_downloaded_workbook_is_refused_in_words(tmp_path_factory, name, part):
    content = BASES[name]
    path = tmp_path_factory.mktemp("terpotong") / "lkj.xlsx"
    path.write_bytes(content[: int(len(content) * part * 0.99)])
    assert outcome(path, whole=False) == "UnreadableWorkbook"


@pytest.mark.parametrize("fault", [RuntimeError("lain"), LkjError("tanpa nama berkas")])
def test_any_other_end_is_a_find(tmp_path, monkeypatch, fault):
    def broken(path):
        raise fault

    monkeypatch.setattr("lkj_xlsx.pipeline.inspect", broken)
    with pytest.raises((RuntimeError, AssertionError)):
        outcome(tmp_path / "lkj.xlsx", whole=False)
