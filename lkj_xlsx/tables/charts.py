"""Charts, declared by the cells they show, and the figures behind them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from lkj_xlsx.measures.skala import scale_of
from lkj_xlsx.measures.tree import programs
from lkj_xlsx.model.expression import HEADING, Expression, Place, Span
from lkj_xlsx.model.fact import Book, Indikator
from lkj_xlsx.model.number import Missing, places_of, round_half_up, show
from lkj_xlsx.model.record import year_key
from lkj_xlsx.model.report import Chart, Column, Item, Row, Section, Series
from lkj_xlsx.tables import spines
from lkj_xlsx.tables.efisiensi_paper import FIRST, figures
from lkj_xlsx.tables.spines import Figure, Spine, years_of

INDIKATOR, TAHUN, PROGRAM = "grafik_indikator", "grafik_tahun", "grafik_program"
NAME = 72  # characters of a name under an axis
FIGURES = (("target", "Target"), ("realisasi", "Realisasi"), ("capaian", "Capaian (%)"))
UPPER = ("batas_atas", "Batas atas target")
MOST_PROGRAMS, MOST_UNITS = 60, 12  # that are drawn at all
FEW = 3  # indicators that fit into half a page
BARS, LINES, BANDS = 8, 6, 10  # indicators, lines, programmes of one chart: with more, their names overlap


def charts(book: Book, spine: Spine) -> tuple[tuple[Section, ...], tuple[Chart, ...]]:
    """The figures behind the charts and the charts; what the book does not have is left out."""
    order = _by_unit(book, spine)
    sections = [s for s in (_per_indikator(book, spine, order), _years(book, spine, order), _programs(book)) if s.rows]
    keys = {section.key for section in sections}
    drawn: list[Chart] = []
    if INDIKATOR in keys:
        drawn += [*_capaian(book, sections[0]), *_targets(order, sections[0])]
    if TAHUN in keys:
        drawn += _series(book, order, sections[1])
    if PROGRAM in keys:
        drawn += _anggaran(book, sections[-1])
    return tuple(sections), tuple(drawn)


def short(text: str) -> str:
    """A name cut at a word, to stand under an axis."""
    if len(text) <= NAME:
        return text
    return text[:NAME].rsplit(" ", 1)[0] + " …"


def _by_unit(book: Book, spine: Spine) -> tuple[Indikator, ...]:
    """The indicators, those of one unit together, in the order in which units first appear; those of words last."""
    units = list(dict.fromkeys(item.satuan.casefold() for item in book.indikator.values()))

    def key(item: Indikator) -> tuple[bool, int]:
        spots = [spine.at(item.kode, spines.CAPAIAN, column) for column, _ in FIGURES]
        return all(each is None or each[1].number is None for each in spots), units.index(item.satuan.casefold())

    return tuple(sorted(book.indikator.values(), key=key))


def _units(order: tuple[Indikator, ...]) -> Iterator[tuple[str, int, int]]:
    """Each unit with the rows of its first and last indicator."""
    start = 0
    for place in range(1, len(order) + 1):
        if place == len(order) or order[place].satuan.casefold() != order[start].satuan.casefold():
            yield order[start].satuan, start, place - 1
            start = place


def pieces(first: int, last: int, most: int) -> list[tuple[int, int]]:
    """The rows from `first` to `last` in as few parts of at most `most` rows as can be, about equally long."""
    count = last - first + 1
    parts = -(-count // most)
    edges = [first + count * n // parts for n in range(parts + 1)]
    return [(start, end - 1) for start, end in pairwise(edges)]


def part(title: str, place: int, parts: int) -> str:
    """A title with its place among the parts of one chart."""
    return title if parts == 1 else f"{title}, bagian {place + 1} dari {parts}"


def _copy(spot: tuple[Place, Figure] | None, places: int = 2) -> Item:
    """A figure of the spine once more; an empty cell where there is none, which a chart leaves out."""
    if spot is None or spot[1].number is None:
        return Item()
    shown = places_of(round_half_up(spot[1].number, places))
    return Item(spot[1].number, shown, formula=Expression("{0}", (spot[0],)))


def _names(item: Indikator) -> dict[str, Item]:
    name = short(f"{item.kode} {item.nama}")
    return {"kode": Item(item.kode), "indikator": Item(name), "satuan": Item(item.satuan or None)}


def _per_indikator(book: Book, spine: Spine, order: tuple[Indikator, ...]) -> Section:
    scale = scale_of(book)
    steps = () if isinstance(scale, Missing) else scale.steps
    bounds = [(f"batas{n}", f"Batas atas {step.label}") for n, step in enumerate(steps) if n and step.upper is not None]
    columns = (
        *FIRST,
        Column("satuan", "Satuan", width=11),
        *figures(*FIGURES, *([UPPER] if any(_ranged(spine, item) for item in order) else []), *bounds),
    )
    rows = []
    for item in order:
        items = _names(item)
        for key in ("target", "realisasi", "capaian", UPPER[0]):
            items[key] = _copy(spine.at(item.kode, spines.CAPAIAN, key))
        for n, step in enumerate(steps):
            if n and step.upper is not None:
                place = Place(spines.SKALA, n, "batas")
                items[f"batas{n}"] = Item(step.upper, 0, formula=Expression("ROUND({0},6)", (place,)))
        rows.append(Row(items))
    return Section(INDIKATOR, "Data grafik indikator", columns, tuple(rows))


def _ranged(spine: Spine, item: Indikator, section: str = spines.CAPAIAN) -> bool:
    """Whether the indicator's target has two bounds."""
    return spine.at(item.kode, section, UPPER[0]) is not None


