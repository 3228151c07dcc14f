"""Names that are the same, nearly the same, or not."""

from __future__ import annotations

from lkj_xlsx.reader.names import Lookup, nearest

ASET = "Persentase Koperasi Berkualitas Berdasarkan Aset Koperasi"
SHU = "Persentase Koperasi Berkualitas Berdasarkan SHU Koperasi"
AKIP = "Nilai AKIP"


def lookup() -> Lookup:
    return Lookup([(ASET, "1.1"), (SHU, "1.2"), (AKIP, "2.1")])


def test_case_spaces_and_marks_do_not_matter():
    assert lookup().code("persentase koperasi  berkualitas\nberdasarkan: ASET koperasi") == "1.1"


def test_a_slip_is_forgiven_only_where_no_other_name_is_near():
    assert lookup().code("Nilai AKlP") == "2.1"
    assert lookup().code(ASET.replace("Aset", "Asst")) == "", "nearly the one and nearly the other"
    assert lookup().code("Nilai SAKIP Kabupaten") == ""
    assert lookup().code("") == ""


def test_one_name_for_two_codes_stands_for_neither():
    assert Lookup([(AKIP, "2.1"), ("nilai akip", "2.2")]).code(AKIP) == ""


def test_nearest_only_where_it_is_near():
    assert nearest("Capaian I K U", ["Capaian IKU", "Efisiensi"]) == "Capaian IKU"
    assert nearest("Sheet1", ["Capaian IKU", "Efisiensi"]) == ""
