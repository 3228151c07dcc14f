"""Rules on what the file holds and no program shows."""

from __future__ import annotations

import pytest

from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.fact import Remark
from lkj_xlsx.model.finding import Level
from lkj_xlsx.rules import unseen
from lkj_xlsx.spec import remarks
from tests.rules.remarked_book import IKU, book

TARGET = Where(IKU, 7, 4)


def test_a_book_without_remarks_is_silent():
    rules = (unseen.isi_ganda, unseen.tertutup, unseen.tersembunyi, unseen.tanpa_format)
    assert [finding for rule in rules for finding in rule.check(book(), Ledger())] == []


@pytest.mark.parametrize(
    "rule, remark, code, said",
    [
        (
            unseen.isi_ganda,
            Remark(remarks.ISI_GANDA, TARGET, "9" * 90),
            "LKJ111",
            f"dengan isi berbeda; yang dibaca isi terakhir ({'9' * 59}…).",
        ),
        (
            unseen.tertutup,
            Remark(remarks.TERTUTUP, TARGET, "80"),
            "LKJ112",
            "Target 2024 di CAPAIAN IKU!D7 berisi 12.500, tetapi tertutup sel gabungan yang menampilkan 80; isi itu "
            "yang dibaca.",
        ),
        (
            unseen.tertutup,
            Remark(remarks.TERTUTUP, TARGET),
            "LKJ112",
            "berisi 12.500, tetapi tertutup sel gabungan; isi itu yang dibaca.",
        ),
        (
            unseen.tersembunyi,
            Remark(remarks.BARIS_TERSEMBUNYI, Where(IKU, 7), "7–9"),
            "LKJ113",
            "Baris 7–9 di lembar CAPAIAN IKU tersembunyi; isinya tetap dibaca dan diperiksa.",
        ),
        (
            unseen.tersembunyi,
            Remark(remarks.KOLOM_TERSEMBUNYI, Where(IKU, 4), "D, E"),
            "LKJ113",
            "Kolom D, E di lembar CAPAIAN IKU tersembunyi",
        ),
        (
            unseen.tanpa_format,
            Remark(remarks.TANPA_FORMAT, TARGET),
            "LKJ114",
            "Format angka lembar CAPAIAN IKU (mulai D7) tidak ada di dalam berkas",
        ),
    ],
)
def test_each_is_told_where_it_is(rule, remark, code, said):
    (finding,) = rule.check(book(remark), Ledger())
    assert (finding.code, finding.level, finding.where) == (code, Level.PERIKSA, remark.where)
    assert said in str(finding.message)
    assert str(finding.step)
