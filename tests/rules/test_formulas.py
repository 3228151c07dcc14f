"""Formulas beside their neighbours: the exact cells found, and what must stay in peace."""

from __future__ import annotations

import pytest

from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.neighbours.results import results
from lkj_xlsx.rules.formulas import ganjil
from tests.reader.small_workbooks import Formula, built, indicator
from tests.rules.formula_case import FIRST, audited, besides_stale, formula, told
from tests.workbook_case import FULL, TWIN, load
from tests.workbook_case import audited as sample

B, SHEET = "realisasi_anggaran", "Realisasi Anggaran"


@pytest.mark.parametrize("base", [TWIN, FULL])
def test_samples_without_formulas_are_silent(base):
    assert told(sample(base=base)) == set()


def test_a_right_workbook_full_of_formulas_has_no_finding_of_any_rule():
    audit = audited()
    assert {where.cell for where, _ in results(audit.book) if where.sheet == "Efisiensi"} == {
        "K5",
        "K7",
        "K8",
        "L5",
        "L6",
        "L7",
        "L8",
    }
    total = {where.cell for where, _ in results(audit.book) if where.row == 51}
    assert total == {"G51", "H51", "I51", "J51"}
    assert audit.findings == ()


@pytest.mark.parametrize(
    "text, saved, level",
    [
        ("=H7*G7/100", 2110984000000, "galat"),  # multiplied where the others divide
        ("=ROUND(H7/G6*100,2)", 51.58, "galat"),  # another row's budget
        ("=ROUND(H7/$G$6*100,2)", 51.58, "galat"),  # another cell, fixed
        ("=ROUND(H7/$G$7*100,2)", 97.96, "periksa"),  # fixed in its own row: right today
        ("=H7/G7", 14380000 / 14680000, "galat"),  # a fraction where the column holds percents
    ],
)
def test_the_odd_formula_among_its_neighbours(text, saved, level):
    audit = audited((B, 7, "serapan", formula(text, saved)))
    assert told(audit) == {("LKJ701", level, f"{SHEET}!I7")}
    (finding,) = [f for f in audit.findings if f.code == "LKJ701"]
    assert str(finding.step) == f"Samakan rumus di {SHEET}!I7: =ROUND(H7/G7*100;2)"
    assert finding.recomputed is None or f"{finding.recomputed:.2f}" == "97.96"


def test_the_odd_formula_tells_its_effect():
    audit = audited((B, 7, "serapan", formula("=ROUND(H7/G6*100,2)", 51.58)))
    (finding,) = [f for f in audit.findings if f.code == "LKJ701"]
    assert str(finding.message) == (
        "Rumus =ROUND(H7/G6*100;2) berbeda dari 46 rumus lain di kolom %, seperti =ROUND(H6/G6*100;2) di I6. "
        "Menurut rumus itu hasilnya 97,96, bukan 51,58 (selisih 46,38 poin)."
    )


def test_a_wrong_row_whose_figure_happens_to_be_right_is_to_be_looked_at():
    audit = audited((B, 8, "serapan", formula("=ROUND(H9/G9*100,2)", 100)))
    assert {(f.code, f.level.word, str(f.where)) for f in audit.findings} == {("LKJ701", "periksa", f"{SHEET}!I8")}


@pytest.mark.parametrize(
    "text",
    [
        "=H7/G7*100",
        "=IF(G7=0,0,H7/G7*100)",
        "=IFERROR(ROUND(100*H7/G7,2),0)",
        "=ROUND($H7/$G7*100,2)",
        "='Realisasi Anggaran'!H7/'Realisasi Anggaran'!G7*100",
        "=100-(G7-H7)/G7*100",
    ],
)
def test_another_writing_of_the_same_formula_is_not_odd(text):
    saved = 97.96 if "ROUND" in text else 14380000 / 14680000 * 100
    assert told(audited((B, 7, "serapan", formula(text, saved)))) == set()


def test_rows_that_are_rightly_different_are_not_odd(tmp_path):
    up = [
        {
            "tabel": "3.3",
            "kode": f"1.{n}",
            "indikator": f"Naik {n}",
            "target": 80,
            "realisasi": 60,
            "capaian": Formula(f"=H{4 + n}/G{4 + n}*100", 75),
        }
        for n in range(1, 5)
    ]
    down = {
        "tabel": "3.3",
        "kode": "1.5",
        "indikator": "Turun",
        "target": 80,
        "realisasi": 60,
        "capaian": Formula("=(2*G9-H9)/G9*100", 125),
    }
    declared = [indicator(f"1.{n}", f"Naik {n}") for n in range(1, 5)]
    declared.append({**indicator("1.5", "Turun"), "arah": "Turun"})
    rows = {"indikator": declared, "capaian_iku": [*up, down]}
    assert list(ganjil.check(built(tmp_path, rows=rows), Ledger())) == []
    rows["indikator"] = [*declared[:4], indicator("1.5", "Turun")]
    assert [str(f.where) for f in ganjil.check(built(tmp_path, rows=rows), Ledger())] == ["Capaian IKU!I9"]


def test_figures_fetched_from_other_sheets_are_not_odd():
    fetched = (
        (B, at, "anggaran", formula(f"='Data Dasar'!L{row}", value))
        for at, row, value in ((7, 5, 54815970217), (8, 6, 3627555495), (9, 12, 15731), (11, 9, 15461))
    )
    assert [each for each in told(audited(*fetched)) if each[0] == "LKJ701"] == []


