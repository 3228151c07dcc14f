"""Is this existing file a workbook just as we wrote it? Only then is nothing lost when it is written again."""

from __future__ import annotations

import re
import zlib
from datetime import datetime
from pathlib import Path
from zipfile import BadZipFile, ZipFile

RESULT, RECAP, TEMPLATE = "Hasil pemeriksaan laporan kinerja", "Rekap pemeriksaan laporan kinerja", "Template LKj"
RESULTS = (RESULT, RECAP)  # titles of workbooks that are no template
_CORE = "docProps/core.xml"
_DAMAGE = (BadZipFile, LookupError, OSError, ValueError, EOFError, RuntimeError, zlib.error)
_LARGEST = 64 * 1024
_NAME = b"lkj-xlsx"
BORN = datetime(2000, 1, 1)  # noqa: DTZ001 - a fixed date: the same input gives the same bytes
_UNTOUCHED = re.compile(rf"<dcterms:modified[^>]*>{BORN:%Y-%m-%dT%H:%M:%S}Z<".encode())  # who saves sets his own day


def untouched(path: Path, title: str = "") -> bool:
    """Whether we wrote the workbook, under a title that begins so, and no program has saved it since."""
    core = _core(path)
    named = not title or f"<dc:title>{title}".encode() in core
    return _NAME in core and named and bool(_UNTOUCHED.search(core))


def result_of_ours(path: Path) -> bool:
    """Whether the file is a result of ours, a finished workbook or a recap, whoever has saved it since."""
    core = _core(path)
    return any(f"<dc:title>{title}</dc:title>".encode() in core for title in RESULTS)


def _core(path: Path) -> bytes:
    """What the workbook says of itself, nothing where it cannot be read."""
    try:
        with ZipFile(path) as archive:
            info = archive.getinfo(_CORE)
            return archive.read(info) if info.file_size <= _LARGEST else b""
    except _DAMAGE:
        return b""


def whole(path: Path) -> bool:
    """Whether every part of a written workbook reads back as it should."""
    try:
        with ZipFile(path) as archive:
            return archive.testzip() is None and "[Content_Types].xml" in archive.namelist()
    except _DAMAGE:
        return False
