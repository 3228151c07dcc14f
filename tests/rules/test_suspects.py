"""Cells that may be the wrong one: marked beside the figure that contradicts them, and only where nothing decides."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lkj_xlsx.model.computed import Ledger, Suspect
from lkj_xlsx.model.finding import Level
from lkj_xlsx.pipeline import examine
from lkj_xlsx.rules.suspects import diduga
from tests.book_builder import make, place
from tests.workbook_case import FULL, TWIN, Audit, Typed, audited

DIDUGA = "LKJ324"


def suspects(audit: Audit) -> set[tuple[str, str, str]]:
    """Each suspected cell, what it would have to be, and the figure it is folded under."""
    return {(str(f.where), f"{f.recomputed:f}", str(f.root)) for f in audit.findings if f.code == DIDUGA}


@pytest.mark.parametrize("base", [TWIN, FULL])
def test_a_right_report_has_no_suspect(base):
    assert audited(base=base).ledger.suspects == ()


def test_a_detail_and_its_total_are_both_marked_where_nothing_decides():
    """Amounts of a year that no percentage is made from."""
    rows = [
        {"kode_data": "A", "jenis": "Rincian", "realisasi@2022": "3.455"},
        {"kode_data": "B", "jenis": "Rincian", "realisasi@2022": "8.322"},
        {"kode_data": "C", "jenis": "Rincian", "realisasi@2022": "17"},
        {"kode_data": "ABC", "jenis": "Jumlah", "asal": "A; B; C", "realisasi@2022": "11.994"},
    ]
    ledger, findings = examine(make({"data_dasar": rows}))
    a, b, total = (place("data_dasar", line, "realisasi@2022") for line in (1, 2, 4))
    assert {(s.where, int(s.right), s.root) for s in ledger.suspects} == {(a, 3655, total), (b, 8522, total)}
    told = {f.where: f for f in findings if f.level >= Level.BEDA and f.where in (a, b, total)}
    assert {where: (f.code, f.root) for where, f in told.items()} == {
        total: ("LKJ301", None),
        a: (DIDUGA, total),
        b: (DIDUGA, total),
    }
    assert str(told[total].step) == f"Cocokkan {total} dan {a}, {b} dengan sumbernya; salah satunya keliru."
    assert told[total].cause is not None and not told[total].cause.sure
    assert told[a].cause is not None and (told[a].cause.kind, told[a].cause.sure) == ("salah-satu-angka", False)
    assert str(told[a].message) == (
        f"Mungkin sel ini yang salah, bukan {total}: dengan 3.655 keduanya cocok. Berkas ini tidak menentukan."
    )


def test_a_detail_is_named_where_the_percents_support_its_total_and_its_neighbour():
    """29,69 % is 3.655 of 12.310: only the other detail may be wrong."""
    audit = audited(Typed("data_dasar", "BELUM-BERIZIN", "realisasi@2024", "8.455"), base=FULL)
    assert audit.told == {("LKJ323", "galat", "Data Dasar!K8", "8.455", "8.655")}
    assert suspects(audit) == set()


def test_where_another_table_confirms_the_total_the_detail_is_named_without_suspects():
    audit = audited(Typed("data_dasar", "BELUM-BERIZIN", "realisasi@2025", "8.522"), base=FULL)
    assert suspects(audit) == set()
    assert ("LKJ323", "galat", "Data Dasar!L8", "8.522", "8.322") in audit.told


def test_an_input_stated_once_is_blamed_where_it_slipped_and_its_result_did_not():
    audit = audited(Typed("tahun_lalu", "2.3", "realisasi_lalu", "96"), base=FULL)
    assert audit.told == {("LKJ323", "galat", "Tahun Lalu!F10", "96", "16")}
    assert audit.follow_ons == {("LKJ301", "Tahun Lalu!G10", "Tahun Lalu!F10")}
    found = audit.at("Tahun Lalu!F10")
    assert str(found.message) == "Tertulis 96; baru dengan 16 angka di Tahun Lalu!G10 cocok."
    assert str(found.step) == "Cocokkan Tahun Lalu!F10 dengan sumbernya; mungkin 16."


def test_a_result_that_slipped_keeps_the_blame_and_a_known_mistake_clears_its_inputs():
    slipped = audited(Typed("tahun_lalu", "3.1", "capaian_lalu", "99,74"), base=FULL)
    assert ("LKJ301", "galat", "Tahun Lalu!G11", "99,74", "99,47") in slipped.told
    copied = audited(Typed("tahun_lalu", "2.1", "capaian_lalu", "101,43"), base=FULL)
    assert {f.code for f in copied.findings if str(f.where).startswith("Tahun Lalu!")} >= {"LKJ301"}


def test_an_input_that_did_not_slip_is_marked_where_the_result_is_unexplained():
    audit = audited(Typed("tahun_lalu", "1.2", "realisasi_lalu", "203"), base=FULL)
    assert ("LKJ301", "galat", "Tahun Lalu!F6", "203", "231") in audit.told, "base data decide here"
    audit = audited(Typed("tahun_lalu", "1.1", "realisasi_lalu", "4,91 %"), base=FULL)
    assert ("LKJ301", "galat", "Tahun Lalu!G5", "96,00", "89,27") in audit.told
    assert suspects(audit) == {("Tahun Lalu!F5", "5.28", "Tahun Lalu!G5")}


def test_a_target_that_two_results_contradict_is_the_one_named():
    audit = audited(Typed("renstra", "2.1", "target_akhir", "8,0"), base=FULL)
    assert ("LKJ323", "galat", "Renstra!F8", "8,0", "5,0") in audit.told
    assert {cell for _, cell, root in audit.follow_ons if root == "Renstra!F8"} == {"Renstra!I8", "Renstra!J8"}


@pytest.mark.parametrize(("count", "marked"), [(12, 12), (13, 0)])
def test_of_more_than_a_dozen_suspects_under_one_figure_none_is_marked(count: int, marked: int):
    book = make({"data_dasar": [{"kode_data": f"D{n}", "realisasi@2022": str(10 * n)} for n in range(1, count + 2)]})
    root, *cells = (place("data_dasar", line, "realisasi@2022") for line in range(1, count + 2))
    ledger = Ledger.of((), (Suspect(cell, Decimal(7), root) for cell in cells))
    assert [finding.where for finding in diduga.check(book, ledger)] == cells[:marked]
