"""Is this file a workbook that can be read safely? Looked at before any library opens it.

Every refusal names what the file really is and what to do next.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile, ZipInfo

from lkj_xlsx.errors import UnreadableWorkbook

MIB = 1024 * 1024
MAX_ENTRIES = 10_000
MAX_PART = 200 * MIB
MAX_TOTAL = 400 * MIB
MAX_RATIO = 150  # a budget sheet of 100,000 rows packs 5:1; ordinary sheets stay below 30:1
RATIO_FROM = 20 * MIB

MANIFEST = "[Content_Types].xml"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STRICT = "http://purl.oclc.org/ooxml/"
_SAVE = "Buka berkas itu dengan Excel atau LibreOffice, lalu Simpan Sebagai dengan jenis Excel Workbook (.xlsx)."
_AGAIN = "Salin atau unduh ulang berkasnya, atau buka dan simpan lagi dengan Excel."


class Archive(ZipFile):
    """A zip whose parts are found without regard to case and kind of slash, as Excel finds them."""

    def getinfo(self, name: str) -> ZipInfo:
        try:
            return super().getinfo(name)
        except KeyError:
            wanted = _plain(name)
            for info in self.infolist():
                if _plain(info.filename) == wanted:
                    return info
            raise

    def has(self, name: str) -> bool:
        try:
            self.getinfo(name)
        except KeyError:
            return False
        return True


class _Stop(Exception):
    """The first element was reached: the prolog holds no DTD."""


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").casefold()


def sha256(path: Path) -> str:
    """The file's SHA-256 as lower-case hex."""
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while block := stream.read(MIB):
            digest.update(block)
    return digest.hexdigest()


def open_package(path: Path) -> Archive:
    """The workbook's zip after all checks; the caller closes it.

    Raises `UnreadableWorkbook` for anything that is not a transitional .xlsx or .xlsm of sane size.
    """
    _check_start(path)
    try:
        archive = Archive(path)
    except (BadZipFile, OSError, ValueError, NotImplementedError) as fault:
        raise UnreadableWorkbook(f"{path}: berkas rusak atau terpotong. {_AGAIN}") from fault
    try:
        _check_parts(path, archive)
    except (BadZipFile, OSError, EOFError, ValueError, NotImplementedError, RuntimeError) as fault:
        archive.close()
        raise UnreadableWorkbook(f"{path}: isi berkas rusak. {_AGAIN}") from fault
    except BaseException:
        archive.close()
        raise
    return archive


def _check_start(path: Path) -> None:
    try:
        if path.is_dir():
            raise UnreadableWorkbook(f"{path}: ini folder. Sebutkan nama berkas .xlsx di dalamnya.")
        with path.open("rb") as stream:
            start = stream.read(4096)
            body = start + (stream.read(4 * MIB) if start.startswith(_OLE) else b"")
    except FileNotFoundError as fault:
        raise UnreadableWorkbook(f"{path}: berkas tidak ditemukan. Periksa nama dan foldernya.") from fault
    except OSError as fault:
        raise UnreadableWorkbook(
            f"{path}: berkas tidak dapat dibuka. Tutup dulu di Excel, atau periksa izin aksesnya."
        ) from fault
    if kind := _foreign(start, body):
        raise UnreadableWorkbook(f"{path}: {kind}")


def _foreign(start: bytes, body: bytes) -> str:
    """What the file is and what to do, "" where it begins as a zip does."""
    text = start.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if not start:
        return f"berkas kosong (0 bita). {_AGAIN}"
    if start.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in body:
            return "berkas dikunci kata sandi. Buka dengan Excel, hapus kata sandinya, lalu simpan lagi."
        return f"berkas Excel lama (.xls) atau berkas Office lain, bukan .xlsx. {_SAVE}"
    if start.startswith(b"%PDF"):
        return "ini berkas PDF, bukan buku kerja Excel. Pakai berkas .xlsx asalnya."
    if text.startswith((b"<html", b"<!doctype html", b"<table", b"<head", b"<meta")) or b"<html" in text[:1024]:
        return f"ini halaman web (HTML) yang diberi nama .xlsx. {_SAVE}"
    if text.startswith(b"<?xml"):
        return f"ini berkas XML, bukan buku kerja .xlsx. {_SAVE}"
    if start.startswith(b"PK"):
        return ""
    if b"\x00" not in start:
        return f"ini berkas teks, bukan buku kerja .xlsx. {_SAVE}"
    return f"bukan buku kerja .xlsx. {_SAVE}"


def _check_parts(path: Path, archive: Archive) -> None:
    entries = archive.infolist()
    _check_sizes(path, entries)
    if len({_plain(entry.filename) for entry in entries}) < len(entries):
        raise UnreadableWorkbook(f"{path}: dua bagian di dalam berkas bernama sama, isinya meragukan. {_SAVE}")
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise UnreadableWorkbook(f"{path}: isi berkas dikunci kata sandi. Simpan lagi tanpa kata sandi.")
    if archive.has("mimetype") and b"opendocument" in archive.read("mimetype")[:200]:
        raise UnreadableWorkbook(f"{path}: ini dokumen OpenDocument (.ods), bukan .xlsx. {_SAVE}")
    if archive.has("xl/workbook.bin"):
        raise UnreadableWorkbook(f"{path}: ini buku kerja biner (.xlsb), bukan .xlsx. {_SAVE}")
    if archive.has("word/document.xml") or archive.has("ppt/presentation.xml"):
        raise UnreadableWorkbook(f"{path}: ini dokumen Word atau PowerPoint, bukan buku kerja Excel.")
    if not archive.has(MANIFEST):
        raise UnreadableWorkbook(f"{path}: berkas zip ini tidak berisi buku kerja Excel. {_SAVE}")
    for entry in entries:
        if not entry.is_dir():
            _check_prolog(path, archive, entry)


def _check_sizes(path: Path, entries: list[ZipInfo]) -> None:
    large = (
        len(entries) > MAX_ENTRIES
        or sum(entry.file_size for entry in entries) > MAX_TOTAL
        or any(entry.file_size > MAX_PART for entry in entries)
        or any(e.file_size > RATIO_FROM and e.file_size > MAX_RATIO * max(1, e.compress_size) for e in entries)
    )
    if large:
        raise UnreadableWorkbook(
            f"{path}: isi berkas mengembang terlalu besar saat dibuka, sehingga tidak aman dibaca. "
            "Salin lembar-lembar template ke buku kerja baru, lalu simpan."
        )


def _check_prolog(path: Path, archive: Archive, entry: ZipInfo) -> None:
    """Refuse a DTD (its entities can swell without end or point outside) and the Strict flavour by its name."""
    root: list[str] = []

    def doctype(*_: object) -> None:
        raise UnreadableWorkbook(
            f"{path}: bagian {entry.filename} memuat deklarasi DTD, yang tidak pernah dibuat Excel. {_SAVE}"
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
    except _Stop:
        pass
    except expat.ExpatError:
        return  # a picture, or a broken part: the reader says so if it needs it
    if root and root[0].startswith(_STRICT) and root[0].endswith(("|workbook", "|worksheet")):
        raise UnreadableWorkbook(
            f"{path}: disimpan sebagai Strict Open XML. Simpan lagi dengan jenis Excel Workbook (.xlsx) biasa."
        )
