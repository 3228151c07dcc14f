"""The formula in the cell as the cause of its wrong figure."""

from __future__ import annotations

import pytest

from tests.rules.formula_case import audited, formula

B, SHEET = "realisasi_anggaran", "Realisasi Anggaran"


def cause(code: str, cell: str, *changes: tuple[str, int, str, object]) -> tuple[str, str] | None:
    (finding,) = [f for f in audited(*changes).findings if (f.code, str(f.where)) == (code, f"{SHEET}!{cell}")]
    return None if finding.cause is None else (finding.cause.kind, str(finding.cause.evidence))


@pytest.mark.parametrize(
    "text, saved, evidence",
    [
        (
            "=ROUND(H7/G6*100,2)",
            51.58,
            "rumusnya =ROUND(H7/G6*100;2), sedangkan 46 baris lain memakai =ROUND(H6/G6*100;2) (I6)",
        ),
        ("=98.1", 98.1, "rumusnya =98,1 memuat angka ketikan 98,1"),
        ("=ROUND(H7/G7*100,2)", 97.69, "hasil rumusnya sudah basi: =ROUND(H7/G7*100;2) kini memberi 97,96"),
        ("=SUM(I8:I9)", 200, "rumusnya =SUM(I8:I9) menjumlah persen"),
    ],
)
def test_a_wrong_percent(text, saved, evidence):
    assert cause("LKJ301", "I7", (B, 7, "serapan", formula(text, saved))) == ("rumus-di-sel", evidence)


@pytest.mark.parametrize(
    "text, saved, evidence",
    [
        ("=SUM(G7:G8)", 22880000, "rumusnya =SUM(G7:G8) tidak menjumlah G9"),
        ("=SUM(G7:G9,G9)", 32880000, "rumusnya =SUM(G7:G9;G9) kelebihan G9"),
    ],
)
def test_a_wrong_sum(text, saved, evidence):
    assert cause("LKJ321", "G6", (B, 6, "anggaran", formula(text, saved))) == ("rumus-di-sel", evidence)


def test_a_locked_divisor():
    rows = {7: 97.96, 8: 55.86, 9: 34.06}
    changes = [(B, at, "serapan", formula(f"=ROUND(H{at}/$G$7*100,2)", v)) for at, v in rows.items()]
    assert cause("LKJ301", "I9", *changes) == (
        "rumus-di-sel",
        "rumusnya =ROUND(H9/$G$7*100;2) membagi dengan G7 yang terkunci",
    )


def test_a_typed_figure_has_another_cause():
    found = cause("LKJ301", "I7", (B, 7, "serapan", "97,69"))
    assert found is not None
    assert found[0] == "angka-bertukar"


def test_right_formulas_over_a_wrong_input_are_no_cause():
    spent = 2118742505  # typed in J7 for 2.218.742.505; what is computed from it was computed again
    audit = audited(
        ("efisiensi", 7, "realisasi_anggaran", "2.118.742.505"),
        ("efisiensi", 7, "serapan", formula("=J7/I7*100", spent / 2230213500 * 100)),
        ("efisiensi", 7, "efisiensi", formula("=ROUND(H7/K7,2)", 0.88)),
    )
    assert "Efisiensi!J7" in {str(f.where) for f in audit.findings}
    assert [f for f in audit.findings if f.cause is not None and f.cause.kind == "rumus-di-sel"] == []
    assert [f for f in audit.findings if f.code.startswith("LKJ7")] == []
