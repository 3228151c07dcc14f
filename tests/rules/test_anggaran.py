"""Rupiah: the one cell that all others speak against, and spending beyond the budget."""

from __future__ import annotations

from decimal import Decimal

import pytest

from benchmarks.workbooks import budget_data
from lkj_xlsx import pipeline
from lkj_xlsx.model.finding import Level
from lkj_xlsx.spec.template import TEMPLATE
from lkj_xlsx.writers.fill import fill
from tests.workbook_case import FULL, Typed, audited

SDM = "Peningkatan Pemahaman dan Pengetahuan Perkoperasian serta Kapasitas dan Kompetensi SDM Koperasi"
UMKM = "PROGRAM PENGEMBANGAN UMKM"
UMUM = "Administrasi Umum Perangkat Daerah"
KSP = (
    "Pemeriksaan dan Pengawasan Koperasi, Koperasi Simpan Pinjam/Unit Simpan Pinjam Koperasi yang Wilayah "
    "Keanggotaannya dalam Daerah Kabupaten/Kota"
)


def rupiah(row: str, key: str, cell: str | None) -> Typed:
    return Typed("realisasi_anggaran", row, key, cell)


def test_a_sub_kegiatan_that_its_parents_its_percent_and_another_table_contradict():
    audit = audited(rupiah(SDM, "realisasi", "518.762.200"))
    assert audit.told == {("LKJ321", "galat", "Realisasi Anggaran!H44", "518.762.200", "526.225.900")}
    assert audit.follow_ons == {("LKJ301", "Realisasi Anggaran!I44", "Realisasi Anggaran!H44")}
    found = audit.at("Realisasi Anggaran!H44")
    assert str(found.message).startswith(
        "Tertulis 518.762.200, tetapi 526.225.900 yang cocok dengan Realisasi Anggaran!H43"
    )
    assert str(found.message).endswith("Selisih Rp 7.463.700.")
    assert {"Realisasi Anggaran!H43", "Realisasi Anggaran!H42", "Efisiensi!J5"} <= set(map(str, found.related))


@pytest.mark.parametrize(
    ("typed", "where", "stated", "right", "follows"),
    [
        (rupiah(UMUM, "anggaran", "1.237.726.420"), "Realisasi Anggaran!G16", "1.237.726.420", "1.237.726.402", set()),
        (
            rupiah(UMKM, "anggaran", "2.230.231.500"),
            "Realisasi Anggaran!G48",
            "2.230.231.500",
            "2.230.213.500",
            {"I48"},
        ),
        (rupiah(UMKM, "realisasi", "2.218.742.550"), "Realisasi Anggaran!H48", "2.218.742.550", "2.218.742.505", set()),
        (
            rupiah(UMUM, "realisasi", "1.107.150.527"),
            "Realisasi Anggaran!H16",
            "1.107.150.527",
            "1.175.107.527",
            {"I16"},
        ),
        (
            Typed("program_pendukung", "Program Pengembangan UMKM", "pagu", "2.230.213.000"),
            "Program Pendukung!F9",
            "2.230.213.000",
            "2.230.213.500",
            set(),
        ),
        (
            Typed("efisiensi", "1.1", "anggaran", "3.901.946.176"),
            "Efisiensi!I5",
            "3.901.946.176",
            "3.901.964.176",
            set(),
        ),
    ],
)
def test_the_wrong_amount_is_named_wherever_it_stands(
    typed: Typed, where: str, stated: str, right: str, follows: set[str]
):
    audit = audited(typed)
    assert audit.told == {("LKJ321", "galat", where, stated, right)}
    assert audit.follow_ons == {("LKJ301", f"Realisasi Anggaran!{cell}", where) for cell in follows}


def test_a_budget_in_the_efficiency_table_folds_its_percent_and_its_efficiency():
    audit = audited(Typed("efisiensi", "1.3", "anggaran", "2.330.213.500"))
    assert audit.told == {("LKJ321", "galat", "Efisiensi!I7", "2.330.213.500", "2.230.213.500")}
    assert audit.follow_ons == {("LKJ301", "Efisiensi!K7", "Efisiensi!I7"), ("LKJ302", "Efisiensi!L7", "Efisiensi!I7")}
    assert str(audit.at("Efisiensi!K7").step) == "Periksa lagi setelah Efisiensi!I7 dibetulkan."


