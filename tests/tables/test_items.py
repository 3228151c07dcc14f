"""What one cell of a report table shows: typed, recomputed or filled, with its note and level."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from lkj_xlsx.model.cell import Cell, Origin, Value, Where
from lkj_xlsx.model.computed import Ledger, Verdict
from lkj_xlsx.model.finding import Cause, Finding, Level
from lkj_xlsx.model.message import say
from lkj_xlsx.model.report import Item
from lkj_xlsx.spec.field import Field, Kind
from lkj_xlsx.spec.template import TEMPLATE
from lkj_xlsx.tables.items import Evidence, computed_item, typed_item
from tests.tables.small_books import judged, records

CAPAIAN = TEMPLATE.sheet("capaian_iku").field("capaian")
PREDIKAT = TEMPLATE.sheet("capaian_iku").field("predikat")
TARGET = TEMPLATE.sheet("capaian_iku").field("target")
NOTHING = Evidence.of(Ledger(), ())


def show(key: str, text: str | None, result: str, verdict: Verdict, *findings: Finding, places: int = 2) -> Item:
    """The item of a computed cell `Capaian IKU!A5` holding `text`."""
    (record,) = records("capaian_iku", "3.3", key, [text])
    field: Field = TEMPLATE.sheet("capaian_iku").field(key)
    entry = judged(record, key, result, verdict, places)
    return computed_item(record.get(key), field, entry, Evidence.of(Ledger.of([entry]), findings))


def finding(level: Level, where: Where, message: str, **more: object) -> Finding:
    return replace(Finding("LKJ301", "selisih", level, say(message), where), **more)


PLACE = Where("Capaian IKU", 5, 1)


@pytest.mark.parametrize(
    "verdict",
    [Verdict.SELISIH, Verdict.SELISIH_PEMBULATAN, Verdict.BEDA_BASIS, Verdict.RUMUS_BERBEDA, Verdict.PEMOTONGAN],
)
def test_a_figure_that_differs_gives_way_to_the_recomputed_one(verdict):
    item = show("capaian", "97,94", "97.536945813", verdict)
    assert item.value == Decimal("97.536945813")
    assert (item.places, item.filled) == (2, False)
    assert item.note == "Tertulis 97,94; hasil hitung ulang 97,54."


@pytest.mark.parametrize("verdict", [Verdict.SESUAI, Verdict.DALAM_BATAS, Verdict.TIDAK_DIPERIKSA])
def test_a_figure_that_agrees_stays_with_its_own_places(verdict):
    item = show("capaian", "32", "31.8181818", verdict)
    assert (item.value, item.places, item.note) == (Decimal(32), 0, "")


def test_the_basis_that_the_verdict_speaks_of_is_shown():
    (record,) = records("capaian_iku", "3.3", "capaian", ["27,43"])
    entry = judged(record, "capaian", "27.4441", Verdict.SELISIH_PEMBULATAN)
    other_reading = replace(entry, computed=replace(entry.computed, result=Decimal("27.4503")))
    item = computed_item(record.get("capaian"), CAPAIAN, other_reading, NOTHING)
    assert item.value == Decimal("27.4441")
    assert item.note == "Tertulis 27,43; hasil hitung ulang 27,44."


def test_more_places_are_shown_where_the_stated_ones_hide_the_difference():
    assert show("capaian", "31,8", "31.84", Verdict.BEDA_BASIS).note == "Tertulis 31,8; hasil hitung ulang 31,84."


def test_an_empty_cell_is_filled_with_two_places():
    item = show("capaian", None, "83.7232", Verdict.DIISI)
    assert (item.value, item.places, item.filled) == (Decimal("83.7232"), 2, True)
    assert item.note == ""


def test_an_error_cell_is_filled_too():
    (record,) = records("capaian_iku", "3.3", "capaian", ["1"])
    broken = Value(Cell(PLACE, "#DIV/0!", origin=Origin.GALAT), text="#DIV/0!")
    entry = judged(record, "capaian", "50", Verdict.TIDAK_DIPERIKSA)
    assert computed_item(broken, CAPAIAN, entry, NOTHING).value == Decimal(50)


def test_filled_rupiah_has_no_places_and_a_filled_value_no_idle_zeros():
    (budget,) = records("realisasi_anggaran", "3.22", "sisa", [None])
    field = TEMPLATE.sheet("realisasi_anggaran").field("sisa")
    entry = judged(budget, "sisa", "150000", Verdict.DIISI)
    assert computed_item(budget.get("sisa"), field, entry, NOTHING).places == 0
    (quarter,) = records("triwulan", "3.24", "target", [None])
    field = TEMPLATE.sheet("triwulan").field("target")
    whole = computed_item(quarter.get("target"), field, judged(quarter, "target", "12.00", Verdict.DIISI), NOTHING)
    assert whole.places == 0
    part = computed_item(quarter.get("target"), field, judged(quarter, "target", "34.155", Verdict.DIISI), NOTHING)
    assert part.places == 2


def test_a_rating_word_follows_the_recomputed_capaian_even_where_it_fits_the_typed_one():
    item = show("predikat", "Sangat Tinggi", "Tinggi", Verdict.SESUAI)
    assert (item.value, item.note) == ("Tinggi", "Tertulis Sangat Tinggi; hasil hitung ulang Tinggi.")


def test_a_rating_word_is_compared_without_case_spaces_and_code():
    item = show("predikat", "sangat  tinggi (ST)", "Sangat Tinggi", Verdict.SESUAI)
    assert (item.value, item.note) == ("sangat  tinggi (ST)", "")


def test_the_worst_finding_gives_the_level_and_its_cause_the_note():
    item = show(
        "capaian",
        "97,94",
        "97.54",
        Verdict.SELISIH,
        finding(Level.CATATAN, PLACE, "Tanda baca berlebih."),
        finding(
            Level.GALAT,
            PLACE,
            "Tertulis 97,94.",
            recomputed=Decimal("97.54"),
            cause=Cause("angka tertukar", say("Angka 5 tertulis 9.")),
        ),
    )
    assert item.level is Level.GALAT
    assert item.note.split("\n") == [
        "Tertulis 97,94; hasil hitung ulang 97,54.",
        "Angka 5 tertulis 9.",
        "Tanda baca berlebih.",
    ]


def test_a_figure_made_wrong_by_another_cell_names_it():
    follows = finding(Level.GALAT, PLACE, "Salah.", recomputed=Decimal("97.54"), root=Where("Data Dasar", 9, 4))
    item = show("capaian", "97,94", "97.54", Verdict.SELISIH, follows)
    assert "Ikut salah karena Data Dasar!D9." in item.note.split("\n")


def test_an_accepted_deviation_keeps_the_typed_figure_and_raises_no_level():
    item = show(
        "capaian",
        "97,94",
        "97.54",
        Verdict.SELISIH,
        finding(Level.GALAT, PLACE, "Berbeda.", accepted="Disetujui Kepala Dinas."),
    )
    assert (item.value, item.level) == (Decimal("97.94"), None)
    assert item.note.split("\n") == [
        "Tertulis 97,94; hasil hitung ulang 97,54.",
        "Berbeda. Penyimpangan ini diterima: Disetujui Kepala Dinas.",
    ]


@pytest.mark.parametrize(
    "text, shown, places, unit",
    [
        ("4,47", Decimal("4.47"), 2, ""),
        ("11%", Decimal(11), 0, "%"),
        ("3,50, %", "3,50, %", 0, ""),
        ("4.5 %", "4.5 %", 0, ""),
        ("BB (76,8)", "BB (76,8)", 0, ""),
        ("6,5 - 7,5", "6,5 - 7,5", 0, ""),
        ("1,51 % (233 Unit)", "1,51 % (233 Unit)", 0, ""),
        ("-", "-", 0, ""),
        ("=1+1", "=1+1", 0, ""),
    ],
)
def test_an_input_shows_what_was_typed(text, shown, places, unit):
    (record,) = records("capaian_iku", "3.3", "target", [text])
    item = typed_item(record.get("target"), TARGET, NOTHING)
    assert (item.value, item.places, item.unit, item.source) == (shown, places, unit, PLACE)


def test_a_plain_number_typed_as_text_becomes_a_number():
    stored_as_text = Value(Cell(PLACE, "4,47", "@", Origin.KETIKAN), Decimal("4.47"), 2, "4,47")
    assert typed_item(stored_as_text, TARGET, NOTHING).value == Decimal("4.47")


def test_an_input_carries_the_message_of_its_finding():
    (record,) = records("capaian_iku", "3.3", "target", ["12"])
    evidence = Evidence.of(Ledger(), [finding(Level.BEDA, PLACE, "Target di PK 11.")])
    item = typed_item(record.get("target"), TARGET, evidence)
    assert (item.value, item.note, item.level) == (Decimal(12), "Target di PK 11.", Level.BEDA)


def test_a_finding_about_a_whole_sheet_marks_no_cell():
    sheet = Where("Capaian IKU")
    lacking = Value(Cell(sheet))
    evidence = Evidence.of(Ledger(), [finding(Level.GALAT, sheet, "Lembar hilang.")])
    assert typed_item(lacking, TARGET, evidence) == Item()


def test_a_blank_predikat_stays_blank():
    (record,) = records("capaian_iku", "3.3", "predikat", [None])
    assert computed_item(record.get("predikat"), PREDIKAT, None, NOTHING).value is None
    assert PREDIKAT.kind is Kind.PREDIKAT
