"""From a finished workbook of ours back to the filled template it was made of.

A finished workbook shows recomputed figures beside the published ones; what was published stands in the template
alone. It tells that file's name and SHA-256, so that the very same bytes can be found beside it.
"""

from __future__ import annotations

from pathlib import Path

from lkj_xlsx.errors import UnknownTemplate
from lkj_xlsx.model.limits import USUAL, Limits
from lkj_xlsx.model.message import say
from lkj_xlsx.reader.package import sha256
from lkj_xlsx.spec.field import plain_title
from lkj_xlsx.spec.template import SOURCE_HASH, SOURCE_NAME, SUMMARY_TITLE

WORKBOOKS = (".xlsx", ".xlsm")


def filled(path: Path, limits: Limits = USUAL) -> Path:
    """The filled template that is meant by a path: itself, or the one a finished workbook was made of.

    Raises `UnknownTemplate` where that one no longer lies beside it, `UnreadableWorkbook` as any reading does.
    """
    source = _source(path, limits)
    if source is None:
        return path
    name, digest = source
    near = sorted(p for p in path.parent.iterdir() if p.suffix.lower() in WORKBOOKS and p.is_file() and p != path)
    for other in sorted(near, key=lambda item: item.name != name):  # the one of that name is looked at first
        if sha256(other) == digest:
            return other
    raise UnknownTemplate(
        say(
            "{path}: ini buku kerja hasil pemeriksaan {name}. Berkas terisi itu, tanpa perubahan sejak diperiksa, "
            "tidak ada di foldernya: sebutkan berkas terisinya.",
            path=path,
            name=name,
        )
    )


def _source(path: Path, limits: Limits) -> tuple[str, str] | None:
    """Name and SHA-256 of the examined file, None where the workbook is no finished one."""
    from lkj_xlsx.reader.workbook import open_workbook

    with open_workbook(path, limits) as workbook:
        tab = next((tab for tab in workbook.tabs if plain_title(tab.title) == plain_title(SUMMARY_TITLE)), None)
        if tab is None:
            return None
        rows = workbook.grid(tab).rows.values()
        pairs = {str(row[1].raw): str(row[2].raw) for row in rows if 1 in row and 2 in row}
    name, digest = pairs.get(SOURCE_NAME), pairs.get(SOURCE_HASH)
    return (name, digest) if name is not None and digest is not None else None
