"""Saved results that are no longer what the formula gives, and formulas that are not computed again."""

from __future__ import annotations

import pytest

from tests.rules.formula_case import audited, formula, told

B, SHEET = "realisasi_anggaran", "Realisasi Anggaran"


def test_a_stale_result_tells_both_figures():
    audit = audited((B, 7, "serapan", formula("=ROUND(H7/G7*100,2)", 97.69)))
    assert told(audit) == {("LKJ707", "galat", f"{SHEET}!I7")}
    (finding,) = [f for f in audit.findings if f.code == "LKJ707"]
    assert str(finding.message) == (
        "Hasil tersimpan di Realisasi Anggaran!I7 adalah 97,69, padahal rumusnya =ROUND(H7/G7*100;2) sekarang memberi "
        "97,96 (selisih 0,27 poin)."
    )


def test_an_input_changed_without_calculating_makes_every_formula_on_it_stale():
    audit = audited((B, 7, "realisasi", "14.280.000"))
    assert told(audit) == {("LKJ707", "galat", f"{SHEET}!{cell}") for cell in ("H6", "I7", "J7")}


def test_what_fits_the_present_result_of_a_stale_cell_is_not_stale_itself():
    """H6 keeps an old result; the programme above it, its percent and its remainder were saved with the new one."""
    audit = audited((B, 6, "realisasi", formula("=SUM(H7:H9)", 34000000)))
    assert told(audit) == {("LKJ707", "galat", f"{SHEET}!H6")}


def test_a_result_that_became_an_error_is_stale():
    audit = audited((B, 7, "sisa", formula("=G7/0", 300000)))
    assert ("LKJ707", "galat", f"{SHEET}!J7") in told(audit)


@pytest.mark.parametrize(
    "text, saved",
    [
        ("=G7-H7", 300000.0000001),  # noise of binary arithmetic
        ("=ROUND(H7/G7*100,2)", 97.96),
    ],
)
def test_noise_is_not_stale(text, saved):
    key = "sisa" if "-" in text else "serapan"
    assert told(audited((B, 7, key, formula(text, saved)))) == set()


def test_errors_and_missing_results_are_told_by_their_own_rules_only():
    audit = audited((B, 7, "sisa", formula("=G7-H7", "#DIV/0!")), (B, 8, "sisa", formula("=G8-H8")))
    assert told(audit) == set()
    assert {(f.code, str(f.where)) for f in audit.findings} == {
        ("LKJ209", f"{SHEET}!J7"),
        ("LKJ210", f"{SHEET}!J8"),
    }


def test_what_is_not_computed_is_said_once_a_sheet():
    audit = audited(
        (B, 7, "sisa", formula("=VLOOKUP(G7,G1:H9,2,0)", 300000)),
        (B, 8, "sisa", formula("=SUM(G:G)", 0)),
    )
    assert told(audit) == {("LKJ709", "catatan", f"{SHEET}!J7")}
    (finding,) = [f for f in audit.findings if f.code == "LKJ709"]
    assert "(VLOOKUP)" in str(finding.message)
    assert [where.cell for where in finding.related] == ["J8"]
