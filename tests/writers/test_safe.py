"""Whole files or none."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import zipfile
from pathlib import Path
from random import Random

import pytest
import xlsxwriter

from lkj_xlsx.errors import OutputError
from lkj_xlsx.writers.ours import BORN
from lkj_xlsx.writers.safe import write_whole

ROOT = Path(__file__).parents[2]


def new(path):
    path.write_bytes(b"baru")


def workbook(path, text="baru"):
    """A workbook as this program writes it."""
    with xlsxwriter.Workbook(str(path)) as book:
        book.set_properties({"author": "lkj-xlsx", "created": BORN})
        book.add_worksheet().write_string(0, 0, text)


def names(folder):
    return sorted(item.name for item in folder.iterdir())


def test_the_target_holds_what_was_made_and_nothing_else_is_left(tmp_path):
    target = tmp_path / "hasil.txt"
    target.write_bytes(b"lama")
    write_whole(target, new, force=True)
    assert target.read_bytes() == b"baru"
    assert names(tmp_path) == ["hasil.txt"]


def test_the_temporary_file_stands_beside_the_target_with_its_suffix(tmp_path):
    seen = []

    def make(path):
        seen.append(path)
        new(path)

    write_whole(tmp_path / "hasil.txt", make)
    assert seen[0].parent == tmp_path.resolve()
    assert seen[0].suffix == ".txt"
    assert seen[0].name != "hasil.txt"


@pytest.mark.parametrize("fault", [ValueError("cacat"), KeyboardInterrupt()])
def test_a_fault_of_the_maker_passes_and_keeps_the_old_file(tmp_path, fault):
    target = tmp_path / "hasil.txt"
    target.write_bytes(b"lama")

    def make(path):
        path.write_bytes(b"setengah")
        raise fault

    with pytest.raises(type(fault)):
        write_whole(target, make, force=True)
    assert target.read_bytes() == b"lama"
    assert names(tmp_path) == ["hasil.txt"]


def test_a_missing_folder_is_named_before_any_work_is_done(tmp_path):
    calls = []
    with pytest.raises(OutputError, match=r"Folder .*belum.* tidak ditemukan"):
        write_whole(tmp_path / "belum" / "hasil.txt", calls.append)
    assert calls == []


def test_a_folder_as_target_asks_for_a_file_name(tmp_path):
    with pytest.raises(OutputError, match="adalah folder"):
        write_whole(tmp_path, lambda path: None)


def test_a_target_open_elsewhere_says_so_and_keeps_it(tmp_path, monkeypatch):
    target = tmp_path / "hasil.txt"
    target.write_bytes(b"lama")

    def locked(source, goal):
        raise PermissionError(errno.EACCES, "Access is denied")

    monkeypatch.setattr(os, "replace", locked)
    with pytest.raises(OutputError, match=r"mungkin sedang dibuka di Excel\. Tutup berkas itu"):
        write_whole(target, new, force=True)
    assert target.read_bytes() == b"lama"
    assert names(tmp_path) == ["hasil.txt"]


def test_a_read_only_target_is_not_replaced(tmp_path, monkeypatch):
    target = tmp_path / "hasil.txt"
    target.write_bytes(b"lama")
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    with pytest.raises(OutputError, match="hanya-baca"):
        write_whole(target, new)
    assert target.read_bytes() == b"lama"


@pytest.mark.parametrize(
    "number, words",
    [
        (errno.ENOSPC, "ruang penyimpanan habis"),
        (errno.EACCES, "tidak boleh ditulisi"),
        (errno.EROFS, "tidak boleh ditulisi"),
        (errno.ENAMETOOLONG, "terlalu panjang"),
        (errno.EIO, "tidak dapat ditulis"),
    ],
)
def test_a_refusal_is_explained_also_when_a_library_wrapped_it(tmp_path, number, words):
    class Wrapped(Exception):
        pass

    def bare(path):
        raise OSError(number, "system words")

    def wrapping(path):
        try:
            bare(path)
        except OSError as fault:
            raise Wrapped(fault) from None

    for make in (bare, wrapping):
        with pytest.raises(OutputError, match=words):
            write_whole(tmp_path / "hasil.txt", make)
    assert names(tmp_path) == []


def test_a_link_is_followed(tmp_path):
    real, link = tmp_path / "asli.txt", tmp_path / "tautan.txt"
    real.write_bytes(b"lama")
    try:
        link.symlink_to(real)
    except OSError as fault:  # Windows without the right to make links
        pytest.skip(str(fault))
    write_whole(link, new, force=True)
    assert link.is_symlink()
    assert real.read_bytes() == b"baru"


def test_a_workbook_of_ours_is_replaced_and_a_stranger_only_when_told_to(tmp_path):
    ours, other = tmp_path / "hasil.xlsx", tmp_path / "kerjaan.xlsx"
    write_whole(ours, lambda path: workbook(path, "lama"))
    write_whole(ours, workbook)
    assert b"baru" in zipfile.ZipFile(ours).read("xl/sharedStrings.xml")
    other.write_bytes(b"kerja orang")
    with pytest.raises(OutputError, match=r"kerjaan\.xlsx sudah ada dan bukan hasil alat ini.*--force"):
        write_whole(other, workbook)
    assert other.read_bytes() == b"kerja orang"
    write_whole(other, workbook, force=True)
    assert zipfile.is_zipfile(other)


def test_a_workbook_that_does_not_read_back_is_not_put_in_place(tmp_path):
    target = tmp_path / "hasil.xlsx"
    write_whole(target, workbook)
    before = target.read_bytes()

    def half(path):
        workbook(path)
        path.write_bytes(path.read_bytes()[:-50])

    with pytest.raises(OutputError, match="tidak terbaca kembali"):
        write_whole(target, half)
    assert target.read_bytes() == before
    assert names(tmp_path) == ["hasil.xlsx"]


def test_what_a_killed_run_left_goes_with_the_next_run(tmp_path):
    (tmp_path / ".lkj-xlsx-00ff00ff00ff.xlsx").write_bytes(b"setengah")
    write_whole(tmp_path / "hasil.xlsx", workbook)
    assert names(tmp_path) == ["hasil.xlsx"]


WRITER = """
import sys
from pathlib import Path
from lkj_xlsx.writers.safe import write_whole
target, first, second = Path(sys.argv[1]), b"a" * 300_000, b"b" * 300_000
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)  # a background shell may ignore it
print("mulai", flush=True)
while True:
    for content in (first, second):
        write_whole(target, lambda path: path.write_bytes(content), force=True)
