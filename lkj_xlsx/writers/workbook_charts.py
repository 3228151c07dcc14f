"""The sheet Grafik: native charts, readable without colour, and the figures behind them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from lkj_xlsx.model.report import Chart, Section, Series
from lkj_xlsx.writers.shown import shown
from lkj_xlsx.writers.workbook_paper import TOP, Paper, draw_paper
from lkj_xlsx.writers.workbook_refs import Addresses
from lkj_xlsx.writers.xlsx import style as look
from lkj_xlsx.writers.xlsx.page import BETWEEN, Page

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

    from lkj_xlsx.writers.xlsx.style import Styles

GUIDE = "Grafik mengikuti angka di lembar Kertas Kerja dan tabel laporan; data yang digambar ada di bawahnya."
SCALE, PER_PAGE = 54, 4  # percent of the size, bands on a page of A4
PAPER = 9000  # percent times column units that A4 holds upright
PIXELS, PADDING, STANDARD = 7, 5, 8.43  # of a column: pixels a unit, pixels beside it; units where nobody set them
ROWS = 21  # rows of the sheet that a chart covers
WIDTH, HEIGHT, GAP = 1080, 400, 6  # pixels
FILLS = (
    {"fill": {"color": "#1F4E78"}},
    {"pattern": {"pattern": "wide_upward_diagonal", "fg_color": "#404040", "bg_color": "#FFFFFF"}},
    {"pattern": {"pattern": "percent_20", "fg_color": "#404040", "bg_color": "#FFFFFF"}},
    {"pattern": {"pattern": "wide_downward_diagonal", "fg_color": "#7F7F7F", "bg_color": "#FFFFFF"}},
)
PALE = {"fill": {"color": "#BDD7EE"}}  # bars that lines run across
DASHES = ("solid", "dash", "round_dot", "long_dash_dot", "square_dot", "long_dash", "dash_dot", "long_dash_dot_dot")
MARKERS = ("circle", "square", "triangle", "diamond", "x", "star", "plus", "long_dash")
INKS = ("#1F4E78", "#404040", "#7F7F7F", "#833C0B", "#548235", "#7030A0", "#BF8F00", "#000000")
KINDS = {"kolom": "column", "batang": "bar", "garis": "line"}
MILLIONS = "#,##0,,"  # a number format that shows millions


def chart_paper(name: str, charts: Sequence[Chart], sections: Sequence[Section]) -> Paper:
    """The sheet's sections, below the room that the charts take."""
    return Paper(name, "Grafik", GUIDE, tuple(sections), TOP + ROWS * (max(_bands(charts), default=-1) + 1) + 1)


def _bands(charts: Sequence[Chart]) -> list[int]:
    """The band (row of charts) of each; two halves share one."""
    bands: list[int] = []
    band, filled = -1, 2
    for chart in charts:
        size = 1 if chart.half else 2
        if filled + size > 2:
            band, filled = band + 1, 0
        filled += size
        bands.append(band)
    return bands


