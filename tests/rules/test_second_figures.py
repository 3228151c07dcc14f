"""The second figure of a cell against the same in other tables and in the base data."""

from __future__ import annotations

import pytest

from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.rules.second_figures import angka_kedua
from tests.book_builder import make, place

SHARE = {"rumus": "Persentase pembilang terhadap penyebut", "pembilang": "NAIK", "penyebut": "MIKRO"}


def ask(*realisasi: str, **more: str) -> list[Finding]:
    """Realisasi as Capaian IKU, Target dan Realisasi and Tahun Lalu state it, in this order."""
    sheets = dict(
        zip(("capaian_iku", "target_realisasi", "tahun_lalu"), ([{"realisasi": t}] for t in realisasi), strict=False)
    )
    base = {"kode_data": "NAIK", "satuan": "unit", "jenis": "Rincian", "realisasi@2024": "233"}
    return list(angka_kedua.check(make({**sheets, "data_dasar": [base]}, [more]), Ledger()))


def test_the_cell_that_most_tables_contradict_is_named() -> None:
    (finding,) = ask("2,31 % (35,6 km)", "2,31 % (36,5 km)", "2,31 % (35,6 km)")
    assert (finding.code, finding.level, finding.where) == (
        "LKJ313",
        Level.BEDA,
        place("target_realisasi", 1, "realisasi"),
    )
    assert finding.related == (place("capaian_iku", 1, "realisasi"), place("tahun_lalu", 1, "realisasi"))
    assert str(finding.message) == (
        "Angka kedua tertulis 36,5 km di Target dan Realisasi!F5, tetapi 35,6 km di Capaian IKU!H5 dan Tahun Lalu!H5."
    )


def test_a_part_of_the_base_data_is_left_to_the_rule_that_knows_it() -> None:
    assert not ask("1,51 % (322 Unit)", "1,51 % (233 Unit)", **SHARE)


@pytest.mark.parametrize(
    "cells",
    [
        ("2,31 % (35,6 km)", "2,31 %", "2,31"),
        ("2,31 % (35,6 km)", "2,31 % (35,62 km)"),
        ("2,31 % (35,6 km)", "35,6 km (2,31 %)"),
        ("2,31 % (35,6 km)", "2,31 % (233 Unit)"),
        ("1,51 % (233 Unit)", "1,51 % (233 usaha)"),
    ],
)
def test_what_says_the_same_or_something_else_is_silent(cells: tuple[str, ...]) -> None:
    assert not ask(*cells)
