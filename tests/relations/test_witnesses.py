"""Which amount of rupiah is the wrong one, with its right value and the cells that speak for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkj_xlsx.model.cell import Origin, Where
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.values_by_key import MadeValues
from lkj_xlsx.relations import witnesses
from lkj_xlsx.relations.ties import amounts
from lkj_xlsx.relations.witnesses import Culprit, culprits
from tests import book_builder
from tests.book_builder import place

BUDGET = "realisasi_anggaran"
Rows = Sequence[tuple[str, str, str, str, str]]
# tingkat, uraian, anggaran, realisasi, serapan: two programmes, all of it right
RIGHT: Rows = (
    ("Program", "PROGRAM KOPERASI", "1.000", "905", "90,50"),
    ("Kegiatan", "Pembinaan", "600", "540", "90,00"),
    ("Sub Kegiatan", "Pelatihan", "400", "350", "87,50"),
    ("Sub Kegiatan", "Pendampingan", "200", "190", "95,00"),
    ("Kegiatan", "Pengawasan", "400", "365", "91,25"),
    ("Sub Kegiatan", "Pemeriksaan", "400", "365", "91,25"),
    ("Program", "PROGRAM UMKM", "700", "630", "90,00"),
    ("Kegiatan", "Pengembangan", "700", "630", "90,00"),
    ("Jumlah", "JUMLAH", "1.700", "1.535", "90,29"),
)
KEYS = ("tingkat", "uraian", "anggaran", "realisasi", "serapan")


def budget(changes: Mapping[tuple[int, str], str], rows: Rows = RIGHT) -> list[dict[str, str]]:
    """Rows of the budget table with some cells typed otherwise, by (line, field)."""
    made = [dict(zip(KEYS, row, strict=True)) for row in rows]
    for (line, key), text in changes.items():
        made[line - 1][key] = text
    return made


def book(changes: Mapping[tuple[int, str], str], **sheets: Sequence[Mapping[str, str]]) -> Book:
    return book_builder.make({BUDGET: budget(changes), **sheets}, [{"kode": "1.1"}, {"kode": "1.2"}])


def named(found: Sequence[Culprit]) -> list[tuple[Where, int, bool]]:
    return [(culprit.where, int(culprit.right), culprit.sure) for culprit in found]


def test_a_right_table_has_no_culprit() -> None:
    assert culprits(book({})) == ()


def test_a_wrong_child_is_named_by_its_percent_and_its_parent() -> None:
    (found,) = culprits(book({(3, "realisasi"): "530"}))
    assert named([found]) == [(place(BUDGET, 3, "realisasi"), 350, True)]
    assert [tie.total for tie in found.broken if tie.kind == "jumlah"] == [place(BUDGET, 2, "realisasi")]
    assert place(BUDGET, 2, "realisasi") in found.witnesses and place(BUDGET, 3, "serapan") in found.witnesses


def test_a_wrong_parent_is_named_by_its_children_and_its_own_parent() -> None:
    (found,) = culprits(book({(2, "anggaran"): "660"}))
    assert named([found]) == [(place(BUDGET, 2, "anggaran"), 600, True)]
    assert {tie.total for tie in found.broken if tie.kind == "jumlah"} == {
        place(BUDGET, 1, "anggaran"),
        place(BUDGET, 2, "anggaran"),
    }


def test_a_percent_and_a_remainder_made_from_a_wrong_sum_do_not_speak_for_it() -> None:
    made = budget({(2, "anggaran"): "400", (2, "serapan"): "135,00"})  # Pendampingan left out
    made[1]["sisa"] = "-140"
    found = culprits(book_builder.make({BUDGET: made}))
    assert named(found)[0] == (place(BUDGET, 2, "anggaran"), 600, True)
    assert place(BUDGET, 1, "anggaran") not in {culprit.where for culprit in found}, "the programme above is right"


def test_a_wrong_programme_is_named_by_its_kegiatan_and_the_total() -> None:
    (found,) = culprits(book({(1, "anggaran"): "1.100"}))
    assert named([found]) == [(place(BUDGET, 1, "anggaran"), 1000, True)]


def test_a_wrong_total_is_named() -> None:
    (found,) = culprits(book({(9, "realisasi"): "1.553"}))
    assert named([found]) == [(place(BUDGET, 9, "realisasi"), 1535, True)]


def test_a_wrong_pagu_in_another_table_is_named_where_it_stands() -> None:
    pendukung = [
        {"kode": "1.1", "program": "Program Koperasi", "pagu": "1.000"},
        {"kode": "1.2", "program": "Program UMKM", "pagu": "770"},
    ]
    efisiensi = [
        {"kode": "1.1", "anggaran": "1.000", "realisasi_anggaran": "905", "serapan": "90,50"},
        {"kode": "1.2", "anggaran": "700", "realisasi_anggaran": "630", "serapan": "90,00"},
    ]
    (found,) = culprits(book({}, program_pendukung=pendukung, efisiensi=efisiensi))
    assert named([found]) == [(place("program_pendukung", 2, "pagu"), 700, True)]
    assert {place(BUDGET, 7, "anggaran"), place("efisiensi", 2, "anggaran")} <= set(found.witnesses)


def test_another_tables_budget_is_the_sum_of_its_programmes() -> None:
    pendukung = [
        {"kode": "1.1; 1.2", "program": "Program Koperasi", "pagu": "1.000"},
        {"kode": "1.1; 1.2", "program": "Program UMKM", "pagu": "700"},
    ]
    efisiensi = [
        {"kode": "1.1", "anggaran": "1.070", "realisasi_anggaran": "1.535", "serapan": "90,29"},
        {"kode": "1.2", "anggaran": "^", "realisasi_anggaran": "^", "serapan": "^"},
    ]
    (found,) = culprits(book({}, program_pendukung=pendukung, efisiensi=efisiensi))
    assert named([found]) == [(place("efisiensi", 1, "anggaran"), 1700, True)]


def test_a_programme_listed_for_each_of_its_indicators_counts_once() -> None:
    pendukung = [
        {"kode": "1.1", "program": "Program Koperasi", "pagu": "1.000"},
        {"kode": "1.2", "program": "PROGRAM KOPERASI", "pagu": "1.000"},
    ]
    efisiensi = [
        {"kode": "1.1", "anggaran": "1.000", "realisasi_anggaran": "905", "serapan": "90,50"},
        {"kode": "1.2", "anggaran": "^", "realisasi_anggaran": "^", "serapan": "^"},
    ]
    assert culprits(book({}, program_pendukung=pendukung, efisiensi=efisiensi)) == ()


def test_a_programme_that_also_serves_others_does_not_bind_one_indicators_budget() -> None:
    pendukung = [{"kode": "1.1; 1.2", "program": "Program Koperasi", "pagu": "1.000"}]
    efisiensi = [{"kode": "1.1", "anggaran": "400", "realisasi_anggaran": "380", "serapan": "95,00"}]
    assert culprits(book({}, program_pendukung=pendukung, efisiensi=efisiensi)) == ()


def test_two_independent_mistakes_are_both_named() -> None:
    found = culprits(book({(3, "realisasi"): "530", (7, "anggaran"): "770"}))
    assert sorted(named(found)) == [
        (place(BUDGET, 3, "realisasi"), 350, True),
        (place(BUDGET, 7, "anggaran"), 700, True),
    ]


def test_where_no_cell_stands_out_the_total_is_named_with_doubt() -> None:
    rows: Rows = (
        ("Kegiatan", "Pembinaan", "600", "540", ""),
        ("Sub Kegiatan", "Pelatihan", "400", "350", ""),
        ("Sub Kegiatan", "Pendampingan", "200", "180", ""),
    )
    (found,) = culprits(book_builder.make({BUDGET: budget({}, rows)}))
    assert named([found]) == [(place(BUDGET, 1, "realisasi"), 530, False)]
    assert found.witnesses == (place(BUDGET, 2, "realisasi"), place(BUDGET, 3, "realisasi"))


def test_cells_that_one_slip_would_explain_as_well_are_its_rivals() -> None:
    """The children miss the parent's 574 by 30: two may lack three tens; 97 would have to become 127."""
    rows: Rows = (
        ("Kegiatan", "Pembinaan", "700", "574", ""),
        ("Sub Kegiatan", "Pelatihan", "400", "331", ""),
        ("Sub Kegiatan", "Pendampingan", "200", "116", ""),
        ("Sub Kegiatan", "Evaluasi", "100", "97", ""),
    )
    (found,) = culprits(book_builder.make({BUDGET: budget({}, rows)}))
    assert named([found]) == [(place(BUDGET, 1, "realisasi"), 544, False)]
    assert found.rivals == (
        (place(BUDGET, 2, "realisasi"), Decimal(361)),
        (place(BUDGET, 3, "realisasi"), Decimal(146)),
    )


