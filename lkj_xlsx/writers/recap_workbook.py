"""The recap as a workbook: Ringkasan with charts, Rekap with one row a file, Temuan with what was found in each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lkj_xlsx.model.number import decimal_of
from lkj_xlsx.model.outcome import FindingLine, FolderTotals, Outcome
from lkj_xlsx.writers.ours import RECAP
from lkj_xlsx.writers.recap_columns import COLUMNS, LINE_COLUMNS, NO, YES, cell_of
from lkj_xlsx.writers.xlsx.page import set_a4
from lkj_xlsx.writers.xlsx.pen import LAST_ROW, put, put_headings, put_merged, put_text, widen
from lkj_xlsx.writers.xlsx.style import FONT, HEAD_FILL, SHEET_TITLE, Styles

if TYPE_CHECKING:
    import pandas
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

SUMMARY, ROWS, LINES = "Ringkasan", "Rekap", "Temuan"
HEADING = 3  # the row of headings, counted from 0
CHARTED = 20  # offices in the chart: more could not be read
MORE = "dan {n} temuan lain dalam berkas ini"
LEVELS = (("galat", "#C00000"), ("beda", "#FFC000"), ("periksa", "#5B9BD5"))
KEYS = {column.title: column.key for column in COLUMNS}
NOTES = (
    "Urutan: yang terburuk lebih dahulu; berkas yang tidak dapat diperiksa paling atas, karena isinya belum dilihat.",
    "Dampak rupiah: jumlah selisih mutlak temuan pokok pada kolom rupiah. Ukuran besarnya salah tulis, bukan kerugian.",
    "Ini pemeriksaan hitungan, bukan nilai atau predikat resmi evaluasi SAKIP.",
)


def make_recap(rows: Sequence[Outcome], path: Path) -> None:
    """Write the workbook of ranked outcomes."""
    from lkj_xlsx.writers.xlsx.file import File

    with File(str(path)) as book:
        book.set_properties({"title": RECAP, "author": "lkj-xlsx"})
        styles = Styles(book, FONT)
        summary, table, lines = (book.add_worksheet(name) for name in (SUMMARY, ROWS, LINES))
        _summary(summary, rows, styles, book)
        _rows(table, rows, styles)
        _lines(lines, rows, styles)


def _title(sheet: Worksheet, text: str, note: str, styles: Styles) -> None:
    sheet.hide_gridlines(2)
    put_text(sheet, 0, 0, text, styles.get(SHEET_TITLE))
    put_text(sheet, 1, 0, note, styles.get(italic=True))


def _headings(sheet: Worksheet, titles: Sequence[tuple[str, int]], styles: Styles) -> None:
    heading = styles.get(bold=True, bg_color=HEAD_FILL, border=1, text_wrap=True, align="center")
    widen(sheet, [width for _, width in titles])
    put_headings(sheet, HEADING, [title for title, _ in titles], heading)
    sheet.set_row(HEADING, 30)  # two lines
    sheet.freeze_panes(HEADING + 1, 2)
    set_a4(sheet, wide=True)
    sheet.repeat_rows(HEADING)


def _rows(sheet: Worksheet, rows: Sequence[Outcome], styles: Styles) -> None:
    _title(sheet, "Rekap pemeriksaan", "Satu baris tiap berkas, yang terburuk lebih dahulu.", styles)
    _headings(sheet, [("Peringkat", 10), *((column.title, column.width) for column in COLUMNS)], styles)
    number, amount, text = styles.get(num_format="0"), styles.get(num_format="#,##0"), styles.get()
    for place, outcome in enumerate(rows, start=1):
        line = HEADING + place
        put(sheet, line, 0, place, number)
        for index, column in enumerate(COLUMNS, start=1):
            value = cell_of(outcome, column)
            if value is None:
                continue
            if column.kind in ("angka", "rupiah"):
                put(sheet, line, index, value, number if column.kind == "angka" else amount)
            elif column.kind == "ya":
                put(sheet, line, index, YES if value else NO, text)
            elif value:
                put(sheet, line, index, value, text)
    sheet.autofilter(HEADING, 0, HEADING + max(1, len(rows)), len(COLUMNS))


def _lines(sheet: Worksheet, rows: Sequence[Outcome], styles: Styles) -> None:
    _title(sheet, "Temuan tiap berkas", "Berkas menurut urutan rekap; temuan menurut urutan laporannya.", styles)
    _headings(sheet, [("Berkas", 40), *((title, width) for title, _, width in LINE_COLUMNS)], styles)
    text = styles.get()
    place = HEADING
    for outcome in rows:
        for line in (*outcome.lines, *_more(outcome)):
            place += 1
            if place >= LAST_ROW:
                put(sheet, LAST_ROW, 0, "Lembar penuh; temuan lain ada dalam hasil tiap berkas.", text)
                return
            put_text(sheet, place, 0, outcome.path, text)
            for index, (_, field, _) in enumerate(LINE_COLUMNS, start=1):
                if value := getattr(line, field):
                    put(sheet, place, index, value, text)
    sheet.autofilter(HEADING, 0, max(place, HEADING + 1), len(LINE_COLUMNS))


def _more(outcome: Outcome) -> Iterator[FindingLine]:
    if outcome.more:
        yield FindingLine("", "", message=MORE.format(n=outcome.more))


def _summary(sheet: Worksheet, rows: Sequence[Outcome], styles: Styles, book: Workbook) -> None:
    _title(sheet, "Ringkasan rekap pemeriksaan laporan kinerja", NOTES[-1], styles)
    widen(sheet, (44, 22))
    plain, number, amount = styles.get(), styles.get(num_format="0"), styles.get(num_format="#,##0")
    totals = FolderTotals.of(rows)
    lines: list[tuple[str, Decimal | int, Format]] = [
        ("Berkas", totals.files, number),
        ("Tidak dapat diperiksa", totals.unread, number),
        ("Tanpa galat", totals.clean, number),
        *((f"Temuan {word}", count, number) for word, count in totals.levels.items()),
        ("Temuan diterima", totals.accepted, number),
        ("Predikat yang berubah", totals.predikat, number),
        ("Kata tercapai yang berubah", totals.tercapai, number),
        ("Kata efisien yang berubah", totals.efisien, number),
        ("Dampak rupiah", totals.rupiah, amount),
    ]
    for place, (label, value, form) in enumerate(lines, start=HEADING):
        put(sheet, place, 0, label, plain)
        put(sheet, place, 1, value, form)
    for place, note in enumerate(NOTES[:-1], start=HEADING + len(lines) + 1):
        put_merged(sheet, (place, 0, place, 1), note, styles.get(italic=True, text_wrap=True))
        sheet.set_row(place, 42)
    _charts(book, sheet, totals.unread, min(totals.files, totals.unread + CHARTED))


def _charts(book: Workbook, sheet: Worksheet, first: int, end: int) -> None:
    """Findings of the worst offices, and their rupiah; offices first to end (not counted in) of the ranked rows."""
    if first >= end:
        return
    keys = [column.key for column in COLUMNS]

    def cells(key: str) -> list[Any]:
        place = keys.index(key) + 1
        return [ROWS, HEADING + 1 + first, place, HEADING + end, place]

    def series(key: str, name: str, colour: str) -> dict[str, Any]:
        return {"name": name, "categories": cells("opd"), "values": cells(key), "fill": {"color": colour}, "gap": 50}

    stacked = book.add_chart({"type": "bar", "subtype": "stacked"})
    for word, colour in LEVELS:
        stacked.add_series(series(word, word, colour))
    stacked.set_legend({"position": "bottom"})
    amount = book.add_chart({"type": "bar"})
    amount.add_series(series("dampak_rupiah", "Dampak (Rp)", "#1F4E78"))
    amount.set_legend({"none": True})
    for place, (chart, title) in enumerate(((stacked, "Temuan menurut tingkat"), (amount, "Dampak rupiah"))):
        chart.set_title({"name": f"{title}: {end - first} berkas teratas", "name_font": {"size": 12}})
        chart.set_y_axis({"reverse": True, "num_font": {"size": 8}})
        chart.set_x_axis({"major_gridlines": {"visible": True, "line": {"color": "#D9D9D9"}}, "num_format": "#,##0"})
        chart.set_size({"width": 760, "height": 480})
        sheet.insert_chart(HEADING + place * 25, 3, chart)


def read_rows(path: Path) -> list[dict[str, Any]]:
    """The rows of a recap by their columns' keys, rupiah as the 15 digits kept. Raises where it is no recap."""
    frame = _sheet(path, ROWS)
    frame = frame.set_axis([KEYS.get(title, title) for title in frame.columns], axis="columns")
    rows = [{str(key): value for key, value in row.items()} for row in frame.to_dict("records")]
    return [{**row, "dampak_rupiah": decimal_of(float(row["dampak_rupiah"] or 0))} for row in rows]


def read_lines(path: Path) -> dict[str, tuple[tuple[FindingLine, ...], int]]:
    """Findings by file, and how many more there were than listed."""
    findings: dict[str, tuple[tuple[FindingLine, ...], int]] = {}
    before, after = MORE.split("{n}")
    for row in _sheet(path, LINES).to_dict("records"):
        lines, more = findings.get(row["Berkas"], ((), 0))
        line = FindingLine(**{field: row[title] for title, field, _ in LINE_COLUMNS})
        if line.code:
            lines = (*lines, line)
        elif line.message.startswith(before):
            more = int(line.message.removeprefix(before).removesuffix(after))
        findings[row["Berkas"]] = (lines, more)
    return findings


def _sheet(path: Path, name: str) -> pandas.DataFrame:
    """A sheet as text, as a spreadsheet program holds it: whole numbers lose the `.0` a reader may give them."""
    import pandas

    return pandas.read_excel(path, sheet_name=name, header=HEADING, dtype=str, keep_default_na=False)
