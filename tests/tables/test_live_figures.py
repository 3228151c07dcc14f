"""Key figures that the spreadsheet program counts itself."""

from __future__ import annotations

from lkj_xlsx.model.expression import Expression, Place, Span
from lkj_xlsx.tables.assembly import shown
from tests.workbook_case import FULL, audited


def test_key_figures_are_live():
    audit = audited(base=FULL)
    figures = shown(audit.book, audit.ledger, audit.findings).figures
    formulas = {(figure.label, figure.words.partition(":")[0]): figure.formula for figure in figures}
    labels = {label: formula for (label, _), formula in formulas.items()}
    capaian, predikat = (Span(Place("capaian", 0, key), Place("capaian", 7, key)) for key in ("capaian", "predikat"))
    assert labels["Indikator yang mencapai target"] == Expression('COUNTIF({0},">="&(100-0.000000001))', (capaian,))
    assert labels["Indikator berpredikat Tinggi"] == Expression('COUNTIF({0},"Tinggi")', (predikat,))
    assert labels["Capaian tertinggi"] == Expression("MAX({0})", (capaian,))
    assert labels["Total anggaran"].template == "SUM({0},{1},{2},{3},{4})"
    assert labels["SiLPA"].template == "SUM({0},{1},{2},{3},{4})-SUM({5},{6},{7},{8},{9})"
    assert formulas["Rata-rata capaian sasaran", "Meningkatnya Daya Saing Koperasi dan Usaha Mikro"] == Expression(
        'IFERROR(AVERAGE({0},{1},{2}),"-")', tuple(Place("capaian", row, "capaian") for row in (0, 1, 2))
    )
    assert labels["Jumlah indikator"] is None
