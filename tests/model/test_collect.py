"""Declared objects are found without a list of them."""

from __future__ import annotations

from lkj_xlsx.measures.capaian import capaian
from lkj_xlsx.measures.triwulan import akhir, jumlah, rata, tertinggi
from lkj_xlsx.model.collect import collect
from lkj_xlsx.model.declare import CauseKind, Measure, Variant


def test_variants_of_a_module_are_found_in_the_order_they_are_written() -> None:
    variants = [item for item in collect("lkj_xlsx.measures", Variant) if item.option == "agregasi"]
    assert variants == [akhir, jumlah, rata, tertinggi]


def test_what_another_module_imports_is_found_once() -> None:
    variants = collect("lkj_xlsx.measures", Variant)
    assert len({(item.option, item.code) for item in variants}) == len(variants)
    assert [item for item in variants if (item.option, item.code) == ("rumus_turun", "TURUN-1")][1:] == []


def test_only_the_kind_asked_for_is_found() -> None:
    assert capaian in collect("lkj_xlsx.measures", Measure)
    assert collect("lkj_xlsx.measures", CauseKind) == ()


def test_a_declaration_carries_its_page_and_source() -> None:
    declared: list[Measure | Variant] = [*collect("lkj_xlsx.measures", Measure), *collect("lkj_xlsx.measures", Variant)]
    for item in declared:
        assert item.page, item.code
        assert item.source.id and item.source.confidence in {"T", "S", "R", "D"}, item.code
