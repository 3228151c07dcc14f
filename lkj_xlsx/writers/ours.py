"""Is this existing file a workbook just as we wrote it? Only then is nothing lost when it is written again."""

from __future__ import annotations

import re
import zlib
from pathlib import Path
from zipfile import BadZipFile, ZipFile

_CORE = "docProps/core.xml"
_DAMAGE = (BadZipFile, LookupError, OSError, ValueError, EOFError, RuntimeError, zlib.error)
_LARGEST = 64 * 1024
_NAME = b"lkj-xlsx"
_UNTOUCHED = re.compile(rb"<dcterms:modified[^>]*>2000-01-01T00:00:00Z<")  # every program that saves sets its own day


def untouched(path: Path) -> bool:
    """Whether we wrote the workbook and no program has saved it since."""
    try:
        with ZipFile(path) as archive:
            info = archive.getinfo(_CORE)
            core = archive.read(info) if info.file_size <= _LARGEST else b""
    except _DAMAGE:
        return False
    return _NAME in core and bool(_UNTOUCHED.search(core))


def whole(path: Path) -> bool:
    """Whether every part of a written workbook reads back as it should."""
    try:
        with ZipFile(path) as archive:
            return archive.testzip() is None and "[Content_Types].xml" in archive.namelist()
    except _DAMAGE:
        return False
