"""Verdicts as properties: what is rounded right is never blamed, and what lies outside is never let pass."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from lkj_xlsx.measures.basis import exact, ladder, typed
from lkj_xlsx.measures.capaian import capaian
from lkj_xlsx.measures.capaian_variants import naik
from lkj_xlsx.measures.plausible import anggaran_gap
from lkj_xlsx.measures.verdict import judge, normal_word
from lkj_xlsx.model.cell import Cell, Origin, Value, Where
from lkj_xlsx.model.computed import Base, Basis, Computed, Judged, Verdict
from lkj_xlsx.model.number import Interval, Missing, Reason, cut, round_half_up, stated, unit
from lkj_xlsx.model.record import Record
from lkj_xlsx.model.values_by_key import MadeValues
from tests import book_builder

TARGETS = st.decimals("0.01", 10**6, places=2)
EXACT = st.decimals("-1000", 10**6, places=6)
PLACES = st.integers(0, 6)
LENIENT = {Verdict.SESUAI, Verdict.DALAM_BATAS}
WHERE = Where("Capaian IKU", 5, 9)


def value(number: Decimal | None, places: int = 0, text: str = "x") -> Value:
    known = Missing(Reason.TAK_TERBACA, text) if number is None else number
    return Value(Cell(WHERE, text, origin=Origin.KETIKAN), known, places, text)


def computed(said: Value, bases: tuple[Basis, ...], **more: object) -> Computed:
    record = Record("capaian_iku", "Capaian IKU", 5, "3.3", MadeValues({"capaian": said}))
    result = bases[0].value if bases else Missing(Reason.MASUKAN)
    return Computed(capaian, "capaian", record, "capaian", said, result, bases, **more)  # type: ignore[arg-type]


def capaian_of(target: Decimal, realisasi: Decimal, typed_places: int, said: Value) -> Computed:
    """Capaian with an exact realisasi and the same realisasi typed in the row, rounded to `typed_places`."""
    written = typed(value(round_half_up(realisasi, typed_places), typed_places))
    assert written is not None
    goal = exact(target)
    bases, _ = ladder(naik, "{1} ÷ {0} × 100", [(goal, exact(realisasi))], [(goal, written)])
    return computed(said, bases)


def outcome(target: Decimal, realisasi: Decimal, typed_places: int, said: Decimal, places: int) -> Judged:
    return judge(capaian_of(target, realisasi, typed_places, value(said, places)))


@given(TARGETS, EXACT, PLACES, PLACES)
def test_the_exact_result_rounded_once_always_agrees(
    target: Decimal, realisasi: Decimal, typed_places: int, places: int
) -> None:
    said = round_half_up(realisasi / target * 100, places)
    assert outcome(target, realisasi, typed_places, said, places).verdict is Verdict.SESUAI


@given(TARGETS, EXACT, PLACES, PLACES)
def test_without_base_data_the_typed_result_rounded_once_always_agrees(
    target: Decimal, realisasi: Decimal, typed_places: int, places: int
) -> None:
    written = typed(value(round_half_up(realisasi, typed_places), typed_places))
    assert written is not None
    bases, _ = ladder(naik, "{1} ÷ {0} × 100", [], [(exact(target), written)])
    said = round_half_up(written.value / target * 100, places)
    assert judge(computed(value(said, places), bases)).verdict is Verdict.SESUAI


@given(TARGETS, EXACT, PLACES, PLACES, EXACT)
def test_what_no_basis_admits_is_never_let_pass(
    target: Decimal, realisasi: Decimal, typed_places: int, places: int, said: Decimal
) -> None:
    said = round_half_up(said, places)
    made = capaian_of(target, realisasi, typed_places, value(said, places))
    says = stated(said, places)
    assume(not any(basis.result.meets(says) for basis in made.bases))
    assume(all(cut(basis.value, places) != said for basis in made.bases if basis.base is not Base.SELANG))
    assert judge(made).verdict is Verdict.SELISIH


@given(TARGETS, EXACT, PLACES, PLACES, st.integers(3, 10**6), st.sampled_from((-1, 1)))
def test_three_units_off_the_exact_result_is_never_a_slip_of_rounding(
    target: Decimal, realisasi: Decimal, typed_places: int, places: int, units: int, sign: int
) -> None:
    said = round_half_up(realisasi / target * 100, places) + sign * units * unit(places)
    found = outcome(target, realisasi, typed_places, said, places).verdict
    assert found in {Verdict.SELISIH, Verdict.BEDA_BASIS}


@settings(suppress_health_check=[HealthCheck.filter_too_much])  # half of all results cannot be told from rounded ones
@given(TARGETS, EXACT, PLACES)
def test_a_cut_result_is_named_as_cut(target: Decimal, realisasi: Decimal, places: int) -> None:
    result = realisasi / target * 100
    said = cut(result, places)
    assume(not stated(said, places).holds(result))
    assert outcome(target, realisasi, 6, said, places).verdict is Verdict.PEMOTONGAN


@given(st.integers(1, 10**12), st.integers(0, 10**12), PLACES)
def test_serapan_does_not_know_whether_it_counts_rupiah_or_tenths(anggaran: int, realisasi: int, places: int) -> None:
    assume(anggaran_gap(Decimal(anggaran), Decimal(realisasi)) is None)
    said = round_half_up(Decimal(realisasi) / anggaran * 100, min(places, 2))
    text = str(said).replace(".", ",")
    verdicts = []
    for factor in (1, 10):
        row = {
            "tingkat": "Program",
            "uraian": "P",
            "serapan": text,
            "anggaran": str(anggaran * factor),
            "realisasi": str(realisasi * factor),
        }
        book = book_builder.make({"realisasi_anggaran": [row]})
        verdicts.append(book_builder.judged(book, "SERAPAN", "realisasi_anggaran", "serapan"))
    assert verdicts[0].computed.result == verdicts[1].computed.result
    assert [entry.verdict for entry in verdicts] == [Verdict.SESUAI] * 2


def points(*pairs: tuple[Base, str]) -> tuple[Basis, ...]:
    return tuple(Basis(base, Interval.point(Decimal(number)), base.value) for base, number in pairs)


def test_a_weaker_basis_does_not_make_a_figure_right() -> None:
    found = judge(computed(value(Decimal("83.89"), 2), points((Base.EKSAK, "83.7228"), (Base.TERTULIS, "83.8889"))))
    assert found.verdict is Verdict.BEDA_BASIS
    assert found.against is not None and found.met is not None
    assert (found.against.base, found.met.base, found.difference) == (Base.EKSAK, Base.TERTULIS, Decimal("0.1672"))


def test_any_of_several_exact_readings_will_do() -> None:
    found = judge(computed(value(Decimal("27.44"), 2), points((Base.EKSAK, "27.4502"), (Base.EKSAK, "27.4441"))))
    assert found.verdict is Verdict.SESUAI
    assert found.against is not None and found.against.value == Decimal("27.4441")


def test_what_was_cut_from_typed_figures_is_named_as_cut_too() -> None:
    assert judge(computed(value(Decimal("31.81"), 2), points((Base.TERTULIS, "31.8182")))).verdict is Verdict.PEMOTONGAN


def test_a_wrong_figure_is_held_against_the_nearest_of_several_readings() -> None:
    found = judge(computed(value(Decimal("27.95"), 2), points((Base.EKSAK, "27.4502"), (Base.EKSAK, "27.9"))))
    assert found.against is not None and found.against.value == Decimal("27.9")
    assert (found.verdict, found.difference) == (Verdict.SELISIH, Decimal("0.05"))


def test_derived_rupiah_are_held_against_the_first_reading_however_far() -> None:
    bases = points((Base.EKSAK, "18537370925"), (Base.EKSAK, "19000000000"))
    found = judge(computed(value(Decimal("19000000005")), bases, exact_places=0))
    assert found.against is not None and found.against.value == Decimal("18537370925")


def test_a_slip_of_rounding_needs_typed_figures_that_admit_it() -> None:
    bases = points((Base.EKSAK, "27.4441"))
    ranged = Basis(Base.SELANG, Interval(Decimal("27.41"), Decimal("27.60")), "selang")
    assert judge(computed(value(Decimal("27.43"), 2), (*bases, ranged))).verdict is Verdict.SELISIH_PEMBULATAN
    assert judge(computed(value(Decimal("27.43"), 2), bases)).verdict is Verdict.SELISIH
    assert judge(computed(value(Decimal("27.48"), 2), (*bases, ranged))).verdict is Verdict.BEDA_BASIS
    assert judge(computed(value(Decimal("27.70"), 2), (*bases, ranged))).verdict is Verdict.SELISIH


def test_exactly_two_units_are_still_a_slip_of_rounding() -> None:
    bases = points((Base.EKSAK, "27.45"))
    ranged = Basis(Base.SELANG, Interval(Decimal("27.41"), Decimal("27.60")), "selang")
    found = judge(computed(value(Decimal("27.43"), 2), (*bases, ranged)))
    assert (found.verdict, found.difference) == (Verdict.SELISIH_PEMBULATAN, Decimal("-0.02"))


def test_derived_rupiah_agree_within_one() -> None:
    bases = points((Base.EKSAK, "18537370925.85"))
    for number, verdict in (
        ("18537370925", Verdict.SESUAI),
        ("18537370927", Verdict.SESUAI),
        ("18537370928", Verdict.SELISIH),
        ("18537370924", Verdict.SELISIH),
    ):
        assert judge(computed(value(Decimal(number)), bases, exact_places=0)).verdict is verdict, number


def test_another_permitted_formula_is_named_and_not_called_a_mistake() -> None:
    rivals = {"TURUN-2": Decimal("87.1421"), "TURUN-3": Decimal("-14.7551")}
    found = judge(computed(value(Decimal("87.14"), 2), points((Base.TERTULIS, "85.2449")), rivals=rivals))
    assert (found.verdict, found.variant) == (Verdict.RUMUS_BERBEDA, "TURUN-2")


def test_what_cannot_be_computed_or_read_is_not_judged() -> None:
    assert judge(computed(value(Decimal(5)), ())).verdict is Verdict.TIDAK_DIPERIKSA
    assert judge(computed(value(None), points((Base.EKSAK, "5")))).verdict is Verdict.TIDAK_DIPERIKSA


def test_an_empty_cell_and_a_missing_column_are_filled_by_the_tool() -> None:
    bases = points((Base.EKSAK, "5"))
    assert judge(computed(Value(Cell(WHERE)), bases)).verdict is Verdict.DIISI
    assert judge(computed(Value(Cell(Where("Capaian IKU", 5))), bases)).verdict is Verdict.DIISI


def test_rating_words_are_compared_without_case_spaces_and_codes() -> None:
    assert normal_word(" Sangat  Tinggi(ST)") == normal_word("sangat tinggi") == "sangattinggi"
    assert normal_word("Tinggi") != normal_word("Sangat Tinggi")
