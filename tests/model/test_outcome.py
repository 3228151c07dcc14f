"""Which of many outcomes comes first, and what they sum to."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lkj_xlsx.model.outcome import FolderTotals, Outcome, ranked

WORST_FIRST = (
    Outcome("z.xlsx", error="terkunci", audited=False),
    Outcome("y.xlsx", galat=3),
    Outcome("x.xlsx", galat=1, predikat=1),
    Outcome("w.xlsx", galat=1, efisien=1, beda=1),
    Outcome("v.xlsx", galat=1, rupiah=Decimal(2_000)),
    Outcome("u.xlsx", galat=1, rupiah=Decimal(1_000), beda=9),
    Outcome("t.xlsx", galat=1, beda=9),
    Outcome("s.xlsx", beda=2),
    Outcome("r.xlsx", beda=1, periksa=9),
    Outcome("q.xlsx", periksa=1, catatan=9),
    Outcome("a.xlsx", catatan=1),
    Outcome("b.xlsx", catatan=1),
    Outcome("c.xlsx", accepted=5),
)


def test_unusable_files_come_first_then_the_worst_and_names_break_ties():
    assert ranked(reversed(WORST_FIRST)) == WORST_FIRST


@pytest.mark.parametrize("word, count", [("galat", 1), ("beda", 2), ("periksa", 3), ("catatan", 4)])
def test_open_findings_are_found_by_the_word_of_their_level(word, count):
    assert Outcome("a", galat=1, beda=2, periksa=3, catatan=4, accepted=9).open(word) == count


def test_totals_pass_over_files_that_could_not_be_audited():
    totals = FolderTotals.of(
        [
            Outcome("a.xlsx", galat=2, beda=1, accepted=1, predikat=1, rupiah=Decimal("10.5")),
            Outcome("b.xlsx", periksa=3, tercapai=1, efisien=2, rupiah=Decimal(4), error="cakram penuh"),
            Outcome("c.xlsx", galat=9, rupiah=Decimal(99), error="rusak", audited=False),
        ]
    )
    assert (totals.files, totals.unread, totals.clean) == (3, 1, 1)
    assert totals.levels == {"galat": 2, "beda": 1, "periksa": 3, "catatan": 0}
    assert (totals.accepted, totals.predikat, totals.tercapai, totals.efisien) == (1, 1, 1, 2)
    assert totals.rupiah == Decimal("14.5")
    assert FolderTotals.of([]).rupiah == 0
