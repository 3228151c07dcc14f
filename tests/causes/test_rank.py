"""Which of several causes is named, and how surely."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lkj_xlsx.causes.likelihood import chance, stated_text
from lkj_xlsx.causes.rank import likeliest, ranked
from lkj_xlsx.model.computed import Judged, Ledger
from lkj_xlsx.model.declare import CauseKind
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.finding import Cause
from lkj_xlsx.model.message import say
from tests.workbook_case import Audit, Typed, audited

TAMU = "Fasilitasi Kunjungan Tamu"


def case(cell: str) -> tuple[Audit, Judged]:
    audit = audited(Typed("realisasi_anggaran", TAMU, "serapan", cell))
    where = audit.at("Realisasi Anggaran!I23").where
    assert where is not None
    (entry,) = audit.ledger.at(where)
    return audit, entry


def kind(name: str, rank: int, candidates: int, sure: bool = True, computing: bool = False) -> CauseKind:
    def find(entry: Judged, book: Book, ledger: Ledger) -> Cause | None:
        return Cause(name, say(name), candidates, sure) if candidates else None

    return CauseKind(name, name, rank, "", find, computing=computing)


@pytest.mark.parametrize(("cell", "odds"), [("98,98", "0.0005"), ("98", "0.05"), ("0,98", "0.05")])
def test_every_digit_makes_a_chance_hit_ten_times_less_likely(cell: str, odds: str):
    _, entry = case(cell)
    assert chance(entry, 5) == Decimal(odds)


@pytest.mark.parametrize(("cell", "text"), [("98,9", "989"), ("-90,89", "9089"), ("98,90", "9890")])
def test_digits_are_those_of_the_stated_places(cell: str, text: str):
    _, entry = case(cell)
    assert stated_text(entry) == text


def test_the_match_least_due_to_chance_comes_first_then_the_kind_s_own_rank():
    audit, entry = case("98,98")
    kinds = [kind("banyak", 1, 900), kind("kedua", 20, 1), kind("pertama", 10, 1), kind("tiada", 0, 0)]
    assert [cause.kind for cause in ranked(kinds, entry, audit.book, audit.ledger)] == ["pertama", "kedua", "banyak"]
    assert likeliest(kinds, entry, audit.book, audit.ledger) == Cause("pertama", say("pertama"), 1, True)


def test_beyond_a_thousandth_every_match_is_as_good_as_certain():
    audit, entry = case("98,98")
    kinds = [kind("kedua", 20, 1), kind("pertama", 10, 10)]  # 0,0001 and 0,001
    assert [cause.kind for cause in ranked(kinds, entry, audit.book, audit.ledger)] == ["pertama", "kedua"]


def test_two_wrong_ways_to_compute_that_explain_alike_are_both_told():
    audit, entry = case("98,98")
    slip, ways = kind("angka", 3, 1), [kind("kedua", 2, 1, computing=True), kind("pertama", 1, 1, computing=True)]
    found = likeliest([*ways, slip], entry, audit.book, audit.ledger)
    assert found is not None and (found.kind, str(found.evidence)) == ("pertama", "pertama; atau: kedua")
    assert likeliest([slip, kind("salinan", 4, 1)], entry, audit.book, audit.ledger) == Cause("angka", say("angka"))


def test_a_kind_that_fails_says_so_and_leaves_the_others():
    def fails(entry: Judged, book: Book, ledger: Ledger) -> Cause | None:
        raise LookupError

    audit, entry = case("98,98")
    broken = CauseKind("rusak", "rusak", 30, "", fails)
    first, second = ranked([broken, kind("baik", 1, 1)], entry, audit.book, audit.ledger)
    assert (first.kind, second.kind, second.sure) == ("baik", "rusak", False)
    assert str(second.evidence) == "dugaan rusak gagal dijalankan (LookupError)"


def test_a_match_that_chance_may_give_is_unsure_and_a_likely_one_is_not_claimed():
    audit, entry = case("98,98")
    (unsure,) = ranked([kind("ragu", 1, 900)], entry, audit.book, audit.ledger)
    assert not unsure.sure
    assert ranked([kind("kebetulan", 1, 3000)], entry, audit.book, audit.ledger) == ()


def test_a_kind_s_own_doubt_stays():
    audit, entry = case("98,98")
    (unsure,) = ranked([kind("ragu", 1, 1, sure=False)], entry, audit.book, audit.ledger)
    assert not unsure.sure


def test_nothing_is_sure_about_an_amount_that_may_be_the_right_one():
    """Two sub kegiatan were mistyped by 20 together; the kegiatan named beside them may well be right."""
    audit = audited(
        Typed("realisasi_anggaran", "Penyediaan Peralatan dan Perlengkapan Kantor", "anggaran", "82.881.597"),
        Typed("realisasi_anggaran", "Penyediaan Bahan/Material", "anggaran", "39.498.125"),
    )
    found = audit.at("Realisasi Anggaran!G16")
    assert "Belum dapat dipastikan" in str(found.message)
    assert found.cause is not None and found.cause.kind == "salah-satu-angka" and not found.cause.sure
    (entry,) = [each for each in audit.ledger.at(found.where) if each.computed.measure.code == "ANGGARAN"]
    assert [cause.sure for cause in ranked([kind("pasti", 1, 1)], entry, audit.book, audit.ledger)] == [False]
