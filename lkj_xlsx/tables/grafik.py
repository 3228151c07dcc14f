"""Charts, declared by the cells they show, and the figures behind them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from lkj_xlsx.measures.skala import scale_of
from lkj_xlsx.measures.susunan import programs
from lkj_xlsx.model.expression import HEADING, Expression, Place, Span
from lkj_xlsx.model.fact import Book, Indikator, year_key
from lkj_xlsx.model.number import Missing, places_of, round_half_up, show
from lkj_xlsx.model.report import Chart, Column, Item, Row, Section, Series
from lkj_xlsx.tables import tulang
from lkj_xlsx.tables.kertas_efisiensi import FIRST, figures
from lkj_xlsx.tables.tulang import Figure, Spine, years_of

INDIKATOR, TAHUN, PROGRAM = "grafik_indikator", "grafik_tahun", "grafik_program"
NAME = 72  # characters of a name under an axis
MOST_PROGRAMS = 30
MOST_UNITS = 6
FEW = 3  # indicators that fit into half a page


def charts(book: Book, spine: Spine) -> tuple[tuple[Section, ...], tuple[Chart, ...]]:
    """The figures behind the charts and the charts; what the book does not have is left out."""
    order = _by_unit(book)
    sections = [s for s in (_per_indikator(book, spine, order), _years(book, spine, order), _programs(book)) if s.rows]
    keys = {section.key for section in sections}
    made: list[Chart] = []
    if INDIKATOR in keys:
        made += [*_capaian(book, sections[0]), *_targets(order, sections[0])]
    if TAHUN in keys:
        made += _series(book, order, sections[1])
    if PROGRAM in keys:
        made += _anggaran(book, sections[-1])
    return tuple(sections), tuple(made)


def short(text: str) -> str:
    """A name cut at a word, to stand under an axis."""
    if len(text) <= NAME:
        return text
    return text[:NAME].rsplit(" ", 1)[0] + " …"


def _by_unit(book: Book) -> tuple[Indikator, ...]:
    """The indicators, those of one unit together, in the order in which units first appear."""
    units = list(dict.fromkeys(item.satuan.casefold() for item in book.indikator.values()))
    return tuple(sorted(book.indikator.values(), key=lambda item: units.index(item.satuan.casefold())))


def _units(order: tuple[Indikator, ...]) -> Iterator[tuple[str, int, int]]:
    """Each unit with the rows of its first and last indicator."""
    start = 0
    for place in range(1, len(order) + 1):
        if place == len(order) or order[place].satuan.casefold() != order[start].satuan.casefold():
            yield order[start].satuan, start, place - 1
            start = place


def _copy(found: tuple[Place, Figure] | None, places: int = 2) -> Item:
    """A figure of the spine once more; an empty cell where there is none, which a chart leaves out."""
    if found is None or found[1].number is None:
        return Item()
    shown = places_of(round_half_up(found[1].number, places))
    return Item(found[1].number, shown, formula=Expression("{0}", (found[0],)))


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
        *figures(("target", "Target"), ("realisasi", "Realisasi"), ("capaian", "Capaian (%)"), *bounds),
    )
    rows = []
    for item in order:
        items = _names(item)
        for key in ("target", "realisasi", "capaian"):
            items[key] = _copy(spine.at(item.kode, tulang.CAPAIAN, key))
        for n, step in enumerate(steps):
            if n and step.upper is not None:
                place = Place(tulang.SKALA, n, "batas")
                items[f"batas{n}"] = Item(step.upper, 0, formula=Expression("ROUND({0},6)", (place,)))
        rows.append(Row(items))
    return Section(INDIKATOR, "Data grafik indikator", columns, tuple(rows))


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
    rows = []
    for item in order:
        items = _names(item)
        for tahun in years:
            key = year_key("realisasi", tahun)
            items[key] = _copy(spine.at(item.kode, tulang.REALISASI, key))
        items["target_akhir"] = _copy(spine.at(item.kode, tulang.RENSTRA, "target_akhir"))
        rows.append(Row(items))
    return Section(TAHUN, "Data grafik realisasi menurut tahun", columns, tuple(rows))


def _programs(book: Book) -> Section:
    columns = (*FIRST, *figures(("anggaran", "Anggaran (Rp)"), ("realisasi", "Realisasi (Rp)")))
    columns = (columns[0], Column("indikator", "Program", width=34), *columns[2:])
    rows: list[Row] = []
    for node in programs(book)[:MOST_PROGRAMS]:
        record = node.record
        amounts = {key: record.get(key) for key in ("anggaran", "realisasi")}
        if all(value.known is not None for value in amounts.values()):
            items = {"kode": Item(str(len(rows) + 1)), "indikator": Item(short(record.text("uraian")))}
            for key, value in amounts.items():
                items[key] = Item(value.known, 0, formula=Expression("{0}", (value.where,)))
            rows.append(Row(items))
    return Section(PROGRAM, "Data grafik anggaran program", columns, tuple(rows))


def _column(section: Section, key: str, first: int = 0, last: int | None = None) -> Span:
    bottom = len(section.rows) - 1 if last is None else last
    return Span(Place(section.key, first, key), Place(section.key, bottom, key))


def _positive(section: Section, *keys: str) -> bool:
    values = [row.items[key].value for row in section.rows for key in keys if key in row.items]
    return all(value >= 0 for value in values if isinstance(value, Decimal))


def _capaian(book: Book, section: Section) -> Iterator[Chart]:
    bounds = [column for column in section.columns if column.key.startswith("batas")]
    lines = []
    for column in bounds:
        value = section.rows[0].items[column.key].value
        told = f" ({show(value)})" if isinstance(value, Decimal) else ""
        lines.append(Series(f"{column.title}{told}", _column(section, column.key), "garis"))
    bars = Series("Capaian (%)", _column(section, "capaian"), labels="#,##0.00")
    title = f"Capaian tiap indikator tahun {book.settings.tahun} dan batas predikatnya"
    yield Chart(title, "kolom", _column(section, "indikator"), (bars, *lines), "%", _positive(section, "capaian"))


def _targets(order: tuple[Indikator, ...], section: Section) -> Iterator[Chart]:
    """Indicators of one unit share one axis; another unit has a chart of its own."""
    for unit, first, last in list(_units(order))[:MOST_UNITS]:
        bars = tuple(
            Series(title, _column(section, key, first, last), labels="#,##0.##")
            for key, title in (("target", "Target"), ("realisasi", "Realisasi"))
        )
        yield Chart(
            f"Target dan realisasi ({unit or 'tanpa satuan'})",
            "kolom",
            _column(section, "indikator", first, last),
            bars,
            unit,
            _positive(section, "target", "realisasi"),
            last - first < FEW,
        )


def _series(book: Book, order: tuple[Indikator, ...], section: Section) -> Iterator[Chart]:
    ends = (section.columns[3].key, section.columns[-1].key)
    heads = Span(Place(section.key, HEADING, ends[0]), Place(section.key, HEADING, ends[1]))
    for unit, first, last in list(_units(order))[:MOST_UNITS]:
        lines = tuple(
            Series(
                short(f"{item.kode} {item.nama}"),
                Span(Place(section.key, row, ends[0]), Place(section.key, row, ends[1])),
                "garis",
            )
            for row, item in enumerate(order)
            if first <= row <= last and _points(section, row) > 1
        )
        if lines:
            title = (
                f"Realisasi tahun-tahun Renstra {book.settings.awal}–{book.settings.akhir} ({unit or 'tanpa satuan'})"
            )
            positive = _positive(section, *(column.key for column in section.columns[3:]))
            yield Chart(title, "garis", heads, lines, unit, positive, last - first < FEW)


def _points(section: Section, row: int) -> int:
    """How many figures a line would join."""
    return sum(1 for column in section.columns[3:] if section.rows[row].items[column.key].value is not None)


def _anggaran(book: Book, section: Section) -> Iterator[Chart]:
    bars = tuple(
        Series(title, _column(section, key)) for key, title in (("anggaran", "Anggaran"), ("realisasi", "Realisasi"))
    )
    title = f"Anggaran dan realisasi tiap program tahun {book.settings.tahun}"
    yield Chart(title, "batang", _column(section, "indikator"), bars, "rupiah")
