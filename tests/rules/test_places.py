"""What a place is called: heading, record and subject from an address."""

from __future__ import annotations

import pytest

from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.fact import Remark
from lkj_xlsx.model.finding import Level
from lkj_xlsx.model.message import say
from lkj_xlsx.rules.places import Directory, by_column, field_named, remarked
from lkj_xlsx.spec.field import Years
from lkj_xlsx.spec.template import TEMPLATE
from tests.rules.remarked_book import FORM, IKU, book

YEARS = Years(2024, 2024, 2026)
RULE = "LKJ999", "uji"


@pytest.mark.parametrize(
    "where, heading, title",
    [
        (Where(IKU, 7, 5), "Realisasi 2024", "Pertumbuhan usaha mikro: Realisasi 2024"),
        (Where(IKU, 7, 9), "I7", "Pertumbuhan usaha mikro"),  # a column that is not the template's
        (Where(IKU, 90, 5), "Realisasi 2024", "Realisasi 2024"),  # a row that is no record
        (Where(FORM, 20, 2), "Rumus Efisiensi", "Rumus Efisiensi"),
        (Where(FORM, 99, 2), "B99", ""),  # the form's answers share a column: only a known line has a name
        (Where("Lain", 3, 2), "B3", ""),
    ],
)
def test_heading_and_title(where, heading, title):
    place = Directory(book()).of(Remark("", where))
    found = place.finding(RULE, Level.CATATAN, say("Uji."), say("Uji."))
    assert (place.heading, found.title) == (heading, title)


@pytest.mark.parametrize(
    "where, detail, measure, year",
    [
        (Where(IKU, 7, 5), "", "REALISASI", 2024),
        (Where(IKU, 7, 2), "", "", None),  # a name is of no year
        (Where(IKU, 4, 9), "Target 2023", "", 2023),  # a heading of nothing known tells its own
        (Where(IKU), "Target 2024", "", 2024),
        (Where(IKU, 4, 9), "Catatan Bidang", "", None),
    ],
)
def test_measure_and_year(where, detail, measure, year):
    found = Directory(book()).of(Remark("", where, detail)).finding(RULE, Level.CATATAN, say("Uji."), say("Uji."))
    assert (found.measure, found.year) == (measure, year)


@pytest.mark.parametrize(
    "sheet, text, heading",
    [
        ("capaian_iku", "target", "Target 2024"),
        ("capaian_iku", "TARGET TAHUN 2024", "Target 2024"),
        ("data_dasar", "realisasi@2023", "Realisasi 2023"),
        ("data_dasar", "Realisasi Tahun 2025", "Realisasi 2025"),
    ],
)
def test_field_named_by_key_or_heading(sheet, text, heading):
    found = field_named(TEMPLATE.sheet(sheet), text, YEARS)
    assert found is not None
    assert found[1] == heading


@pytest.mark.parametrize("text", ["", "Target 2023", "Catatan Bidang"])
def test_a_heading_of_nothing_names_no_field(text):
    assert field_named(TEMPLATE.sheet("capaian_iku"), text, YEARS) is None


def test_cells_of_a_column_are_gathered_in_reading_order():
    cells = [Where(IKU, 7, 5), Where(IKU, 7, 6), Where(IKU, 8, 5), Where("Renstra", 9, 5)]
    given = book(*(Remark("x", where) for where in cells), Remark("y", Where(IKU, 9, 5)))
    assert [(place.where, rest) for place, rest in by_column(remarked(given, "x"))] == [
        (cells[0], (cells[2],)),
        (cells[1], ()),
        (cells[3], ()),
    ]
