"""Whole files or none: a result is written beside its target, checked, and moved there in one step."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from lkj_xlsx.errors import OutputError
from lkj_xlsx.model.message import Message, say
from lkj_xlsx.writers.ours import untouched, whole
from lkj_xlsx.writers.temporary import beside

WORKBOOKS = frozenset((".xlsx", ".xlsm"))


def write_whole(
    path: Path, make: Callable[[Path], None], force: bool = False, same: Callable[[Path], bool] = untouched
) -> None:
    """Let `make` write a temporary file in the target's folder, then put it in the target's place.

    A target that is a link is followed. At any moment, also after a crash, the target is the old file or the new one;
    what a crash leaves behind is removed by the next run into the folder. An existing target is replaced only where it
    is the `same` kind of file just as this program wrote it, or with `force`.
    Errors: `OutputError` where the file system refuses or the file is not ours; what else `make` raises passes through.
    """
    target = Path(os.path.realpath(path))
    try:
        _ready(target, path)
        if target.exists() and not force and not same(target):
            raise OutputError(say(_STRANGER, path=path))
        with beside(target) as temporary:
            make(temporary)
            _flush(temporary)
            if target.suffix.lower() in WORKBOOKS and not whole(temporary):
                raise OutputError(say(_BROKEN, path=path))
            os.replace(temporary, target)
        _flush_folder(target.parent)
    except OutputError:
        raise
    except Exception as fault:
        refusal = next(_refusals(fault), None)
        if refusal is None:
            raise
        raise OutputError(_explain(refusal, path, target)) from fault


_STRANGER = say(
    "{path} sudah ada dan bukan hasil alat ini, atau sudah diubah sejak ditulis. Pilih nama lain dengan -o, atau "
    "tambahkan --force bila memang boleh ditimpa."
)
_BROKEN = say(
    "{path} tidak jadi ditulis: berkas yang baru dibuat tidak terbaca kembali dengan utuh. Periksa ruang dan kesehatan "
    "penyimpanan, lalu ulangi."
)


def refuse_irregular(path: Path) -> None:
    """Raise `OutputError` for a pipe or a device: it may have no end, and nothing in it could be replaced."""
    if os.path.exists(path) and not os.path.isfile(path):
        raise OutputError(say("{path} bukan berkas biasa. Pilih nama lain dengan -o.", path=path))


def _flush(path: Path) -> None:
    """Bring the file from memory to the disk before it takes the old one's place."""
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())


def _flush_folder(folder: Path) -> None:
    """The same for the folder's own list of names; not every system can."""
    with suppress(OSError):
        hold = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(hold)
        finally:
            os.close(hold)


def _ready(target: Path, path: Path) -> None:
    """Refuse early what would surely fail, so that no work is done in vain."""
    if not target.parent.is_dir():
        raise OutputError(
            say(
                "Folder {folder} tidak ditemukan. Buat dahulu foldernya, atau pilih tempat lain dengan -o.",
                folder=target.parent,
            )
        )
    if target.is_dir():
        raise OutputError(
            say(
                "{path} adalah folder. Tulis juga nama berkasnya, misalnya {example}.",
                path=path,
                example=path / "hasil.xlsx",
            )
        )
    refuse_irregular(target)
    if target.exists() and not os.access(target, os.W_OK):
        raise OutputError(
            say(
                "{path} ditandai hanya-baca. Hapus tanda itu pada properti berkas, atau pilih nama lain dengan -o.",
                path=path,
            )
        )


def _refusals(fault: BaseException) -> Iterator[OSError]:
    """The file system's own refusal, also where a library has wrapped it in an exception of its own."""
    for item in (fault, *fault.args, fault.__cause__, fault.__context__):
        if isinstance(item, OSError):
            yield item


def _explain(refusal: OSError, path: Path, target: Path) -> Message:
    if isinstance(refusal, PermissionError) and target.exists() and os.access(target.parent, os.W_OK):
        return say(
            "{path} tidak dapat diganti: mungkin sedang dibuka di Excel. Tutup berkas itu lalu ulangi, "
            "atau pilih nama lain dengan -o.",
            path=path,
        )
    if isinstance(refusal, PermissionError) or refusal.errno == errno.EROFS:
        return say("Folder {folder} tidak boleh ditulisi. Pilih folder lain dengan -o.", folder=target.parent)
    if refusal.errno in (errno.ENOSPC, errno.EDQUOT):
        return say("{path} tidak dapat ditulis: ruang penyimpanan habis. Kosongkan sebagian, lalu ulangi.", path=path)
    if refusal.errno == errno.ENAMETOOLONG:
        return say(
            "Nama berkas hasil terlalu panjang: {path}. Pendekkan nama berkas asalnya, atau pilih nama lain dengan -o.",
            path=path,
        )
    return say(
        "{path} tidak dapat ditulis ({reason}). Periksa nama dan foldernya, lalu ulangi.",
        path=path,
        reason=refusal.strerror or refusal,
    )
