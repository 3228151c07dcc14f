"""Rules on required cells, lists, references and codes."""

from __future__ import annotations

import pytest

from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.fact import Remark
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.rules import entries
from lkj_xlsx.spec import remarks
from tests.rules.remarked_book import FORM, IKU, book


def one(rule, given: Remark) -> Finding:
    (finding,) = rule.check(book(given), Ledger())
    assert (finding.code, finding.rule) == (rule.code, rule.name)
    assert finding.where == given.where
    return finding


RULES = entries.wajib, entries.pilihan, entries.rujukan, entries.kode_ganda


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.name)
def test_a_book_without_remarks_is_silent(rule):
    assert list(rule.check(book(), Ledger())) == []


def test_required_blank_names_heading_cell_table_and_subject():
    finding = one(entries.wajib, Remark(remarks.WAJIB, Where(IKU, 7, 5), "", "3.3"))
    assert finding.level is Level.GALAT
    assert str(finding.message) == "Realisasi 2024 belum diisi di CAPAIAN IKU!E7."
    assert str(finding.step) == "Isi Realisasi 2024 di CAPAIAN IKU!E7."
    assert finding.tabel == "3.3"
    assert finding.title == "Pertumbuhan usaha mikro: Realisasi 2024"


def test_the_table_comes_from_the_row_where_the_remark_has_none():
    assert one(entries.wajib, Remark(remarks.WAJIB, Where(IKU, 7, 5))).tabel == "3.3"


def test_required_blank_on_the_form_is_called_by_its_line():
    finding = one(entries.wajib, Remark(remarks.WAJIB, Where(FORM, 6, 2)))
    assert "Perangkat Daerah belum diisi di Identitas dan Pengaturan!B6" in str(finding.message)


def test_word_outside_the_list_of_a_formula_is_galat():
    finding = one(entries.pilihan, Remark(remarks.PILIHAN, Where(FORM, 20, 2)))
    assert finding.level is Level.GALAT
    assert 'Rumus Efisiensi di Identitas dan Pengaturan!B20 berisi "Bagi saja"' in str(finding.message)
    assert finding.stated == "Bagi saja"
    assert "Pilihannya: EFF-1 Capaian ÷ serapan; EFF-2 Capaian − serapan (poin persen); EFF-4" in str(finding.step)


def test_word_outside_another_list_is_to_be_looked_at():
    assert one(entries.pilihan, Remark(remarks.PILIHAN, Where(IKU, 7, 3), "Apa saja")).level is Level.PERIKSA


def test_unknown_code_names_the_sheet_that_declares_codes():
    finding = one(entries.rujukan, Remark(remarks.RUJUKAN, Where(IKU, 7, 2), "1.9"))
    assert finding.level is Level.GALAT
    assert 'Kode "1.9" di CAPAIAN IKU!B7 tidak terdaftar di lembar Indikator' in str(finding.message)
    assert finding.stated == "1.9"


def test_the_same_unknown_code_elsewhere_follows_from_the_first():
    places = [Where(IKU, 7, 2), Where("Renstra", 5, 4), Where("Renstra", 6, 4)]
    given = [Remark(remarks.RUJUKAN, where, text) for where, text in zip(places, ["1.9", "1.9", "1.8"], strict=True)]
    found = list(entries.rujukan.check(book(*given), Ledger()))
    assert [(f.where, f.root) for f in found] == [(places[0], None), (places[1], places[0]), (places[2], None)]


def test_duplicate_code():
    finding = one(entries.kode_ganda, Remark(remarks.KODE_GANDA, Where(IKU, 7, 2), "1.2"))
    assert finding.level is Level.GALAT
    assert 'Kode "1.2" di CAPAIAN IKU!B7 sudah dipakai' in str(finding.message)
