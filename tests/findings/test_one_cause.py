"""A column, or a fact in several tables, that is wrong for one cause: one finding, the others under it."""

from __future__ import annotations

import copy
from dataclasses import replace
from decimal import Decimal

from lkj_xlsx.findings.one_cause import in_columns
from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.finding import Cause
from lkj_xlsx.model.message import say
from tests.workbook_case import FULL, Typed, audited, examined, load
from tests.writers.small_reports import GALAT


def amount(text: str) -> Decimal:
    return Decimal(text.replace(".", ""))


def upside_down(count: int):
    data = copy.deepcopy(load(FULL))
    rows = [row for row in data["lembar"]["realisasi_anggaran"] if row["anggaran"] != row["realisasi"]][:count]
    for row in rows:
        turned = amount(row["anggaran"]) / amount(row["realisasi"]) * 100
        row["serapan"] = f"{turned:.2f}".replace(".", ",")
    return examined(data)


def test_a_column_that_is_upside_down_throughout_is_one_finding():
    audit = upside_down(99)
    (root,) = audit.roots()
    assert (root.code, str(root.where)) == ("LKJ301", "Realisasi Anggaran!I5")
    assert "sel lain kolom ini" in str(root.message) and root.cause is not None
    assert root.cause.kind == "dibagi-terbalik"
    others = [finding for finding in audit.findings if finding is not root]
    assert len(others) > 4 and {str(finding.root) for finding in others} == {"Realisasi Anggaran!I5"}


def test_three_rows_are_no_column():
    assert len([finding for finding in upside_down(3).roots() if finding.code == "LKJ301"]) == 3
    cause = Cause("dibagi-terbalik", say("terbalik"))
    rows = [replace(GALAT, where=Where("Efisiensi", row, 11), cause=cause, root=None) for row in range(5, 9)]
    assert [finding.root for finding in in_columns(rows[:3], Ledger())] == [None] * 3
    assert [finding.root for finding in in_columns(rows, Ledger())] == [None, *[rows[0].where] * 3]


def test_the_same_wrong_figure_in_several_tables_is_one_finding():
    cells = {"capaian_iku": "H", "target_realisasi": "F", "tahun_lalu": "H", "renstra": "G", "efisiensi": "G"}
    audit = audited(*(Typed(sheet, "1.3", "realisasi", "35,08") for sheet in cells), base=FULL)
    (root,) = (finding for finding in audit.roots() if finding.code == "LKJ301")
    assert str(root.where) == "Capaian IKU!H7"
    assert "Angka yang sama tertulis di Target dan Realisasi!F7, Tahun Lalu!H7, Renstra!G7" in str(root.message)
    assert str(root.cause and root.cause.kind) == "tahun-dasar-lain"