def test_the_only_amount_that_one_slip_of_the_finger_explains_is_named() -> None:
    """30 are lacking: 213 may be a 243; 600, 180 and 177 would have to change in two digits."""
    rows: Rows = (
        ("Kegiatan", "Pembinaan", "700", "600", ""),
        ("Sub Kegiatan", "Pelatihan", "300", "213", ""),
        ("Sub Kegiatan", "Pendampingan", "200", "180", ""),
        ("Sub Kegiatan", "Evaluasi", "200", "177", ""),
    )
    (found,) = culprits(book_builder.make({BUDGET: budget({}, rows)}))
    assert named([found]) == [(place(BUDGET, 2, "realisasi"), 243, True)]


def test_two_mistakes_of_equal_weight_do_not_make_each_other_doubtful() -> None:
    """Each is the only cell that mends its own sum."""
    found = culprits(book({(3, "realisasi"): "530", (6, "anggaran"): "405"}))
    assert sorted(named(found)) == [
        (place(BUDGET, 3, "realisasi"), 350, True),
        (place(BUDGET, 6, "anggaran"), 400, True),
    ]


def test_a_percent_settles_the_doubt() -> None:
    rows: Rows = (
        ("Kegiatan", "Pembinaan", "600", "540", "90,00"),
        ("Sub Kegiatan", "Pelatihan", "400", "350", "87,50"),
        ("Sub Kegiatan", "Pendampingan", "200", "180", "95,00"),
    )
    (found,) = culprits(book_builder.make({BUDGET: budget({}, rows)}))
    assert named([found]) == [(place(BUDGET, 3, "realisasi"), 190, True)]


