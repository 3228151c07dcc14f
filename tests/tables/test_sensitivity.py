"""How much the conclusions hang on the chosen formulas."""

from __future__ import annotations

import pytest

from lkj_xlsx.model.options import by_option
from lkj_xlsx.tables.sensitivity import sensitivity
from tests.book_builder import VARIANTS, make

SKALA = [
    ("> 90", "Sangat Tinggi"),
    ("75,1 - 90", "Tinggi"),
    ("65,1 - 75", "Sedang"),
    ("50,1 - 65", "Rendah"),
    ("<= 50", "Sangat Rendah"),
]
OWN = [("> 95", "Istimewa"), ("80,1 - 95", "Baik"), ("60,1 - 80", "Cukup"), ("40,1 - 60", "Kurang"), ("<= 40", "Buruk")]


def book(*rows: tuple[str, str, str], skala=SKALA, efisiensi=(), **options: str):
    """One indicator a row: direction, target, realisasi."""
    named = [(f"1.{n}", *row) for n, row in enumerate(rows, start=1)]
    return make(
        {
            "skala": [{"interval": interval, "kriteria": word} for interval, word in skala],
            "capaian_iku": [{"kode": kode, "target": t, "realisasi": r} for kode, _, t, r in named],
            "efisiensi": [{"kode": "1.1", **dict(row)} for row in efisiensi],
        },
        [{"kode": kode, "arah": arah, "satuan": "Predikat" if t.isalpha() else "%"} for kode, arah, t, _ in named],
        options,
    )


def messages(small, option: str = "") -> list[str]:
    items = sensitivity(small, by_option(VARIANTS))
    return [str(item.message) for item in items if item.changed and option in item.option]


def tried(small) -> set[str]:
    return {item.variant for item in sensitivity(small, by_option(VARIANTS))}


def test_a_falling_indicator_is_rated_under_every_rival():
    # T 49, R 56,23: (2T − R) ÷ T is 85,24, T ÷ R is 87,14; T 10, R 11,4: 86 and 87,7; T 10, R 11: 90 and 90,91
    small = book(("Naik", "10", "9"), ("Turun", "49", "56,23"), ("Turun", "10", "11"))
    assert messages(small, "Turun") == [
        "Bila rumus turun TURUN-2 «Target ÷ realisasi × 100» yang dipakai: "
        "1 dari 3 predikat berubah (1.3 Tinggi → Sangat Tinggi).",
        "Bila rumus turun TURUN-3 «(Target − realisasi) ÷ target × 100 (laju penurunan)» yang dipakai: "
        "2 dari 3 predikat berubah (1.2 Tinggi → Sangat Rendah, "
        "1.3 Tinggi → Sangat Rendah).",
    ]


def test_the_rival_is_measured_from_the_chosen_one():
    small = book(("Turun", "10", "11"), rumus_turun="TURUN-2")
    assert messages(small, "Turun")[0] == (
        "Bila rumus turun TURUN-1 «(2 × target − realisasi) ÷ target × 100» yang dipakai: "
        "1 dari 1 predikat berubah (1.1 Sangat Tinggi → Tinggi)."
    )
    assert "TURUN-2" not in tried(small)


def test_a_formula_that_gives_no_figure_takes_the_predikat_away():
    assert (
        "1 dari 1 predikat berubah (1.1 Sangat Tinggi → tidak dinilai)"
        in messages(book(("Turun", "10", "0")), "Turun")[0]
    )


@pytest.mark.parametrize(
    "row, tries",
    [
        (("Naik", "10", "9"), set()),
        (("Turun", "10", "9"), {"TURUN-1-NOL", "TURUN-2", "TURUN-3", "NOL-0", "NOL-KOSONG"}),
        (("Rentang", "6 - 7", "5"), {"RENTANG-2"}),
    ],
)
def test_only_options_that_some_indicator_needs_are_tried(row, tries):
    codes = {code for code in tried(book(row)) if code.startswith(("TURUN", "RENTANG", "NOL"))}
    assert codes == tries


