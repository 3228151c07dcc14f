"""Amounts that a budget table leaves blank at its parents, and percents that are means of means."""

from __future__ import annotations

from decimal import Decimal

from lkj_xlsx.measures.parent_amounts import amount, derived
from lkj_xlsx.model.computed import Verdict
from lkj_xlsx.model.fact import Book
from lkj_xlsx.relations.amounts import suspects
from tests import book_builder
from tests.book_builder import place

BUDGET = "realisasi_anggaran"
KEYS = ("tingkat", "uraian", "anggaran", "realisasi", "serapan")
BLANK = (
    ("Program", "PROGRAM KOPERASI", "", "", "84,00"),
    ("Kegiatan", "Pembinaan", "", "", "80,00"),
    ("Sub Kegiatan", "Pelatihan", "400", "350", "87,50"),
    ("Sub Kegiatan", "Pendampingan", "200", "130", "65,00"),
    ("Kegiatan", "Pengawasan", "400", "360", "90,00"),
    ("Jumlah", "JUMLAH", "", "", "84,00"),
)


def budget(rows: tuple[tuple[str, str, str, str, str], ...], **more: object) -> Book:
    sheets = {BUDGET: [dict(zip(KEYS, row, strict=True)) for row in rows], **more.pop("sheets", {})}
    return book_builder.make(sheets, options=more)


def verdict(book: Book, line: int) -> Verdict:
    return book_builder.judged(book, "SERAPAN", BUDGET, "serapan", line).verdict


def test_a_blank_parent_is_the_sum_of_the_rows_below_it_level_by_level() -> None:
    book = budget(BLANK)
    totals = [amount(record, "anggaran", book) for record in book.records(BUDGET)]
    assert [item.value for item in totals if item is not None] == [1000, 600, 400, 200, 400, 1000]
    assert derived(book.records(BUDGET)[0], "realisasi", book)
    assert not derived(book.records(BUDGET)[2], "realisasi", book)
    assert {verdict(book, line) for line in range(1, 7)} == {Verdict.SESUAI}


def test_the_percent_of_a_blank_parent_is_judged() -> None:
    wrong = (("Program", "PROGRAM KOPERASI", "", "", "48,00"), *BLANK[1:])
    judged = book_builder.judged(budget(wrong), "SERAPAN", BUDGET, "serapan")
    assert (judged.verdict, judged.against and judged.against.value) == (Verdict.SELISIH, Decimal(84))


def test_nothing_is_derived_where_a_row_below_is_blank() -> None:
    book = budget((*BLANK[:3], ("Sub Kegiatan", "Pendampingan", "", "", ""), *BLANK[4:]))
    assert amount(book.records(BUDGET)[0], "anggaran", book) is None
    assert verdict(book, 1) is Verdict.TIDAK_DIPERIKSA


def test_a_typed_total_is_held_against_the_rows_below_blank_parents() -> None:
    book = budget((*BLANK[:5], ("Jumlah", "JUMLAH", "1.100", "840", "")))
    assert list(suspects(book)) == [place(BUDGET, 6, "anggaran")]
    pagu = {"program_pendukung": [{"program": "Program Koperasi", "pagu": "1.100"}]}
    assert place("program_pendukung", 1, "pagu") in suspects(budget(BLANK, sheets=pagu))


MEANS = (
    ("Program", "PROGRAM KOPERASI", "1.000", "775", "80,72"),
    ("Kegiatan", "Pembinaan", "700", "500", "71,43"),
    ("Sub Kegiatan", "Pelatihan", "300", "200", "66,67"),
    ("Sub Kegiatan", "Pendampingan", "210", "160", "76,19"),
    ("Kegiatan", "Pengawasan", "300", "270", "90,00"),
)


def test_a_mean_of_means_is_taken_from_the_printed_or_the_unrounded_percents() -> None:
    book = budget(MEANS, persen_induk="RATA")
    assert [verdict(book, line) for line in (1, 2)] == [Verdict.SESUAI, Verdict.SESUAI]
    assert verdict(budget((("Program", "P", "1.000", "775", "80,71"), *MEANS[1:]), persen_induk="RATA"), 1) is (
        Verdict.SESUAI
    )
    wrong = budget((("Program", "P", "1.000", "775", "91,00"), *MEANS[1:]), persen_induk="RATA")
    judged = book_builder.judged(wrong, "SERAPAN", BUDGET, "serapan")
    assert judged.verdict is Verdict.SELISIH
    assert judged.against is not None and round(judged.against.value, 1) == Decimal("80.7")
