"""The sheet Ringkasan: is it ready, the key figures, what was found, what was not checked, and what was examined."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from lkj_xlsx.model.expression import Expression
from lkj_xlsx.model.finding import Level
from lkj_xlsx.model.message import say
from lkj_xlsx.model.report import KeyFigure, Report, Table, natural
from lkj_xlsx.spec.template import SOURCE_HASH, SOURCE_NAME, TEMPLATE
from lkj_xlsx.writers.marks import MARKS
from lkj_xlsx.writers.readiness import MEANINGS, file_name, headline, readiness
from lkj_xlsx.writers.xlsx import style as look
from lkj_xlsx.writers.xlsx.page import Page, page_breaks, set_page
from lkj_xlsx.writers.xlsx.pen import Pen, put, put_link
from lkj_xlsx.writers.xlsx.style import CENTRED, SMALL

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

    from lkj_xlsx.writers.xlsx.style import Styles

SHEET = "Ringkasan"
WIDTHS = (36, 26, 58)
CENTRED_SMALL = {**CENTRED, **SMALL}
READY = {"bg_color": "#E2EFDA", "font_color": "#375623"}
NOT_A_SCORE = (
    "Lembar ini hasil pemeriksaan hitungan dan kecocokan angka. Ini bukan nilai atau predikat resmi "
    "evaluasi SAKIP, dan bukan pengganti reviu."
)


def draw_summary(
    sheet: Worksheet,
    report: Report,
    sheets: Mapping[int, str],
    findings: str,
    styles: Styles,
    page: Page,
    formula: Callable[[Expression | None, str], str | None],
) -> None:
    """`sheets` gives the place of each table by its position in the report, `findings` that of the sheet Temuan,
    `formula` an expression as a cell of a sheet holds it.
    """
    pen = Pen(sheet, styles, WIDTHS)
    _top(pen, report)
    _figures(pen, report.figures, formula)
    _levels(pen, report, findings)
    _missing(pen, report)
    _tables(pen, report, sheets)
    _not_checked(pen, report)
    _sensitivity(pen, report)
    _identity(pen, report)
    sheet.freeze_panes(1, 0)
    set_page(sheet, page, wide=False, repeat=(0, 0), area=(0, 0, pen.row - 1, pen.last_column))
    sheet.set_h_pagebreaks(page_breaks(pen.starts, pen.heights, pen.row - 1, WIDTHS, wide=False))


def _top(pen: Pen, report: Report) -> None:
    """The title, whose report it is, and whether it is ready."""
    state = readiness(report)
    pen.wide("Ringkasan Hasil Pemeriksaan", 22.0, bold=True, font_size=14, align="center")
    pen.wide(
        headline(report),
        bold=True,
        align="center",
        font_size=11,
    )
    pen.row += 1
    pen.wide(
        f"{'✓' if state.ready else MARKS[Level.GALAT]} {state.sentence}",
        24.0,
        bold=True,
        align="center",
        font_size=12,
        border=2,
        **(READY if state.ready else look.level_look(Level.GALAT)),
    )
    pen.wide(NOT_A_SCORE, italic=True, font_size=9, align="center")


def _figures(pen: Pen, figures: Sequence[KeyFigure], formula: Callable[[Expression | None, str], str | None]) -> None:
    if figures:
        pen.section("Angka pokok")
    for figure in figures:
        code = {"num_format": _code(figure)} if isinstance(figure.value, Decimal) else {}
        props = {"align": "right", "bold": True, **code}
        pen.line((figure.label, figure.value, figure.words), {}, props, SMALL)
        text = formula(figure.formula, SHEET)
        if text is not None:
            put(pen.sheet, pen.row - 1, 1, figure.value, pen.styles.get(look.CELL, props), text)


def _code(figure: KeyFigure) -> str:
    if figure.kind == "rupiah":
        return look.literal("Rp ") + look.number_code("rupiah", figure.places)
    return look.number_code(figure.kind, figure.places, "%" if figure.kind == "persen" else "")


def _levels(pen: Pen, report: Report, findings: str) -> None:
    pen.section("Temuan menurut tingkat")
    for level in sorted(Level, reverse=True):
        pen.line(
            (f"{MARKS[level]} {level.word}", Decimal(report.open(level)), MEANINGS[level]),
            {**look.level_look(level), "bold": True},
            CENTRED,
            SMALL,
        )
    accepted = report.accepted()
    if accepted:
        pen.line(
            ("Diterima", Decimal(accepted), "Penyimpangan yang disetujui pada lembar Pengecualian."), {}, CENTRED, SMALL
        )
    checked = say(
        "{agree} dari {checked} angka yang diperiksa sesuai.",
        agree=report.summary.agree,
        checked=report.summary.checked,
    )
    pen.line(("Angka diperiksa", Decimal(report.summary.checked), str(checked)), {}, CENTRED, SMALL)
    put_link(pen.sheet, pen.row, 0, findings, "Buka lembar Temuan →", pen.styles.get(look.LINKED))
    pen.row += 1


def _tables(pen: Pen, report: Report, sheets: Mapping[int, str]) -> None:
    if report.tables:
        pen.section("Tabel laporan")
    for index, table in enumerate(report.tables):
        name = f"Tabel {table.number}" if table.number else table.title
        pen.line((None, _state(report, table), table.title), {}, CENTRED_SMALL, SMALL)
        put_link(
            pen.sheet,
            pen.row - 1,
            0,
            sheets[index],
            name,
            pen.styles.get(look.CELL, look.LINKED),
        )


def _state(report: Report, table: Table) -> str:
    """The open findings of a table by level, in marks and words."""
    levels = [
        item.level
        for item in report.findings
        if table.number and natural(item.tabel) == natural(table.number) and not item.accepted
    ]
    counts = [f"{MARKS[level]} {levels.count(level)} {level.word}" for level in sorted(set(levels), reverse=True)]
    return ", ".join(counts) or "tidak ada temuan"


def _missing(pen: Pen, report: Report) -> None:
    """What has to be there before the report may be attached, in the same words as everywhere."""
    items = readiness(report).missing
    if not items:
        return
    pen.section("Belum lengkap")
    for item in items:
        pen.line((item.what, str(item.where) if item.where else None, item.reason), {}, SMALL, SMALL)


def _not_checked(pen: Pen, report: Report) -> None:
    pen.section("Yang tidak diperiksa, dan sebabnya")
    for item in report.summary.not_checked:
        pen.line((item.what, str(item.where) if item.where else None, item.reason), {}, SMALL, SMALL)
    if not report.summary.not_checked:
        pen.wide("Semua angka hitungan dapat diperiksa.", **look.BORDERED)


def _sensitivity(pen: Pen, report: Report) -> None:
    """What the conclusions would be under the formulas that were not chosen."""
    if not report.sensitivity:
        return
    pen.section("Bila rumus lain yang dipakai")
    for item in report.sensitivity:
        if item.changed:
            count = say("{n} dari {all}", n=item.changed, all=item.total)
            pen.line((item.option, f"{item.variant}: {count}", str(item.message)), SMALL, CENTRED_SMALL, SMALL)
    quiet = [item.variant for item in report.sensitivity if not item.changed]
    if quiet:
        pen.wide(str(say("Tidak mengubah apa pun: {codes}.", codes=", ".join(dict.fromkeys(quiet)))), **SMALL)


def _identity(pen: Pen, report: Report) -> None:
    form = TEMPLATE.sheet("identitas")
    named = [(form.field(key), value) for key, value in report.identity.items() if form.has(key)]
    pen.section("Laporan yang diperiksa")
    for label, value in (
        *((spec.header, value) for spec, value in named if value and not spec.option),
        (SOURCE_NAME, file_name(report)),
        (SOURCE_HASH, report.source.get("sha256", "")),
        ("Alat", f"{report.tool.get('name', '')} {report.tool.get('version', '')}".strip()),
    ):
        pen.pair(label, value)
    options = report.options or tuple((spec.header, value, spec.help) for spec, value in named if spec.option)
    if options:
        pen.section("Rumus dan skala yang dipakai")
    for label, chosen, citation in options:
        pen.line((label, chosen or "belum dipilih", citation), {}, {}, SMALL)
