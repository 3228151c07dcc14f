"""Rows that close a table: the mean of the percents above, what a total states in columns of percent."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

from lkj_xlsx.measures.basis import Input, exact, ladder, plus, strongest_first, typed
from lkj_xlsx.measures.capaian import capaian_bases
from lkj_xlsx.measures.sasaran_means import OPTION, RATA, rata
from lkj_xlsx.measures.serapan import SPENT, rata_rata, serapan_bases
from lkj_xlsx.model.computed import Basis, Computed
from lkj_xlsx.model.declare import measure
from lkj_xlsx.model.fact import Book, per_book
from lkj_xlsx.model.message import say
from lkj_xlsx.model.number import Missing, Reason, show
from lkj_xlsx.model.record import Record
from lkj_xlsx.spec import sources

_FILLS = (
    ("capaian_iku", "capaian"),
    ("target_realisasi", "capaian"),
    ("tahun_lalu", "capaian_lalu"),
    ("tahun_lalu", "capaian"),
    ("renstra", "kemajuan"),
    ("renstra", "kemajuan_sd"),
    ("efisiensi", "capaian"),
    ("efisiensi", "serapan"),
    ("efisiensi", "efisiensi"),
    ("realisasi_anggaran", "serapan"),
)
MOST_TOLD = 8  # figures of a mean that its words name


@per_book
def spans(book: Book) -> dict[Record, tuple[tuple[Record, ...], ...]]:
    """Of every closing row the rows it may speak of: all above it on a sheet of several tables, those since the closing
    row before it, and all of its table, which is the likeliest and stands last."""
    rows: dict[Record, tuple[tuple[Record, ...], ...]] = {}
    tables: dict[tuple[str, str], tuple[list[Record], list[Record]]] = {}  # all rows, those since the last closing one
    ended: set[tuple[str, str]] = set()
    sheets: dict[str, list[Record]] = {}
    for record in book.all_records:
        place = record.title, record.tabel
        every, since = tables.setdefault(place, ([], []))
        above = sheets.setdefault(record.title, [])
        if record.closing is None:
            if place in ended:
                since.clear()
                ended.discard(place)
            every.append(record)
            since.append(record)
            above.append(record)
            continue
        ended.add(place)  # a mean right below a total closes the same rows
        several = (above,) if len(above) != len(every) else ()
        parted = (since,) if len(since) != len(every) else ()
        rows[record] = tuple(tuple(span) for span in (*several, *parted, every))
    return rows


def means(record: Record, field: str, book: Book) -> tuple[Basis, ...]:
    """The bases of a closing row's mean: of the percents as printed, of the unrounded ones, of either span."""
    bases: list[Basis] = []
    for rows in spans(book).get(record, ()):
        figures = [pair for row in _distinct(rows, field) if (pair := _figures(row, field, book)) is not None]
        if not figures:
            continue
        printed, unrounded = ([pair[place] for pair in figures] for place in (0, 1))
        chosen = RATA.get(book.settings.option(OPTION), rata)
        for way in dict.fromkeys((chosen, rata)):
            bases += ladder(_of(way.apply), _words(figures), [], [printed, unrounded])[0]
    return strongest_first(bases)


def _of(apply: Callable[[Sequence[Decimal]], Decimal | Missing]) -> Callable[..., Decimal | Missing]:
    return lambda *numbers: apply(numbers)


def _words(figures: Sequence[object]) -> str:
    count = len(figures)
    if count <= MOST_TOLD:
        return f"({plus(count)}) ÷ {count}"
    return f"({{0}} + {{1}} + … + {{{count - 1}}}) ÷ {count}"


def _distinct(rows: Iterable[Record], field: str) -> list[Record]:
    """The rows, of several that share one cell the first."""
    by_cell: dict[object, Record] = {}
    for row in rows:
        value = row.get(field)
        by_cell.setdefault(value.where if value.where.column and not value.blank else row, row)
    return list(by_cell.values())


def _figures(row: Record, field: str, book: Book) -> tuple[Input, Input] | None:
    """A row's percent as printed and without rounding; either for both where the other is not known."""
    said = typed(row.get(field))
    indikator = book.indikator_of(row)
    bases: tuple[Basis, ...] = ()
    if field in ("capaian", "capaian_lalu") and indikator is not None:
        bases, _, _ = capaian_bases(book, indikator, book.settings.year_of(field))
    elif field == "serapan":
        bases, _ = serapan_bases(row.get("anggaran"), row.get(SPENT[row.sheet]))
    right = exact(bases[0].value, show(bases[0].value, 2), *bases[0].inputs) if bases else None
    if said is not None and right is not None and bases and not said.span.holds(right.value):
        right = said
    one, other = said or right, right or said
    return None if one is None or other is None else (one, other)


@measure("PENUTUP", "Rata-rata pada baris penutup tabel", _FILLS, sources.CAP_RATA, percent=True)
def penutup(record: Record, field: str, book: Book) -> Computed | None:
    """Rata-rata baris di atasnya; pada baris jumlah serapan dihitung dari jumlah rupiahnya."""
    if record.closing is None or (record.sheet == "realisasi_anggaran" and record.closing.total):
        return None
    value, total, mean = record.get(field), record.closing.total, record.closing.mean
    if value.blank:
        return None  # a closing row states what the office wants to state
    own: tuple[Basis, ...] = ()
    if field == "serapan":
        own, _ = serapan_bases(record.get("anggaran"), record.get(SPENT[record.sheet]))
    by_rupiah = bool(own) and not mean and book.settings.option("persen_induk") != rata_rata.code
    bases = own if by_rupiah else (*own, *means(record, field, book))
    if total and field != "serapan":
        bases = (*bases, *_sums(record, field, book))
    bases = strongest_first(bases)
    result = bases[0].value if bases else Missing(Reason.MASUKAN, say("tidak ada angka di atasnya"))
    return Computed(
        penutup,
        say("jumlah") if total and not mean else say("rata-rata"),
        record,
        field,
        value,
        result,
        bases,
        "" if own else say("rata-rata baris di atasnya"),
        subjek=record.closing.words,
    )


def _sums(record: Record, field: str, book: Book) -> tuple[Basis, ...]:
    """A total of percents is the sum of the column, as some tables print it above their mean."""
    bases: list[Basis] = []
    for rows in spans(book).get(record, ()):
        said = [item for row in _distinct(rows, field) if (item := typed(row.get(field))) is not None]
        if said:
            bases += ladder(lambda *numbers: sum(numbers, Decimal(0)), plus(len(said)), [], [said])[0]
    return tuple(bases)
