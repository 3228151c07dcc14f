"""Files that are no workbook, or none that is safe: each refused by its own sentence."""

from __future__ import annotations

import hashlib
import io
import os
import zipfile
from random import Random

import pytest

from lkj_xlsx.errors import UnreadableWorkbook
from lkj_xlsx.model.limits import Limits
from lkj_xlsx.reader import package
from lkj_xlsx.reader.package import open_package, sha256
from lkj_xlsx.reader.strict import Transitional
from lkj_xlsx.reader.workbook import open_workbook
from tests.reader.small_workbooks import build

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def refusal(path) -> str:
    with pytest.raises(UnreadableWorkbook) as caught, open_workbook(path):
        pass
    text = str(caught.value)
    assert str(path) in text
    return text


@pytest.mark.parametrize(
    "content, words",
    [
        (b"", "berkas kosong"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "dikunci kata sandi"),
        (OLE + "Workbook".encode("utf-16-le"), "Excel lama (.xls)"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"\xef\xbb\xbf\r\n<html><body><table>", "halaman web (HTML)"),
        (b"<!DOCTYPE html><p>", "halaman web (HTML)"),
        (b"<?xml version='1.0'?><Workbook/>", "berkas XML"),
        (b"Tabel;Target;Realisasi\n3.3;11;3,5\n", "berkas teks"),
        (b"\x00\x01\x02\x03", "bukan buku kerja .xlsx"),
        ("Tabel;Target\n".encode("utf-16"), "berkas teks (misalnya CSV)"),
        (OLE + "WordDocument".encode("utf-16-le"), "dokumen Word lama (.doc)"),
        (b"{\\rtf1", "RTF"),
        (b"\x89PNG\r\n", "ini gambar"),
        (b"Rar!\x1a\x07", "arsip RAR"),
        (b"7z\xbc\xaf\x27\x1c", "arsip 7-Zip"),
        (b"\x1f\x8b\x08", "arsip gzip"),
        (b"PK\x03\x04 setengah jalan", "rusak atau terpotong"),
    ],
)
def test_other_files_are_named(tmp_path, content, words):
    path = tmp_path / "laporan.xlsx"
    path.write_bytes(content)
    assert words in refusal(path)


