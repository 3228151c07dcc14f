"""Sums typed as formulas: the exact cells found, and sums that are right however they are written."""

from __future__ import annotations

import pytest

from tests.rules.formula_case import audited, besides_stale, formula, told
from tests.workbook_case import Audit

B, SHEET = "realisasi_anggaran", "Realisasi Anggaran"
G6 = f"{SHEET}!G6"


def one(audit: Audit, code: str) -> tuple[str, list[str], str]:
    (finding,) = [f for f in audit.findings if f.code == code]
    return str(finding.message), [where.cell for where in finding.related], str(finding.step)


@pytest.mark.parametrize(
    "text, saved, missing",
    [
        ("=SUM(G7:G8)", 22880000, "G9"),  # ends a row early
        ("=SUM(G8:G9)", 13200000, "G7"),  # starts a row late
        ("=G7+G9", 19680000, "G8"),
    ],
)
def test_a_sum_that_leaves_a_row_out(text, saved, missing):
    audit = audited((B, 6, "anggaran", formula(text, saved)))
    assert besides_stale(audit) == {("LKJ704", "galat", G6)}
    assert {(f.stated, f.recomputed) for f in audit.findings if f.code == "LKJ704"} == {(saved, 27880000)}
    message, related, step = one(audit, "LKJ704")
    assert f"tidak menjumlah {missing}." in message
    assert related == [missing]
    assert step == f"Ganti rumus di {G6} dengan =SUM(G7:G9)"


def test_the_effect_is_told_in_rupiah():
    message, _, _ = one(audited((B, 6, "anggaran", formula("=SUM(G7:G8)", 22880000))), "LKJ704")
    assert message.endswith("Hasilnya 22.880.000, seharusnya 27.880.000 (kurang Rp 5.000.000).")


def test_a_programme_that_leaves_out_activities():
    audit = audited((B, 5, "anggaran", formula("=G6+G10+G14+G16+G25+G32", 4660013025)))
    assert besides_stale(audit) == {("LKJ704", "galat", f"{SHEET}!G5")}
    assert one(audit, "LKJ704")[1] == ["G28"]


def test_a_total_of_base_data_that_leaves_out_a_row_of_nothing_is_right_today():
    audit = audited(
        ("data_dasar", 11, "realisasi@2024", "0"), ("data_dasar", 12, "realisasi@2024", formula("=SUM(L9:L10)", 15694))
    )
    assert told(audit) == {("LKJ704", "periksa", "Data Dasar!L12")}


@pytest.mark.parametrize(
    "text, saved, double, words",
    [
        ("=SUM(G7:G9,G9)", 32880000, ["G9"], "menghitung G9 dua kali"),
        ("=SUM(G7:G9)+G7", 42560000, ["G7"], "menghitung G7 dua kali"),
        ("=SUM(G7:G10)", 2747086623, ["G10"], "ikut menjumlah G10 di luar kelompoknya"),
        ("=SUM(G6:G9)", 0, ["G6"], "menjumlah selnya sendiri"),
    ],
)
def test_a_sum_that_adds_too_much(text, saved, double, words):
    audit = audited((B, 6, "anggaran", formula(text, saved)))
    assert {each for each in besides_stale(audit) if each[0] != "LKJ709"} == {("LKJ705", "galat", G6)}
    message, related, _ = one(audit, "LKJ705")
    assert words in message
    assert related == double


def test_a_colon_for_a_semicolon_adds_parents_with_their_children():
    audit = audited((B, 48, "anggaran", formula("=SUM(G49:G50)", 4460427000)))
    assert besides_stale(audit) == {("LKJ705", "galat", f"{SHEET}!G48")}
    message, related, step = one(audit, "LKJ705")
    assert "menjumlah induk bersama rinciannya (G50 terhitung dua kali)" in message
    assert "lebih Rp 2.230.213.500" in message
    assert related == ["G50"]
    assert step == f"Ganti rumus di {SHEET}!G48 dengan =SUM(G49)"


def test_a_total_over_all_rows():
    audit = audited((B, 51, "anggaran", formula("=SUM(G5:G50)", 34661792879)))
    assert besides_stale(audit) == {("LKJ705", "galat", f"{SHEET}!G51")}
    assert {f.recomputed for f in audit.findings if f.code == "LKJ705"} == {11567255701}


@pytest.mark.parametrize(
    "text",
    ["=SUM(G7:G9)", "=G7+G8+G9", "=SUM(G7,G8:G9)", "=ROUND(SUM(G7:G9),0)", "=SUBTOTAL(9,G7:G9)", "=SUM($G$7:$G$9)"],
)
def test_sums_of_all_children_are_right_however_written(text):
    assert told(audited((B, 6, "anggaran", formula(text, 27880000)))) == set()


def test_a_total_may_add_details_instead_of_their_parents():
    whole = "=SUM(G7:G9)+G10+G14+G16+G25+G28+G32"
    assert told(audited((B, 5, "anggaran", formula(whole, 5435078025)))) == set()


def test_a_subtotal_passes_over_other_subtotals():
    inner = (
        (B, at, "anggaran", formula(f"=SUBTOTAL(9,G{at + 1}:G{at + 1})", value))
        for at, value in ((40, 41613780), (43, 529255000))
    )
    assert told(audited(*inner, (B, 39, "anggaran", formula("=SUBTOTAL(9,G40:G41)", 41613780)))) == set()


@pytest.mark.parametrize(
    "cell, text, saved",
    [
        (("sisa", "J7"), "=G7-H7+I7", 300097.96),
        (("sisa", "J7"), "=SUM(G7:I7)", 29060097.96),
    ],
)
def test_a_percent_added_to_rupiah(cell, text, saved):
    key, place = cell
    audit = audited((B, 7, key, formula(text, saved)))
    assert told(audit) == {("LKJ706", "galat", f"{SHEET}!{place}")}
    message, related, _ = one(audit, "LKJ706")
    assert "menambahkan persen (I7) ke rupiah" in message
    assert "selisih Rp 97,96" in message
    assert related == ["I7"]


def test_percents_of_several_rows_added():
    audit = audited((B, 51, "serapan", formula("=SUM(I5:I7)", 290.33)))
    assert told(audit) == {("LKJ706", "galat", f"{SHEET}!I51")}


@pytest.mark.parametrize("text", ["=AVERAGE(I7:I9)", "=SUM(I7:I9)/3", "=SUM(H7:H9)/SUM(G7:G9)*100"])
def test_means_of_percents_and_percents_of_sums_are_other_questions(text):
    saved = {"=SUM(H7:H9)/SUM(G7:G9)*100": 27580000 / 27880000 * 100}.get(text, 297.96 / 3)
    assert told(audited((B, 6, "serapan", formula(text, saved)))) == set()


def test_a_percent_as_factor_is_no_addition():
    audit = audited((B, 7, "sisa", formula("=G7-G7*I7/100", 14680000 - 14680000 * 97.96 / 100)))
    assert {each for each in told(audit) if each[0] == "LKJ706"} == set()
