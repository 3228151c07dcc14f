"""What cells mean under their kinds."""

# ruff: noqa: DTZ001 - dates in a workbook have no zone

from __future__ import annotations

from datetime import datetime, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkj_xlsx.model.cell import Cell, Origin, Where
from lkj_xlsx.model.number import Missing, Reason
from lkj_xlsx.reader.values import read
from lkj_xlsx.spec import remarks
from lkj_xlsx.spec.field import Kind

HERE = Where("Capaian IKU", 9, 7)


def cell(raw, number_format="General", origin=Origin.KETIKAN, formula=None) -> Cell:
    return Cell(HERE, raw, number_format, origin, formula)


def value(raw, kind=Kind.NILAI, number_format="General", satuan=""):
    return read(cell(raw, number_format), kind, satuan)


@pytest.mark.parametrize(
    "raw, number_format, number, places, text",
    [
        (0.8372, "0.00%", "83.72", 2, "83,72%"),
        (0.035, "0.00%", "3.5", 2, "3,50%"),
        (0.1, "0.0%", "10", 1, "10,0%"),
        (0.11, "0%", "11", 0, "11%"),
        (31.82, "0.00", "31.82", 2, "31,82"),
        (66.6, "0.00", "66.6", 2, "66,60"),
        (66.6, "General", "66.6", 1, "66,6"),
        (52963916931, "#,##0", "52963916931", 0, "52.963.916.931"),
        (52963916931, "General", "52963916931", 0, "52963916931"),
        (-5.2, "#,##0.0", "-5.2", 1, "-5,2"),
        (0.1 + 0.2, "General", "0.3", 1, "0,3"),
    ],
)
def test_number_cells(raw, number_format, number, places, text):
    figure = value(raw, Kind.NILAI, number_format)
    assert (figure.number, figure.places, figure.text, figure.remarks) == (Decimal(number), places, text, ())
    assert "E" not in str(figure.number)


@pytest.mark.parametrize(
    "raw, kind, satuan, number, places, odd",
    [
        ("3.901.964.176", Kind.RUPIAH, "", "3901964176", 0, ()),
        ("12.500", Kind.RUPIAH, "", "12500", 0, ()),
        ("12.500", Kind.PERSEN, "", "12.500", 3, (remarks.AMBIGU,)),
        ("12.500", Kind.NILAI, "Orang", "12500", 0, ()),
        ("12.500", Kind.NILAI, "%", "12.500", 3, (remarks.AMBIGU,)),
        ("12.500", Kind.NILAI, "ton", "12.500", 3, (remarks.AMBIGU,)),
        ("3,50, %", Kind.NILAI, "%", "3.50", 2, (remarks.TANDA_BACA,)),
        ("4.5 %", Kind.NILAI, "%", "4.5", 1, (remarks.TITIK_DESIMAL,)),
        ("83,72%", Kind.PERSEN, "", "83.72", 2, ()),
    ],
)
def test_numbers_typed_as_text(raw, kind, satuan, number, places, odd):
    figure = value(raw, kind, satuan=satuan)
    assert (figure.number, figure.places, figure.remarks, figure.text) == (Decimal(number), places, odd, raw)


def test_more_than_a_number_in_a_cell():
    score = value("BB (76,80)", satuan="Nilai")
    assert (score.number, score.places, score.letter) == (Decimal("76.80"), 2, "BB")
    pair = value("1,51 % (233 Unit)", satuan="%")
    assert (pair.number, pair.second) == (Decimal("1.51"), Decimal(233))
    span = value("6,5 - 7,5", satuan="Indeks")
    assert (span.number, span.upper) == (Decimal("6.5"), Decimal("7.5"))


@pytest.mark.parametrize(
    "raw, satuan, letter",
    [
        ("BB", "Nilai", "BB"),
        ("wtp", "Opini", "WTP"),
        ("WTP", "", "WTP"),
        ("Sangat Baik", "Predikat", "Sangat Baik"),
    ],
)
def test_a_predikat_alone_is_a_letter_without_a_score(raw, satuan, letter):
    figure = value(raw, satuan=satuan)
    assert (figure.letter, figure.text, figure.remarks) == (letter, raw, ())
    assert figure.number == Missing(Reason.TANPA_SKOR, raw)


@pytest.mark.parametrize(
    "raw, reason, odd",
    [
        ("-", Reason.STRIP, ()),
        ("n/a", Reason.TIDAK_ADA, ()),
        ("98,1o", Reason.TAK_TERBACA, (remarks.TAK_TERBACA,)),
        ("sekitar 80", Reason.TAK_TERBACA, (remarks.TAK_TERBACA,)),
        (True, Reason.TAK_TERBACA, (remarks.LOGIKA,)),
        (datetime(2024, 8, 1), Reason.TANGGAL, (remarks.TANGGAL,)),
        (timedelta(hours=36), Reason.LAMA, (remarks.LAMA,)),
        (time(13, 30), Reason.JAM, (remarks.JAM,)),
        ("٨٣,٧٢", Reason.TAK_TERBACA, (remarks.TAK_TERBACA,)),
        ("１２,５", Reason.TAK_TERBACA, (remarks.TAK_TERBACA,)),
    ],
)
def test_no_number_and_why(raw, reason, odd):
    figure = value(raw)
    assert isinstance(figure.number, Missing)
    assert (figure.number.reason, figure.remarks) == (reason, odd)
    assert not figure.blank


