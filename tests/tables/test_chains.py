"""Formulas in the tables: which cells become live, which stay as typed, and which formulas are left out."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.expression import Expression, Place, Span
from lkj_xlsx.model.report import Column, Item, Row, Section, Table
from lkj_xlsx.tables.assembly import shown
from lkj_xlsx.tables.chains import pruned
from lkj_xlsx.tables.references import ranges
from tests.workbook_case import PRINTED, TWIN, Typed, audited


def tables(*typed, base=TWIN):
    audit = audited(*typed, base=base)
    return {table.number: table for table in shown(audit.book, audit.ledger, audit.findings).tables}


@pytest.fixture(scope="module")
def twin():
    return tables()


def item(by_number, number, row, key):
    return by_number[number].rows[row].items[key]


def test_capaian_and_predikat_follow_the_spine(twin):
    assert item(twin, "3.3", 0, "capaian").formula == Expression("{0}", (Place("capaian", 0, "capaian"),))
    assert item(twin, "3.3", 0, "predikat").formula == Expression("{0}", (Place("capaian", 0, "predikat"),))


def test_a_typed_realisasi_that_is_the_rounded_one_stays_the_same_number_and_follows(twin):
    typed = item(twin, "3.3", 0, "realisasi")
    assert (typed.value, typed.formula.template) == (Decimal("3.50"), "ROUND({0},2)")


def test_a_typed_text_stays_text(twin):
    assert (item(twin, "3.3", 3, "realisasi").value, item(twin, "3.3", 3, "realisasi").formula) == ("BB (76,8)", None)


def test_absorption_and_rest_come_from_the_rupiah_of_their_row(twin):
    serapan, sisa = (item(twin, "3.22", 2, key) for key in ("serapan", "sisa"))
    assert serapan.formula.template == 'IF(OR(COUNT({0},{1})<2,{0}=0),"-",{1}/{0}*100)'
    assert [ref.row for ref in (*serapan.formula.refs, *sisa.formula.refs)] == [serapan.source.row] * 4


def test_a_parent_is_the_sum_of_what_is_below_it(twin):
    program = item(twin, "3.22", 0, "anggaran")
    assert program.formula.template.startswith("SUM({0}")
    kegiatan = item(twin, "3.22", 1, "anggaran")
    assert kegiatan.formula == Expression(
        "SUM({0})",
        (
            Span(
                kegiatan.source._replace(row=kegiatan.source.row + 1),
                kegiatan.source._replace(row=kegiatan.source.row + 3),
            ),
        ),
    )


def test_a_parent_that_is_not_the_sum_stays_as_typed():
    wrong = tables(Typed("realisasi_anggaran", "Administrasi Keuangan Perangkat Daerah", "anggaran", "2.719.206.424"))
    parent = next(
        row for row in wrong["3.22"].rows if row.items["uraian"].value == "Administrasi Keuangan Perangkat Daerah"
    )
    assert (parent.items["anggaran"].value, parent.items["anggaran"].formula) == (Decimal(2719206424), None)


def test_a_wrong_figure_becomes_the_recomputed_one_with_its_formula_and_the_note_tells():
    printed = tables(base=PRINTED)
    wrong = item(printed, "3.9", 0, "efisiensi")
    assert f"{wrong.value:.4f}" == "0.3241"
    assert wrong.formula.template == 'IF(COUNT({0},{1})<2,"-",IF({1}=0,"-",{0}/{1}))'
    assert wrong.note.startswith("Tertulis 0,31; hasil hitung ulang 0,32.")


def test_an_accepted_deviation_keeps_what_was_typed_and_others_do_not_lean_on_it():
    accepted = Typed("capaian_iku", "1.1", "capaian", "40,00")
    audit = audited(accepted)
    entry = next(
        e for e in audit.ledger.entries if e.computed.record.sheet == "capaian_iku" and e.computed.field == "capaian"
    )
    findings = tuple(replace(f, accepted="Disetujui.") if f.where == entry.where else f for f in audit.findings)
    table = next(t for t in shown(audit.book, audit.ledger, findings).tables if t.number == "3.3")
    assert (table.rows[0].items["capaian"].value, table.rows[0].items["capaian"].formula) == (Decimal("40.00"), None)


def cell(row, value=Decimal(1), formula=None):
    return Row({"a": Item(value, source=Where("x", row, 1), formula=formula)})


def test_formulas_over_cells_that_are_not_drawn_or_hold_text_are_left_out():
    lost, word = (Expression("{0}", (Where("x", row, 1),)) for row in (99, 2))
    table = Table(
        "1",
        "",
        (Column("a", "A"),),
        (cell(1, formula=lost), cell(2, "kata"), cell(3, formula=word), cell(4, formula=word._replace(words=True))),
    )
    (kept,), _, _ = pruned((table,), ())
    assert [row.items["a"].formula for row in kept.rows] == [None, None, None, word._replace(words=True)]


def test_formulas_that_lead_back_to_themselves_are_left_out():
    one, other = (Expression("{0}", (Where("x", row, 1),)) for row in (2, 1))
    table = Table("1", "", (Column("a", "A"),), (cell(1, formula=one), cell(2, formula=other), cell(3)))
    (kept,), _, _ = pruned((table,), ())
    assert [row.items["a"].formula for row in kept.rows].count(None) >= 2


def test_a_range_must_be_one_piece():
    area = Expression("SUM({0})", (Span(Where("x", 1, 1), Where("x", 4, 1)),))
    section = Section("s", "", (Column("a", "A"),), (Row({"a": Item(Decimal(2), formula=area)}),))
    table = Table("1", "", (Column("a", "A"),), (cell(1), cell(2), cell(4)))
    _, (kept,), _ = pruned((table,), (section,))
    assert kept.rows[0].items["a"].formula is None


def test_cells_that_follow_each_other_become_a_range():
    cells = [Where("x", row, 7) for row in (3, 4, 5, 9, 11, 12)]
    assert ranges(cells) == [Span(cells[0], cells[2]), *cells[3:]]
