"""The working paper: the spine of every indicator, and every stated figure beside its recomputed one.

All sections share one grid of columns: a short one, a name, a unit, words, figures, and a remark.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from lkj_xlsx.measures.agreement import target_of
from lkj_xlsx.measures.capaian_variants import BATAS, TANPA, way
from lkj_xlsx.measures.realisasi import FORMULAS as ASAL
from lkj_xlsx.measures.realisasi import langsung
from lkj_xlsx.measures.renstra import SIFAT, sifat_of
from lkj_xlsx.measures.skala import Scale, Step, scale_of
from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.expression import EXACT, Expression, Place
from lkj_xlsx.model.fact import Book, Indikator
from lkj_xlsx.model.number import Missing, places_of, round_half_up, show
from lkj_xlsx.model.record import year_key
from lkj_xlsx.model.report import Column, Item, Row, Section
from lkj_xlsx.tables import spines
from lkj_xlsx.tables.efisiensi_paper import FIRST, efisiensi, figures
from lkj_xlsx.tables.spines import Figure, Spine, years_of

ENDLESS = Decimal(10) ** 15  # the highest row of a scale has no bound
HAIR = Decimal(1).scaleb(-EXACT)
UPPER = ("batas_atas", "Batas atas target")
PLACES = 4  # decimals of an unrounded figure


def sections(book: Book, spine: Spine) -> tuple[Section, ...]:
    """Scale, capaian, realisasi by year, progress and efisiensi; what the book does not have is left out."""
    papers = (
        _scale(book),
        _capaian(book, spine),
        _realisasi(book, spine),
        _renstra(book, spine),
        efisiensi(book, spine),
    )
    return tuple(section for section in papers if section is not None and section.rows)


def _scale(book: Book) -> Section | None:
    scale = scale_of(book)
    if isinstance(scale, Missing):
        return None
    columns = (
        Column("no", "No", width=7),
        Column("kriteria", "Predikat", width=34),
        Column("interval", "Interval", width=11),
        Column("batas", "Batas atas", "batas", 22),
    )
    printed = {row.text("kriteria"): row for row in book.records("skala")} if scale.name == "lembar" else {}
    rows = []
    for place, step in enumerate(scale.steps):
        record = printed.get(step.label)
        label = Item(step.label)
        if record is not None:
            label = Item(step.label, formula=Expression("{0}", (record.place("kriteria"),), words=True))
        interval = record.text("interval") if record is not None else _interval(step)
        rows.append(
            Row(
                {
                    "no": Item(str(place + 1)),
                    "kriteria": label,
                    "interval": Item(interval),
                    "batas": Item(_bound(scale, place), 9),
                }
            )
        )
    note = "Capaian masuk baris yang batas atasnya paling dekat di atasnya; batas atas termasuk baris itu sendiri."
    return Section(spines.SKALA, "Skala predikat", columns, tuple(rows), (note,))


def _interval(step: Step) -> str:
    low, high = ("" if bound is None else show(bound) for bound in (step.lower, step.upper))
    if low and high and low != high:
        return f"{low} – {high}"
    return f"sampai {high}" if high else f"{low} ke atas"


def _bound(scale: Scale, place: int) -> Decimal:
    """The bound that a search uses: one that belongs to the next row is lowered by a hair."""
    step = scale.steps[place]
    if place == 0 or step.upper is None:
        return ENDLESS
    return step.upper - HAIR if step.open_upper else step.upper


def _item(figure: Figure | None, places: int = PLACES) -> Item:
    """A figure of the spine as a cell: unrounded ones with a few decimals, the others as they are."""
    if figure is None or isinstance(figure.value, Missing) or figure.value == "":
        return Item(None if figure is None else "-", formula=None)
    if isinstance(figure.value, str):
        return Item(figure.value, formula=figure.formula)
    shown = places_of(round_half_up(figure.value, places))
    return Item(figure.value, shown, formula=figure.formula)


def _row(indikator: Indikator, spine: Spine, section: str, words: Mapping[str, str], keys: tuple[str, ...]) -> Row:
    row = spine.rows[indikator.kode]
    items = {
        "kode": Item(indikator.kode),
        "indikator": Item(indikator.nama),
        "satuan": Item(indikator.satuan or None),
        **{key: Item(text or None) for key, text in words.items()},
    }
    for key in keys:
        items[key] = _item(spine.figures.get(Place(section, row, key)), 2 if key in _PERCENTS else PLACES)
    return Row(items)


def _upper(spine: Spine, section: str) -> tuple[tuple[str, str], ...]:
    """The column of the upper bounds, where a target is a range at all."""
    ranged = any(place.section == section and place.column == UPPER[0] for place in spine.figures)
    return (UPPER,) if ranged else ()


_PERCENTS = frozenset({"capaian", "kemajuan", "kemajuan_sd"})


def _capaian(book: Book, spine: Spine) -> Section:
    columns = (
        *FIRST,
        Column("satuan", "Satuan", width=11),
        Column("rumus", "Rumus capaian", width=22),
        *figures(
            ("target", "Target"),
            *_upper(spine, spines.CAPAIAN),
            ("realisasi", "Realisasi"),
            ("capaian", "Capaian (%)"),
        ),
        Column("predikat", "Predikat", "predikat", 15),
        Column("sumber", "Asal angka", width=30),
    )
    keys = tuple(column.key for column in columns[4:-1])
    rows = tuple(
        _row(item, spine, spines.CAPAIAN, {"rumus": _words(book, item), "sumber": _origin(book, item, spine)}, keys)
        for item in book.indikator.values()
    )
    note = (
        "Ubah realisasi pada sel asalnya (atau ketik langsung di kolom Realisasi bagian berikut): capaian, predikat, "
        "efisiensi, jumlah, Ringkasan, dan grafik ikut berubah."
    )
    return Section(spines.CAPAIAN, f"Capaian tahun {book.settings.tahun}", columns, rows, (note,))


def _words(book: Book, indikator: Indikator) -> str:
    goal = target_of(book, indikator.kode, book.settings.tahun)
    if goal is None:
        return ""
    text = way(indikator, book.settings, goal).named()
    batas = BATAS[book.settings.option("batas_capaian") or TANPA.code]
    return text if batas.bound is None else f"{text}; {batas.label.lower()}"


def _origin(book: Book, indikator: Indikator, spine: Spine) -> str:
    """Where target and realisasi come from, in the examined file."""
    origins = []
    for label, section, column in (
        ("Target", spines.CAPAIAN, "target"),
        ("realisasi", spines.REALISASI, year_key("realisasi", book.settings.tahun)),
    ):
        spot = spine.at(indikator.kode, section, column)
        if spot is None or spot[1].number is None:
            continue
        cells = [spot[1].source] if spot[1].source else (list(spot[1].formula.cells()) if spot[1].formula else [])
        places = ", ".join(str(cell) for cell in cells if isinstance(cell, Where))
        origins.append(f"{label}: {places}" if places else label)
    return "; ".join(origins)


def _realisasi(book: Book, spine: Spine) -> Section:
    years = years_of(book)
    columns = (
        *FIRST,
        Column("satuan", "Satuan", width=11),
        Column("asal", "Asal realisasi", width=22),
        *figures(*((year_key("realisasi", tahun), f"Realisasi {tahun}") for tahun in years)),
    )
    keys = tuple(year_key("realisasi", tahun) for tahun in years)
    rows = tuple(
        _row(item, spine, spines.REALISASI, {"asal": ASAL.get(item.rumus, langsung).label}, keys)
        for item in book.indikator.values()
    )
    note = "Realisasi dari Data Dasar tidak dibulatkan; yang langsung dari sumbernya mengikuti tabel yang mencetaknya."
    return Section(spines.REALISASI, "Realisasi menurut tahun", columns, rows, (note,))


def _renstra(book: Book, spine: Spine) -> Section | None:
    if not book.settings.akhir:
        return None
    columns = (
        *FIRST,
        Column("satuan", "Satuan", width=11),
        Column("sifat", "Sifat kemajuan", width=22),
        *figures(
            ("target_akhir", f"Target {book.settings.akhir}"),
            *_upper(spine, spines.RENSTRA),
            ("realisasi_sd", f"Realisasi s.d. {book.settings.tahun}"),
            ("kemajuan", f"Kemajuan {book.settings.tahun} (%)"),
            ("kemajuan_sd", f"Kemajuan s.d. {book.settings.tahun} (%)"),
        ),
    )
    keys = tuple(column.key for column in columns[4:])
    rows = tuple(
        _row(item, spine, spines.RENSTRA, {"sifat": SIFAT[sifat_of(item)].label}, keys)
        for item in book.indikator.values()
    )
    return Section(spines.RENSTRA, "Kemajuan menuju target akhir Renstra", columns, rows)
