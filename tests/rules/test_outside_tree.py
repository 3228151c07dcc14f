"""Rows of the budget that no sum contains."""

import pytest

from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.finding import Level
from lkj_xlsx.rules.outside_tree import luar
from tests.book_builder import make, place

BUDGET = "realisasi_anggaran"
RIGHT = ("Program", "Kegiatan", "Sub Kegiatan", "Program", "Kegiatan", "Jumlah")


def told(*levels, amount="500"):
    rows = [{"tingkat": level, "uraian": f"Baris {n}", "anggaran": amount} for n, level in enumerate(levels, start=1)]
    return [(f.where, f.level, f.related) for f in luar.check(make({BUDGET: rows}), Ledger())]


@pytest.mark.parametrize(
    "levels",
    [
        RIGHT,
        (*RIGHT, "Program", "Kegiatan"),
        ("Kegiatan", "Sub Kegiatan", "Jumlah", "Kegiatan"),
        ("Program", "Kegiatan", "Jumlah", "Kegiatan", "Program", "Kegiatan", "Jumlah"),
    ],
)
def test_rows_below_programmes_tables_without_any_and_subtotals_between_pass(levels):
    assert told(*levels) == []


@pytest.mark.parametrize("level", ["Sub Kegiatan", "Kegiatan"])
def test_a_row_below_the_total_or_above_the_first_programme_is_told_with_its_amount(level):
    below = (place(BUDGET, 7, "uraian"), Level.GALAT, (place(BUDGET, 7, "anggaran"),))
    above = (place(BUDGET, 1, "uraian"), Level.GALAT, (place(BUDGET, 1, "anggaran"),))
    assert told(*RIGHT, level) == [below]
    assert told(level, *RIGHT) == [above]


def test_a_row_without_an_amount_lacks_in_no_sum():
    assert told(*RIGHT, "Kegiatan", amount="") == []
