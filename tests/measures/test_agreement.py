"""One fact in several tables: which statement is computed with."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lkj_xlsx.measures.agreement import agreed, common, same_target, target_of
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.number import Interval
from lkj_xlsx.model.record import Fact
from tests import book_builder


def tables(*realisasi: str, satuan: str = "%") -> Book:
    """A book that states the same indicator's realisasi in several tables."""
    sheets = ("capaian_iku", "target_realisasi", "tahun_lalu", "renstra", "efisiensi")
    content = {sheet: [{"realisasi": text}] for sheet, text in zip(sheets, realisasi, strict=False)}
    return book_builder.make(content, [{"satuan": satuan}])


def stated(*realisasi: str) -> tuple[Fact, ...]:
    """The same indicator's realisasi in several tables."""
    return tables(*realisasi).stated("1", "realisasi", 2024)


def shared(*realisasi: str, satuan: str = "%") -> Interval | None:
    book = tables(*realisasi, satuan=satuan)
    return common(book.stated("1", "realisasi", 2024), book)


def targets(pk: str, *others: str, satuan: str = "%") -> Book:
    sheets = ("capaian_iku", "target_realisasi", "efisiensi")
    content = {sheet: [{"target": text}] for sheet, text in zip(sheets, others, strict=False)}
    return book_builder.make({"perjanjian": [{"target": pk}], **content}, [{"satuan": satuan}])


@pytest.mark.parametrize(
    "said, chosen",
    [
        (("3,50", "3,5", "3,50 %"), "3.50"),
        (("3,5", "3,50", "4"), "3.50"),  # 4 holds neither; of the two that agree the one with more places
        (("9,99", "3,50", "3,50"), "3.50"),
        (("3,50", "9,99"), "3.50"),  # one against one: the first sheet
        (("-", "3,50"), "3.50"),
    ],
)
def test_the_figure_most_tables_agree_on(said: tuple[str, ...], chosen: str) -> None:
    value = agreed(stated(*said))
    assert value is not None and str(value.known) == chosen


def test_agreeing_results_vote_too() -> None:
    facts = stated("3,50", "9,99")
    value = agreed(facts, lambda number: 1 if number == Decimal("9.99") else 0)
    assert value is not None and value.known == Decimal("9.99")


def test_a_fact_that_nobody_states_has_no_figure() -> None:
    assert agreed(()) is None


def test_the_common_part_of_what_the_tables_say() -> None:
    assert shared("3,5", "3,50", "3,52") is None
    assert shared("3,5", "3,50") == Interval(Decimal("3.495"), Decimal("3.505"))
    assert shared("10", "99") is None


@pytest.mark.parametrize("said", [("77,10", "77,11"), ("77,11", "77,10"), ("14", "15"), ("77,10", "77,11", "77,105")])
def test_two_statements_that_meet_in_an_end_only_share_nothing(said: tuple[str, ...]) -> None:
    assert shared(*said) is None


def test_a_count_stands_for_itself_alone() -> None:
    assert shared("14", "14,0", satuan="kasus") == Interval.point(Decimal(14))
    assert shared("14", "14,4", satuan="kasus") is None
    assert shared("14", "14,4", satuan="km") == Interval(Decimal("14.35"), Decimal("14.45"))


def test_the_agreement_decides_the_target() -> None:
    value = target_of(targets("11 %", "10", "11"), "1", 2024)
    assert value is not None and value.known == 11


def test_one_other_table_does_not_overrule_the_agreement() -> None:
    value = target_of(targets("11 %", "10"), "1", 2024)
    assert value is not None and value.known == 11


def test_two_tables_that_agree_with_each_other_overrule_the_agreement() -> None:
    value = target_of(targets("1,1 %", "11", "11"), "1", 2024)
    assert value is not None and value.known == 11


def test_two_tables_do_not_overrule_an_agreement_that_a_third_confirms() -> None:
    value = target_of(targets("1,1 %", "11", "11", "1,1"), "1", 2024)
    assert value is not None and value.known == Decimal("1.1")


def test_two_tables_that_contradict_each_other_do_not() -> None:
    value = target_of(targets("11 %", "10", "12"), "1", 2024)
    assert value is not None and value.known == 11


def test_without_an_agreement_the_other_tables_tell_the_target() -> None:
    book = book_builder.make({"capaian_iku": [{"target": "11"}], "efisiensi": [{"target": "11"}]})
    value = target_of(book, "1", 2024)
    assert value is not None and value.known == 11
    assert target_of(book, "1", 2023) is None


def test_targets_are_the_same_decision_however_many_decimals_are_written() -> None:
    book = targets("BB (75)", "BB (75,00)", "75", "BB", satuan="Nilai")
    pk, same, bare, letter = (fact.value for fact in book.stated("1", "target", 2024))
    assert same_target(pk, same) is True and same_target(pk, bare) is True
    assert same_target(pk, letter) is None


def test_a_range_is_not_its_lower_bound() -> None:
    one, other, third = (fact.value for fact in targets("6 - 8", "6", "6 – 8,0").stated("1", "target", 2024))
    assert same_target(one, other) is False and same_target(one, third) is True
