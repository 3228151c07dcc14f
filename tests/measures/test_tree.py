"""Which budget rows are programmes, kegiatan and sub kegiatan: from Tingkat, codes, capitals, and sums that fit."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from lkj_xlsx.measures.tree import (
    JUMLAH,
    KEGIATAN,
    OUTSIDE,
    PROGRAM,
    SUB,
    code_level,
    levels,
    programs,
    tree,
    trees,
)
from lkj_xlsx.model.record import Record
from tests import book_builder


def rows(*content: tuple[str, str], key: str = "tingkat") -> Sequence[Record]:
    """Budget rows from (uraian, what `key` holds)."""
    made = [{"uraian": uraian, key: text} for uraian, text in content]
    return book_builder.make({"realisasi_anggaran": made}).records("realisasi_anggaran")


def amounts(*content: tuple[str, str, str]) -> Sequence[Record]:
    """Budget rows without Tingkat and code, from (uraian, anggaran, realisasi)."""
    made = [{"uraian": uraian, "anggaran": anggaran, "realisasi": realisasi} for uraian, anggaran, realisasi in content]
    return book_builder.make({"realisasi_anggaran": made}).records("realisasi_anggaran")


@pytest.mark.parametrize(
    "kode, level",
    [
        ("2.17.03", PROGRAM),
        ("X.XX.01", PROGRAM),
        ("2.17.03.2.01", KEGIATAN),
        ("2.17.03.2.01.01", SUB),
        ("2.17.03.2.01.0004", SUB),
        ("2.17.03.2.01.0004.", SUB),
        ("2", OUTSIDE),
        ("2.17", OUTSIDE),
        ("5.1.02.01.01.0024", OUTSIDE),
        ("5.01.03.2.01.0001", SUB),
        ("", None),
        ("-", None),
    ],
)
def test_nomenclature_codes_tell_the_level(kode: str, level: int | None) -> None:
    assert code_level(kode) == level


def test_tingkat_comes_before_everything() -> None:
    made = rows(
        ("PROGRAM A", "Kegiatan"), ("Jumlah koperasi dibina", "Sub Kegiatan"), ("Isi", "program"), ("x", "Jumlah")
    )
    assert levels(made) == (KEGIATAN, SUB, PROGRAM, JUMLAH)


def test_codes_tell_the_tree() -> None:
    made = rows(
        ("Penunjang", "2.17.01"),
        ("Perencanaan", "2.17.01.2.01"),
        ("Dokumen", "2.17.01.2.01.0001"),
        ("RKA", "2.17.01.2.01.0002"),
        ("Koperasi", "2.17.03"),
        key="kode_rekening",
    )
    penunjang, koperasi = tree(made)
    assert [node.record.text("uraian") for node in (penunjang, koperasi)] == ["Penunjang", "Koperasi"]
    (perencanaan,) = penunjang.children
    assert [node.record.text("uraian") for node in perencanaan.children] == ["Dokumen", "RKA"]
    assert koperasi.children == ()


def test_a_code_beats_a_name_that_sounds_like_a_total() -> None:
    made = rows(("Penunjang", "2.17.01"), ("Total Quality Management", "2.17.01.2.01"), key="kode_rekening")
    assert levels(made) == (PROGRAM, KEGIATAN)


def test_urusan_and_accounts_stand_outside_the_tree() -> None:
    made = rows(
        ("Penunjang", "2.17.01"),
        ("Perencanaan", "2.17.01.2.01"),
        ("Dokumen", "2.17.01.2.01.0001"),
        ("Belanja kertas", "5.1.02.01.01.0024"),
        ("Urusan perdagangan", "3.30"),
        ("Pasar", "3.30.03"),
        key="kode_rekening",
    )
    penunjang, pasar = tree(made)
    assert [node.record.text("uraian") for node in penunjang.children[0].children] == ["Dokumen"]
    assert penunjang.children[0].children[0].children == ()
    assert pasar.record.text("uraian") == "Pasar"


def test_capitals_and_sums_tell_the_level_where_nothing_else_does() -> None:
    made = amounts(
        ("PROGRAM PENUNJANG URUSAN", "100", "90"),
        ("Perencanaan", "60", "55"),
        ("Dokumen", "40", "36"),
        ("RKA", "20", "19"),
        ("Keuangan", "40", "35"),
        ("Gaji", "40", "35"),
        ("PROGRAM KOPERASI", "30", "30"),
        ("Pemeriksaan", "30", "30"),
    )
    assert levels(made) == (PROGRAM, KEGIATAN, SUB, SUB, KEGIATAN, SUB, PROGRAM, KEGIATAN)


def test_one_wrong_sum_does_not_hide_the_level_where_the_other_fits() -> None:
    made = amounts(
        ("PROGRAM PENUNJANG URUSAN", "100", "90"),
        ("Perencanaan", "60", "99"),
        ("Dokumen", "40", "36"),
        ("RKA", "20", "19"),
    )
    assert levels(made) == (PROGRAM, KEGIATAN, SUB, SUB)


def test_a_kegiatan_ends_where_the_first_of_its_two_sums_is_reached() -> None:
    made = amounts(
        ("PROGRAM KOPERASI", "260", "180"),
        ("Pembinaan", "100", "90"),
        ("Pelatihan", "100", "50"),
        ("Pengawasan", "60", "40"),
    )
    assert levels(made) == (PROGRAM, KEGIATAN, SUB, KEGIATAN)


def test_a_kegiatan_of_nothing_holds_the_row_of_nothing_below_it() -> None:
    made = amounts(("PROGRAM KOPERASI", "5", "5"), ("Pembinaan", "0", "0"), ("Pelatihan", "0", "0"))
    assert levels(made) == (PROGRAM, KEGIATAN, SUB)


def test_rows_before_any_programme_have_no_level() -> None:
    made = amounts(("Urusan koperasi", "100", "90"), ("PROGRAM KOPERASI", "100", "90"))
    assert levels(made) == (None, PROGRAM)
    assert [node.record.text("uraian") for node in tree(made)] == ["PROGRAM KOPERASI"]


def test_a_programme_named_in_small_letters_is_not_taken_for_one() -> None:
    assert levels(amounts(("Program kerja tahunan", "1", "1"))) == (None,)


def test_a_total_row_stands_beside_the_programmes() -> None:
    made = rows(("A", "Program"), ("a", "Kegiatan"), ("JUMLAH", ""), ("B", "Program"))
    assert [(node.record.text("uraian"), node.level) for node in tree(made)] == [
        ("A", PROGRAM),
        ("JUMLAH", JUMLAH),
        ("B", PROGRAM),
    ]


def test_each_table_has_a_tree_of_its_own() -> None:
    content = [
        {"tabel": "3.22", "tingkat": "Program", "uraian": "A"},
        {"tabel": "3.23", "tingkat": "Kegiatan", "uraian": "b"},
        {"tabel": "3.23", "tingkat": "Program", "uraian": "B"},
    ]
    book = book_builder.make({"realisasi_anggaran": content})
    assert [[node.record.text("uraian") for node in roots] for roots in trees(book)] == [["A"], ["b", "B"]]
    assert [node.record.text("uraian") for node in programs(book)] == ["A", "B"]
