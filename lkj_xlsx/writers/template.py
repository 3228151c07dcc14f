"""The template workbook, drawn from the specification: empty, or filled with the rows of a data file."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from lkj_xlsx.model.declare import Variant
from lkj_xlsx.spec.field import Template, Years
from lkj_xlsx.spec.template import GUIDE_TITLE
from lkj_xlsx.writers.ours import TEMPLATE, untouched
from lkj_xlsx.writers.safe import write_whole
from lkj_xlsx.writers.template_form import proposals, write_form
from lkj_xlsx.writers.template_guide import write_guide
from lkj_xlsx.writers.template_lists import write_lists
from lkj_xlsx.writers.template_table import write_table
from lkj_xlsx.writers.xlsx.style import EVERYWHERE, Styles


def write_template(
    path: Path,
    template: Template,
    years: Years,
    variants: Sequence[Variant],
    data: Mapping[str, Any] | None = None,
    force: bool = False,
) -> None:
    """Write the template for these years to `path`.

    `data` is a data file's content already checked by `fill`; without it the template is empty. Entries that the
    data file leaves out of the form keep the template's proposals; `force` as in `write_whole`, but an empty template
    never takes the place of another: that may be filled. Errors: `OutputError`.
    """

    def same(target: Path) -> bool:
        return data is not None and untouched(target, TEMPLATE)

    write_whole(path, lambda temporary: _draw(temporary, template, years, variants, data or {}), force, same)


def _draw(path: Path, template: Template, years: Years, variants: Sequence[Variant], data: Mapping[str, Any]) -> None:
    from lkj_xlsx.writers.xlsx.file import File  # here, since the command line loads this module for its help

    content = io.BytesIO()  # as a file only when whole: a zip that meets a full disk complains again when it is let go
    with File(content, {"default_format_properties": dict(EVERYWHERE)}) as book:
        book.set_properties(
            {
                "title": f"{TEMPLATE} {years.tahun}",
                "subject": f"Versi template {template.version}",
                "comments": "Dibuat dengan lkj-xlsx",
            }
        )
        book.set_size(26000, 15000)
        styles = Styles(book)
        guide = book.add_worksheet(GUIDE_TITLE)
        sheets = [(book.add_worksheet(spec.title), spec) for spec in template.sheets]
        lists = write_lists(book, styles, template, variants)
        write_guide(guide, template, years, styles)
        for sheet, spec in sheets:
            if spec.form:
                entries = {**proposals(spec, template, years, variants), **data.get(spec.key, {})}
                write_form(sheet, spec, lists, entries, styles)
            else:
                write_table(sheet, spec, years, lists, data.get("lembar", {}).get(spec.key, ()), styles)
        guide.activate()
    path.write_bytes(content.getbuffer())
