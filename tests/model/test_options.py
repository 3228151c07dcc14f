"""Drop-down choices: grouped, ordered, and understood by label or code."""

from __future__ import annotations

import pytest

from lkj_xlsx.model.declare import Source, Variant, variant
from lkj_xlsx.model.options import by_option, default, resolve

SOURCE = Source("CONTOH", "contoh", "D")


def choice(option: str, code: str, label: str, order: int, usual: bool = False) -> Variant:
    option_variant: Variant = variant(option, code, label, SOURCE, usual, order)(lambda: None)
    return option_variant


LAST = choice("agregasi", "JUMLAH", "Jumlah keempat triwulan", 2)
FIRST = choice("agregasi", "AKHIR", "Nilai triwulan terakhir", 1)
OTHER = choice("skala", "A", "Lima tingkat", 1, usual=True)


def test_choices_stand_in_their_declared_order() -> None:
    assert by_option([LAST, OTHER, FIRST]) == {"agregasi": (FIRST, LAST), "skala": (OTHER,)}


@pytest.mark.parametrize("text", ["Jumlah keempat triwulan", "  jumlah   KEEMPAT triwulan ", "JUMLAH", "jumlah"])
def test_a_choice_is_understood_by_label_or_code(text: str) -> None:
    assert resolve(text, [FIRST, LAST]) == "JUMLAH"


@pytest.mark.parametrize("text", ["Jumlah", "jumlah keempat", "A", ""])
def test_a_part_of_a_label_or_another_options_code_chooses_nothing(text: str) -> None:
    assert resolve(text, [FIRST, choice("agregasi", "X", "Jumlah keempat triwulan", 2)]) is None


def test_without_a_default_the_office_must_choose() -> None:
    assert default([FIRST, LAST]) == ""
    assert default([OTHER]) == "A"