def _years(book: Book, spine: Spine, order: tuple[Indikator, ...]) -> Section:
    years = years_of(book)
    columns = (
        *FIRST,
        Column("satuan", "Satuan", width=11),
        *figures(
            *((year_key("realisasi", tahun), str(tahun)) for tahun in years),
            ("target_akhir", f"Target {book.settings.akhir}"),
        ),
    )
    rows, goals = [], []
    for item in order:
        items = _names(item)
        for tahun in years:
            key = year_key("realisasi", tahun)
            items[key] = _copy(spine.at(item.kode, spines.REALISASI, key))
        rows.append(Row(items))
        goal = None if _ranged(spine, item, spines.RENSTRA) else spine.at(item.kode, spines.RENSTRA, "target_akhir")
        named = {**_names(item), "indikator": Item(_goal_name(item, book))}
        goals.append(Row({**named, "target_akhir": _copy(goal)}))  # a range is no point
    return Section(TAHUN, "Data grafik realisasi menurut tahun", columns, (*rows, *goals))


def _goal_name(item: Indikator, book: Book) -> str:
    return f"{item.kode} target {book.settings.akhir}"


def _programs(book: Book) -> Section:
    columns = (*FIRST, *figures(("anggaran", "Anggaran (Rp)"), ("realisasi", "Realisasi (Rp)")))
    columns = (columns[0], Column("indikator", "Program", width=34), *columns[2:])
    rows: list[Row] = []
    nodes = programs(book)
    for node in nodes[:MOST_PROGRAMS]:
        record = node.record
        amounts = {key: record.get(key) for key in ("anggaran", "realisasi")}
        if all(value.known is not None for value in amounts.values()):
            items = {"kode": Item(str(len(rows) + 1)), "indikator": Item(short(record.text("uraian")))}
            for key, value in amounts.items():
                items[key] = Item(value.known, 0, formula=Expression("{0}", (value.where,)))
            rows.append(Row(items))
    title = "Data grafik anggaran program"
    title += f" ({MOST_PROGRAMS} program pertama)" if len(nodes) > MOST_PROGRAMS else ""
    return Section(PROGRAM, title, columns, tuple(rows))


def _column(section: Section, key: str, first: int = 0, last: int | None = None) -> Span:
    bottom = len(section.rows) - 1 if last is None else last
    return Span(Place(section.key, first, key), Place(section.key, bottom, key))


def _values(section: Section, first: int, last: int, *keys: str) -> list[Decimal]:
    rows = section.rows[first : last + 1]
    values = [row.items[key].value for row in rows for key in keys if key in row.items]
    return [value for value in values if isinstance(value, Decimal)]


def _positive(section: Section, *keys: str) -> bool:
    return all(value >= 0 for value in _values(section, 0, len(section.rows), *keys))