def test_a_range_is_rated_under_the_other_formula():
    # above 6–7 by half: (2 × 7 − 10,5) ÷ 7 is 50, 7 ÷ 10,5 is 66,67
    assert messages(book(("Rentang", "6 - 7", "10,5")), "Rentang") == [
        "Bila rumus rentang RENTANG-2 «Dalam rentang 100; di luar dibandingkan batas terdekat» yang dipakai: "
        "1 dari 1 predikat berubah (1.1 Sangat Rendah → Sedang)."
    ]


def test_a_word_without_a_score_gets_its_predikat_by_order():
    assert messages(book(("Naik", "WTP", "WTP")), "Predikat") == []  # nothing is judged at all, so nothing can change
    small = book(("Naik", "10", "9"), ("Naik", "WTP", "WDP"))
    assert messages(small, "Predikat") == [
        "Bila capaian predikat ORDINAL «Dari urutan predikatnya bila tanpa skor» yang dipakai: "
        "1 dari 2 predikat berubah (1.2 tidak dinilai → Sedang)."
    ]


def test_other_bounds_change_a_predikat_and_other_names_do_not():
    assert messages(book(("Naik", "100", "88")), "Skala") == []  # A, B and C have the bounds of the printed scale
    small = book(("Naik", "100", "92"), ("Naik", "100", "88"), skala=OWN)
    assert messages(small, "Skala") == [
        f"Bila skala {called} yang dipakai: 1 dari 2 predikat berubah (1.1 Baik → Istimewa)."
        for called in (
            "A «Sangat Tinggi–Sangat Rendah, 90,1 ke atas»",
            "B «Sangat Tinggi–Sangat Rendah, 91 ke atas»",
            "C «Sangat Baik–Sangat Kurang, 91 ke atas»",
        )
    ]


def test_scales_of_another_number_of_rows_are_not_compared():
    assert {"A", "B", "C"} <= tried(book(("Naik", "100", "92")))
    assert not {"D", "E"} & tried(book(("Naik", "100", "92")))


def test_many_changes_are_counted_and_three_are_named():
    small = book(*[("Turun", "10", "11")] * 5)
    assert messages(small, "Turun")[0].endswith(
        "5 dari 5 predikat berubah (1.1 Tinggi → Sangat Tinggi, 1.2 Tinggi → Sangat Tinggi, "
        "1.3 Tinggi → Sangat Tinggi, 2 lainnya)."
    )


SPENT = {"target": "100", "realisasi": "99", "anggaran": "1.000", "realisasi_anggaran": "980"}


def test_the_word_efisien_hangs_on_formula_and_precondition():
    small = book(("Naik", "100", "99"), efisiensi=[SPENT], rumus_efisiensi="EFF-1")
    assert messages(small, "Efisien") == [
        "Bila syarat efisien TANPA «Tanpa syarat» yang dipakai: "
        "1 dari 1 kesimpulan efisiensi berubah (1.1 tidak efisien → efisien)."
    ]
    over = {**SPENT, "realisasi": "101", "realisasi_anggaran": "1.020"}
    small = book(("Naik", "100", "101"), efisiensi=[over], rumus_efisiensi="EFF-4", syarat_efisien="TANPA")
    assert messages(small, "Efisiensi") == []
    over = {**SPENT, "realisasi": "90", "realisasi_anggaran": "980"}
    small = book(("Naik", "100", "90"), efisiensi=[over], rumus_efisiensi="EFF-4", syarat_efisien="TANPA")
    said = messages(small, "Rumus Efisiensi")
    assert not any("EFF-4" in text for text in said)
    assert set(said) >= {
        f"Bila rumus efisiensi «{called}» yang dipakai: 1 dari 1 kesimpulan efisiensi berubah "
        "(1.1 efisien → tidak efisien)."
        for called in (
            "EFF-1 Capaian ÷ serapan",
            "EFF-2 Capaian − serapan (poin persen)",
            "EFF-5 (anggaran × capaian − realisasi) ÷ (anggaran × capaian) × 100",
            "EFF-7 Serapan ÷ capaian",
        )
    }


def test_without_a_chosen_formula_there_is_nothing_to_compare():
    small = book(("Naik", "100", "99"), efisiensi=[SPENT])
    assert {item.kata for item in sensitivity(small, by_option(VARIANTS))} == {"predikat"}


def test_without_a_scale_no_predikat_is_told():
    assert sensitivity(book(("Turun", "10", "11"), skala=()), by_option(VARIANTS)) == ()
