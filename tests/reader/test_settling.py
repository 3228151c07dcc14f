"""Figures that can be read two ways, settled by the indicator's other figures or left in doubt."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from lkj_xlsx.model.fact import Book
from lkj_xlsx.spec import remarks
from tests.reader.small_workbooks import built, indicator, noted, only


def book(path: Path, satuan: str, realisasi: object, **others: object) -> Book:
    """One indicator in a unit; its realisasi as Target dan Realisasi types it, other figures by sheet and field."""
    rows: dict[str, list[dict[str, object]]] = {"target_realisasi": [{"kode": "1.1", "realisasi": realisasi}]}
    for name, typed in others.items():
        sheet, _, key = name.partition("__")
        rows.setdefault(sheet, [{"kode": "1.1"}])[0][key] = typed
    return built(path, rows={"indikator": [indicator(satuan=satuan)], **rows})


def figure(given: Book) -> tuple[Decimal | None, int]:
    value = only(given, "target_realisasi").get("realisasi")
    return value.known, value.places


@pytest.mark.parametrize(
    "text, others, number",
    [
        ("127.433 Ton", {"capaian_iku__realisasi": 127433}, "127433"),  # the same fact, as a number
        ("127.433", {"perjanjian__target": 125000}, "127433"),  # of the size of its target
        ("127.433", {"triwulan__realisasi_tw1": 31204}, "127433"),  # and of a quarter
        ("127.433", {"renstra__target_akhir": "140.000,00"}, "127433"),  # a text with one meaning
        ("2.700", {"perjanjian__target": 2.5}, "2.700"),
        ("2.700", {"capaian_iku__realisasi": "2,7"}, "2.700"),
        ("12,500 Orang", {"perjanjian__target": 12000}, "12500"),
    ],
)
def test_a_neighbour_settles_it(tmp_path: Path, text: str, others: dict[str, object], number: str) -> None:
    satuan = "Orang" if "Orang" in text else "Ton"
    given = book(tmp_path, satuan, text, **others)
    assert figure(given) == (Decimal(number), len(number.partition(".")[2]))
    assert noted(given, remarks.AMBIGU) == []
    decimal = "." in number
    assert noted(given, remarks.TITIK_DESIMAL) == ([("Target dan Realisasi!F5", text)] if decimal else [])
    assert [fact.value.known for fact in given.stated("1.1", "realisasi", 2024)][-1] == Decimal(number)


def test_what_is_settled_settles_the_next(tmp_path: Path) -> None:
    given = book(
        tmp_path,
        "Ton",
        "2.700",
        capaian_iku__realisasi=2700,
        perjanjian__target="2.500",
        renstra__target_akhir="14.000",
    )
    assert [
        only(given, sheet).get(key).known for sheet, key in (("perjanjian", "target"), ("renstra", "target_akhir"))
    ] == [
        2500,
        14000,
    ]
    assert noted(given, remarks.AMBIGU) == []


@pytest.mark.parametrize(
    "others",
    [
        {},
        {"perjanjian__target": "2.500"},  # as doubtful itself
        {"perjanjian__target": 2500, "renstra__target_akhir": 3},  # they contradict each other
        {"perjanjian__target": 90},  # of neither size
    ],
)
def test_without_a_clear_neighbour_it_stays_in_doubt(tmp_path: Path, others: dict[str, object]) -> None:
    given = book(tmp_path, "Ton", "2.700", **others)
    assert figure(given) == (Decimal("2.700"), 3)
    assert ("Target dan Realisasi!F5", "2.700") in noted(given, remarks.AMBIGU)


def test_another_indicators_figures_say_nothing(tmp_path: Path) -> None:
    rows = {
        "indikator": [indicator(satuan="Ton"), indicator("1.2", "Luas panen", "Ha")],
        "target_realisasi": [{"kode": "1.1", "realisasi": "2.700"}, {"kode": "1.2", "realisasi": 2650}],
    }
    given = built(tmp_path, rows=rows)
    assert len(noted(given, remarks.AMBIGU)) == 1
