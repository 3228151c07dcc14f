"""Is this file a workbook that can be read safely? Looked at before any library opens it.

Every refusal names what the file really is and what to do next.
"""

from __future__ import annotations

import hashlib
import zlib
from functools import cached_property
from pathlib import Path
from typing import IO, Any, cast
from xml.parsers import expat
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from lkj_xlsx.errors import UnreadableWorkbook
from lkj_xlsx.model.limits import MIB, RATIO_FROM, USUAL, Limits
from lkj_xlsx.model.message import say
from lkj_xlsx.reader.foreign import AGAIN, OLE, SAVE, foreign, foreign_package, lock_file
from lkj_xlsx.reader.strict import STRICT, Transitional

MANIFEST = "[Content_Types].xml"
_READ = frozenset((ZIP_STORED, ZIP_DEFLATED))  # the only ways a spreadsheet program packs a part, and opens one
_AES = 99
_PACKED = {9: "Deflate64", 12: "bzip2", 14: "LZMA", 93: "Zstandard", 95: "XZ", 98: "PPMd"}
_DAMAGE = (BadZipFile, OSError, EOFError, ValueError, LookupError, RuntimeError, ArithmeticError, zlib.error)


class Archive(ZipFile):
    """A zip whose parts are found without regard to case and kind of slash, as Excel finds them.

    `strict`: its parts are Strict Open XML and are handed out in transitional words.
    """

    strict = False

    @cached_property
    def _plain(self) -> dict[str, ZipInfo]:
        return {plain_name(info.filename): info for info in self.infolist()}

    def getinfo(self, name: str) -> ZipInfo:
        try:
            return super().getinfo(name)
        except KeyError:
            info = self._plain.get(plain_name(name))
            if info is None:
                raise
            return info

    def open(self, name: str | ZipInfo, *given: Any, **how: Any) -> IO[bytes]:
        source = super().open(name, *given, **how)
        return cast("IO[bytes]", Transitional(source)) if self.strict else source

    def has(self, name: str) -> bool:
        try:
            self.getinfo(name)
        except KeyError:
            return False
        return True


class _Stop(Exception):
    """The first element was reached: the prolog holds no DTD."""


def plain_name(name: str) -> str:
    """A part's name as parts are compared."""
    return name.replace("\\", "/").lstrip("/").casefold()


def sha256(path: Path) -> str:
    """The file's SHA-256 as lower-case hex."""
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while block := stream.read(MIB):
            digest.update(block)
    return digest.hexdigest()


def open_package(path: Path, limits: Limits = USUAL) -> Archive:
    """The workbook's zip after all checks; the caller closes it.

    Raises `UnreadableWorkbook` for anything that is not an .xlsx or .xlsm of sane size.
    """
    _check_start(path, limits)
    try:
        archive = Archive(path)
    except _DAMAGE as fault:
        raise UnreadableWorkbook(say("{0}: berkas rusak atau terpotong. {1}", path, AGAIN)) from fault
    try:
        _check_parts(path, archive, limits)
    except _DAMAGE as fault:
        archive.close()
        raise UnreadableWorkbook(say("{0}: isi berkas rusak. {1}", path, AGAIN)) from fault
    except BaseException:
        archive.close()
        raise
    return archive


