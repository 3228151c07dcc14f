"""One unit for an indicator in every table."""

from __future__ import annotations

import pytest

from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.rules.satuan import satuan_berbeda
from tests.book_builder import make, place


def ask(satuan: str, sheets: dict, **more: str) -> list[Finding]:
    return list(satuan_berbeda.check(make(sheets, [{"satuan": satuan, **more}]), Ledger()))


@pytest.mark.parametrize(
    "satuan, sheet, row, key, level",
    [
        ("Orang", "capaian_iku", {"satuan": "%"}, "satuan", Level.BEDA),
        ("Orang", "efisiensi", {"satuan": "Ton"}, "satuan", Level.BEDA),
        ("Hari", "capaian_iku", {"satuan": "Bulan"}, "satuan", Level.PERIKSA),
        ("Orang", "target_realisasi", {"realisasi": "262 %"}, "realisasi", Level.BEDA),
        ("Orang", "target_realisasi", {"target": "250 Unit"}, "target", Level.PERIKSA),
        ("Orang", "renstra", {"target_akhir": "Rp 1.400"}, "target_akhir", Level.BEDA),
        ("Orang", "triwulan", {"realisasi_tw4": "74 %"}, "realisasi_tw4", Level.BEDA),
        ("%", "tahun_lalu", {"realisasi_lalu": "34,16 Orang"}, "realisasi_lalu", Level.BEDA),
    ],
)
def test_another_unit_is_told_at_its_cell(satuan: str, sheet: str, row: dict, key: str, level: Level) -> None:
    (finding,) = ask(satuan, {sheet: [row]})
    declared = place("indikator", 1, "satuan")
    assert (finding.where, finding.level) == (place(sheet, 1, key), level)
    assert finding.related == (declared,)
    assert f"sedangkan {declared} menulis {satuan}" in str(finding.message)


@pytest.mark.parametrize(
    "satuan, row",
    [
        ("%", {"satuan": "Persen", "target": "80 persen", "realisasi": "82,35%"}),
        ("Orang", {"satuan": "orang", "target": "250 org", "realisasi": "262 orang"}),
        ("Rp", {"satuan": "Rupiah", "target": "Rp 1.250.000", "realisasi": "1.300.000"}),
        ("Nilai", {"satuan": "Predikat", "target": "BB (75)", "realisasi": "BB (76,8)"}),
        ("Angka", {"target": "35 per 100.000 kelahiran hidup"}),
        ("%", {"realisasi": "1,51 % (233 Unit)"}),
    ],
)
def test_spellings_and_synonyms_are_silent(satuan: str, row: dict) -> None:
    assert not ask(satuan, {"capaian_iku": [row]})


def test_one_wrong_unit_of_the_indicator_is_one_finding() -> None:
    cells = {"capaian_iku": [{"satuan": "%"}], "efisiensi": [{"satuan": "%"}], "renstra": [{"realisasi": "12 %"}]}
    (finding,) = ask("Orang", cells)
    assert len(finding.related) == 3
    assert str(finding.step).startswith("Tentukan satuan yang benar: Orang di Indikator!")


def test_base_data_that_is_the_figure_itself_has_its_unit() -> None:
    base = {"data_dasar": [{"kode_data": "DIDIK", "satuan": "Ton"}]}
    (finding,) = ask("Orang", base, rumus="Sama dengan data dasar", pembilang="DIDIK")
    assert (finding.where, finding.level) == (place("data_dasar", 1, "satuan"), Level.BEDA)
    assert not ask("%", base, rumus="Pertumbuhan terhadap tahun lalu", pembilang="DIDIK")
