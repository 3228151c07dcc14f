"""The form sheet: one line a field, `Isian | Nilai | Keterangan`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from lkj_xlsx.model.declare import Variant
from lkj_xlsx.model.options import by_option
from lkj_xlsx.spec.field import Field, Role, Sheet, Template, Years
from lkj_xlsx.writers.ours import TEMPLATE
from lkj_xlsx.writers.template_checks import add_check
from lkj_xlsx.writers.template_columns import INDENT, guide_line
from lkj_xlsx.writers.template_entries import Entry, put_entry
from lkj_xlsx.writers.template_table import HEADER
from lkj_xlsx.writers.xlsx.fit import rough_lines
from lkj_xlsx.writers.xlsx.page import set_form
from lkj_xlsx.writers.xlsx.pen import put, put_text, widen
from lkj_xlsx.writers.xlsx.style import GUIDE, LEFT, MUTED, NOTE, TITLE, Styles, role_head

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

HEADINGS = ("Isian", "Nilai", "Keterangan")
_WIDTHS = (36, 50, 62)
TAB = "#9C6A00"


def proposals(spec: Sheet, template: Template, years: Years, variants: Sequence[Variant]) -> Mapping[str, Entry]:
    """What the empty form already holds: version, years, fixed defaults, and the default variant of each option."""
    labels = {
        option: next((item.label for item in group if item.default), None)
        for option, group in by_option(variants).items()
    }
    known: dict[str, Entry] = {
        "versi": str(template.version),
        "tahun": years.tahun,
        "awal": years.awal,
        "akhir": years.akhir,
    }
    return {field.key: known.get(field.key) or field.default or labels.get(field.option) for field in spec.fields}


def write_form(
    sheet: Worksheet, spec: Sheet, lists: frozenset[str], entries: Mapping[str, Entry], styles: Styles
) -> None:
    """Draw the form; `entries` holds the content of the column Nilai by field key."""
    widen(sheet, _WIDTHS)
    sheet.set_row(0, 27)
    sheet.set_row(1, 18)
    put_text(sheet, 0, 0, spec.title, styles.get(TITLE))
    put_text(sheet, 1, 0, guide_line(spec), styles.get(GUIDE))
    sheet.set_row(HEADER, 24)
    for place, (text, role) in enumerate(zip(HEADINGS, (Role.LABEL, Role.MASUKAN, Role.LABEL), strict=True)):
        put_text(sheet, HEADER, place, text, styles.get(role_head(role)))
    row = HEADER
    for title, fields in groups(spec):
        row += 1
        _group(sheet, row, title, styles)
        for field in fields:
            row += 1
            _line(sheet, row, field, entries.get(field.key), styles)
            add_check(sheet, spec, field, field.header, lists, row, row, 1)
    sheet.freeze_panes(HEADER + 1, 0)
    sheet.ignore_errors({"number_stored_as_text": f"B{HEADER + 2}:B{row + 1}"})
    sheet.set_tab_color(TAB)
    set_form(sheet, False, TEMPLATE)


def groups(spec: Sheet) -> tuple[tuple[str, Sequence[Field]], ...]:
    """The form's lines under their two headings: who reports, and how is to be computed."""
    first = next((n for n, field in enumerate(spec.fields) if field.option), len(spec.fields))
    named = (("Identitas laporan", spec.fields[:first]), ("Pengaturan perhitungan", spec.fields[first:]))
    return tuple((title, fields) for title, fields in named if fields)


def _group(sheet: Worksheet, row: int, title: str, styles: Styles) -> None:
    """A heading of its own row; its cell under Nilai is blank, so that no reader takes it for an answer."""
    look = styles.get(NOTE, bold=True, bg_color="#DCE6F1", font_color="#17365D")
    sheet.set_row(row, 21)
    for column, text in enumerate((title, None, None)):
        put(sheet, row, column, text, look)


def _line(sheet: Worksheet, row: int, field: Field, entry: Entry, styles: Styles) -> None:
    """A label, its cell, its explanation; the version is shown as a label since nobody is to change it."""
    note = field.help + (" Wajib diisi." if field.required and field.role is not Role.LABEL else "")
    sheet.set_row(
        row, 15.75 * max(rough_lines(note, _WIDTHS[2] - INDENT), rough_lines(str(entry or ""), _WIDTHS[1] - INDENT)) + 5
    )
    put_text(sheet, row, 0, field.header, styles.get(NOTE, bold=field.required))
    put_text(sheet, row, 2, note, styles.get(NOTE, font_color=MUTED, font_size=10))
    if field.role is Role.LABEL:
        put_text(sheet, row, 1, str(entry), styles.get(NOTE, num_format="@"))
        return
    put_entry(sheet, row, 1, entry, field.role, field.kind, styles, LEFT)
