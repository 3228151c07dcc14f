"""Capaian rests on the figures most tables agree on; other permitted formulas are kept beside it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lkj_xlsx.measures.capaian import agreed_realisasi, rivals
from lkj_xlsx.model.computed import Base, Verdict
from lkj_xlsx.model.number import round_half_up
from tests import book_builder
from tests.book_builder import judged, make, place


def test_other_permitted_formulas_give_other_results() -> None:
    book = book_builder.make({"capaian_iku": [{"target": "49", "realisasi": "56,23"}]}, [{"arah": "Turun"}])
    found = {code: round_half_up(x, 2) for code, x in rivals(book, book.indikator["1"], 2024).items()}
    assert found == {"TURUN-2": Decimal("87.14"), "TURUN-3": Decimal("-14.76")}


def test_a_rising_indicator_has_no_falling_rival() -> None:
    book = book_builder.make({"capaian_iku": [{"target": "100", "realisasi": "160"}]})
    assert rivals(book, book.indikator["1"], 2024) == {
        "MAKS-100": Decimal(100),
        "MAKS-120": Decimal(120),
        "MAKS-150": Decimal(150),
        "LONJAK-120": Decimal(120),
    }


def test_the_typed_capaian_votes_for_the_realisasi_it_follows_from() -> None:
    book = book_builder.make(
        {
            "capaian_iku": [{"target": "10", "realisasi": "5,3", "capaian": "35,00"}],
            "efisiensi": [{"target": "10", "realisasi": "3,5", "capaian": "35,00"}],
        }
    )
    value = agreed_realisasi(book, book.indikator["1"], 2024)
    assert value is not None and value.where == place("efisiensi", 1, "realisasi")


def test_a_row_whose_realisasi_is_off_is_judged_by_the_other_tables_and_its_own() -> None:
    book = book_builder.make(
        {
            "capaian_iku": [{"target": "10", "realisasi": "3,5", "capaian": "35"}],
            "target_realisasi": [{"target": "10", "realisasi": "3,5", "capaian": "35"}],
            "efisiensi": [{"target": "10", "realisasi": "5,3", "capaian": "53"}],
        }
    )
    own = book_builder.judged(book, "CAPAIAN", "efisiensi", "capaian")
    assert own.computed.result == Decimal(35)
    assert own.against is not None
    assert (own.verdict, own.against.value, own.against.base) == (Verdict.SESUAI, Decimal(53), Base.TERTULIS)


def test_a_row_whose_target_is_off_is_judged_by_the_agreement_s_and_its_own() -> None:
    """What is wrong there is the target, which the rule on targets says: the capaian is rightly computed from it."""
    sheets = {"perjanjian": [{"target": "20"}], "capaian_iku": [{"target": "10", "realisasi": "5", "capaian": "50,00"}]}
    own = book_builder.judged(book_builder.make(sheets), "CAPAIAN", "capaian_iku", "capaian")
    assert own.computed.result == Decimal(25)
    assert own.against is not None
    assert (own.verdict, own.against.value, own.against.base) == (Verdict.SESUAI, Decimal(50), Base.TERTULIS)


def test_a_row_of_several_indicators_or_of_none_has_no_capaian() -> None:
    book = book_builder.make({"capaian_iku": [{"kode": "1; 2", "target": "1"}]}, [{"kode": "1"}, {"kode": "2"}])
    assert book_builder.computed(book, "CAPAIAN", "capaian_iku", "capaian") is None


@pytest.mark.parametrize(
    "arah, realisasi, capaian, verdict",
    [
        ("Naik", "1 : 3.100", "80,65", Verdict.SESUAI),  # 1/3.100 of 1/2.500
        ("Naik", "1 : 3.100", "76,00", Verdict.SESUAI),  # N, the smaller the better
        ("Naik", "1 : 3.100", "124,00", Verdict.RUMUS_BERBEDA),  # N, the larger the better
        ("Naik", "1 : 3.100", "130,00", Verdict.SELISIH),
        ("Turun", "1 : 2.000", "120,00", Verdict.SESUAI),
        ("Turun", "1 : 3.100", "119,35", Verdict.SESUAI),  # 1/N, the smaller the better
        ("Turun", "1 : 3.100", "124,00", Verdict.SELISIH),
    ],
)
def test_a_ratio_is_its_part_or_its_second_figure(arah: str, realisasi: str, capaian: str, verdict: Verdict) -> None:
    row = {"target": "1 : 2.500", "realisasi": realisasi, "capaian": capaian}
    book = make({"capaian_iku": [row]}, [{"satuan": "Rasio", "arah": arah}])
    assert judged(book, "CAPAIAN", "capaian_iku", "capaian").verdict is verdict


def test_the_reading_that_fits_is_told() -> None:
    row = {"target": "1 : 2.500", "realisasi": "1 : 3.100", "capaian": "80,65"}
    met = judged(make({"capaian_iku": [row]}, [{"satuan": "Rasio"}]), "CAPAIAN", "capaian_iku", "capaian").met
    assert met is not None and met.words == "(1 ÷ 3.100) ÷ (1 ÷ 2.500) × 100"


def test_a_ratio_from_base_data_is_its_second_figure() -> None:
    people = [
        {"kode_data": "NAKES", "satuan": "orang", "realisasi@2024": "40"},
        {"kode_data": "PENDUDUK", "satuan": "orang", "realisasi@2024": "124.000"},
    ]
    share = {"satuan": "Rasio", "rumus": "Pembilang dibagi penyebut", "pembilang": "NAKES", "penyebut": "PENDUDUK"}
    book = make({"data_dasar": people, "capaian_iku": [{"target": "1 : 2.500", "realisasi": "1 : 3.100"}]}, [share])
    entry = judged(book, "REALISASI", "capaian_iku", "realisasi")
    assert (entry.verdict, entry.computed.result) == (Verdict.SESUAI, 3100)