def _check_start(path: Path, limits: Limits) -> None:
    try:
        if path.is_dir():
            raise UnreadableWorkbook(say("{0}: ini folder. Sebutkan nama berkas .xlsx di dalamnya.", path))
        if path.exists() and not path.is_file():  # a pipe or a device may have no end
            raise UnreadableWorkbook(say("{0}: bukan berkas biasa. Salin dahulu buku kerjanya ke sebuah folder.", path))
        size = path.stat().st_size
        with path.open("rb") as stream:
            start = stream.read(4096)
            body = start + (stream.read(4 * MIB) if start.startswith(OLE) else b"")
    except FileNotFoundError as fault:
        raise UnreadableWorkbook(say("{0}: berkas tidak ditemukan. Periksa nama dan foldernya.", path)) from fault
    except (OSError, ValueError) as fault:  # a name with a null character is a ValueError
        raise UnreadableWorkbook(
            say("{0}: berkas tidak dapat dibuka. Tutup dulu di Excel, atau periksa izin aksesnya.", path)
        ) from fault
    if kind := lock_file(path.name, start) or foreign(start, body):
        raise UnreadableWorkbook(say("{0}: {1}", path, kind))
    if size > limits.total * MIB:
        raise _too_large(path, say("berkasnya {0} MiB", size // MIB), f"total={limits.total}")


def _check_parts(path: Path, archive: Archive, limits: Limits) -> None:
    entries = archive.infolist()
    _check_sizes(path, entries, limits)
    names = {plain_name(entry.filename) for entry in entries}
    if "" in names:
        raise BadZipFile(path)
    if len(names) < len(entries):
        raise UnreadableWorkbook(say("{0}: dua bagian di dalam berkas bernama sama, isinya meragukan. {1}", path, SAVE))
    _check_packing(path, entries)
    mimetype = archive.read("mimetype")[:200] if archive.has("mimetype") else b""
    if kind := foreign_package(names, mimetype):
        raise UnreadableWorkbook(say("{0}: {1}", path, kind))
    roots = [_root(path, archive, entry) for entry in entries]  # also one named like a folder: it may hold a part
    archive.strict = any(root.startswith(STRICT) and root.endswith("|workbook") for root in roots)


def _check_packing(path: Path, entries: list[ZipInfo]) -> None:
    if any(entry.flag_bits & 0x1 or entry.compress_type == _AES for entry in entries):
        raise UnreadableWorkbook(say("{0}: isi berkas dikunci kata sandi. Simpan lagi tanpa kata sandi.", path))
    odd = next((entry for entry in entries if entry.compress_type not in _READ), None)
    if odd is not None:
        way = _PACKED.get(odd.compress_type) or say("nomor {0}", odd.compress_type)
        raise UnreadableWorkbook(
            say(
                "{0}: bagian {1} dimampatkan dengan cara {2}, yang tidak dibuka Excel. Ekstrak isinya, mampatkan lagi "
                "sebagai zip biasa (Deflate), atau pakai berkas asalnya.",
                path,
                odd.filename,
                way,
            )
        )


def _check_sizes(path: Path, entries: list[ZipInfo], limits: Limits) -> None:
    """What the parts swell to, as the zip states it; unpacking never gives more than is stated."""
    if len(entries) > limits.entries:
        raise _too_large(path, say("{0} bagian", len(entries)), f"entri={limits.entries}")
    total = sum(entry.file_size for entry in entries)
    if total > limits.total * MIB:
        raise _too_large(path, say("{0} MiB seluruhnya", total // MIB), f"total={limits.total}")
    largest = max(entries, key=lambda entry: entry.file_size, default=None)
    if largest is not None and largest.file_size > limits.part * MIB:
        what = say("bagian {0} {1} MiB", largest.filename, largest.file_size // MIB)
        raise _too_large(path, what, f"bagian={limits.part}")
    packed = sum(entry.compress_size for entry in entries)
    pairs = [(total, packed), *((entry.file_size, entry.compress_size) for entry in entries)]
    ratio = max(size // max(1, small) if size > RATIO_FROM else 0 for size, small in pairs)
    if ratio > limits.ratio:
        raise _too_large(path, say("{0} kali ukuran berkasnya", ratio), f"rasio={limits.ratio}")


def _too_large(path: Path, what: str, bound: str) -> UnreadableWorkbook:
    return UnreadableWorkbook(
        say(
            "{0}: isi berkas mengembang terlalu besar saat dibuka ({1}), sehingga tidak aman dibaca. Salin "
            "lembar-lembar template ke buku kerja baru, lalu simpan; bila berkasnya memang sebesar itu dan asalnya "
            "tepercaya, naikkan batasnya (sekarang --batas {2}).",
            path,
            what,
            bound,
        )
    )


def _root(path: Path, archive: Archive, entry: ZipInfo) -> str:
    """The part's first element as `namespace|name`, "" where it is no XML.

    Refuses a DTD: its entities can swell without end or point outside.
    """
    root: list[str] = []

    def doctype(*_: object) -> None:
        raise UnreadableWorkbook(
            say("{0}: bagian {1} memuat deklarasi DTD, yang tidak pernah dibuat Excel. {2}", path, entry.filename, SAVE)
        )

    def element(name: str, _: object) -> None:
        root.append(name)
        raise _Stop

    parser = expat.ParserCreate(namespace_separator="|")
    parser.StartDoctypeDeclHandler = doctype
    parser.StartElementHandler = element
    try:
        with archive.open(entry) as stream:
            while block := stream.read(4096):
                parser.Parse(block, False)
    except (_Stop, expat.ExpatError, LookupError):  # no XML, or in an encoding nobody knows: the reader says so
        pass
    return root[0] if root else ""
