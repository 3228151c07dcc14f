"""Settings that the figures speak against."""

from __future__ import annotations

import copy

from lkj_xlsx.findings.one_mistake import SATU
from lkj_xlsx.relations.wrong_settings import wrong_settings
from tests.workbook_case import FULL, TWIN, Typed, audited, examined, load


def test_a_code_that_leaves_nothing_to_compute_is_no_explanation():
    audit = audited(Typed("data_dasar", "ASET", "realisasi@2023", "529.639.169.310"), base=TWIN)
    assert not [f for f in audit.findings if f.code == SATU[0] and f.where is not None and f.where.sheet == "Indikator"]


def test_indicators_are_tried_in_the_order_of_their_sheet():
    """Of several that explain as much the first is told: no set may decide which that is."""
    data = copy.deepcopy(load(FULL))
    turned = {"Naik": "Turun", "Turun": "Naik"}
    for row in data["lembar"]["indikator"]:
        row["arah"] = turned.get(row["arah"], row["arah"])
    audit = examined(data)
    places = frozenset(finding.where for finding in audit.findings if finding.where is not None)
    subjects = list(dict.fromkeys(m.subject for m in wrong_settings(places, audit.book, audit.ledger) if m.guessed))
    names = [item.nama for item in audit.book.indikator.values() if item.nama in subjects]
    assert len(names) >= 4 and [subject for subject in subjects if subject in names] == names


def test_a_series_without_the_years_figure_explains_nothing():
    """With it as denominator nothing could be computed, and every finding would be gone."""
    data = copy.deepcopy(load(FULL))
    series = next(row for row in data["lembar"]["data_dasar"] if row["kode_data"] == "BELUM-BERIZIN")
    data["lembar"]["data_dasar"].append({**series, "kode_data": "LAIN", "uraian": "Lain", "realisasi": {"2024": "7"}})
    for sheet in ("capaian_iku", "target_realisasi", "tahun_lalu", "renstra", "efisiensi"):
        row = next(row for row in data["lembar"][sheet] if row["kode"] == "1.3")
        row["realisasi"] = "20,01"
        row |= {key: "62,53" for key in ("capaian",) if key in row}
    audit = examined(data)
    assert audit.of("LKJ326") == set() and audit.of("LKJ301")
