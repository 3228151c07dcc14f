"""What a report still lacks: figures and ratings of the year that are not there, or that could not be checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.fact import Book, per_book
from lkj_xlsx.model.finding import Finding
from lkj_xlsx.model.message import say
from lkj_xlsx.model.record import Record
from lkj_xlsx.model.report import NotChecked
from lkj_xlsx.model.spelling import says_nothing
from lkj_xlsx.spec.field import Role
from lkj_xlsx.spec.template import TEMPLATE, heading
from lkj_xlsx.tables.summary import not_checked, unchecked

FAILED = "LKJ901"  # what is told of a rule that raised
RATED_IN = ("capaian_iku", "target_realisasi")  # where an indicator's capaian and predikat are to be read


def gaps(book: Book, ledger: Ledger, findings: Iterable[Finding]) -> tuple[NotChecked, ...]:
    """All of it, each with its reason and cell; figures of other years are no gaps of this report.

    A dash instead of a figure that must be typed, a figure of the year that could not be checked or that a dash stands
    for, an indicator in none of the tables of capaian, a rule that failed.
    """
    return (
        *_failed(findings),
        *_without_row(book),
        *(gap for record in book.all_records for gap in _dashes(record, book)),
        *(
            not_checked(entry)
            for entry in unchecked(ledger)
            if _of_the_year(entry.computed.field, book) and not _said(entry.computed.record, entry.computed.field)
        ),
    )


def _failed(findings: Iterable[Finding]) -> Iterator[NotChecked]:
    for finding in findings:
        if finding.code == FAILED:
            yield NotChecked(finding.subject, say("gagal dijalankan"))


def _without_row(book: Book) -> Iterator[NotChecked]:
    """Indicators that stand in neither table of capaian, where there is one."""
    there = {kode for sheet in RATED_IN for record in book.records(sheet) for kode in record.indikator}
    for kode, item in book.indikator.items():
        if there and kode not in there:
            lacking = say("tidak ada di {0}", TEMPLATE.sheet(RATED_IN[0]).title)
            yield NotChecked(say("{0}: {1}", item.nama, say("capaian")), lacking, item.record.get("indikator").where)


def _dashes(record: Record, book: Book) -> Iterator[NotChecked]:
    """Figures of the year that must be typed and for which a dash stands."""
    for key in _typed_figures(book, record.sheet):
        text = record.text(key) if record.known(key) is None else ""
        if says_nothing(text):
            name = record.text("indikator") or record.text("program") or record.text("uraian")
            words = say("{0}: {1}", name, heading(record.sheet, key, book.settings))
            yield NotChecked(words, _written(text), record.place(key))


@per_book
def _typed_figures(book: Book, sheet: str) -> tuple[str, ...]:
    """The figures of the year that must be typed in a table; none of a form."""
    spec = TEMPLATE.sheet(sheet)
    first = next((record for record in book.all_records if record.sheet == sheet), None)
    keys = first.values if first is not None and not spec.form else ()  # the rows of a sheet have the same columns
    must = (key for key in keys if spec.has(key) and _of_the_year(key, book))
    return tuple(
        key
        for key in must
        if (field := spec.field(key)).required and field.kind.numeric and field.role is not Role.HITUNGAN
    )


def _written(text: str) -> str:
    return say("tertulis {0}", text.strip())


def _said(record: Record, key: str) -> bool:
    """Whether the cell holds a typed dash that is told already."""
    spec = TEMPLATE.sheet(record.sheet)
    return spec.has(key) and spec.field(key).role is not Role.HITUNGAN and says_nothing(record.text(key))


def _of_the_year(key: str, book: Book) -> bool:
    name, _, year = key.partition("@")
    return not name.endswith("_lalu") and (not year or year == str(book.settings.tahun))