def test_missing_file_and_folder_are_told_apart(tmp_path):
    assert "tidak ditemukan" in refusal(tmp_path / "tidak-ada.xlsx")
    assert "ini folder" in refusal(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_is_refused_instead_of_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipa.xlsx")
    assert "bukan berkas biasa" in refusal(tmp_path / "pipa.xlsx")


def packed(path, parts):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


@pytest.mark.parametrize(
    "parts, words",
    [
        ({"foto.jpg": b"x"}, "tidak berisi buku kerja"),
        ({"kiriman/lkj.xlsx": b"x"}, "ini arsip zip. Ekstrak dahulu"),
        ({"Index/Document.iwa": b"x"}, "Apple Numbers"),
        ({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<a/>"}, "OpenDocument (.ods)"),
        ({"[Content_Types].xml": "<Types/>", "xl/workbook.bin": b"x"}, ".xlsb"),
        ({"[Content_Types].xml": "<Types/>", "word/document.xml": "<a/>"}, "Word atau PowerPoint"),
        (
            {"[Content_Types].xml": "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>"},
            "tidak berisi buku kerja",
        ),
    ],
)
def test_other_packages_are_named(tmp_path, parts, words):
    assert words in refusal(packed(tmp_path / "laporan.xlsx", parts))


def changed(path, target, change):
    """A copy of a good workbook with some parts changed (None leaves a part out)."""
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = change(name, old.read(name))
            if content is not None:
                new.writestr(name, content)
    return target


def test_a_dtd_is_refused_even_behind_a_comment_that_looks_like_an_element(tmp_path):
    def change(name, content):
        if name != "xl/sharedStrings.xml":
            return content
        head, tail = content.split(b"?>", 1)
        return head + b"?><!-- <sst> --><!DOCTYPE sst [<!ENTITY a 'x'>]>" + tail

    path = changed(build(tmp_path / "a.xlsx"), tmp_path / "b.xlsx", change)
    assert "DTD" in refusal(path)


def as_strict(name, content):
    """Excel's Strict Open XML: other namespaces, also in the relations."""
    for usual, strict in (
        (
            b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            b"http://purl.oclc.org/ooxml/spreadsheetml/main",
        ),
        (
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        ),
    ):
        content = content.replace(usual, strict)
    return content


def test_strict_flavour_reads_like_the_usual_one(tmp_path):
    path = build(tmp_path / "a.xlsx")
    other = changed(path, tmp_path / "b.xlsx", as_strict)
    assert b"purl.oclc.org/ooxml/spreadsheetml" in zipfile.Path(other, "xl/workbook.xml").read_bytes()
    with open_workbook(path) as usual, open_workbook(other) as strict:
        assert [tab.title for tab in strict.tabs] == [tab.title for tab in usual.tabs] != []
        assert [strict.grid(tab) for tab in strict.tabs] == [usual.grid(tab) for tab in usual.tabs]
        assert (usual.archive.strict, strict.archive.strict) == (False, True)


def test_a_strict_namespace_cut_by_a_block_is_still_replaced():
    text = b'<workbook xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main">isi</workbook>'
    usual = b'<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">isi</workbook>'
    for size in range(1, len(text) + 1):
        source = Transitional(io.BytesIO(text))
        assert b"".join(iter(lambda source=source, size=size: source.read(size), b"")) == usual
    assert Transitional(io.BytesIO(text)).read() == usual


def test_a_long_text_without_marks_is_not_held_back_without_end():
    source = Transitional(io.BytesIO(b"x" * 1_000_000))
    assert len(source.read(100_000)) == 100_000


def test_expansion_is_measured_before_anything_is_unpacked(tmp_path, monkeypatch):
    path = packed(tmp_path / "bom.xlsx", {"[Content_Types].xml": "<Types/>", "xl/besar.xml": b" " * 3_000_000})
    monkeypatch.setattr(package, "RATIO_FROM", 1_000_000)
    assert "--batas rasio=150" in refusal(path)
    monkeypatch.undo()
    for bound in (Limits(part=2), Limits(total=2), Limits(entries=1)):
        with pytest.raises(UnreadableWorkbook, match="terlalu besar"):
            open_package(path, bound)


def test_many_parts_that_each_swell_a_little_are_one_swelling(tmp_path, monkeypatch):
    parts = {f"xl/{n}.xml": b" " * 400_000 for n in range(5)}
    path = packed(tmp_path / "bom.xlsx", {"[Content_Types].xml": "<Types/>", **parts})
    monkeypatch.setattr(package, "RATIO_FROM", 1_000_000)
    assert "kali ukuran berkasnya" in refusal(path)


def test_a_missing_sheet_part_is_not_an_empty_sheet(tmp_path):
    path = changed(
        build(tmp_path / "a.xlsx"),
        tmp_path / "b.xlsx",
        lambda name, content: None if name == "xl/worksheets/sheet3.xml" else content,
    )
    assert "lembar 'Indikator' terdaftar tetapi isinya hilang" in refusal(path)


def test_a_broken_sheet_is_named(tmp_path):
    path = changed(
        build(tmp_path / "a.xlsx"),
        tmp_path / "b.xlsx",
        lambda name, content: content[:-40] if name == "xl/worksheets/sheet3.xml" else content,
    )
    with open_workbook(path) as workbook, pytest.raises(UnreadableWorkbook, match="lembar 'Indikator' rusak"):
        workbook.grid(workbook.tabs[2])


def test_parts_are_found_whatever_their_case(tmp_path):
    path = changed(build(tmp_path / "a.xlsx"), tmp_path / "b.xlsx", lambda name, content: content)
    other = tmp_path / "c.xlsx"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(other, "w") as new:
        for name in old.namelist():
            new.writestr(name.upper(), old.read(name))
    with open_workbook(path) as one, open_workbook(other) as two:
        assert [tab.title for tab in two.tabs] == [tab.title for tab in one.tabs]
        assert two.grid(two.tabs[2]).rows == one.grid(one.tabs[2]).rows


def test_the_archive_is_closed_again(tmp_path):
    path = build(tmp_path / "a.xlsx")
    with open_package(path) as archive:
        assert archive.has("xl/workbook.xml")
    assert archive.fp is None


def test_sha256_is_the_file_s_own(tmp_path):
    path = tmp_path / "a.bin"
    path.write_bytes(b"lkj" * 1000)
    assert sha256(path) == hashlib.sha256(b"lkj" * 1000).hexdigest()


DTD = b"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'x'>]><workbook/>"


@pytest.mark.parametrize("name", ["xl/workbook.xml/", "xl/lain/", "xl\\workbook.xml\\", "xl/gambar.png", "/xl/x"])
def test_a_part_is_looked_at_whatever_its_name(tmp_path, name):
    path = changed(build(tmp_path / "a.xlsx"), tmp_path / "b.xlsx", lambda _, content: content)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo(name), DTD)
    assert "DTD" in refusal(path)


def test_folders_in_the_zip_are_nothing_odd(tmp_path):
    path = build(tmp_path / "a.xlsx")
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(zipfile.ZipInfo("xl/"), b"")
        archive.writestr(zipfile.ZipInfo("xl/worksheets/"), b"")
    with open_workbook(path) as workbook:
        assert len(workbook.tabs) > 3


MAIN_TYPE = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"


@pytest.mark.parametrize("part", [b"/xl/lain.xml", b"/xl/workbook.xml/"])
def test_a_content_type_does_not_make_another_part_the_main_one(tmp_path, part):
    """A spreadsheet program opens the part that the package points to."""

    def change(name, content):
        if name == "[Content_Types].xml":
            override = b'<Override PartName="' + part + b'" ContentType="' + MAIN_TYPE + b'"/>'
            head, mark, tail = content.partition(b"<Override")
            return head + override + mark + tail
        return content

    path = changed(build(tmp_path / "a.xlsx"), tmp_path / "b.xlsx", change)
    with zipfile.ZipFile(path, "a") as archive:
        main = archive.read("xl/workbook.xml").replace(b'name="Indikator"', b'name="Lain"')
        archive.writestr(zipfile.ZipInfo(part.decode().lstrip("/")), main)
        archive.writestr("xl/_rels/lain.xml.rels", archive.read("xl/_rels/workbook.xml.rels"))
    with open_workbook(path) as workbook:
        assert "Indikator" in [tab.title for tab in workbook.tabs]


def test_a_package_without_its_list_opens_by_the_declared_type(tmp_path):
    def change(name, content):
        return b"CORRUPTED" if name == "_rels/.rels" else content

    with open_workbook(changed(build(tmp_path / "a.xlsx"), tmp_path / "b.xlsx", change)) as workbook:
        assert "Indikator" in [tab.title for tab in workbook.tabs]


def with_method(path, method: int, flag: int = 0):
    """The same zip whose last part claims to be packed another way."""
    content = bytearray(path.read_bytes())
    at = content.rindex(b"PK\x01\x02")
    content[at + 8] |= flag
    content[at + 10 : at + 12] = method.to_bytes(2, "little")
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    "method, flag, words",
    [
        (9, 0, "dimampatkan dengan cara Deflate64, yang tidak dibuka Excel. Ekstrak isinya"),
        (14, 0, "cara LZMA"),
        (77, 0, "cara nomor 77"),
        (99, 1, "dikunci kata sandi"),
        (99, 0, "dikunci kata sandi"),
    ],
)
def test_parts_packed_in_a_way_that_no_spreadsheet_program_opens_are_named(tmp_path, method, flag, words):
    text = refusal(with_method(build(tmp_path / "a.xlsx"), method, flag))
    assert words in text and "rusak" not in text


@pytest.mark.parametrize("seed", range(40))
@pytest.mark.parametrize("length", [40, 300, 5_000])
def test_random_bytes_are_not_called_a_text(tmp_path, seed, length):
    path = tmp_path / "acak.xlsx"
    path.write_bytes(b"\x90" + Random(seed).randbytes(length))
    assert "jenisnya tidak dikenal" in refusal(path)


@pytest.mark.parametrize(
    "content",
    ["Tabel;Realisasi\n3.3;±5 – “baik”\n".encode("cp1252"), "Tabel;é\n".encode() * 900, b"a\tb\r\n1\t2\r\n"],
)
def test_texts_in_the_usual_encodings_are_texts(tmp_path, content):
    path = tmp_path / "tabel.xlsx"
    path.write_bytes(content)
    assert "berkas teks" in refusal(path)


EXCEL_LOCK = b"\x04Budi" + b" " * 50 + "\x04\0Budi".encode("latin-1") + b" \0" * 52


@pytest.mark.parametrize(
    "name, content, words",
    [
        ("~$lkj.xlsx", EXCEL_LOCK[:165].ljust(165), "Pakai berkas lkj.xlsx."),
        ("~$lkj.xlsx", b"", "Pakai berkas lkj.xlsx."),
        (".~lock.lkj.xlsx#", b",budi,pc,24.11.2026 10:00,file:///home;", "Pakai berkas lkj.xlsx."),
        ("lkj.xlsx", EXCEL_LOCK[:165].ljust(165), "Pakai buku kerjanya sendiri."),
    ],
)
def test_a_lock_file_is_called_what_it_is(tmp_path, name, content, words):
    path = tmp_path / name
    path.write_bytes(content)
    text = refusal(path)
    assert "ini berkas kunci" in text and words in text


def test_a_workbook_that_is_named_like_a_lock_file_is_read(tmp_path):
    with open_workbook(build(tmp_path / "~$lkj.xlsx")) as workbook:
        assert workbook.tabs
