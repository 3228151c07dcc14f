"""An open workbook: its sheets by title, each read in one pass when asked for."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import IO

from lkj_xlsx.errors import LkjError, UnreadableWorkbook
from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.fact import Remark
from lkj_xlsx.model.inspection import SheetKind, Visibility
from lkj_xlsx.model.limits import USUAL, Limits
from lkj_xlsx.model.memory import undisturbed
from lkj_xlsx.model.message import say
from lkj_xlsx.reader.events import MAIN
from lkj_xlsx.reader.grid import Grid
from lkj_xlsx.reader.package import Archive, open_package, plain_name
from lkj_xlsx.reader.parser import Allowance, BrokenCell, SheetParser, TooMuch, doubled, read_grid
from lkj_xlsx.reader.parts import Pointer, content_types, elements, related, relations, workbook_part
from lkj_xlsx.reader.stream import local
from lkj_xlsx.reader.strings import shared_strings
from lkj_xlsx.reader.styles import number_formats
from lkj_xlsx.spec import remarks

_BROKEN = say("Buka dan simpan lagi dengan Excel atau LibreOffice, lalu ulangi.")
_MAIN_SPACE = f"{{{MAIN}}}"
_FROM_1900, _FROM_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)  # noqa: DTZ001 - a workbook has no zone
_KINDS = {
    "worksheet": SheetKind.LEMBAR,
    "chartsheet": SheetKind.GRAFIK,
    "dialogsheet": SheetKind.DIALOG,
    "xlmacrosheet": SheetKind.MAKRO,
    "xlintlmacrosheet": SheetKind.MAKRO,
}
_STATES = {"hidden": Visibility.TERSEMBUNYI, "veryhidden": Visibility.SANGAT_TERSEMBUNYI}


@dataclass(frozen=True, slots=True)
class Tab:
    """A sheet of the file: its title, its part in the zip, what it is and who sees it."""

    title: str
    part: str
    kind: SheetKind = SheetKind.LEMBAR
    visibility: Visibility = Visibility.TAMPAK

    @property
    def hidden(self) -> bool:
        return self.visibility is not Visibility.TAMPAK


@dataclass(frozen=True, slots=True)
class Name:
    """A defined name and what it stands for."""

    title: str
    refers: str


@dataclass(frozen=True, slots=True)
class Workbook:
    """A workbook while its file is open.

    sheets   every sheet in the order of the tabs; `tabs` are those among them that hold cells
    links    what the main part points to, by relation id
    """

    path: Path
    archive: Archive
    sheets: tuple[Tab, ...]
    strings: list[str]
    formats: tuple[str, ...]
    epoch: datetime
    links: dict[str, Pointer]
    types: dict[str, str]
    names: tuple[Name, ...]
    allowance: Allowance

    @property
    def tabs(self) -> tuple[Tab, ...]:
        return tuple(tab for tab in self.sheets if tab.kind is SheetKind.LEMBAR)

    @property
    def macros(self) -> bool:
        """Whether the file carries a program; it is neither run nor read."""
        programs = any("vbaproject" in kind.casefold() for kind in self.types.values())
        return (
            programs
            or any(each.kind == "vbaProject" for each in self.links.values())
            or any(tab.kind is SheetKind.MAKRO for tab in self.sheets)
        )

    @property
    def linked_files(self) -> tuple[str, ...]:
        """The other workbooks that formulas refer to, as the file names them; never opened."""
        with faults_named(self.path, say("daftar tautan ke berkas lain")):
            pointers = (each for part in self._outer for each in relations(self.archive, part).values())
            return tuple(sorted({each.target for each in pointers if each.external}))

    @property
    def programs(self) -> tuple[str, ...]:
        """The programs that formulas ask for data (DDE), as `program|topic`; never started."""
        with faults_named(self.path, say("daftar tautan ke program lain")):
            links = (node for part in self._outer for node in elements(self.archive, part) if local(node) == "ddeLink")
            return tuple(sorted({f"{node.get('ddeService', '')}|{node.get('ddeTopic', '')}" for node in links}))

    @property
    def _outer(self) -> list[str]:
        return [each.target for each in self.links.values() if each.kind == "externalLink"]

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What is odd about the workbook as a whole."""
        first = Where(self.sheets[0].title) if self.sheets else Where("")
        macros = (Remark(remarks.MAKRO, first),) if self.macros else ()
        files = (Remark(remarks.TAUTAN_LUAR, first, target) for target in self.linked_files)
        return (*macros, *files, *(Remark(remarks.TAUTAN_PROGRAM, first, source) for source in self.programs))

    @contextmanager
    def parser(self, tab: Tab) -> Iterator[SheetParser]:
        """The parser over a sheet's part. Whatever breaks in the block becomes `UnreadableWorkbook`."""
        with faults_named(self.path, say("lembar '{0}'", tab.title)), self.archive.open(tab.part) as source:
            yield SheetParser(source, tab.title, self.strings, self.formats, self.epoch, self.allowance)

    def grid(self, tab: Tab) -> Grid:
        """All cells of one sheet. Raises `UnreadableWorkbook` where its part is broken."""
        with self.parser(tab) as parser:
            grid = read_grid(parser)
        if not parser.doubled:
            return grid
        with self.parser(tab) as again:
            return replace(grid, doubled=doubled(again))


