"""A realisasi up to this year that adds the wrong years."""

from __future__ import annotations

import pytest

from lkj_xlsx.causes.renstra_sums import sd_dijumlah, tahun_sd
from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.finding import Cause
from lkj_xlsx.spec.field import Years
from tests.book_builder import judged, make

YEARS = Years(2024, 2022, 2026)
SERIES = {
    "kode_data": "A",
    "jenis": "Rincian",
    "realisasi@2021": "150",
    "realisasi@2022": "211",
    "realisasi@2023": "234",
    "realisasi@2024": "262",
}


def cause(sifat: str, said: str) -> Cause | None:
    indikator = {"rumus": "DATA", "pembilang": "A", "satuan": "Orang", "sifat": sifat}
    sheets = {"data_dasar": [SERIES], "renstra": [{"realisasi": "262", "realisasi_sd": said}]}
    book = make(sheets, [indikator], years=YEARS)
    entry = judged(book, "REALISASI-SD", "renstra", "realisasi_sd")
    ledger = Ledger.of((entry,))
    return tahun_sd.find(entry, book, ledger) or sd_dijumlah.find(entry, book, ledger)


@pytest.mark.parametrize(
    ("sifat", "said", "kind", "evidence"),
    [
        ("KUMULATIF", "496", "tahun-sd", "realisasi 2022 belum ikut dijumlah"),
        ("KUMULATIF", "857", "tahun-sd", "realisasi 2021 ikut dijumlah, padahal sebelum Renstra"),
        ("KUMULATIF", "262", "tahun-sd", "hanya realisasi 2024, belum dijumlah sejak 2022"),
        ("NON-KUMULATIF", "496", "sd-dijumlah", "234,00 + 262,00: dijumlah, padahal tidak kumulatif"),
        ("NON-KUMULATIF", "707", "sd-dijumlah", "211,00 + 234,00 + 262,00: dijumlah, padahal tidak kumulatif"),
    ],
)
def test_the_years_that_a_sum_misses_or_adds(sifat: str, said: str, kind: str, evidence: str):
    found = cause(sifat, said)
    assert found is not None and (found.kind, str(found.evidence)) == (kind, evidence)


@pytest.mark.parametrize(("sifat", "said"), [("KUMULATIF", "708"), ("NON-KUMULATIF", "500")])
def test_another_figure_has_no_such_cause(sifat: str, said: str):
    assert cause(sifat, said) is None
