"""The sheet Temuan: every finding on a row that filters, with a link to its cell in the report's tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.finding import Finding
from lkj_xlsx.model.report import Item
from lkj_xlsx.writers.figures import MOST_PLACES, difference_places, is_year, stated_places
from lkj_xlsx.writers.marks import MARKS
from lkj_xlsx.writers.xlsx import style as look
from lkj_xlsx.writers.xlsx.fit import figure_width, height, lines
from lkj_xlsx.writers.xlsx.page import Page, set_page
from lkj_xlsx.writers.xlsx.pen import put, put_headings, put_link, put_merged, widen

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

    from lkj_xlsx.writers.xlsx.style import Styles

COLUMNS = (
    ("No", 5),
    ("Tingkat", 11),
    ("Kode", 8),
    ("Tabel", 7),
    ("Tempat", 20),
    ("Perihal", 26),
    ("Tertulis", 13),
    ("Seharusnya", 13),
    ("Selisih", 11),
    ("Penjelasan dan langkah", 46),
    ("Kemungkinan sebab", 24),
    ("Akibat", 18),
    ("Tanggapan", 22),
    ("Penanggung Jawab", 16),
    ("Status", 9),
)
HEAD_ROW, FIRST = 2, 3
PLACE_COLUMN = 4
SUBJECT = 5  # indented under the root it follows from
MOST_INDENT = 4
REPLY = range(12, 15)  # filled by the office
STATUS = ("Belum", "Proses", "Selesai", "Ditolak")
FIGURES = range(6, 9)
CENTRED = frozenset({0, 1, 2, 3, 14})
MOST_LINKS = 60_000  # a sheet holds 65,530


def draw_findings(
    sheet: Worksheet,
    findings: Sequence[tuple[int, Finding]],
    targets: Mapping[Where, str],
    sheets: Mapping[str, str],
    styles: Styles,
    page: Page,
) -> None:
    """`findings` in the order of the tree, each with its depth in it.

    `targets` maps a cell of the examined workbook, `sheets` a table number, to the place a link leads to.
    """
    last, widths = len(COLUMNS) - 1, _widths([finding for _, finding in findings])
    put_merged(sheet, (0, 0, 0, last), "Temuan", styles.get(look.SHEET_TITLE))
    guide = (
        "Yang terberat lebih dahulu. Saring dengan panah pada judul kolom; kolom Tempat menunjuk sel berkas yang "
        "diperiksa dan membuka selnya di tabel laporan. Tiga kolom terakhir untuk tanggapan perangkat daerah."
    )
    put_merged(sheet, (1, 0, 1, last), guide, styles.get(look.SMALL))
    head = styles.get(look.HEADED, text_wrap=True)
    widen(sheet, widths)
    put_headings(sheet, HEAD_ROW, [title for title, _ in COLUMNS], head)
    sheet.set_row(HEAD_ROW, height(1) + 6)
    for index, (depth, finding) in enumerate(findings):
        _row(sheet, FIRST + index, index + 1, finding, depth, styles, widths)
        target = (targets.get(finding.where) if finding.where else None) or sheets.get(finding.tabel)
        if target and index < MOST_LINKS:
            style = styles.get(_base(PLACE_COLUMN), look.LINKED)
            put_link(sheet, FIRST + index, PLACE_COLUMN, target, str(finding.where or f"Tabel {finding.tabel}"), style)
    bottom = FIRST + max(1, len(findings)) - 1
    if not findings:
        put_merged(sheet, (FIRST, 0, FIRST, last), "Tidak ada temuan.", styles.get(look.BORDERED))
    if findings:
        listed = {"validate": "list", "source": list(STATUS), "input_title": "Status", "input_message": "Pilih status."}
        sheet.data_validation(FIRST, REPLY[-1], bottom, REPLY[-1], listed)
    sheet.autofilter(HEAD_ROW, 0, bottom, last)
    sheet.freeze_panes(FIRST, 0)
    set_page(sheet, page, wide=True, repeat=(HEAD_ROW, HEAD_ROW), area=(0, 0, bottom, last))


def _widths(findings: Sequence[Finding]) -> tuple[float, ...]:
    """The columns' widths; those of figures hold the longest one."""
    needed = [float(width) for _, width in COLUMNS]
    for finding in findings:
        for index, value in zip(FIGURES, (finding.stated, finding.recomputed, finding.difference), strict=True):
            if isinstance(value, Decimal):
                shown_width = figure_width([Item(value, _places(index, value, finding))])
                needed[index] = max(needed[index], round(shown_width, 1))
    return tuple(needed)


def _row(
    sheet: Worksheet, row: int, number: int, finding: Finding, depth: int, styles: Styles, widths: Sequence[float]
) -> None:
    values = _values(number, finding)
    for index, value in enumerate(values):
        props = _base(index)
        if isinstance(value, Decimal):
            places = _places(index, value, finding)
            year = not places and is_year(value)
            code = look.number_code("rasio" if year else "angka", places)
            props |= {"num_format": look.spaced(code) if index in FIGURES else code, "text_wrap": False}
        elif index in FIGURES:
            props |= {"align": "left", "indent": 1}
        if index == SUBJECT and depth:
            props["indent"] = min(1 + depth, MOST_INDENT)
        if index == 1:
            props |= look.level_look(finding.level)
        if index in REPLY:
            props["bg_color"] = look.INPUT_FILL
        put(sheet, row, index, value, styles.get(props))
    needed = max(lines(value, width) for value, width in zip(values, widths, strict=True) if isinstance(value, str))
    sheet.set_row(row, height(needed))


def _base(index: int) -> dict[str, Any]:
    align = "center" if index in CENTRED else ("right" if index in FIGURES else "left")
    return {
        **look.BORDERED,
        "text_wrap": True,
        "valign": "top",
        "align": align,
        "indent": 1 if align == "left" else 0,
    }


def _values(number: int, finding: Finding) -> tuple[Decimal | str | None, ...]:
    where = finding.where
    level = f"{MARKS[finding.level]} {finding.level.word}" + (" (diterima)" if finding.accepted else "")
    message = str(finding.message) + (f" Diterima: {finding.accepted}" if finding.accepted else "")
    if finding.step and not finding.accepted:
        message += f"\n→ {finding.step}"
    return (
        Decimal(number),
        level,
        finding.code,
        finding.tabel or None,
        str(where) if where else None,
        finding.title or None,
        finding.stated,
        finding.recomputed,
        finding.difference,
        message,
        _cause(finding),
        str(finding.consequence) if finding.consequence else None,
        None,
        None,
        None,
    )


def _cause(finding: Finding) -> str | None:
    sentences = [f"Ikut salah karena {finding.root}."] if finding.root is not None else []
    if finding.cause is not None:
        sentences.append(str(finding.cause.words))
    return "\n".join(sentences) or None


def _places(index: int, value: Decimal, finding: Finding) -> int:
    """Decimals shown: a running number has none, a typed figure its own, a small difference enough to be seen."""
    if index not in FIGURES:
        return 0
    if index == FIGURES[0]:
        return stated_places(value)
    return min(MOST_PLACES, finding.places) if index == FIGURES[1] else difference_places(finding, value)