def draw_charts(
    book: Workbook,
    sheet: Worksheet,
    charts: Sequence[Chart],
    paper: Paper,
    styles: Styles,
    addresses: Addresses,
    page: Page,
) -> None:
    """One chart under the other, then the figures."""
    breaks = draw_paper(sheet, paper, styles, addresses, page, _columns(paper.widths()) if charts else 0)
    drawn = 2 * (WIDTH // 2 + GAP) / PIXELS
    _print(sheet, charts, max(drawn, sum(width + BETWEEN for width in paper.widths())), breaks)
    before = -1
    for declared, band in zip(charts, _bands(charts), strict=True):
        chart = _chart(book, declared, addresses)
        if chart is not None:
            left = GAP + (WIDTH // 2 + GAP if band == before else 0)
            options = {"x_offset": left, "y_offset": GAP, "description": shown(declared.title), "object_position": 3}
            sheet.insert_chart(TOP + band * ROWS, 0, chart, options)
        before = band


def _columns(widths: Sequence[float]) -> int:
    """The last column, counted from 0, that the widest band of charts reaches into."""
    covered, column = 0.0, -1
    while covered < 2 * (WIDTH // 2 + GAP):
        column += 1
        width = widths[column] if column < len(widths) else STANDARD
        covered += int(width * PIXELS + PADDING)
    return column


def _print(sheet: Worksheet, charts: Sequence[Chart], width: float, below: Sequence[int]) -> None:
    """Whole bands on every page; the figures begin a new one."""
    bands = max(_bands(charts), default=-1) + 1
    sheet.set_portrait()
    sheet.set_print_scale(min(SCALE, int(PAPER / width)))
    sheet.set_h_pagebreaks(
        [TOP + band * ROWS for band in range(PER_PAGE, bands, PER_PAGE)] + [TOP + bands * ROWS, *below]
    )


def _chart(book: Workbook, declared: Chart, addresses: Addresses) -> Any:
    categories = addresses.range(declared.categories)
    if categories is None:
        return None
    chart = book.add_chart({"type": KINDS[declared.kind]})
    lines = book.add_chart({"type": "line"}) if declared.kind == "kolom" else None
    bars = [item for item in declared.series if item.style == "kolom"]
    others = [item for item in declared.series if item.style != "kolom"]
    for index, item in enumerate(bars):
        series = _series(item, categories, addresses, declared, index)
        chart.add_series(_crossed(series) if others else series)
    target = lines if lines is not None else chart
    for style in ("garis", "titik"):
        for index, item in enumerate(each for each in others if each.style == style):
            target.add_series(_series(item, categories, addresses, declared, index))
    if lines is not None and others:
        chart.combine(lines)
    _dress(chart, declared)
    return chart


def _series(item: Series, categories: str, addresses: Addresses, declared: Chart, index: int) -> dict[str, Any]:
    series: dict[str, Any] = {
        "name": _text(item.name),
        "categories": categories,
        "values": addresses.range(item.values),
    }
    if item.style == "kolom":
        series |= {"border": {"color": "#404040", "width": 0.75}, "gap": 80, **FILLS[index % len(FILLS)]}
    else:
        ink, plain = INKS[index % len(INKS)], declared.kind == "kolom"
        series["line"] = {"color": ink, "width": 1.25 if plain else 2, "dash_type": DASHES[index % len(DASHES)]}
        series["marker"] = (
            {"type": "none"}
            if plain
            else {
                "type": MARKERS[index % len(MARKERS)],
                "size": 7,
                "border": {"color": ink},
                "fill": {"color": "#FFFFFF" if index % 2 else ink},
            }
        )
    if item.style == "titik":
        series["line"] = {"none": True}
        series["marker"] |= {"type": "diamond", "size": 10, "fill": {"color": INKS[index % len(INKS)]}}
    if item.labels:
        series["data_labels"] = {"value": True, "num_format": item.labels, "font": {"size": 8}}
    return series


def _crossed(series: dict[str, Any]) -> dict[str, Any]:
    """Bars that lines run across: pale, their values at the foot, where no line hides them."""
    if "data_labels" in series:
        series["data_labels"] |= {"position": "inside_base"}
    return series | PALE


def _text(name: str) -> str:
    """A name that the library cannot take for a reference to a cell."""
    return shown(name).replace("!", " ").lstrip("=")


def _dress(chart: Any, declared: Chart) -> None:
    small = {"size": 8, "color": look.INK}
    value_axis: dict[str, Any] = {
        "num_font": small,
        "major_gridlines": {"visible": True, "line": {"color": "#D9D9D9", "width": 0.5}},
        "line": {"none": True},
    }
    if declared.axis == "rupiah":
        value_axis |= {"num_format": MILLIONS, "name": "juta rupiah", "name_font": {"size": 8, "bold": False}}
    else:
        value_axis |= {"num_format": "#,##0.##", "name": _text(declared.axis), "name_font": {"size": 8, "bold": False}}
        value_axis["min"] = 0 if declared.from_zero or declared.kind == "batang" else None
    name_axis: dict[str, Any] = {"num_font": small, "label_position": "low"}  # below also where bars hang down
    if declared.kind == "batang":  # the first name on top, the figures below
        name_axis |= {"reverse": True, "crossing": "max"}
    chart.set_x_axis(value_axis if declared.kind == "batang" else name_axis)
    chart.set_y_axis(name_axis if declared.kind == "batang" else value_axis)
    chart.set_title({"name": _text(declared.title), "name_font": {"size": 11, "color": look.INK}, "overlay": False})
    chart.set_legend({"position": "bottom", "font": {"size": 8}})
    chart.set_size({"width": WIDTH // 2 if declared.half else WIDTH, "height": HEIGHT})
    chart.show_blanks_as("gap")
