"""Totals that formulas compute: what is wrong is the formula, or an amount below it; never what they follow."""

from __future__ import annotations

from lkj_xlsx.model.cell import Where, letters
from lkj_xlsx.model.finding import Level
from lkj_xlsx.relations.followers import Followers
from lkj_xlsx.relations.relation import SUM, Relation
from tests.rules.formula_case import Change, audited, formula
from tests.workbook_case import Audit

B = "realisasi_anggaran"
SHEET = "Realisasi Anggaran"
RIGHT = {  # the totals above G7 and H7 as formulas, with what they give
    "anggaran": {
        6: ("=SUM(G7:G9)", 27_880_000),
        5: ("=G6+G10+G14+G16+G25+G28+G32", 5_435_078_025),
        51: ("=G5+G37+G39+G42+G45+G48", 11_567_255_701),
    },
    "realisasi": {
        6: ("=SUM(H7:H9)", 27_580_000),
        5: ("=H6+H10+H14+H16+H25+H28+H32", 5_078_852_957),
        51: ("=H5+H37+H39+H42+H45+H48", 11_125_309_855),
    },
}


def moved(key: str, gap: int, rows: tuple[int, ...] = (6, 5, 51)) -> list[Change]:
    """The totals as their formulas give them where something below is off by so much."""
    return [(B, row, key, formula(text, right + gap)) for row, (text, right) in RIGHT[key].items() if row in rows]


def accused(audit: Audit) -> set[str]:
    """Amounts that a root speaks of as contradicted. Percents and remainders keep the results they were saved with."""
    cells = {finding.where for finding in audit.roots() if finding.level >= Level.BEDA and finding.where is not None}
    return {str(cell) for cell in cells if (cell.sheet, letters(cell.column)) not in {(SHEET, "I"), (SHEET, "J")}}


def test_a_sum_that_misses_a_row_outvotes_no_typed_amount() -> None:
    wrong = (B, 6, "anggaran", formula("=SUM(G7:G8)", 22_880_000))
    audit = audited(wrong, *moved("anggaran", -5_000_000, rows=(5, 51)))
    assert accused(audit) == {"Realisasi Anggaran!G6"}
    (root,) = (finding for finding in audit.roots() if str(finding.where) == "Realisasi Anggaran!G6")
    assert str(root.step).startswith("Ganti rumus di Realisasi Anggaran!G6 dengan =SUM(")


def test_a_typed_amount_that_is_more_than_was_given_is_found_below_right_formulas() -> None:
    audit = audited((B, 7, "realisasi", "14.830.000"), *moved("realisasi", 450_000))
    assert accused(audit) == {"Realisasi Anggaran!H7"}
    assert audit.at("Realisasi Anggaran!H7").recomputed == 14_380_000


def test_where_other_tables_vouch_for_a_total_the_formula_above_the_doubtful_amounts_is_named() -> None:
    audit = audited((B, 7, "anggaran", "16.480.000"), *moved("anggaran", 1_800_000))
    assert "Realisasi Anggaran!G5" in accused(audit)
    assert not {cell for cell in accused(audit) if cell.startswith(("Program Pendukung", "Efisiensi"))}
    assert "Realisasi Anggaran!G7" in {str(f.where) for f in audit.findings if f.code == "LKJ324"}


def test_behind_a_formula_stand_the_typed_amounts_it_comes_from() -> None:
    total, kegiatan, one, two, other = (Where(SHEET, row, 7) for row in range(5, 10))
    ties = {total: Relation(SUM, total, (kegiatan, other), ""), kegiatan: Relation(SUM, kegiatan, (one, two), "")}
    followers = Followers(ties)
    assert followers.typed(total) == (other, one, two)
    assert followers.typed(one) == (one,)
    assert list(followers.of(two)) == [kegiatan, total]
    assert list(followers.upwards()) == [kegiatan, total]
