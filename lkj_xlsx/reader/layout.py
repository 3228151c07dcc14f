"""Which sheet of the file is which sheet of the template, by title alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lkj_xlsx.errors import UnknownTemplate
from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.fact import Remark
from lkj_xlsx.model.message import say
from lkj_xlsx.reader.names import nearest
from lkj_xlsx.spec import remarks
from lkj_xlsx.spec.field import Sheet, Template, plain_title
from lkj_xlsx.spec.template import GUIDE_TITLE, LISTS_TITLE

ENOUGH = 3  # required sheets that make a workbook without a version still this template
_RESULT = frozenset({"temuan", "ringkasan"})
_OURS = frozenset({plain_title(GUIDE_TITLE), plain_title(LISTS_TITLE)})  # written by the template, nothing to read


@dataclass(frozen=True, slots=True)
class Titles:
    """Positions of the file's sheets by spec key, and what was odd about the titles."""

    positions: Mapping[str, int]
    remarks: tuple[Remark, ...] = ()


def match_titles(titles: Sequence[str], hidden: Sequence[bool], template: Template) -> Titles:
    """Pair the file's sheets with the declared ones, without regard to case, spaces and punctuation."""
    positions: dict[str, int] = {}
    noted: list[Remark] = []
    wanted = {plain_title(title): sheet for sheet in template.sheets for title in (*sheet.aliases, sheet.title)}
    for position, title in enumerate(titles):
        sheet = wanted.get(plain_title(title))
        if sheet is None:
            if plain_title(title) not in _OURS:
                near = nearest(title, (each.title for each in template.sheets))
                noted.append(Remark(remarks.LEMBAR_ASING, Where(title), near))
            continue
        if sheet.key in positions:
            noted.append(_twice(sheet, titles, positions, position))
        else:
            positions[sheet.key] = position
    for key, position in positions.items():
        if hidden[position]:
            noted.append(Remark(remarks.LEMBAR_TERSEMBUNYI, Where(titles[position]), template.sheet(key).title))
    for sheet in template.sheets:
        if sheet.key not in positions:
            noted.append(Remark(remarks.LEMBAR_HILANG, Where(sheet.title), sheet.title))
    return Titles(positions, tuple(noted))


def _twice(sheet: Sheet, titles: Sequence[str], positions: dict[str, int], position: int) -> Remark:
    """Of two sheets for one, the one titled exactly as declared is read, else the first; the other is remarked."""
    kept, other = positions[sheet.key], position
    if titles[position] == sheet.title:
        kept, other = other, kept
    positions[sheet.key] = kept
    return Remark(remarks.LEMBAR_GANDA, Where(titles[other]), titles[kept])


def check_known(titles: Sequence[str], positions: Mapping[str, int], template: Template, version: str) -> None:
    """Raise `UnknownTemplate` for another version, a finished workbook of ours, or a workbook of another kind.

    `version` is the text in the template's own version cell, "" where there is none.
    """
    known = str(template.version)
    if version:
        if version.removesuffix(".0").lstrip("vV ") == known:
            return
        raise UnknownTemplate(
            say(
                "Template versi {0}, alat ini mengenal versi {1}: buat template baru dengan `lkj-xlsx template`, "
                "lalu salin isiannya ke sana.",
                version,
                known,
            )
        )
    if {plain_title(title) for title in titles} >= _RESULT:
        raise UnknownTemplate(
            say("Ini buku kerja hasil pemeriksaan, bukan template isian: periksa berkas template yang asli.")
        )
    form = template.sheets[0]
    if form.key not in positions and len(positions) >= ENOUGH:
        raise UnknownTemplate(
            say(
                "Lembar {0} tidak ada: tanpa tahun laporan dan rumus yang dipilih tidak ada yang dapat diperiksa. "
                "Salin kembali lembar itu dari template.",
                form.title,
            )
        )
    required = [sheet for sheet in template.sheets if sheet.required]
    if sum(sheet.key in positions for sheet in required) < min(ENOUGH, len(required)):
        there = ", ".join(f"'{title}'" for title in titles[:5]) or say("tidak ada")
        raise UnknownTemplate(
            say(
                "Bukan template lkj-xlsx: lembar seperti '{0}' tidak ditemukan (lembar yang ada: {1}). Buat template "
                "dengan `lkj-xlsx template`, lalu isi di sana.",
                required[0].title,
                there,
            )
        )
