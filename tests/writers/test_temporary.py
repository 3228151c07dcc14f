"""Temporary files: held while in use, removed when left over."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from lkj_xlsx.writers.temporary import beside, is_temporary, remove_leftovers

LEFT = ".lkj-xlsx-0123456789ab.xlsx"
ROOT = Path(__file__).parents[2]


def test_a_left_over_file_of_ours_goes_and_others_stay(tmp_path):
    for name in (LEFT, "lkj.xlsx", ".lkj-xlsx-catatan.xlsx", "~$lkj.xlsx", ".lkj-xlsx-"):
        (tmp_path / name).write_bytes(b"isi")
    remove_leftovers(tmp_path)
    left = sorted(path.name for path in tmp_path.iterdir())
    assert left == [".lkj-xlsx-", ".lkj-xlsx-catatan.xlsx", "lkj.xlsx", "~$lkj.xlsx"]


@pytest.mark.skipif(sys.platform == "win32", reason="there the system itself refuses to remove an open file")
def test_a_file_that_another_run_still_writes_stays(tmp_path):
    with beside(tmp_path / "hasil.xlsx") as held:
        code = (
            "import sys; from pathlib import Path; from lkj_xlsx.writers.temporary import remove_leftovers; "
            "remove_leftovers(Path(sys.argv[1]))"
        )
        subprocess.run([sys.executable, "-c", code, str(tmp_path)], cwd=ROOT, check=True)
        assert held.exists()
    assert not held.exists()


def test_names_are_told_apart():
    assert is_temporary(Path(LEFT))
    assert not any(map(is_temporary, map(Path, ("lkj.xlsx", ".lkj-xlsx-zzzzzzzzzzzz.xlsx", ".lkj-xlsx-0123.xlsx"))))


def test_a_folder_that_cannot_be_listed_is_no_fault(tmp_path):
    remove_leftovers(tmp_path / "tidak ada")


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_a_link_under_our_name_is_not_followed(tmp_path):
    other = tmp_path / "milik-orang.xlsx"
    other.write_bytes(b"isi")
    (tmp_path / LEFT).symlink_to(other)
    remove_leftovers(tmp_path)
    assert other.read_bytes() == b"isi"