def test_blank_error_and_unsaved_result_are_three_things():
    blank = read(Cell(HERE), Kind.RUPIAH)
    assert (blank.blank, blank.number, blank.remarks) == (True, Missing(Reason.KOSONG), ())
    broken = read(cell("#DIV/0!", origin=Origin.GALAT, formula="=1/0"), Kind.RUPIAH)
    assert (broken.number, broken.remarks) == (Missing(Reason.SEL_GALAT, "#DIV/0!"), (remarks.GALAT_SEL,))
    unsaved = read(cell(None, origin=Origin.TANPA_HASIL, formula="=SUM(G5:G9)"), Kind.RUPIAH)
    assert (unsaved.number, unsaved.remarks) == (Missing(Reason.TANPA_HASIL), (remarks.TANPA_HASIL,))
    assert not unsaved.blank


def test_spaces_alone_are_a_blank_at_their_place():
    blank = value("  \u00a0 ")
    assert blank.blank
    assert blank.where == HERE


@pytest.mark.parametrize(
    "raw, number_format",
    [
        (2024, "General"),
        (2024.0, "0.0"),
        ("2024", "General"),
        (2024, "#,##0"),
    ],
)
def test_years_in_any_dress(raw, number_format):
    year = value(raw, Kind.TAHUN, number_format)
    assert (year.number, year.text, year.places, year.remarks) == (Decimal(2024), "2024", 0, ())


@pytest.mark.parametrize("raw", [24, 2024.5, "dua ribu"])
def test_no_year(raw):
    year = value(raw, Kind.TAHUN)
    assert (year.known, year.remarks) == (None, (remarks.TAK_TERBACA,))


@pytest.mark.parametrize(
    "raw, kind, number_format, text",
    [
        (1.1, Kind.KODE, "General", "1.1"),
        (3.1, Kind.TABEL, "0.00", "3.10"),
        (3.1, Kind.TABEL, "General", "3.1"),
        (3, Kind.TEKS, "General", "3"),
        (198701012010011001, Kind.KODE, "General", "198701012010011001"),
        (90, Kind.INTERVAL, "General", "90"),
        ("  Program\r\nKoperasi ", Kind.TEKS, "General", "Program\nKoperasi"),
        (datetime(2025, 1, 1), Kind.TEKS, "mmm-yy", "Januari 2025"),
        (datetime(2024, 12, 31), Kind.TANGGAL, "dd/mm/yyyy", "2024-12-31"),
        ("31/12/2024", Kind.TANGGAL, "General", "2024-12-31"),
    ],
)
def test_words_and_codes(raw, kind, number_format, text):
    words = value(raw, kind, number_format)
    assert (words.text, words.remarks) == (text, ())


def test_a_code_taken_for_a_date_is_remarked():
    assert value(datetime(2024, 10, 3), Kind.TABEL, "d-mmm").remarks == (remarks.TANGGAL,)


@pytest.mark.parametrize("raw", [1e300, 10**40, 10**25, "1" + "0" * 25, "9" * 100, "0," + "1" * 60, 1e-300])
def test_figures_no_report_can_hold_are_not_figures(raw):
    figure = value(raw, Kind.RUPIAH)
    assert (figure.known, figure.remarks) == (None, (remarks.TAK_TERBACA,))


@pytest.mark.parametrize("raw", [10**24, "1" + "0" * 24])
def test_as_many_digits_as_a_figure_may_have(raw):
    assert value(raw, Kind.RUPIAH).known == 10**24


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=4, allow_nan=False))
def test_a_double_is_read_as_the_decimal_that_was_typed(typed):
    assert value(float(typed)).number == typed


@given(
    st.one_of(
        st.text(), st.floats(allow_nan=False, allow_infinity=False), st.integers(), st.booleans(), st.datetimes()
    ),
    st.sampled_from(Kind),
)
def test_nothing_that_can_be_typed_raises(raw, kind):
    content = value(raw, kind)
    assert content.where == HERE
    assert content.shown == content.shown.strip()
    assert not content.blank or (isinstance(raw, str) and not raw.strip())


@pytest.mark.parametrize(
    "raw, text", [(float("inf"), "∞"), (float("-inf"), "-∞"), (10**399, "1,00E+399"), (1.5e-99, "1,50E-99")]
)
@pytest.mark.parametrize("kind", [Kind.RUPIAH, Kind.PERSEN, Kind.TEKS, Kind.KODE, Kind.TAHUN])
def test_numbers_out_of_all_proportion_are_told_shortly(raw, text, kind):
    figure = value(raw, kind)
    assert (figure.number, figure.text) == (Missing(Reason.TAK_TERBACA, text), text)
    assert figure.remarks == (remarks.TAK_TERBACA,)
