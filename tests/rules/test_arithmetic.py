"""Stated figures against their recomputation: what is called wrong, what only differs, what is right."""

from __future__ import annotations

import pytest

from tests.workbook_case import FULL, Typed, audited

GAJI = "Koordinasi dan Penyusunan Laporan Keuangan Bulanan/ Triwulanan/ Semesteran SKPD"
TAMU = "Fasilitasi Kunjungan Tamu"


def serapan(row: str, cell: str) -> Typed:
    return Typed("realisasi_anggaran", row, "serapan", cell)


def test_a_wrong_percent_is_galat_and_only_that_one():
    audit = audited(serapan(GAJI, "97,94"))
    assert audit.told == {("LKJ301", "galat", "Realisasi Anggaran!I13", "97,94", "97,54")}
    found = audit.at("Realisasi Anggaran!I13")
    assert found.tabel == "3.22" and found.basis == "eksak"
    assert found.title == f"{GAJI}: serapan anggaran"
    assert str(found.message) == "Tertulis 97,94, hasil hitung ulang 97,54 (5.940.000 ÷ 6.090.000 × 100)."
    assert str(found.step) == "Ganti 97,94 di Realisasi Anggaran!I13 dengan 97,54."
    assert [str(where) for where in found.related] == ["Realisasi Anggaran!G13", "Realisasi Anggaran!H13"]


def test_a_wrong_capaian_tells_what_it_changes():
    audit = audited(Typed("capaian_iku", "1.2", "capaian", "100,75"))
    assert audit.told == {("LKJ301", "galat", "Capaian IKU!I6", "100,75", "99,33")}
    assert str(audit.at("Capaian IKU!I6").consequence) == "Target menjadi tidak tercapai."


def test_a_wrong_figure_that_changes_nothing_names_no_consequence():
    audit = audited(Typed("capaian_iku", "1.1", "capaian", "9,99"))
    assert audit.told == {("LKJ301", "galat", "Capaian IKU!I5", "9,99", "31,79")}
    assert audit.at("Capaian IKU!I5").consequence is None


@pytest.mark.parametrize("cell", ["97,5", "98", "97,54", "97,537", "97,536945813"])
def test_any_rounding_of_the_right_percent_is_no_error(cell: str):
    codes = {code for code, *_ in audited(serapan(GAJI, cell)).told}
    assert codes <= {"LKJ305"}  # fewer decimals than the other tables


@pytest.mark.parametrize("cell", ["97,4", "97,6", "97", "97,55", "97,538"])
def test_what_no_rounding_gives_is_told(cell: str):
    ((code, level, where, _, _),) = audited(serapan(GAJI, cell)).told
    assert where == "Realisasi Anggaran!I13"
    assert (code, level) in {("LKJ301", "galat"), ("LKJ304", "catatan")}  # 97 is cut off


def test_capaian_from_a_rounded_realisasi_is_another_basis_not_an_error():
    tables = ("capaian_iku", "target_realisasi", "tahun_lalu", "efisiensi")
    audit = audited(*(Typed(sheet, "1.1", "capaian", "31,82") for sheet in tables))
    assert audit.told == {
        ("LKJ302", "beda", "Capaian IKU!I5", "31,82", "31,79"),
        ("LKJ302", "beda", "Target dan Realisasi!G5", "31,82", "31,79"),
        ("LKJ302", "beda", "Tahun Lalu!I5", "31,82", "31,79"),
        ("LKJ302", "beda", "Efisiensi!H5", "31,82", "31,79"),
    }
    assert str(audit.at("Capaian IKU!I5").message).startswith(
        "31,82 dihitung dari angka yang sudah dibulatkan (3,50 ÷ 11 × 100); dari data aslinya 31,79 ("
    )


def test_a_miss_of_a_hundredth_along_a_chain_of_roundings():
    audit = audited(Typed("renstra", "1.3", "kemajuan", "27,43 %"), Typed("renstra", "1.3", "kemajuan_sd", "27,43 %"))
    assert audit.told == {
        ("LKJ303", "beda", "Renstra!I7", "27,43", "27,44"),
        ("LKJ303", "beda", "Renstra!J7", "27,43", "27,44"),
    }
    assert str(audit.at("Renstra!I7").message) == (
        "Tertulis 27,43, hasil tepatnya 27,4441 (233 ÷ 849 × 100): selisih karena pembulatan bertingkat."
    )