@contextmanager
def open_workbook(path: Path, limits: Limits = USUAL) -> Iterator[Workbook]:
    """Open, hand out, close."""
    with undisturbed(), open_package(path, limits) as archive:
        yield _opened(path, archive, limits)


@contextmanager
def faults_named(path: Path, what: str) -> Iterator[None]:
    """Whatever the library raises on odd XML becomes one sentence that names the part and, where known, the cell."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except LkjError:
        raise
    except TooMuch as fault:
        raise UnreadableWorkbook(
            say(
                "{0}: {1} (sampai {2}), terlalu banyak untuk satu laporan. Hapus isi yang bukan bagian template; "
                "bila memang perlu, naikkan batasnya (sekarang --batas {3}).",
                path,
                fault.what,
                what,
                fault.bound,
            )
        ) from fault
    except BrokenCell as fault:
        raise UnreadableWorkbook(
            say(
                "{0}: {1}, sel {2}: isinya rusak atau tidak dikenal bentuknya. {3}",
                path,
                what,
                fault.coordinate,
                _BROKEN,
            )
        ) from fault
    except Exception as fault:
        raise UnreadableWorkbook(
            say(
                "{0}: {1} rusak atau tidak dikenal bentuknya. {2}",
                path,
                what,
                _BROKEN,
            )
        ) from fault


def _opened(path: Path, archive: Archive, limits: Limits) -> Workbook:
    with faults_named(path, say("daftar isi berkas")):
        types = content_types(archive)
        part = workbook_part(archive, types)
        if not archive.has(part):
            raise UnreadableWorkbook(say("{0}: berkas ini tidak berisi buku kerja Excel.", path))
    with faults_named(path, say("daftar lembar")):
        links = relations(archive, part)
        main = _Main.read(archive, part, links)
        if not main.tabs:
            raise UnreadableWorkbook(say("{0}: buku kerja ini tidak memiliki satu lembar pun. {1}", path, _BROKEN))
        _check_tabs(path, archive, main.tabs)
    texts, styles = _beside(links, types, "sharedStrings"), _beside(links, types, "styles")
    with faults_named(path, say("daftar teks bersama")), _part(archive, texts, b"<sst/>") as source:
        strings = shared_strings(source)
    with faults_named(path, say("daftar format angka")), _part(archive, styles, b"<styleSheet/>") as source:
        formats = number_formats(source)
    epoch = _FROM_1904 if main.from_1904 else _FROM_1900
    allowance = Allowance(limits)
    return Workbook(
        path, archive, tuple(main.tabs), strings, formats, epoch, links, types, tuple(main.names), allowance
    )


def _check_tabs(path: Path, archive: Archive, tabs: list[Tab]) -> None:
    """Each sheet has a part, and one of its own: else a short list could have a long part read without end."""
    seen: dict[str, str] = {}
    for tab in tabs:
        part = plain_name(tab.part)
        if not archive.has(tab.part):
            raise UnreadableWorkbook(
                say(
                    "{0}: lembar '{1}' terdaftar tetapi isinya hilang. {2}",
                    path,
                    tab.title,
                    _BROKEN,
                )
            )
        if part in seen:
            raise UnreadableWorkbook(
                say("{0}: lembar '{1}' dan '{2}' menunjuk isi yang sama. {3}", path, seen[part], tab.title, _BROKEN)
            )
        seen[part] = tab.title


@dataclass(slots=True)
class _Main:
    """What the main part says."""

    tabs: list[Tab]
    names: list[Name]
    from_1904: bool = False

    @classmethod
    def read(cls, archive: Archive, part: str, links: dict[str, Pointer]) -> _Main:
        main = cls([], [])
        for element in elements(archive, part):
            match element.tag.removeprefix(_MAIN_SPACE):  # extensions repeat some of the names in spaces of their own
                case "workbookPr":
                    main.from_1904 = element.get("date1904") in {"1", "true"}
                case "sheet":
                    main.tabs.extend(_tab(dict(element.attrib), links))
                case "definedName":
                    main.names.append(Name(element.get("name", ""), element.text or ""))
        return main


def _tab(attributes: dict[str, str], links: dict[str, Pointer]) -> Iterator[Tab]:
    """The sheet, if it has a relation at all: some writers leave dead entries in the list."""
    id_ = next((value for key, value in attributes.items() if key.endswith("/relationships}id")), "")
    if not id_:
        return
    title = attributes.get("name", "")
    link = links.get(id_, Pointer("", ""))
    visibility = _STATES.get(attributes.get("state", "").casefold(), Visibility.TAMPAK)
    yield Tab(title, link.target, _KINDS.get(link.kind.casefold(), SheetKind.LAIN), visibility)


def _beside(links: dict[str, Pointer], types: dict[str, str], kind: str) -> str:
    """The part of this kind: the one the main part points to, else the one declared so, else the usual one."""
    declared = (part for part, content in types.items() if content.endswith(f".{kind}+xml"))
    return related(links, kind) or next(declared, f"xl/{kind}.xml")


@contextmanager
def _part(archive: Archive, part: str, missing: bytes) -> Iterator[IO[bytes]]:
    """A part's bytes, or what stands for it where the workbook has none."""
    if archive.has(part):
        with archive.open(part) as source:
            yield source
    else:
        yield io.BytesIO(missing)
