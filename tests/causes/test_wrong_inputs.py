"""The right formula with a wrong input."""

from __future__ import annotations

import pytest

from lkj_xlsx.causes.wrong_inputs import target_keliru
from lkj_xlsx.model.computed import Verdict
from tests.workbook_case import Typed, audited


@pytest.mark.parametrize(
    ("typed", "where", "kind", "evidence"),
    [
        (
            Typed("capaian_iku", "1.1", "capaian", "9,99"),
            "Capaian IKU!I5",
            "target-keliru",
            "dihitung terhadap target akhir Renstra 35 (Renstra!F5)",
        ),
        (
            Typed("renstra", "1.1", "kemajuan", "31,79 %"),
            "Renstra!I5",
            "target-keliru",
            "dihitung terhadap target 2024 11 (Perjanjian Kinerja!F5)",
        ),
        (
            Typed("capaian_iku", "1.3", "realisasi", "1,48"),
            "Capaian IKU!H7",
            "dasar-keliru",
            "dihitung dari Total 15.731 (Data Dasar!L12), seharusnya dari MIKRO",
        ),
        (
            Typed("data_dasar", "KENAIKAN-ASET", "target_akhir", "5.296.391.693"),
            "Data Dasar!G7",
            "persen-lain",
            "5.296.391.693 adalah 10 % dari 52.963.916.931",
        ),
        (
            Typed("data_dasar", "ASET", "target_akhir", "58.260.308.624"),
            "Data Dasar!G5",
            "persen-lain",
            "58.260.308.624 adalah 52.963.916.931 naik 10 %",
        ),
        (
            Typed("efisiensi", "2.1", "efisiensi", "1,04"),
            "Efisiensi!L8",
            "anggaran-lain",
            "memakai anggaran pada Efisiensi!I5",
        ),
        (
            Typed("realisasi_anggaran", "Fasilitasi Kunjungan Tamu", "serapan", "9,11"),
            "Realisasi Anggaran!I23",
            "tanpa-pengurangan",
            "9,11 adalah 100 − 90,89",
        ),
    ],
)
def test_the_input_that_reproduces_the_figure(typed: Typed, where: str, kind: str, evidence: str):
    assert audited(typed).cause(where) == (kind, evidence)


@pytest.mark.parametrize(
    ("typed", "where"),
    [
        (Typed("capaian_iku", "1.1", "capaian", "10,77"), "Capaian IKU!I5"),
        (Typed("capaian_iku", "1.3", "realisasi", "1,93"), "Capaian IKU!H7"),
        (Typed("data_dasar", "KENAIKAN-ASET", "target_akhir", "5.296.391.963"), "Data Dasar!G7"),
        (Typed("data_dasar", "ASET", "target_akhir", "58.260.999.624"), "Data Dasar!G5"),
        (Typed("efisiensi", "2.1", "efisiensi", "1,27"), "Efisiensi!L8"),
        (Typed("realisasi_anggaran", "Fasilitasi Kunjungan Tamu", "serapan", "9,21"), "Realisasi Anggaran!I23"),
    ],
)
def test_a_figure_that_no_input_reproduces_has_no_cause(typed: Typed, where: str):
    assert audited(typed).cause(where) is None


@pytest.mark.parametrize(
    ("typed", "where", "evidence"),
    [
        (  # 11 % of this year instead of 35 % at the end of the Renstra
            Typed("data_dasar", "KENAIKAN-ASET", "target_akhir", "5.826.030.862"),
            "Data Dasar!G7",
            "5.826.030.862 adalah target 2024 (52.963.916.931 × 11 ÷ 100)",
        ),
        (
            Typed("data_dasar", "ASET", "target_akhir", "58.789.947.793"),
            "Data Dasar!G5",
            "58.789.947.793 adalah target 2024 (52.963.916.931 × (100 + 11) ÷ 100)",
        ),
    ],
)
def test_a_target_amount_of_another_year(typed: Typed, where: str, evidence: str):
    assert audited(typed).cause(where) == ("target-tahun-lain", evidence)


def test_an_amount_of_no_target_is_not_one_of_another_year():
    told = audited(Typed("data_dasar", "KENAIKAN-ASET", "target_akhir", "5.826.030.892")).cause("Data Dasar!G7")
    assert told is None or told[0] != "target-tahun-lain"


def test_the_year_s_own_target_is_not_another_target():
    """83,89 is 1,51 of 1,8: the realisasi was rounded, the target is the right one."""
    audit = audited(Typed("efisiensi", "1.3", "capaian", "83,89"))
    (entry,) = audit.ledger.at(audit.at("Efisiensi!H7").where)
    assert entry.verdict is Verdict.BEDA_BASIS
    assert target_keliru.find(entry, audit.book, audit.ledger) is None
