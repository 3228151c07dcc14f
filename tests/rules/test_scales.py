"""Two scales for one indicator, and percents added up over years."""

from __future__ import annotations

import pytest

from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.finding import Level
from lkj_xlsx.rules.scales import beda_skala, kumulatif_atas_persen
from tests.book_builder import make, place


def test_both_cells_and_the_likely_scale_are_named() -> None:
    book = make({"capaian_iku": [{"target": "0,82", "realisasi": "64"}]}, [{"satuan": "Indeks"}])
    (finding,) = beda_skala.check(book, Ledger())
    assert (finding.code, finding.level, finding.where) == ("LKJ345", Level.BEDA, place("capaian_iku", 1, "target"))
    assert finding.related == (place("capaian_iku", 1, "realisasi"),)
    assert str(finding.message) == (
        "Target 2024 0,82 di Capaian IKU!G5 dan realisasi 64 di Capaian IKU!H5 tampak berbeda skala (0–1 dan 0–100); "
        "hasilnya tidak dapat disimpulkan."
    )


def test_the_renstra_and_last_year_and_money_are_looked_at_too() -> None:
    sheets = {
        "capaian_iku": [{"target": "76,5", "realisasi": "77,10"}],
        "tahun_lalu": [{"target_lalu": "0,75", "realisasi_lalu": "75,62"}],
        "renstra": [{"target_akhir": "0,82", "realisasi": "77,10"}],
        "efisiensi": [{"anggaran": "4.195", "realisasi_anggaran": "4.053.802.262"}],
    }
    found = beda_skala.check(make(sheets, [{"satuan": "Indeks"}]), Ledger())
    assert {finding.where for finding in found} == {
        place("tahun_lalu", 1, "target_lalu"),
        place("renstra", 1, "target_akhir"),
        place("efisiensi", 1, "anggaran"),
    }


def test_an_unusual_result_of_one_scale_is_none() -> None:
    assert not list(beda_skala.check(make({"capaian_iku": [{"target": "4,62", "realisasi": "21,38"}]}), Ledger()))


@pytest.mark.parametrize(
    "satuan, told", [("%", True), ("Nilai", True), ("Indeks", True), ("Orang", False), ("Km", False)]
)
def test_what_is_not_added_up_over_years(satuan: str, told: bool) -> None:
    book = make({}, [{"satuan": satuan, "sifat": "Kumulatif: jumlah sejak awal Renstra"}])
    found = list(kumulatif_atas_persen.check(book, Ledger()))
    assert [finding.where for finding in found] == ([place("indikator", 1, "sifat")] if told else [])
    assert not list(kumulatif_atas_persen.check(make({}, [{"satuan": satuan}]), Ledger()))
