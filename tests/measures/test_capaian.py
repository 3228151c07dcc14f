"""Capaian rests on the figures most tables agree on; other permitted formulas are kept beside it."""

from __future__ import annotations

from decimal import Decimal

from lkj_xlsx.measures.capaian import agreed_realisasi, rivals
from lkj_xlsx.model.computed import Base, Verdict
from lkj_xlsx.model.number import round_half_up
from tests import book_builder
from tests.book_builder import place


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
