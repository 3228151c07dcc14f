"""Whole files or none."""

from __future__ import annotations

import errno
import os

import pytest

from lkj_xlsx.errors import OutputError
from lkj_xlsx.writers.safe import write_whole


def new(path):
    path.write_bytes(b"baru")


def names(folder):
    return sorted(item.name for item in folder.iterdir())


def test_the_target_holds_what_was_made_and_nothing_else_is_left(tmp_path):
    target = tmp_path / "hasil.xlsx"
    target.write_bytes(b"lama")
    write_whole(target, new)
    assert target.read_bytes() == b"baru"
    assert names(tmp_path) == ["hasil.xlsx"]


def test_the_temporary_file_stands_beside_the_target_with_its_suffix(tmp_path):
    seen = []

    def make(path):
        seen.append(path)
        new(path)

    write_whole(tmp_path / "hasil.xlsx", make)
    assert seen[0].parent == tmp_path.resolve()
    assert seen[0].suffix == ".xlsx"
    assert seen[0].name != "hasil.xlsx"


@pytest.mark.parametrize("fault", [ValueError("cacat"), KeyboardInterrupt()])
def test_a_fault_of_the_maker_passes_and_keeps_the_old_file(tmp_path, fault):
    target = tmp_path / "hasil.xlsx"
    target.write_bytes(b"lama")

    def make(path):
        path.write_bytes(b"setengah")
        raise fault

    with pytest.raises(type(fault)):
        write_whole(target, make)
    assert target.read_bytes() == b"lama"
    assert names(tmp_path) == ["hasil.xlsx"]


def test_a_missing_folder_is_named_before_any_work_is_done(tmp_path):
    made = []
    with pytest.raises(OutputError, match=r"Folder .*belum.* tidak ditemukan"):
        write_whole(tmp_path / "belum" / "hasil.xlsx", made.append)
    assert made == []


def test_a_folder_as_target_asks_for_a_file_name(tmp_path):
    with pytest.raises(OutputError, match="adalah folder"):
        write_whole(tmp_path, lambda path: None)


def test_a_target_open_elsewhere_says_so_and_keeps_it(tmp_path, monkeypatch):
    target = tmp_path / "hasil.xlsx"
    target.write_bytes(b"lama")

    def locked(source, goal):
        raise PermissionError(errno.EACCES, "Access is denied")

    monkeypatch.setattr(os, "replace", locked)
    with pytest.raises(OutputError, match=r"mungkin sedang dibuka di Excel\. Tutup berkas itu"):
        write_whole(target, new)
    assert target.read_bytes() == b"lama"
    assert names(tmp_path) == ["hasil.xlsx"]


def test_a_read_only_target_is_not_replaced(tmp_path, monkeypatch):
    target = tmp_path / "hasil.xlsx"
    target.write_bytes(b"lama")
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    with pytest.raises(OutputError, match="hanya-baca"):
        write_whole(target, new)
    assert target.read_bytes() == b"lama"


@pytest.mark.parametrize("number, words", [
    (errno.ENOSPC, "ruang penyimpanan habis"), (errno.EACCES, "tidak boleh ditulisi"),
    (errno.EROFS, "tidak boleh ditulisi"), (errno.ENAMETOOLONG, "terlalu panjang"), (errno.EIO, "tidak dapat ditulis"),
])
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
            write_whole(tmp_path / "hasil.xlsx", make)
    assert names(tmp_path) == []


def test_a_link_is_followed(tmp_path):
    real, link = tmp_path / "asli.xlsx", tmp_path / "tautan.xlsx"
    real.write_bytes(b"lama")
    try:
        link.symlink_to(real)
    except OSError as fault:  # Windows without the right to make links
        pytest.skip(str(fault))
    write_whole(link, new)
    assert link.is_symlink()
    assert real.read_bytes() == b"baru"
