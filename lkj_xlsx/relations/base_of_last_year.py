"""Base data of this year that are still last year's."""

from __future__ import annotations

from collections.abc import Iterator

from lkj_xlsx.measures.data_dasar import kind_of
from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.message import say
from lkj_xlsx.relations.mistakes import Mistake

FEWEST = 2  # series that are all unchanged


def base_of_last_year(book: Book, ledger: Ledger) -> Iterator[Mistake]:
    """The column of this year, where every series states last year's figure again and figures speak against it."""
    tahun = book.settings.tahun
    rows = [record for record in book.records("data_dasar") if kind_of(record) not in ("kenaikan", "jumlah")]
    pairs = [(row.get("realisasi", tahun), row.get("realisasi", tahun - 1)) for row in rows]
    stated = [(now, before) for now, before in pairs if now.known is not None and before.known is not None]
    if len(stated) < FEWEST or any(now.known != before.known for now, before in stated):
        return
    cells = tuple(now.where for now, _ in stated)
    wrong = [entry for entry in ledger.entries if entry.verdict.wrong]
    explains = {e.where for e in wrong if any(cell in cells for basis in e.computed.bases for cell in basis.inputs)}
    yield Mistake(
        cells[0],
        cells,
        say(
            "Realisasi {tahun} pada Data Dasar sama dengan realisasi {lalu} di semua baris: tampaknya belum diganti.",
            tahun=tahun,
            lalu=tahun - 1,
        ),
        say("Isi kolom realisasi {tahun} pada lembar {lembar}.", tahun=tahun, lembar=cells[0].sheet),
        None,
        tabel=rows[0].tabel,
        explains=frozenset(explains | set(cells)),
    )
