"""Saved results that are no longer what the formula gives, and formulas that are not computed again."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.workbooks import budget_data
from lkj_xlsx import pipeline
from lkj_xlsx.spec.template import TEMPLATE
from lkj_xlsx.writers.fill import fill
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


TAKEN = (  # from the budget: formula, saved result, whether it is stale
    (f"='{SHEET}'!G9", 7_200_000, False),
    (f"='{SHEET}'!G9", 6_950_000, True),
    (f"=SUM('{SHEET}'!G7:G9)", 35_450_000, False),
    (f"=SUM('{SHEET}'!G7:G9)", 35_540_000, True),
)


def with_references(budget_rows: int, folder: Path) -> Path:
    """A clean report with so many budget rows, and figures of Data Dasar taken from some of them."""
    data = budget_data(budget_rows)
    for number, (text, saved, _) in enumerate(TAKEN):
        base = {"tabel": "3.6", "kode_data": f"BELANJA-{number}", "uraian": f"Belanja {number}", "jenis": "Bagian"}
        data["lembar"]["data_dasar"].append(base | {"satuan": "Rp", "realisasi": {"2025": formula(text, saved)}})
    path = folder / f"anggaran-{budget_rows}.xlsx"
    fill(data, path, TEMPLATE, pipeline.variants())
    return path


@pytest.mark.parametrize("drawn", [False, True])
@pytest.mark.parametrize("budget_rows", [40, 320])
def test_a_formula_on_a_row_of_the_budget_is_judged_alike_however_long_the_sheet(tmp_path, budget_rows, drawn):
    found = pipeline.audit(with_references(budget_rows, tmp_path), drawn=drawn).findings
    stale = {f"Data Dasar!L{row}" for row, (_, _, old) in enumerate(TAKEN, 11) if old}
    assert [(f.code, f.level.word, str(f.where)) for f in found] == [
        ("LKJ707", "galat", cell) for cell in sorted(stale)
    ]


@pytest.mark.parametrize("text", ["=NaN", "=inf", "=SUM(NaN)", "=-Infinity", "=1e999", f"={'9' * 400}", "=1_0", "=١٢"])
def test_what_is_no_number_takes_no_other_finding_along(text):
    audit = audited((B, 7, "serapan", formula("=ROUND(H7/G7*100,2)", 97.69)), (B, 8, "sisa", formula(text, 5)))
    assert f"{SHEET}!I7" in {str(f.where) for f in audit.findings if f.code == "LKJ707"}
    assert f"{SHEET}!J8" not in {str(f.where) for f in audit.findings if f.code == "LKJ707"}
    (untold,) = [f for f in audit.findings if f.code == "LKJ709"]
    assert (str(untold.where), len(str(untold.message)) < 300) == (f"{SHEET}!J8", True)
    assert not [f for f in audit.findings if "gagal dijalankan" in str(f.message)]
