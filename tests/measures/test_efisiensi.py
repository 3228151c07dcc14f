"""When a figure of efficiency may be called efisien, and which typed figures it can rest on."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lkj_xlsx.measures.efisiensi import FORMULAS, efficient
from lkj_xlsx.model.computed import Base, Verdict
from tests import book_builder


@pytest.mark.parametrize(
    "formula, efisiensi, capaian, syarat, word",
    [
        ("EFF-1", "1.0958", "102.4", "", True),
        ("EFF-1", "1", "102.4", "", False),
        ("EFF-1", "1.0126", "99.33", "", False),  # the target was missed
        ("EFF-1", "1.0126", "99.33", "TANPA", True),
        ("EFF-1", "0.3242", "31.82", "TANPA", False),
        ("EFF-2", "8.95", "102.4", "", True),
        ("EFF-2", "-1", "102.4", "", False),
        ("EFF-4", "11.01", "100.45", "", True),
        ("EFF-4", "68.2", "31.82", "", False),  # money left over on a missed target
        ("EFF-5", "10", "100", "", True),
        ("EFF-7", "0.9126", "102.4", "", True),
        ("EFF-7", "1.186", "102.4", "", False),
        ("EFF-7", "0.9126", "99.99", "", False),
    ],
)
def test_the_word_efisien(formula: str, efisiensi: str, capaian: str, syarat: str, word: bool) -> None:
    assert efficient(Decimal(efisiensi), Decimal(capaian), formula, syarat) is word


def test_every_formula_has_its_words_and_its_neutral_value() -> None:
    assert [code for code, item in FORMULAS.items() if not item.words or item.neutral is None] == []


@pytest.mark.parametrize("formula", sorted(FORMULAS))
def test_at_the_neutral_value_capaian_and_serapan_are_equal(formula: str) -> None:
    assert FORMULAS[formula].apply(Decimal(100), Decimal(100)) == FORMULAS[formula].neutral


def row(efisiensi: str, **more: str) -> dict[str, str]:
    return {
        "target": "1,8",
        "realisasi": "1,51",
        "capaian": "83,89",
        "anggaran": "2.230.213.500",
        "realisasi_anggaran": "2.218.742.505",
        "serapan": "99,49",
        "efisiensi": efisiensi,
    } | more


DATA = [
    {"kode_data": "NAIK", "jenis": "Bagian", "realisasi@2024": "233"},
    {"kode_data": "MIKRO", "jenis": "Rincian", "realisasi@2024": "15.461"},
]
MIKRO = {"rumus": "PERSENTASE", "pembilang": "NAIK", "penyebut": "MIKRO"}


@pytest.mark.parametrize(
    "said, verdict, base",
    [
        ("0,84", Verdict.SESUAI, Base.EKSAK),  # 83,72 ÷ 99,49 = 0,8416
        ("0,8416", Verdict.SESUAI, Base.EKSAK),
        ("0,8432", Verdict.BEDA_BASIS, Base.EKSAK),  # from the typed 83,89
        ("0,83", Verdict.SELISIH, Base.EKSAK),  # the product
    ],
)
def test_the_strongest_capaian_is_divided(said: str, verdict: Verdict, base: Base) -> None:
    book = book_builder.make({"data_dasar": DATA, "efisiensi": [row(said)]}, [MIKRO], {"rumus_efisiensi": "EFF-1"})
    found = book_builder.judged(book, "EFISIENSI", "efisiensi", "efisiensi")
    assert found.against is not None
    assert (found.verdict, found.against.base) == (verdict, base)


def test_a_budget_of_zero_leaves_no_efficiency() -> None:
    content = row("0,5", anggaran="0", realisasi_anggaran="0")
    book = book_builder.make({"efisiensi": [content]}, options={"rumus_efisiensi": "EFF-1"})
    found = book_builder.judged(book, "EFISIENSI", "efisiensi", "efisiensi")
    assert found.verdict is Verdict.TIDAK_DIPERIKSA and str(found.computed.result).startswith("pembagi nol")
