"""Rules on sheets and columns: level, place and the words a person needs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.declare import Rule
from lkj_xlsx.model.fact import Remark, SheetSeen
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.rules import structure
from lkj_xlsx.spec import remarks
from tests.rules.remarked_book import FORM, IKU, book
from tests.workbook_case import TWIN, examined, load


def ask(rule: Rule, *given: Remark) -> list[Finding]:
    return list(rule.check(book(*given), Ledger()))


def one(rule: Rule, given: Remark) -> Finding:
    (finding,) = ask(rule, given)
    assert (finding.code, finding.rule) == (rule.code, rule.name)
    assert finding.where == given.where
    assert str(finding.step)
    return finding


@pytest.mark.parametrize(
    "rule",
    [
        structure.lembar_hilang,
        structure.lembar_asing,
        structure.lembar_tersembunyi,
        structure.lembar_ganda,
        structure.kolom_hilang,
        structure.kolom_asing,
        structure.kolom_ganda,
        structure.lembar_kosong,
    ],
    ids=lambda rule: rule.name,
)
def test_a_book_without_remarks_is_silent(rule):
    assert ask(rule) == []


def test_a_rule_tells_only_its_own_kind():
    foreign = Remark(remarks.LEMBAR_ASING, Where("Hitungan Bidang"))
    assert ask(structure.lembar_hilang, foreign) == []
    assert [f.where for f in ask(structure.lembar_asing, foreign)] == [Where("Hitungan Bidang")]


@pytest.mark.parametrize("detail", ["realisasi_anggaran", "Realisasi Anggaran"])
def test_missing_required_sheet_is_galat_and_named_by_title(detail):
    finding = one(structure.lembar_hilang, Remark(remarks.LEMBAR_HILANG, Where("Realisasi Anggaran"), detail))
    assert finding.level is Level.GALAT
    assert "Lembar Realisasi Anggaran tidak ada" in str(finding.message)
    assert "Realisasi Anggaran" in str(finding.step)


def test_missing_optional_sheet_is_a_note():
    finding = one(structure.lembar_hilang, Remark(remarks.LEMBAR_HILANG, Where("Triwulan"), "triwulan"))
    assert finding.level is Level.CATATAN
    assert "Triwulan" in str(finding.message)


@pytest.mark.parametrize(
    "rule, kind, level",
    [
        (structure.lembar_asing, remarks.LEMBAR_ASING, Level.CATATAN),
        (structure.lembar_tersembunyi, remarks.LEMBAR_TERSEMBUNYI, Level.PERIKSA),
        (structure.lembar_ganda, remarks.LEMBAR_GANDA, Level.GALAT),
    ],
)
def test_odd_sheets(rule, kind, level):
    finding = one(rule, Remark(kind, Where("capaian-iku"), "Capaian IKU"))
    assert finding.level is level
    assert "capaian-iku" in str(finding.message)


def test_a_sheet_like_a_declared_one_is_guessed_and_the_kept_one_is_named():
    asing = one(structure.lembar_asing, Remark(remarks.LEMBAR_ASING, Where("Capain IKU"), "Capaian IKU"))
    assert "(mungkin maksudnya Capaian IKU)" in str(asing.message)
    ganda = one(structure.lembar_ganda, Remark(remarks.LEMBAR_GANDA, Where("capaian-iku"), "Capaian IKU"))
    assert "yang diperiksa hanya lembar Capaian IKU" in str(ganda.message)


@pytest.mark.parametrize(
    "detail, level, named",
    [
        ("target", Level.GALAT, "Target 2024"),
        ("Target 2024", Level.GALAT, "Target 2024"),
        ("satuan", Level.CATATAN, "Satuan"),
    ],
)
def test_missing_column_weighs_as_much_as_its_field(detail, level, named):
    finding = one(structure.kolom_hilang, Remark(remarks.KOLOM_HILANG, Where(IKU), detail))
    assert finding.level is level
    assert f"Kolom {named} tidak ditemukan di lembar {IKU}" in str(finding.message)


@pytest.mark.parametrize("detail", ["capaian", "predikat", "Capaian 2024 (%)"])
def test_missing_computed_column_is_no_finding(detail):
    assert ask(structure.kolom_hilang, Remark(remarks.KOLOM_HILANG, Where(IKU), detail)) == []


def test_missing_line_of_a_form_is_called_a_line():
    finding = one(structure.kolom_hilang, Remark(remarks.KOLOM_HILANG, Where(FORM), "akhir"))
    assert finding.level is Level.GALAT
    assert "Baris isian Tahun Akhir Renstra" in str(finding.message)


def test_foreign_column_is_a_note_at_its_heading():
    finding = one(structure.kolom_asing, Remark(remarks.KOLOM_ASING, Where(IKU, 4, 9), "Realisai 2024"))
    assert finding.level is Level.CATATAN
    assert "Kolom Realisai 2024 di CAPAIAN IKU!I4" in str(finding.message)


def test_duplicate_column_is_galat_at_the_second():
    finding = one(structure.kolom_ganda, Remark(remarks.KOLOM_GANDA, Where(IKU, 4, 9), "Target (yang dibaca kolom D)"))
    assert finding.level is Level.GALAT
    assert "Judul di CAPAIAN IKU!I4 sama artinya" in str(finding.message)
    assert "Target (yang dibaca kolom D)" in str(finding.message)


def test_required_sheet_without_rows_is_galat_and_an_optional_one_is_not():
    filled = book()
    seen = (
        *filled.sheets,
        SheetSeen("realisasi_anggaran", "Realisasi Anggaran", 4, {"uraian": 1}),
        SheetSeen("triwulan", "Triwulan", 4, {"kode": 1}),
    )
    (finding,) = structure.lembar_kosong.check(replace(filled, sheets=seen), Ledger())
    assert (finding.code, finding.level) == ("LKJ108", Level.GALAT)
    assert finding.where == Where("Realisasi Anggaran")


def test_an_empty_template_is_one_finding_that_says_where_to_begin():
    data = {"template": 1, "identitas": {"tahun": 2025, "awal": 2025, "akhir": 2029}, "lembar": {}}
    audit = examined(data)
    (root,) = audit.roots()
    assert (root.code, str(root.where)) == ("LKJ115", "Identitas dan Pengaturan")
    assert str(root.message) == "Template masih kosong: mulai dari lembar Identitas dan Pengaturan."
    assert {(code, where) for code, _, where in audit.follow_ons} >= {("LKJ108", "Identitas dan Pengaturan")}


def test_a_template_with_one_filled_sheet_is_not_empty():
    data = load(TWIN)
    data["lembar"] = {"indikator": data["lembar"]["indikator"]}
    assert not any(finding.code == "LKJ115" for finding in examined(data).findings)