def _capaian(book: Book, section: Section) -> Iterator[Chart]:
    bounds = [column for column in section.columns if column.key.startswith("batas") and column.key != UPPER[0]]
    title = f"Capaian tiap indikator tahun {book.settings.tahun} dan batas predikatnya"
    keys = [key for key, _ in FIGURES]
    drawn = [place for place in range(len(section.rows)) if _values(section, place, place, *keys)]
    parts = pieces(0, len(drawn) - 1, BARS) if _values(section, 0, len(section.rows), "capaian") else []
    for place, (first, last) in enumerate(parts):
        lines = []
        for column in bounds:
            value = section.rows[0].items[column.key].value
            bound = f" ({show(value)})" if isinstance(value, Decimal) else ""
            lines.append(Series(f"{column.title}{bound}", _column(section, column.key, first, last), "garis"))
        bars = Series("Capaian (%)", _column(section, "capaian", first, last), labels="#,##0.00")
        names = _column(section, "indikator", first, last)
        positive = _positive(section, "capaian")
        yield Chart(part(title, place, len(parts)), "kolom", names, (bars, *lines), "%", positive)


def _targets(order: tuple[Indikator, ...], section: Section) -> Iterator[Chart]:
    """Indicators of one unit share one axis; another unit has a chart of its own."""
    for unit, start, end in list(_units(order))[:MOST_UNITS]:
        if not _values(section, start, end, "target", "realisasi"):
            continue  # words, such as an opinion
        parts = pieces(start, end, BARS)
        for place, (first, last) in enumerate(parts):
            bars = tuple(
                Series(title, _column(section, key, first, last), labels="#,##0.##")
                for key, title in _bars(section, first, last)
            )
            yield Chart(
                part(f"Target dan realisasi ({unit or 'tanpa satuan'})", place, len(parts)),
                "kolom",
                _column(section, "indikator", first, last),
                bars,
                unit,
                _positive(section, "target", "realisasi"),
                last - first < FEW,
            )


def _bars(section: Section, first: int, last: int) -> tuple[tuple[str, str], ...]:
    """What stands beside each other for an indicator; a range has both its bounds."""
    if not _values(section, first, last, UPPER[0]):
        return FIGURES[:2]
    return (("target", "Target (rentang: batas bawah)"), UPPER, FIGURES[1])


def _series(book: Book, order: tuple[Indikator, ...], section: Section) -> Iterator[Chart]:
    ends = (section.columns[3].key, section.columns[-1].key)
    heads = Span(Place(section.key, HEADING, ends[0]), Place(section.key, HEADING, ends[1]))
    for unit, first, last in list(_units(order))[:MOST_UNITS]:
        rows = [row for row in range(first, last + 1) if _points(section, row, row + len(order)) > 1]
        parts = pieces(0, len(rows) - 1, LINES) if rows else []
        for place, (top, bottom) in enumerate(parts):
            names = {row: short(f"{order[row].kode} {order[row].nama}") for row in rows[top : bottom + 1]}
            lines = [_along(section, row, name, "garis") for row, name in names.items()]
            ahead = [row for row in names if _points(section, row + len(order))]
            goals = [_along(section, row + len(order), _goal_name(order[row], book), "titik") for row in ahead]
            years = f"{book.settings.awal}–{book.settings.akhir}"
            title = part(f"Realisasi tahun-tahun Renstra {years} ({unit or 'tanpa satuan'})", place, len(parts))
            positive = _positive(section, *(column.key for column in section.columns[3:]))
            yield Chart(title, "garis", heads, (*lines, *goals), unit, positive, bottom - top < FEW)


def _along(section: Section, row: int, name: str, style: str) -> Series:
    """A row over all years; the target stands behind them, a point of its own that no line leads to."""
    first, last = section.columns[3].key, section.columns[-1].key
    return Series(name, Span(Place(section.key, row, first), Place(section.key, row, last)), style)


def _points(section: Section, *rows: int) -> int:
    """How many figures there are to draw."""
    return sum(len(_values(section, row, row, *(column.key for column in section.columns[3:]))) for row in rows)


def _anggaran(book: Book, section: Section) -> Iterator[Chart]:
    title = f"Anggaran dan realisasi tiap program tahun {book.settings.tahun}"
    parts = pieces(0, len(section.rows) - 1, BANDS)
    for place, (first, last) in enumerate(parts):
        bars = tuple(
            Series(name, _column(section, key, first, last))
            for key, name in (("anggaran", "Anggaran"), ("realisasi", "Realisasi"))
        )
        names = _column(section, "indikator", first, last)
        yield Chart(part(title, place, len(parts)), "batang", names, bars, "rupiah")
