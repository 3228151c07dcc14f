"""An open workbook: its sheets by title, each read in one pass when asked for."""

from __future__ import annotations

import gc
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from openpyxl.packaging.manifest import Manifest
from openpyxl.reader.strings import read_string_table
from openpyxl.reader.workbook import WorkbookParser
from openpyxl.xml.constants import SHARED_STRINGS, XLSM, XLSX, XLTM, XLTX
from openpyxl.xml.functions import fromstring

from lkj_xlsx.errors import LkjError, UnreadableWorkbook
from lkj_xlsx.reader.grid import Grid
from lkj_xlsx.reader.package import MANIFEST, Archive, open_package
from lkj_xlsx.reader.parser import SheetParser, read_grid
from lkj_xlsx.reader.styles import number_formats

_STYLES = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
_BROKEN = "Buka dan simpan lagi dengan Excel atau LibreOffice, lalu ulangi."


@dataclass(frozen=True, slots=True)
class Tab:
    """A worksheet of the file: its title, its part in the zip, whether it is hidden."""

    title: str
    part: str
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Workbook:
    """A workbook while its file is open."""

    path: Path
    archive: Archive
    tabs: tuple[Tab, ...]
    strings: list[str]
    formats: tuple[str, ...]
    epoch: datetime

    def grid(self, tab: Tab) -> Grid:
        """All cells of one sheet. Raises `UnreadableWorkbook` where its part is broken."""
        with _faults_named(self.path, f"lembar '{tab.title}'"), self.archive.open(tab.part) as source:
            return read_grid(SheetParser(source, tab.title, self.strings, self.formats, self.epoch))


@contextmanager
def open_workbook(path: Path) -> Iterator[Workbook]:
    """Open, hand out, close. Reading makes no reference cycles, so the collector runs less often meanwhile."""
    thresholds = gc.get_threshold()
    gc.set_threshold(200_000, 50, 100)
    try:
        with open_package(path) as archive:
            yield _opened(path, archive)
    finally:
        gc.set_threshold(*thresholds)


@contextmanager
def _faults_named(path: Path, what: str) -> Iterator[None]:
    """Whatever the library raises on odd XML becomes one sentence that names the part."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except LkjError:
        raise
    except Exception as fault:
        raise UnreadableWorkbook(f"{path}: {what} rusak atau tidak dikenal bentuknya. {_BROKEN}") from fault


def _opened(path: Path, archive: Archive) -> Workbook:
    with _faults_named(path, "daftar lembar"):
        types: Any = fromstring(archive.read(MANIFEST))
        manifest: Any = Manifest.from_tree(types)
        part = _part(manifest, (XLSX, XLSM, XLTX, XLTM), "xl/workbook.xml")
        if not archive.has(part):
            raise UnreadableWorkbook(f"{path}: berkas ini tidak berisi buku kerja Excel.")
        parser = WorkbookParser(archive, part, keep_links=False)
        parser.parse()
        tabs = tuple(_tabs(path, archive, parser))
        formats = number_formats(_styles(archive, manifest))
        return Workbook(path, archive, tabs, _strings(archive, manifest), formats, parser.wb.epoch)


def _tabs(path: Path, archive: Archive, parser: WorkbookParser) -> Iterator[Tab]:
    for sheet, rel in parser.find_sheets():
        if not rel.Type.endswith("/worksheet"):
            continue  # a chart or a macro sheet holds no table
        if not archive.has(rel.target):
            raise UnreadableWorkbook(f"{path}: lembar '{sheet.name}' terdaftar tetapi isinya hilang. {_BROKEN}")
        yield Tab(sheet.name, rel.target, sheet.state != "visible")


def _part(manifest: Any, types: tuple[str, ...], usual: str) -> str:
    """The part declared with one of these content types, else where it usually is."""
    found = next((part for part in map(manifest.find, types) if part is not None), None)
    return str(found.PartName).lstrip("/") if found is not None else usual


def _strings(archive: Archive, manifest: Any) -> list[str]:
    name = _part(manifest, (SHARED_STRINGS,), "xl/sharedStrings.xml")
    if not archive.has(name):
        return []
    with archive.open(name) as source:
        return list(read_string_table(source))


def _styles(archive: Archive, manifest: Any) -> bytes | None:
    name = _part(manifest, (_STYLES,), "xl/styles.xml")
    return archive.read(name) if archive.has(name) else None
