"""A sheet of the template under another name, known again by its headings."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lkj_xlsx.errors import UnreadableWorkbook
from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.fact import Remark
from lkj_xlsx.reader.header import find_header
from lkj_xlsx.spec import remarks
from lkj_xlsx.spec.field import Sheet, Template, Years

if TYPE_CHECKING:
    from lkj_xlsx.reader.grid import Grid
    from lkj_xlsx.reader.layout import Titles
    from lkj_xlsx.reader.workbook import Workbook

FEWEST = 2  # headings that must be found beyond those that do not fit
ANY_YEAR = Years(0, 0, 0)


def recognised(workbook: Workbook, titles: Titles, template: Template) -> Titles:
    """The pairs of titles, and for a missing sheet the one visible sheet of another name that has its headings.

    It must have every required heading and fit this sheet's headings better than any other's. Where two sheets may be
    meant, neither is taken.
    """
    foreign = {remark.where.sheet for remark in titles.remarks if remark.kind == remarks.LEMBAR_ASING}
    missing = [sheet for sheet in template.sheets if sheet.key not in titles.positions and not sheet.form]
    if not foreign or not missing:
        return titles
    meant: dict[str, list[int]] = {}
    for position, tab in enumerate(workbook.tabs):
        if tab.title in foreign and not tab.hidden:
            key = _meant(workbook, position, template)
            meant.setdefault(key, []).append(position)
    found = {sheet: meant[sheet.key][0] for sheet in missing if len(meant.get(sheet.key, ())) == 1}
    named = {workbook.tabs[position].title: sheet.title for sheet, position in found.items()}
    kept = (
        remark
        for remark in titles.remarks
        if not (remark.kind == remarks.LEMBAR_ASING and remark.where.sheet in named)
        and not (remark.kind == remarks.LEMBAR_HILANG and remark.detail in named.values())
    )
    noted = (Remark(remarks.LEMBAR_LAIN_NAMA, Where(title), meaning) for title, meaning in named.items())
    positions = {**titles.positions, **{sheet.key: position for sheet, position in found.items()}}
    return replace(titles, positions=positions, remarks=(*kept, *noted))


def _meant(workbook: Workbook, position: int, template: Template) -> str:
    """The key of the declared sheet whose headings a sheet has, "" where it has those of none."""
    try:
        grid = workbook.grid(workbook.tabs[position])
    except UnreadableWorkbook:
        return ""
    scores = {sheet.key: _score(grid, sheet) for sheet in template.sheets if not sheet.form}
    best = max(scores.values())
    leaders = [key for key, score in scores.items() if score == best]
    return leaders[0] if best >= FEWEST and len(leaders) == 1 else ""


def _score(grid: Grid, sheet: Sheet) -> int:
    """How well a sheet's headings fit: those found less those that lack or that it does not know; 0 where a required
    one is not there."""
    header = find_header(grid, sheet, ANY_YEAR)
    found = {key.partition("@")[0] for key in header.columns}
    complete = all(field.key in found for field in sheet.fields if field.required)
    return len(found) - len(header.remarks) if complete else 0
