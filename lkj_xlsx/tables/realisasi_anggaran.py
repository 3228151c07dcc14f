"""Budget and what was spent of it, by program, kegiatan and sub kegiatan (usually Tabel 3.22)."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.declare import table
from lkj_xlsx.model.expression import DASH, Expression
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.finding import Finding
from lkj_xlsx.model.message import say
from lkj_xlsx.model.number import Missing
from lkj_xlsx.model.record import Record
from lkj_xlsx.model.report import Item, Row, Table
from lkj_xlsx.tables.anggaran import JUMLAH, Totals, level_of, totals
from lkj_xlsx.tables.excel import listed
from lkj_xlsx.tables.layout import Layout, lay_out
from lkj_xlsx.tables.references import ranges

LAYOUT = Layout("realisasi_anggaran", omit=("tingkat",), titles={"serapan": "Serapan (%)"}, style=level_of)


@table(sheet="realisasi_anggaran", order=120)
def realisasi_anggaran(records: tuple[Record, ...], book: Book, ledger: Ledger, findings: tuple[Finding, ...]) -> Table:
    """The rows as printed; a total is added where the workbook has none."""
    layout = replace(LAYOUT, titles={**LAYOUT.titles, "sisa": f"{name_of_rest(book)} (Rp)"})
    drawn = lay_out(layout, records, book, ledger, findings)
    if any(row.style == JUMLAH for row in drawn.rows):
        return drawn
    total = totals(records)
    if isinstance(total.anggaran, Missing):
        note = say("Baris Jumlah tidak dapat dihitung: {reason}.", reason=total.anggaran)
        return replace(drawn, notes=(*drawn.notes, str(note)))
    return replace(drawn, rows=(*drawn.rows, _total_row(drawn, total)))


def name_of_rest(book: Book) -> str:
    """What the office calls anggaran less realisasi."""
    record = book.settings.record
    return (record.text("nama_sisa") if record else "") or say("Sisa anggaran")


def _total_row(drawn: Table, total: Totals) -> Row:
    note = str(say("Dihitung oleh alat: {words}", words=total.words))
    formulas = sums(total)
    figures = {
        "anggaran": (total.anggaran, 0),
        "realisasi": (total.realisasi, 0),
        "serapan": (total.serapan, 2),
        "sisa": (total.sisa, 0),
    }
    items = {
        column.key: _figure(*figures[column.key], note, formulas.get(column.key)) if column.key in figures else Item()
        for column in drawn.columns
    }
    items["uraian"] = Item("Jumlah", note=note, filled=True)
    return Row(items, JUMLAH)


def sums(total: Totals) -> dict[str, Expression]:
    """How a spreadsheet program reaches the totals, by column."""
    anggaran, realisasi = (
        listed("SUM", ranges([record.place(key) for record in total.rows])) for key in ("anggaran", "realisasi")
    )
    a, r = anggaran.template, _shifted(realisasi.template, len(anggaran.refs))
    refs = (*anggaran.refs, *realisasi.refs)
    return {
        "anggaran": anggaran,
        "realisasi": realisasi,
        "serapan": Expression(f"IF({a}=0,{DASH},{r}/{a}*100)", refs),
        "sisa": Expression(f"{a}-{r}", refs),
    }


def _shifted(template: str, by: int) -> str:
    return re.sub(r"\{(\d+)\}", lambda match: f"{{{int(match[1]) + by}}}", template)


def _figure(number: Decimal | Missing, places: int, note: str, formula: Expression | None) -> Item:
    if isinstance(number, Missing):
        return Item("-", note=str(say("Tidak dapat dihitung: {reason}.", reason=number)), filled=True)
    return Item(number, places, note=note, filled=True, formula=formula)
