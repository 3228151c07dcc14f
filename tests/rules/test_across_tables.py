"""Names, rows and counts between the sheets."""

from __future__ import annotations

from tests.workbook_case import TWIN, Typed, audited, examined, load, row_of

PRINTED_NAME = "Meningkatnya Pengembangan Koperasi dan Usaha Kecil dan Menengah"
AGREED_NAME = "Meningkatnya Pengembangan Koperasi dan Usaha Mikro Kecil dan Menengah"


def test_a_sasaran_named_otherwise_is_one_finding_for_all_its_tables():
    audit = audited(
        Typed("tahun_lalu", "1.1", "sasaran", PRINTED_NAME), Typed("renstra", "1.1", "sasaran", PRINTED_NAME)
    )
    assert audit.told == {("LKJ351", "periksa", "Tahun Lalu!B5", PRINTED_NAME, AGREED_NAME)}
    found = audit.at("Tahun Lalu!B5")
    assert str(found.message) == ("Nama sasaran berbeda dari Perjanjian Kinerja!C5: kurang «Mikro». Juga di Tabel 3.8.")
    assert [str(where) for where in found.related] == ["Perjanjian Kinerja!C5", "Renstra!C5"]
    assert str(found.step) == f"Salin nama dari Perjanjian Kinerja!C5: {AGREED_NAME}."


def test_an_indicator_named_otherwise():
    audit = audited(Typed("target_realisasi", "2.1", "indikator", "Nilai AKIP OPD"))
    assert audit.told == {("LKJ351", "periksa", "Target dan Realisasi!D8", "Nilai AKIP OPD", "Nilai AKIP")}
    assert "lebih «OPD»" in str(audit.at("Target dan Realisasi!D8").message)


def test_a_sasaran_of_the_budget_table_is_held_against_the_nearest_name():
    audit = audited(Typed("realisasi_anggaran", "PROGRAM PENGAWASAN DAN PEMERIKSAAN KOPERASI", "sasaran", PRINTED_NAME))
    assert audit.told == {("LKJ351", "periksa", "Realisasi Anggaran!C37", PRINTED_NAME, AGREED_NAME)}


def test_capitals_spaces_and_marks_make_no_other_name():
    audit = audited(
        Typed("tahun_lalu", "1.1", "sasaran", AGREED_NAME.upper()),
        Typed("target_realisasi", "2.1", "indikator", "nilai  AKIP."),
        Typed("program_pendukung", "Program Pengembangan UMKM", "program", "PROGRAM PENGEMBANGAN UMKM"),
    )
    assert audit.told == set()


def test_a_programme_with_a_slightly_other_name_is_still_the_same_programme():
    name = "Program Pendidikan dan Latihan Koperasi"
    audit = audited(Typed("program_pendukung", "Program Pendidikan dan Latihan Perkoperasian", "program", name))
    assert audit.told == {
        ("LKJ352", "catatan", "Program Pendukung!E7", name, "PROGRAM PENDIDIKAN DAN LATIHAN PERKOPERASIAN")
    }


def test_a_programme_that_the_budget_does_not_know():
    audit = audited(Typed("program_pendukung", "Program Pengembangan UMKM", "program", "Program Perumahan Rakyat"))
    assert audit.told == {("LKJ355", "periksa", "Program Pendukung!E9", "Program Perumahan Rakyat", "")}


def test_an_indicator_of_the_agreement_that_is_not_reported():
    data = load(TWIN)
    data["lembar"]["capaian_iku"].remove(row_of(data, "capaian_iku", "2.1"))
    audit = examined(data)
    assert audit.told == {("LKJ353", "periksa", "Indikator!A8", "", "")}
    assert str(audit.at("Indikator!A8").message) == "Indikator 2.1 Nilai AKIP tidak ada di Capaian IKU."


def test_a_row_without_its_code_is_known_by_its_name():
    assert not audited(Typed("capaian_iku", "2.1", "kode", None)).of("LKJ353")


def test_an_indicator_without_base_data_is_nothing_to_look_at():
    data = load(TWIN)
    data["lembar"]["nilai_akip"].clear()
    assert examined(data).told == set()


def test_a_count_beside_a_percent_that_differs_from_the_base_data():
    audit = audited(Typed("renstra", "1.3", "realisasi", "1,51 % (223 Unit)"))
    assert audit.told == {("LKJ354", "beda", "Renstra!G7", "223", "233")}
    assert str(audit.at("Renstra!G7").message) == "Banyaknya tertulis 223, Data Dasar menulis 233 (Data Dasar!L13)."


def test_a_wrong_percent_beside_a_wrong_count_are_two_findings_with_their_own_causes():
    audit = audited(Typed("renstra", "1.3", "realisasi", "1,52 % (223 Unit)"))
    assert audit.told == {
        ("LKJ354", "beda", "Renstra!G7", "223", "233"),
        ("LKJ301", "galat", "Renstra!G7", "1,52", "1,51"),
    }
    (count,) = [f for f in audit.findings if f.code == "LKJ354"]
    assert count.cause is None
