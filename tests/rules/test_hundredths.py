"""Columns of fractions where percents are due: one finding at the heading, the rows folded under it."""

from __future__ import annotations

from tests.workbook_case import FULL, Typed, audited

ROWS = ("1.1", "1.2", "1.3", "2.1", "2.2", "2.3", "3.1")


def divided(*rows: str) -> tuple[Typed, ...]:
    """The capaian of these rows of Capaian IKU as a hundredth of what it is."""
    right = dict(zip(ROWS, ("1,0614", "1,0480", "1,0675", "1,1143", "1,0000", "0,8333", "1,0572"), strict=True))
    return tuple(Typed("capaian_iku", row, "capaian", right[row]) for row in rows)


def test_a_whole_column_without_times_a_hundred_is_one_finding():
    audit = audited(*divided(*ROWS), base=FULL)
    (root,) = [finding for finding in audit.roots() if finding.level.word == "galat"]
    assert (root.code, str(root.where)) == ("LKJ327", "Capaian IKU!I4")
    assert str(root.message) == (
        "Semua 7 angka kolom ini seperseratus dari hasil hitung ulangnya, misalnya 1,0614 di Capaian IKU!I5 untuk "
        "106,1361 %: tidak dikali 100."
    )
    follows = {cell for code, cell, heading in audit.follow_ons if (code, heading) == ("LKJ301", "Capaian IKU!I4")}
    assert follows == {f"Capaian IKU!I{row}" for row in range(5, 12)}


def test_single_rows_are_told_for_themselves():
    audit = audited(*divided("1.1", "1.2", "1.3"), base=FULL)
    assert audit.of("LKJ327") == set()
    assert {cell for code, level, cell, *_ in audit.told if code == "LKJ301"} == {
        f"Capaian IKU!I{row}" for row in (5, 6, 7)
    }
