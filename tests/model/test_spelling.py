"""The only parser of numeric text: what offices type, what it means, and what is remarked or refused."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lkj_xlsx.model.number import Missing, Reason, round_half_up, show
from lkj_xlsx.model.spelling import AMBIGU, TANDA_BACA, TITIK_DESIMAL, marks, spell

PLACES = st.integers(0, 6)
TYPED = st.text(alphabet="0123456789.,- %()RrpPABbs:/\u00a0−–+org", max_size=24)


@pytest.mark.parametrize(
    "text, whole, number, places, remarks",
    [
        ("52.963.916.931", True, "52963916931", 0, ()),
        ("52.963.916.931", False, "52963916931", 0, ()),
        ("Rp 1.852.053.286", None, "1852053286", 0, ()),
        ("Rp1.405.183.265.160,00", None, "1405183265160.00", 2, ()),
        ("Rp. 2.142.439.000,-", True, "2142439000", 0, ()),
        ("Rp.31.000.000,-", True, "31000000", 0, ()),
        ("4,47 %", False, "4.47", 2, ()),
        ("83,72%", False, "83.72", 2, ()),
        ("95.96 %", False, "95.96", 2, (TITIK_DESIMAL,)),
        ("4.5 %", False, "4.5", 1, (TITIK_DESIMAL,)),
        ("109,337%", False, "109.337", 3, ()),
        ("112%", False, "112", 0, ()),
        ("4,47 persen", False, "4.47", 2, ()),
        ("3,50, %", False, "3.50", 2, (TANDA_BACA,)),
        ("3,50.", False, "3.50", 2, (TANDA_BACA,)),
        ("102,4", False, "102.4", 1, ()),
        ("102,40", False, "102.40", 2, ()),
        ("232 Org", True, "232", 0, ()),
        ("4 Desa/Kel", True, "4", 0, ()),
        ("0,9 Angka", False, "0.9", 1, ()),
        ("31 per 100.000 kelahiran hidup", None, "31", 0, ()),
        ("0,02 per 1.000 penduduk", False, "0.02", 2, ()),
        ("7,94/1.000 KH", None, "7.94", 2, ()),
        ("12 kasus per 100.000 penduduk", True, "12", 0, ()),
        ("1 : 2.500", False, "2500", 0, ()),
        ("1:3.100", None, "3100", 0, ()),
        ("120 m3", None, "120", 0, ()),
        ("25,478 km", None, "25.478", 3, ()),
        ("413.064", True, "413064", 0, ()),
        ("413.064", False, "413.064", 3, (AMBIGU,)),
        ("413.064", None, "413.064", 3, (AMBIGU,)),
        ("12,500", True, "12.500", 3, (AMBIGU,)),
        ("12,500", False, "12.500", 3, ()),
        ("0.123", True, "0.123", 3, (TITIK_DESIMAL,)),
        ("2431919000.00", True, "2431919000.00", 2, (TITIK_DESIMAL,)),
        ("1,234.5", None, "1234.5", 1, (TITIK_DESIMAL,)),
        ("1.234,5", None, "1234.5", 1, ()),
        ("1,234,567", None, "1234567", 0, (AMBIGU,)),
        ("1:17,9", None, "17.9", 1, ()),
        ("1:32", None, "32", 0, ()),
        ("-1.544.000.000", True, "-1544000000", 0, ()),
        ("−5,2", False, "-5.2", 1, ()),
        ("(5,2)", False, "-5.2", 1, ()),
        ("(5,2%)", False, "-5.2", 1, ()),
        ("Rp (1.500.000)", True, "-1500000", 0, ()),
        ("+5", True, "5", 0, ()),
        ("1\u00a0% ", False, "1", 0, ()),
    ],
)
def test_what_offices_type(text: str, whole: bool | None, number: str, places: int, remarks: tuple[str, ...]) -> None:
    spelling = spell(text, whole)
    assert (spelling.number, spelling.places, spelling.remarks) == (Decimal(number), places, remarks)


@pytest.mark.parametrize(
    "text, reason",
    [
        ("", Reason.KOSONG),
        ("  \u00a0", Reason.KOSONG),
        ("-", Reason.STRIP),
        ("–", Reason.STRIP),
        ("---", Reason.STRIP),
        ("n/a", Reason.TIDAK_ADA),
        ("Tidak ada", Reason.TIDAK_ADA),
        ("belum dihitung", Reason.TAK_TERBACA),
        ("98,1o", Reason.TAK_TERBACA),
        ("1e5", Reason.TAK_TERBACA),
        ("52 963 916", Reason.TAK_TERBACA),
        ("1.23.456", Reason.TAK_TERBACA),
        ("1,2,3", Reason.TAK_TERBACA),
        ("12..5", Reason.TAK_TERBACA),
        ("5%%", Reason.TAK_TERBACA),
        ("2,5 miliar", Reason.TAK_TERBACA),
        ("Rp 3,5 Milyar", Reason.TAK_TERBACA),
        ("Rp 500 juta", Reason.TAK_TERBACA),
        ("12 ribu orang", Reason.TAK_TERBACA),
        ("(233 Unit)", Reason.TAK_TERBACA),
        ("2024-01-05", Reason.TAK_TERBACA),
        ("35/100", Reason.TAK_TERBACA),
        ("1/8 bagian", Reason.TAK_TERBACA),
        ("7,5 - 6,5", Reason.TAK_TERBACA),
        ("9" * 70, Reason.TAK_TERBACA),
    ],
)
def test_what_is_no_figure_says_why(text: str, reason: Reason) -> None:
    missing = spell(text).number
    assert isinstance(missing, Missing) and missing.reason is reason


@pytest.mark.parametrize(
    "text, letter, score", [("BB (76,8)", "BB", "76.8"), ("bb(75,00)", "BB", "75.00"), ("AA (95)", "AA", "95")]
)
def test_a_predikat_with_its_score(text: str, letter: str, score: str) -> None:
    spelling = spell(text)
    assert (spelling.letter, str(spelling.number), spelling.remarks) == (letter, score, ())


def test_a_letter_alone_is_no_score() -> None:
    assert isinstance(spell("BB").number, Missing)


def test_rupiah_in_brackets_is_no_predikat() -> None:
    spelling = spell("Rp (500)")
    assert (spelling.letter, spelling.number) == (None, Decimal(-500))


@pytest.mark.parametrize(
    "text, low, upper, places",
    [
        ("6,5 - 7,5", "6.5", "7.5", 1),
        ("6 – 7,25", "6", "7.25", 2),
        ("3 s.d. 5 hari", "3", "5", 0),
        ("10% - 12%", "10", "12", 0),
        ("-2 - 3", "-2", "3", 0),
    ],
)
def test_a_range_has_two_bounds(text: str, low: str, upper: str, places: int) -> None:
    spelling = spell(text)
    assert (spelling.number, spelling.upper, spelling.places) == (Decimal(low), Decimal(upper), places)


@pytest.mark.parametrize(
    "text, number, count",
    [("1,51 % (233 Unit)", "1.51", 233), ("1,49% (21 km)", "1.49", 21), ("3,2 % (1.204 orang)", "3.2", 1204)],
)
def test_a_second_quantity_in_brackets(text: str, number: str, count: int) -> None:
    spelling = spell(text, False)
    assert (spelling.number, spelling.count, spelling.percent) == (Decimal(number), Decimal(count), True)


def test_the_word_behind_a_figure_is_its_unit() -> None:
    assert spell("232 Org", True).unit == "Org"
    assert spell("83,72 %").percent and spell("4,47 persen").percent and not spell("83,72").percent


@given(st.decimals(-(10**12), 10**12, places=6, allow_nan=False), st.integers(1, 6), st.sampled_from((None, False)))
def test_a_shown_fraction_reads_back_with_its_places(x: Decimal, places: int, whole: bool | None) -> None:
    spelling = spell(show(x, places), whole)
    assert (spelling.number, spelling.places, spelling.remarks) == (round_half_up(x, places), places, ())


@given(st.integers(-(10**15), 10**15))
def test_a_shown_count_reads_back(x: int) -> None:
    spelling = spell(show(Decimal(x), 0), True)
    assert (spelling.number, spelling.places, spelling.remarks) == (Decimal(x), 0, ())


@given(st.decimals(-(10**12), 10**12, places=6, allow_nan=False), PLACES)
def test_a_shown_amount_of_rupiah_is_the_same_figure(x: Decimal, places: int) -> None:
    spelling = spell(show(x, places), True)
    assert (spelling.number, spelling.places) == (round_half_up(x, places), places)


@given(st.text() | TYPED, st.sampled_from((None, True, False)))
@example("٣,٥", None)
@example("²", None)
@example("(", True)
@example("Rp", True)
@example("1:", None)
def test_nothing_typed_raises(text: str, whole: bool | None) -> None:
    spelling = spell(text, whole)
    if not isinstance(spelling.number, Missing):
        assert spelling.number.is_finite() and spelling.places >= 0
        assert spelling.upper is None or spelling.upper >= spelling.number


def digits(text: str) -> str:
    return "".join(mark for mark in text if mark.isdigit())


@given(TYPED, st.sampled_from((None, True, False)))
def test_a_figure_keeps_the_digits_that_were_typed(text: str, whole: bool | None) -> None:
    """No digit is dropped or moved: writing a plain figure back at its places gives what was typed."""
    spelling = spell(text, whole)
    if isinstance(spelling.number, Missing) or spelling.upper is not None or spelling.count is not None or ":" in text:
        return
    if digits(spelling.unit):  # `m3`, `per 1.000 penduduk`
        return
    assert digits(show(spelling.number, spelling.places)).lstrip("0") == digits(text).lstrip("0")


@given(st.from_regex(r"\A\d{1,6}([.,]\d{1,6}){0,3}\Z"), st.sampled_from((None, True, False)))
def test_a_silent_spelling_has_one_meaning(text: str, whole: bool | None) -> None:
    """Without a remark a comma marks decimals and dots group by three; no other reading is left."""
    reading = marks(text, whole)
    if reading is None or reading[2]:
        return
    number, places, _ = reading
    head, comma, tail = text.partition(",")
    assert (places, "." in tail) == (len(tail), False)
    parts = head.split(".")
    assert all(len(part) == 3 for part in parts[1:])
    assert number == Decimal("".join(parts) + ("." + tail if comma else ""))
    assert not (whole is not True and len(parts) == 2 and not comma), "a lone dot before three digits is in doubt"


@pytest.mark.parametrize(
    "text, unit, other",
    [
        ("262 Orang", "Orang", ""),
        ("Rp 1.250.000", "Rp", ""),
        ("31 per 100.000 kelahiran hidup", "per 100.000 kelahiran hidup", ""),
        ("2,31 % (35,6 km)", "", "km"),
        ("35,6 km (2,31 %)", "km", "%"),
        ("2,31 % (35,6 km dari 1.540 km)", "", "km dari 1.540 km"),
    ],
)
def test_what_a_cell_says_of_its_units(text: str, unit: str, other: str) -> None:
    spelling = spell(text)
    assert (spelling.unit, spelling.count_unit) == (unit, other)


@pytest.mark.parametrize("between", ["-", "s.d.", "s/d", "sd", "sampai", "sampai dengan", "hingga", "S.D."])
def test_words_between_two_bounds(between: str) -> None:
    spelling = spell(f"100,00 {between} 105,00")
    assert (spelling.number, spelling.upper) == (Decimal("100.00"), Decimal("105.00"))
