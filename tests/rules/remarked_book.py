"""A small book with one row of Capaian IKU, to which a test adds the reader's remarks."""

from __future__ import annotations

from decimal import Decimal

from lkj_xlsx.model.cell import Cell, Origin, Value, Where
from lkj_xlsx.model.fact import Book, Remark, Settings, SheetSeen
from lkj_xlsx.model.number import Missing, Reason
from lkj_xlsx.model.record import Record
from lkj_xlsx.model.values_by_key import MadeValues

IKU = "CAPAIAN IKU"  # as the office renamed it
COLUMNS = {"tabel": 1, "kode": 2, "indikator": 3, "target": 4, "realisasi": 5, "capaian": 6}
FORM = "Identitas dan Pengaturan"


def typed(sheet: str, row: int, column: int, text: str, number: str | None = None) -> Value:
    known = Missing(Reason.TAK_TERBACA, text) if number is None else Decimal(number)
    places = len(number.partition(".")[2]) if number is not None else 0
    return Value(Cell(Where(sheet, row, column), text, origin=Origin.KETIKAN), known, places, text)


def book(*remarks: Remark) -> Book:
    values = {
        "tabel": typed(IKU, 7, 1, "3.3"),
        "kode": typed(IKU, 7, 2, "1.2"),
        "indikator": typed(IKU, 7, 3, "Pertumbuhan usaha mikro"),
        "target": typed(IKU, 7, 4, "12.500", "12.500"),
        "realisasi": typed(IKU, 7, 5, "98,1o"),
        "capaian": typed(IKU, 7, 6, "3,50, %", "3.50"),
    }
    form = Record(
        "identitas",
        FORM,
        5,
        "",
        MadeValues({"opd": typed(FORM, 6, 2, ""), "rumus_efisiensi": typed(FORM, 20, 2, "Bagi saja")}),
    )
    row = Record("capaian_iku", IKU, 7, "3.3", MadeValues(values), ("1.2",))
    seen = (SheetSeen("identitas", FORM, 4, {}), SheetSeen("capaian_iku", IKU, 4, COLUMNS))
    settings = Settings("Dinas Contoh", "Kabupaten Contoh", 2024, 2024, 2026, record=form)
    return Book(settings, seen, (form, row), remarks=tuple(remarks))
