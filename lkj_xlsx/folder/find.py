"""Which workbooks are meant: those named, and all below a folder or an address, in one order everywhere."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from lkj_xlsx.errors import UnreadableWorkbook
from lkj_xlsx.folder.unit import remote
from lkj_xlsx.model.message import say
from lkj_xlsx.writers.ours import result_of_ours

WORKBOOKS = (".xlsx", ".xlsm")
OTHERS = (".xls", ".xlsb", ".ods")  # spreadsheets that must be saved anew: each is told so in a row of its own
HIDDEN = (".", "~$")  # hidden files and our temporary ones; the locks of workbooks open in LibreOffice and Excel


@dataclass(frozen=True, slots=True)
class NamedFile:
    """A workbook: where it is, and what it is called within what was asked for."""

    source: str
    name: str


@dataclass(frozen=True, slots=True)
class Listing:
    """What there is to audit, and what was passed over: our own results."""

    workbooks: tuple[NamedFile, ...]
    results: tuple[str, ...] = ()


def several(paths: Sequence[str]) -> bool:
    """Whether these arguments ask for more than one plain file."""
    return len(paths) != 1 or remote(paths[0]) or os.path.isdir(paths[0] or os.curdir)


def listing(paths: Sequence[str]) -> Listing:
    """Every workbook meant by the arguments, once, by name. A file that is named is taken as it is.

    Raises `UnreadableWorkbook` where there is nothing to audit or a storage cannot be reached.
    """
    files: dict[str, NamedFile] = {}
    results: list[str] = []
    alone = len(paths) == 1
    for given in map(_plain, paths):
        if remote(given):
            below = _in_storage(given)
        elif os.path.isdir(given):
            below = _in_folder(Path(given), alone)
        else:
            files.setdefault(_identity(given), NamedFile(given, Path(given).as_posix()))
            continue
        for item in below:
            if _plain_file(item.source) and result_of_ours(Path(item.source)):
                results.append(item.name)
            else:
                files.setdefault(_identity(item.source), item)
    if not files:
        places = ", ".join(paths)
        raise UnreadableWorkbook(say("Tidak ada berkas .xlsx atau .xlsm untuk diperiksa di {places}.", places=places))
    ordered = sorted(files.values(), key=lambda item: item.name)
    return Listing(tuple(ordered), tuple(sorted(results)))


def outputs(files: Iterable[NamedFile]) -> dict[str, str]:
    """Where each finished workbook goes, by source: `NAME-hasil.xlsx` beside it.

    Where two files would share a result (`a.xlsx`, `a.xlsm`) or a result would fall on an input, the whole name of the
    file is kept: `a.xlsm-hasil.xlsx`. So it is with `a.xls`, which takes no name from the `a.xlsx` it was saved as.
    """
    paths = [Path(item.source) for item in files]
    wanted = {
        path: path.with_name(f"{path.name if path.name.casefold().endswith(OTHERS) else path.stem}-hasil.xlsx")
        for path in paths
    }
    taken = Counter(_identity(str(path)).casefold() for path in (*paths, *wanted.values()))
    return {
        str(path): str(
            output if taken[_identity(str(output)).casefold()] == 1 else path.with_name(f"{path.name}-hasil.xlsx")
        )
        for path, output in wanted.items()
    }


def _identity(source: str) -> str:
    return source if remote(source) else os.path.normcase(os.path.realpath(source))


def _plain_file(source: str) -> bool:
    """Whether it may be opened to look: a pipe or a device may have no end, a storage is far."""
    return not remote(source) and os.path.isfile(source)


def _plain(given: str) -> str:
    """An address of this computer's own files as a path."""
    if not given.startswith("file://"):
        return given
    from urllib.request import url2pathname  # it brings the whole of http, ssl and email along

    return url2pathname(given.removeprefix("file://"))


def _wanted(name: str) -> bool:
    return name.casefold().endswith((*WORKBOOKS, *OTHERS)) and not name.startswith(HIDDEN)


def _in_folder(folder: Path, alone: bool) -> Iterator[NamedFile]:
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(filter(_wanted, names)):
            path = Path(place) / name
            yield NamedFile(str(path), (path.relative_to(folder) if alone else path).as_posix())


def _in_storage(address: str) -> Iterator[NamedFile]:
    try:
        from fsspec.core import url_to_fs
    except ImportError as fault:
        raise UnreadableWorkbook(
            say("Alamat penyimpanan memerlukan paket tambahan: pip install 'lkj-xlsx[cluster]'.")
        ) from fault
    try:
        storage, inside = url_to_fs(address)
        names = storage.find(inside) if storage.isdir(inside) else [inside]
    except Exception as fault:  # every storage has faults of its own
        raise UnreadableWorkbook(
            say(
                "{address} tidak dapat dijangkau ({fault}). Periksa alamat dan haknya.",
                address=address,
                fault=fault,
            )
        ) from fault
    start = storage._strip_protocol(inside).rstrip("/")
    for name in sorted(names):
        short = name.removeprefix(start).lstrip("/") or PurePosixPath(name).name
        if _wanted(PurePosixPath(name).name) and not any(part.startswith(".") for part in PurePosixPath(short).parts):
            yield NamedFile(storage.unstrip_protocol(name), short)