def test_cut_off_instead_of_rounded_is_a_remark():
    audit = audited(serapan(GAJI, "97,53"))
    assert audit.told == {("LKJ304", "catatan", "Realisasi Anggaran!I13", "97,53", "97,54")}
    assert (
        str(audit.at("Realisasi Anggaran!I13").message) == "97,53 adalah hasil yang dipotong; dibulatkan menjadi 97,54."
    )


def test_fewer_decimals_make_one_remark_a_column_at_its_heading():
    audit = audited(
        Typed("tahun_lalu", "1.1", "capaian", "32 %"),
        Typed("tahun_lalu", "1.2", "capaian", "99 %"),
        Typed("efisiensi", "1.1", "capaian", "31,8"),
    )
    assert audit.told == {
        ("LKJ305", "catatan", "Tahun Lalu!I4", "", ""),
        ("LKJ305", "catatan", "Efisiensi!H4", "", ""),
    }
    found = audit.at("Tahun Lalu!I4")
    assert str(found.message) == "Kolom ini menulis 32, 99, sedangkan kebanyakan tabel memakai 2 desimal."
    assert [str(where) for where in found.related] == ["Tahun Lalu!I5", "Tahun Lalu!I6"]


def test_a_report_that_uses_one_decimal_throughout_is_not_told_to_use_two():
    sheets = {
        "capaian_iku": ("1.1", "1.2", "1.3", "2.1"),
        "target_realisasi": ("1.1", "1.2", "1.3", "2.1"),
        "tahun_lalu": ("1.1", "1.2", "1.3"),
        "efisiensi": ("1.1", "1.2", "1.3", "2.1"),
    }
    short = {"1.1": "31,8", "1.2": "99,3", "1.3": "83,7", "2.1": "102,4"}
    typed = [Typed(sheet, kode, "capaian", short[kode]) for sheet, codes in sheets.items() for kode in codes]
    assert audited(*typed).told == set()


def test_another_permitted_formula_is_named_and_not_called_an_error():
    audit = audited(Typed("efisiensi", "1.2", "efisiensi", "0,99"))
    assert audit.told == {("LKJ306", "beda", "Efisiensi!L6", "0,99", "1,01")}
    assert str(audit.at("Efisiensi!L6").message) == (
        "0,99 cocok dengan rumus EFF-7 Serapan ÷ capaian, "
        "bukan rumus pilihan EFF-1 Capaian ÷ serapan yang memberi 1,01."
    )


def test_another_formula_for_lower_is_better():
    audit = audited(Typed("capaian_iku", "2.1", "capaian", "112,90"), base=FULL)
    assert audit.told == {("LKJ306", "beda", "Capaian IKU!I8", "112,90", "111,43")}
    assert "Target ÷ realisasi × 100" in str(audit.at("Capaian IKU!I8").message)


def test_another_way_to_join_quarters_is_named_as_its_drop_down_list_names_it():
    audit = audited(Typed("triwulan", "1.2", "target", "70"), base=FULL)
    (found,) = [finding for finding in audit.findings if finding.code == "LKJ306"]
    assert str(found.message) == (
        "70 cocok dengan rumus Nilai triwulan terakhir, bukan rumus pilihan Jumlah keempat triwulan yang memberi 250."
    )


def test_a_figure_of_no_formula_stays_galat():
    audit = audited(Typed("efisiensi", "1.2", "efisiensi", "1,23"))
    assert audit.told == {("LKJ301", "galat", "Efisiensi!L6", "1,23", "1,01")}


def test_a_percent_typed_as_a_fraction_in_one_cell_is_galat():
    assert audited(serapan(TAMU, "0,9089")).told == {("LKJ301", "galat", "Realisasi Anggaran!I23", "0,9089", "90,8924")}


@pytest.mark.parametrize(
    ("key", "cell"), [("serapan", "9,09"), ("serapan", "99,98"), ("serapan", "10"), ("serapan", "0")]
)
def test_plainly_wrong_figures_never_pass(key: str, cell: str):
    ((code, level, where, _, right),) = audited(Typed("realisasi_anggaran", TAMU, key, cell)).told
    assert (code, level, where, right) == ("LKJ301", "galat", "Realisasi Anggaran!I23", "90,89")


def test_empty_computed_cells_are_filled_and_not_told():
    typed = [Typed("capaian_iku", kode, "capaian", None) for kode in ("1.1", "1.2", "1.3", "2.1")]
    assert audited(*typed).told == set()
