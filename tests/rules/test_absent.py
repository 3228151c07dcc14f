"""A sign in place of a figure that is told elsewhere, and one that nothing tells of."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.rules.absent import tanda
from tests import book_builder
from tests.workbook_case import Typed, audited

SUB = "Penyediaan Bahan/Material"


@pytest.mark.parametrize("sign", ["-", "n/a", "nihil"])
def test_a_realisasi_that_other_tables_state(sign: str):
    audit = audited(Typed("target_realisasi", "1.3", "realisasi", sign))
    finding = audit.at("Target dan Realisasi!F7")
    assert (finding.code, finding.level.word, finding.stated) == ("LKJ219", "beda", sign)
    assert str(finding.recomputed) == "1.51" and "Capaian IKU!H7" in str(finding.message)


def test_an_amount_beside_its_remainder_and_its_sums():
    audit = audited(Typed("realisasi_anggaran", SUB, "realisasi", "-"))
    (finding,) = (f for f in audit.findings if f.code == "LKJ219")
    right = next(v for v in (audited().book.records("realisasi_anggaran")) if v.text("uraian") == SUB).get("realisasi")
    assert (finding.where, finding.recomputed) == (right.where, right.known)
    assert str(finding.step) == f"Isi {right.where} dengan {right.shown}."


def test_a_dash_in_the_efficiency_table_whose_budget_other_tables_state():
    audit = audited(Typed("efisiensi", "1.3", "anggaran", "-"))
    (finding,) = (f for f in audit.findings if f.code == "LKJ219")
    assert (str(finding.where), finding.recomputed) == ("Efisiensi!I7", Decimal(2230213500))


def test_by_a_percent_alone_an_amount_is_about_so_much():
    book = book_builder.make(
        {"efisiensi": [{"anggaran": "211.480.000", "realisasi_anggaran": "-", "serapan": "96,64"}]}
    )
    (finding,) = tanda.check(book, Ledger())
    assert finding.recomputed == Decimal("204374272")
    assert "cocokkan dulu" in str(finding.step)


def test_a_dash_that_nothing_contradicts_is_left_alone():
    rows = {"capaian_iku": "1.3", "target_realisasi": "1.3", "renstra": "1.3", "efisiensi": "1.3", "tahun_lalu": "1.3"}
    audit = audited(*(Typed(sheet, row, "realisasi", "-") for sheet, row in rows.items()))
    assert [f for f in audit.findings if f.code == "LKJ219"] == []


def test_a_dash_stands_for_nothing_where_the_sum_is_complete_without_it():
    rows = [
        {"tingkat": "Program", "uraian": "Program A", "anggaran": "100"},
        {"tingkat": "Kegiatan", "uraian": "Kegiatan A", "anggaran": "100"},
        {"tingkat": "Kegiatan", "uraian": "Kegiatan B", "anggaran": "-"},
    ]
    assert list(tanda.check(book_builder.make({"realisasi_anggaran": rows}), Ledger())) == []
    rows[0]["anggaran"] = "140"
    (finding,) = tanda.check(book_builder.make({"realisasi_anggaran": rows}), Ledger())
    assert finding.recomputed == 40
