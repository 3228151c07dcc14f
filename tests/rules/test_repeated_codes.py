"""Codes of the budget that stand twice or in the wrong place."""

import pytest

from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.finding import Level
from lkj_xlsx.rules.repeated_codes import ganda
from tests.book_builder import make, place

BUDGET = "realisasi_anggaran"
RIGHT = ["2.17.01", "2.17.01.2.01", "2.17.01.2.01.0001", "2.17.01.2.01.0002", "2.17.01.2.02", "2.17.03", "2.17.03.2.01"]


def book(codes, tables=()):
    rows = [
        {"kode_rekening": code, "uraian": f"Baris {n}", "anggaran": "1", "realisasi": "1"}
        | ({"tabel": tables[n]} if tables else {})
        for n, code in enumerate(codes)
    ]
    return make({BUDGET: rows})


def told(codes, tables=()):
    return [(f.where, str(f.message), f.related) for f in ganda.check(book(codes, tables), Ledger())]


def cell(line):
    return place(BUDGET, line, "kode_rekening")


def test_codes_in_their_places_pass():
    assert told(RIGHT) == []


def test_a_code_used_twice_names_the_first():
    codes = [*RIGHT[:3], "2.17.01.2.01.0001", *RIGHT[4:]]
    assert told(codes) == [(cell(4), f"Kode 2.17.01.2.01.0001 sudah dipakai di {cell(3)}.", (cell(3),))]


def test_a_code_under_another_head_is_told_with_it():
    codes = [*RIGHT[:3], "2.17.03.2.01.0002", *RIGHT[4:]]
    assert told(codes) == [
        (cell(4), "Kode 2.17.03.2.01.0002 tidak diawali kode kegiatan di atasnya, 2.17.01.2.01.", ())
    ]


def test_a_kegiatan_of_another_programme_is_told():
    assert [where for where, _, _ in told(["2.17.01", "2.17.04.2.01"])] == [cell(2)]


@pytest.mark.parametrize(
    "codes",
    [
        ["2.17.01", "X.XX.01.2.01", "X.XX.01.2.01.0001"],
        ["", "", "2.17.01"],
        ["2.17.01.2.01.0001", "2.17.01.2.01.0002"],  # a table of sub kegiatan alone
        ["2.17.01", "2.17.01.2.01", "5.1.02.01", "5.1.02.01"],  # accounts below a kegiatan
    ],
)
def test_what_cannot_be_held_against_it_passes(codes):
    assert told(codes) == []


def test_the_same_code_in_another_table_passes():
    assert told(["2.17.01", "2.17.01"], ["3.22", "3.23"]) == []


def test_it_is_to_be_looked_at_and_no_mistake_for_certain():
    (finding,) = ganda.check(book(["2.17.01", "2.17.01"]), Ledger())
    assert (finding.level, finding.code, str(finding.stated)) == (Level.PERIKSA, "LKJ362", "2.17.01")
