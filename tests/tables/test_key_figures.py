"""The figures for the summary page and how each was reached."""

from __future__ import annotations

from decimal import Decimal

from lkj_xlsx.measures.sasaran_means import RATA
from lkj_xlsx.model.computed import Ledger, Verdict
from lkj_xlsx.tables.key_figures import key_figures
from tests.tables.small_books import book, judged, records

BUDGET = records(
    "realisasi_anggaran",
    "3.22",
    "tabel tingkat uraian anggaran realisasi",
    ["3.22", "Program", "Penunjang", "5.435.078.025", "5.078.852.957"],
    ["3.22", "Kegiatan", "Rapat", "5.435.078.025", "5.078.852.957"],
    ["3.22", "Program", "UMKM", "2.230.213.500", "2.218.742.505"],
)
IKU = records(
    "capaian_iku",
    "3.3",
    "tabel sasaran indikator target realisasi capaian predikat",
    ["3.3", "Koperasi maju", "Aset", "11", "3,50", "31,82", "Sangat Rendah"],
    ["3.3", "Koperasi maju", "SHU", "4,5", "4,47", "99,33", "Sangat Tinggi"],
    ["3.3", "Akuntabel", "AKIP", "75", "76,8", "102,40", "Sangat Tinggi"],
    ["3.3", "Akuntabel", "Opini", "WTP", "WTP", "-", "-"],
)
SCALE = records(
    "skala",
    "3.2",
    "tabel interval kriteria",
    ["3.2", "> 90", "Sangat Tinggi"],
    ["3.2", "> 75", "Tinggi"],
    ["3.2", "≤ 50", "Sangat Rendah"],
)


def figures(*groups, ledger=None, rata=None):
    ordered = key_figures(book(*groups), ledger or Ledger(), rata)
    return {figure.label: figure for figure in ordered}, ordered


def test_the_budget_is_added_from_the_programmes():
    named, _ = figures(BUDGET)
    assert named["Total anggaran"].value == Decimal(7665291525)
    assert named["Total realisasi anggaran"].value == Decimal(7297595462)
    assert named["Sisa anggaran"].value == Decimal(367696063)
    share = named["Serapan anggaran"]
    assert round(share.value, 2) == Decimal("95.20")
    assert (share.kind, share.places) == ("persen", 2)
    assert named["Total anggaran"].words == "Jumlah 2 program."


def test_indicators_are_counted_by_the_recomputed_predikat_in_the_order_of_the_scale():
    ledger = Ledger.of(
        [judged(IKU[1], "capaian", "89.9", Verdict.SELISIH), judged(IKU[1], "predikat", "Tinggi", Verdict.SESUAI)]
    )
    named, ordered = figures(IKU, SCALE, ledger=ledger)
    counted = [(f.label, f.value) for f in ordered if f.label.startswith("Indikator berpredikat")]
    assert counted[:3] == [
        ("Indikator berpredikat Sangat Tinggi", 1),
        ("Indikator berpredikat Tinggi", 1),
        ("Indikator berpredikat Sangat Rendah", 1),
    ]
    assert named["Jumlah sasaran"].value == 2
    assert named["Jumlah indikator"].value == 4
    assert named["Indikator yang mencapai target"].value == 1


def test_no_predikat_is_not_a_predikat():
    _, ordered = figures(IKU)
    assert "Indikator berpredikat -" not in [figure.label for figure in ordered]


def test_extremes_name_their_indicator():
    named, _ = figures(IKU)
    assert named["Capaian tertinggi"].value == Decimal("102.40")
    assert named["Capaian terendah"].words == "Aset: 31,82 %."


def test_averages_follow_the_chosen_way_and_leave_out_what_has_no_capaian():
    def averages(code):
        _, ordered = figures(IKU, rata=RATA[code])
        return [figure.value for figure in ordered if figure.label == "Rata-rata capaian sasaran"]

    assert averages("RATA") == [Decimal("65.575"), Decimal("102.40")]
    assert averages("RATA-100") == [Decimal("65.575"), Decimal(100)]
    _, ordered = figures(IKU, rata=RATA["RATA"])
    assert ordered[-3].words == "Akuntabel: rata-rata tanpa bobot, 1 dari 2 indikator."


def test_what_cannot_be_computed_says_why():
    empty = records(
        "realisasi_anggaran",
        "3.22",
        "tabel tingkat uraian anggaran realisasi",
        ["3.22", "Program", "Penunjang", None, "1"],
    )
    named, _ = figures(empty)
    assert named["Total anggaran"].value == "tidak dapat dihitung"
    assert "Realisasi Anggaran!D5" in named["Total anggaran"].words
    assert figures()[1] == ()
