"""What a file is that is no .xlsx workbook, told from its content: its name says nothing."""

from __future__ import annotations

from collections.abc import Collection

from lkj_xlsx.model.message import say

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SAVE = say("Buka berkas itu dengan Excel atau LibreOffice, lalu Simpan Sebagai dengan jenis Excel Workbook (.xlsx).")
AGAIN = say("Salin atau unduh ulang berkasnya, atau buka dan simpan lagi dengan Excel.")
_EXTRACT = say("Ekstrak dahulu, lalu pakai berkas .xlsx di dalamnya.")
_ARCHIVES = ((b"Rar!", "RAR"), (b"7z\xbc\xaf\x27\x1c", "7-Zip"), (b"\x1f\x8b", "gzip"))
_LOCK, _LOCK_NAME = 165, 54  # bytes of Excel's lock file, and of the name in it
_LOCKS = ("~$", ".~lock.")  # how Excel and LibreOffice begin the name of one
_CONTROLS = frozenset(range(32)) - frozenset(b"\t\n\f\r\x1a\x1b") | {127}
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8")


def foreign(start: bytes, body: bytes) -> str:
    """What the file is and what to do, "" where it begins as a zip does. `body` is more of it where it is OLE."""
    if not start:
        return say("berkas kosong (0 bita). {0}", AGAIN)
    if start.startswith(OLE):
        return _old(body)
    if start.startswith(b"PK"):
        return ""
    if start.startswith(b"%PDF"):
        return say("ini berkas PDF, bukan buku kerja Excel. Pakai berkas .xlsx asalnya.")
    if start.startswith(_PICTURES):
        return say("ini gambar, bukan buku kerja Excel. Pakai berkas .xlsx asalnya.")
    if start.startswith(b"{\\rtf"):
        return say("ini dokumen RTF (Word), bukan buku kerja Excel. Pakai berkas .xlsx asalnya.")
    for mark, name in _ARCHIVES:
        if start.startswith(mark):
            return say("ini arsip {0}. {1}", name, _EXTRACT)
    return _text(start)


def _old(body: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in body:
        return say("berkas dikunci kata sandi. Buka dengan Excel, hapus kata sandinya, lalu simpan lagi.")
    if "WordDocument".encode("utf-16-le") in body:
        return say("ini dokumen Word lama (.doc), bukan buku kerja Excel. Pakai berkas .xlsx asalnya.")
    return say("berkas Excel lama (.xls) atau berkas Office lain, bukan .xlsx. {0}", SAVE)


def _text(start: bytes) -> str:
    text = start.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if text.startswith((b"<html", b"<!doctype html", b"<table", b"<head", b"<meta")) or b"<html" in text[:1024]:
        return say("ini halaman web (HTML) yang diberi nama .xlsx. {0}", SAVE)
    if text.startswith(b"<?xml"):
        return say("ini berkas XML, bukan buku kerja .xlsx. {0}", SAVE)
    if _legible(start):
        return say("ini berkas teks (misalnya CSV), bukan buku kerja .xlsx. {0}", SAVE)
    return say("bukan buku kerja .xlsx, dan jenisnya tidak dikenal. {0}", SAVE)


def _legible(start: bytes) -> bool:
    """Whether these bytes are text in one of the usual encodings: random ones nearly never are."""
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = start[: len(start) // 2 * 2].decode("utf-16", errors="replace")
        return sum(sign.isprintable() or sign.isspace() for sign in text) > 0.9 * len(text)
    if not _CONTROLS.isdisjoint(start):
        return False
    try:
        start.decode("utf-8")
    except UnicodeDecodeError as fault:
        if fault.end < len(start):  # else it is only cut
            return sum(byte > 127 for byte in start) <= 0.3 * len(start)
    return True


def lock_file(name: str, start: bytes) -> str:
    """What a spreadsheet program leaves beside a workbook while it is open; "" where the file is none."""
    by_content = len(start) == _LOCK and 0 < start[0] <= _LOCK_NAME and start[55:57] == bytes((start[0], 0))
    by_name = next((name.removeprefix(mark) for mark in _LOCKS if name.startswith(mark)), "")
    if not by_content and not (by_name and len(start) < 1024 and not start.startswith((b"PK", OLE))):
        return ""
    book = by_name.removesuffix("#")
    named = say("berkas {0}", book) if book else say("buku kerjanya sendiri")
    return say("ini berkas kunci, tanda bahwa buku kerja sedang dibuka di Excel atau LibreOffice. Pakai {0}.", named)


def foreign_package(names: Collection[str], mimetype: bytes) -> str:
    """The same for a zip, from the plain names of its parts; "" where it may be a workbook."""
    if b"opendocument" in mimetype:
        return say("ini dokumen OpenDocument (.ods), bukan .xlsx. {0}", SAVE)
    if "xl/workbook.bin" in names:
        return say("ini buku kerja biner (.xlsb), bukan .xlsx. {0}", SAVE)
    if "word/document.xml" in names or "ppt/presentation.xml" in names:
        return say("ini dokumen Word atau PowerPoint, bukan buku kerja Excel.")
    if any(name.startswith("index/") and name.endswith(".iwa") for name in names):
        return say("ini dokumen Apple Numbers, bukan .xlsx. Ekspor dari Numbers sebagai Excel (.xlsx). {0}", AGAIN)
    if "[content_types].xml" in names:
        return ""
    if any(name.endswith((".xlsx", ".xlsm")) for name in names):
        return say("ini arsip zip. {0}", _EXTRACT)
    return say("berkas zip ini tidak berisi buku kerja Excel. {0}", SAVE)