def test_a_shared_cell_counts_as_the_rows_own():
    audit = audited(("efisiensi", 6, "efisiensi", formula("=ROUND(H6*K5,2)", 9743.87)))
    assert {each for each in told(audit) if each[0] == "LKJ701"} == {("LKJ701", "galat", "Efisiensi!L6")}
    (finding,) = [f for f in audit.findings if f.code == "LKJ701"]
    assert f"{finding.recomputed:.2f}" == "1.01"


def test_a_constant_added_in_a_sum_is_told_with_its_effect():
    audit = audited((B, 6, "anggaran", formula("=SUM(G7:G9)+5000000", 32880000)))
    assert besides_stale(audit) == {("LKJ702", "galat", f"{SHEET}!G6")}
    assert audit.of("LKJ702") == {("LKJ702", "galat", f"{SHEET}!G6", "32.880.000", "27.880.000")}
    (finding,) = [f for f in audit.findings if f.code == "LKJ702"]
    assert "memuat angka ketikan 5.000.000. Tanpa angka itu hasilnya 27.880.000 (pengaruh Rp 5.000.000)." in str(
        finding.message
    )


@pytest.mark.parametrize("text, saved, level", [("=97.96", 97.96, "periksa"), ("=98.1", 98.1, "galat")])
def test_a_formula_that_is_only_a_typed_figure(text, saved, level):
    assert told(audited((B, 7, "serapan", formula(text, saved)))) == {("LKJ702", level, f"{SHEET}!I7")}


def test_one_constant_in_many_rows_is_one_finding():
    rows = {7: 97.96, 8: 100.0, 9: 100.0}
    audit = audited(*((B, at, "serapan", formula(f"=ROUND(H{at}/G{at}*100*7/7,2)", v)) for at, v in rows.items()))
    assert told(audit) == {("LKJ702", "periksa", f"{SHEET}!I7")}
    (finding,) = audit.findings
    assert [where.cell for where in finding.related] == ["I8", "I9"]


def test_an_input_typed_as_an_addition_is_only_typing():
    assert told(audited((B, 7, "anggaran", formula("=14000000+680000", 14680000)))) == set()


@pytest.mark.parametrize("typed, level, right", [("97,96", "periksa", ""), ("97,69", "beda", "97,96")])
def test_a_figure_typed_over_a_formula(typed, level, right):
    audit = audited((B, 7, "serapan", typed))
    assert told(audit) == {("LKJ703", level, f"{SHEET}!I7")}
    assert audit.of("LKJ703") == {("LKJ703", level, f"{SHEET}!I7", typed, right)}


def test_a_parent_typed_among_sums():
    audit = audited((B, 6, "anggaran", "27.888.000"))
    assert audit.of("LKJ703") == {("LKJ703", "beda", f"{SHEET}!G6", "27.888.000", "27.880.000")}
    (finding,) = [f for f in audit.findings if f.code == "LKJ703"]
    assert "=SUM(G7:G9)" in str(finding.step)


def test_a_column_where_most_cells_are_typed_is_left_in_peace():
    rows = load(TWIN)["lembar"][B]
    half = ((B, at, "serapan", rows[at - FIRST]["serapan"]) for at in range(5, 28))
    assert told(audited(*half)) == set()


def test_a_locked_divisor_is_one_finding_for_its_rows():
    rows = {7: 97.96, 8: 55.86, 9: 34.06}
    audit = audited(*((B, at, "serapan", formula(f"=ROUND(H{at}/$G$7*100,2)", v)) for at, v in rows.items()))
    assert told(audit) == {("LKJ708", "galat", f"{SHEET}!I8")}
    (finding,) = [f for f in audit.findings if f.code == "LKJ708"]
    assert [where.cell for where in finding.related] == ["I9"]
    assert (str(finding.stated), finding.recomputed) == ("55.86", 100)
    assert str(finding.message) == (
        "Rumus di Realisasi Anggaran!I8 dan I9 membagi dengan G7 yang terkunci (=ROUND(H8/$G$7*100;2)), padahal tiap "
        "baris punya Anggaran (Rp) sendiri. Dengan G8 hasilnya 100,00, bukan 55,86 (selisih 44,14 poin)."
    )


def test_a_locked_divisor_of_equal_figures_is_right_today():
    # row 8 spends all of its budget; rows 8 and 7 get the budget of row 8
    same = ((B, at, key, "8.200.000") for at in (7, 9) for key in ("anggaran", "realisasi"))
    locked = ((B, at, "serapan", formula(f"=H{at}/$G$8*100", 100)) for at in (7, 8, 9))
    audit = audited(*same, *locked)
    assert [each for each in told(audit) if each[0] == "LKJ708"] == [("LKJ708", "periksa", f"{SHEET}!I7")]


def test_shares_of_a_total_are_no_locked_divisor():
    shares = ((B, at, "serapan", formula(f"=H{at}/$H$51*100", 1)) for at in (7, 8, 9))
    assert [each for each in told(audited(*shares)) if each[0] == "LKJ708"] == []


def test_a_typed_remainder_of_a_parent_is_given_one_formula():
    """Its neighbours' formula, though the remainders below it would add up to it as well."""
    found = [f for f in audited((B, 6, "sisa", "5")).findings if f.code == "LKJ703"]
    assert [(f.where.cell, "=G6-H6" in str(f.step)) for f in found] == [("J6", True)]
