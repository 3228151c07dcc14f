"""Wrong ways to compute a realisasi from right base data."""

from __future__ import annotations

import pytest

from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.pipeline import examine
from lkj_xlsx.spec.field import Years
from tests.book_builder import Row, make, place

YEARS = Years(2024, 2022, 2026)
SERIES = [
    {"kode_data": "A", "jenis": "Rincian", "realisasi@2022": "700", "realisasi@2023": "811", "realisasi@2024": "936"},
    {
        "kode_data": "B",
        "jenis": "Rincian",
        "realisasi@2022": "990",
        "realisasi@2023": "1.217",
        "realisasi@2024": "1.523",
    },
]
SHARE = {"rumus": "PERSENTASE", "pembilang": "A", "penyebut": "B"}
GROWTH = {"rumus": "PERTUMBUHAN", "pembilang": "A"}
TABLES = ("capaian_iku", "target_realisasi", "tahun_lalu")


def told(indikator: Row, said: str, capaian: str, series: list[dict[str, str]] | None = None) -> dict[str, Finding]:
    """The roots among the findings where three tables state one realisasi with its capaian of the target 50."""
    row = {"target": "50,00", "realisasi": said, "capaian": capaian}
    sheets: dict[str, list[Row]] = {sheet: [row] for sheet in TABLES}
    book: Book = make({"data_dasar": series or SERIES, **sheets}, [indikator], years=YEARS)
    _, findings = examine(book)
    return {str(f.where): f for f in findings if f.root is None and f.level >= Level.BEDA}


@pytest.mark.parametrize(
    ("indikator", "said", "capaian", "kind", "evidence"),
    [
        (SHARE, "76,91", "153,82", "tahun-dasar-lain", "936 ÷ 1.217 × 100: penyebutnya data 2023, seharusnya 2024"),
        (SHARE, "53,25", "106,50", "tahun-dasar-lain", "811 ÷ 1.523 × 100: pembilangnya data 2023, seharusnya 2024"),
        (
            SHARE,
            "159,45",
            "318,90",
            "dasar-keliru",
            "936 ÷ (1.523 − 936) × 100: dibagi sisanya, seharusnya dibagi 1.523",
        ),
        (
            GROWTH,
            "33,71",
            "67,42",
            "tahun-dasar-lain",
            "(936 − 700) ÷ 700 × 100: terhadap 2022, seharusnya terhadap 2023",
        ),
        (GROWTH, "13,35", "26,70", "tanpa-dikurangi", "selisihnya dibagi tahun ini (936), seharusnya tahun lalu"),
    ],
)
def test_one_method_in_all_tables_is_one_finding_at_the_first(
    indikator: Row, said: str, capaian: str, kind: str, evidence: str
):
    found = told(indikator, said, capaian)
    first = place("capaian_iku", 1, "realisasi")
    assert set(found) == {str(first)}
    cause = found[str(first)].cause
    assert cause is not None and (cause.kind, str(cause.evidence), cause.sure) == (kind, evidence, True)
    others = [str(place(sheet, 1, "realisasi")) for sheet in TABLES[1:]]
    assert f"Angka yang sama tertulis di {', '.join(others)}." in found[str(first)].message


def test_a_base_figure_that_slipped_is_still_the_culprit():
    slipped = [{**SERIES[0], "realisasi@2024": "963"}, SERIES[1]]
    found = told(SHARE, "61,46", "122,92", slipped)
    assert set(found) == {str(place("data_dasar", 1, "realisasi@2024"))}


def test_a_realisasi_that_no_method_gives_has_no_such_cause():
    found = told(SHARE, "70,07", "140,14")
    kinds = {finding.cause.kind for finding in found.values() if finding.cause is not None}
    assert kinds.isdisjoint({"tahun-dasar-lain", "dasar-keliru", "dibagi-terbalik"})
