"""A verdict that is told plainly is the one that working the figure out gives."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkj_xlsx.declared import measures
from lkj_xlsx.measures.recompute import judgement, recompute
from lkj_xlsx.measures.verdict import judge
from lkj_xlsx.model.computed import SILENT, Verdict
from tests import book_builder

PLAIN = [item for item in measures() if item.plainly is not None]
AMOUNT = st.one_of(st.sampled_from(["", "-", "0", "1", "3"]), st.integers(0, 10**6).map(str))
PERCENT = st.one_of(st.just(""), st.decimals(0, 200, places=2).map(lambda x: str(x).replace(".", ",")))


def row(kode: str, anggaran: str, realisasi: str, serapan: str, sisa: str) -> dict[str, str]:
    return {
        "tabel": "3.22",
        "kode_rekening": kode,
        "uraian": f"Baris {kode}",
        "anggaran": anggaran,
        "realisasi": realisasi,
        "serapan": serapan,
        "sisa": sisa,
    }


@st.composite
def figures(draw: st.DrawFn) -> tuple[str, str, str, str]:
    """Amounts of a row with a percent and a remainder that are right, nearly right, or anything."""
    given_, spent = draw(AMOUNT), draw(AMOUNT)
    percent, left = draw(PERCENT), draw(AMOUNT)
    if draw(st.booleans()) and given_.isdecimal() and spent.isdecimal() and int(given_):
        places = draw(st.integers(0, 4))
        nudge = draw(st.sampled_from([0, 0, 1, -1])) * Decimal(1).scaleb(-places)
        exact = Decimal(spent) / Decimal(given_) * 100
        percent = str(round(exact, places) + nudge).replace(".", ",")
        left = str(int(given_) - int(spent) + draw(st.sampled_from([0, 0, 1])))
    return given_, spent, percent, left


@given(st.lists(figures(), min_size=4, max_size=4), st.sampled_from(["JUMLAH", "RATA"]))
def test_a_plain_verdict_is_that_of_the_long_way(rows, induk):
    kodes = ("2.17.03", "2.17.03.2.01", "2.17.03.2.01.0001", "2.17.03.2.01.0002")
    budget = [row(kode, *each) for kode, each in zip(kodes, rows, strict=True)]
    book = book_builder.make({"realisasi_anggaran": budget}, options={"persen_induk": induk})
    for item in PLAIN:
        for sheet, field in item.fills:
            for record in book.records(sheet):
                verdict = item.plainly(record, field, book)
                computed = item.compute(record, field, book)
                if verdict is SILENT:
                    assert computed is None
                elif verdict is not None:
                    assert computed is not None
                    assert verdict is judge(computed).verdict


def test_what_waits_is_worked_out_when_it_is_asked_for():
    book = book_builder.make({"realisasi_anggaran": [row("2.17.03", "200", "150", "75,00", "50")]})
    (percent,) = [e for e in recompute(book, measures()).entries if e.computed.field == "serapan"]
    assert (percent.verdict, percent.computed.value.shown) == (Verdict.SESUAI, "75,00")
    assert percent.computed.result == 75
    assert (percent.difference, percent.against, percent.variant) == (0, percent.met, "")
    assert percent.computed.bases[0].words == "150 ÷ 200 × 100"


@pytest.mark.parametrize("field", ["serapan", "sisa"])
def test_a_cell_left_out_is_filled_with_what_comes_out(field):
    book = book_builder.make({"realisasi_anggaran": [row("2.17.03", "200", "150", "", "")]})
    (record,) = book.records("realisasi_anggaran")
    (item,) = [each for each in PLAIN if ("realisasi_anggaran", field) in each.fills]
    judged = judgement(item, record, field, book, {})
    assert judged is not None
    assert judged.verdict is Verdict.DIISI
    assert judged.computed.result == {"serapan": 75, "sisa": 50}[field]


def test_an_attribute_that_no_figure_has_is_told_as_such():
    book = book_builder.make({"realisasi_anggaran": [row("2.17.03", "200", "150", "75,00", "50")]})
    entry = recompute(book, measures()).entries[0]
    with pytest.raises(AttributeError):
        entry.computed.tidak_ada  # noqa: B018  # looked for on purpose
    with pytest.raises(AttributeError):
        entry.tidak_ada  # noqa: B018  # likewise


def test_amounts_of_very_many_digits_go_the_long_way():
    many = row("2.17.03", "1000000000000000000000000,12345", "0", "", "1000000000000000000000000,12300")
    book = book_builder.make({"realisasi_anggaran": [many]})
    (left,) = [e for e in recompute(book, measures()).entries if e.computed.field == "sisa"]
    assert left.verdict is Verdict.SELISIH