def test_amounts_that_their_own_percents_confirm_are_not_doubted_for_one_sum() -> None:
    """The sum would hold with 530, 360 or 190; the first two would contradict the percents beside them."""
    rows: Rows = (
        ("Kegiatan", "Pembinaan", "600", "540", "90,00"),
        ("Sub Kegiatan", "Pelatihan", "400", "350", "87,50"),
        ("Sub Kegiatan", "Pendampingan", "200", "180", ""),
    )
    (found,) = culprits(book_builder.make({BUDGET: budget({}, rows)}))
    assert named([found]) == [(place(BUDGET, 3, "realisasi"), 190, True)]


def test_a_wrong_percent_alone_accuses_no_amount() -> None:
    assert culprits(book({(3, "serapan"): "78,50"})) == ()


def test_a_remainder_speaks_too() -> None:
    made = budget({(3, "realisasi"): "530"})
    made[2] |= {"sisa": "50", "serapan": ""}
    (found,) = culprits(book_builder.make({BUDGET: made}))
    assert named([found]) == [(place(BUDGET, 3, "realisasi"), 350, True)]
    assert place(BUDGET, 3, "sisa") not in found.witnesses, "it is made from the amount and states nothing of its own"


def test_the_realisasi_that_its_remainder_and_its_percent_ask_for() -> None:
    row = {"tingkat": "Kegiatan", "uraian": "Pembinaan", "anggaran": "600", "realisasi": "530", "serapan": "90,00"}
    (found,) = culprits(book_builder.make({BUDGET: [{**row, "sisa": "60"}]}))
    assert named([found]) == [(place(BUDGET, 1, "realisasi"), 540, True)]


@pytest.mark.parametrize("percent", ["90,48", "90,47"])  # 190 ÷ 210 = 90,476: rounded, cut
def test_a_percent_that_was_cut_speaks_as_one_that_was_rounded(percent: str) -> None:
    rows: Rows = (
        ("Kegiatan", "Pembinaan", "610", "540", ""),
        ("Sub Kegiatan", "Pelatihan", "400", "350", ""),
        ("Sub Kegiatan", "Pendampingan", "210", "180", percent),
    )
    (found,) = culprits(book_builder.make({BUDGET: budget({}, rows)}))
    assert named([found]) == [(place(BUDGET, 3, "realisasi"), 190, True)]


def test_a_percent_that_a_formula_gives_does_not_speak_for_the_amount_it_is_made_from() -> None:
    rows: Rows = (
        ("Kegiatan", "Pembinaan", "600", "540", "90,00"),
        ("Sub Kegiatan", "Pelatihan", "400", "350", "87,50"),
        ("Sub Kegiatan", "Pendampingan", "200", "180", "90,00"),
    )
    typed = book_builder.make({BUDGET: budget({}, rows)})
    assert not culprits(typed)[0].sure, "each amount has a percent that was typed"
    *others, last = typed.records(BUDGET)
    percent = last.get("serapan")
    made = percent._replace(cell=percent.cell._replace(origin=Origin.RUMUS, formula="=H7/G7*100"))
    book = replace(typed, all_records=(*others, replace(last, values=MadeValues({**last.values, "serapan": made}))))
    assert named(culprits(book)) == [(place(BUDGET, 3, "realisasi"), 190, True)]


def test_a_blank_amount_is_not_taken_for_zero() -> None:
    assert culprits(book({(3, "anggaran"): "", (3, "serapan"): ""})) == ()


def test_a_shared_cell_counts_once() -> None:
    efisiensi = [
        {"kode": "1.1", "anggaran": "1.000", "realisasi_anggaran": "905"},
        {"kode": "1.2", "anggaran": "^", "realisasi_anggaran": "^"},
    ]
    known = amounts(book_builder.make({"efisiensi": efisiensi}, [{"kode": "1.1"}, {"kode": "1.2"}]))
    assert known == {
        place("efisiensi", 1, "anggaran"): Decimal(1000),
        place("efisiensi", 1, "realisasi_anggaran"): Decimal(905),
    }


@given(
    st.dictionaries(
        st.tuples(st.integers(1, 9), st.sampled_from(("anggaran", "realisasi"))), st.integers(0, 2_000), max_size=6
    )
)
def test_what_is_worked_out_once_is_what_is_worked_out_anew_each_time(changes):
    made = book({cell: str(amount) for cell, amount in changes.items()})
    once = culprits(made)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(witnesses._Repairs, "of", anew)
        assert [(c.where, c.right, c.witnesses, c.sure, c.rivals) for c in culprits(made)] == [
            (c.where, c.right, c.witnesses, c.sure, c.rivals) for c in once
        ]


def anew(repairs, tie):
    return {
        (where, right): repairs._gain(where, right)
        for where, right in repairs._typed(tie)
        if right >= 0 and where not in repairs._mended
    }
