"""Drop-down lists: a hidden sheet holds their words, defined names hold their places.

A list typed into a validation ends at 255 characters; a named range has no such end.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from lkj_xlsx.model.cell import letters
from lkj_xlsx.model.declare import Variant
from lkj_xlsx.model.options import by_option
from lkj_xlsx.spec.field import Field, Role, Sheet, Template
from lkj_xlsx.spec.template import LISTS_TITLE
from lkj_xlsx.writers.xlsx.page import PROTECTION
from lkj_xlsx.writers.xlsx.pen import put_text
from lkj_xlsx.writers.xlsx.style import Styles, role_head

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

FIRST_ROW = 5  # data begin here on every sheet of columns, counted from 1
_END = 1_048_576
_BEHIND = "zzzz"


def list_name(sheet: Sheet, field: Field) -> str:
    """The defined name that holds a field's list, "" where it has none."""
    if field.choices:
        return f"pilihan_{sheet.key}_{field.key}"
    if field.option:
        return f"pilihan_{field.option}"
    return f"kode_{field.refers}" if field.refers else ""


def word_lists(template: Template, variants: Sequence[Variant]) -> Mapping[str, tuple[str, ...]]:
    """Words of every fixed list by its defined name: the field's choices or the labels of the option's variants."""
    groups = by_option(variants)
    lists: dict[str, tuple[str, ...]] = {}
    for sheet in template.sheets:
        for field in sheet.fields:
            words = field.choices or tuple(item.label for item in groups.get(field.option, ()))
            if words:
                lists[list_name(sheet, field)] = words
    return lists


def code_column(sheet: Sheet) -> str:
    """The formula of the filled part of the column that other sheets refer to, gaps included.

    A text searched for behind all others is found at the last text; numbers among the codes are counted instead.
    """
    place = next(n for n, field in enumerate(sheet.fields, start=1) if field.key == sheet.key_field)
    column, name = letters(place), "'" + sheet.title.replace("'", "''") + "'"
    first = f"{name}!${column}${FIRST_ROW}"
    whole = f"{first}:${column}${_END}"
    return f'={first}:INDEX({whole},MAX(1,COUNTA({whole}),IFERROR(MATCH("{_BEHIND}",{whole},1),0)))'


def write_lists(book: Workbook, styles: Styles, template: Template, variants: Sequence[Variant]) -> frozenset[str]:
    """Write the hidden sheet, one column a list, and define all names; returns the names that have a list."""
    sheet = book.add_worksheet(LISTS_TITLE)
    lists = word_lists(template, variants)
    head = styles.get(role_head(Role.LABEL))
    for column, (name, words) in enumerate(lists.items()):
        sheet.set_column(column, column, 40)
        put_text(sheet, 0, column, name, head)
        for row, word in enumerate(words, start=1):
            put_text(sheet, row, column, word)
        place = letters(column + 1)
        book.define_name(name, f"='{LISTS_TITLE}'!${place}$2:${place}${len(words) + 1}")
    referred = {field.refers for item in template.sheets for field in item.fields if field.refers}
    for key in sorted(referred):
        book.define_name(f"kode_{key}", code_column(template.sheet(key)))
    sheet.protect("", PROTECTION)
    sheet.hide()
    return frozenset(lists) | {f"kode_{key}" for key in referred}
