"""Temporary files beside their target: held while they are written, recognised and removed when they were left over.

A run that is killed leaves one behind; nobody holds it any more, so that the next run into that folder can tell it
from the file of a run still at work.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import sys
from collections.abc import Iterator
from pathlib import Path

START = ".lkj-xlsx-"  # no other file begins so
_LENGTH = len(START) + 12


@contextlib.contextmanager
def beside(target: Path) -> Iterator[Path]:
    """A new empty file in the target's folder with its suffix, gone at the end unless it was moved away."""
    remove_leftovers(target.parent)
    path = target.with_name(f"{START}{secrets.token_hex(6)}{target.suffix}")
    hold = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        _locked(hold)
        if sys.platform == "win32":
            os.close(hold)  # there an open file can be neither moved nor removed
        yield path
    finally:
        path.unlink(missing_ok=True)
        if sys.platform != "win32":
            os.close(hold)


def remove_leftovers(folder: Path) -> None:
    """Remove what killed runs left in this folder. What cannot be removed now stays for the next run."""
    with contextlib.suppress(OSError):
        for path in [path for path in folder.iterdir() if is_temporary(path)]:
            with contextlib.suppress(OSError):
                _remove_unheld(path)


def is_temporary(path: Path) -> bool:
    """Whether a file's name is one of ours."""
    middle = path.name[len(START) : _LENGTH]
    return path.name.startswith(START) and len(middle) == 12 and set(middle) <= set("0123456789abcdef")


def _remove_unheld(path: Path) -> None:
    if sys.platform == "win32":
        path.unlink()  # refused there while another run has it open
        return
    hold = os.open(path, os.O_RDWR | os.O_NOFOLLOW)
    try:
        if _locked(hold):
            path.unlink()
    finally:
        os.close(hold)


def _locked(hold: int) -> bool:
    """Take the lock of an open file; False where another run has it."""
    if sys.platform == "win32":
        return True
    import fcntl

    try:
        fcntl.flock(hold, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # a file system without locks: rather leave the file than take another run's
        return False
    return True
