"""What any workbook holds, in one pass over each sheet; no template is needed."""

from __future__ import annotations

import re
from collections import Counter
from contextlib import suppress
from datetime import date, time, timedelta
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from xml.etree.ElementTree import ParseError

from lkj_xlsx.model.cell import Cell, Origin, Where
from lkj_xlsx.model.inspection import Counts, Inspection, SheetFacts, SheetKind
from lkj_xlsx.model.limits import USUAL, Limits
from lkj_xlsx.model.message import say
from lkj_xlsx.model.spelling import spell
from lkj_xlsx.reader.formats import shape
from lkj_xlsx.reader.package import sha256
from lkj_xlsx.reader.parser import OUT_OF_RANGE, SheetParser
from lkj_xlsx.reader.parts import elements, relations
from lkj_xlsx.reader.stream import local
from lkj_xlsx.reader.workbook import Tab, Workbook, faults_named, open_workbook

SHOWN = 5  # first places of what deserves a look
_FIGURE = re.compile(r"\s*(?:Rp\.?\s*)?[-+(–−]?\s*\d[\d.,]*\)?(?:,-)?\s*%?\s*", re.ASCII | re.IGNORECASE)
_PLAIN = re.compile(r"-?\d{1,15}(?:,\d{1,9})?%?", re.ASCII)
_NUMBER_LENGTH = 40  # characters; a longer text is no number


def inspect_workbook(path: Path, limits: Limits = USUAL) -> Inspection:
    """Look at a workbook. Errors: `UnreadableWorkbook`."""
    with open_workbook(path, limits) as workbook:
        sheets = tuple(_sheet(workbook, tab) for tab in workbook.sheets)
        with faults_named(path, say("daftar isi berkas")):
            application, outside = _application(workbook), _outside(workbook)
        return Inspection(
            name=path.name,
            sha256=sha256(path),
            size=path.stat().st_size,
            application=application,
            strict=workbook.archive.strict,
            from_1904=workbook.epoch.year == 1904,
            macros=workbook.macros,
            links=workbook.linked_files,
            outside=outside,
            names=tuple(name.title for name in workbook.names),
            broken_names=tuple(name.title for name in workbook.names if "#REF!" in name.refers),
            sheets=sheets,
        )


def _sheet(workbook: Workbook, tab: Tab) -> SheetFacts:
    if tab.kind is not SheetKind.LEMBAR:
        return SheetFacts(tab.title, tab.kind, tab.visibility)
    tally = _Tally()
    with workbook.parser(tab) as parser:
        for cell in parser.cells():
            tally.see(cell)
        counts = tally.counts(parser, _comments(workbook, tab))
        if parser.unformatted is not None:
            tally.places["unformatted"] = [Where(tab.title, *parser.unformatted).cell]
    places = {name: tuple(cells) for name, cells in tally.places.items()}
    return SheetFacts(tab.title, tab.kind, tab.visibility, counts, dict(sorted((+tally.codes).items())), places)


class _Tally:
    """Counts cells as they pass."""

    def __init__(self) -> None:
        self.kinds: Counter[str] = Counter()
        self.codes: Counter[str] = Counter()
        self.places: dict[str, list[str]] = {}

    def see(self, cell: Cell) -> None:
        if cell.formula is not None:
            self.kinds["formulas"] += 1
        if cell.origin is Origin.GALAT:
            code = str(cell.raw)
            self.codes[code if code in self.codes or len(self.codes) < 20 else "lain"] += 1
            self._mark("errors", cell)
        elif cell.origin is Origin.TANPA_HASIL:
            self._mark("unsaved", cell)
        elif cell.raw is not None:
            self._content(cell)

    def _content(self, cell: Cell) -> None:
        raw = cell.raw
        if isinstance(raw, str):
            self.kinds["texts"] += 1
            if len(raw) <= _NUMBER_LENGTH and reads_as_number(raw):
                self._mark("text_numbers", cell)
        elif isinstance(raw, bool):
            self.kinds["booleans"] += 1
        elif isinstance(raw, date | time | timedelta):
            self.kinds["dates"] += 1
        else:
            self.kinds["numbers"] += 1
            self.kinds["percents"] += shape(cell.number_format).percent

    def _mark(self, name: str, cell: Cell) -> None:
        self.kinds[name] += 1
        cells = self.places.setdefault(name, [])
        if len(cells) < SHOWN:
            cells.append(cell.where.cell)

    def counts(self, parser: SheetParser, comments: int) -> Counts:
        """The counts, with what the parser noticed beside the cells; a date before its calendar is still a date."""
        if parser.far_dates:
            self.kinds.update(errors=-parser.far_dates, dates=parser.far_dates)
            self.codes[OUT_OF_RANGE] -= parser.far_dates
        return Counts(
            **self.kinds,
            iso_dates=parser.iso_dates,
            empty_texts=parser.empty_texts,
            merges=len(parser.merges),
            hidden_rows=len(parser.hidden_rows),
            hidden_columns=len(parser.hidden_columns),
            validations=parser.validations,
            comments=comments,
        )


@lru_cache(maxsize=4096)
def reads_as_number(text: str) -> bool:
    """Whether the text is a figure and nothing beside it: `83,72%`, not `BB (76,8)` or `12 orang`."""
    if _PLAIN.fullmatch(text):
        return True
    if not _FIGURE.fullmatch(text):
        return False
    spelling = spell(text)
    alone = (
        not spelling.letter
        and spelling.unit in ("", "Rp")
        and not spelling.ratio
        and spelling.upper is None
        and spelling.count is None
    )
    return alone and isinstance(spelling.number, Decimal)


def _comments(workbook: Workbook, tab: Tab) -> int:
    links = relations(workbook.archive, tab.part).values()
    parts = {link.target for link in links if link.kind == "comments" and not link.external}
    return sum(local(node) == "comment" for part in parts for node in elements(workbook.archive, part))


def _application(workbook: Workbook) -> str:
    """The program that saved the file last, with its version, as far as the file tells."""
    properties: dict[str, str] = {}
    with suppress(ParseError):  # without it the file is the same
        properties.update(
            (local(node), (node.text or "").strip()) for node in elements(workbook.archive, "docProps/app.xml")
        )
    return f"{properties.get('Application', '')} {properties.get('AppVersion', '')}".strip()[:100]


def _outside(workbook: Workbook) -> dict[str, int]:
    """What the parts point to outside the file, by kind, save the other workbooks of formulas."""
    kinds: Counter[str] = Counter({"ddeLink": len(workbook.programs)})
    for name in workbook.archive.namelist():
        if name.casefold().endswith(".rels") and "externallinks/" not in name.replace("\\", "/").casefold():
            with suppress(ParseError):  # a broken list leads nowhere
                kinds.update(
                    node.get("Type", "").rpartition("/")[2][:50]
                    for node in elements(workbook.archive, name)
                    if node.get("TargetMode") == "External"
                )
    return dict(sorted((+kinds).items()))