"""


@pytest.mark.parametrize("moment", [Random(5).uniform(0, 0.08) for _ in range(8)])
def test_a_run_killed_at_any_moment_leaves_a_whole_file(tmp_path, moment):
    target = tmp_path / "hasil.txt"
    target.write_bytes(b"a" * 300_000)
    process = subprocess.Popen([sys.executable, "-c", WRITER, str(target)], cwd=ROOT, stdout=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.readline()
    with pytest.raises(subprocess.TimeoutExpired):
        process.wait(moment)
    process.kill()
    process.wait()
    process.stdout.close()
    assert target.read_bytes() in (b"a" * 300_000, b"b" * 300_000)
    write_whole(target, new, force=True)
    assert names(tmp_path) == ["hasil.txt"]


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C cannot be sent to one process there")
def test_ctrl_c_leaves_a_whole_file_and_nothing_else(tmp_path):
    target = tmp_path / "hasil.txt"
    process = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(target)], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert process.stdout is not None
    process.stdout.readline()
    while not target.exists():
        pass
    process.send_signal(signal.SIGINT)
    process.wait()
    process.stdout.close()
    assert target.read_bytes() in (b"a" * 300_000, b"b" * 300_000)
    assert names(tmp_path) == ["hasil.txt"]


def test_a_file_in_a_folder_that_may_not_be_written_is_not_said_to_be_open_in_excel(tmp_path, monkeypatch):
    target = tmp_path / "hasil.txt"
    target.write_bytes(b"lama")
    monkeypatch.setattr(os, "access", lambda path, mode: path != tmp_path)

    def make(path):
        raise PermissionError(errno.EACCES, "Permission denied")

    with pytest.raises(OutputError, match=r"Folder .* tidak boleh ditulisi"):
        write_whole(target, make, force=True)
    assert target.read_bytes() == b"lama"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such files here")
def test_what_is_no_regular_file_is_refused_and_not_opened(tmp_path):
    os.mkfifo(tmp_path / "pipa.xlsx")
    with pytest.raises(OutputError, match="bukan berkas biasa"):
        write_whole(tmp_path / "pipa.xlsx", new, force=True)
