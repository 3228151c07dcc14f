"""How the data of each indicator are gathered and watched (usually Tabel 3.1)."""

from __future__ import annotations

from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.declare import table
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.finding import Finding
from lkj_xlsx.model.record import Record
from lkj_xlsx.model.report import Table, natural
from lkj_xlsx.spec.field import plain_title
from lkj_xlsx.spec.template import TEMPLATE
from lkj_xlsx.tables.layout import Layout, lay_out

SHOWN = ("sasaran", "indikator", "jenis_data", "formulasi", "pengumpulan", "pemantauan")
LAYOUT = Layout(
    "indikator", omit=tuple(field.key for field in TEMPLATE.sheet("indikator").fields if field.key not in SHOWN)
)


@table(sheet="indikator", order=20, numbered=False)
def indikator(records: tuple[Record, ...], book: Book, ledger: Ledger, findings: tuple[Finding, ...]) -> Table:
    """The table has no column for its number: it is looked up in the list of tables, and left out if not printed."""
    number = _number(book)
    described = any(record.text(key) for record in records for key in SHOWN[2:])
    if not number or not described:
        return Table("", TEMPLATE.sheet("indikator").title, (), ())
    return lay_out(LAYOUT, records, book, ledger, findings, number)


def _number(book: Book) -> str:
    for number, title in book.tables().items():
        if "teknik pengumpulan data" in plain_title(title):
            return number
    usual = natural(TEMPLATE.sheet("indikator").tables)
    if any(natural(record.tabel) == usual for record in book.all_records):
        return ""  # another sheet's table has that number here
    return next((number for number in book.tables() if natural(number) == usual), "")
