"""The header row of a sheet and the columns of its fields, wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lkj_xlsx.model.cell import Cell, Where, letters
from lkj_xlsx.model.fact import Remark
from lkj_xlsx.model.message import say
from lkj_xlsx.model.record import year_key
from lkj_xlsx.reader.grid import Grid
from lkj_xlsx.reader.names import nearest
from lkj_xlsx.spec import remarks
from lkj_xlsx.spec.field import Field, Sheet, Years, period, plain_title

SEARCHED = 30  # filled rows in which the header may stand
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_ANY = "0000"  # stands for whatever year a heading names


@dataclass(frozen=True, slots=True)
class Header:
    """Where the data begins and which column holds which field (repeating ones by `year_key`).

    texts    plain headings by column, to recognise the header where it is repeated further down
    """

    row: int = 0
    last_row: int = 0
    columns: Mapping[str, int] = field(default_factory=dict)
    texts: Mapping[int, str] = field(default_factory=dict)
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class _Headings:
    """Accepted headings of a sheet in plain form: by heading, its field and how preferred it is (0 is the printed one);
    the same with any year; and, for repeating fields, with any year in the hole."""

    sheet: Sheet
    years: Years
    fixed: Mapping[str, tuple[Field, int]]
    masked: Mapping[str, tuple[Field, int]]
    repeating: Mapping[str, Field]

    @classmethod
    def of(cls, sheet: Sheet, years: Years) -> _Headings:
        fixed: dict[str, tuple[Field, int]] = {}
        masked: dict[str, tuple[Field, int]] = {}
        repeating: dict[str, Field] = {}
        for each in sheet.fields:
            if each.repeats:
                for text in each.headings(years, 0):
                    repeating.setdefault(re.sub(r"\b0\b", _ANY, plain_title(text)), each)
        ranked = [
            (rank, plain_title(text), each)
            for each in sheet.fields
            if not each.repeats
            for rank, text in enumerate(each.headings(years))
        ]
        for rank, text, each in sorted(ranked, key=lambda item: item[0] > 0):  # printed headings before aliases
            fixed.setdefault(text, (each, rank))
            if _YEAR.search(text):
                masked.setdefault(_YEAR.sub(_ANY, text), (each, rank))
        return cls(sheet, years, fixed, masked, repeating)

    def key(self, text: str) -> tuple[str, int] | None:
        """The field (by key) that a plain heading names, and its preference; None where it names none."""
        if text in self.fixed:
            declared, rank = self.fixed[text]
            return declared.key, rank
        year = _YEAR.search(text)
        again = self.repeating.get(_YEAR.sub(_ANY, text)) if year else None
        return (year_key(again.key, int(year[0])), 0) if again and year else None

    def other_year(self, text: str) -> str:
        """The printed heading meant by one that names another year, "" where it is not such a heading."""
        ranked = self.masked.get(_YEAR.sub(_ANY, text)) if _YEAR.search(text) else None
        return ranked[0].heading(self.years) if ranked else ""


def find_header(grid: Grid, sheet: Sheet, years: Years) -> Header:
    """The row with the most recognised headings among the first filled rows; an empty `Header` where there is none."""
    best, best_row, headings = 0, 0, _Headings.of(sheet, years)
    for row, cells in _first_rows(grid):
        texts = [plain_title(text) for _, text in _texts(cells)]
        known = _Headings.of(sheet, _guessed(texts)) if not years.tahun else headings
        keys = {meaning[0] for text in texts if (meaning := known.key(text))}
        score = len({key.partition("@")[0] for key in keys})
        if score > best:
            best, best_row, headings = score, row, known
    enough = best >= 2 or best * 2 >= len(sheet.fields)
    if not best_row or not enough:
        return Header(
            remarks=tuple(
                Remark(remarks.KOLOM_HILANG, Where(grid.title), each.heading(years, years.tahun))
                for each in sheet.fields
                if each.required
            )
        )
    return _read_header(grid, best_row, headings)


def _first_rows(grid: Grid) -> Iterator[tuple[int, Mapping[int, Cell]]]:
    for count, (row, cells) in enumerate(grid.rows.items()):
        if count >= SEARCHED:
            return
        yield row, cells


def _texts(cells: Mapping[int, Cell]) -> Iterator[tuple[int, str]]:
    for column in sorted(cells):
        raw = cells[column].raw
        if isinstance(raw, str) and raw.strip():
            yield column, " ".join(raw.split())


def printed_year(grid: Grid) -> int:
    """The report's year as the headings of a sheet tell it, 0 where they name none."""
    rows = [[plain_title(text) for _, text in _texts(cells)] for _, cells in _first_rows(grid)]
    named = max(rows, key=lambda texts: sum(bool(_YEAR.search(text)) for text in texts), default=[])
    return _guessed(named).tahun


def _guessed(texts: list[str]) -> Years:
    """The report's year as the headings tell it, for a workbook whose settings do not."""
    named = [int(year) for text in texts if not text.startswith("target akhir") for year in _YEAR.findall(text)]
    return period(max(named)) if named else Years(0, 0, 0)


def _read_header(grid: Grid, row: int, headings: _Headings) -> Header:
    cells = grid.rows[row]
    texts = {column: plain_title(text) for column, text in _texts(cells)}
    ranked: dict[str, list[tuple[int, int]]] = {}
    noted: list[Remark] = []
    for column, plain in texts.items():
        meaning = headings.key(plain)
        if meaning:
            ranked.setdefault(meaning[0], []).append((meaning[1], column))
        else:
            noted.append(_foreign(cells[column], plain, headings))
    columns: dict[str, int] = {}
    for key, places in ranked.items():
        places.sort()
        columns[key] = places[0][1]
        for _, column in places[1:]:
            text = " ".join(str(cells[column].raw).split())
            detail = say("{0} (yang dibaca kolom {1})", text, letters(places[0][1]))
            noted.append(Remark(remarks.KOLOM_GANDA, cells[column].where, detail))
    for each in headings.sheet.fields:
        key = year_key(each.key, headings.years.tahun) if each.repeats else each.key
        if key not in columns:
            heading = each.heading(headings.years, headings.years.tahun)
            noted.append(Remark(remarks.KOLOM_HILANG, Where(grid.title, row), heading))
    return Header(row, grid.bottom(row), columns, texts, tuple(noted))


def _foreign(cell: Cell, plain: str, headings: _Headings) -> Remark:
    text = " ".join(str(cell.raw).split())
    meant = headings.other_year(plain)
    if meant:
        detail = say('{0} (tahunnya lain; mungkin maksudnya "{1}")', text, meant)
        return Remark(remarks.KOLOM_TAHUN_LAIN, cell.where, detail)
    near = nearest(text, (each.heading(headings.years, headings.years.tahun) for each in headings.sheet.fields))
    return Remark(remarks.KOLOM_ASING, cell.where, say('{0} (mungkin maksudnya "{1}")', text, near) if near else text)
