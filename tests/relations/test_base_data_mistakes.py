"""Base data that stand in another year's or row's cell."""

from __future__ import annotations

from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.pipeline import examine
from lkj_xlsx.spec.field import Years
from tests.book_builder import Row, make, place

YEARS = Years(2024, 2022, 2026)
A, B, C = "811", "936", "1.523"
SHARE = {"rumus": "PERSENTASE", "pembilang": "A", "penyebut": "B"}


def roots(a_before: str, a_now: str, above: str = "77", lalu: str = "66,64") -> dict[str, Finding]:
    """What is told where the tables state 936 of 1.523 (61,46), and 811 of 1.217 the year before."""
    series = [
        {"kode_data": "C", "uraian": "C", "jenis": "Rincian", "realisasi@2024": above},
        {"kode_data": "A", "uraian": "A", "jenis": "Rincian", "realisasi@2023": a_before, "realisasi@2024": a_now},
        {"kode_data": "B", "uraian": "B", "jenis": "Rincian", "realisasi@2023": "1.217", "realisasi@2024": C},
    ]
    row = {"target": "50,00", "realisasi": "61,46", "capaian": "122,92"}
    last = {"realisasi_lalu": lalu, "target_lalu": "50,00", "capaian_lalu": "133,28"}
    sheets: dict[str, list[Row]] = {"capaian_iku": [row], "target_realisasi": [row], "tahun_lalu": [{**row, **last}]}
    _, findings = examine(make({"data_dasar": series, **sheets}, [SHARE], years=YEARS))
    return {str(f.where): f for f in findings if f.root is None and f.level >= Level.BEDA}


def cell(line: int, key: str = "realisasi@2024") -> str:
    return str(place("data_dasar", line, key))


def test_two_years_of_a_series_exchanged():
    found = roots(B, A)
    assert list(found) == [cell(2)] and found[cell(2)].code == "LKJ326"
    assert str(found[cell(2)].step) == f"Tukar isi {cell(2)} dan {cell(2, 'realisasi@2023')}."


def test_a_base_figure_that_is_still_last_years():
    found = roots(A, A)
    assert list(found) == [cell(2)]
    cause = found[cell(2)].cause
    assert cause is not None and cause.kind == "tahun-lalu"


def test_a_base_figure_that_is_the_one_of_the_row_above():
    found = roots(A, "777", above="777")
    assert list(found) == [cell(2)]
    cause = found[cell(2)].cause
    assert cause is not None and cause.kind == "baris-tetangga"


def test_right_base_figures_are_left_alone():
    assert roots(A, B) == {}
