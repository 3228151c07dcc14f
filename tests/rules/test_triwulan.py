"""Quarters that do not make up the year's figure of other tables."""

from __future__ import annotations

from tests.workbook_case import FULL, Typed, audited


def test_the_quarters_are_doubted_where_other_tables_and_the_base_data_state_the_year():
    audit = audited(Typed("triwulan", "1.2", "realisasi_tw1", "49"), base=FULL)
    (root,) = audit.roots()
    assert (root.code, root.level.word, str(root.where)) == ("LKJ325", "beda", "Triwulan!H5")
    assert "Triwulan digabung menjadi 263 (49 + 71 + 69 + 74), tetapi angka setahun 262" in str(root.message)
    assert {str(f.where) for f in audit.findings if f.code == "LKJ324"} == {f"Triwulan!{c}5" for c in "IJK"}
