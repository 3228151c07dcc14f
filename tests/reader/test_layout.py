"""Sheets by title, and workbooks that are not this template."""

from __future__ import annotations

import pytest

from lkj_xlsx.errors import UnknownTemplate
from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.fact import Remark
from lkj_xlsx.reader.layout import check_known, match_titles
from lkj_xlsx.spec import remarks
from lkj_xlsx.spec.template import GUIDE_TITLE, LISTS_TITLE, TEMPLATE

ALL = [sheet.title for sheet in TEMPLATE.sheets]


def matched(titles, hidden=()):
    return match_titles(titles, [title in hidden for title in titles], TEMPLATE)


def test_the_template_s_own_sheets_are_no_strangers():
    assert matched([GUIDE_TITLE, *ALL, LISTS_TITLE]).remarks == ()


def test_case_spaces_and_order_do_not_matter():
    sheets = matched(["  CAPAIAN   iku", *reversed([title for title in ALL if title != "Capaian IKU"])])
    assert sheets.positions["capaian_iku"] == 0
    assert sheets.remarks == ()


def test_a_missing_sheet_is_named_by_its_title():
    sheets = matched([title for title in ALL if title != "Efisiensi"])
    assert sheets.remarks == (Remark(remarks.LEMBAR_HILANG, Where("Efisiensi"), "Efisiensi"),)


def test_a_stranger_gets_a_hint_only_when_near():
    sheets = matched([*ALL, "Realisasi Angaran", "Sheet1"])
    assert sheets.remarks == (
        Remark(remarks.LEMBAR_ASING, Where("Realisasi Angaran"), "Realisasi Anggaran"),
        Remark(remarks.LEMBAR_ASING, Where("Sheet1"), ""),
    )


def test_of_two_sheets_the_one_titled_as_declared_is_read():
    titles = ["efisiensi ", *ALL]
    sheets = matched(titles)
    assert titles[sheets.positions["efisiensi"]] == "Efisiensi"
    assert sheets.remarks == (Remark(remarks.LEMBAR_GANDA, Where("efisiensi "), "Efisiensi"),)


def test_hidden_sheets_are_found_and_told():
    sheets = matched(ALL, hidden=["Skala Nilai"])
    assert ALL[sheets.positions["skala"]] == "Skala Nilai"
    assert sheets.remarks == (Remark(remarks.LEMBAR_TERSEMBUNYI, Where("Skala Nilai"), "Skala Nilai"),)


def known(titles, version=""):
    check_known(titles, matched(titles).positions, TEMPLATE, version)


@pytest.mark.parametrize("version", ["1", "1.0", "v1"])
def test_this_version_is_known_whatever_sheets_are_left(version):
    known(["Identitas dan Pengaturan"], version)


def test_another_version_is_named():
    with pytest.raises(UnknownTemplate, match="Template versi 2, alat ini mengenal versi 1"):
        known(ALL, "2")


def test_without_a_version_three_required_sheets_are_enough():
    known(["Identitas dan Pengaturan", "Indikator", "Capaian IKU"])
    with pytest.raises(UnknownTemplate, match=r"Bukan template lkj-xlsx.*'Sheet1'"):
        known(["Indikator", "Capaian IKU", "Sheet1"])


def test_without_the_form_nothing_can_be_examined():
    with pytest.raises(UnknownTemplate, match="Lembar Identitas dan Pengaturan tidak ada"):
        known([title for title in ALL if title != "Identitas dan Pengaturan"])


def test_a_finished_workbook_is_told_from_a_template():
    with pytest.raises(UnknownTemplate, match="hasil pemeriksaan"):
        known(["Ringkasan", "Temuan", *ALL])
