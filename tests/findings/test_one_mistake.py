"""One mistake behind many findings: told once at its place, and what it makes wrong stands under it."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from lkj_xlsx.findings.one_mistake import _wrong as cells_that_are_wrong
from lkj_xlsx.findings.one_mistake import under_one
from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.computed import Ledger, Verdict
from tests.workbook_case import FULL, TWIN, Typed, audited, examined, load

Rows = list[dict[str, Any]]
BUDGET, IKU = "realisasi_anggaran", "capaian_iku"


def changed(sheet: str, change: Callable[[Rows], None]) -> dict[str, Any]:
    data = copy.deepcopy(load(FULL))
    change(data["lembar"][sheet])
    return data


def exchanged(rows: Rows, one: str, other: str) -> None:
    for row in rows:
        row[one], row[other] = row[other], row[one]


def moved(rows: Rows, key: str) -> None:
    values = [row[key] for row in rows]
    for row, value in zip(rows, values[-1:] + values[:-1], strict=True):
        row[key] = value


def last_years(rows: Rows) -> None:
    for row in rows:
        if row["jenis"] != "Kenaikan":
            row["realisasi"]["2025"] = row["realisasi"]["2024"]


@pytest.mark.parametrize(
    "sheet, change, place, words",
    [
        (BUDGET, lambda rows: exchanged(rows[2:3], "anggaran", "realisasi"), "Realisasi Anggaran!G7", "tertukar"),
        (BUDGET, lambda rows: exchanged(rows, "anggaran", "realisasi"), "Realisasi Anggaran!G5", "di seluruh tabel"),
        (BUDGET, lambda rows: moved(rows, "realisasi"), "Realisasi Anggaran!H5", "bergeser satu baris ke bawah"),
        (IKU, lambda rows: moved(rows[:3], "realisasi"), "", ""),
        ("indikator", lambda rows: rows[3].update(arah="Naik"), "Indikator!E8", "Arah Naik"),
        ("indikator", lambda rows: rows[2].update(penyebut="BELUM-BERIZIN"), "Indikator!H7", "Kode BELUM-BERIZIN"),
        ("data_dasar", last_years, "Data Dasar!L5", "di semua baris"),
    ],
    ids=["cells", "columns", "moved", "three rows", "direction", "denominator", "last year's data"],
)
def test_it_is_told_once_and_the_rest_hangs_under_it(
    sheet: str, change: Callable[[Rows], None], place: str, words: str
):
    audit = examined(changed(sheet, change))
    roots = [finding for finding in audit.roots() if finding.level.word in ("galat", "beda")]
    if not place:  # too few rows to say that the column moved
        assert not any("bergeser" in str(finding.message) for finding in roots)
        return
    (root,) = roots
    assert (root.code, str(root.where)) == ("LKJ326", place)
    assert words in str(root.message) and root.step is not None
    assert {str(f.root) for f in audit.findings if f is not root and f.level.word == "galat"} == {place}


def test_figures_from_rounded_ones_accuse_no_setting():
    """Right computations from what is printed, however many tables hold them."""
    sheets = ("capaian_iku", "target_realisasi", "tahun_lalu", "efisiensi")
    audit = audited(*(Typed(sheet, "1.1", "capaian", "31,82") for sheet in sheets), base=TWIN)
    assert "LKJ302" in {finding.code for finding in audit.findings}
    assert "LKJ326" not in {finding.code for finding in audit.findings}


def test_one_wrong_figure_is_no_mistake_behind_others():
    audit = audited(Typed("capaian_iku", "1.2", "capaian", "140,80"), base=FULL)
    assert [finding.code for finding in audit.roots()] == ["LKJ301"]


def test_a_correction_that_brings_a_new_finding_explains_nothing():
    """The same correction counts as soon as nothing new is told of the book with it."""
    audit = audited(
        Typed(BUDGET, "Penyusunan Dokumen Perencanaan Perangkat Daerah", "anggaran", "18.125.000"),
        Typed(BUDGET, "Penyusunan Dokumen Perencanaan Perangkat Daerah", "realisasi", "18.500.000"),
        base=FULL,
    )
    told = [replace(finding, root=None) for finding in audit.findings if finding.code != "LKJ326"]
    new = replace(told[0], where=Where("Efisiensi", 5, 9))
    for after, codes in (([new], set()), ([], {"LKJ326"})):
        found = under_one(told, audit.book, audit.ledger, lambda book: Ledger(), lambda book, ledger, told=after: told)
        assert {finding.code for finding in found} - {finding.code for finding in told} == codes


def test_only_figures_that_cannot_be_right_count_against_a_correction():
    sheets = ("capaian_iku", "target_realisasi", "tahun_lalu", "efisiensi")
    rounded = audited(*(Typed(sheet, "1.1", "capaian", "31,82") for sheet in sheets), base=TWIN)
    assert any(entry.verdict is Verdict.BEDA_BASIS for entry in rounded.ledger.entries)
    assert cells_that_are_wrong(rounded.ledger) == set()
