"""Words for cells and for what a figure changes."""

from __future__ import annotations

import pytest

from lkj_xlsx.model.cell import Where
from lkj_xlsx.rules.wording import cells, heading_cell, named
from tests.workbook_case import Typed, audited


def at(*places: str) -> list[Where]:
    made = {"H5": (5, 8), "H6": (6, 8), "I44": (44, 9), "J5": (5, 10)}
    return [Where(sheet, *made[cell]) for sheet, cell in (place.split("!") for place in places)]


@pytest.mark.parametrize(
    ("places", "told"),
    [
        (at(), ""),
        (at("Renstra!H5"), "Renstra!H5"),
        (at("Renstra!H5", "Renstra!H6"), "Renstra!H5 dan H6"),
        (at("Renstra!H5", "Renstra!H6", "Efisiensi!J5"), "Renstra!H5, H6 dan Efisiensi!J5"),
        (at("Renstra!H5", "Efisiensi!J5", "Renstra!H6"), "Renstra!H5, Efisiensi!J5 dan Renstra!H6"),
    ],
)
def test_the_sheet_is_named_once_as_long_as_it_stays(places: list[Where], told: str):
    assert cells(places) == told


def test_more_cells_than_a_sentence_bears_are_counted():
    assert cells(at("Renstra!H5", "Renstra!H6", "Efisiensi!J5"), most=1) == "Renstra!H5 dan 2 sel lain"


def test_a_heading_is_found_by_the_sheet_s_header_row():
    book = audited().book
    assert str(heading_cell(book, Where("Efisiensi", 8, 8))) == "Efisiensi!H4"


def test_an_indicator_has_a_name_and_anything_else_its_code():
    book = audited().book
    assert named(book, "2.1") == "Nilai AKIP" and named(book, "ASET") == "ASET"


@pytest.mark.parametrize(
    ("typed", "where", "told"),
    [
        (
            Typed("capaian_iku", "1.2", "capaian", "89,33"),
            "Capaian IKU!I6",
            "Predikat berubah dari Tinggi menjadi Sangat Tinggi.",
        ),
        (Typed("capaian_iku", "2.1", "capaian", "92,40"), "Capaian IKU!I8", "Target menjadi tercapai."),
        (Typed("capaian_iku", "2.1", "capaian", "120,40"), "Capaian IKU!I8", "None"),
        (Typed("efisiensi", "2.1", "efisiensi", "0,95"), "Efisiensi!L8", "Kesimpulan berubah menjadi efisien."),
        # a capaian below 100 is never called efisien, whatever the figure
        (Typed("efisiensi", "1.2", "efisiensi", "0,95"), "Efisiensi!L6", "None"),
    ],
)
def test_what_changes_with_the_right_figure(typed: Typed, where: str, told: str):
    assert str(audited(typed).at(where).consequence) == told
