"""Titles of tables that name another year than the report."""

from __future__ import annotations

import pytest

from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.rules.judul_tabel import tahun_judul
from tests import book_builder
from tests.book_builder import place


def found(title, sheet="capaian_iku"):
    rows = {"daftar_tabel": [{"nomor": "3.3", "judul": title}], sheet: [{"target": "1", "realisasi": "1"}]}
    return [finding.where for finding in tahun_judul.check(book_builder.make(rows), Ledger())]


@pytest.mark.parametrize("title", ["Capaian IKU Tahun 2023", "Capaian IKU 2023 terhadap Renstra 2020-2023"])
def test_a_title_of_another_year_is_found(title):
    assert found(title) == [place("daftar_tabel", 1, "judul")]


@pytest.mark.parametrize(
    "title",
    [
        "Capaian IKU",
        "Capaian IKU Tahun 2024",
        "Realisasi 2023 dan 2024",
        "Renstra 2023–2026",
        "IKU menurut Nomor 8 Tahun 2021",
    ],
)
def test_a_title_with_the_year_or_none_passes(title):
    assert found(title) == []


def test_a_table_of_other_years_passes():
    assert found("Realisasi sampai 2023", "renstra") == []
