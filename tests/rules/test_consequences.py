"""What a wrong figure changes: predikat, tercapai, efisien, totals."""

from __future__ import annotations

import pytest

from lkj_xlsx import pipeline
from tests.book_builder import make
from tests.workbook_case import FULL, Typed, audited

SUB = "Penguatan Manajemen Koperasi"
PROGRAM = "PROGRAM PENGEMBANGAN UMKM"


def said(where: str, *typed: Typed, base: str = "") -> str:
    audit = audited(*typed, base=base) if base else audited(*typed)
    return str(audit.at(where).consequence)


@pytest.mark.parametrize(
    "typed, where, told",
    [
        # 0,99 % instead of 4,47 %: capaian 22 % instead of 99,33 %
        (
            Typed("capaian_iku", "1.2", "realisasi", "0,99"),
            "Capaian IKU!H6",
            "Predikat berubah dari Sangat Rendah menjadi Sangat Tinggi.",
        ),
        (Typed("capaian_iku", "1.2", "realisasi", "4,74"), "Capaian IKU!H6", "Target menjadi tidak tercapai."),
        (Typed("capaian_iku", "1.2", "realisasi", "4,40"), "Capaian IKU!H6", "None"),
    ],
)
def test_a_realisasi_is_judged_by_the_capaian_it_gives(typed, where, told):
    assert said(where, typed) == told


@pytest.mark.parametrize(
    "target, told",
    [
        ("1,08 %", "Predikat berubah dari Sangat Tinggi menjadi Tinggi."),
        ("1,6 %", "Predikat berubah dari Sangat Tinggi menjadi Tinggi."),
        ("18 %", "Predikat berubah dari Sangat Rendah menjadi Tinggi."),
        ("1,9 %", "None"),
    ],
)
def test_a_target_is_judged_by_the_realisasi(target, told):
    audit = audited(Typed("target_realisasi", "1.3", "target", target))
    (finding,) = [f for f in audit.findings if f.code == "LKJ312"]
    assert str(finding.consequence) == told


def test_a_target_that_only_decides_on_tercapai():
    audit = audited(Typed("target_realisasi", "2.1", "target", "BB (78)"))
    (finding,) = [f for f in audit.findings if f.code == "LKJ312"]
    assert str(finding.consequence) == "Target menjadi tercapai."


def test_a_conflict_tells_what_the_figure_to_trust_says():
    audit = audited(Typed("target_realisasi", "2.1", "realisasi", "BB (74,0)"))
    (finding,) = [f for f in audit.findings if f.code == "LKJ311"]
    assert str(finding.consequence) == "Target menjadi tercapai."
    calm = audited(Typed("target_realisasi", "2.1", "realisasi", "BB (76,0)"))
    assert [f.consequence for f in calm.findings if f.code == "LKJ311"] == [None]


@pytest.mark.parametrize(
    "stated, told", [("319,30 %", "Target akhir Renstra menjadi belum tercapai."), ("39,13 %", "None")]
)
def test_progress_flips_at_a_hundred(stated, told):
    assert said("Renstra!I6", Typed("renstra", "1.2", "kemajuan", stated)) == told


def test_a_sub_kegiatan_changes_its_absorption_and_no_total():
    told = said(
        "Realisasi Anggaran!H44",
        Typed(
            "realisasi_anggaran",
            ("Peningkatan Pemahaman dan Pengetahuan Perkoperasian serta Kapasitas dan Kompetensi SDM Koperasi"),
            "realisasi",
            "518.762.200",
        ),
    )
    assert told == "Serapan berubah dari 98,02 menjadi 99,43."


def test_a_programme_changes_its_total_that_of_the_office_and_the_absorption():
    told = said("Realisasi Anggaran!H48", Typed("realisasi_anggaran", PROGRAM, "realisasi", "2.128.742.505"))
    assert told == (
        "Total realisasi PROGRAM PENGEMBANGAN UMKM berubah dari Rp 2.128.742.505 menjadi Rp 2.218.742.505. "
        "Total realisasi perangkat daerah berubah dari Rp 11.035.309.855 menjadi Rp 11.125.309.855. "
        "Serapan berubah dari 95,45 menjadi 99,49."
    )


def test_a_printed_total_stays_when_a_programme_is_mended():
    audit = audited(
        Typed(
            "realisasi_anggaran",
            "PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH KABUPATEN/KOTA",
            "realisasi",
            "3.475.540.991",
        ),
        base=FULL,
    )
    (finding,) = [f for f in audit.findings if f.code == "LKJ321"]
    assert str(finding.consequence) == (
        "Total realisasi PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH KABUPATEN/KOTA berubah dari "
        "Rp 3.475.540.991 menjadi Rp 3.475.540.199."
    )


def test_the_office_s_own_total():
    audit = audited(Typed("realisasi_anggaran", "JUMLAH", "anggaran", "6.000.000.000"), base=FULL)
    (finding,) = [f for f in audit.findings if f.code == "LKJ321"]
    assert str(finding.consequence).startswith(
        "Total anggaran perangkat daerah berubah dari Rp 6.000.000.000 menjadi Rp "
    )


def test_a_budget_of_the_efficiency_table_flips_the_word_efisien():
    told = said("Efisiensi!I8", Typed("efisiensi", "2.1", "anggaran", "4.535.078.025"))
    assert told == "Serapan berubah dari 111,99 menjadi 93,45. Kesimpulan berubah menjadi efisien."


def test_an_absorption_of_the_efficiency_table_flips_the_word_efisien():
    assert said("Efisiensi!K8", Typed("efisiensi", "2.1", "serapan", "103,45")) == "Kesimpulan berubah menjadi efisien."
    assert said("Efisiensi!K8", Typed("efisiensi", "2.1", "serapan", "94,35")) == "None"


def test_where_no_amount_stands_out_the_consequence_is_conditional():
    rows = [
        ("Program", "Contoh", "1.000", "900"),
        ("Kegiatan", "Satu", "400", "400"),
        ("Kegiatan", "Dua", "500", "500"),
    ]
    keys = ("tingkat", "uraian", "anggaran", "realisasi")
    _, findings = pipeline.examine(make({"realisasi_anggaran": [dict(zip(keys, row, strict=True)) for row in rows]}))
    (finding,) = [f for f in findings if f.code == "LKJ321"]
    assert str(finding.consequence) == (
        "Bila angka ini yang salah: total anggaran program Contoh berubah dari Rp 1.000 menjadi Rp 900. Total anggaran "
        "perangkat daerah berubah dari Rp 1.000 menjadi Rp 900. Serapan berubah dari 90,00 menjadi 100,00."
    )


def test_a_base_figure_names_the_indicator_it_turns():
    audit = audited(Typed("data_dasar", "KENAIKAN-SHU", "realisasi@2024", "155.215.508"))
    assert audit.at("Data Dasar!L8").consequence is None  # no indicator is computed from an increase
    audit = audited(Typed("data_dasar", "SHU", "realisasi@2024", "3.267.555.495"))
    told = {
        str(f.consequence) for f in audit.findings if str(f.where).startswith("Data Dasar!") and f.level.word == "galat"
    }
    assert "Persentase Koperasi Berkualitas Berdasarkan SHU Koperasi: " in "".join(told)


def test_what_changes_something_comes_before_what_does_not():
    audit = audited(Typed("capaian_iku", "1.1", "capaian", "31,97"), Typed("capaian_iku", "2.1", "capaian", "92,40"))
    assert [str(f.where) for f in audit.findings[:2]] == ["Capaian IKU!I8", "Capaian IKU!I5"]
