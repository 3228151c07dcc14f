"""The working paper's section on efisiensi: may the word efisien be used, and from which figures."""

from __future__ import annotations

from collections.abc import Iterator

from lkj_xlsx.measures.basis import evaluate
from lkj_xlsx.measures.efisiensi import FORMULAS, OPTION, SYARAT, capaian_100, judged_efficient, parts, template
from lkj_xlsx.model.expression import DASH, Expression, Place, Ref, express
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.number import Missing
from lkj_xlsx.model.record import Record
from lkj_xlsx.model.report import Column, Item, Row, Section
from lkj_xlsx.tables import excel, spines
from lkj_xlsx.tables.spines import Spine

SECTION = "efisiensi"
FIRST = (Column("kode", "Kode", width=7), Column("indikator", "Indikator", width=34))
PLACES = 4


def figures(*pairs: tuple[str, str]) -> tuple[Column, ...]:
    """Columns of figures, as wide as all of them."""
    return tuple(Column(key, title, "angka", 15) for key, title in pairs)


def efisiensi(book: Book, spine: Spine) -> Section:
    """Capaian, serapan, efisiensi and the word, for every row of the tables of efisiensi that can be judged."""
    columns = (
        *FIRST,
        Column("tabel", "Tabel", width=11),
        Column("rumus", "Rumus efisiensi", width=22),
        *figures(("capaian", "Capaian (%)"), ("serapan", "Serapan (%)"), ("efisiensi", "Efisiensi")),
        Column("kesimpulan", "Kesimpulan", width=15),
    )
    rows: list[Row] = []
    for record in book.records("efisiensi"):
        rows += _row(book, spine, record, len(rows))
    condition = SYARAT[book.settings.option("syarat_efisien") or capaian_100.code]
    note = f"Kata efisien: {condition.label[:1].lower()}{condition.label[1:]}."
    return Section(SECTION, "Efisiensi", columns, tuple(rows), (note,))


def _row(book: Book, spine: Spine, record: Record, place: int) -> Iterator[Row]:
    code = book.settings.option(OPTION)
    indikator, efficient = book.indikator_of(record), judged_efficient(record, book)
    spot = spine.at(indikator.kode, spines.CAPAIAN, "capaian") if indikator is not None else None
    if indikator is None or efficient is None or spot is None:
        return
    capaian, serapan, _ = parts(record, book, indikator)
    if not serapan or not capaian or capaian[0].value != spot[1].value:
        return
    result = evaluate(FORMULAS[code].apply, (capaian[0].value, serapan[0].value))
    if isinstance(result, Missing):
        return
    anggaran, spent = record.place("anggaran"), record.place("realisasi_anggaran")
    own: dict[str, Ref] = {
        name: Place(SECTION, place, key) for name, key in (("c", "capaian"), ("s", "serapan"), ("e", "efisiensi"))
    }
    yield Row(
        {
            "kode": Item(indikator.kode),
            "indikator": Item(indikator.nama),
            "tabel": Item(record.tabel or None),
            "rumus": Item(FORMULAS[code].label),
            "capaian": Item(capaian[0].value, 2, formula=Expression("{0}", (spot[0],))),
            "serapan": Item(serapan[0].value, 2, formula=excel.serapan(anggaran, spent)),
            "efisiensi": Item(result, PLACES, formula=excel.guarded(template(FORMULAS[code]), dict(own))),
            "kesimpulan": Item("efisien" if efficient else "tidak efisien", formula=_word(book, own)),
        }
    )


def _word(book: Book, own: dict[str, Ref]) -> Expression:
    code = book.settings.option(OPTION)
    syarat = book.settings.option("syarat_efisien") or capaian_100.code
    formula = FORMULAS[code]
    judged = f"AND({{e}}{'<' if formula.below else '>'}{formula.neutral},{SYARAT[syarat].excel})"
    return express(f'IF(COUNT({{e}},{{c}})<2,{DASH},IF({judged},"efisien","tidak efisien"))', dict(own))