def test_where_no_amount_stands_out_the_doubt_is_said_and_nothing_is_to_be_replaced():
    audit = audited(
        rupiah("Penyediaan Peralatan dan Perlengkapan Kantor", "anggaran", "82.881.692"),
        rupiah("Penyediaan Bahan/Material", "anggaran", "39.498.117"),
    )
    assert audit.told == {("LKJ321", "galat", "Realisasi Anggaran!G16", "1.237.726.402", "1.237.726.509")}
    found = audit.at("Realisasi Anggaran!G16")
    assert "Belum dapat dipastikan yang salah jumlahnya atau salah satu rinciannya" in str(found.message)
    assert str(found.step).startswith("Cocokkan Realisasi Anggaran!G16 dan ") and str(found.step).endswith(
        " dengan DPA dan laporan realisasi."
    )


def test_the_total_of_the_table():
    audit = audited(rupiah("JUMLAH", "anggaran", "5.594.335.000"), base=FULL)
    assert audit.told == {("LKJ321", "galat", "Realisasi Anggaran!G38", "5.594.335.000", "5.859.815.000")}
    assert audit.follow_ons == {
        ("LKJ301", "Realisasi Anggaran!I38", "Realisasi Anggaran!G38"),
        ("LKJ301", "Realisasi Anggaran!J38", "Realisasi Anggaran!G38"),
    }


def test_a_kegiatan_without_sub_kegiatan_is_no_broken_sum():
    audit = audited(rupiah(KSP, "serapan", None))
    assert audit.told == set()


def test_a_blank_amount_is_asked_for_and_never_taken_as_zero():
    audit = audited(rupiah("Fasilitasi Kunjungan Tamu", "anggaran", None))
    assert audit.told == {("LKJ201", "galat", "Realisasi Anggaran!G23", "", "")}


def test_spending_beyond_the_budget_is_to_be_looked_at():
    """Every table agrees, so nothing is wrong by arithmetic."""
    typed = [
        rupiah(row, key, cell)
        for row in ("PROGRAM PENGAWASAN DAN PEMERIKSAAN KOPERASI", KSP)
        for key, cell in (("realisasi", "43.924.993"), ("serapan", "109,88"))
    ]
    koperasi = [
        Typed("efisiensi", "1.1", "realisasi_anggaran", "3.836.714.393"),
        Typed("efisiensi", "1.1", "serapan", "98,33"),
    ]
    audit = audited(*typed, *koperasi)
    assert audit.told == {
        ("LKJ322", "periksa", "Realisasi Anggaran!H37", "43.924.993", ""),
        ("LKJ322", "periksa", "Realisasi Anggaran!H38", "43.924.993", ""),
    }
    assert str(audit.at("Realisasi Anggaran!H37").message) == (
        "Realisasi 43.924.993 lebih besar daripada anggaran 39.974.224."
    )


def test_spending_all_of_the_budget_is_nothing_to_look_at():
    assert not audited().of("LKJ322")  # several sub kegiatan spent exactly their budget


def test_formulas_that_repeat_a_wrong_amount_do_not_speak_for_it(tmp_path):
    data = budget_data(130)
    line = data["lembar"]["realisasi_anggaran"][8]  # a sub kegiatan, its percent and remainder computed in the sheet
    given, spent = (int(line[key].replace(".", "")) for key in ("anggaran", "realisasi"))
    line["realisasi"] = f"{spent + 900:,}".replace(",", ".")
    line["serapan"]["nilai"], line["sisa"]["nilai"] = (spent + 900) / given * 100, given - spent - 900
    path = tmp_path / "rumus.xlsx"
    fill(data, path, TEMPLATE, pipeline.variants())
    _, findings = pipeline.examine(pipeline.read(path))
    assert [(f.code, str(f.where), f.recomputed) for f in findings if f.level is Level.GALAT] == [
        ("LKJ321", "Realisasi Anggaran!H13", Decimal(spent))
    ]
